//! The edge to JavaScript: decode, call, encode.

#[cfg(target_arch = "wasm32")]
pub mod canvas;
#[cfg(target_arch = "wasm32")]
mod edge;
pub mod encode;
pub mod scene;
pub mod shape;
