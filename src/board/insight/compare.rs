//! Two periods of a number: whether it changed, and what the change is made of.

use super::{Difference, Question};
use crate::board::Board;
use crate::calendar::Period;
use crate::kpi::{Figure, Missing, Over, Slice};
use crate::stats::{Direction, Effect, Mix, Segment, put_in_order, rate_and_mix};

/// A measure in two periods.
#[derive(Clone, Debug)]
pub struct Change {
    /// What was asked.
    pub question: Question,
    /// The dimensions it is split by.
    pub by: Vec<String>,
    /// The dimensions it can be split by; those of people are left out.
    pub dimensions: Vec<String>,
    /// The whole.
    pub total: Versus,
    /// Each segment.
    pub segments: Vec<Versus>,
    /// The change split into rate and mix; where it cannot be, why.
    pub split: Result<Split, Missing>,
}

/// A segment in two periods.
#[derive(Clone, Debug)]
pub struct Versus {
    /// The values of the segment by dimension; nothing for the whole.
    pub segment: Vec<(String, String)>,
    /// The earlier value.
    pub before: Option<Figure>,
    /// The later value.
    pub after: Option<Figure>,
    /// The later one less the earlier one.
    pub difference: Option<Difference>,
}

/// What a change is made of, in the unit of the figure; rate + mix is the change.
#[derive(Clone, Debug, PartialEq)]
pub struct Split {
    /// By the segments' own figures having changed.
    pub rate: f64,
    /// By their shares of the cases having changed.
    pub mix: f64,
    /// Each segment's part.
    pub parts: Vec<SplitPart>,
    /// Simpson's paradox: the way that every segment with cases in both periods goes, where the whole goes
    /// the other way.
    pub paradox: Option<Direction>,
}

/// A segment's part in a change.
#[derive(Clone, Debug, PartialEq)]
pub struct SplitPart {
    /// The values of the segment; nothing for all cases of no segment, or of one that is not shown.
    pub segment: Vec<(String, String)>,
    /// By its own figure.
    pub rate: f64,
    /// By its share of the cases.
    pub mix: f64,
}

impl Board {
    /// A measure in two periods, the later less the earlier. Periods that are not told are the last two
    /// complete ones.
    #[must_use]
    pub fn compare(
        &self,
        question: Question,
        (from, to): (Option<Period>, Option<Period>),
        by: Vec<String>,
    ) -> Change {
        let usual = self.asked(&question, self.plan.cycle()).last_periods(&self.snapshot, 2);
        let [from, to] = match (from, to) {
            (Some(from), Some(to)) => [Some(from), Some(to)],
            (None, Some(to)) => [to.previous(), Some(to)],
            (from, None) => {
                let last = usual.last().copied();
                let before = (usual.len() > 1).then(|| usual.first().copied()).flatten();
                [from.or(before), last]
            }
        };
        let slices = |period: Option<Period>, by: &[String]| {
            let period = period.ok_or(Missing::new("no-complete-period"))?;
            self.asked(&question, period.cycle()).slices(&self.snapshot, by, Over::Period(period))
        };
        let sides = slices(from, &by).and_then(|before| Ok((before, slices(to, &by)?)));
        let (before, after, not_split) = match sides {
            Ok((before, after)) => {
                let none = by.is_empty().then_some(Missing::new("no-dimension"));
                (before, after, none)
            }
            Err(why) => {
                let whole = |period| slices(period, &[]).unwrap_or_default();
                (whole(from), whole(to), Some(why))
            }
        };
        let pairs = paired(&before, &after);
        let split = not_split.map_or_else(|| split(&pairs), Err);
        let mut versus = pairs.iter().map(Pair::versus);
        let empty = || Versus { segment: Vec::new(), before: None, after: None, difference: None };
        let total = versus.next().unwrap_or_else(empty);
        let segments = versus.collect();
        let source = self.snapshot.source(&question.reading.source);
        let dimensions = source.map_or(&[][..], |source| &source.dimensions);
        let plain = dimensions.iter().filter(|dimension| !dimension.person);
        let dimensions = plain.map(|dimension| dimension.column.clone()).collect();
        Change { question, by, dimensions, total, segments, split }
    }
}

/// A segment's slices in both periods, as far as each has it.
struct Pair<'a> {
    segment: &'a [(String, String)],
    before: Option<&'a Slice>,
    after: Option<&'a Slice>,
}

/// The slices of both periods side by side, the whole first.
fn paired<'a>(before: &'a [Slice], after: &'a [Slice]) -> Vec<Pair<'a>> {
    let mut all: Vec<(bool, &Slice)> = before.iter().map(|each| (false, each)).collect();
    all.extend(after.iter().map(|each| (true, each)));
    put_in_order(&mut all, |(_, one), (_, other)| one.segment.cmp(&other.segment));
    let pair = |same: &[(bool, &'a Slice)]| {
        let side = |later| same.iter().find(|each| each.0 == later).map(|each| each.1);
        let segment = same.first().map_or(&[][..], |(_, slice)| &slice.segment);
        Pair { segment, before: side(false), after: side(true) }
    };
    all.chunk_by(|(_, one), (_, other)| one.segment == other.segment).map(pair).collect()
}

impl Pair<'_> {
    fn versus(&self) -> Versus {
        let both = self.before.zip(self.after).filter(|(one, _)| !one.person);
        let difference = both.and_then(|(one, other)| {
            Difference::between((&one.figure, &one.basis), (&other.figure, &other.basis))
        });
        // A person's own figure is told by a breakdown, where it is drawn towards the others'.
        let figure =
            |side: Option<&Slice>| side.filter(|slice| !slice.person).map(|slice| slice.figure.clone());
        let (before, after) = (figure(self.before), figure(self.after));
        Versus { segment: self.segment.to_vec(), before, after, difference }
    }

    /// Its cases in both periods; none of a segment that is hidden in either: it is with the rest in both.
    fn cases(&self) -> Option<Segment> {
        let side = |slice: Option<&Slice>| match slice {
            Some(slice) => slice.basis.ratio().map(|(numerator, denominator, _)| (numerator, denominator)),
            None => Some((0.0, 0.0)),
        };
        Some(Segment { before: side(self.before)?, after: side(self.after)? })
    }
}

fn split(pairs: &[Pair]) -> Result<Split, Missing> {
    let not = || Missing::new("not-additive");
    let (whole, segments) = pairs.split_first().ok_or_else(not)?;
    let sides =
        whole.before.zip(whole.after).and_then(|(one, other)| one.basis.ratio().zip(other.basis.ratio()));
    let ((a, n, factor), (b, m, _)) = sides.ok_or_else(not)?;
    let shown = segments.iter().filter_map(|pair| Some((pair.segment.to_vec(), pair.cases()?)));
    let (mut names, mut segments): (Vec<_>, Vec<Segment>) = shown.unzip();
    let rest = |(numerator, denominator): (f64, f64), side: fn(&Segment) -> (f64, f64)| {
        let sides = segments.iter().map(side);
        let sum = sides.fold((0.0, 0.0), |sum, each| (sum.0 + each.0, sum.1 + each.1));
        let left = denominator - sum.1;
        if left > 0.5 { (numerator - sum.0, left) } else { (0.0, 0.0) }
    };
    let left = Segment { before: rest((a, n), |each| each.before), after: rest((b, m), |each| each.after) };
    if left.before.1 > 0.0 || left.after.1 > 0.0 {
        segments.push(left);
        names.push(Vec::new());
    }
    let Mix { rate, mix, segments, paradox, .. } = rate_and_mix(&segments).ok_or_else(not)?;
    let part = |(segment, effect): (_, Effect)| SplitPart {
        segment,
        rate: effect.rate * factor,
        mix: effect.mix * factor,
    };
    let parts = names.into_iter().zip(segments).map(part).collect();
    Ok(Split { rate: rate * factor, mix: mix * factor, parts, paradox })
}
