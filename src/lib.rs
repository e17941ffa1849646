//! Throughline: a customer-service team's plan, from the mission to the front line, with its KPIs,
//! scores and alignment computed where the reader is.
//!
//! The way of the data: rows → partials ([`snapshot`]) → values ([`kpi`]) → scores ([`score`]) →
//! roll-up and findings ([`board`], [`alignment`]) → picture ([`chart`]). Nothing imports from its right.

pub mod alignment;
pub mod board;
pub mod calendar;
pub mod chart;
pub mod data;
pub mod error;
pub mod forecast;
pub mod format;
pub mod journal;
pub mod kpi;
pub mod needs;
pub mod plan;
pub mod programme;
pub mod recognition;
pub mod score;
pub mod signal;
pub mod snapshot;
pub mod staffing;
pub mod stats;
pub mod text;
pub mod wasm;
