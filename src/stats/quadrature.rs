//! The rule of Gauss and Legendre: a smooth function's integral from a few of its values.

/// Places and weights of the rule of `points` (20 at most) for an integral from 0 to 1.
///
/// The roots of the Legendre polynomial are found where it changes its sign and halved in on: no table, no cosine.
///
/// ```
/// let rule = throughline::stats::legendre(16);
/// let e: f64 = rule.iter().map(|(place, weight)| weight * place.exp()).sum();
/// assert!((e - (1.0_f64.exp() - 1.0)).abs() < 1e-14);
/// ```
#[must_use]
pub fn legendre(points: u32) -> Vec<(f64, f64)> {
    // Off the middle, so that no root of an odd rule lies on a step.
    const STEPS: u32 = 400;
    let place = |step: u32| -1.0 + (2.0 * f64::from(step) + 1e-3) / f64::from(STEPS);
    let mut rule = Vec::new();
    for step in 0..STEPS {
        let (mut low, mut high) = (place(step), place(step + 1).min(1.0));
        let below = polynomial(points, low).0;
        if below * polynomial(points, high).0 >= 0.0 {
            continue;
        }
        for _ in 0..60 {
            let middle = 0.5 * (low + high);
            if below * polynomial(points, middle).0 > 0.0 { low = middle } else { high = middle }
        }
        let root = 0.5 * (low + high);
        let slope = polynomial(points, root).1;
        // From −1..1 to 0..1 both are halved.
        rule.push((0.5 * (1.0 + root), 1.0 / ((1.0 - root * root) * slope * slope)));
    }
    rule
}

/// The Legendre polynomial of that degree and its slope, by the recurrence over the degrees.
fn polynomial(degree: u32, x: f64) -> (f64, f64) {
    let (mut before, mut now) = (1.0, x);
    for n in 2..=degree {
        let n = f64::from(n);
        (before, now) = (now, ((2.0 * n - 1.0) * x * now - (n - 1.0) * before) / n);
    }
    (now, f64::from(degree) * (x * now - before) / (x * x - 1.0))
}
