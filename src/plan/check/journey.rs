//! Rules on the journey and the needs. No plan without them runs any of this.

use std::collections::BTreeMap;

use super::Check;
use super::registry::{Registry, as_node, duplicate};
use crate::error::{Issue, Pointer};
use crate::plan::{
    Answer, DraftJourney, Journey, KpiIx, Need, NodeIx, Pain, Rated, Rating, Reference, Spot, Stage,
    Touchpoint, nearest,
};
use crate::stats::put_in_order;

/// Ids that were seen, and where.
type Seen = BTreeMap<String, Pointer>;

impl Check<'_> {
    #[cold]
    #[inline(never)]
    pub(super) fn journey(&mut self, draft: DraftJourney) -> Box<Journey> {
        let (mut places, mut pains, mut needs) = (Seen::new(), Seen::new(), Seen::new());
        let mut checked = Journey { stages: Vec::new(), needs: Vec::new() };
        let mut spots: Vec<(String, Spot)> = Vec::new();
        for (stage, Stage { pointer, id, title, touchpoints }) in draft.stages.into_iter().enumerate() {
            self.named(&id, &title, &pointer, &mut places);
            spots.push((id.clone(), Spot { stage, touchpoint: None }));
            let ids = touchpoints.iter().enumerate();
            spots.extend(ids.map(|(at, each)| (each.id.clone(), Spot { stage, touchpoint: Some(at) })));
            let touchpoints =
                touchpoints.into_iter().map(|each| self.touchpoint(each, &mut places, &mut pains)).collect();
            checked.stages.push(Stage { pointer, id, title, touchpoints });
        }
        // Of several of one id, which is an issue, the first is meant.
        let known = spots.iter().rev().map(|(id, spot)| (id.as_str(), *spot)).collect();
        for need in draft.needs {
            self.named(&need.id, &need.title, &need.pointer, &mut needs);
            let at = need.at.and_then(|at| self.spot(&at, &spots, &known));
            checked.needs.push(Need {
                pointer: need.pointer,
                id: need.id,
                title: need.title,
                at,
                served_by: self.servants(&need.served_by),
                importance: need.importance.and_then(|rating| self.rating(rating)),
                satisfaction: need.satisfaction.and_then(|rating| self.rating(rating)),
            });
        }
        Box::new(checked)
    }

    /// Has an id that no other has, and a title.
    fn named(&mut self, id: &str, title: &str, at: &Pointer, seen: &mut Seen) {
        self.present(title, at, "title");
        self.present(id, at, "id");
        if id.is_empty() {
            return;
        }
        match seen.get(id) {
            Some(first) => {
                let issue = duplicate(id, at.field("id"), first.as_str());
                self.issue(issue);
            }
            None => {
                seen.insert(id.to_owned(), at.field("id"));
            }
        }
    }

    fn touchpoint(
        &mut self,
        draft: Touchpoint<Reference, Reference>,
        places: &mut Seen,
        pains: &mut Seen,
    ) -> Touchpoint {
        self.named(&draft.id, &draft.title, &draft.pointer, places);
        let kpis: Vec<KpiIx> = draft.kpis.iter().filter_map(|kpi| self.kpi_of(kpi)).collect();
        let pain = |pain: Pain<Reference>| {
            self.named(&pain.id, &pain.title, &pain.pointer, pains);
            let served_by = self.servants(&pain.served_by);
            Pain { pointer: pain.pointer, id: pain.id, title: pain.title, served_by }
        };
        let pains = draft.pains.into_iter().map(pain).collect();
        Touchpoint {
            pointer: draft.pointer,
            id: draft.id,
            title: draft.title,
            channel: draft.channel,
            moment: draft.moment,
            kpis,
            pains,
        }
    }

    /// The nodes that serve something; a KPI cannot.
    fn servants(&mut self, references: &[Reference]) -> Vec<NodeIx> {
        let mut nodes = Vec::with_capacity(references.len());
        for reference in references {
            let Some((subject, _)) = self.parent_of(reference) else { continue };
            match as_node(subject) {
                Some(node) => nodes.push(node),
                None => self
                    .issue(Issue::new("not-a-node", reference.at.clone()).with("id", reference.id.as_str())),
            }
        }
        nodes
    }

    fn spot(
        &mut self,
        reference: &Reference,
        spots: &[(String, Spot)],
        known: &BTreeMap<&str, Spot>,
    ) -> Option<Spot> {
        let found = known.get(reference.id.as_str()).copied();
        if found.is_none() {
            let near = |_: &Registry| nearest(&reference.id, spots.iter().map(|(id, _)| id.as_str()));
            self.unknown(reference, |registry| near(registry).map(str::to_owned));
        }
        found
    }

    fn rating(&mut self, draft: Rating<Reference>) -> Option<Rating> {
        let Rating { pointer, zero, one, from } = draft;
        self.finite(zero, &pointer, "zero");
        self.finite(one, &pointer, "one");
        if zero.total_cmp(&one).is_eq() || (zero - one).abs() <= 0.0 {
            self.report("scale-without-width", &pointer, "one", &[("value", one)]);
        }
        let from = match from {
            Rated::Kpi(kpi) => Rated::Kpi(self.kpi_of(&kpi)?),
            Rated::Typed(values) => {
                Rated::Typed(self.answers(values, &pointer, zero.min(one), zero.max(one)))
            }
        };
        Some(Rating { pointer, zero, one, from })
    }

    fn answers(&mut self, mut values: Vec<Answer>, at: &Pointer, low: f64, high: f64) -> Vec<Answer> {
        for answer in &values {
            self.within(answer.value, &answer.pointer, "value", low, high);
            for (number, field) in [(answer.deviation, "sd"), (answer.margin, "margin")] {
                if let Some(number) = number {
                    self.finite(number, &answer.pointer, field);
                }
            }
        }
        self.one_a_day(values.iter().map(|each| (each.at, each.pointer.field("at"))).collect());
        put_in_order(&mut values, |one, other| one.at.cmp(&other.at));
        // Where each stands once the plan is written again.
        for (place, answer) in values.iter_mut().enumerate() {
            answer.pointer = at.field("values").index(place);
        }
        values
    }
}
