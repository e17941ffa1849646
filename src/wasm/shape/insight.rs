//! A number by its segments, against another period, and as a course, on their way out.

use std::collections::BTreeMap;

use serde::Serialize;

use super::{Figure, Reason};
use crate::board::insight;
use crate::kpi;
use crate::signal::{RANGE_LIMIT, RUN, SIGMA};
use crate::stats::{self, CannotTell, Verdict};

/// Declares what every type here has.
macro_rules! shapes {
    ($($(#[$meta:meta])* $name:ident { $($(#[$field_meta:meta])* $field:ident: $type:ty,)* })+) => {$(
        $(#[$meta])*
        #[derive(Debug, Serialize)]
        #[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
        #[serde(rename_all = "camelCase")]
        pub struct $name {
            $($(#[$field_meta])* pub $field: $type,)*
        }
    )+};
}

shapes! {
    /// A measure by its segments, beside the whole that they make.
    Breakdown {
        /// The KPI, where it is one's.
        #[serde(skip_serializing_if = "Option::is_none")]
        kpi: Option<String>,
        /// The source's id.
        source: String,
        /// The measure's id.
        measure: String,
        /// The variant of the definition, as a code.
        variant: String,
        /// The unit of the values.
        #[serde(skip_serializing_if = "Option::is_none")]
        unit: Option<String>,
        /// The dimensions it is split by.
        by: Vec<String>,
        /// The whole of each period first, and its segments behind it.
        rows: Vec<BreakdownRow>,
        /// The places of the segments among the rows, from the highest value down; null where an interval reaches the next,
        /// so that the data carry no order.
        order: Option<Vec<usize>>,
        /// Why there are no segments.
        #[serde(skip_serializing_if = "Option::is_none")]
        missing: Option<Reason>,
    }

    /// A segment in a period.
    BreakdownRow {
        /// The values of the segment by dimension; empty for the whole.
        segment: BTreeMap<String, String>,
        /// Its cases as a part of the whole's, 0 to 1.
        #[serde(skip_serializing_if = "Option::is_none")]
        share: Option<f64>,
        /// For a person: how much of the value is the person's own, 0 to 1; the rest is what all of them have in common.
        #[serde(skip_serializing_if = "Option::is_none")]
        own: Option<f64>,
        /// `above` or `below` where the whole interval lies on that side of the whole's value; else `cannot-tell`.
        #[serde(skip_serializing_if = "Option::is_none")]
        apart: Option<&'static str>,
        /// Its value, with n and interval; hidden ones with the reason.
        #[serde(flatten)]
        figure: Figure,
    }

    /// A measure in two periods, and what the change is made of.
    PeriodComparison {
        /// The KPI, where it is one's.
        #[serde(skip_serializing_if = "Option::is_none")]
        kpi: Option<String>,
        /// The unit of the values.
        #[serde(skip_serializing_if = "Option::is_none")]
        unit: Option<String>,
        /// The dimensions it can be split by; those of people are left out.
        dimensions: Vec<String>,
        /// The whole.
        total: ComparedSegment,
        /// Each segment.
        segments: Vec<ComparedSegment>,
        /// The change by rate and mix.
        #[serde(skip_serializing_if = "Option::is_none")]
        split: Option<ChangeSplit>,
        /// Why it cannot be split.
        #[serde(skip_serializing_if = "Option::is_none")]
        missing: Option<Reason>,
    }

    /// A segment in two periods.
    ComparedSegment {
        /// The values of the segment by dimension; empty for the whole.
        segment: BTreeMap<String, String>,
        /// The earlier value.
        #[serde(skip_serializing_if = "Option::is_none")]
        before: Option<Figure>,
        /// The later value.
        #[serde(skip_serializing_if = "Option::is_none")]
        after: Option<Figure>,
        /// The later one less the earlier one.
        #[serde(skip_serializing_if = "Option::is_none")]
        difference: Option<FigureDifference>,
    }

    /// The difference of two figures, in their unit.
    FigureDifference {
        /// Later − earlier.
        value: f64,
        /// Where the true difference lies, at 95 %: the lower end.
        #[serde(skip_serializing_if = "Option::is_none")]
        low: Option<f64>,
        /// The upper end.
        #[serde(skip_serializing_if = "Option::is_none")]
        high: Option<f64>,
        /// The two-sided p of no difference.
        #[serde(skip_serializing_if = "Option::is_none")]
        p: Option<f64>,
        /// `higher`, `lower` or `cannot-tell`.
        verdict: &'static str,
        /// With `cannot-tell`: the cases in each period with which a true difference as large as this one would be told.
        #[serde(skip_serializing_if = "Option::is_none")]
        needed: Option<u64>,
        /// How it was found: `newcombe`, `welch`, `adjusted-wald` or `mover`.
        method: &'static str,
    }

    /// What a change is made of, in the unit of the values; rate + mix is the change.
    ChangeSplit {
        /// By the segments' own figures having changed.
        rate: f64,
        /// By their shares of the cases having changed.
        mix: f64,
        /// Each segment's part; an empty segment stands for all cases of none, or of one that is not shown.
        parts: Vec<ChangePart>,
        /// Simpson's paradox: `up` or `down`, the way of every segment with cases in both periods, where the whole goes the other way.
        #[serde(skip_serializing_if = "Option::is_none")]
        paradox: Option<&'static str>,
    }

    /// A segment's part in a change.
    ChangePart {
        /// The values of the segment by dimension.
        segment: BTreeMap<String, String>,
        /// By its own figure.
        rate: f64,
        /// By its share of the cases.
        mix: f64,
    }

    /// A KPI's series as a process-behaviour chart, its trend and its seasons.
    Signals {
        /// The KPI's id.
        kpi: String,
        /// `xmr` for values, `laney` for shares of cases.
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

fn named(values: &[(String, String)]) -> BTreeMap<String, String> {
    values.iter().cloned().collect()
}

fn reason(why: &kpi::Missing) -> Reason {
    Reason::of(why.code, &why.params)
}

impl From<&insight::Breakdown> for Breakdown {
    fn from(from: &insight::Breakdown) -> Self {
        let question = &from.question;
        let row = |row: &insight::Row| BreakdownRow {
            segment: named(&row.segment),
            share: row.share,
            own: row.own,
            apart: (!row.segment.is_empty()).then_some(match row.apart {
                1 => "above",
                -1 => "below",
                _ => "cannot-tell",
            }),
            figure: (&row.figure).into(),
        };
        Self {
            kpi: question.kpi.clone(),
            source: question.reading.source.clone(),
            measure: question.reading.measure.clone(),
            variant: question.reading.variant.name(),
            unit: question.unit.clone(),
            by: from.by.clone(),
            rows: from.rows.iter().map(row).collect(),
            order: from.order.clone(),
            missing: from.missing.as_ref().map(reason),
        }
    }
}

impl From<&insight::Change> for PeriodComparison {
    fn from(from: &insight::Change) -> Self {
        Self {
            kpi: from.question.kpi.clone(),
            unit: from.question.unit.clone(),
            dimensions: from.dimensions.clone(),
            total: (&from.total).into(),
            segments: from.segments.iter().map(Into::into).collect(),
            split: from.split.as_ref().ok().map(Into::into),
            missing: from.split.as_ref().err().map(reason),
        }
    }
}

impl From<&insight::Versus> for ComparedSegment {
    fn from(from: &insight::Versus) -> Self {
        Self {
            segment: named(&from.segment),
            before: from.before.as_ref().map(Into::into),
            after: from.after.as_ref().map(Into::into),
            difference: from.difference.as_ref().map(Into::into),
        }
    }
}

impl From<&insight::Difference> for FigureDifference {
    fn from(from: &insight::Difference) -> Self {
        let (verdict, needed) = match from.verdict {
            Verdict::Higher => ("higher", None),
            Verdict::Lower => ("lower", None),
            Verdict::CannotTell { needed } => ("cannot-tell", needed),
        };
        let (low, high) = from.interval.unzip();
        Self { value: from.difference, low, high, p: from.p, verdict, needed, method: from.method }
    }
}

impl From<&insight::Split> for ChangeSplit {
    fn from(from: &insight::Split) -> Self {
        let part = |part: &insight::SplitPart| ChangePart {
            segment: named(&part.segment),
            rate: part.rate,
            mix: part.mix,
        };
        let parts = from.parts.iter().map(part).collect();
        Self { rate: from.rate, mix: from.mix, parts, paradox: from.paradox.map(way) }
    }
}

const fn way(direction: stats::Direction) -> &'static str {
    match direction {
        stats::Direction::Up => "up",
        stats::Direction::Down => "down",
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
        let phase = |phase: &crate::signal::Phase| SignalPhase {
            from: phase.places.start,
            to: phase.places.end,
            n: phase.n,
            centre: phase.limits.map(|limits| scaled(limits.centre)),
            range_limit: phase.range_limit.map(scaled),
        };
        Self {
            kpi: from.kpi.clone(),
            chart: match from.kind {
                insight::Kind::Xmr => "xmr",
                insight::Kind::Laney => "laney",
            },
            constants: SignalConstants {
                sigma: SIGMA,
                range_limit: RANGE_LIMIT,
                run: RUN,
                near: 3,
                least: crate::signal::Chart::LEAST,
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

fn season(found: Result<stats::Season, CannotTell>) -> SignalSeason {
    SignalSeason {
        shows: found.ok().map(|season| season.shows(0.95)),
        p: found.ok().map(|season| season.p),
        too_few: found.err().and_then(too_few),
    }
}
