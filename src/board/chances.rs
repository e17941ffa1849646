//! Intervals carried up the tree: from the interval of each KPI to the chance of being green (N14, N17).
//!
//! Every KPI with an interval is drawn anew, four thousand times; the rest are taken as they are. With each draw the tree
//! is rolled up as it is for the board: by the roll-up, policies, weights and bands of each node, so that a KPI that
//! reaches a node on several paths is one number on all of them, and nothing has to be linear. What is drawn is a
//! normal curve of two halves, each as wide as its side of the interval; KPIs are drawn independently of each other.

use super::Board;
use crate::kpi::Figure;
use crate::plan::{KpiIx, NodeIx, Subject};
use crate::score::{
    KpiScore, NodeScore, Overridden, Rolling, Source, Status, enough, node_score, outcome, over_node,
    score_kpi,
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

/// What is drawn, and what moves with it.
struct Drawing {
    kpis: Vec<(KpiIx, Vec<KpiScore>)>,
    /// The nodes above them, children first, and how many of them are below each.
    nodes: Vec<(NodeIx, u32)>,
}

impl Board {
    /// How sure the scores are: of every KPI with an interval, and of every node that one goes into.
    #[must_use]
    #[inline(never)]
    pub fn chances(&self) -> Vec<Chance> {
        let drawing = self.drawing();
        let mut kpis: Vec<KpiScore> = self.scores.kpis.clone();
        let mut nodes: Vec<NodeScore> = self.scores.nodes.clone();
        let mut drawn: Vec<Vec<(f64, bool)>> = vec![Vec::new(); drawing.nodes.len()];
        for draw in 0..DRAWS as usize {
            for (ix, scores) in &drawing.kpis {
                if let (Some(place), Some(score)) = (kpis.get_mut(ix.index()), scores.get(draw)) {
                    *place = *score;
                }
            }
            for ((ix, _), list) in drawing.nodes.iter().zip(&mut drawn) {
                let score = self.drawn_node(*ix, &kpis, &nodes);
                list.extend(score.score.map(|known| (known, score.status == Status::OnTrack)));
                if let Some(place) = nodes.get_mut(ix.index()) {
                    *place = score;
                }
            }
        }
        let of_kpis = drawing.kpis.iter().filter_map(|(ix, scores)| self.kpi_chance(*ix, scores));
        let of_nodes = drawing.nodes.iter().zip(&drawn);
        of_kpis
            .chain(of_nodes.filter_map(|((ix, uncertain), list)| self.node_chance(*ix, *uncertain, list)))
            .collect()
    }

    fn drawing(&self) -> Drawing {
        let kpis = self.plan.kpi_indices().filter_map(|ix| Some((ix, self.draws(ix)?)));
        let kpis: Vec<(KpiIx, Vec<KpiScore>)> = kpis.collect();
        // Which of them are below each node, each once.
        let mut below: Vec<Vec<KpiIx>> = vec![Vec::new(); self.plan.nodes().len()];
        let mut nodes = Vec::new();
        for node in self.tree.order() {
            let mut here: Vec<KpiIx> = Vec::new();
            for each in self.tree.contributors(*node) {
                match each.of {
                    Source::Kpi(ix, _) if kpis.binary_search_by_key(&ix, |(ix, _)| *ix).is_ok() => {
                        here.push(ix)
                    }
                    Source::Kpi(..) => {}
                    Source::Node(child) => here.extend(below.get(child.index()).into_iter().flatten()),
                }
            }
            here.sort_unstable();
            here.dedup();
            if !here.is_empty() {
                nodes.push((*node, here.len() as u32));
            }
            if let Some(place) = below.get_mut(node.index()) {
                *place = here;
            }
        }
        Drawing { kpis, nodes }
    }

    /// A KPI at each of its draws; none without an interval, and where it rolls up nothing or what was set by hand.
    fn draws(&self, ix: KpiIx) -> Option<Vec<KpiScore>> {
        let (figure, score) = (self.figure(ix), self.scores.kpi(ix));
        let interval = figure.interval.as_ref()?;
        let value = figure.known().filter(|_| score.part.is_some())?;
        let by_hand = self.plan.kpi(ix).overruled.as_ref().is_some_and(|by| by.score.is_some());
        if by_hand && score.overridden == Some(Overridden::Holds) {
            return None;
        }
        let z = normal_quantile(0.5 + 0.5 * interval.level.unwrap_or(LEVEL))?;
        let (down, up) = ((value - interval.low) / z, (interval.high - value) / z);
        let against = self.against(ix);
        let at = |z: &f64| {
            let drawn = value + z * if *z < 0.0 { down } else { up };
            let drawn = Figure { value: Ok(drawn), interval: None, ..figure.clone() };
            score_kpi(&self.plan, ix, &drawn, &against, &[], self.as_of())
        };
        Some(normal_strata(DRAWS, ix.index() as u64).iter().map(at).collect())
    }

    /// A node as it would stand.
    fn drawn_node(&self, ix: NodeIx, kpis: &[KpiScore], nodes: &[NodeScore]) -> NodeScore {
        let (node, settings) = (self.plan.node(ix), self.plan.settings());
        let rolling = Rolling::of(&self.plan, ix);
        let kpi = |ix: KpiIx| kpis.get(ix.index()).unwrap_or(&KpiScore::UNKNOWN);
        let child = |ix: NodeIx| nodes.get(ix.index()).unwrap_or_else(|| self.scores.node(ix));
        let outcome = outcome(self.tree.contributors(ix), kpi, child, rolling, settings);
        // Execution is not drawn, and of an action the outcome alone is asked for.
        let mut score = node_score(node.kind, None, true, &outcome, None, rolling.by, settings);
        if let Some(by) = &node.overruled {
            over_node(&mut score, by, &settings.bands, self.as_of());
        }
        score
    }

    fn kpi_chance(&self, ix: KpiIx, scores: &[KpiScore]) -> Option<Chance> {
        let known: Vec<f64> = scores.iter().filter_map(|score| score.score).collect();
        let green = |score: &&KpiScore| {
            let status = score.last.unwrap_or(score.status);
            matches!(status, Status::OnTrack | Status::Met | Status::Done)
        };
        let share = scores.iter().filter(green).count() as f64 / f64::from(DRAWS);
        let told = self.scores.kpi(ix).overridden != Some(Overridden::Holds)
            && self.scores.kpi(ix).status != Status::Stale;
        let (low, high) = ends(known)?;
        let on_track = Some(share).filter(|_| told);
        Some(Chance { subject: Subject::Kpi(ix), low, high, on_track, uncertain: 1 })
    }

    fn node_chance(&self, ix: NodeIx, uncertain: u32, list: &[(f64, bool)]) -> Option<Chance> {
        let score = self.scores.node(ix);
        let enough = score.coverage > 0.0 && enough(score.coverage, self.plan.settings().coverage_needed);
        let told = enough && score.overridden != Some(Overridden::Holds);
        let share = list.iter().filter(|(_, green)| *green).count() as f64 / f64::from(DRAWS);
        let (low, high) = ends(list.iter().map(|(score, _)| *score).collect())?;
        let on_track = Some(share).filter(|_| told);
        Some(Chance { subject: Subject::Node(ix), low, high, on_track, uncertain })
    }
}

/// The ends of the middle 95 %.
fn ends(mut drawn: Vec<f64>) -> Option<(f64, f64)> {
    let miss = 0.5 * (1.0 - LEVEL);
    sort(&mut drawn);
    type_7(&drawn, miss).zip(type_7(&drawn, 1.0 - miss))
}
