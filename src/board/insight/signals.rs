//! The course of a KPI: which of its points are signal, whether it trends, whether it has seasons.

use crate::board::Board;
use crate::calendar::{Date, Granularity, Period};
use crate::error::{Error, Issue, Pointer};
use crate::kpi::{Basis, Figure};
use crate::plan::{KpiIx, Subject, named};
use crate::signal::{Chart, Phases, laney, p_chart, xmr};
use crate::stats::{CannotTell, Season, Slope, Trend, mann_kendall, season, sen_slope};

named! {
    /// Which chart it is.
    Kind {
        /// Single values and their moving ranges.
        Xmr = "xmr",
        /// Shares of cases, whose limits count chance alone.
        P = "p",
        /// Shares of cases, whose limits count chance and what varies beside it.
        Laney = "laney",
    }
}

/// A KPI's series as a process-behaviour chart.
#[derive(Clone, Debug)]
pub struct Signals {
    /// The id of the KPI.
    pub kpi: String,
    /// Which chart.
    pub kind: Kind,
    /// Every period from the first to the last complete one.
    pub places: Vec<Place>,
    /// Limits and signals, in the unit of the values.
    pub chart: Chart,
    /// What the limits are multiplied by to be in the unit of the values: 100 for shares.
    pub factor: f64,
    /// Whether it rises or falls, and how fast.
    pub course: Course,
}

/// One period of the series.
#[derive(Clone, Debug, PartialEq)]
pub struct Place {
    /// The period.
    pub period: Period,
    /// The value; none where there is none, or none may be shown.
    pub value: Option<f64>,
    /// The cases behind it.
    pub n: Option<u64>,
}

/// Trend and season of a series.
#[derive(Clone, Copy, Debug)]
pub struct Course {
    /// Mann and Kendall's test.
    pub trend: Result<Trend, CannotTell>,
    /// Theil and Sen's slope, by period.
    pub slope: Result<Slope, CannotTell>,
    /// Kruskal and Wallis's test over the seasons of a year; none of periods that make up none.
    pub season: Option<Result<Season, CannotTell>>,
}

impl Board {
    /// The process-behaviour chart of a KPI's series. A phase starts in the period of each day of `phases`. Shares are
    /// charted as `wanted`, after Laney where nothing is; all else by XmR.
    ///
    /// # Errors
    /// `unknown-id` where the id is no KPI's.
    pub fn signals(&self, kpi: &str, phases: &[Date], wanted: Option<Kind>) -> Result<Signals, Error> {
        let Some(Subject::Kpi(ix)) = self.plan.find(kpi) else {
            let issue = Issue::new("unknown-reference", Pointer::root()).with("id", kpi);
            return Err(Error::new("unknown-id", vec![issue]));
        };
        let series = self.course_of(ix);
        let shares = series.iter().all(|(_, point)| {
            point
                .as_ref()
                .is_none_or(|(figure, basis)| figure.value.is_err() || matches!(basis, Basis::Share(..)))
        });
        let starts: Vec<usize> = phases
            .iter()
            .filter_map(|day| series.iter().position(|(period, _)| period.last_day() >= *day))
            .collect();
        let starts = Phases { starts: &starts, baseline: None };
        let values: Vec<Option<f64>> =
            series.iter().map(|(_, point)| point.as_ref().and_then(|(figure, _)| figure.known())).collect();
        let known = values.iter().any(Option::is_some);
        let counted = match wanted.unwrap_or(Kind::Laney) {
            Kind::Laney if shares && known => laney(&counts(&series), &starts).zip(Some(Kind::Laney)),
            Kind::P if shares && known => p_chart(&counts(&series), &starts).zip(Some(Kind::P)),
            _ => None,
        };
        let (kind, factor, chart) = match counted {
            Some((chart, kind)) => (kind, 100.0, chart),
            None => {
                let chart = xmr(&values, &starts).or_else(|| xmr(&[], &starts));
                let none = Chart { points: Vec::new(), phases: Vec::new(), signals: Vec::new() };
                (Kind::Xmr, 1.0, chart.unwrap_or(none))
            }
        };
        let year = series.first().and_then(|(period, _)| seasons(period.granularity()));
        let course = Course {
            trend: mann_kendall(&values),
            slope: sen_slope(&values, 0.95),
            season: year.map(|year| season(&values, year)),
        };
        let place = |(period, point): (Period, Option<(Figure, Basis)>)| Place {
            period,
            value: point.as_ref().and_then(|(figure, _)| figure.known()),
            n: point.and_then(|(figure, _)| figure.n),
        };
        let places = series.into_iter().map(place).collect();
        Ok(Signals { kpi: kpi.to_owned(), kind, places, chart, factor, course })
    }

    /// The values of a KPI by complete period, from its measure where that has any, else as typed; periods without one
    /// keep their place.
    pub(in crate::board) fn course_of(&self, ix: KpiIx) -> Vec<(Period, Option<(Figure, Basis)>)> {
        let points: Vec<(Figure, Basis)> = match self.question(&self.plan.kpi(ix).id) {
            Ok(question) => {
                let asked = self.asked(&question, self.plan.cycle());
                asked.points(&self.snapshot).into_iter().map(|slice| (slice.figure, slice.basis)).collect()
            }
            Err(_) => Vec::new(),
        };
        if !points.is_empty() {
            return self.in_order(points);
        }
        let typed = self.series(ix).iter().filter(|figure| figure.complete);
        self.in_order(typed.map(|figure| (figure.clone(), Basis::Other)).collect())
    }

    /// The points by period, those between that have none with their place.
    fn in_order(&self, points: Vec<(Figure, Basis)>) -> Vec<(Period, Option<(Figure, Basis)>)> {
        /// No series is filled up further than this.
        const MOST: usize = 10_000;
        let cycle = self.plan.cycle();
        let mut series: Vec<(Period, Option<(Figure, Basis)>)> = Vec::with_capacity(points.len());
        for (figure, basis) in points {
            let period = figure.period.unwrap_or_else(|| Period::containing(figure.at, cycle));
            while let Some((last, _)) = series.last() {
                match last.next().filter(|next| *next < period && series.len() < MOST) {
                    Some(next) => series.push((next, None)),
                    None => break,
                }
            }
            // Of several values typed for one period the last one stands.
            match series.last_mut() {
                Some((last, point)) if *last == period => *point = Some((figure, basis)),
                _ => series.push((period, Some((figure, basis)))),
            }
        }
        series
    }
}

/// How many periods make up what repeats itself, a year or of days a week.
pub(super) const fn seasons(of: Granularity) -> Option<usize> {
    match of {
        Granularity::Month => Some(12),
        Granularity::Quarter => Some(4),
        Granularity::Day => Some(7),
        Granularity::Week | Granularity::Year => None,
    }
}

fn counts(series: &[(Period, Option<(Figure, Basis)>)]) -> Vec<(f64, f64)> {
    let count = |(_, point): &(Period, Option<(Figure, Basis)>)| match point {
        Some((figure, Basis::Share(k, n))) if figure.value.is_ok() => (*k, *n),
        _ => (0.0, 0.0),
    };
    series.iter().map(count).collect()
}
