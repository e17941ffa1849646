//! What customers need: how much it matters against how well it is met (P13).
//!
//! A need's importance and its satisfaction are put on a common scale from 0 to 1; their difference is the gap. Each has the
//! interval of its survey, the gap one that follows from both, and needs whose gaps the data cannot tell apart are said to
//! share their places.

mod level;
mod rank;
mod standing;

pub use level::{Level, Unsure};
pub use rank::{Place, places};
pub use standing::{Gap, Point, Standing, Verdict, answered, figured, standing};
