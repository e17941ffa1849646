//! Answers on a scale, read as shares, means and nets.

use super::{Asked, Found};
use crate::error::{Issue, Pointer};
use crate::kpi::Answers;
use crate::stats::{Moments, Net};

/// The answers given; the decoder has seen to it that they lie on the scale and are some.
fn given(asked: &Asked) -> Option<&Answers> {
    let (field, answers) = asked.answers.as_ref()?;
    let all = answers.total();
    asked.above_zero(all as f64, Pointer::root().field(field))?;
    Some(answers)
}

fn counted(answers: &Answers, low: i32, high: i32) -> f64 {
    answers.between(low, high) as f64
}

/// The share of the `boxes` best answers. They are to leave others over, or the share is always 100 %.
pub(super) fn best(asked: &Asked, top: i32, least: i32, boxes: i32) -> Option<Found> {
    if top - least < boxes {
        let at = Pointer::root().field("scale");
        asked.report(Issue::new("out-of-range", at).with("min", f64::from(least + boxes)));
        return None;
    }
    let answers = given(asked)?;
    Some(Found::share(counted(answers, top - boxes + 1, top), counted(answers, least, top)))
}

/// The mean of the answers.
pub(super) fn mean(asked: &Asked, top: i32, least: i32) -> Option<Found> {
    let mut moments = Moments::default();
    given(asked)?.iter().for_each(|(point, count)| moments.add_times(f64::from(point), count));
    Found::mean(&moments, (f64::from(least), f64::from(top)))
}

/// The share of the answers from `good` on less the share of those up to `bad`, in points.
pub(super) fn index(asked: &Asked, least: i32, bad: i32, good: i32, top: i32) -> Option<Found> {
    let answers = given(asked)?;
    let net = Net {
        plus: counted(answers, good, top),
        neither: counted(answers, bad + 1, good - 1),
        minus: counted(answers, least, bad),
    };
    Found::net(&net, false)
}
