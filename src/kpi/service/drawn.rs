//! An interval by drawing again, for who asks for it: of skewed lengths of time Student's claims too much.

use super::Asked;
use super::found::between;
use crate::error::{Issue, Pointer};
use crate::kpi::Interval;
use crate::stats::Bootstrap;

/// Of more values the usual intervals are as good, and drawing again would take the page's time.
const MOST: usize = 5_000;

/// The bootstrap's interval (BCa, 2,000 samples) of a statistic of sorted values; none where they carry none.
pub(super) fn drawn(
    asked: &Asked,
    values: &[f64],
    statistic: &dyn Fn(&[f64]) -> Option<f64>,
) -> Option<Option<Interval>> {
    if values.len() > MOST {
        let issue = Issue::new("too-many", Pointer::root().field("values"));
        asked.report(issue.with("found", values.len() as f64).with("max", MOST as f64));
        return None;
    }
    let bounds = Bootstrap::default().bca(values, statistic);
    Some(bounds.map(|(low, high)| between(low, high, "bootstrap")))
}
