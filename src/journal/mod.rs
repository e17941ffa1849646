//! The journal: what people said, decided and changed since the plan was written, as entries that merge (P5, P7, P15).
//!
//! An [`Entry`] is never changed: what is taken back is another entry. So journals of several people merge by union of
//! their ids ([`Journal::union`]), whatever the order in which they come together.

mod entry;
mod moment;
mod patch;
mod union;

pub use entry::{CheckIn, Entry, Feedback, Judged, Raised, Ruling, Stood, What};
pub use moment::Moment;
pub use patch::{Operation, OperationKind, pointer_fault};
pub use union::Journal;

use crate::plan::named;

named! {
    /// Whom a piece of feedback comes from.
    Voice {
        /// A customer.
        Customer = "customer",
        /// Someone who works here.
        Employee = "employee",
    }
}
