//! From a [`Picture`] to pixels: one drawing code through plotters, over any [`Surface`].

mod axis;
mod draw;
mod ink;
mod pen;
mod picture;
mod surface;
#[cfg(not(target_arch = "wasm32"))]
mod svg;

pub use axis::{Axis, Domain};
pub use draw::draw;
pub use ink::Ink;
pub use pen::{Anchor, Frame, Go, Pen, Trend};
pub use picture::{Field, Picture, Shape, Spark};
pub use surface::{Align, Run, Step, Stroke, Surface};
#[cfg(not(target_arch = "wasm32"))]
pub use svg::{SVG_RATIO, Svg, to_svg};
