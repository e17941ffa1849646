//! Every rule by which a pitfall is found (A2), as data: id, severity, remedy, page, and the function that looks.
//!
//! What a first picture shows is told by [`find`](super::find) and [`stale`](super::stale), what needs the rows by the
//! board; their rows here have no function. All others are looked for when asked ([`inspect`]): no first picture and no
//! live change waits for them.

mod chain;
mod course;
mod goals;
mod journey;
mod kpis;
pub(super) mod lexicon;
mod links;
mod people;
mod sight;
mod weights;
mod words;
mod work;

pub use sight::Sight;

use super::{Finding, Severity, finding};
use crate::error::{Param, Params};
use crate::plan::{FindingId, KpiIx, NodeIx, Subject};

/// Where a rule found something, and what its sentence needs.
#[derive(Clone, Debug, PartialEq)]
pub struct Place {
    at: Subject,
    params: Params,
}

impl Place {
    const fn of(at: Subject) -> Self {
        Self { at, params: Params::none() }
    }

    const fn node(node: NodeIx) -> Self {
        Self::of(Subject::Node(node))
    }

    const fn kpi(kpi: KpiIx) -> Self {
        Self::of(Subject::Kpi(kpi))
    }

    fn with(mut self, name: &'static str, value: impl Into<Param>) -> Self {
        self.params.push(name, value.into());
        self
    }
}

/// What looks for one pitfall.
pub type Look = fn(&Sight<'_>) -> Vec<Place>;

/// One rule.
#[derive(Clone, Copy, Debug)]
pub struct Rule {
    /// Its stable id.
    pub id: FindingId,
    /// How much what it finds matters.
    pub severity: Severity,
    /// What to do, as a code.
    pub remedy: &'static str,
    /// What looks for it here; none where it is told elsewhere.
    look: Option<Look>,
}

const fn rule(id: FindingId, severity: Severity, remedy: &'static str, look: Look) -> Rule {
    Rule { id, severity, remedy, look: Some(look) }
}

/// A rule of a first picture, or of the rows.
const fn told(id: FindingId, severity: Severity, remedy: &'static str) -> Rule {
    Rule { id, severity, remedy, look: None }
}

/// Rules of one theme, which share a page of the documents.
#[derive(Clone, Copy, Debug)]
pub struct Theme {
    /// The page under `docs/findings`, without its ending.
    pub page: &'static str,
    /// The rules, in the order of the page.
    pub rules: &'static [Rule],
}

/// All rules by theme.
///
/// ```
/// use throughline::alignment::THEMES;
/// assert!(THEMES.iter().map(|theme| theme.rules.len()).sum::<usize>() >= 30);
/// ```
pub const THEMES: &[Theme] = &[
    Theme { page: "chain", rules: chain::RULES },
    Theme { page: "weights", rules: weights::RULES },
    Theme { page: "links", rules: links::RULES },
    Theme { page: "words", rules: words::RULES },
    Theme { page: "goals", rules: goals::RULES },
    Theme { page: "kpis", rules: kpis::RULES },
    Theme { page: "course", rules: course::RULES },
    Theme { page: "work", rules: work::RULES },
    Theme { page: "people", rules: people::RULES },
    Theme { page: "journey", rules: journey::RULES },
    Theme { page: "harm", rules: HARM },
    Theme { page: "review", rules: REVIEW },
];

/// What looks well and may do harm: the board looks for it, since it needs values over time or the rows (N15).
const HARM: &[Rule] = &[
    told(FindingId::GuardDiverges, Severity::Warning, "look-at-both"),
    told(FindingId::ProblemMetricWithoutGuard, Severity::Note, "name-guard"),
    told(FindingId::Bunching, Severity::Warning, "look-at-cases"),
];

/// What only a journal tells: the board looks for it when it is asked about the review (P7).
const REVIEW: &[Rule] = &[
    told(FindingId::ReviewOverdue, Severity::Warning, "hold-review"),
    told(FindingId::TargetEased, Severity::Warning, "say-why-eased"),
];

/// What the rules that look closer find, rule by rule; those switched off included.
#[must_use]
#[inline(never)]
pub fn inspect(sight: &Sight<'_>) -> Vec<Finding> {
    let mut found = Vec::new();
    for rule in THEMES.iter().flat_map(|theme| theme.rules) {
        let places = rule.look.map(|look| look(sight)).unwrap_or_default();
        found.extend(places.into_iter().map(|Place { at, params }| {
            let mut found = finding(sight.plan, rule.id, at, rule.severity, rule.remedy);
            found.params.0.extend(params.0);
            found
        }));
    }
    found
}
