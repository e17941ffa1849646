//! What a calculation is asked: a family, a variant, and what was given.

use std::cell::RefCell;

use super::{Family, Form};
use crate::data::Mapping;
use crate::error::{Issue, Pointer};
use crate::kpi::{Answers, TimeUnit, lifetime};
use crate::stats::Moments;

/// One calculation asked for. Formulas read it by name and report what is wrong with it.
#[derive(Debug)]
pub struct Asked {
    /// The family.
    pub family: &'static Family,
    /// The variant.
    pub form: &'static Form,
    /// The variant as it was named, such as `p95`.
    pub variant: String,
    /// Numbers by group and name: `counts`, `amounts` or `before`.
    pub numbers: Vec<(&'static str, &'static str, f64)>,
    /// The list of lengths of time.
    pub durations: Option<Vec<f64>>,
    /// Answers by the point of the scale, with the field they stand in.
    pub answers: Option<(&'static str, Answers)>,
    /// For each person the answers to all items.
    pub items: Option<Vec<Vec<f64>>>,
    /// The moments of each item and then of the sum, instead of the answers one by one.
    pub moments: Vec<Moments>,
    /// The best answer of the scale.
    pub top: i32,
    /// A limit, in the unit of the lengths of time.
    pub limit: Option<f64>,
    /// The unit of all lengths of time.
    pub unit: TimeUnit,
    /// Whether the interval is to be the bootstrap's.
    pub bootstrap: bool,
    /// The smallest group that is shown.
    pub minimum: u32,
    /// How an estimate came about.
    pub estimate: String,
    /// Customers, and on what terms a value is put on them; taken when it is answered.
    pub lifetime: RefCell<Option<lifetime::Asked>>,
    issues: RefCell<Vec<Issue>>,
}

impl Asked {
    /// The scale where none is said.
    pub const SCALE: i32 = 5;
    /// The smallest group that is shown where nothing is said: what people say at work stays theirs.
    pub const MINIMUM: u32 = Mapping::LEAST_GROUP;

    /// The family whose request is one for lifetime value.
    pub const EXPECTED: &'static str = "clv-predictive";

    /// A calculation with nothing given yet.
    #[must_use]
    pub fn new(family: &'static Family, form: &'static Form, variant: &str) -> Self {
        Self {
            family,
            form,
            variant: variant.to_owned(),
            numbers: Vec::new(),
            durations: None,
            answers: None,
            items: None,
            moments: Vec::new(),
            top: Self::SCALE,
            limit: None,
            unit: TimeUnit::Seconds,
            bootstrap: false,
            minimum: Self::MINIMUM,
            estimate: String::new(),
            lifetime: RefCell::default(),
            issues: RefCell::default(),
        }
    }

    pub(super) fn into_issues(self) -> Vec<Issue> {
        self.issues.into_inner()
    }

    pub(super) fn report(&self, issue: Issue) {
        self.issues.borrow_mut().push(issue);
    }

    pub(super) fn at(group: &str, name: &str) -> Pointer {
        Pointer::root().field(group).field(name)
    }

    fn number(&self, group: &str, name: &str) -> Option<f64> {
        self.numbers.iter().find(|(at, each, _)| *at == group && *each == name).map(|(.., number)| *number)
    }

    /// A number that this variant cannot do without.
    fn needed(&self, group: &str, name: &'static str) -> Option<f64> {
        let number = self.number(group, name);
        if number.is_none() {
            self.report(Issue::new("missing-field", Pointer::root().field(group)).with("field", name));
        }
        number
    }

    /// Nothing where sums were given and an interval is asked for that needs each value.
    pub(super) fn each_by_itself(&self) -> Option<()> {
        if self.bootstrap {
            self.report(Issue::new("missing-field", Pointer::root()).with("field", "values"));
            return None;
        }
        Some(())
    }

    /// A count that may be absent.
    pub(super) fn maybe(&self, name: &str) -> Option<f64> {
        self.number("counts", name)
    }

    /// A count that this variant needs.
    pub(super) fn count(&self, name: &'static str) -> Option<f64> {
        self.needed("counts", name)
    }

    /// A sum or a rate that this variant needs.
    pub(super) fn amount(&self, name: &'static str) -> Option<f64> {
        self.needed("amounts", name)
    }

    /// A count of the time before.
    pub(super) fn before(&self, name: &'static str) -> Option<f64> {
        self.needed("before", name)
    }

    /// Nothing where the whole of a share is nothing.
    pub(super) fn above_zero(&self, whole: f64, at: Pointer) -> Option<()> {
        if whole <= 0.0 {
            self.report(Issue::new("not-above", at).with("limit", 0.0));
            return None;
        }
        Some(())
    }

    /// Nothing where a part is larger than its whole.
    pub(super) fn within(&self, part: f64, whole: f64, at: Pointer) -> Option<()> {
        if part > whole {
            self.report(Issue::new("part-above-whole", at).with("part", part).with("whole", whole));
            return None;
        }
        Some(())
    }

    /// A count that is part of a whole.
    pub(super) fn part(&self, name: &'static str, whole: f64) -> Option<f64> {
        let part = self.count(name)?;
        self.within(part, whole, Self::at("counts", name))?;
        Some(part)
    }

    /// A count of which shares are asked: needed, and above 0.
    pub(super) fn whole(&self, name: &'static str) -> Option<f64> {
        let whole = self.count(name)?;
        self.above_zero(whole, Self::at("counts", name))?;
        Some(whole)
    }
}
