//! Whether the items of a survey make one scale.

use super::family::{list, option};
use super::found::between;
use super::{Asked, Family, Form, Found, Kind, Source, Unit};
use crate::error::{Issue, Pointer};
use crate::kpi::Estimate;
use crate::stats::{Moments, alpha_bounds};

/// From here on items are usually taken for one scale.
const ENOUGH: f64 = 0.7;

/// Cronbach's alpha, with Feldt's interval: k ÷ (k − 1) · (1 − Σ variance of each item ÷ variance of the sum).
pub(super) const ALPHA: Family = Family {
    id: "cronbach-alpha",
    ways: &[&[list("items", Kind::Items)]],
    options: &[option("minimum", Kind::Minimum)],
    forms: &[Form::new("alpha", Unit::Coefficient, Source::Cronbach1951)],
    run: |asked| Some(alpha(asked)?.suppressed_under(asked.minimum)),
};

fn alpha(asked: &Asked) -> Option<Found> {
    let one_by_one = asked.items.as_deref().filter(|_| asked.moments.is_empty());
    let moments = match one_by_one {
        Some(people) => {
            let items = square(asked, people)?;
            let of = |item: usize| people.iter().filter_map(|answers| answers.get(item).copied()).collect();
            let whole = people.iter().map(|answers| answers.iter().sum::<f64>()).collect();
            (0..items).map(of).chain([whole]).collect()
        }
        None => asked.moments.clone(),
    };
    of_moments(asked, &moments)
}

/// From the moments of each item and then of the sum.
fn of_moments(asked: &Asked, moments: &[Moments]) -> Option<Found> {
    let (whole, items) = moments.split_last()?;
    if whole.n() < 2 {
        let issue = Issue::new("too-few", Pointer::root().field("items"));
        asked.report(issue.with("found", whole.n() as f64).with("min", 2.0));
        return None;
    }
    let variance = |moments: &Moments| Some(moments.deviation()?.powi(2));
    let parts = items.iter().map(variance).sum::<Option<f64>>()?;
    let people = whole.n();
    let whole = variance(whole)?;
    if whole <= 0.0 {
        asked.report(Issue::new("no-spread", Pointer::root().field("items")));
        return None;
    }
    let k = items.len() as f64;
    let value = k / (k - 1.0) * (1.0 - parts / whole);
    let bounds = alpha_bounds(value, people, items.len(), Estimate::LEVEL);
    let interval = bounds.map(|(low, high)| between(low, high, "feldt"));
    let found = Found { n: Some(people as f64), interval, ..Found::value(value) };
    Some(match value {
        value if value < 0.0 => found.noting("alpha-negative", []),
        value if value < ENOUGH => found.noting("not-one-scale", [("limit", ENOUGH.into())]),
        _ => found,
    })
}

/// How many items all have answered; at least two, by at least two.
fn square(asked: &Asked, people: &[Vec<f64>]) -> Option<usize> {
    let at = Pointer::root().field("items");
    let items = people.first().map_or(0, Vec::len);
    for (found, at) in [(people.len(), at.clone()), (items, at.index(0))] {
        if found < 2 {
            asked.report(Issue::new("too-few", at).with("found", found as f64).with("min", 2.0));
            return None;
        }
    }
    let mut even = Some(items);
    for (place, answers) in people.iter().enumerate().filter(|(_, answers)| answers.len() != items) {
        let issue = Issue::new("counts-differ", at.index(place));
        asked.report(issue.with("expected", items as f64).with("found", answers.len() as f64));
        even = None;
    }
    even
}
