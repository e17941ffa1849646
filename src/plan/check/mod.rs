//! From a draft to a plan, or every issue.
//!
//! First everything gets its handle and its id is registered, so that references may point forward; then
//! each node, KPI and link is checked by itself; last the graph is checked as a whole.

mod graph;
mod journey;
mod kpis;
mod nodes;
mod registry;
mod rhythm;
mod scores;
mod targets;
mod values;

use self::registry::Registry;
use super::{
    Draft, DraftDrive, DraftKpi, DraftNode, DraftOff, DraftSettings, Drive, IndexMetric, Kpi, KpiIx, Node,
    NodeIx, NodeKind, Off, Plan, Settings, Subject,
};
use crate::error::{Issue, Param, Pointer};

/// What a check knows while it runs.
struct Check<'a> {
    issues: &'a mut Vec<Issue>,
    registry: Registry,
}

/// Checks a draft, adding to the issues found before; none where it cannot be a plan.
#[inline(never)]
pub(crate) fn build(draft: Draft, issues: &mut Vec<Issue>) -> Option<Plan> {
    let Draft { title, period, calendar, settings, owners, perspectives, drives, rhythm, .. } = draft;
    let lists = Lists {
        company_mission: draft.company_mission,
        mission: draft.mission,
        vision: draft.vision,
        goals: draft.goals,
        strategies: draft.strategies,
        actions: draft.actions,
    };
    let mut check = Check { issues, registry: Registry::default() };
    check.present(&title, &Pointer::root(), "title");
    if lists.mission.is_none() && !check.said(&Pointer::root(), "mission") {
        check.issue(Issue::new("missing-field", Pointer::root()).with("field", "mission"));
    }
    let drafts = lists.flatten();
    let owners = check.owners(owners);
    let perspectives = check.perspectives(perspectives);
    let rhythm = check.rhythm(rhythm);
    check.register(&drafts);
    let mut built = Built::default();
    for (position, (kind, draft)) in drafts.into_iter().enumerate() {
        check.node(NodeIx(position as u32), kind, draft, &mut built);
    }
    let graph = check.graph(&built);
    let drives = check.drives(drives);
    let settings = check.settings(settings);
    let journey = draft.journey.map(|journey| check.journey(*journey));
    let mission = built.nodes.iter().position(|node| node.kind == NodeKind::Mission)?;
    let (by_id, keys) = check.registry.into_subjects();
    let Built { nodes, kpis, .. } = built;
    let plan = Plan {
        title,
        period,
        calendar,
        settings,
        owners,
        perspectives,
        nodes,
        kpis,
        mission: NodeIx(mission as u32),
        graph: graph?,
        drives,
        journey,
        rhythm,
        by_id,
        keys,
    };
    if plan.by_target() {
        targets::by_target(&plan, issues);
    }
    Some(plan)
}

/// The nodes of a draft, still by the list they stood in.
struct Lists {
    company_mission: Option<DraftNode>,
    mission: Option<DraftNode>,
    vision: Option<DraftNode>,
    goals: Vec<DraftNode>,
    strategies: Vec<DraftNode>,
    actions: Vec<DraftNode>,
}

impl Lists {
    #[inline(never)]
    fn flatten(self) -> Vec<(NodeKind, DraftNode)> {
        let mut all = Vec::with_capacity(3 + self.goals.len() + self.strategies.len() + self.actions.len());
        let mut add = |kind, list: Vec<DraftNode>| all.extend(list.into_iter().map(|node| (kind, node)));
        add(NodeKind::CompanyMission, self.company_mission.into_iter().collect());
        add(NodeKind::Mission, self.mission.into_iter().collect());
        add(NodeKind::Vision, self.vision.into_iter().collect());
        add(NodeKind::Goal, self.goals);
        add(NodeKind::Strategy, self.strategies);
        add(NodeKind::Action, self.actions);
        all
    }
}

/// What a check has made so far.
#[derive(Default)]
struct Built {
    nodes: Vec<Node>,
    kpis: Vec<Kpi>,
    links: Vec<graph::Link>,
    /// Where each node's KPIs begin.
    kpi_begins: Vec<u32>,
}

impl Check<'_> {
    #[cold]
    #[inline(never)]
    fn issue(&mut self, issue: Issue) {
        self.issues.push(issue);
    }

    /// Reports an issue about a field. Reports are functions of their own: a sound plan runs none of them.
    #[cold]
    #[inline(never)]
    fn report(&mut self, code: &'static str, at: &Pointer, field: &str, with: &[(&'static str, f64)]) {
        let issue = Issue::new(code, at.field(field));
        self.issue(with.iter().fold(issue, |issue, (name, value)| issue.with(name, *value)));
    }

    /// A text must have something in it; what a decoder has already said of it is not said again.
    fn present(&mut self, text: &str, at: &Pointer, field: &'static str) {
        if text.trim().is_empty() && !self.said(at, field) {
            self.report("empty-text", at, field, &[]);
        }
    }

    /// Whether an issue about this field was found before.
    #[cold]
    #[inline(never)]
    fn said(&self, at: &Pointer, field: &str) -> bool {
        let place = at.field(field);
        self.issues.iter().any(|issue| issue.at == place || (issue.at == *at && says(issue, field)))
    }

    #[inline(never)]
    fn register(&mut self, drafts: &[(NodeKind, DraftNode)]) {
        let mut kpi = 0;
        for (position, (kind, node)) in drafts.iter().enumerate() {
            let subject = Subject::Node(NodeIx(position as u32));
            self.register_one(&node.id, &node.at, subject, Some(*kind));
            for DraftKpi { id, at, .. } in &node.kpis {
                self.register_one(id, at, Subject::Kpi(KpiIx(kpi)), None);
                kpi += 1;
            }
        }
        let duplicates = self.registry.settle();
        self.issues.extend(duplicates);
    }

    fn register_one(&mut self, id: &str, at: &Pointer, subject: Subject, kind: Option<NodeKind>) {
        self.present(id, at, "id");
        if !id.trim().is_empty() {
            self.registry.add(id, at.field("id"), subject, kind);
        }
    }

    #[inline(never)]
    fn drives(&mut self, drafts: Vec<DraftDrive>) -> Vec<Drive> {
        drafts.into_iter().filter_map(|draft| self.drive(draft)).collect()
    }

    fn drive(&mut self, draft: DraftDrive) -> Option<Drive> {
        let DraftDrive { from, to, effect, lag, note } = draft;
        let (cause, end) = (self.subject(&from), self.subject(&to));
        let (cause, end) = (cause?, end?);
        if cause == end {
            self.issue(Issue::new("drives-itself", to.at).with("id", to.id));
        }
        Some(Drive { from: cause, to: end, effect, lag, note })
    }

    #[inline(never)]
    fn settings(&mut self, draft: DraftSettings) -> Settings {
        let DraftSettings { at, bands, coverage_needed, missing, stale, roll_up, index_weights, off } = draft;
        self.bands(&bands, &at.field("bands"));
        self.within(coverage_needed, &at, "coverageNeeded", 0.0, 1.0);
        for metric in IndexMetric::ALL {
            self.weight(index_weights.of(*metric), &at.field("indexWeights"), metric.name());
        }
        let off = off.into_iter().filter_map(|draft| self.off(draft)).collect();
        Settings { bands, coverage_needed, missing, stale, roll_up, index_weights, off }
    }

    fn off(&mut self, draft: DraftOff) -> Option<Off> {
        let subject = match &draft.node {
            Some(reference) => Some(self.subject(reference)?),
            None => None,
        };
        Some(Off { finding: draft.finding, subject, reason: draft.reason })
    }
}

/// Whether an issue is about the field of that name.
fn says(issue: &Issue, field: &str) -> bool {
    matches!(issue.params.get("field"), Some(Param::Text(name)) if name == field)
}
