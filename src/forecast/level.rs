//! Simple exponential smoothing.

use super::fit::least;
use super::outlook::{Method, Outlook, Step};
use super::smoothing::{Smoothing, State, squares};
use crate::stats::Moments;

/// Simple exponential smoothing: the level follows each value by a share α of its error, and the next values are
/// expected at the level. It starts at the first value and α is fitted by least squares, as R's
/// `HoltWinters(beta = FALSE, gamma = FALSE)` does; the deviation is that of the errors about their mean. None under
/// three values.
///
/// ```
/// use throughline::forecast::simple;
/// let series = [5.0, 7.0, 5.0, 7.0, 5.0, 7.0, 5.0, 7.0].map(Some);
/// let found = simple(&series, 2).unwrap();
/// assert!(found.steps[0].mean == found.steps[1].mean);
/// ```
#[must_use]
pub fn simple(series: &[Option<f64>], ahead: usize) -> Option<Outlook> {
    let from = series.iter().position(Option::is_some)?;
    let first = series.get(from).copied().flatten()?;
    let rest = series.get(from + 1..)?;
    let n = 1 + rest.iter().flatten().count();
    (n >= 3).then_some(())?;
    let by = |alpha| Smoothing { alpha, beta: 0.0, gamma: 0.0, phi: 0.0 };
    let start = || State { level: first, trend: 0.0, seasons: Vec::new() };
    let [alpha] = least(&|[alpha]: &[f64; 1]| squares(&start().run(rest, &by(*alpha))));
    let (by, mut state) = (by(alpha), start());
    let errors = state.run(rest, &by);
    let variance = errors.iter().flatten().copied().collect::<Moments>().deviation()?.powi(2);
    let freedom = n as f64 - 2.0;
    let steps = steps(&state, &by, 0, ahead, variance);
    Some(Outlook { method: Method::Level { alpha }, n, freedom, squares: squares(&errors), steps })
}

/// The periods ahead of a state.
pub(super) fn steps(state: &State, by: &Smoothing, season: usize, ahead: usize, variance: f64) -> Vec<Step> {
    let means = state.ahead(by, ahead);
    let spread = by.spread(season, ahead);
    means
        .into_iter()
        .zip(spread)
        .map(|(mean, times)| Step { mean, deviation: (variance * times).sqrt() })
        .collect()
}
