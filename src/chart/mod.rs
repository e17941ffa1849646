//! Pictures over any plotters backend (C2): the strategy map, the scorecard, the line of one node (U1).
//!
//! A [`Scene`] says everything that is to be seen, already in words and colours. A layout places it, asking a
//! `Measure` for the width of text; drawing then takes no decision of its own. Nothing here knows a browser.

mod geometry;
mod look;
mod scene;

pub use geometry::{Compact, Geometry, Spot, Tie};
pub use look::{Color, Direction, Palette, STEP_BACK, contrast};
pub use scene::{Band, Gauge, Item, Level, Link, LinkKind, Reading, Scene, Signal, View, Words};
