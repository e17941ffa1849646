//! A number by its segments, beside the whole they make.

use super::Question;
use crate::board::Board;
use crate::kpi::{Basis, Figure, Interval, Missing, Over, Slice};
use crate::stats::{Moments, Shrunk, shrink_means, shrink_shares};

/// A measure by its segments.
#[derive(Clone, Debug)]
pub struct Breakdown {
    /// What was asked.
    pub question: Question,
    /// The dimensions it is split by.
    pub by: Vec<String>,
    /// The whole of each period, and behind each its segments.
    pub rows: Vec<Row>,
    /// The segments from the highest value to the lowest, where every interval is apart from the next; none
    /// where the data do not carry an order, or over several periods.
    pub order: Option<Vec<usize>>,
    /// Why there are no segments.
    pub missing: Option<Missing>,
}

/// A segment in a period.
#[derive(Clone, Debug)]
pub struct Row {
    /// The values of the segment by dimension; nothing for the whole.
    pub segment: Vec<(String, String)>,
    /// Its value. A person's is drawn towards what all of them have in common.
    pub figure: Figure,
    /// Its cases as a part of the whole's, 0 to 1.
    pub share: Option<f64>,
    /// For a person how much of the value is the person's own, 0 to 1.
    pub own: Option<f64>,
    /// Whether its whole interval lies above (1) or below (−1) the value of the whole.
    pub apart: i8,
}

impl Board {
    /// A measure by the values of one dimension, or of two together: over the question's window, or for each
    /// of the last complete periods.
    #[must_use]
    pub fn breakdown(&self, question: Question, by: Vec<String>, periods: Option<usize>) -> Breakdown {
        let asked = self.asked(&question, self.plan.cycle());
        let over: Vec<Over> = match periods {
            None => vec![Over::Window(question.window)],
            Some(count) => asked.last_periods(&self.snapshot, count).into_iter().map(Over::Period).collect(),
        };
        let (mut rows, mut missing, mut order) = (Vec::new(), None, None);
        for over in over {
            match asked.slices(&self.snapshot, &by, over) {
                Ok(slices) => rows.extend(together(&slices)),
                Err(why) => missing = Some(why),
            }
        }
        if periods.is_none() {
            order = ordered(&rows);
        }
        Breakdown { question, by, rows, order, missing }
    }
}

/// The rows of one window, the whole first.
fn together(slices: &[Slice]) -> Vec<Row> {
    let whole = slices.first().map(|slice| (slice.figure.known(), slice.figure.n));
    let people: Vec<usize> = (1..slices.len())
        .filter(|place| slices.get(*place).is_some_and(|slice| slice.person && slice.figure.value.is_ok()))
        .collect();
    let bases: Vec<&Basis> = people.iter().filter_map(|at| slices.get(*at)).map(|each| &each.basis).collect();
    let drawn = shrunk(&bases).unwrap_or_default();
    let mut rows: Vec<Row> = Vec::with_capacity(slices.len());
    for (place, slice) in slices.iter().enumerate() {
        let mut figure = slice.figure.clone();
        let mut own = None;
        if let Some(at) = people.iter().position(|each| *each == place) {
            own = drawn.get(at).map(|found| draw(&mut figure, found));
            if own.is_none() {
                // Nobody is told apart by a number that nothing holds back.
                figure.value = Err(Missing::new("not-shrunk"));
                figure.interval = None;
            }
        }
        let share = slice.figure.n.zip(whole.and_then(|(_, n)| n)).filter(|(_, n)| *n > 0);
        let apart = whole.and_then(|(value, _)| value).filter(|_| place > 0);
        rows.push(Row {
            segment: slice.segment.clone(),
            share: share.map(|(n, all)| n as f64 / all as f64),
            own,
            apart: apart.map_or(0, |value| beside(figure.interval.as_ref(), value)),
            figure,
        });
    }
    rows
}

/// Which side of a value an interval lies on.
fn beside(interval: Option<&Interval>, value: f64) -> i8 {
    interval.map_or(0, |each| i8::from(each.low > value) - i8::from(each.high < value))
}

fn draw(figure: &mut Figure, found: &(Shrunk, &'static str)) -> f64 {
    let (Shrunk { value, low, high, weight }, method) = *found;
    figure.value = Ok(value);
    figure.interval = Some(Interval { low, high, level: Some(0.95), method });
    weight
}

/// The figures of people drawn towards what they have in common, in the unit of the figures.
pub(in crate::board) fn shrunk(bases: &[&Basis]) -> Option<Vec<(Shrunk, &'static str)>> {
    let scaled = |found: Vec<Shrunk>, factor: f64, method: &'static str| {
        let one = |each: Shrunk| Shrunk {
            value: each.value * factor,
            low: each.low * factor,
            high: each.high * factor,
            weight: each.weight,
        };
        found.into_iter().map(|each| (one(each), method)).collect()
    };
    match bases.first()? {
        Basis::Share(..) => {
            let counts = bases.iter().map(|basis| match basis {
                Basis::Share(k, n) => Some((*k, *n)),
                _ => None,
            });
            let found = shrink_shares(&counts.collect::<Option<Vec<_>>>()?, 0.95)?;
            Some(scaled(found, 100.0, "beta-binomial"))
        }
        Basis::Mean(_, unit) => {
            let groups = bases.iter().map(|basis| match basis {
                Basis::Mean(moments, _) => Some(*moments),
                _ => None,
            });
            let found = shrink_means(&groups.collect::<Option<Vec<_>>>()?, 0.95)?;
            Some(scaled(found, 1.0 / unit, "normal-normal"))
        }
        Basis::Net(_) => {
            let groups = bases.iter().map(|basis| match basis {
                Basis::Net(net) => {
                    let mut answers = Moments::default();
                    for (answer, count) in [(1.0, net.plus), (0.0, net.neither), (-1.0, net.minus)] {
                        answers.add_times(answer, count as u64);
                    }
                    Some(answers)
                }
                _ => None,
            });
            let found = shrink_means(&groups.collect::<Option<Vec<_>>>()?, 0.95)?;
            Some(scaled(found, 100.0, "normal-normal"))
        }
        Basis::Other => None,
    }
}

/// The rows of segments from the highest value down, where each interval lies above the next.
fn ordered(rows: &[Row]) -> Option<Vec<usize>> {
    let interval =
        |place: &usize| rows.get(*place)?.figure.interval.as_ref().map(|each| (each.low, each.high));
    let mut order: Vec<usize> = (1..rows.len()).collect();
    order.iter().all(|place| interval(place).is_some()).then_some(())?;
    order.sort_by(|a, b| {
        interval(b)
            .map(|each| each.0)
            .partial_cmp(&interval(a).map(|each| each.0))
            .unwrap_or(std::cmp::Ordering::Equal)
    });
    let apart = order.windows(2).all(|pair| match pair {
        [a, b] => interval(a).zip(interval(b)).is_some_and(|(a, b)| a.0 > b.1),
        _ => true,
    });
    (apart && order.len() > 1).then_some(order)
}
