//! Process-behaviour charts: which points of a series are signal, and which are the noise that is always there.
//!
//! A [`Chart`] is a pure function of the series and of where its phases start; it remembers no earlier colour.
//! [`xmr`] is for single values (a mean, a median, a score), [`p_chart`] and [`laney`] for shares of cases. Periods
//! without a value keep their place and are stepped over, never taken for 0.

mod chart;
mod limits;
mod phases;
mod rules;
mod shares;
mod xmr;

pub use chart::{Chart, Phase, Point};
pub use limits::Limits;
pub use phases::Phases;
pub use rules::{RUN, Rule, Signal};
pub use shares::{laney, p_chart};
pub use xmr::{RANGE_LIMIT, SIGMA, carried, xmr, xmr_signals};
