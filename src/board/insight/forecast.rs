//! Where a KPI is going: its next periods, the chance of its target, and what must happen (N18).

use super::signals::seasons;
use crate::board::Board;
use crate::calendar::{Date, Period};
use crate::error::{Error, Issue, Pointer};
use crate::forecast::{FEWEST_FOR_CHANCE, LEVEL, Needed, Outlook, forecast, needed};
use crate::kpi::{Basis, Missing};
use crate::plan::{Direction, KpiIx, Subject};
use crate::score::iso;
use crate::stats::CannotTell;

/// So many times the periods that are known is as far as anything is forecast.
const FURTHEST: usize = 2;
/// The periods ahead, where there is no target date to look to.
const USUAL: usize = 6;
/// No forecast is longer.
const MOST: usize = 1000;

/// A KPI's forecast.
#[derive(Clone, Debug)]
pub struct Forecast {
    /// The id of the KPI.
    pub kpi: String,
    /// How it was made, or why there is none.
    pub outlook: Result<Outlook, Missing>,
    /// The last period with a value.
    pub last: Option<Period>,
    /// The periods ahead.
    pub ahead: Vec<Ahead>,
    /// Its target: where it will stand by the target date.
    pub goal: Result<Goal, Missing>,
}

/// One period ahead.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Ahead {
    /// The period.
    pub period: Period,
    /// The value that is expected.
    pub mean: f64,
    /// The lower end of its interval.
    pub low: f64,
    /// The upper end.
    pub high: f64,
}

/// Where a KPI will stand by its target date.
#[derive(Clone, Debug, PartialEq)]
pub struct Goal {
    /// The target.
    pub target: f64,
    /// The target date.
    pub due: Date,
    /// What is expected in its period.
    pub at: Ahead,
    /// The chance of the target, or why none is told.
    pub chance: Result<f64, Missing>,
    /// What must happen, beside the best that was seen.
    pub needed: Option<Needed>,
}

impl Board {
    /// Where a KPI is going: `periods` ahead, or to its target date where nothing is said.
    ///
    /// # Errors
    /// `unknown-id` where the id is no KPI's.
    pub fn forecast(&self, kpi: &str, periods: Option<u32>) -> Result<Forecast, Error> {
        let Some(Subject::Kpi(ix)) = self.plan.find(kpi) else {
            let issue = Issue::new("unknown-reference", Pointer::root()).with("id", kpi);
            return Err(Error::new("unknown-id", vec![issue]));
        };
        let mut course = self.course_of(ix);
        while course
            .last()
            .is_some_and(|(_, point)| point.as_ref().is_none_or(|(figure, _)| figure.value.is_err()))
        {
            course.pop();
        }
        let values: Vec<Option<f64>> =
            course.iter().map(|(_, point)| point.as_ref().and_then(|(figure, _)| figure.known())).collect();
        let shares = course
            .iter()
            .filter_map(|(_, point)| point.as_ref())
            .all(|(figure, basis)| figure.value.is_err() || matches!(basis, Basis::Share(..)));
        let last = course.last().map(|(period, _)| *period);
        let left = last.and_then(|last| self.left(ix, last));
        let furthest = (FURTHEST * values.iter().flatten().count()).min(MOST);
        let to_target = left.filter(|left| *left <= furthest).unwrap_or(0);
        let asked =
            periods.map_or_else(|| if to_target > 0 { to_target } else { USUAL }, |count| count as usize);
        let count = asked.min(furthest).max(to_target);
        let year = last.and_then(|last| seasons(last.granularity()));
        let outlook = forecast(&values, year, count).map_err(|untold| match untold {
            CannotTell::TooFew { have, need } => {
                Missing::new("too-few-to-forecast").with("found", have as f64).with("least", need as f64)
            }
            CannotTell::NotANumber => Missing::new("not-a-number"),
        });
        let ahead = outlook.as_ref().map_or_else(|_| Vec::new(), |found| ahead(found, last, shares));
        let goal = self.goal(ix, &outlook, &ahead, &values, left.zip(Some(furthest)));
        let shown = asked.min(furthest);
        let ahead = ahead.into_iter().take(shown).collect();
        Ok(Forecast { kpi: kpi.to_owned(), outlook, last, ahead, goal })
    }

    /// How many periods there are from the last one to that of the target date; 0 where that is over.
    fn left(&self, ix: KpiIx, last: Period) -> Option<usize> {
        let due = self.plan.dates_of(ix).1?;
        let mut period = last;
        let mut left = 0;
        while period.last_day() < due && left <= MOST {
            period = period.next()?;
            left += 1;
        }
        Some(left)
    }

    fn goal(
        &self,
        ix: KpiIx,
        outlook: &Result<Outlook, Missing>,
        ahead: &[Ahead],
        values: &[Option<f64>],
        left: Option<(usize, usize)>,
    ) -> Result<Goal, Missing> {
        let kpi = self.plan.kpi(ix);
        let target = kpi.target.zip(kpi.direction).ok_or_else(|| Missing::new("no-target"));
        let (target, direction) = target?;
        let due = self.plan.dates_of(ix).1.ok_or_else(|| Missing::new("no-target-date"))?;
        let outlook = outlook.as_ref().map_err(Clone::clone)?;
        let (left, furthest) = left.ok_or_else(|| Missing::new("no-target-date"))?;
        if left == 0 {
            return Err(Missing::new("target-date-over").with("due", iso(due)));
        }
        let there = ahead.get(left - 1).copied();
        let at = there.ok_or_else(|| {
            Missing::new("too-far").with("periods", left as f64).with("most", furthest as f64)
        })?;
        let less = direction == Direction::Down;
        let chance = outlook.chance(left, target, less).ok_or_else(|| {
            let too_few = Missing::new("too-few-for-a-chance");
            too_few.with("found", outlook.n as f64).with("least", FEWEST_FOR_CHANCE as f64)
        });
        Ok(Goal { target, due, at, chance, needed: needed(values, target, left, less) })
    }
}

/// The periods ahead, with their intervals; shares stay within 0 to 100.
fn ahead(outlook: &Outlook, last: Option<Period>, shares: bool) -> Vec<Ahead> {
    let within = |value: f64| if shares { value.clamp(0.0, 100.0) } else { value };
    let mut period = last;
    let each = |(at, step): (usize, &crate::forecast::Step)| {
        period = period?.next();
        let (low, high) = outlook.interval(at + 1, LEVEL)?;
        Some(Ahead { period: period?, mean: within(step.mean), low: within(low), high: within(high) })
    };
    outlook.steps.iter().enumerate().map_while(each).collect()
}
