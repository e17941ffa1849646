//! Callers who find no line free and are gone.

/// Erlang B: the share of calls that find all of `agents` busy where nobody waits, by the recursion
/// Bₖ = A·Bₖ₋₁ ÷ (k + A·Bₖ₋₁) from B₀ = 1, which never leaves 0 to 1. None where the load is below 0 or not finite.
///
/// ```
/// use throughline::staffing::erlang_b;
/// // Two lines at a load of one erlang: (1/2) ÷ (1 + 1 + 1/2).
/// assert!((erlang_b(2, 1.0).unwrap() - 0.2).abs() < 1e-15);
/// ```
#[must_use]
pub fn erlang_b(agents: u32, load: f64) -> Option<f64> {
    (load >= 0.0 && load.is_finite()).then_some(())?;
    Some((1..=agents).fold(1.0, |blocked, k| load * blocked / (f64::from(k) + load * blocked)))
}
