//! Intervals carried up the tree: from the interval of each KPI to the chance of being green (N14, N17).
//!
//! Every KPI with an interval is drawn anew, four thousand times; the rest are taken as they are. With each draw the tree
//! is rolled up as it is for the board: by the roll-up, policies, weights and bands of each node, so that a KPI that
//! reaches a node on several paths is one number on all of them, and nothing has to be linear. What is drawn is a
//! normal curve of two halves, each as wide as its side of the interval; KPIs are drawn independently of each other.

use super::Board;
use super::settle::put;
use crate::kpi::Figure;
use crate::plan::{KpiIx, NodeIx, Subject};
use crate::score::{
    Brought, KpiScore, NodeScore, Overridden, Rolling, Source, Status, enough, node_score, outcome,
    over_node, score_kpi,
};
use crate::stats::{normal_quantile, normal_strata, sort, type_7};

/// How often every KPI is drawn.
const DRAWS: u32 = 4000;

/// The level of an interval that claims none, and of those given.
const LEVEL: f64 = 0.95;

/// How sure the score of a node or KPI is.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Chance {
    /// The node or KPI.
    pub subject: Subject,
    /// The lower end of the score's 95 % interval.
    pub low: f64,
    /// The upper end.
    pub high: f64,
    /// The chance that it is on track, 0 to 1; none where too little is known for that, whatever the values, and where
    /// somebody set it by hand.
    pub on_track: Option<f64>,
    /// How many KPIs with an interval go into it.
    pub uncertain: u32,
}

/// A KPI that is drawn: its half curves, and where on them each draw lies. Kept so, a draw costs a number; kept as scores,
/// a board of some hundred such KPIs would fill the memory of its page.
struct Drawn {
    ix: KpiIx,
    figure: Figure,
    against: Vec<Option<f64>>,
    value: f64,
    down: f64,
    up: f64,
    strata: Vec<f64>,
}

/// The scores that were drawn, and whether each is on track.
type Draws = Vec<(f64, bool)>;

impl Board {
    /// How sure the scores are: of every KPI with an interval, and of every node that one goes into.
    #[must_use]
    #[inline(never)]
    pub fn chances(&self) -> Vec<Chance> {
        let mut of_kpis: Vec<Drawn> = self.plan.kpi_indices().filter_map(|ix| self.drawing(ix)).collect();
        let of_nodes = self.above(&of_kpis);
        let mut kpis: Vec<KpiScore> = self.scores.kpis.clone();
        let mut nodes: Vec<NodeScore> = self.scores.nodes.clone();
        let mut kpi_draws: Vec<Draws> = vec![Draws::new(); of_kpis.len()];
        let mut node_draws: Vec<Draws> = vec![Draws::new(); of_nodes.len()];
        for draw in 0..DRAWS as usize {
            for (drawn, list) in of_kpis.iter_mut().zip(&mut kpi_draws) {
                let score = self.drawn_kpi(drawn, draw);
                list.extend(score.score.map(|known| (known, is_green(&score))));
                put(&mut kpis, drawn.ix.index(), score);
            }
            for ((ix, _), list) in of_nodes.iter().zip(&mut node_draws) {
                let score = self.drawn_node(*ix, &kpis, &nodes);
                list.extend(score.score.map(|known| (known, score.status == Status::OnTrack)));
                put(&mut nodes, ix.index(), score);
            }
        }
        let kpis = of_kpis.iter().zip(&kpi_draws).filter_map(|(drawn, list)| self.kpi_chance(drawn.ix, list));
        let nodes = of_nodes.iter().zip(&node_draws);
        kpis.chain(nodes.filter_map(|((ix, uncertain), list)| self.node_chance(*ix, *uncertain, list)))
            .collect()
    }

    /// The nodes above what is drawn, children first, and how many of those are below each, counted once however many
    /// ways lead there.
    fn above(&self, drawn: &[Drawn]) -> Vec<(NodeIx, u32)> {
        // A bit for each of what is drawn.
        let mut below: Vec<Vec<u64>> = vec![Vec::new(); self.plan.nodes().len()];
        let mut nodes = Vec::new();
        for node in self.tree.order() {
            let mut here: Vec<u64> = Vec::new();
            for each in self.tree.contributors(*node) {
                match each.of {
                    Source::Kpi(ix, _) => {
                        if let Ok(place) = drawn.binary_search_by_key(&ix, |drawn| drawn.ix) {
                            here.resize(here.len().max(place / 64 + 1), 0);
                            here.iter_mut()
                                .skip(place / 64)
                                .take(1)
                                .for_each(|word| *word |= 1 << (place % 64));
                        }
                    }
                    Source::Node(child) => {
                        let theirs = below.get(child.index()).map_or(&[][..], Vec::as_slice);
                        here.resize(here.len().max(theirs.len()), 0);
                        here.iter_mut().zip(theirs).for_each(|(word, their)| *word |= their);
                    }
                }
            }
            if !here.is_empty() {
                nodes.push((*node, here.iter().map(|word| word.count_ones()).sum()));
            }
            put(&mut below, node.index(), here);
        }
        nodes
    }

    /// How a KPI is drawn; none without an interval, and where it rolls up nothing or what was set by hand.
    fn drawing(&self, ix: KpiIx) -> Option<Drawn> {
        let (figure, score) = (self.figure(ix), self.scores.kpi(ix));
        let interval = figure.interval.as_ref()?;
        let value = figure.known().filter(|_| score.part.is_some())?;
        let by_hand = self.plan.kpi(ix).overruled.as_ref().is_some_and(|by| by.score.is_some());
        if by_hand && score.overridden == Some(Overridden::Holds) {
            return None;
        }
        let z = normal_quantile(0.5 + 0.5 * interval.level.unwrap_or(LEVEL))?;
        Some(Drawn {
            ix,
            figure: Figure { interval: None, ..figure.clone() },
            against: self.against(ix),
            value,
            down: (value - interval.low) / z,
            up: (interval.high - value) / z,
            strata: normal_strata(DRAWS, ix.index() as u64),
        })
    }

    /// A KPI as it would stand.
    fn drawn_kpi(&self, drawn: &mut Drawn, draw: usize) -> KpiScore {
        let z = drawn.strata.get(draw).copied().unwrap_or_default();
        drawn.figure.value = Ok(drawn.value + z * if z < 0.0 { drawn.down } else { drawn.up });
        score_kpi(&self.plan, drawn.ix, &drawn.figure, &drawn.against, &[], self.as_of())
    }

    /// A node as it would stand.
    fn drawn_node(&self, ix: NodeIx, kpis: &[KpiScore], nodes: &[NodeScore]) -> NodeScore {
        let (node, settings) = (self.plan.node(ix), self.plan.settings());
        let rolling = Rolling::of(&self.plan, ix);
        let kpi = |ix: KpiIx| kpis.get(ix.index()).unwrap_or(&KpiScore::UNKNOWN);
        let child = |ix: NodeIx| nodes.get(ix.index()).unwrap_or_else(|| self.scores.node(ix));
        let child = |ix| Brought::by_node(child(ix), settings);
        let outcome = outcome(self.tree.contributors(ix), kpi, child, rolling);
        // Execution is not drawn, and of an action the outcome alone is asked for.
        let mut score = node_score(node.kind, None, true, &outcome, None, rolling.by, settings);
        if let Some(by) = &node.overruled {
            over_node(&mut score, by, &settings.bands, self.as_of());
        }
        score
    }

    fn kpi_chance(&self, ix: KpiIx, list: &[(f64, bool)]) -> Option<Chance> {
        let told = self.scores.kpi(ix).overridden != Some(Overridden::Holds)
            && self.scores.kpi(ix).status != Status::Stale;
        chance(Subject::Kpi(ix), 1, told, list)
    }

    fn node_chance(&self, ix: NodeIx, uncertain: u32, list: &[(f64, bool)]) -> Option<Chance> {
        let score = self.scores.node(ix);
        let enough = score.coverage > 0.0 && enough(score.coverage, self.plan.settings().coverage_needed);
        let told = enough && score.overridden != Some(Overridden::Holds);
        chance(Subject::Node(ix), uncertain, told, list)
    }
}

fn chance(subject: Subject, uncertain: u32, told: bool, list: &[(f64, bool)]) -> Option<Chance> {
    let share = list.iter().filter(|(_, green)| *green).count() as f64 / f64::from(DRAWS);
    let (low, high) = ends(list.iter().map(|(score, _)| *score).collect())?;
    Some(Chance { subject, low, high, on_track: Some(share).filter(|_| told), uncertain })
}

fn is_green(score: &KpiScore) -> bool {
    matches!(score.last.unwrap_or(score.status), Status::OnTrack | Status::Met | Status::Done)
}

/// The ends of the middle 95 %.
fn ends(mut drawn: Vec<f64>) -> Option<(f64, f64)> {
    let miss = 0.5 * (1.0 - LEVEL);
    sort(&mut drawn);
    type_7(&drawn, miss).zip(type_7(&drawn, 1.0 - miss))
}
