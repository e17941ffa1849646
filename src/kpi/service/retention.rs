//! Who stays and who leaves.

use super::family::{count, maybe};
use super::{Asked, Family, Form, Found, Source, Unit};

/// (End − new) ÷ start.
pub(super) const RETENTION: Family = Family {
    id: "retention",
    ways: &[&[count("start"), count("end"), count("new")]],
    options: &[],
    forms: &[Form::new("share", Unit::Percent, Source::Farris2010)],
    run: |asked| {
        let start = asked.whole("start")?;
        Some(Found::share(kept(asked, start)?, start))
    },
};

/// Lost ÷ start.
pub(super) const CHURN: Family = Family {
    id: "churn",
    ways: &[&[count("start"), maybe("lost"), maybe("end"), maybe("new")]],
    options: &[],
    forms: &[Form::new("share", Unit::Percent, Source::Farris2010)],
    run: |asked| {
        let start = asked.whole("start")?;
        let by_ends = asked.maybe("end").is_some() || asked.maybe("new").is_some();
        let lost = if by_ends { start - kept(asked, start)? } else { asked.part("lost", start)? };
        if by_ends && asked.maybe("lost").is_some_and(|said| (said - lost).abs() > 0.0) {
            // Two ways to the same number that lead to two numbers: one of the counts is wrong.
            asked.report(
                crate::error::Issue::new("counts-differ", Asked::at("counts", "lost"))
                    .with("expected", lost)
                    .with("found", asked.maybe("lost")?),
            );
        }
        Some(Found::share(lost, start))
    },
};

/// Those of the start who are still there: more than there were cannot be.
fn kept(asked: &Asked, start: f64) -> Option<f64> {
    let end = asked.count("end");
    let kept = end? - asked.part("new", end?)?;
    asked.within(kept, start, Asked::at("counts", "end"))?;
    Some(kept)
}
