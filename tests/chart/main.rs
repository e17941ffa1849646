//! Pictures: goldens, what layouts promise, crossings, contrast.
#![expect(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::print_stdout,
    reason = "a test may fail, and says what it compared"
)]

mod bars;
mod crossings;
mod heat;
mod layout;
mod lit;
mod map;
mod palette;
mod radar;
mod scene;
mod sheets;
mod support;
mod trend;
mod views;
