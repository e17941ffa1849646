//! Satisfaction on a scale.

use super::family::{list, option};
use super::{Family, Form, Kind, Points, Source, Unit, rating};

const SCALE: Points = Points::OneToTop;

/// Customer satisfaction.
pub(super) const CSAT: Family = Family {
    id: "csat",
    ways: &[&[list("answers", Kind::Answers(SCALE))], &[list("values", Kind::Ratings(SCALE))]],
    options: &[option("scale", Kind::Scale)],
    forms: &[
        Form::new("top-2-box", Unit::Percent, Source::Farris2010),
        Form::new("top-box", Unit::Percent, Source::Farris2010),
        Form::new("mean", Unit::Rating, Source::Farris2010),
    ],
    run: |asked| match asked.form.id {
        "top-box" => rating::best(asked, asked.top, 1, 1),
        "mean" => rating::mean(asked, asked.top, 1),
        _ => rating::best(asked, asked.top, 1, 2),
    },
};
