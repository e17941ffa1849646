//! Pictures over any plotters backend (C2): the strategy map, the scorecard, the line of one node (U1), the radar (P10), the
//! trend, rows against columns.
//!
//! A [`Scene`] says everything that is to be seen, already in words and colours. A layout places it, asking a
//! [`Measure`] for the width of text; drawing then takes no decision of its own. Nothing here knows a browser.
//!
//! What a first board seldom shows is never inlined: a page then need not load it to paint.

pub mod bars;
mod cache;
mod card;
mod geometry;
mod hash;
pub mod heat;
pub mod line;
mod lit;
mod look;
pub mod map;
mod measure;
pub mod order;
mod paint;
pub mod radar;
mod scene;
pub mod scorecard;
pub mod sheet;
pub mod trend;

pub use cache::Cache;
pub use card::{Kit, card, chip, mark};
pub use geometry::{Compact, Geometry, Spot, Tie};
pub use hash::Fnv;
pub use lit::{Lit, lit};
pub use look::{Color, Direction, Palette, STEP_BACK, contrast};
#[cfg(not(target_arch = "wasm32"))]
pub use measure::Table;
pub use measure::{Face, Measure, one_line, runs_left, wrap};
pub use paint::*;
pub use scene::{Band, Gauge, Item, Level, Link, LinkKind, Reading, Scene, Signal, View, Words};

/// The picture of a scene.
#[must_use]
pub fn picture(scene: &Scene, measure: &dyn Measure) -> Picture {
    match scene.view {
        View::Map => map::picture(scene, &map::layout(scene, measure), measure),
        View::Scorecard => scorecard::picture(scene, measure),
        View::Line => line::picture(scene, measure),
    }
}
