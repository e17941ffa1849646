//! The difference of one roll-up between two ends, split over its contributors: pure functions of numbers.

/// A contributor at one end.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct End {
    /// w·σ, 0 where it is no contributor there.
    pub weight: f64,
    /// Its score; none where it is unknown.
    pub score: Option<f64>,
}

/// By how much something moved a score, by why; in points of the score, from −1 to 1.
#[derive(Clone, Copy, Debug, PartialEq, Default)]
pub struct Effects {
    /// Its own score moved.
    pub value: f64,
    /// Its own weight became another.
    pub weight: f64,
    /// It became known, or unknown.
    pub coverage: f64,
    /// The parts of others moved, and with them its own.
    pub mix: f64,
    /// Its score is not what its parts make of it.
    pub other: f64,
}

impl Effects {
    /// All of them together.
    #[must_use]
    pub fn total(&self) -> f64 {
        self.value + self.weight + self.coverage + self.mix + self.other
    }
}

/// What one contributor did.
#[derive(Clone, Copy, Debug, PartialEq, Default)]
pub struct Piece {
    /// How much of a change of its score arrives above.
    pub carries: f64,
    /// By how much it moved the score.
    pub effects: Effects,
}

/// Both ends of a contributor.
pub type Pair = (End, End);

/// The split of a weighted mean; `zero` counts what is unknown as 0.
#[must_use]
pub fn mean(pairs: &[Pair], zero: bool) -> Vec<Piece> {
    let counts = |end: &End| end.weight > 0.0 && (zero || end.score.is_some());
    let (k0, k1): (Vec<bool>, Vec<bool>) = pairs.iter().map(|(a, b)| (counts(a), counts(b))).unzip();
    let (w0, w1): (Vec<f64>, Vec<f64>) = pairs.iter().map(|(a, b)| (a.weight, b.weight)).unzip();
    let [e00, e11] = [parts(&w0, &k0), parts(&w1, &k1)].map(Option::unwrap_or_default);
    let (between, score) = (parts(&w1, &k0).zip(parts(&w0, &k1)), |e: &[f64], first: bool| {
        pairs.iter().zip(e).map(|(pair, part)| part * filled(pair, first, zero)).sum::<f64>()
    });
    let middle = f64::midpoint(score(&e00, true), score(&e11, false));
    let at = |list: &[f64], place: usize| list.get(place).copied().unwrap_or(0.0);
    let one = |(place, pair): (usize, &Pair)| {
        let (e0, e1) = (at(&e00, place), at(&e11, place));
        let (s0, s1) = (filled(pair, true, zero), filled(pair, false, zero));
        let carries = f64::midpoint(e0, e1);
        // Of the change of its part, what its and others' weights did; the rest is who is known.
        let by_weight = between
            .as_ref()
            .map_or(0.0, |(e10, e01)| f64::midpoint(at(e10, place) - e0, e1 - at(e01, place)));
        let lever = f64::midpoint(s0, s1) - middle;
        let (weights, known) = (lever * by_weight, lever * (e1 - e0 - by_weight));
        Piece { carries, effects: named(pair, carries * (s1 - s0), weights, known) }
    };
    pairs.iter().enumerate().map(one).collect()
}

/// The split of a capped sum: what is above the cap is taken from all alike, and what that moves is no one's own.
#[must_use]
pub fn sum(pairs: &[Pair]) -> Vec<Piece> {
    let over = |end: fn(&Pair) -> &End| {
        let part = |pair: &Pair| end(pair).weight * end(pair).score.unwrap_or(0.0);
        pairs.iter().map(part).sum::<f64>().max(1.0)
    };
    let (first, last) = (over(|pair| &pair.0), over(|pair| &pair.1));
    let one = |pair: &Pair| {
        let (before, after) = pair;
        let (e0, e1) = (before.weight / first, after.weight / last);
        let (s0, s1) = (before.score.unwrap_or(0.0), after.score.unwrap_or(0.0));
        let carries = f64::midpoint(e0, e1);
        // The part moves with the own weight, and with the cap.
        let own = f64::midpoint(1.0 / first, 1.0 / last) * (after.weight - before.weight);
        let middle = f64::midpoint(s0, s1);
        let mut effects = named(pair, carries * (s1 - s0), middle * own, 0.0);
        effects.mix += middle * (e1 - e0 - own);
        Piece { carries, effects }
    };
    pairs.iter().map(one).collect()
}

/// Gives each effect its name: a part that moved though nothing of its own did, moved by the mix.
fn named(pair: &Pair, value: f64, weights: f64, known: f64) -> Effects {
    let (before, after) = pair;
    let reweighted = (before.weight - after.weight).abs() > 0.0;
    let turned = before.score.is_some() != after.score.is_some();
    let mut effects = Effects::default();
    let put = |own: bool, amount: f64, to: &mut f64, mix: &mut f64| *(if own { to } else { mix }) += amount;
    // Only where the unknown counts as 0 does becoming known move the score itself.
    put(!turned, value, &mut effects.value, &mut effects.coverage);
    put(reweighted, weights, &mut effects.weight, &mut effects.mix);
    put(turned, known, &mut effects.coverage, &mut effects.mix);
    effects
}

/// The score at one end. What is unknown there counts as 0 where it counts; where it does not, it has no part,
/// and the score of the other end stands for it, so that its value has not moved.
fn filled(pair: &Pair, first: bool, zero: bool) -> f64 {
    let (here, there) = if first { (&pair.0, &pair.1) } else { (&pair.1, &pair.0) };
    here.score.or(there.score.filter(|_| !zero)).unwrap_or(0.0)
}

/// Weights over their sum, of those that count; none where there are none.
fn parts(weights: &[f64], known: &[bool]) -> Option<Vec<f64>> {
    let counted = |(weight, known): (&f64, &bool)| if *known { *weight } else { 0.0 };
    let total: f64 = weights.iter().zip(known).map(counted).sum();
    (total > 0.0).then(|| weights.iter().zip(known).map(|each| counted(each) / total).collect())
}

/// The split of the least (or, with `greatest`, the greatest).
#[must_use]
pub fn extreme(pairs: &[Pair], greatest: bool, zero: bool) -> Vec<Piece> {
    if !zero {
        return envelope(pairs, greatest);
    }
    let known = |end: End| End { score: end.score.or(Some(0.0)), ..end };
    let all: Vec<Pair> = pairs.iter().map(|(a, b)| (known(*a), known(*b))).collect();
    let mut pieces = envelope(&all, greatest);
    for (piece, (before, after)) in pieces.iter_mut().zip(pairs) {
        // A value that came or went is no value that moved.
        if before.score.is_some() != after.score.is_some() {
            piece.effects.coverage += std::mem::take(&mut piece.effects.value);
        }
    }
    pieces
}

/// The lower (or upper) envelope of straight lines, and who makes it.
fn envelope(pairs: &[Pair], greatest: bool) -> Vec<Piece> {
    let sign = if greatest { -1.0 } else { 1.0 };
    let line = |(before, after): &Pair| {
        let (a, b) = (before.score.or(after.score)?, after.score.or(before.score)?);
        Some((sign * a, sign * b))
    };
    let lines: Vec<Option<(f64, f64)>> = pairs.iter().map(line).collect();
    let known = |end: fn(&Pair) -> &End| -> Vec<bool> {
        pairs.iter().map(|pair| end(pair).score.is_some() && end(pair).weight > 0.0).collect()
    };
    let (k0, k1) = (known(|pair| &pair.0), known(|pair| &pair.1));
    let mut pieces = vec![Piece::default(); pairs.len()];
    for (way, turn) in [(&k0, 1.0), (&k1, 0.0)] {
        for (place, share) in on_the_way(&lines, way) {
            let moved = lines.get(place).copied().flatten().map_or(0.0, |(a, b)| b - a);
            if let Some(piece) = pieces.get_mut(place) {
                piece.carries += share / 2.0;
                piece.effects.value += sign * moved * share / 2.0;
            }
        }
        turned(&lines, (&k0, &k1), turn, |place, amount| {
            if let Some(piece) = pieces.get_mut(place) {
                piece.effects.coverage += sign * amount / 2.0;
            }
        });
    }
    pieces
}

/// Who decides, where values stand at `t` of their way.
fn least(lines: &[Option<(f64, f64)>], known: &[bool], t: f64) -> Option<(usize, f64)> {
    let all = lines.iter().zip(known).enumerate().filter(|(_, (_, known))| **known);
    let values = all.filter_map(|(place, (line, _))| line.map(|(a, b)| (place, a + (b - a) * t)));
    values.reduce(|one, other| if other.1 < one.1 { other } else { one })
}

/// The share of the way on which each decides: between two crossings of lines it is one of them.
fn on_the_way(lines: &[Option<(f64, f64)>], known: &[bool]) -> Vec<(usize, f64)> {
    let mut shares: Vec<(usize, f64)> = Vec::new();
    let mut here = 0.0;
    while here < 1.0 {
        // Just behind a crossing the one that falls faster decides.
        let Some(place) = next(lines, known, here) else { break };
        let until = crossing(lines, known, place, here);
        shares.push((place, until - here));
        here = until;
    }
    shares
}

/// Who decides just behind `t`.
fn next(lines: &[Option<(f64, f64)>], known: &[bool], t: f64) -> Option<usize> {
    let (_, value) = least(lines, known, t)?;
    let all = lines.iter().zip(known).enumerate().filter(|(_, (_, known))| **known);
    let level = all.filter_map(|(place, (line, _))| {
        let (a, b) = (*line)?;
        (a + (b - a) * t <= value + f64::EPSILON).then_some((place, b - a))
    });
    level.reduce(|one, other| if other.1 < one.1 { other } else { one }).map(|(place, _)| place)
}

/// Where another falls below the one that decides, behind `t`; the end where none does.
fn crossing(lines: &[Option<(f64, f64)>], known: &[bool], place: usize, t: f64) -> f64 {
    let Some((a, b)) = lines.get(place).copied().flatten() else { return 1.0 };
    let others = lines.iter().zip(known).filter(|(_, known)| **known).filter_map(|(line, _)| *line);
    let meets = others.filter_map(|(c, d)| {
        let slope = (b - a) - (d - c);
        let at = (c - a) / slope;
        (slope > 0.0 && at > t + f64::EPSILON).then_some(at)
    });
    meets.fold(1.0, f64::min)
}

/// What who is known moves, with values at one end of their way: over those known at both ends, or all where
/// there are none.
fn turned(
    lines: &[Option<(f64, f64)>],
    (before, after): (&[bool], &[bool]),
    t: f64,
    mut give: impl FnMut(usize, f64),
) {
    let both: Vec<bool> = before.iter().zip(after).map(|(one, other)| *one && *other).collect();
    let either: Vec<bool> = before.iter().zip(after).map(|(one, other)| *one || *other).collect();
    let middle = if both.contains(&true) { &both } else { &either };
    let at = |known: &[bool]| least(lines, known, t);
    let (Some(from), Some(over), Some(to)) = (at(before), at(middle), at(after)) else { return };
    // Fewer known: the one that is gone had decided. More known: the one that came decides.
    let whose = |one: (usize, f64), other: (usize, f64)| if one.1 <= other.1 { one.0 } else { other.0 };
    give(whose(from, over), over.1 - from.1);
    give(whose(over, to), to.1 - over.1);
}
