//! Two periods of a number: whether it changed, and what the change is made of.

use super::{Difference, Question};
use crate::board::Board;
use crate::calendar::Period;
use crate::kpi::{Figure, Missing, Over, Slice};
use crate::stats::{Direction, Mix, Segment, rate_and_mix};

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
        let (before, after, split) = match sides {
            Ok((before, after)) => {
                let split = split(&before, &after);
                let split = if by.is_empty() { Err(Missing::new("no-dimension")) } else { split };
                (before, after, split)
            }
            Err(why) => {
                let whole = |period| slices(period, &[]).unwrap_or_default();
                (whole(from), whole(to), Err(why))
            }
        };
        let mut versus = paired(&before, &after).into_iter();
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

/// The slices of both periods side by side, the whole first.
fn paired(before: &[Slice], after: &[Slice]) -> Vec<Versus> {
    let mut names: Vec<&Vec<(String, String)>> =
        before.iter().chain(after).map(|each| &each.segment).collect();
    names.sort();
    names.dedup();
    let find = |among: &[Slice], name: &Vec<(String, String)>| {
        among.iter().find(|each| each.segment == *name).cloned()
    };
    let versus = |name: &Vec<(String, String)>| {
        let (one, other) = (find(before, name), find(after, name));
        let difference = one.as_ref().zip(other.as_ref()).filter(|(one, _)| !one.person);
        let difference = difference.and_then(|(one, other)| {
            Difference::between((&one.figure, &one.basis), (&other.figure, &other.basis))
        });
        // A person's own figure is told by a breakdown, where it is drawn towards the others'.
        let figure = |slice: Option<Slice>| slice.filter(|slice| !slice.person).map(|slice| slice.figure);
        Versus { segment: name.clone(), before: figure(one), after: figure(other), difference }
    };
    names.into_iter().map(versus).collect()
}

fn split(before: &[Slice], after: &[Slice]) -> Result<Split, Missing> {
    let not = || Missing::new("not-additive");
    let (Some(first), Some(second)) = (before.first(), after.first()) else { return Err(not()) };
    let ((a, n, factor), (b, m, _)) = first.basis.ratio().zip(second.basis.ratio()).ok_or_else(not)?;
    let mut names: Vec<&Vec<(String, String)>> =
        before.iter().chain(after).map(|each| &each.segment).collect();
    names.sort();
    names.dedup();
    let of = |among: &[Slice], name: &Vec<(String, String)>| {
        let found = among.iter().find(|each| each.segment == *name).and_then(|each| each.basis.ratio());
        found.map_or((0.0, 0.0), |(numerator, denominator, _)| (numerator, denominator))
    };
    // One that is hidden in either period is with the rest in both.
    let shown = |among: &[Slice], name: &Vec<(String, String)>| {
        among.iter().find(|each| each.segment == *name).is_none_or(|each| each.basis.ratio().is_some())
    };
    let mut kept = Vec::new();
    let mut segments: Vec<Segment> = Vec::new();
    for name in names.into_iter().filter(|name| !name.is_empty() && shown(before, name) && shown(after, name))
    {
        segments.push(Segment { before: of(before, name), after: of(after, name) });
        kept.push(name.clone());
    }
    let sum = |side: fn(&Segment) -> (f64, f64)| {
        segments.iter().map(side).fold((0.0, 0.0), |sum, each| (sum.0 + each.0, sum.1 + each.1))
    };
    let (was, is) = (sum(|each| each.before), sum(|each| each.after));
    let rest = |whole: (f64, f64), sum: (f64, f64)| {
        let left = whole.1 - sum.1;
        if left > 0.5 { (whole.0 - sum.0, left) } else { (0.0, 0.0) }
    };
    let (was, is) = (rest((a, n), was), rest((b, m), is));
    if was.1 > 0.0 || is.1 > 0.0 {
        segments.push(Segment { before: was, after: is });
        kept.push(Vec::new());
    }
    let Mix { rate, mix, segments, paradox, .. } = rate_and_mix(&segments).ok_or_else(not)?;
    let part = |(segment, effect): (Vec<(String, String)>, crate::stats::Effect)| SplitPart {
        segment,
        rate: effect.rate * factor,
        mix: effect.mix * factor,
    };
    let parts = kept.into_iter().zip(segments).map(part).collect();
    Ok(Split { rate: rate * factor, mix: mix * factor, parts, paradox })
}
