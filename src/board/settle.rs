//! Scoring again, all or what a change touches, by the same functions over the same sums.

use std::collections::{BTreeMap, BTreeSet};

use super::{Board, Change, Entry, Move, Record, State};
use crate::alignment::{self, Finding};
use crate::kpi::{self, Figure, Missing, Provenance};
use crate::plan::{KpiIx, NodeIx, Subject, Typed};
use crate::score::{
    Because, Effort, Freshness, Going, KpiScore, NodeScore, OwnAction, Status, distinct, gathered, going,
    node_score, outcome, score_kpi,
};

/// How a whole board stood, by ids: it may be compared with a board on another plan.
pub(super) struct Standing {
    nodes: BTreeMap<String, (State, NodeScore)>,
    kpis: BTreeMap<String, (State, KpiScore)>,
    findings: Vec<Finding>,
    index: Option<f64>,
}

impl Board {
    /// Scores everything.
    pub(super) fn rescore(&mut self) {
        let none = Figure::missing(Missing::new("no-data"), self.as_of(), Provenance::Typed);
        self.figures = vec![none; self.plan.kpis().len()];
        self.scores.kpis = vec![UNKNOWN_KPI; self.plan.kpis().len()];
        self.scores.nodes = vec![UNKNOWN_NODE; self.plan.nodes().len()];
        self.efforts = vec![Effort::default(); self.plan.nodes().len()];
        for kpi in self.plan.kpi_indices() {
            let (figure, score) = self.scored_kpi(kpi);
            put(&mut self.figures, kpi.index(), figure);
            put(&mut self.scores.kpis, kpi.index(), score);
        }
        for rank in 0..self.tree.order().len() {
            let Some(node) = self.tree.order().get(rank).copied() else { continue };
            let (effort, score) = self.scored_node(node);
            put(&mut self.efforts, node.index(), effort);
            put(&mut self.scores.nodes, node.index(), score);
        }
        self.find_stale();
    }

    fn scored_kpi(&self, ix: KpiIx) -> (Figure, KpiScore) {
        let (plan, as_of) = (&self.plan, self.as_of());
        let figure = kpi::value(plan.kpi(ix), self.values.typed(ix), &self.snapshot, plan.period(), as_of);
        let score = score_kpi(plan, ix, &figure, as_of);
        (figure, score)
    }

    /// A node by its KPIs and children as they stand now.
    fn scored_node(&self, ix: NodeIx) -> (Effort, NodeScore) {
        let (node, settings) = (self.plan.node(ix), self.plan.settings());
        let (own, action) = self.own_action(ix);
        let contributors = self.tree.contributors(ix);
        let outcome =
            outcome(contributors, |kpi| self.scores.kpi(kpi), |child| self.scores.node(child), settings);
        let effort = gathered(&self.tree, ix, &own, |child| self.effort(child));
        let all = distinct(&self.tree, ix, &effort, |shared| self.effort(shared));
        let weighs = !contributors.is_empty();
        let score = node_score(node.kind, action, weighs, &outcome, all.execution(), settings);
        (effort, score)
    }

    fn own_action(&self, ix: NodeIx) -> (Effort, Option<OwnAction>) {
        let node = self.plan.node(ix);
        let Some(facts) = &node.action else { return (Effort::default(), None) };
        let progress = self.values.progress(&self.plan, ix, self.as_of());
        let going: Going = going(progress, node.start, node.due, self.as_of());
        let done = progress.is_some_and(|progress| progress >= 1.0);
        (Effort::of(facts.effort, going, done), Some(OwnAction { done, going }))
    }

    #[expect(clippy::indexing_slicing, reason = "one entry for each handle the plan gave out")]
    fn effort(&self, node: NodeIx) -> &Effort {
        &self.efforts[node.index()]
    }

    /// Scores what is marked, and upwards as far as anything moves.
    pub(super) fn settle(&mut self) -> Change {
        let mut change = Change::default();
        while let Some(kpi) = self.marks.next_kpi() {
            self.settle_kpi(kpi, &mut change);
        }
        while let Some(node) = self.marks.next_node() {
            self.settle_node(node, &mut change);
        }
        change
    }

    fn settle_kpi(&mut self, ix: KpiIx, change: &mut Change) {
        let (figure, score) = self.scored_kpi(ix);
        let before = self.kpi_state(ix);
        let (old, was) = (self.figure(ix) == &figure, *self.scores.kpi(ix));
        if old && was == score {
            return;
        }
        put(&mut self.figures, ix.index(), figure);
        put(&mut self.scores.kpis, ix.index(), score);
        let (after, kpi) = (self.kpi_state(ix), self.plan.kpi(ix));
        change.kpis.push(Move { id: kpi.id.clone(), before: Some(before), after: Some(after) });
        self.marks.node(self.tree.rank(kpi.node), kpi.node);
        self.settle_stale(ix, &was, change);
    }

    fn settle_node(&mut self, ix: NodeIx, change: &mut Change) {
        let (effort, score) = self.scored_node(ix);
        let was = *self.scores.node(ix);
        if was == score && *self.effort(ix) == effort {
            return;
        }
        let worked = *self.effort(ix) != effort;
        put(&mut self.efforts, ix.index(), effort);
        put(&mut self.scores.nodes, ix.index(), score);
        if was != score {
            let (before, after) = (Some(node_state(&was)), Some(node_state(&score)));
            change.nodes.push(Move { id: self.plan.node(ix).id.clone(), before, after });
        }
        for link in self.plan.parents(ix) {
            self.marks.node(self.tree.rank(link.parent), link.parent);
        }
        if worked && self.plan.parents(ix).len() > 1 {
            self.mark_ancestors(ix);
        }
    }

    /// What has several parents is counted by every ancestor itself, not by way of its children.
    fn mark_ancestors(&mut self, ix: NodeIx) {
        let mut above: Vec<NodeIx> = self.plan.parents(ix).iter().map(|link| link.parent).collect();
        while let Some(node) = above.pop() {
            self.marks.node(self.tree.rank(node), node);
            above.extend(self.plan.parents(node).iter().map(|link| link.parent));
        }
    }

    /// Scores the KPIs again that are read from these sources.
    pub(super) fn reread(&mut self, of: &dyn Fn(&str) -> bool) -> Change {
        for (ix, kpi) in self.plan.kpi_indices().zip(self.plan.kpis()) {
            if kpi.reading.as_ref().is_some_and(|reading| of(&reading.source)) {
                self.marks.kpi(ix);
            }
        }
        self.settle()
    }

    /// Takes a checked record in and marks what it touches.
    pub(super) fn apply(&mut self, record: &Record) {
        let at = record.at;
        match (self.plan.find(&record.subject), &record.entry) {
            (Some(Subject::Kpi(kpi)), entry) => {
                match *entry {
                    Entry::Value { amount, n, interval } => {
                        self.values.put(kpi, Typed { at, amount, n, interval });
                    }
                    _ => self.values.remove(kpi, at),
                }
                self.marks.kpi(kpi);
            }
            (Some(Subject::Node(node)), entry) => {
                match *entry {
                    Entry::Progress(progress) => self.values.put_progress(node, at, progress),
                    _ => self.values.remove_progress(node, at),
                }
                self.marks.node(self.tree.rank(node), node);
            }
            (None, _) => {}
        }
    }

    /// Applies the whole journal to a new plan, as far as the plan knows what it is about.
    pub(super) fn replay(&mut self) {
        let journal = std::mem::take(&mut self.journal);
        let root = crate::error::Pointer::root();
        for record in &journal {
            if record.check(&self.plan, &root).is_ok() {
                self.apply(record);
            }
        }
        self.journal = journal;
        self.marks.clear();
    }

    /// The findings that KPIs are stale, all of them anew.
    fn find_stale(&mut self) {
        let keep = self.findings.len() - self.stale.len();
        self.findings.truncate(keep);
        self.stale.clear();
        for ix in self.plan.kpi_indices() {
            if let Some(finding) = self.stale_finding(ix) {
                self.findings.push(finding);
                self.stale.push(ix);
            }
        }
    }

    fn stale_finding(&self, ix: KpiIx) -> Option<Finding> {
        alignment::stale(&self.plan, ix, self.scores.kpi(ix), self.figure(ix))
    }

    /// The finding that one KPI is stale, where that changed.
    fn settle_stale(&mut self, ix: KpiIx, was: &KpiScore, change: &mut Change) {
        if was.status != Status::Stale && self.scores.kpi(ix).status != Status::Stale {
            return;
        }
        let keep = self.findings.len() - self.stale.len();
        let place = self.stale.binary_search(&ix);
        if let Ok(place) = place {
            self.stale.remove(place);
            change.removed.push(self.findings.remove(keep + place));
        }
        if let Some(finding) = self.stale_finding(ix) {
            let (Ok(place) | Err(place)) = place;
            self.stale.insert(place, ix);
            self.findings.insert(keep + place, finding.clone());
            change.added.push(finding);
        }
        if change.added.last() == change.removed.last() {
            change.added.pop();
            change.removed.pop();
        }
    }

    fn kpi_state(&self, ix: KpiIx) -> State {
        let score = self.scores.kpi(ix);
        State { status: score.status, score: score.score, value: self.figure(ix).known() }
    }

    /// How everything stands.
    pub(super) fn standing(&self) -> Standing {
        let nodes = self.plan.nodes().iter().zip(&self.scores.nodes);
        let kpis = self.plan.kpi_indices().zip(self.plan.kpis());
        Standing {
            nodes: nodes.map(|(node, score)| (node.id.clone(), (node_state(score), *score))).collect(),
            kpis: kpis
                .map(|(ix, kpi)| (kpi.id.clone(), (self.kpi_state(ix), ageless(*self.scores.kpi(ix)))))
                .collect(),
            findings: self.findings.clone(),
            index: self.alignment.index,
        }
    }

    /// What moved since everything stood so.
    pub(super) fn moved_since(&self, before: Standing) -> Change {
        let now = self.standing();
        Change {
            added: missing_from(&now.findings, &before.findings),
            removed: missing_from(&before.findings, &now.findings),
            alignment: (before.index != now.index).then_some((before.index, now.index)),
            nodes: moves(before.nodes, now.nodes),
            kpis: moves(before.kpis, now.kpis),
        }
    }
}

/// A day passing makes everything older; that alone is no move.
const fn ageless(score: KpiScore) -> KpiScore {
    let because = match score.because {
        Because::Stale { limit, .. } => Because::Stale { age: 0, limit },
        other => other,
    };
    KpiScore { age: None, because, ..score }
}

/// Those of one list that are not in the other, whatever their age.
fn missing_from(list: &[Finding], other: &[Finding]) -> Vec<Finding> {
    let known: BTreeSet<Key> = other.iter().map(key).collect();
    list.iter().filter(|each| !known.contains(&key(each))).cloned().collect()
}

type Key<'a> = (&'static str, &'a str, Vec<String>, Option<&'a str>);

/// What makes a finding the same one a day later.
fn key(finding: &Finding) -> Key<'_> {
    let lasting = finding.params.iter().filter(|(name, _)| *name != "age");
    let params = lasting.map(|(_, value)| value.to_string()).collect();
    (finding.id, &finding.node, params, finding.off.as_deref())
}

type ById<T> = BTreeMap<String, (State, T)>;

/// What differs between two standings, by id.
fn moves<T: PartialEq>(mut before: ById<T>, now: ById<T>) -> Vec<Move> {
    let mut moves = Vec::new();
    for (id, (after, detail)) in now {
        match before.remove(&id) {
            Some((state, was)) if state == after && was == detail => {}
            found => moves.push(Move { id, before: found.map(|(state, _)| state), after: Some(after) }),
        }
    }
    moves.extend(before.into_iter().map(|(id, (state, _))| Move { id, before: Some(state), after: None }));
    moves
}

const fn node_state(score: &NodeScore) -> State {
    State { status: score.status, score: score.score, value: None }
}

fn put<T>(list: &mut [T], place: usize, value: T) {
    if let Some(each) = list.get_mut(place) {
        *each = value;
    }
}

/// What stands until it is scored.
const UNKNOWN_KPI: KpiScore = KpiScore {
    status: Status::NoData,
    because: Because::NoValue,
    last: None,
    freshness: Freshness::None,
    age: None,
    progress: None,
    score: None,
    pace: None,
    expected: None,
    part: None,
};

/// What stands until it is scored.
const UNKNOWN_NODE: NodeScore = NodeScore {
    status: Status::NoData,
    because: Because::NothingKnown,
    score: None,
    pace: None,
    coverage: 0.0,
    low: 0.0,
    high: 1.0,
    leading: None,
    lagging: None,
    execution: None,
};
