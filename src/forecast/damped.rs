//! A trend that fades.

use super::fit::least;
use super::level::steps;
use super::outlook::{Method, Outlook};
use super::smoothing::{Smoothing, State, squares};

/// What is left of a trend a period later lies between these, as R's `forecast::ets` has it: below, a trend is gone before
/// it is seen; above, it never fades.
const FADES: [f64; 2] = [0.8, 0.98];
/// Level and trend at the start, α, β and φ.
const FITTED: usize = 5;

/// Holt's linear trend, damped (Gardner and McKenzie 1985): the trend is carried on, each period by a share φ of what it
/// was, so that it does not run away. α and β in 0 to 1, φ in 0.8 to 0.98, and where level and trend start are all fitted
/// by least squares: for given weights the errors are linear in the start, which is solved exactly. The variance is the
/// squares ÷ (n − 5); how far the start is not known is counted in the deviations as in any regression, how far the
/// weights are not is left out. None under six values, or where a number is not finite.
///
/// ```
/// use throughline::forecast::damped_trend;
/// let series = [10.0, 11.0, 12.1, 12.9, 14.2, 15.0, 15.8, 17.1].map(Some);
/// let found = damped_trend(&series, 3).unwrap();
/// let [first, _, third] = [0, 1, 2].map(|at| found.steps[at].mean);
/// assert!(first > 17.1 && third > first && third - first < 2.2);
/// ```
#[must_use]
pub fn damped_trend(series: &[Option<f64>], ahead: usize) -> Option<Outlook> {
    let n = series.iter().flatten().count();
    let sound = n > FITTED && series.iter().flatten().all(|value| value.is_finite());
    sound.then_some(())?;
    let weights = |at: &[f64; 3]| {
        let [alpha, beta, fades] = *at;
        Smoothing { alpha, beta, gamma: 0.0, phi: FADES[0] + fades * (FADES[1] - FADES[0]) }
    };
    let squares_of = |at: &[f64; 3]| {
        let by = weights(at);
        let start = Start::of(series, &by)?;
        Some(squares(&start.state().run(series, &by)))
    };
    let at = least(&|at: &[f64; 3]| squares_of(at).unwrap_or(f64::INFINITY));
    let by = weights(&at);
    let start = Start::of(series, &by)?;
    let mut state = start.state();
    let squares = squares(&state.run(series, &by));
    let freedom = (n - FITTED) as f64;
    let variance = squares / freedom;
    let mut steps = steps(&state, &by, 0, ahead, variance);
    for (step, unsure) in steps.iter_mut().zip(start.unsure(series, &by, ahead)) {
        step.deviation = (step.deviation * step.deviation + variance * unsure).sqrt();
    }
    let method = Method::DampedTrend { alpha: by.alpha, beta: by.beta, phi: by.phi };
    Some(Outlook { method, n, freedom, squares, steps })
}

/// The start from which the squares are least. Errors are those from a start at 0, plus the level there times what a level
/// of 1 would do to a series of zeros, plus the same for the trend.
struct Start {
    level: f64,
    trend: f64,
    /// The squares and the product of the two, and what they enclose.
    products: [f64; 3],
    area: f64,
}

const fn state(level: f64, trend: f64) -> State {
    State { level, trend, seasons: Vec::new() }
}

fn zeros(series: &[Option<f64>]) -> Vec<Option<f64>> {
    series.iter().map(|value| value.map(|_| 0.0)).collect()
}

impl Start {
    fn of(series: &[Option<f64>], by: &Smoothing) -> Option<Self> {
        let zeros = zeros(series);
        let own = state(0.0, 0.0).run(series, by);
        let (level, trend) = (state(1.0, 0.0).run(&zeros, by), state(0.0, 1.0).run(&zeros, by));
        let (aa, ab, bb) = (product(&level, &level), product(&level, &trend), product(&trend, &trend));
        let (ay, by) = (product(&level, &own), product(&trend, &own));
        let area = aa * bb - ab * ab;
        (area > 1e-12 * aa * bb).then_some(())?;
        let (level, trend) = ((ab * by - bb * ay) / area, (ab * ay - aa * by) / area);
        (level.is_finite() && trend.is_finite()).then_some(Self {
            level,
            trend,
            products: [aa, ab, bb],
            area,
        })
    }

    const fn state(&self) -> State {
        state(self.level, self.trend)
    }

    /// By how much of the variance each forecast is unsure because the start is.
    fn unsure(&self, series: &[Option<f64>], by: &Smoothing, ahead: usize) -> Vec<f64> {
        let moved = |mut state: State| {
            state.run(&zeros(series), by);
            state.ahead(by, ahead)
        };
        let [aa, ab, bb] = self.products;
        let each = |(p, q): (f64, f64)| (bb * p * p - 2.0 * ab * p * q + aa * q * q) / self.area;
        moved(state(1.0, 0.0)).into_iter().zip(moved(state(0.0, 1.0))).map(each).collect()
    }
}

fn product(one: &[Option<f64>], other: &[Option<f64>]) -> f64 {
    one.iter().zip(other).filter_map(|(a, b)| Some((*a)? * (*b)?)).sum()
}
