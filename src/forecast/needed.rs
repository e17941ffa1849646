//! What must happen for a target to be made.

/// What must happen, held against the best that was ever seen.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Needed {
    /// What the value must change by each period from now on, in the unit of the value; 0 where the target is met.
    pub rate: f64,
    /// The best that a run of periods has changed by, a period; its sign is that of the rate's direction.
    pub best: f64,
    /// How many periods that run had: as many as are left, or as many as there were.
    pub over: usize,
    /// Whether what must happen has been seen: the best is as good, or nothing must happen.
    pub seen: bool,
}

/// What must happen from the last value of a series to reach `target` `ahead` periods later; `less` where less is better.
/// None where fewer than two values are known, or no period is left.
///
/// ```
/// use throughline::forecast::needed;
/// let series = [70.0, 71.0, 74.0, 75.0].map(Some);
/// let found = needed(&series, 85.0, 2, false).unwrap();
/// assert_eq!((found.rate, found.best, found.over, found.seen), (5.0, 2.0, 2, false));
/// ```
#[must_use]
pub fn needed(series: &[Option<f64>], target: f64, ahead: usize, less: bool) -> Option<Needed> {
    let known: Vec<(usize, f64)> =
        series.iter().enumerate().filter_map(|(at, value)| Some((at, (*value)?))).collect();
    let (last, value) = known.last().copied()?;
    let (first, _) = known.first().copied()?;
    (ahead > 0 && first < last).then_some(())?;
    // Periods without a value behind the last one are left as well.
    let left = ahead + (series.len() - 1 - last);
    let over = left.min(last - first);
    let better = |change: f64| if less { -change } else { change };
    let changes = known.iter().filter_map(|(from, before)| {
        // They are in order of time, and a run has one period at least.
        let later = known.get(known.partition_point(|(at, _)| *at < from + over)..)?.first();
        later.map(|(at, after)| (after - before) / (at - from) as f64)
    });
    let best = changes.reduce(|one, other| if better(other) > better(one) { other } else { one })?;
    let must = (target - value) / left as f64;
    let met = better(must) <= 0.0;
    let rate = if met { 0.0 } else { must };
    Some(Needed { rate, best, over, seen: met || better(best) >= better(rate) })
}
