//! Satisfaction on a scale.

use super::family::{list, option};
use super::{Family, Form, Kind, Points, rating};

const SCALE: Points = Points { least: 1, top: None };

/// Customer satisfaction.
pub(super) const CSAT: Family = Family {
    id: "csat",
    ways: &[&[list("answers", Kind::Answers(SCALE))], &[list("values", Kind::Ratings(SCALE))]],
    options: &[option("scale", Kind::Scale)],
    forms: &[
        Form::new("top-2-box", "%", "farris-2010"),
        Form::new("top-box", "%", "farris-2010"),
        Form::new("mean", "rating", "farris-2010"),
    ],
    run: |asked| match asked.form.id {
        "top-box" => rating::best(asked, asked.top, 1, 1),
        "mean" => rating::mean(asked, asked.top, 1),
        _ => rating::best(asked, asked.top, 1, 2),
    },
};
