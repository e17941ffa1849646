//! What a number is made of, what moved it, and what would: contributions, two days, scenarios, sensitivity.
#![expect(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test that cannot go on fails"
)]

mod contributions;
mod moved;
mod plans;
mod scenarios;
mod sensitivity;
mod staffed;
