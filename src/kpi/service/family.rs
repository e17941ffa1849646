//! What a family of KPIs is: what it takes, its variants, and the formula.

use super::{Asked, Found, Source, Unit};
use crate::plan::{QuantileMethod, Variant};

/// A named definition with its variants.
#[derive(Debug)]
pub struct Family {
    /// The id, as mappings and requests have it.
    pub id: &'static str,
    /// The sets of inputs it can be computed from; the first is the usual one.
    pub ways: &'static [&'static [Input]],
    /// What may be given beside any of them.
    pub options: &'static [Input],
    /// The variants; the first is the default.
    pub forms: &'static [Form],
    /// The formula: nothing where an issue was reported.
    pub(super) run: fn(&Asked) -> Option<Found>,
}

/// One variant of a family.
#[derive(Debug)]
pub struct Form {
    /// The id; `p90` stands for any percentile.
    pub id: &'static str,
    /// The unit of its value.
    pub unit: Unit,
    /// Where its definition comes from.
    pub source: Source,
}

/// One thing a family takes.
#[derive(Debug)]
pub struct Input {
    /// Its name.
    pub name: &'static str,
    /// What it is.
    pub kind: Kind,
    /// Whether every variant needs it.
    pub required: bool,
}

/// What an input is, and so where in a request it stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// A count, in `counts`.
    Count,
    /// A count of the time before, in `before`.
    Before,
    /// A sum of time or money, or a rate, in `amounts`.
    Amount,
    /// A list of lengths of time.
    Durations,
    /// A list of answers on a scale.
    Ratings(Points),
    /// How often each point of a scale was answered.
    Answers(Points),
    /// For each person the answers to all items.
    Items,
    /// The best answer of a scale.
    Scale,
    /// A length of time.
    Limit,
    /// The unit of all lengths of time.
    Unit,
    /// Which interval, where there is a choice.
    Interval,
    /// The smallest group that is shown.
    Minimum,
    /// A text.
    Text,
    /// Customers, or the terms that a value is put on them: read as a request for lifetime value is.
    Lifetime,
}

/// The points of a scale.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Points {
    /// 0 to 10.
    ZeroToTen,
    /// 1 to 5.
    OneToFive,
    /// 1 to 7.
    OneToSeven,
    /// From 1 to the best answer that the request says.
    OneToTop,
}

impl Points {
    /// The lowest and the highest, where the best answer said is `top`.
    #[must_use]
    pub const fn ends(self, top: i32) -> (i32, i32) {
        match self {
            Self::ZeroToTen => (0, 10),
            Self::OneToFive => (1, 5),
            Self::OneToSeven => (1, 7),
            Self::OneToTop => (1, top),
        }
    }
}

impl Family {
    /// The variant of that name and its form; any percentile is one where `p90` is.
    #[must_use]
    pub fn form(&self, name: &str) -> Option<&'static Form> {
        let standard = match Variant::from_name(name) {
            Some(Variant::Quantile { method: QuantileMethod::Type7, .. }) => "p90",
            Some(Variant::Quantile { method: QuantileMethod::NearestRank, .. }) => "p90-nearest-rank",
            _ => name,
        };
        self.forms.iter().find(|form| form.id == standard)
    }
}

impl Form {
    pub(super) const fn new(id: &'static str, unit: Unit, source: Source) -> Self {
        Self { id, unit, source }
    }
}

/// An input of `counts` that every variant needs.
pub(super) const fn count(name: &'static str) -> Input {
    Input { name, kind: Kind::Count, required: true }
}

/// An input of `counts` that may be absent.
pub(super) const fn maybe(name: &'static str) -> Input {
    Input { name, kind: Kind::Count, required: false }
}

/// An input of `amounts`.
pub(super) const fn amount(name: &'static str) -> Input {
    Input { name, kind: Kind::Amount, required: true }
}

/// An input of another kind, by its own name.
pub(super) const fn list(name: &'static str, kind: Kind) -> Input {
    Input { name, kind, required: true }
}

/// What may be given beside.
pub(super) const fn option(name: &'static str, kind: Kind) -> Input {
    Input { name, kind, required: false }
}
