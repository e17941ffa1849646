//! A part of all, where no other family has the name.

use super::family::count;
use super::{Family, Form, Found, Source, Unit};

/// Numerator ÷ denominator.
pub(super) const COUNTS: Family = Family {
    id: "counts",
    ways: &[&[count("numerator"), count("denominator")]],
    options: &[],
    forms: &[Form::new("share", Unit::Percent, Source::Practice)],
    run: |asked| {
        let whole = asked.whole("denominator")?;
        Some(Found::share(asked.part("numerator", whole)?, whole))
    },
};
