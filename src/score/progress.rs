//! Progress: how far from baseline to target.

/// (v − b) ÷ (t − b), unclamped: 0 at the baseline, 1 at the target, whichever way is better.
/// None where baseline and target are the same.
///
/// ```
/// use throughline::score::progress;
/// assert_eq!(progress(50.0, 80.0, 20.0), Some(0.5));
/// ```
#[must_use]
pub fn progress(value: f64, baseline: f64, target: f64) -> Option<f64> {
    ratio(value - baseline, target - baseline).or_else(|| {
        // A difference of two huge numbers overflows; that of their halves does not.
        ratio(value / 2.0 - baseline / 2.0, target / 2.0 - baseline / 2.0)
    })
}

/// part ÷ whole where that is a number: finite, and not over nothing.
pub(crate) fn ratio(part: f64, whole: f64) -> Option<f64> {
    let ratio = part / whole;
    ratio.is_finite().then_some(ratio + 0.0)
}

/// Into 0..1; −0 becomes 0, so that equal scores are equal bit for bit.
pub(crate) fn unit(number: f64) -> f64 {
    number.clamp(0.0, 1.0) + 0.0
}
