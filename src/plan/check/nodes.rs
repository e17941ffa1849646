//! Rules on one node.

use super::graph::Link;
use super::registry::{as_node, duplicate};
use super::{Built, Check};
use crate::error::{Issue, Pointer};
use crate::plan::{
    ActionFacts, ActionKind, DraftNode, DraftOwnership, DraftServes, KpiIx, LARGEST, Node, NodeIx, NodeKind,
    Ownership, Reference,
};

impl Check<'_> {
    #[inline(never)]
    pub(super) fn node(&mut self, ix: NodeIx, kind: NodeKind, draft: DraftNode, built: &mut Built) {
        let DraftNode { at, id, title, description, audience, start, due, tension, .. } = draft;
        self.present(&title, &at, "title");
        self.dates(start, due, &at);
        let perspective = draft.perspective.as_ref().and_then(|reference| self.perspective_of(reference));
        let owners = self.ownerships(draft.owners);
        let cycle = draft.rhythm.cycle.as_ref().and_then(|reference| self.cycle_of(reference));
        let overruled = draft.overruled.and_then(|(at, overruled)| self.overruled(overruled, &at));
        let action = (kind == NodeKind::Action).then(|| {
            let facts = (draft.kind, draft.effort, draft.progress);
            ActionFacts { lag: draft.lag, ..self.action(facts, &draft.should_move, &at) }
        });
        for link in draft.serves {
            let link = self.serves(ix, kind, link);
            built.links.extend(link);
        }
        built.kpi_begins.push(built.kpis.len() as u32);
        for kpi in draft.kpis {
            let kpi = self.kpi(ix, kpi, (start, due));
            built.kpis.push(kpi);
        }
        let pointer = at;
        let node = Node {
            id,
            kind,
            title,
            description,
            audience,
            perspective,
            owners,
            start,
            due,
            action,
            roll_up: draft.roll_up,
            missing: draft.missing,
            overruled,
            cycle,
            check_ins: draft.rhythm.check_ins,
            tension,
            pointer,
        };
        built.nodes.push(node);
    }

    #[inline(never)]
    fn ownerships(&mut self, drafts: Vec<DraftOwnership>) -> Vec<Ownership> {
        let mut seen: Vec<Reference> = Vec::new();
        let mut owners = Vec::with_capacity(drafts.len());
        for DraftOwnership { owner: reference, accountable, commitment } in drafts {
            let owner = self.owner_of(&reference);
            self.first_of(&mut seen, reference);
            owners.extend(owner.map(|owner| Ownership { owner, accountable, commitment }));
        }
        owners
    }

    #[inline(never)]
    fn action(
        &mut self,
        (kind, effort, progress): (Option<ActionKind>, Option<f64>, Option<f64>),
        should_move: &[Reference],
        at: &Pointer,
    ) -> ActionFacts {
        let (weighed, effort) = (effort.is_some(), effort.unwrap_or(1.0));
        self.within(effort, at, "effort", 0.0, LARGEST);
        if let Some(progress) = progress {
            self.within(progress, at, "progress", 0.0, 1.0);
        }
        let mut seen = Vec::new();
        let mut kpis: Vec<KpiIx> = Vec::with_capacity(should_move.len());
        for reference in should_move {
            let kpi = self.kpi_of(reference);
            kpis.extend(kpi);
            self.first_of(&mut seen, reference.clone());
        }
        ActionFacts {
            kind: kind.unwrap_or(ActionKind::Other),
            effort,
            weighed,
            progress,
            should_move: kpis,
            lag: 0,
        }
    }

    /// A list names each id once; else `duplicate-id`.
    fn first_of(&mut self, seen: &mut Vec<Reference>, reference: Reference) {
        if reference.id.is_empty() {
            return;
        }
        match seen.iter().find(|each| each.id == reference.id) {
            Some(first) => {
                let issue = duplicate(&reference.id, reference.at, first.at.as_str());
                self.issue(issue);
            }
            None => seen.push(reference),
        }
    }

    #[inline(never)]
    fn serves(&mut self, child: NodeIx, kind: NodeKind, draft: DraftServes) -> Option<Link> {
        let DraftServes { at, to, weight, share, note } = draft;
        self.weight(weight, &at, "weight");
        if let Some(share) = share {
            self.within(share, &at, "share", 0.0, 1.0);
        }
        let (subject, parent_kind) = self.parent_of(&to)?;
        let parent = as_node(subject);
        if parent == Some(child) {
            self.serves_itself(to);
            return None;
        }
        if !parent_kind.is_some_and(|parent| kind.may_serve(parent)) {
            self.not_a_parent(to.at, parent_kind, kind);
            return None;
        }
        Some(Link { child, parent: parent?, weight, share, note, at: to.at })
    }
    #[cold]
    #[inline(never)]
    fn serves_itself(&mut self, to: Reference) {
        self.issue(Issue::new("serves-itself", to.at).with("id", to.id));
    }

    #[cold]
    #[inline(never)]
    fn not_a_parent(&mut self, at: Pointer, found: Option<NodeKind>, child: NodeKind) {
        let found = found.map_or("kpi", NodeKind::name);
        self.issue(Issue::new("not-a-parent", at).with("kind", found).with("child", child.name()));
    }
}
