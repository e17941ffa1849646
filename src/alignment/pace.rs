//! What must happen to reach a target in time, against the best that was seen, as [`needed`] tells it of a series.

use crate::calendar::{Date, Period};
use crate::forecast::needed;
use crate::plan::{Direction, KpiIx, Plan};

/// A rate of change towards the target, in the KPI's unit a period of the plan.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Required {
    /// What it takes from the last value to the target by the due date; above 0.
    pub needed: f64,
    /// The best of any run of so many periods as are left; below 0 where none went the right way.
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
/// No target is looked at further ahead, nor a series further back, than so many periods.
const MOST_PERIODS: usize = 1000;

/// What a KPI needs a period from its last value on, and the best it did over as many periods as are left; none where the
/// target is met or cannot be held against a date, past the due date, and with fewer than four values.
#[must_use]
pub fn required(plan: &Plan, kpi: KpiIx, values: &[(Date, f64)], as_of: Date) -> Option<Required> {
    let due = plan.dates_of(kpi).1.filter(|due| *due > as_of)?;
    let (target, direction) = (plan.kpi(kpi).target?, plan.kpi(kpi).direction?);
    if values.len() < LEAST_VALUES {
        return None;
    }
    let (series, last) = by_period(plan, values)?;
    let less = direction == Direction::Down;
    let found =
        needed(&series, target, periods_until(last, due)?, less).filter(|found| found.rate.abs() > 0.0)?;
    let towards = |change: f64| if less { -change } else { change };
    Some(Required { needed: towards(found.rate), best: towards(found.best) })
}

/// One value a period, the last where there are several, from the first period to the last; and which that is.
fn by_period(plan: &Plan, values: &[(Date, f64)]) -> Option<(Vec<Option<f64>>, Period)> {
    let period = |at: Date| Period::containing(at, plan.cycle());
    let mut now = period(values.first()?.0);
    let mut series = vec![None];
    for (at, value) in values {
        while now.last_day() < *at {
            now = now.next()?;
            series.push(None);
            if series.len() > 2 * MOST_PERIODS {
                series.drain(..MOST_PERIODS);
            }
        }
        if let Some(place) = series.last_mut() {
            *place = Some(*value);
        }
    }
    // The last ones tell what is possible; what lies further back is left out.
    let from = series.len().saturating_sub(MOST_PERIODS);
    Some((series.split_off(from), now))
}

/// How many periods there are from the one behind the last to that of the due date.
fn periods_until(last: Period, due: Date) -> Option<usize> {
    let (mut now, mut left) = (last, 0);
    while now.last_day() < due && left < MOST_PERIODS {
        now = now.next()?;
        left += 1;
    }
    Some(left)
}
