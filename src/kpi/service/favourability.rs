//! Engagement: favourable answers, in groups large enough to hide in.

use super::family::{list, option};
use super::{Family, Form, Kind, Points, Source, Unit, rating};

const SCALE: Points = Points::OneToTop;

/// The two best answers of a scale: 3–4 of 4, 4–5 of 5, 6–7 of 7, 9–10 of 10.
pub(super) const FAVOURABILITY: Family = Family {
    id: "favourability",
    ways: &[&[list("answers", Kind::Answers(SCALE))], &[list("values", Kind::Ratings(SCALE))]],
    options: &[option("scale", Kind::Scale), option("minimum", Kind::Minimum)],
    forms: &[
        Form::new("favourable", Unit::Percent, Source::Practice),
        Form::new("mean", Unit::Rating, Source::Practice),
    ],
    run: |asked| {
        let found = match asked.form.id {
            "mean" => rating::mean(asked, asked.top, 1),
            _ => rating::best(asked, asked.top, 1, 2),
        };
        Some(found?.suppressed_under(asked.minimum))
    },
};
