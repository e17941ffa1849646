//! A number by its segments, against another period, and as a course, on their way out.

mod breakdown;
mod comparison;
mod evidence;
mod forecast;
mod signals;

pub use breakdown::{Breakdown, BreakdownRow};
pub use comparison::{ChangePart, ChangeSplit, ComparedSegment, FigureDifference, PeriodComparison};
pub use evidence::{LinkCorrelation, LinkEvidence};
pub use forecast::{Forecast, ForecastNeed, ForecastParameters, ForecastPoint, ForecastTarget};
pub use signals::{
    SignalConstants, SignalHit, SignalPhase, SignalPoint, SignalSeason, SignalTrend, Signals, TooFewValues,
};

use std::collections::BTreeMap;

use crate::stats::Direction;

fn named(values: &[(String, String)]) -> BTreeMap<String, String> {
    values.iter().cloned().collect()
}

const fn way(direction: Direction) -> &'static str {
    match direction {
        Direction::Up => "up",
        Direction::Down => "down",
    }
}
