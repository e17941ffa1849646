//! The interval rule: a colour only where the interval lies in one band (N14, domain section 2).
//!
//! The value's interval is carried through the score (or pace) function. Where a band edge lies inside,
//! the status is "cannot tell", with the n that would tell: half-widths shrink as 1 ÷ √n, so an edge at
//! distance d from the value, with a half-width w on its side, clears at **n · (w ÷ d)²**; of several
//! edges inside, the largest such n. A value on the edge itself clears at no n.

/// What the interval rule found.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Gate {
    /// The edge nearest to the value.
    pub edge: f64,
    /// The n that would tell, rounded up.
    pub needed: Option<f64>,
}

/// Holds edges against an interval; none where no edge lies inside it. An edge belongs to the band above
/// it, so one on the lower end is outside and one on the upper end inside.
///
/// ```
/// use throughline::score::gate;
/// let open = gate(0.85, (0.75, 0.95), Some(100), &[0.9, 0.7]).unwrap();
/// assert_eq!((open.edge, open.needed), (0.9, Some(400.0)));
/// assert_eq!(gate(0.8, (0.75, 0.85), Some(100), &[0.9, 0.7]), None);
/// ```
#[must_use]
pub fn gate(here: f64, interval: (f64, f64), n: Option<u64>, edges: &[f64]) -> Option<Gate> {
    let (low, high) = interval;
    let inside = || edges.iter().copied().filter(|edge| low < *edge && *edge <= high);
    let distance = |edge: f64| (edge - here).abs();
    let edge = inside().min_by(|a, b| distance(*a).total_cmp(&distance(*b)))?;
    // The nearest edge needs the most, except where the interval is lopsided: so take the most.
    let factors = inside().map(|edge| factor(here, interval, edge));
    let factor = factors.fold(0.0, f64::max);
    let needed = n.map(|n| (n as f64 * factor * (1.0 - 1e-12)).ceil()).filter(|needed| needed.is_finite());
    Some(Gate { edge, needed })
}

/// (w ÷ d)²: how many times as many cases would clear the edge.
fn factor(here: f64, (low, high): (f64, f64), edge: f64) -> f64 {
    let width = if edge < here { here - low } else { high - here };
    let times = width / (edge - here).abs();
    if times.is_nan() { f64::INFINITY } else { times * times }
}
