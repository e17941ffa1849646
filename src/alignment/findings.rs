//! The known pitfalls, as rules (A2). Each names a node, its parameters and a remedy.
//!
//! | rule | severity | finds | remedy |
//! | --- | --- | --- | --- |
//! | `orphan` | error | a node without a path to the mission | `link-to-parent`, `link-parent-to-mission` |
//! | `unmeasured-goal` | warning | a goal without a KPI in its subtree | `attach-kpi` |
//! | `no-owner` | warning | a node nobody answers for | `name-accountable-owner` |
//! | `stale` | warning | a KPI older than its update interval and grace | `update-value` |
//! | `no-interval` | note | a KPI without an update interval, which never goes stale | `set-interval` |
//! | `strategy-without-action` | warning | a strategy with no action beneath | `add-action` |
//! | `dates-outside-parent` | warning | a child that begins before or ends after its parent | `move-dates` |

use super::graph::{Graph, aligned, set};
use super::metrics::{accountable, outside};
use super::{Finding, Severity};
use crate::error::Params;
use crate::kpi::Figure;
use crate::plan::{FindingId, KpiIx, NodeIx, NodeKind, Plan, Serves, Subject};
use crate::score::{Because, Freshness, KpiScore, Overridden, allowed_age, iso};

/// A rule about one node.
type Rule = fn(&Plan, &Graph, NodeIx) -> Option<Finding>;

/// The findings that follow from the plan alone, rule by rule, in the order of the plan.
#[must_use]
pub fn find(plan: &Plan, graph: &Graph) -> Vec<Finding> {
    let rules: [Rule; 3] = [unmeasured_goal, no_owner, strategy_without_action];
    let mut found = Vec::new();
    if aligned(plan).any(|node| !graph.reaches(node)) {
        orphans(plan, graph, &mut found);
    }
    for rule in rules {
        for node in aligned(plan) {
            found.extend(rule(plan, graph, node));
        }
    }
    for node in aligned(plan) {
        for link in plan.parents(node) {
            found.extend(dates_outside(plan, link));
        }
    }
    for kpi in plan.kpi_indices() {
        found.extend(no_interval(plan, kpi));
    }
    found
}

/// The finding of one rule at one place, with the reason the plan gives for switching it off.
#[must_use]
pub fn finding(
    plan: &Plan,
    rule: FindingId,
    at: Subject,
    severity: Severity,
    remedy: &'static str,
) -> Finding {
    let node = match at {
        Subject::Node(node) => node,
        Subject::Kpi(kpi) => plan.kpi(kpi).node,
    };
    let applies = |subject: Option<Subject>| {
        subject.is_none_or(|subject| subject == at || subject == Subject::Node(node))
    };
    let off = plan.settings().off.iter().find(|off| off.finding == rule && applies(off.subject));
    let mut params = Params::none();
    if let Subject::Kpi(kpi) = at {
        params.push("kpi", plan.kpi(kpi).id.as_str().into());
    }
    Finding {
        id: rule.name(),
        severity,
        node: plan.node(node).id.clone(),
        params,
        remedy,
        off: off.map(|off| off.reason.clone()),
    }
}

/// Where the line breaks higher up, that is where to mend it.
#[cold]
#[inline(never)]
fn orphans(plan: &Plan, graph: &Graph, found: &mut Vec<Finding>) {
    let tops = tops(plan);
    for node in aligned(plan).filter(|node| !graph.reaches(*node)) {
        let top = tops.get(node.index()).copied().unwrap_or(node);
        let remedy = if top == node { "link-to-parent" } else { "link-parent-to-mission" };
        let mut orphan = finding(plan, FindingId::Orphan, Subject::Node(node), Severity::Error, remedy);
        if top != node {
            orphan.params.push("top", plan.node(top).id.as_str().into());
        }
        found.push(orphan);
    }
}

/// The first ancestor of each node that serves nobody, parents before children: a walk up from each would read a deep
/// chain once for each of its nodes.
fn tops(plan: &Plan) -> Vec<NodeIx> {
    let mut tops: Vec<NodeIx> = plan.node_indices().collect();
    for node in plan.order().iter().rev() {
        let parent = plan.parents(*node).first();
        if let Some(top) = parent.and_then(|link| tops.get(link.parent.index()).copied()) {
            set(&mut tops, *node, top);
        }
    }
    tops
}

fn unmeasured_goal(plan: &Plan, graph: &Graph, node: NodeIx) -> Option<Finding> {
    let unmeasured = plan.node(node).kind == NodeKind::Goal && !graph.below(node).kpi;
    let rule = FindingId::UnmeasuredGoal;
    unmeasured.then(|| finding(plan, rule, Subject::Node(node), Severity::Warning, "attach-kpi"))
}

fn no_owner(plan: &Plan, _: &Graph, node: NodeIx) -> Option<Finding> {
    let rule = FindingId::NoOwner;
    (accountable(plan, node) == 0)
        .then(|| finding(plan, rule, Subject::Node(node), Severity::Warning, "name-accountable-owner"))
}

fn strategy_without_action(plan: &Plan, graph: &Graph, node: NodeIx) -> Option<Finding> {
    let bare = plan.node(node).kind == NodeKind::Strategy && !graph.below(node).action;
    let rule = FindingId::StrategyWithoutAction;
    bare.then(|| finding(plan, rule, Subject::Node(node), Severity::Warning, "add-action"))
}

fn dates_outside(plan: &Plan, link: &Serves) -> Option<Finding> {
    let how = outside(plan, link)??;
    let (child, parent) = (plan.node(link.child), plan.node(link.parent));
    let subject = Subject::Node(link.child);
    let mut found = finding(plan, FindingId::DatesOutsideParent, subject, Severity::Warning, "move-dates");
    found.params.push("how", how.into());
    found.params.push("parent", parent.id.as_str().into());
    let dates = [
        ("start", child.start),
        ("due", child.due),
        ("parentStart", parent.start),
        ("parentDue", parent.due),
    ];
    for (name, date) in dates {
        if let Some(date) = date {
            found.params.push(name, iso(date).into());
        }
    }
    Some(found)
}

fn no_interval(plan: &Plan, kpi: KpiIx) -> Option<Finding> {
    let rule = FindingId::NoInterval;
    let unset = plan.kpi(kpi).interval.is_none();
    unset.then(|| finding(plan, rule, Subject::Kpi(kpi), Severity::Note, "set-interval"))
}

/// The finding that a KPI's value is stale, where it is.
#[must_use]
pub fn stale(plan: &Plan, kpi: KpiIx, score: &KpiScore, figure: &Figure) -> Option<Finding> {
    // Whoever set a score by hand has not made the value younger.
    let by_hand = score.overridden == Some(Overridden::Holds);
    let held =
        || score.age.zip(plan.kpi(kpi).interval).filter(|_| by_hand && score.freshness == Freshness::Stale);
    let (age, limit) = match score.because {
        Because::Stale { age, limit } => (age, limit),
        _ => held().map(|(age, interval)| (age, allowed_age(interval)))?,
    };
    let mut found = finding(plan, FindingId::Stale, Subject::Kpi(kpi), Severity::Warning, "update-value");
    found.params.push("age", f64::from(age).into());
    found.params.push("limit", limit.into());
    found.params.push("at", iso(figure.at).into());
    if let Some(owner) = plan.kpi(kpi).owner.and_then(|owner| plan.owner(owner)) {
        found.params.push("owner", owner.id.as_str().into());
    }
    Some(found)
}
