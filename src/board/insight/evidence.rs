//! What the numbers say of every link from cause to effect (A3).

use std::collections::BTreeMap;

use crate::alignment::{self, Evidence};
use crate::board::Board;
use crate::calendar::Period;
use crate::plan::{Direction, Drive, KpiIx, Subject};

/// A link from cause to effect, and what the numbers say of it.
#[derive(Clone, Debug)]
pub struct LinkEvidence {
    /// The id of the cause.
    pub from: String,
    /// The id of the effect.
    pub to: String,
    /// The sign that the plan says.
    pub effect: crate::plan::Effect,
    /// The lag that the plan says.
    pub lag: Option<u32>,
    /// The KPIs whose series were held together; none where a node has none.
    pub kpis: Option<(String, String)>,
    /// What they say; none where a node has no KPI.
    pub found: Option<Evidence>,
}

impl Board {
    /// What the numbers say of every "drives" link, in the plan's order. A node stands for its heaviest KPI that has values,
    /// turned so that more is better; a KPI for itself, as it is measured.
    #[must_use]
    pub fn evidence(&self) -> Vec<LinkEvidence> {
        self.plan.drives().iter().map(|link| self.evidence_of(link)).collect()
    }

    pub(in crate::board) fn evidence_of(&self, link: &Drive) -> LinkEvidence {
        let ends = self.speaker(link.from).zip(self.speaker(link.to));
        let found = ends.map(|((cause, turned), (outcome, other))| {
            let (cause, outcome) = self.side_by_side((cause, turned), (outcome, other));
            alignment::evidence(&cause, &outcome, link.effect, link.lag)
        });
        let id = |kpi: KpiIx| self.plan.kpi(kpi).id.clone();
        LinkEvidence {
            from: self.plan.id(link.from).to_owned(),
            to: self.plan.id(link.to).to_owned(),
            effect: link.effect,
            lag: link.lag,
            kpis: ends.map(|((from, _), (to, _))| (id(from), id(to))),
            found,
        }
    }

    /// The KPI that speaks for an end of a link, and what its values are multiplied by.
    pub(in crate::board) fn speaker(&self, end: Subject) -> Option<(KpiIx, f64)> {
        let node = match end {
            Subject::Kpi(kpi) => return Some((kpi, 1.0)),
            Subject::Node(node) => node,
        };
        let own = self.plan.kpis_of(node).iter().copied();
        let valued = own.filter(|ix| self.series(*ix).iter().any(|figure| figure.value.is_ok()));
        // Of equally heavy ones the first speaks.
        let heaviest = valued.reduce(|one, other| {
            if self.plan.kpi(other).weight > self.plan.kpi(one).weight { other } else { one }
        })?;
        let down = self.plan.kpi(heaviest).direction == Some(Direction::Down);
        Some((heaviest, if down { -1.0 } else { 1.0 }))
    }

    /// Two series over the same periods, from the first that both could have to the last.
    fn side_by_side(
        &self,
        cause: (KpiIx, f64),
        outcome: (KpiIx, f64),
    ) -> (Vec<Option<f64>>, Vec<Option<f64>>) {
        let of = |(kpi, times): (KpiIx, f64)| -> BTreeMap<Period, f64> {
            let known = self.course_of(kpi).into_iter();
            known.filter_map(|(period, point)| Some((period, times * point?.0.known()?))).collect()
        };
        let (cause, outcome) = (of(cause), of(outcome));
        let first = cause.keys().chain(outcome.keys()).min().copied();
        let last = cause.keys().chain(outcome.keys()).max().copied();
        let (mut one, mut other) = (Vec::new(), Vec::new());
        let mut next = first;
        while let Some(period) = next.filter(|period| last.is_some_and(|last| *period <= last)) {
            one.push(cause.get(&period).copied());
            other.push(outcome.get(&period).copied());
            next = period.next();
        }
        (one, other)
    }
}
