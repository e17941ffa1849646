//! A KPI's series as a process-behaviour chart, its trend and its seasons.

use super::way;
use crate::board::insight;
use crate::signal::{Chart, Phase, RANGE_LIMIT, RUN, SIGMA};
use crate::stats::{CannotTell, Season};
use crate::wasm::shape::shapes::shapes;

shapes! {
    /// A KPI's series as a process-behaviour chart, its trend and its seasons.
    Signals {
        /// The KPI's id.
        kpi: String,
        /// `xmr` for values, `laney` for shares of cases, `p` for shares where it was asked for.
        chart: &'static str,
        /// What the limits and rules stand on.
        constants: SignalConstants,
        /// Every period from the first to the last complete one.
        points: Vec<SignalPoint>,
        /// The stretches with limits of their own.
        phases: Vec<SignalPhase>,
        /// What stands out.
        signals: Vec<SignalHit>,
        /// The place of the last signal among the points.
        #[serde(skip_serializing_if = "Option::is_none")]
        last: Option<usize>,
        /// Whether there are enough values for limits.
        enough: bool,
        /// Whether it rises or falls.
        trend: SignalTrend,
        /// Whether there are seasons; absent for periods that make up none.
        #[serde(skip_serializing_if = "Option::is_none")]
        season: Option<SignalSeason>,
    }

    /// The constants of the charts (Wheeler 1993).
    SignalConstants {
        /// d₂ of two: the mean moving range over it is one sigma.
        sigma: f64,
        /// D₄ of two: the mean moving range times it is the limit of a moving range.
        range_limit: f64,
        /// How many values in a row on one side of the centre are a signal.
        run: usize,
        /// How many of the last four values nearer a limit than the centre are a signal.
        near: usize,
        /// The least values that set limits.
        least: usize,
    }

    /// A period of the series.
    SignalPoint {
        /// The period.
        period: String,
        /// The value; absent where there is none, or none may be shown.
        #[serde(skip_serializing_if = "Option::is_none")]
        value: Option<f64>,
        /// The cases behind it.
        #[serde(skip_serializing_if = "Option::is_none")]
        n: Option<u64>,
        /// The lower limit there.
        #[serde(skip_serializing_if = "Option::is_none")]
        low: Option<f64>,
        /// The centre.
        #[serde(skip_serializing_if = "Option::is_none")]
        centre: Option<f64>,
        /// The upper limit there.
        #[serde(skip_serializing_if = "Option::is_none")]
        high: Option<f64>,
        /// The step from the value before (XmR).
        #[serde(skip_serializing_if = "Option::is_none")]
        range: Option<f64>,
    }

    /// A stretch with limits of its own.
    SignalPhase {
        /// Its first place among the points.
        from: usize,
        /// The place behind its last one.
        to: usize,
        /// How many values set its limits.
        n: usize,
        /// Its centre; absent with fewer values than it takes.
        #[serde(skip_serializing_if = "Option::is_none")]
        centre: Option<f64>,
        /// The limit of a moving range (XmR).
        #[serde(skip_serializing_if = "Option::is_none")]
        range_limit: Option<f64>,
    }

    /// A point that stands out.
    SignalHit {
        /// Its place among the points: the one that completes the pattern.
        at: usize,
        /// `outside`, `near-limit`, `run` or `range`.
        rule: &'static str,
    }

    /// A test for trend.
    SignalTrend {
        /// `up`, `down`, or `none` where none shows; absent where it cannot be told.
        #[serde(skip_serializing_if = "Option::is_none")]
        direction: Option<&'static str>,
        /// The p of no trend (Mann and Kendall).
        #[serde(skip_serializing_if = "Option::is_none")]
        p: Option<f64>,
        /// By how much it rises in a period (Theil and Sen).
        #[serde(skip_serializing_if = "Option::is_none")]
        slope: Option<f64>,
        /// The lower end of the slope's interval.
        #[serde(skip_serializing_if = "Option::is_none")]
        low: Option<f64>,
        /// The upper end.
        #[serde(skip_serializing_if = "Option::is_none")]
        high: Option<f64>,
        /// Where it cannot be told: the values there are and those it takes.
        #[serde(skip_serializing_if = "Option::is_none")]
        too_few: Option<TooFewValues>,
    }

    /// A test for seasons.
    SignalSeason {
        /// Whether they show; absent where it cannot be told.
        #[serde(skip_serializing_if = "Option::is_none")]
        shows: Option<bool>,
        /// The p of no seasons (Kruskal and Wallis).
        #[serde(skip_serializing_if = "Option::is_none")]
        p: Option<f64>,
        /// Where it cannot be told: the values there are in the season that has fewest, and those it takes.
        #[serde(skip_serializing_if = "Option::is_none")]
        too_few: Option<TooFewValues>,
    }

    /// Fewer values than a question takes.
    TooFewValues {
        /// The values there are.
        have: usize,
        /// The values it takes.
        need: usize,
    }
}

const fn too_few(why: CannotTell) -> Option<TooFewValues> {
    match why {
        CannotTell::TooFew { have, need } => Some(TooFewValues { have, need }),
        CannotTell::NotANumber => None,
    }
}

impl From<&insight::Signals> for Signals {
    fn from(from: &insight::Signals) -> Self {
        let chart = &from.chart;
        let scaled = |value: f64| value * from.factor;
        let point = |(at, place): (usize, &insight::Place)| {
            let found = chart.points.get(at).copied().unwrap_or_default();
            SignalPoint {
                period: place.period.label(),
                value: place.value,
                n: place.n,
                low: found.limits.map(|limits| scaled(limits.low)),
                centre: found.limits.map(|limits| scaled(limits.centre)),
                high: found.limits.map(|limits| scaled(limits.high)),
                range: found.range.map(scaled),
            }
        };
        let phase = |phase: &Phase| SignalPhase {
            from: phase.places.start,
            to: phase.places.end,
            n: phase.n,
            centre: phase.limits.map(|limits| scaled(limits.centre)),
            range_limit: phase.range_limit.map(scaled),
        };
        Self {
            kpi: from.kpi.clone(),
            chart: from.kind.name(),
            constants: SignalConstants {
                sigma: SIGMA,
                range_limit: RANGE_LIMIT,
                run: RUN,
                near: 3,
                least: Chart::LEAST,
            },
            points: from.places.iter().enumerate().map(point).collect(),
            phases: chart.phases.iter().map(phase).collect(),
            signals: chart
                .signals
                .iter()
                .map(|each| SignalHit { at: each.at, rule: each.rule.name() })
                .collect(),
            last: chart.last_signal(),
            enough: chart.phases.iter().any(|phase| phase.limits.is_some()),
            trend: (&from.course).into(),
            season: from.course.season.map(season),
        }
    }
}

impl From<&insight::Course> for SignalTrend {
    fn from(from: &insight::Course) -> Self {
        let trend = from.trend.ok();
        let slope = from.slope.ok();
        let (low, high) = slope.and_then(|slope| slope.interval).unzip();
        Self {
            direction: trend.map(|trend| trend.direction(0.95).map_or("none", way)),
            p: trend.map(|trend| trend.p),
            slope: slope.map(|slope| slope.slope),
            low,
            high,
            too_few: from.trend.err().and_then(too_few),
        }
    }
}

fn season(found: Result<Season, CannotTell>) -> SignalSeason {
    SignalSeason {
        shows: found.ok().map(|season| season.shows(0.95)),
        p: found.ok().map(|season| season.p),
        too_few: found.err().and_then(too_few),
    }
}
