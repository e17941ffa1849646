//! Pictures: goldens, what layouts promise, crossings, contrast.

mod crossings;
mod layout;
mod map;
mod palette;
mod support;
mod views;
