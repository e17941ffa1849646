//! Deeper into a number: by its segments, against another period, and as a course (N11, N14).

mod breakdown;
mod compare;
mod difference;
mod evidence;
mod forecast;
mod signals;

pub(super) use breakdown::shrunk;
pub use breakdown::{Breakdown, Row};
pub use compare::{Change, Split, SplitPart, Versus};
pub use difference::Difference;
pub use evidence::LinkEvidence;
pub use forecast::{Ahead, Forecast, Goal};
pub use signals::{Course, Kind, Place, Signals};

use super::Board;
use crate::calendar::{Cycle, Period};
use crate::error::{Error, Issue, Pointer};
use crate::format::question;
use crate::kpi::Asked;
use crate::plan::{Direction, Reading, Subject, Window};

/// A measure as it is asked about: as a KPI reads it, or without any KPI.
#[derive(Clone, Debug)]
pub struct Question {
    /// The KPI, where it is one's.
    pub kpi: Option<String>,
    /// Source, measure, variant and segment.
    pub reading: Reading,
    /// The unit of the values.
    pub unit: Option<String>,
    /// The periods that a value covers.
    pub window: Window,
    /// Which way is better, where it is known.
    pub direction: Option<Direction>,
}

impl Board {
    /// The question that a KPI's own measure is.
    ///
    /// # Errors
    /// `unknown-id` where the id is no KPI's; `options-invalid` where the KPI is read from no measure.
    pub fn question(&self, kpi: &str) -> Result<Question, Error> {
        let Some(Subject::Kpi(ix)) = self.plan.find(kpi) else {
            let issue = Issue::new("unknown-reference", Pointer::root()).with("id", kpi);
            return Err(Error::new("unknown-id", vec![issue]));
        };
        let of = self.plan.kpi(ix);
        let Some(reading) = of.reading.clone() else {
            let issue = Issue::new("not-measured", Pointer::root().field("kpi")).with("id", kpi);
            return Err(Error::new("options-invalid", vec![issue]));
        };
        Ok(Question {
            kpi: Some(of.id.clone()),
            reading,
            unit: of.unit.clone(),
            window: of.window,
            direction: of.direction,
        })
    }

    /// A breakdown as the page asks for it.
    ///
    /// # Errors
    /// As [`Board::question`].
    pub fn breakdown_of(&self, asked: question::Asked) -> Result<Breakdown, Error> {
        let question = self.question_of(asked.of)?;
        Ok(self.breakdown(question, asked.by, asked.periods.map(|count| count as usize)))
    }

    /// A comparison as the page asks for it.
    ///
    /// # Errors
    /// As [`Board::question`]; `options-invalid` where a period is none of the calendar.
    pub fn compare_of(&self, asked: question::Asked) -> Result<Change, Error> {
        let question = self.question_of(asked.of)?;
        let calendar = self.plan.cycle().calendar;
        let own = self.snapshot.source(&question.reading.source).map_or(calendar, |source| source.calendar);
        let mut issues = Vec::new();
        let mut period = |name: Option<(String, Pointer)>| {
            let (text, at) = name?;
            let found = Period::parse_in(&text, calendar).or_else(|| Period::parse_in(&text, own));
            if found.is_none() {
                let issue = Issue::new("not-a-period", at).with("value", text);
                issues.push(issue.with("period", self.plan.cycle().granularity.name()));
            }
            found
        };
        let periods = (period(asked.from), period(asked.to));
        if !issues.is_empty() {
            return Err(Error::new("options-invalid", issues));
        }
        Ok(self.compare(question, periods, asked.by))
    }

    fn question_of(&self, of: question::Of) -> Result<Question, Error> {
        match of {
            question::Of::Kpi(id) => self.question(&id),
            question::Of::Measure(reading, unit, window) => {
                Ok(Question { kpi: None, reading, unit, window, direction: None })
            }
        }
    }

    pub(super) fn asked<'q>(&self, question: &'q Question, cycle: Cycle) -> Asked<'q> {
        Asked {
            reading: &question.reading,
            unit: question.unit.as_deref(),
            period: cycle,
            as_of: self.as_of(),
        }
    }
}
