//! Rows on their way into the cells of a measure: loops over lists, which know nothing of what they count.

mod buckets;
mod cells;
mod digits;
mod lengths;
mod periods;

pub use buckets::{Buckets, add_counts};
pub use cells::{NOWHERE, Sums, add, answers, compact, find, kept, lasted};
pub use digits::write_wholes;
pub use lengths::{Lengths, Taken, between, sort, sorted, sums};
pub use periods::Stretch;
