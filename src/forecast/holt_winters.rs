//! Holt–Winters with an additive season.

use super::fit::least;
use super::level::steps;
use super::outlook::{Method, Outlook};
use super::smoothing::{Smoothing, State, squares};
use crate::stats::Moments;

/// The weights of the latest value in level, trend and season, each 0 to 1.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Weights {
    /// In the level.
    pub alpha: f64,
    /// In the trend.
    pub beta: f64,
    /// In the season.
    pub gamma: f64,
}

impl From<Weights> for Smoothing {
    fn from(weights: Weights) -> Self {
        Self { alpha: weights.alpha, beta: weights.beta, gamma: weights.gamma, phi: 1.0 }
    }
}

/// Holt–Winters with an additive season of `season` periods, weights fitted by least squares (Holt 1957, Winters 1960).
/// Level, trend and seasons start as R's `HoltWinters` has them: from the moving averages of the first two years. None
/// where the series is shorter than that, or holds a number that is not finite.
#[must_use]
pub fn holt_winters(series: &[Option<f64>], season: usize, ahead: usize) -> Option<Outlook> {
    let (start, rest) = begun(series, season)?;
    let weights = |at: &[f64; 3]| {
        let [alpha, beta, gamma] = *at;
        Weights { alpha, beta, gamma }
    };
    let at = least(&|at: &[f64; 3]| squares(&start.clone().run(rest, &weights(at).into())));
    holt_winters_with(series, season, ahead, weights(&at))
}

/// The same by given weights.
#[must_use]
pub fn holt_winters_with(
    series: &[Option<f64>],
    season: usize,
    ahead: usize,
    weights: Weights,
) -> Option<Outlook> {
    let (mut state, rest) = begun(series, season)?;
    let by = Smoothing::from(weights);
    let errors = state.run(rest, &by);
    let variance = errors.iter().flatten().copied().collect::<Moments>().deviation()?.powi(2);
    let freedom = errors.iter().flatten().count() as f64 - 3.0;
    (freedom > 0.0).then_some(())?;
    let steps = steps(&state, &by, season, ahead, variance);
    let Weights { alpha, beta, gamma } = weights;
    let method = Method::HoltWinters { alpha, beta, gamma, season };
    let n = series.iter().flatten().count();
    Some(Outlook { method, n, freedom, squares: squares(&errors), steps })
}

/// Where the series stands after its first year, and the rest of it. R's start: a line through the centred moving averages
/// of two years gives level and trend, the mean of what is left of each season its season.
fn begun(series: &[Option<f64>], season: usize) -> Option<(State, &[Option<f64>])> {
    let from = series.iter().position(Option::is_some)?;
    let series = series.get(from..)?;
    let sound = season >= 2 && series.iter().flatten().all(|value| value.is_finite());
    sound.then_some(())?;
    let two = filled(series.get(..2 * season)?)?;
    let averages = moving(&two, season);
    let (level, trend) = through(&averages)?;
    let before = season / 2;
    let mut figures = vec![Moments::default(); season];
    for (place, average) in averages.iter().enumerate() {
        let value = two.get(before + place)?;
        figures.get_mut((before + place) % season)?.add(value - average);
    }
    let figures: Vec<f64> = figures.iter().map(Moments::mean).collect::<Option<_>>()?;
    let middle = figures.iter().sum::<f64>() / season as f64;
    let seasons = figures.into_iter().map(|figure| figure - middle).collect();
    Some((State { level, trend, seasons }, series.get(season..)?))
}

/// Values where there are none, on the line between their neighbours: for the start alone.
fn filled(values: &[Option<f64>]) -> Option<Vec<f64>> {
    let known: Vec<(usize, f64)> =
        values.iter().enumerate().filter_map(|(at, value)| Some((at, (*value)?))).collect();
    let last = known.last().copied()?;
    let at = |place: usize| {
        let (after, value) = known.iter().copied().find(|(at, _)| *at >= place).unwrap_or(last);
        let before = known.iter().copied().rfind(|(at, _)| *at <= place);
        match before {
            Some((start, from)) if start < after => {
                from + (value - from) * (place - start) as f64 / (after - start) as f64
            }
            _ => value,
        }
    };
    Some((0..values.len()).map(at).collect())
}

/// The centred moving averages over a year; of an even number of seasons the two ends count half.
fn moving(values: &[f64], season: usize) -> Vec<f64> {
    let even = season.is_multiple_of(2);
    let width = if even { season + 1 } else { season };
    let average = |window: &[f64]| {
        let ends =
            if even { 0.5 * (window.first().unwrap_or(&0.0) + window.last().unwrap_or(&0.0)) } else { 0.0 };
        (window.iter().sum::<f64>() - ends) / season as f64
    };
    values.windows(width).map(average).collect()
}

/// Where the least-squares line through values at 1, 2, 3… stands at 0, and its slope.
fn through(values: &[f64]) -> Option<(f64, f64)> {
    let n = values.len() as f64;
    let middle = (n + 1.0) / 2.0;
    let mean = values.iter().sum::<f64>() / n;
    let (mut products, mut squares) = (0.0, 0.0);
    for (value, at) in values.iter().zip(1_u32..) {
        let from = f64::from(at) - middle;
        products += from * (value - mean);
        squares += from * from;
    }
    (squares > 0.0).then(|| (mean - products / squares * middle, products / squares))
}
