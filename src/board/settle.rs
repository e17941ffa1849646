//! Scoring again, all or what a change touches, by the same functions over the same sums.

use std::cell::OnceCell;

use super::journal::subject_of;
use super::{Board, Change, Move, State};
use crate::alignment::{self, Finding};
use crate::error::Param;
use crate::kpi::{self, Figure, Missing, Provenance};
use crate::plan::{
    Against, Entry, KpiIx, NodeIx, Plan, Record, Stale, Subject, ThresholdRule, Typed, Window,
};
use crate::score::{
    Because, Effort, Freshness, Given, Going, KpiScore, NodeScore, OwnAction, Rolling, Status, distinct,
    freshness, gathered, going, node_score, outcome, over_node, score_kpi,
};
use crate::signal::Chart;
use crate::stats::put_in_order;

/// How a whole board stood.
pub(super) struct Standing {
    /// The plan it stood on, where another took its place.
    plan: Option<Plan>,
    nodes: Vec<NodeScore>,
    kpis: Vec<(State, KpiScore)>,
    findings: Vec<Finding>,
    index: Option<f64>,
}

impl Board {
    /// Scores everything.
    pub(super) fn rescore(&mut self) {
        let none = Figure::missing(Missing::new("no-data"), self.as_of(), Provenance::Typed);
        self.figures = vec![none; self.plan.kpis().len()];
        self.series = vec![OnceCell::new(); self.plan.kpis().len()];
        self.scores.kpis = vec![KpiScore::UNKNOWN; self.plan.kpis().len()];
        self.scores.nodes = vec![UNKNOWN_NODE; self.plan.nodes().len()];
        let nothing = Given::of(Effort::default(), &UNKNOWN_NODE, self.plan.settings());
        self.given = vec![nothing; self.plan.nodes().len()];
        for kpi in self.plan.kpi_indices() {
            let (figure, score) = self.scored_kpi(kpi);
            put(&mut self.figures, kpi.index(), figure);
            put(&mut self.scores.kpis, kpi.index(), score);
        }
        self.rescore_nodes();
        self.find_stale();
    }

    /// Scores every node by the KPIs as they stand.
    pub(super) fn rescore_nodes(&mut self) {
        for rank in 0..self.tree.order().len() {
            let Some(node) = self.tree.order().get(rank).copied() else { continue };
            let (effort, score) = self.scored_node(node);
            self.put_node(node, effort, score);
        }
    }

    fn put_node(&mut self, ix: NodeIx, effort: Effort, score: NodeScore) {
        put(&mut self.given, ix.index(), Given::of(effort, &score, self.plan.settings()));
        put(&mut self.scores.nodes, ix.index(), score);
    }

    fn scored_kpi(&self, ix: KpiIx) -> (Figure, KpiScore) {
        let figure = self.figured(ix);
        let score = self.scored_by(ix, &figure);
        (figure, score)
    }

    /// The figure of a KPI: that of its data, or the one that is supposed on a board beside.
    fn figured(&self, ix: KpiIx) -> Figure {
        if let Some((_, figure)) = self.supposed.iter().find(|(kpi, _)| *kpi == ix) {
            return figure.clone();
        }
        let (plan, as_of) = (&self.plan, self.as_of());
        kpi::value(plan.kpi(ix), self.values.typed(ix), &self.snapshot, plan.cycle(), as_of)
    }

    /// The score of a KPI, were this its figure.
    pub(super) fn scored_by(&self, ix: KpiIx, figure: &Figure) -> KpiScore {
        score_kpi(&self.plan, ix, figure, &self.against(ix), self.gating(ix), self.as_of())
    }

    /// A node by its KPIs and children as they stand now.
    fn scored_node(&self, ix: NodeIx) -> (Effort, NodeScore) {
        let (node, settings) = (self.plan.node(ix), self.plan.settings());
        let (own, action) = self.own_action(ix);
        let contributors = self.tree.contributors(ix);
        let rolling = Rolling::of(&self.plan, ix);
        let (kpi, child) = (|kpi| self.scores.kpi(kpi), |child| &self.given(child).brought);
        let outcome = outcome(contributors, kpi, child, rolling);
        let effort = gathered(&self.tree, ix, &own, |child| &self.given(child).effort);
        let all = distinct(&self.tree, ix, &effort, |shared| &self.given(shared).effort);
        let weighs = !contributors.is_empty();
        let all = all.execution();
        let mut score = node_score(node.kind, action, weighs, &outcome, all, rolling.by, settings);
        if let Some(by) = &node.overruled {
            over_node(&mut score, by, &settings.bands, self.as_of());
        }
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
    fn given(&self, node: NodeIx) -> &Given {
        &self.given[node.index()]
    }

    /// The series by which a KPI's status is gated; none where it cannot have the 8 values that takes.
    fn gating(&self, ix: KpiIx) -> &[Figure] {
        let kpi = self.plan.kpi(ix);
        let may = kpi.window == Window::Last(1)
            && (kpi.reading.is_some() || self.values.typed(ix).len() >= Chart::LEAST);
        if may { self.series(ix) } else { &[] }
    }

    /// The values that the rules of a KPI hold it against, in the order of the rules. They are read anew, so that it
    /// does not matter which KPI is scored first.
    pub(super) fn against(&self, ix: KpiIx) -> Vec<Option<f64>> {
        match self.plan.kpi(ix).score.rules() {
            [] => Vec::new(),
            rules => rules.iter().map(|rule| self.against_one(rule)).collect(),
        }
    }

    /// What is stale is no more known here than elsewhere, but where the plan keeps it.
    #[inline(never)]
    fn against_one(&self, rule: &ThresholdRule) -> Option<f64> {
        let Against::Kpi(id) = &rule.against else { return None };
        let Some(Subject::Kpi(ix)) = self.plan.find(id) else { return None };
        let (kpi, as_of) = (self.plan.kpi(ix), self.as_of());
        let figure = self.figured(ix);
        let stale = freshness(kpi.interval, figure.at.min(as_of), as_of).1 == Freshness::Stale;
        let counts = figure.complete && (!stale || self.plan.settings().stale == Stale::Keep);
        figure.known().filter(|_| counts)
    }

    /// Marks the KPIs whose rules hold them against a marked one.
    #[inline(never)]
    fn mark_held(&mut self) {
        for (against, held) in &self.held {
            if self.marks.is_kpi(*against) {
                self.marks.kpi(*held);
            }
        }
    }

    /// Scores what is marked, and upwards as far as anything moves.
    pub(super) fn settle(&mut self) -> Change {
        let mut change = Change::default();
        if !self.held.is_empty() {
            self.mark_held();
        }
        while let Some(kpi) = self.marks.next_kpi() {
            self.settle_kpi(kpi, &mut change);
        }
        while let Some(node) = self.marks.next_node() {
            self.settle_node(node, &mut change);
        }
        change
    }

    fn settle_kpi(&mut self, ix: KpiIx, change: &mut Change) {
        // An older value may have moved where the one it is scored by has not.
        put(&mut self.series, ix.index(), OnceCell::new());
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
        let worked = self.given(ix).effort != effort;
        if was == score && !worked {
            return;
        }
        self.put_node(ix, effort, score);
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
    #[inline(never)]
    pub(super) fn mark_ancestors(&mut self, ix: NodeIx) {
        let mut above: Vec<NodeIx> = self.plan.parents(ix).iter().map(|link| link.parent).collect();
        // Many ways may lead to one ancestor; each is gone up once.
        let mut seen = vec![false; self.plan.nodes().len()];
        while let Some(node) = above.pop() {
            match seen.get_mut(node.index()) {
                Some(been) if !*been => *been = true,
                _ => continue,
            }
            self.marks.node(self.tree.rank(node), node);
            above.extend(self.plan.parents(node).iter().map(|link| link.parent));
        }
    }

    /// Scores the KPIs again that are read from these sources.
    pub(super) fn reread(&mut self, of: &dyn Fn(&str) -> bool) -> Change {
        for (ix, kpi) in self.plan.kpi_indices().zip(self.plan.kpis()) {
            if kpi.reading.as_ref().is_some_and(|reading| reading.reads(of)) {
                self.marks.kpi(ix);
            }
        }
        self.settle()
    }

    /// Takes a record of a known subject in and marks what it touches.
    pub(super) fn apply(&mut self, subject: Subject, record: &Record) {
        let at = record.at;
        match subject {
            Subject::Kpi(kpi) => {
                match record.entry {
                    Entry::Value { amount, n, interval } => {
                        self.values.put(kpi, Typed { at, amount, n, interval });
                    }
                    _ => self.values.remove(kpi, at),
                }
                self.marks.kpi(kpi);
            }
            Subject::Node(node) => {
                match record.entry {
                    Entry::Progress(progress) => self.values.put_progress(node, at, progress),
                    _ => self.values.remove_progress(node, at),
                }
                self.marks.node(self.tree.rank(node), node);
            }
        }
        self.journal.keep(subject, record);
    }

    /// Applies what was recorded to a new plan, as far as the plan knows what it is about; the rest is kept.
    pub(super) fn replay(&mut self, records: Vec<Record>) {
        for record in records {
            match subject_of(&record, &self.plan, 0) {
                Ok(subject) => self.apply(subject, &record),
                Err(_) => self.journal.keep_stray(record),
            }
        }
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
        if was.freshness != Freshness::Stale && self.scores.kpi(ix).freshness != Freshness::Stale {
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
        let kpis = self.plan.kpi_indices();
        Standing {
            plan: None,
            nodes: self.scores.nodes.clone(),
            kpis: kpis.map(|ix| (self.kpi_state(ix), ageless(*self.scores.kpi(ix)))).collect(),
            findings: self.findings.clone(),
            index: self.alignment.index,
        }
    }

    /// What moved since everything stood so.
    pub(super) fn moved_since(&self, before: &Standing) -> Change {
        Change {
            nodes: self.moved_nodes(before),
            kpis: self.moved_kpis(before),
            added: missing_from(&self.findings, &before.findings),
            removed: missing_from(&before.findings, &self.findings),
            alignment: (before.index != self.alignment.index).then_some((before.index, self.alignment.index)),
        }
    }

    fn moved_nodes(&self, before: &Standing) -> Vec<Move> {
        let mut moves = Vec::new();
        for (ix, node) in self.plan.node_indices().zip(self.plan.nodes()) {
            let old = match before.plan.as_ref().map(|plan| plan.find(&node.id)) {
                None => Some(ix),
                Some(Some(Subject::Node(old))) => Some(old),
                Some(_) => None,
            };
            let (was, is) = (old.and_then(|old| before.nodes.get(old.index())), self.scores.node(ix));
            if was != Some(is) {
                let (before, after) = (was.map(node_state), Some(node_state(is)));
                moves.push(Move { id: node.id.clone(), before, after });
            }
        }
        let gone = before.plan.iter().flat_map(|plan| plan.nodes().iter().zip(&before.nodes));
        let gone = gone.filter(|(node, _)| !matches!(self.plan.find(&node.id), Some(Subject::Node(_))));
        let gone = gone.map(|(node, was)| (node.id.clone(), Some(node_state(was))));
        moves.extend(gone.map(|(id, before)| Move { id, before, after: None }));
        moves
    }

    fn moved_kpis(&self, before: &Standing) -> Vec<Move> {
        let mut moves = Vec::new();
        for (ix, kpi) in self.plan.kpi_indices().zip(self.plan.kpis()) {
            let old = match before.plan.as_ref().map(|plan| plan.find(&kpi.id)) {
                None => Some(ix),
                Some(Some(Subject::Kpi(old))) => Some(old),
                Some(_) => None,
            };
            let was = old.and_then(|old| before.kpis.get(old.index()));
            let is = (self.kpi_state(ix), ageless(*self.scores.kpi(ix)));
            if was != Some(&is) {
                moves.push(Move { id: kpi.id.clone(), before: was.map(|was| was.0), after: Some(is.0) });
            }
        }
        let gone = before.plan.iter().flat_map(|plan| plan.kpis().iter().zip(&before.kpis));
        let gone = gone.filter(|(kpi, _)| !matches!(self.plan.find(&kpi.id), Some(Subject::Kpi(_))));
        let gone = gone.map(|(kpi, was)| (kpi.id.clone(), Some(was.0)));
        moves.extend(gone.map(|(id, before)| Move { id, before, after: None }));
        moves
    }
}

impl Standing {
    /// The same, of a plan that is gone.
    pub(super) fn of_plan(self, plan: Plan) -> Self {
        Self { plan: Some(plan), ..self }
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
    let place = |finding: &'_ Finding, of: &Finding| (finding.id, &*finding.node).cmp(&(of.id, &*of.node));
    let mut known: Vec<&Finding> = other.iter().collect();
    put_in_order(&mut known, |one, two| place(one, two));
    let is_known = |finding: &Finding| {
        let from = known.partition_point(|each| place(each, finding).is_lt());
        let mut here = known.iter().skip(from).take_while(|each| place(each, finding).is_eq());
        here.any(|each| same(each, finding))
    };
    list.iter().filter(|each| !is_known(each)).cloned().collect()
}

/// Whether two findings of one rule at one node are the same, if a day apart.
fn same(one: &Finding, other: &Finding) -> bool {
    let lasting = |finding: &'_ Finding| finding.params.0.iter().filter(|(name, _)| *name != "age").count();
    let agrees =
        |(name, value): &(&'static str, Param)| *name == "age" || other.params.get(name) == Some(value);
    one.off == other.off && lasting(one) == lasting(other) && one.params.0.iter().all(agrees)
}

const fn node_state(score: &NodeScore) -> State {
    State { status: score.status, score: score.score, value: None }
}

pub(super) fn put<T>(list: &mut [T], place: usize, value: T) {
    if let Some(each) = list.get_mut(place) {
        *each = value;
    }
}

/// What stands until it is scored.
const UNKNOWN_NODE: NodeScore = NodeScore {
    status: Status::NoData,
    because: Because::NothingKnown,
    score: None,
    pace: None,
    coverage: 0.0,
    decided: 0.0,
    low: 0.0,
    high: 1.0,
    leading: None,
    lagging: None,
    execution: None,
    overridden: None,
};

/// The KPIs that are held against others by rules, each behind the other.
#[inline(never)]
pub(super) fn held(plan: &Plan) -> Vec<(KpiIx, KpiIx)> {
    let mut held = Vec::new();
    for ix in plan.kpi_indices() {
        for rule in plan.kpi(ix).score.rules() {
            if let Against::Kpi(id) = &rule.against
                && let Some(Subject::Kpi(against)) = plan.find(id)
            {
                held.push((against, ix));
            }
        }
    }
    held
}
