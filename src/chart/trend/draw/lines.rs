//! The lines of a trend.

use super::super::Series;
use super::super::layers::Ahead;
use super::super::shown::{course, cut, shown};
use super::{AIMED, EARLIER, EXPECTED, LIMIT, Layout, Pen, Style, Trend, UNBROKEN, joined, straight};
use crate::chart::paint::Go;
use crate::stats::track::Thinned;

/// With so much room for each point it is a dot as well.
const ROOMY: f64 = 9.0;
/// More points than these are not dotted.
const DOTTED: usize = 120;

/// Centre and limits of each phase.
pub(super) fn limits(pen: &mut Pen, trend: &Trend, layout: &Layout) {
    let color = trend.palette.second;
    for phase in &trend.limits {
        let Some((from, to)) = shown(phase, layout.ticks.window) else { continue };
        let mut level = |value: f64, style: Style| {
            straight(pen, layout.spot((from, value)), layout.spot((to, value)), style);
        };
        level(phase.centre, (1.0, color, UNBROKEN));
        for limit in [phase.lower, phase.upper].into_iter().flatten() {
            level(limit, (1.0, color, LIMIT));
        }
    }
}

/// The earlier course: thinner, and dotted where there are few enough points to tell; dots of a long line take long.
pub(super) fn before(pen: &mut Pen, trend: &Trend, layout: &Layout) {
    let count: usize = layout.before.runs.iter().map(Vec::len).sum();
    let dash = if count > DOTTED { UNBROKEN } else { EARLIER };
    let path = path(&trend.before, layout, &layout.before);
    pen.line(&path, if count > DOTTED { 1.0 } else { 1.5 }, trend.palette.second, dash);
}

/// What is aimed at.
pub(super) fn target(pen: &mut Pen, trend: &Trend, layout: &Layout) {
    let corners = course(trend, layout.ticks.window);
    if corners.len() > 1 {
        let path = joined(corners.into_iter().map(|corner| layout.spot(corner)));
        pen.line(&path, 1.5, trend.palette.ink, AIMED);
    }
}

/// What is expected: intervals as a fan, the mean dashed, behind a line that parts it from what is known.
pub(super) fn forecast(pen: &mut Pen, trend: &Trend, layout: &Layout) {
    let (window, color) = (layout.ticks.window, trend.palette.accent);
    let Some(first) = trend.forecast.first().filter(|_| trend.forecast.iter().any(|at| layout.shows(at.at)))
    else {
        return;
    };
    let widest = trend.forecast.iter().map(|ahead| ahead.intervals.len()).max().unwrap_or_default();
    for level in (0..widest).rev() {
        fan(pen, trend, layout, level);
    }
    let mean = cut(&along(&trend.forecast, |ahead| Some(ahead.mean)), window);
    if layout.shows(first.at) {
        let (x, plot) = (layout.x(first.at), layout.plot);
        straight(pen, (x, plot.y), (x, plot.bottom()), (1.0, color.faded(0.6), EARLIER));
    }
    if let [only] = mean[..] {
        pen.ring(layout.spot(only), 3.5, (1.5, color, UNBROKEN));
    } else {
        pen.line(&joined(mean.into_iter().map(|point| layout.spot(point))), 2.0, color, EXPECTED);
    }
}

fn fan(pen: &mut Pen, trend: &Trend, layout: &Layout, level: usize) {
    let edge = |end: fn(&(f64, f64)) -> f64| {
        let line = along(&trend.forecast, |ahead| ahead.intervals.get(level).map(end));
        cut(&line, layout.ticks.window)
    };
    let (low, high) = (edge(|interval| interval.0), edge(|interval| interval.1));
    let color = trend.palette.accent.faded(if level == 0 { 0.16 } else { 0.1 });
    if let ([low], [high]) = (&low[..], &high[..]) {
        let (from, to) = (layout.spot(*low), layout.spot(*high));
        straight(pen, from, to, (7.0, color, UNBROKEN));
        return;
    }
    let around = high.into_iter().chain(low.into_iter().rev()).map(|point| layout.spot(point));
    let mut path = joined(around);
    path.push(Go::Close);
    if path.len() > 3 {
        pen.fill(&path, color);
    }
}

fn along(ahead: &[Ahead], of: impl Fn(&Ahead) -> Option<f64>) -> Vec<(f64, f64)> {
    ahead.iter().filter_map(|ahead| Some((ahead.at, of(ahead)?))).collect()
}

/// The values: a line that is broken wherever something is missing; what stands alone is a dot.
pub(super) fn values(pen: &mut Pen, trend: &Trend, series: &Series, layout: &Layout) {
    let color = trend.palette.accent;
    let width = if layout.line.dense { 1.0 } else { 2.0 };
    pen.line(&path(series, layout, &layout.line), width, color, UNBROKEN);
    let count: usize = layout.line.runs.iter().map(Vec::len).sum();
    let roomy = layout.plot.w / count.max(1) as f64 >= ROOMY;
    for run in &layout.line.runs {
        for &index in run.iter().filter(|_| roomy || run.len() == 1) {
            if let Some(point) = series.point(index).filter(|point| layout.shows(point.0)) {
                pen.disc(layout.spot(point), if roomy { 3.0 } else { 2.0 }, color);
            }
        }
    }
}

/// All runs as one path; what crosses the window's edge ends there.
fn path(series: &Series, layout: &Layout, line: &Thinned) -> Vec<Go> {
    let (from, to) = layout.ticks.window;
    let mut path = Vec::new();
    for run in line.runs.iter().filter(|run| run.len() > 1) {
        let points = run.iter().filter_map(|&index| series.point(index));
        let outside = |index: Option<&usize>| {
            index.and_then(|&index| series.point(index)).is_some_and(|(at, _)| at < from || at > to)
        };
        if outside(run.first()) || outside(run.last()) {
            let whole: Vec<(f64, f64)> = points.collect();
            path.extend(joined(cut(&whole, (from, to)).into_iter().map(|point| layout.spot(point))));
        } else {
            path.extend(joined(points.map(|point| layout.spot(point))));
        }
    }
    path
}
