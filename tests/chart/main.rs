//! Pictures: goldens, what layouts promise, crossings, contrast.

mod crossings;
mod layout;
mod lit;
mod map;
mod palette;
mod scene;
mod support;
mod views;
