//! What must happen to reach a target in time, against the best that was seen.

use crate::calendar::{Date, days_between};
use crate::plan::{Direction, KpiIx, Plan};

/// A rate of change towards the target, in the KPI's unit a day.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Required {
    /// What it takes from the last value to the target by the due date.
    pub needed: f64,
    /// The fastest step between two values in a row; below 0 where none went the right way.
    pub best: f64,
}

impl Required {
    /// How many times as fast as ever it would have to go; none where it never went the right way.
    #[must_use]
    pub fn times(&self) -> Option<f64> {
        (self.best > 0.0).then(|| self.needed / self.best)
    }
}

/// Fewer values than this show no rate.
const LEAST_VALUES: usize = 4;

/// What a KPI needs a day from its last value on, and the best it did between two values in a row; none where the target
/// is met or cannot be held against a date, past the due date, and with fewer than four values.
///
/// The best of single steps is generous: chance makes it large. So what lies above it is far from what was seen.
#[must_use]
pub fn required(plan: &Plan, kpi: KpiIx, values: &[(Date, f64)], as_of: Date) -> Option<Required> {
    let due = plan.dates_of(kpi).1.filter(|due| *due > as_of)?;
    let (target, direction) = (plan.kpi(kpi).target?, plan.kpi(kpi).direction?);
    if values.len() < LEAST_VALUES {
        return None;
    }
    let towards = |from: f64, to: f64| if direction == Direction::Up { to - from } else { from - to };
    let rate = |from: (Date, f64), to: (Date, f64)| {
        let days = f64::from(days_between(from.0, to.0));
        (days > 0.0).then(|| towards(from.1, to.1) / days)
    };
    let last = *values.last()?;
    let needed = rate(last, (due, target)).filter(|needed| *needed > 0.0)?;
    let steps = values.windows(2).filter_map(|pair| match pair {
        [from, to] => rate(*from, *to),
        _ => None,
    });
    let best = steps.reduce(f64::max)?;
    Some(Required { needed, best })
}
