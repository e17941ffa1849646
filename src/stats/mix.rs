//! Why a total moved: its parts got better or worse (rate), or their weights shifted (mix).

use super::sum::Sum;
use super::trend::Direction;

/// A part of the whole in two periods: numerator and denominator, such as solved and all cases of a channel, or
/// seconds and calls of a team.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Segment {
    /// Numerator and denominator of the first period; a denominator of 0 means no case.
    pub before: (f64, f64),
    /// Numerator and denominator of the second period.
    pub after: (f64, f64),
}

/// What one segment adds to the change of the total, in the unit of the ratio.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Effect {
    /// By its own ratio having changed.
    pub rate: f64,
    /// By its share of the cases having changed.
    pub mix: f64,
}

/// The change of a total between two periods and what it is made of.
#[derive(Clone, Debug, PartialEq)]
pub struct Mix {
    /// The total ratio of the first period.
    pub before: f64,
    /// The total ratio of the second period.
    pub after: f64,
    /// All segments' rate effects.
    pub rate: f64,
    /// All segments' mix effects; rate + mix = after − before.
    pub mix: f64,
    /// The effects of each segment, in the order given.
    pub segments: Vec<Effect>,
    /// Simpson's paradox: the way that every segment with cases in both periods goes, where there are at least
    /// two of them and the total goes the other way.
    pub paradox: Option<Direction>,
}

impl Mix {
    /// After less before.
    #[must_use]
    pub fn change(&self) -> f64 {
        self.after - self.before
    }
}

/// Splits the change of a ratio of sums into a rate effect and a mix effect (Kitagawa 1955).
///
/// With w a segment's share of the denominators and r its ratio, means over the two periods barred: rate is
/// (r₁ − r₀)·w̄, mix is (w₁ − w₀)·(r̄ − R̄), R̄ the mean of the two totals. Of the decompositions in use this one
/// has no third term that nobody can explain, and the same result, with its sign changed, when the periods change places. R̄
/// cancels in the sum; it lets a segment's mix effect say whether cases moved to where things are better than the
/// average. A segment without cases in one period has no ratio there (not a ratio of 0): all it does is mix.
///
/// None where a period has no cases at all, a denominator is negative, a numerator has no denominator, or a number is not finite.
///
/// ```
/// use throughline::stats::{Direction, Segment, rate_and_mix};
/// // Kidney stones (Charig et al. 1986): better for small and for large stones, worse in all.
/// let small = Segment { before: (234.0, 270.0), after: (81.0, 87.0) };
/// let large = Segment { before: (55.0, 80.0), after: (192.0, 263.0) };
/// let found = rate_and_mix(&[small, large]).unwrap();
/// assert!(found.rate > 0.0 && found.change() < 0.0);
/// assert!((found.rate + found.mix - found.change()).abs() < 1e-15);
/// assert_eq!(found.paradox, Some(Direction::Up));
/// ```
#[must_use]
pub fn rate_and_mix(segments: &[Segment]) -> Option<Mix> {
    let (all_before, all_after) = (total(segments, |s| s.before)?, total(segments, |s| s.after)?);
    let (before, after) = (all_before.0 / all_before.1, all_after.0 / all_after.1);
    let middle = 0.5 * (before + after);
    let effect = |segment: &Segment| {
        let (was, is) = (segment.before.1 / all_before.1, segment.after.1 / all_after.1);
        let (from, to) = match (ratio(segment.before), ratio(segment.after)) {
            (Some(from), Some(to)) => (from, to),
            // It has one ratio, or none and no weight either.
            (one, other) => {
                let only = one.or(other).unwrap_or(middle);
                (only, only)
            }
        };
        Effect { rate: (to - from) * 0.5 * (was + is), mix: (is - was) * (0.5 * (from + to) - middle) }
    };
    let effects: Vec<Effect> = segments.iter().map(effect).collect();
    let sum = |of: fn(&Effect) -> f64| {
        let mut sum = Sum::default();
        effects.iter().for_each(|effect| sum.add(of(effect)));
        sum.value()
    };
    let (rate, mix) = (sum(|effect| effect.rate), sum(|effect| effect.mix));
    let finite = [before, after, rate, mix].into_iter().all(f64::is_finite);
    let paradox = paradox(segments, before, after);
    finite.then_some(Mix { before, after, rate, mix, segments: effects, paradox })
}

fn ratio((numerator, denominator): (f64, f64)) -> Option<f64> {
    (denominator > 0.0).then(|| numerator / denominator)
}

/// The sums of a period; none where there is no case or a count is no count.
fn total(segments: &[Segment], of: fn(&Segment) -> (f64, f64)) -> Option<(f64, f64)> {
    let (mut numerators, mut denominators) = (Sum::default(), Sum::default());
    for (numerator, denominator) in segments.iter().map(of) {
        let empty = denominator <= 0.0 && numerator.abs() > 0.0;
        (numerator.is_finite() && denominator.is_finite() && denominator >= 0.0 && !empty).then_some(())?;
        numerators.add(numerator);
        denominators.add(denominator);
    }
    (denominators.value() > 0.0).then(|| (numerators.value(), denominators.value()))
}

fn paradox(segments: &[Segment], before: f64, after: f64) -> Option<Direction> {
    let way = |from: f64, to: f64| match to - from {
        up if up > 0.0 => Some(Direction::Up),
        down if down < 0.0 => Some(Direction::Down),
        _ => None,
    };
    let both = |segment: &Segment| Some(way(ratio(segment.before)?, ratio(segment.after)?));
    let ways: Vec<Option<Direction>> = segments.iter().filter_map(both).collect();
    let whole = way(before, after)?;
    let parts = (*ways.first()?)?;
    (ways.len() > 1 && parts != whole && ways.iter().all(|way| *way == Some(parts))).then_some(parts)
}
