//! Staffing (N16): how many agents a volume of calls needs, and what a number of agents leads to (domain section 6).
//!
//! [`erlang_c`] takes callers to wait however long it takes (A. K. Erlang 1917); [`erlang_a`] lets them hang up, each
//! after a patience of his own (Palm 1957; Garnett, Mandelbaum, Reiman 2002). Both take calls to come at random
//! (Poisson), handling times to be exponential, and the day to be long enough for the queue to settle.

mod agents;
mod demand;
mod erlang_a;
mod erlang_b;
mod erlang_c;
mod outlook;

pub use agents::{MOST_AGENTS, on_duty, on_roster};
pub use demand::Demand;
pub use erlang_a::erlang_a;
pub use erlang_b::erlang_b;
pub use erlang_c::erlang_c;
pub use outlook::{Asked, Lost, Needed, Outlook, Staffing, Untold, Wanted, staffing};
