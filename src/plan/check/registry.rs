//! Which ids are known, and what they stand for.

use super::Check;
use crate::error::{Issue, Pointer};
use crate::plan::keys::Keys;
use crate::plan::{
    DraftOwner, DraftPerspective, KpiIx, NodeIx, NodeKind, Owner, OwnerIx, Perspective, PerspectiveIx,
    Reference, Subject, nearest,
};
use crate::stats::put_in_order;

/// Looking for the nearest id reads every id; beyond so many misses the list is wrong as a whole.
const SUGGESTIONS: u32 = 50;

/// The ids of a plan: those of nodes and KPIs in one namespace, owners and perspectives in their own.
#[derive(Default)]
pub(super) struct Registry {
    subjects: Vec<Known>,
    keys: Keys,
    owners: Vec<(String, u32)>,
    perspectives: Vec<(String, u32)>,
    pub(super) cycles: Vec<(String, u32)>,
    suggested: u32,
}

struct Known {
    id: String,
    at: Pointer,
    subject: Subject,
    kind: Option<NodeKind>,
}

impl Registry {
    pub(super) fn add(&mut self, id: &str, at: Pointer, subject: Subject, kind: Option<NodeKind>) {
        self.subjects.push(Known { id: id.to_owned(), at, subject, kind });
    }

    /// Orders the ids for looking up; the issues are those that came twice.
    #[inline(never)]
    pub(super) fn settle(&mut self) -> Vec<Issue> {
        // Stable: among equals the one written first stays first.
        put_in_order(&mut self.subjects, |a, b| a.id.cmp(&b.id));
        let mut issues = Vec::new();
        self.subjects.dedup_by(|later, first| {
            let same = later.id == first.id;
            if same {
                issues.push(duplicate(&later.id, later.at.clone(), first.at.as_str()));
            }
            same
        });
        self.keys = Keys::of(self.subjects.iter().map(|known| known.id.as_str()));
        issues
    }

    pub(super) fn into_subjects(self) -> (Vec<Subject>, Keys) {
        (self.subjects.into_iter().map(|known| known.subject).collect(), self.keys)
    }

    fn find(&self, id: &str) -> Option<&Known> {
        let found = self.keys.find(id, &|place| self.subjects.get(place).map(|known| known.id.as_str()))?;
        self.subjects.get(found)
    }
}

/// The issue of an id that came before.
#[inline(never)]
pub(super) fn duplicate(id: &str, at: Pointer, first: &str) -> Issue {
    Issue::new("duplicate-id", at).with("id", id).with("first", first)
}

impl Check<'_> {
    /// The node or KPI a reference means, else `unknown-reference`.
    pub(super) fn subject(&mut self, reference: &Reference) -> Option<Subject> {
        let found = self.registry.find(&reference.id).map(|known| known.subject);
        if found.is_none() {
            self.unknown(reference, |registry| nearest_in(registry, &reference.id, |_| true));
        }
        found
    }

    /// The KPI a reference means.
    pub(super) fn kpi_of(&mut self, reference: &Reference) -> Option<KpiIx> {
        if let Some(Known { subject: Subject::Kpi(kpi), .. }) = self.registry.find(&reference.id) {
            return Some(*kpi);
        }
        let is_kpi = |known: &Known| matches!(known.subject, Subject::Kpi(_));
        self.unknown(reference, |registry| nearest_in(registry, &reference.id, is_kpi));
        None
    }

    /// The node a reference means and its kind, none for a KPI.
    pub(super) fn parent_of(&mut self, reference: &Reference) -> Option<(Subject, Option<NodeKind>)> {
        if let Some(known) = self.registry.find(&reference.id) {
            return Some((known.subject, known.kind));
        }
        let is_node = |known: &Known| matches!(known.subject, Subject::Node(_));
        self.unknown(reference, |registry| nearest_in(registry, &reference.id, is_node));
        None
    }

    pub(super) fn owner_of(&mut self, reference: &Reference) -> Option<OwnerIx> {
        let found = position(&self.registry.owners, &reference.id);
        if found.is_none() {
            self.unknown(reference, |registry| nearest_of(&registry.owners, &reference.id));
        }
        found.map(OwnerIx)
    }

    #[inline(never)]
    pub(super) fn cycle_of(&mut self, reference: &Reference) -> Option<u32> {
        let found = position(&self.registry.cycles, &reference.id);
        if found.is_none() {
            self.unknown(reference, |registry| nearest_of(&registry.cycles, &reference.id));
        }
        found
    }

    pub(super) fn perspective_of(&mut self, reference: &Reference) -> Option<PerspectiveIx> {
        let found = position(&self.registry.perspectives, &reference.id);
        if found.is_none() {
            self.unknown(reference, |registry| nearest_of(&registry.perspectives, &reference.id));
        }
        found.map(PerspectiveIx)
    }

    #[cold]
    #[inline(never)]
    pub(super) fn unknown(&mut self, reference: &Reference, suggest: impl Fn(&Registry) -> Option<String>) {
        // A reference that could not be read has been reported as such.
        if reference.id.is_empty() {
            return;
        }
        let mut issue =
            Issue::new("unknown-reference", reference.at.clone()).with("id", reference.id.as_str());
        if self.registry.suggested < SUGGESTIONS {
            self.registry.suggested += 1;
            if let Some(nearest) = suggest(&self.registry) {
                issue = issue.with("nearest", nearest);
            }
        }
        self.issue(issue);
    }

    #[inline(never)]
    pub(super) fn owners(&mut self, drafts: Vec<DraftOwner>) -> Vec<Owner> {
        let ids: Vec<_> = drafts.iter().map(|draft| (draft.id.clone(), draft.at.clone())).collect();
        self.registry.owners = self.own_namespace(&ids);
        let owner = |DraftOwner { id, name, team, outside, .. }| Owner { id, name, team, outside };
        drafts.into_iter().map(owner).collect()
    }

    #[inline(never)]
    pub(super) fn perspectives(&mut self, drafts: Vec<DraftPerspective>) -> Vec<Perspective> {
        let ids: Vec<_> = drafts.iter().map(|draft| (draft.id.clone(), draft.at.clone())).collect();
        self.registry.perspectives = self.own_namespace(&ids);
        drafts.into_iter().map(|DraftPerspective { id, title, .. }| Perspective { id, title }).collect()
    }

    pub(super) fn own_namespace(&mut self, ids: &[(String, Pointer)]) -> Vec<(String, u32)> {
        let mut places: Vec<(String, u32)> = Vec::with_capacity(ids.len());
        for (position, (id, _)) in ids.iter().enumerate() {
            places.push((id.clone(), position as u32));
        }
        put_in_order(&mut places, Ord::cmp);
        for pair in places.windows(2) {
            let [(first, before), (id, after)] = pair else { continue };
            if id == first && !id.is_empty() {
                let at =
                    |place: u32| ids.get(place as usize).map(|(_, at)| at.field("id")).unwrap_or_default();
                self.issues.push(duplicate(id, at(*after), at(*before).as_str()));
            }
        }
        for (id, at) in ids {
            self.present(id, at, "id");
        }
        places
    }
}

fn position(places: &[(String, u32)], id: &str) -> Option<u32> {
    let found = places.binary_search_by(|(each, _)| each.as_str().cmp(id)).ok()?;
    places.get(found).map(|(_, position)| *position)
}

fn nearest_of(places: &[(String, u32)], id: &str) -> Option<String> {
    nearest(id, places.iter().map(|(each, _)| each.as_str())).map(str::to_owned)
}

fn nearest_in(registry: &Registry, id: &str, fits: impl Fn(&Known) -> bool) -> Option<String> {
    let fitting = registry.subjects.iter().filter(|known| fits(known));
    nearest(id, fitting.map(|known| known.id.as_str())).map(str::to_owned)
}

/// The handle of the node a checked link points to.
pub(super) const fn as_node(subject: Subject) -> Option<NodeIx> {
    match subject {
        Subject::Node(node) => Some(node),
        Subject::Kpi(_) => None,
    }
}
