//! What a trend's axes stand for: the times shown, and all that is drawn in them.

use super::layers::{Phase, Spread};
use super::numbers::{Base, Values};
use super::times::{Times, Unit};
use super::{Series, Trend};

/// What a label of time may take, and one of values.
const APART: (f64, f64) = (50.0, 44.0);

/// Which times and values are marked.
#[derive(Clone, Debug, PartialEq)]
pub struct Ticks {
    /// The times shown, in the units given.
    pub window: (f64, f64),
    /// The marks of time, by the clock on the wall.
    pub times: Times,
    /// The axis of values.
    pub values: Values,
}

impl Ticks {
    /// By width and height alone, since the words are not there yet.
    pub(super) fn of(trend: &Trend, series: &Series) -> Self {
        let window = window(trend, series);
        let ends = ends(trend, series, window);
        let across = ((trend.width - 72.0) / APART.0).floor().max(2.0) as usize;
        let up = (trend.height / APART.1).floor().clamp(2.0, 10.0) as usize;
        let mut ticks = Self {
            window,
            times: times(trend, series, window, across),
            values: Values::of(ends, base(trend, series, window), up),
        };
        if ends.is_none() {
            // Where there is nothing, no number would mean anything.
            ticks.values.ticks.clear();
        }
        ticks
    }
}

/// A single value is read against zero: nothing else says how large it is.
fn base(trend: &Trend, series: &Series, (from, to): (f64, f64)) -> Base {
    let (first, end) = series.within(from, to);
    let alone = end - first < 100 && series.known(first, end) == 1;
    if alone && trend.base == Base::Near { Base::Zero } else { trend.base }
}

/// Nothing finer than what the points tell apart: a value a month has no weeks.
fn finest(trend: &Trend, series: &Series, (from, to): (f64, f64)) -> Unit {
    let (first, end) = series.within(from, to);
    let ends = series.point(first).zip(end.checked_sub(1).and_then(|last| series.point(last)));
    let steps = end.saturating_sub(first + 1);
    let days = match ends {
        Some((first, last)) if steps > 0 => (last.0 - first.0) / trend.per_day / steps as f64,
        _ => 0.0,
    };
    match days {
        days if days >= 27.0 => Unit::Month,
        days if days >= 6.0 => Unit::Week,
        days if days >= 0.9 || trend.per_day <= 1.0 => Unit::Day,
        _ => Unit::Second,
    }
}

fn times(trend: &Trend, series: &Series, (from, to): (f64, f64), most: usize) -> Times {
    let wall = |at: f64| at / trend.per_day + trend.ahead;
    let mut times = Times::of(wall(from), wall(to), most, finest(trend, series, (from, to)));
    let nothing = everything(trend, series).is_none();
    if trend.window.is_none() && nothing {
        times.ticks.clear();
    }
    times
}

/// The window asked for, or everything there is; two ends that are apart in any case.
fn window(trend: &Trend, series: &Series) -> (f64, f64) {
    let (from, to) = trend.window.or_else(|| everything(trend, series)).unwrap_or_default();
    if to > from { (from, to) } else { (from - trend.per_day, to + trend.per_day) }
}

fn everything(trend: &Trend, series: &Series) -> Option<(f64, f64)> {
    let of = |series: &Series| series.span().map_or([None, None], |(from, to)| [Some(from), Some(to)]);
    let ahead = [trend.forecast.first(), trend.forecast.last()].map(|point| point.map(|point| point.at));
    let ends = [trend.target.first(), trend.target.last()].map(|point| point.map(|point| point.0));
    // A target that holds from long ago does not draw the plot back to when it was set.
    let bare = series.is_empty() && trend.before.is_empty() && trend.forecast.is_empty();
    let ends = if bare { ends } else { [None, ends[1].filter(|_| trend.target.len() > 1)] };
    let stale = trend.stale.map(|(_, to)| to);
    let all =
        of(series).into_iter().chain(of(&trend.before)).chain(ahead).chain(ends).chain([stale]).flatten();
    let (from, to) = all.fold((f64::INFINITY, f64::NEG_INFINITY), |(a, b), at| (a.min(at), b.max(at)));
    (from <= to).then_some((from, to))
}

/// The lowest and the highest of all that is drawn in the window.
fn ends(trend: &Trend, series: &Series, (from, to): (f64, f64)) -> Option<(f64, f64)> {
    let mut all: Vec<f64> = Vec::new();
    for series in [series, &trend.before] {
        let (first, last) = series.within(from, to);
        // What crosses the window without a point in it runs from one neighbour to the other.
        let near = if first == last { (first.saturating_sub(1), last + 1) } else { (first, last) };
        let found = series.ends(near.0, near.1).map(|(low, high)| [low, high]);
        all.extend(found.into_iter().flatten().filter_map(|at| Some(series.point(at)?.1)));
    }
    let inside = |at: f64| at >= from && at <= to;
    let spreads = trend.spreads.iter().filter(|spread| inside(spread.at));
    all.extend(spreads.flat_map(|Spread { low, high, .. }| [*low, *high]));
    all.extend(course(trend, (from, to)).into_iter().map(|(_, value)| value));
    let phases = trend.limits.iter().filter(|phase| shown(phase, (from, to)).is_some());
    all.extend(phases.flat_map(|phase| [Some(phase.centre), phase.lower, phase.upper].into_iter().flatten()));
    for ahead in trend.forecast.iter().filter(|ahead| inside(ahead.at)) {
        all.push(ahead.mean);
        all.extend(ahead.intervals.iter().flat_map(|&(low, high)| [low, high]));
    }
    let first = *all.first()?;
    Some(all.iter().fold((first, first), |(low, high), &value| (low.min(value), high.max(value))))
}

/// What of a phase lies in the window.
pub(super) fn shown(phase: &Phase, (from, to): (f64, f64)) -> Option<(f64, f64)> {
    let (first, last) = (phase.from.unwrap_or(from).max(from), phase.to.unwrap_or(to).min(to));
    (first <= last).then_some((first, last))
}

/// What is aimed at, in the window: corners of a line.
pub(super) fn course(trend: &Trend, window: (f64, f64)) -> Vec<(f64, f64)> {
    let mut corners: Vec<(f64, f64)> = Vec::with_capacity(trend.target.len() * 2 + 1);
    for &(at, value) in &trend.target {
        if let Some(&(_, held)) = corners.last().filter(|_| trend.stepped) {
            corners.push((at, held));
        }
        corners.push((at, value));
    }
    // The last one holds on; a single one holds throughout.
    if let Some(&(at, value)) = corners.last().filter(|last| trend.stepped && last.0 < window.1) {
        corners.push((at.max(window.1), value));
    }
    if let [(at, value)] = trend.target[..] {
        corners = vec![(at.min(window.0), value), (at.max(window.1), value)];
    }
    cut(&corners, window)
}

/// The part of a line between two times; its ends where it crosses them.
pub(super) fn cut(line: &[(f64, f64)], (from, to): (f64, f64)) -> Vec<(f64, f64)> {
    let mut part = Vec::with_capacity(line.len());
    if let [only] = line {
        part.extend(Some(*only).filter(|point| point.0 >= from && point.0 <= to));
    }
    for (&a, &b) in line.iter().zip(line.iter().skip(1)) {
        if b.0 < from || a.0 > to {
            continue;
        }
        let at = |time: f64| (time, a.1 + (b.1 - a.1) * ((time - a.0) / (b.0 - a.0)));
        let start = if a.0 < from { at(from) } else { a };
        if part.last() != Some(&start) {
            part.push(start);
        }
        part.push(if b.0 > to { at(to) } else { b });
    }
    part
}
