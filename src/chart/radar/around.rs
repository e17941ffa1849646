//! Angles and distances around the centre of a radar, x counted from the start side.

use std::f64::consts::TAU;

/// A point, CSS pixels.
pub(super) type Spot = (f64, f64);

/// The way out of the centre along an axis, one pixel far: the first straight up, the others clockwise.
pub(super) fn way(at: usize, of: usize) -> Spot {
    let turn = at as f64 / of.max(1) as f64;
    // The nearer way round, where the series has fewer digits to lose.
    toward(if turn > 0.5 { turn - 1.0 } else { turn })
}

/// The way at this part of a whole turn from straight up, half a turn either way at most.
pub(in crate::chart) fn toward(turn: f64) -> Spot {
    let angle = TAU * turn;
    (series(angle, 1), -series(angle, 0))
}

/// Sine (from the first power on) or cosine (from none on) of half a turn at most, by its series: the same to the last
/// digit in every browser and natively, without the library's own, which reckons with numbers that look like addresses of
/// the module's data and would keep all of these in its core.
fn series(angle: f64, first: u32) -> f64 {
    const TERMS: u32 = 15;
    let (mut sum, mut term) = (0.0, if first == 0 { 1.0 } else { angle });
    for at in 0..TERMS {
        sum += term;
        let power = f64::from(first + 2 * at);
        term *= -angle * angle / ((power + 1.0) * (power + 2.0));
    }
    sum
}

/// So far out of `middle` along a way.
pub(super) fn out(middle: Spot, way: Spot, far: f64) -> Spot {
    (middle.0 + way.0 * far, middle.1 + way.1 * far)
}

/// The runs of neighbours that are all there, round the circle: each run once, one alone as well. A whole circle ends
/// where it began.
pub(super) fn runs(spots: &[Option<Spot>]) -> Vec<Vec<Spot>> {
    let count = spots.len();
    let Some(gap) = spots.iter().position(Option::is_none) else {
        return vec![spots.iter().chain(spots.first()).copied().flatten().collect()];
    };
    // From behind a gap, so that no run is cut where the list happens to begin.
    let turned: Vec<Option<Spot>> = spots.iter().cycle().skip(gap).take(count).copied().collect();
    let runs = turned.split(Option::is_none).filter(|run| !run.is_empty());
    runs.map(|run| run.iter().copied().flatten().collect()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn runs_go_round_and_end_at_gaps() {
        let spot = |x: u8| Some((f64::from(x), 0.0));
        let xs = |spots: &[Option<Spot>]| -> Vec<Vec<u8>> {
            runs(spots).iter().map(|run| run.iter().map(|at| at.0 as u8).collect()).collect()
        };
        assert_eq!(xs(&[spot(1), spot(2), spot(3)]), [[1, 2, 3, 1]]);
        assert_eq!(xs(&[spot(1), None, spot(3), spot(4)]), [[3, 4, 1]]);
        assert_eq!(xs(&[None, spot(2), None, spot(4), spot(5)]), [vec![2], vec![4, 5]]);
        assert_eq!(xs(&[None, None, None]), Vec::<Vec<u8>>::new());
    }

    #[test]
    fn the_series_is_the_sine() {
        for of in 1..=24 {
            for at in 0..of {
                let angle = TAU * at as f64 / of as f64;
                let (x, y) = way(at, of);
                assert!((x - angle.sin()).abs() < 1e-14 && (y + angle.cos()).abs() < 1e-14, "{at} of {of}");
            }
        }
    }

    #[test]
    fn the_first_axis_is_up_and_the_next_one_towards_the_end_side() {
        let (up, across) = (way(0, 4), way(1, 4));
        assert!((up.0.abs() < 1e-9) && (up.1 + 1.0).abs() < 1e-9);
        assert!((across.0 - 1.0).abs() < 1e-9 && across.1.abs() < 1e-9);
    }
}
