//! A scenario laid on a second board.

use crate::board::Board;
use crate::error::{Error, Issue, Pointer};
use crate::plan::{KpiIx, NodeIx, Plan, Serves, Subject, Supposed, Supposition};

/// What is left to do once the plan is changed: the values of KPIs.
pub(super) struct Laying<'b> {
    pub(super) board: &'b Board,
    other: Board,
    pub(super) values: Vec<(KpiIx, f64)>,
    pub(super) issues: Vec<Issue>,
}

impl Board {
    /// A second board on which all of this is so.
    ///
    /// # Errors
    /// `scenario-invalid` with every issue.
    pub(in crate::board) fn supposing(&self, changes: &[Supposed]) -> Result<Self, Error> {
        let mut laying = Laying { board: self, other: self.beside(), values: Vec::new(), issues: Vec::new() };
        for change in changes {
            laying.lay(change);
        }
        let Laying { mut other, values, issues, .. } = laying;
        if !issues.is_empty() {
            return Err(Error::new("scenario-invalid", issues));
        }
        for (kpi, value) in values {
            let figure = self.figure_at(kpi, value);
            other.suppose(kpi, figure);
        }
        other.laid_out_again();
        Ok(other)
    }
}

impl Laying<'_> {
    fn lay(&mut self, change: &Supposed) {
        let at = &change.at;
        match &change.what {
            Supposition::Kpi { kpi, value, baseline, target, weight } => {
                let Some(ix) = self.kpi(kpi, &at.field("kpi")) else { return };
                self.course(ix, *baseline, *target, at);
                if let Some(weight) = weight {
                    self.other.plan.set_weight(ix, *weight);
                }
                self.values.extend(value.map(|value| (ix, value)));
            }
            Supposition::Link { from, to, weight, share } => {
                let Some(link) = self.link(from, to, &at.field("link")) else { return };
                self.weigh(&link, *weight, *share, at);
            }
            Supposition::Node { node, progress, effort } => {
                let Some(ix) = self.action(node, &at.field("node")) else { return };
                if let Some(progress) = progress {
                    self.other.values.put_progress(ix, self.board.as_of(), *progress);
                }
                if let Some(effort) = effort {
                    self.other.plan.set_effort(ix, *effort);
                }
            }
            Supposition::Staffing { asked, sets } => self.staff(asked, sets, at),
        }
    }

    fn course(&mut self, kpi: KpiIx, baseline: Option<f64>, target: Option<f64>, at: &Pointer) {
        if baseline.is_none() && target.is_none() {
            return;
        }
        let field = if target.is_some() { "target" } else { "baseline" };
        if let Err(code) = self.other.plan.set_course(kpi, baseline, target) {
            self.issues.push(refused(code, at.field(field)));
        }
    }

    fn weigh(&mut self, link: &Serves, weight: Option<f64>, share: Option<f64>, at: &Pointer) {
        let (weight, share) = (weight.unwrap_or(link.weight), share.unwrap_or(link.share));
        // A link that only supported has no share of its own: it must be said what the others leave it.
        if weight > 0.0 && share <= 0.0 && link.supports() {
            self.issues.push(Issue::new("missing-field", at.clone()).with("field", "share"));
            return;
        }
        if let Err(total) = self.other.plan.set_link(link, weight, share) {
            let issue = Issue::new("share-above-one", at.field("share"));
            let id = self.board.plan.node(link.child).id.as_str();
            self.issues.push(issue.with("id", id).with("total", total));
        }
    }

    pub(super) fn kpi(&mut self, id: &str, at: &Pointer) -> Option<KpiIx> {
        match self.board.plan.find(id) {
            Some(Subject::Kpi(kpi)) => return Some(kpi),
            Some(Subject::Node(_)) => {
                self.issues.push(Issue::new("not-a-kpi", at.clone()).with("id", id));
            }
            None => self.unknown(id, at, |plan| plan.kpis().iter().map(|kpi| kpi.id.as_str()).collect()),
        }
        None
    }

    fn node(&mut self, id: &str, at: &Pointer) -> Option<NodeIx> {
        match self.board.plan.find(id) {
            Some(Subject::Node(node)) => return Some(node),
            Some(Subject::Kpi(_)) => {
                self.issues.push(Issue::new("not-a-node", at.clone()).with("id", id));
            }
            None => self.unknown(id, at, |plan| plan.nodes().iter().map(|node| node.id.as_str()).collect()),
        }
        None
    }

    fn action(&mut self, id: &str, at: &Pointer) -> Option<NodeIx> {
        let node = self.node(id, at)?;
        if self.board.plan.node(node).action.is_none() {
            self.issues.push(Issue::new("not-an-action", at.clone()).with("id", id));
            return None;
        }
        Some(node)
    }

    /// A link as it stands by now: a change before may have moved it.
    fn link(&mut self, from: &str, to: &str, at: &Pointer) -> Option<Serves> {
        let child = self.node(from, &at.field("from"));
        let parent = self.node(to, &at.field("to"));
        let (child, parent) = (child?, parent?);
        let found = self.other.plan.parents(child).iter().find(|link| link.parent == parent).copied();
        if found.is_none() {
            self.issues.push(Issue::new("no-such-link", at.clone()).with("from", from).with("to", to));
        }
        found
    }

    fn unknown(&mut self, id: &str, at: &Pointer, known: fn(&Plan) -> Vec<&str>) {
        let issue = Issue::new("unknown-reference", at.clone()).with("id", id);
        let near = crate::plan::nearest(id, known(&self.board.plan));
        self.issues.push(match near {
            Some(near) => issue.with("nearest", near),
            None => issue,
        });
    }
}

/// What a check of the plan would say; each is written out, so that a test sees that it has its sentence.
fn refused(code: &str, at: Pointer) -> Issue {
    match code {
        "baseline-equals-target" => Issue::new("baseline-equals-target", at),
        "direction-contradicts-target" => Issue::new("direction-contradicts-target", at),
        _ => Issue::new("direction-required", at),
    }
}
