//! Rules on single numbers and days.

use super::Check;
use crate::calendar::Date;
use crate::error::{Issue, Pointer};
use crate::plan::{Bands, LARGEST};

impl Check<'_> {
    /// A number must be one, and not astronomically large.
    pub(super) fn finite(&mut self, number: f64, at: &Pointer, field: &str) {
        if number.is_finite() {
            self.bounded(number, at, field, -LARGEST, LARGEST);
        } else {
            self.report("not-a-number", at, field, &[]);
        }
    }

    /// A number must lie in [min, max].
    pub(super) fn within(&mut self, number: f64, at: &Pointer, field: &str, min: f64, max: f64) {
        if number.is_finite() {
            self.bounded(number, at, field, min, max);
        } else {
            self.report("not-a-number", at, field, &[]);
        }
    }

    fn bounded(&mut self, number: f64, at: &Pointer, field: &str, min: f64, max: f64) {
        if number < min || number > max {
            self.out_of_range(number, at, field, (min, max));
        }
    }

    #[cold]
    #[inline(never)]
    fn out_of_range(&mut self, number: f64, at: &Pointer, field: &str, (min, max): (f64, f64)) {
        self.issue(Issue::out_of_range(at.field(field), number, min, max));
    }

    /// A number that is at least `min`: the order of two fields.
    pub(super) fn at_least(&mut self, number: f64, min: f64, at: &Pointer, field: &str) {
        if number < min {
            self.report("out-of-range", at, field, &[("min", min)]);
        }
    }

    /// A number that must be above a limit.
    pub(super) fn above(&mut self, number: f64, limit: f64, at: &Pointer, field: &str) {
        if number <= limit {
            self.report("not-above", at, field, &[("limit", limit)]);
        }
    }

    /// A weight must be a number and not negative.
    pub(super) fn weight(&mut self, weight: f64, at: &Pointer, field: &str) {
        if weight < 0.0 {
            self.report("negative-weight", at, field, &[("value", weight)]);
        } else {
            self.finite(weight, at, field);
        }
    }

    /// Bands lie in [0, 1], at risk not above on track.
    pub(super) fn bands(&mut self, bands: &Bands, at: &Pointer) {
        self.within(bands.on_track, at, "onTrack", 0.0, 1.0);
        self.within(bands.at_risk, at, "atRisk", 0.0, 1.0);
        self.at_least(bands.on_track, bands.at_risk, at, "onTrack");
    }

    /// A due day must not come before its start.
    pub(super) fn dates(&mut self, start: Option<Date>, due: Option<Date>, at: &Pointer) {
        if let (Some(start), Some(due)) = (start, due)
            && due < start
        {
            self.reversed(start, due, &at.field("due"));
        }
    }

    #[cold]
    #[inline(never)]
    pub(super) fn reversed(&mut self, start: Date, due: Date, at: &Pointer) {
        let issue = Issue::new("dates-reversed", at.clone());
        self.issue(issue.with("start", start.to_string()).with("due", due.to_string()));
    }
}
