//! The nouns of a plan, valid by construction (P1, P4).
//!
//! A [`Draft`] is what was written down; [`Plan::check`] turns it into a [`Plan`] or names every issue.
//! What holds of every plan: ids are unique, references are resolved, "serves" has no cycle, numbers are
//! finite, typed values are in order of time with one a day. So the maths to the right needs no `Result`.

mod alter;
mod check;
mod draft;
mod formula;
mod index;
mod journey;
mod keys;
mod kpi;
mod names;
mod nearest;
mod node;
mod overruled;
mod record;
mod rhythm;
mod scenario;
mod scoring;
mod settings;
mod sizes;
mod variant;

pub use draft::{
    Draft, DraftDrive, DraftKpi, DraftNode, DraftOff, DraftOwner, DraftOwnership, DraftPerspective,
    DraftServes, DraftSettings, Reference,
};
pub use formula::{Fault, FaultKind, Formula, Name, Names};
pub use index::{KpiIx, NodeIx, OwnerIx, PerspectiveIx, Subject};
pub use journey::{Answer, DraftJourney, Journey, Need, Pain, Rated, Rating, Spot, Stage, Touchpoint};
pub use kpi::{
    Aggregate, Amount, Benchmark, CountFrom, Direction, Expected, Kpi, Lead, Milestone, Reading, Typed,
    Window,
};
pub use names::Word;
pub(crate) use names::named;
pub use nearest::nearest;
pub use node::{
    ActionFacts, ActionKind, Audience, Commitment, Drive, Effect, Node, NodeKind, Owner, Ownership,
    Perspective, Serves,
};
pub use overruled::Override;
pub use record::{Entry, Record};
pub use rhythm::{DraftNodeRhythm, DraftRhythm, OkrCycle, Reviews, Rhythm};
pub use scenario::{Scenario, StaffingFigure, Supposed, Supposition};
pub use scoring::{
    Against, Comparison, OrdinalStep, OtherScore, ScoreFunction, ScorePoint, StatedStatus, ThresholdRule,
    Verdict,
};
pub use settings::{Bands, FindingId, IndexMetric, IndexWeights, Missing, Off, RollUp, Settings, Stale};
pub use sizes::{Size, sizes};
pub use variant::{QuantileMethod, Variant};

pub(crate) use check::build;
use keys::Keys;

use crate::calendar::{Calendar, Cycle, Date, Granularity};
use crate::error::Error;

/// No number of a plan or record is larger: differences, products and sums stay finite.
pub const LARGEST: f64 = 1e150;

/// A checked plan. Handles are those of this plan alone: each getter is total over the handles it gave.
///
/// ```
/// use throughline::plan::Subject;
/// let plan = throughline::format::plan::decode(r#"{
///   "version": 1, "title": "Service", "mission": { "id": "mission", "title": "Solve it the first time" },
///   "goals": [{ "id": "quick", "title": "Answer quickly", "serves": [{ "to": "mission" }],
///     "kpis": [{ "id": "reply", "title": "First reply", "unit": "h", "baseline": 8, "target": 2 }] }] }"#)?;
/// let Some(Subject::Node(goal)) = plan.find("quick") else { panic!("no such node") };
/// assert_eq!(plan.node(goal).title, "Answer quickly");
/// assert_eq!(plan.parents(goal)[0].parent, plan.mission());
/// # Ok::<(), throughline::error::Error>(())
/// ```
#[derive(Debug, Clone, PartialEq)]
pub struct Plan {
    title: String,
    period: Granularity,
    calendar: Calendar,
    settings: Settings,
    owners: Vec<Owner>,
    perspectives: Vec<Perspective>,
    nodes: Vec<Node>,
    kpis: Vec<Kpi>,
    mission: NodeIx,
    graph: Graph,
    drives: Vec<Drive>,
    journey: Option<Box<Journey>>,
    rhythm: Rhythm,
    /// Every node and KPI, in order of its id.
    by_id: Vec<Subject>,
    keys: Keys,
}

/// The "serves" links by child and by parent, and the KPIs by node: lists laid end to end.
#[derive(Debug, Clone, PartialEq, Default)]
struct Graph {
    up: Grouped<Serves>,
    down: Grouped<Serves>,
    kpis: Grouped<KpiIx>,
    order: Vec<NodeIx>,
    /// Notes of links, in order of (child, parent).
    notes: Vec<((NodeIx, NodeIx), String)>,
}

/// One list for each node, laid end to end.
#[derive(Debug, Clone, PartialEq)]
struct Grouped<T> {
    items: Vec<T>,
    /// Where each node's items begin; one more for the end.
    begins: Vec<u32>,
}

impl<T> Default for Grouped<T> {
    fn default() -> Self {
        Self { items: Vec::new(), begins: Vec::new() }
    }
}

impl<T> Grouped<T> {
    fn of(&self, node: NodeIx) -> &[T] {
        let (Some(&begin), Some(&end)) = (self.begins.get(node.index()), self.begins.get(node.index() + 1))
        else {
            return &[];
        };
        self.items.get(begin as usize..end as usize).unwrap_or_default()
    }
}

impl Plan {
    /// Checks a draft.
    ///
    /// # Errors
    /// `plan-invalid`, with every issue.
    pub fn check(draft: Draft) -> Result<Self, Error> {
        let mut issues = Vec::new();
        match build(draft, &mut issues) {
            Some(plan) if issues.is_empty() => Ok(plan),
            _ => Err(Error::new("plan-invalid", issues)),
        }
    }

    /// Its title.
    #[must_use]
    pub fn title(&self) -> &str {
        &self.title
    }

    /// The period its KPIs are read by.
    #[must_use]
    pub const fn period(&self) -> Granularity {
        self.period
    }

    /// The same, with how weeks, quarters and years are cut.
    #[must_use]
    pub const fn cycle(&self) -> Cycle {
        Cycle { granularity: self.period, calendar: self.calendar }
    }

    /// What it chose.
    #[must_use]
    pub const fn settings(&self) -> &Settings {
        &self.settings
    }

    /// How a node's contributors make its score: as it chose, else as the plan.
    #[must_use]
    pub fn roll_up(&self, node: NodeIx) -> RollUp {
        self.node(node).roll_up.unwrap_or(self.settings.roll_up)
    }

    /// What a missing contributor does to a node's score: as it chose, else as the plan.
    #[must_use]
    pub fn missing(&self, node: NodeIx) -> Missing {
        self.node(node).missing.unwrap_or(self.settings.missing)
    }

    /// Whether some node rolls up by target.
    #[must_use]
    pub fn by_target(&self) -> bool {
        let by_target = |roll_up: Option<RollUp>| roll_up == Some(RollUp::ByTarget);
        by_target(Some(self.settings.roll_up)) || self.nodes.iter().any(|node| by_target(node.roll_up))
    }

    /// All owners.
    #[must_use]
    pub fn owners(&self) -> &[Owner] {
        &self.owners
    }

    /// An owner.
    #[must_use]
    pub fn owner(&self, owner: OwnerIx) -> Option<&Owner> {
        self.owners.get(owner.index())
    }

    /// All perspectives, the top band of the map first.
    #[must_use]
    pub fn perspectives(&self) -> &[Perspective] {
        &self.perspectives
    }

    /// A perspective.
    #[must_use]
    pub fn perspective(&self, perspective: PerspectiveIx) -> Option<&Perspective> {
        self.perspectives.get(perspective.index())
    }

    /// All nodes: company mission, mission, vision, goals, strategies, actions, each in the order written.
    #[must_use]
    pub fn nodes(&self) -> &[Node] {
        &self.nodes
    }

    /// A node.
    #[must_use]
    #[expect(clippy::indexing_slicing, reason = "a handle is a position this plan handed out")]
    pub fn node(&self, node: NodeIx) -> &Node {
        &self.nodes[node.index()]
    }

    /// The handles of all nodes, in order.
    pub fn node_indices(&self) -> impl Iterator<Item = NodeIx> + use<> {
        (0..self.nodes.len() as u32).map(NodeIx)
    }

    /// All KPIs: a node's together, in the order of the nodes.
    #[must_use]
    pub fn kpis(&self) -> &[Kpi] {
        &self.kpis
    }

    /// A KPI.
    #[must_use]
    #[expect(clippy::indexing_slicing, reason = "a handle is a position this plan handed out")]
    pub fn kpi(&self, kpi: KpiIx) -> &Kpi {
        &self.kpis[kpi.index()]
    }

    /// The handles of all KPIs, in order.
    pub fn kpi_indices(&self) -> impl Iterator<Item = KpiIx> + use<> {
        (0..self.kpis.len() as u32).map(KpiIx)
    }

    /// The KPIs of a node.
    #[must_use]
    pub fn kpis_of(&self, node: NodeIx) -> &[KpiIx] {
        self.graph.kpis.of(node)
    }

    /// The links from a node to those it serves.
    #[must_use]
    pub fn parents(&self, node: NodeIx) -> &[Serves] {
        self.graph.up.of(node)
    }

    /// The links to a node from those that serve it.
    #[must_use]
    pub fn children(&self, node: NodeIx) -> &[Serves] {
        self.graph.down.of(node)
    }

    /// All "serves" links, by child.
    #[must_use]
    pub fn serves(&self) -> &[Serves] {
        &self.graph.up.items
    }

    /// The note of a "serves" link.
    #[must_use]
    pub fn note(&self, link: &Serves) -> Option<&str> {
        let key = (link.child, link.parent);
        let found = self.graph.notes.binary_search_by(|(each, _)| each.cmp(&key)).ok()?;
        self.graph.notes.get(found).map(|(_, note)| note.as_str())
    }

    /// Every node, children before their parents.
    #[must_use]
    pub fn order(&self) -> &[NodeIx] {
        &self.graph.order
    }

    /// The "drives" links.
    #[must_use]
    pub fn drives(&self) -> &[Drive] {
        &self.drives
    }

    /// The way of a customer through the service, and what customers need, where the plan says anything of it.
    #[must_use]
    pub fn journey(&self) -> Option<&Journey> {
        self.journey.as_deref()
    }

    /// Its cycles, and how often it is checked and reviewed.
    #[must_use]
    pub const fn rhythm(&self) -> &Rhythm {
        &self.rhythm
    }

    /// The service mission: the root of the roll-up.
    #[must_use]
    pub const fn mission(&self) -> NodeIx {
        self.mission
    }

    /// What an id stands for.
    #[must_use]
    pub fn find(&self, id: &str) -> Option<Subject> {
        let found = self.keys.find(id, &|place| self.by_id.get(place).map(|subject| self.id(*subject)))?;
        self.by_id.get(found).copied()
    }

    /// The id of a node or KPI.
    #[must_use]
    pub fn id(&self, subject: Subject) -> &str {
        match subject {
            Subject::Node(node) => &self.node(node).id,
            Subject::Kpi(kpi) => &self.kpi(kpi).id,
        }
    }

    /// The title of a node or KPI.
    #[must_use]
    #[inline(never)]
    pub fn title_of(&self, subject: Subject) -> &str {
        match subject {
            Subject::Node(node) => &self.node(node).title,
            Subject::Kpi(kpi) => &self.kpi(kpi).title,
        }
    }

    /// The known id nearest to one that is not, where one is near enough to be meant.
    #[must_use]
    pub fn nearest_id(&self, id: &str) -> Option<&str> {
        nearest(id, self.by_id.iter().map(|subject| self.id(*subject)))
    }

    /// First and last day of a KPI: its own, else its node's; never reversed.
    #[must_use]
    pub fn dates_of(&self, kpi: KpiIx) -> (Option<Date>, Option<Date>) {
        let kpi = self.kpi(kpi);
        let node = self.node(kpi.node);
        (kpi.start.or(node.start), kpi.due.or(node.due))
    }
}
