//! How easy it was made: the customer effort score, of 2010 and of 2013.

use super::family::list;
use super::{Family, Form, Kind, Points, Source, Unit, rating};

const SEVEN: Points = Points::OneToSeven;
const FIVE: Points = Points::OneToFive;

/// CES 2.0: "made it easy", 1 to 7, high is good.
pub(super) const CES: Family = Family {
    id: "ces",
    ways: &[&[list("answers", Kind::Answers(SEVEN))], &[list("values", Kind::Ratings(SEVEN))]],
    options: &[],
    forms: &[
        Form::new("mean", Unit::Rating, Source::Dixon2013),
        Form::new("top-3-box", Unit::Percent, Source::Dixon2013),
        Form::new("index", Unit::Points, Source::Practice),
    ],
    run: |asked| match asked.form.id {
        "top-3-box" => rating::best(asked, 7, 1, 3),
        "index" => rating::index(asked, 1, 3, 6, 7),
        _ => rating::mean(asked, 7, 1),
    },
};

/// CES 1.0: "how much effort", 1 to 5, low is good.
pub(super) const CES_1: Family = Family {
    id: "ces-1",
    ways: &[&[list("answers", Kind::Answers(FIVE))], &[list("values", Kind::Ratings(FIVE))]],
    options: &[],
    forms: &[Form::new("mean", Unit::Rating, Source::Dixon2010)],
    run: |asked| Some(rating::mean(asked, 5, 1)?.noting("lower-is-better", [])),
};
