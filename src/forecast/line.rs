//! A straight line.

use super::outlook::{Method, Outlook, Step};

/// The least-squares line through the known values, carried on: for series too short for anything else. The deviation of
/// a step is that of a new value, √(s²(1 + 1/n + (x − x̄)² ÷ Σ(x − x̄)²)), with n − 2 degrees of freedom. None under three
/// values.
///
/// ```
/// let found = throughline::forecast::line(&[Some(1.0), Some(2.0), None, Some(4.0)], 1).unwrap();
/// assert!((found.steps[0].mean - 5.0).abs() < 1e-12 && found.steps[0].deviation < 1e-12);
/// ```
#[must_use]
pub fn line(series: &[Option<f64>], ahead: usize) -> Option<Outlook> {
    let known: Vec<(f64, f64)> =
        series.iter().zip(0_u32..).filter_map(|(value, at)| Some((f64::from(at), (*value)?))).collect();
    let n = known.len();
    (n >= 3 && known.iter().all(|(_, value)| value.is_finite())).then_some(())?;
    let count = n as f64;
    let middle = known.iter().map(|(at, _)| at).sum::<f64>() / count;
    let mean = known.iter().map(|(_, value)| value).sum::<f64>() / count;
    let squares: f64 = known.iter().map(|(at, _)| (at - middle) * (at - middle)).sum();
    let slope = known.iter().map(|(at, value)| (at - middle) * (value - mean)).sum::<f64>() / squares;
    let error = |(at, value): &(f64, f64)| value - mean - slope * (at - middle);
    let errors: f64 = known.iter().map(|each| error(each) * error(each)).sum();
    let freedom = count - 2.0;
    let step = |ahead: usize| {
        let from = (series.len() - 1 + ahead) as f64 - middle;
        let wider = 1.0 + 1.0 / count + from * from / squares;
        Step { mean: mean + slope * from, deviation: (errors / freedom * wider).sqrt() }
    };
    let steps = (1..=ahead).map(step).collect();
    Some(Outlook { method: Method::Line { slope }, n, freedom, squares: errors, steps })
}
