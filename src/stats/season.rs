//! Is there a season?

use super::gamma::chi_square_tail;
use super::order::order;
use super::trend::{CannotTell, seasons, sen_slope};

/// What the Kruskal–Wallis test found.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Season {
    /// The statistic, ties counted.
    pub h: f64,
    /// The number of groups less 1.
    pub freedom: usize,
    /// The p of "the groups do not differ".
    pub p: f64,
}

impl Season {
    /// Whether a season shows: p is below 1 − level.
    #[must_use]
    pub fn shows(&self, level: f64) -> bool {
        self.p < 1.0 - level
    }
}

/// The least number of values in every season.
const LEAST: usize = 3;

/// Tests for a season of `period` steps (12 for months): Kruskal–Wallis over the seasons, of what is left when
/// Sen's line is taken off, so that a trend neither hides a season nor passes for one. Each season needs three
/// values (three years of months): below that it cannot be told from chance.
///
/// # Errors
///
/// [`CannotTell::TooFew`] where a season has fewer than 3 values; [`CannotTell::NotANumber`] where a value is not
/// finite, the period is under 2, or the series is longer than 3,000.
///
/// ```
/// use throughline::stats::season;
/// let quarters = [5.0, 9.0, 2.0, 7.0, 6.0, 10.0, 3.0, 8.0, 7.0, 11.0, 4.0, 9.0].map(Some);
/// assert!(season(&quarters, 4).unwrap().shows(0.95));
/// ```
pub fn season(series: &[Option<f64>], period: usize) -> Result<Season, CannotTell> {
    let fewest = seasons(series, period)?.iter().map(Vec::len).min().unwrap_or(0);
    if fewest < LEAST {
        return Err(CannotTell::TooFew { have: fewest, need: LEAST });
    }
    let slope = sen_slope(series, 0.95)?.slope;
    let rest: Vec<Option<f64>> =
        series.iter().zip(0_u32..).map(|(value, at)| value.map(|x| x - slope * f64::from(at))).collect();
    let groups = seasons(&rest, period)?;
    kruskal_wallis(&groups).ok_or(CannotTell::NotANumber)
}

/// The Kruskal–Wallis test of whether groups come from one distribution (Kruskal and Wallis 1952), by the χ² with
/// one degree of freedom fewer than groups; ties get their mean rank and are counted. None under two groups, where a group is empty, or where a
/// number is not finite. Where all numbers are equal H is 0.
///
/// ```
/// use throughline::stats::kruskal_wallis;
/// let groups = [vec![1.0, 3.0, 5.0, 7.0, 9.0], vec![2.0, 4.0, 6.0, 8.0, 10.0]];
/// let found = kruskal_wallis(&groups).unwrap();
/// assert!((found.h - 0.2727).abs() < 5e-5 && (found.p - 0.6015).abs() < 5e-5);
/// ```
#[must_use]
pub fn kruskal_wallis(groups: &[Vec<f64>]) -> Option<Season> {
    let sound = groups.len() > 1 && groups.iter().all(|group| !group.is_empty());
    (sound && groups.iter().flatten().all(|x| x.is_finite())).then_some(())?;
    let (sums, ties) = ranks(groups);
    let n = groups.iter().map(Vec::len).sum::<usize>() as f64;
    let squares: f64 = sums.iter().zip(groups).map(|(sum, group)| sum * sum / group.len() as f64).sum();
    let plain = 12.0 / (n * (n + 1.0)) * squares - 3.0 * (n + 1.0);
    let untied = 1.0 - ties / (n * n * n - n);
    let h = if untied > 0.0 { (plain / untied).max(0.0) } else { 0.0 };
    let freedom = groups.len() - 1;
    Some(Season { h, freedom, p: chi_square_tail(h, freedom as f64) })
}

/// The sum of the ranks of each group, and Σ(t³ − t) over groups of equal numbers.
fn ranks(groups: &[Vec<f64>]) -> (Vec<f64>, f64) {
    let all: Vec<(usize, f64)> = groups
        .iter()
        .enumerate()
        .flat_map(|(group, values)| values.iter().map(move |x| (group, *x)))
        .collect();
    let value = |at: usize| all.get(at).map_or(0.0, |(_, x)| *x);
    let places = order(all.len(), &|a, b| value(a).total_cmp(&value(b)));
    let (mut sums, mut ties, mut before) = (vec![0.0; groups.len()], 0.0, 0.0);
    for tied in places.chunk_by(|a, b| value(*a) >= value(*b)) {
        let t = tied.len() as f64;
        let rank = before + 0.5 * (t + 1.0);
        for place in tied {
            if let Some(sum) = all.get(*place).and_then(|(group, _)| sums.get_mut(*group)) {
                *sum += rank;
            }
        }
        ties += t * t * t - t;
        before += t;
    }
    (sums, ties)
}
