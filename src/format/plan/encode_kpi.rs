//! A KPI to the shape of its JSON.

use super::encode::{bands, unless};
use super::encode_score;
use super::wire;
use crate::format::json::scalar::{Count, Day, Fraction, Number, Positive, Text, Weight, Word};
use crate::format::segment;
use crate::plan::{
    Aggregate, Amount, Benchmark, CountFrom, Expected, Kpi, Milestone, Plan, Reading, ScoreFunction, Typed,
    Window,
};

pub(super) fn kpi(plan: &Plan, kpi: &Kpi) -> wire::Kpi {
    wire::Kpi {
        id: Text::from(&kpi.id),
        title: Text::from(&kpi.title),
        description: kpi.description.as_ref().map(Text::from),
        unit: kpi.unit.as_ref().map(Text::from),
        direction: kpi.direction.map(Word),
        baseline: kpi.baseline.map(Number),
        target: kpi.target.map(Number),
        benchmark: kpi.benchmark.as_ref().map(benchmark),
        start: kpi.start.map(Day),
        due: kpi.due.map(Day),
        weight: unless(kpi.weight, &1.0).map(Weight),
        owner: kpi.owner.and_then(|owner| plan.owner(owner)).map(|owner| Text::from(&owner.id)),
        guard: kpi.guard.map(|guard| Text::from(&plan.kpi(guard).id)),
        standard: kpi.standard.as_ref().map(Text::from),
        interval: kpi.interval.map(Word),
        lead: kpi.lead.map(Word),
        score: score(&kpi.score),
        expected: expected(&kpi.expected),
        overruled: kpi.overruled.as_deref().map(encode_score::overruled),
        bands: kpi.bands.as_ref().map(bands),
        window: window(kpi.window),
        aggregate: unless(kpi.aggregate, &Aggregate::Last).map(Word),
        measure: kpi.reading.as_ref().map(reading),
        values: kpi.typed.iter().map(typed).collect(),
    }
}

fn benchmark(benchmark: &Benchmark) -> wire::Benchmark {
    let Benchmark { value, source, date, unit } = benchmark;
    let unit = unit.as_ref().map(Text::from);
    wire::Benchmark { value: Number(*value), source: source.into(), date: Day(*date), unit }
}

fn score(score: &ScoreFunction) -> Option<wire::ScoreFunction> {
    match *score {
        ScoreFunction::Linear => None,
        ScoreFunction::Other(ref other) => Some(encode_score::other(other)),
        ScoreFunction::MinMax { low, high } => {
            Some(wire::ScoreFunction::MinMax { low: Number(low), high: Number(high) })
        }
        ScoreFunction::Range { low0, low, high, high0 } => Some(wire::ScoreFunction::Range {
            low0: Number(low0),
            low: Number(low),
            high: Number(high),
            high0: Number(high0),
        }),
    }
}

fn expected(expected: &Expected) -> Option<wire::Expected> {
    match expected {
        Expected::Even => None,
        Expected::Milestones(list) => Some(wire::Expected::Milestones { points: points(list) }),
        Expected::Steps(list) => Some(wire::Expected::Steps { points: points(list) }),
    }
}

fn points(points: &[Milestone]) -> Vec<wire::Milestone> {
    let point =
        |point: &Milestone| wire::Milestone { date: Day(point.date), progress: Fraction(point.progress) };
    points.iter().map(point).collect()
}

const fn window(window: Window) -> Option<wire::ValueWindow> {
    match window {
        Window::Last(1) => None,
        Window::Last(periods) => Some(wire::ValueWindow::Last(periods)),
        Window::All => Some(wire::ValueWindow::All),
    }
}

fn reading(reading: &Reading) -> wire::Reading {
    wire::Reading {
        source: Text::from(&reading.source),
        measure: Text::from(&reading.measure),
        variant: wire::VariantName(reading.variant.name()),
        segment: segment::encode(&reading.segment),
        counts: counts_from(&reading.counts),
    }
}

/// By name; those of one name in one list.
fn counts_from(counts: &[CountFrom]) -> wire::CountsFrom {
    // They need not stand side by side.
    let first = |at: usize, name: &String| counts.iter().take(at).all(|each| each.name != *name);
    let names =
        counts.iter().enumerate().filter(|(at, each)| first(*at, &each.name)).map(|(_, each)| &each.name);
    let of = |name: &String| {
        let told: Vec<_> = counts.iter().filter(|each| each.name == *name).map(count_from).collect();
        match <[_; 1]>::try_from(told) {
            Ok([one]) => wire::CountSources::One(one),
            Err(several) => wire::CountSources::Several(several),
        }
    };
    wire::CountsFrom(names.map(|name| (name.clone(), of(name))).collect())
}

#[inline(never)]
fn count_from(from: &CountFrom) -> wire::CountFrom {
    wire::CountFrom {
        source: Text::from(&from.source),
        measure: Text::from(&from.measure),
        count: Text::from(&from.count),
    }
}

fn typed(typed: &Typed) -> wire::TypedValue {
    let at = Day(typed.at);
    let n = typed.n.map(Count);
    let (low, high) = typed.interval.map(|(low, high)| (Number(low), Number(high))).unzip();
    match typed.amount {
        Amount::Value(value) => {
            wire::TypedValue::Plain(wire::PlainValue { at, value: Number(value), n, low, high })
        }
        Amount::Counts { numerator, denominator } => wire::TypedValue::Counted(wire::CountedValue {
            at,
            numerator: Number(numerator),
            denominator: Positive(denominator),
            n,
            low,
            high,
        }),
    }
}
