//! What customers need, and their journey.

use super::shapes::shapes;
use crate::board::{self, Board};
use crate::needs::{Level, Point, Verdict};
use crate::plan::{self, NodeIx, Plan};
use crate::score::iso;

shapes! {
    /// What customers need, from the largest gap down.
    Needs {
        /// Rated needs by their gaps, then the others in the order of the plan.
        needs: Vec<NeedStanding>,
        /// The lines of the matrix of importance and satisfaction: the means of the rated needs.
        #[serde(skip_serializing_if = "Option::is_none")]
        lines: Option<NeedLines>,
    }

    /// The lines of the matrix.
    NeedLines {
        /// The mean importance, 0 to 1.
        importance: f64,
        /// The mean satisfaction, 0 to 1.
        satisfaction: f64,
    }

    /// A need: how much it matters, how well it is met, and its place.
    NeedStanding {
        /// Its id.
        id: String,
        /// The id of the stage or touchpoint it is felt at.
        #[serde(skip_serializing_if = "Option::is_none")]
        at: Option<String>,
        /// The ids of the goals, strategies and actions that serve it.
        served_by: Vec<String>,
        /// How much it matters.
        #[serde(skip_serializing_if = "Option::is_none")]
        importance: Option<NeedRating>,
        /// How well it is met.
        #[serde(skip_serializing_if = "Option::is_none")]
        satisfaction: Option<NeedRating>,
        /// Importance less satisfaction, −1 to 1.
        #[serde(skip_serializing_if = "Option::is_none")]
        gap: Option<NeedLevel>,
        /// `unmet`, `exceeded`, `cannot-tell` (0 lies inside the interval), `no-interval`, or `unrated`.
        verdict: &'static str,
        /// The first place it may have, from 1: behind those whose gap is surely larger.
        #[serde(skip_serializing_if = "Option::is_none")]
        first: Option<usize>,
        /// The last place it may have.
        #[serde(skip_serializing_if = "Option::is_none")]
        last: Option<usize>,
        /// The needs whose gap cannot be told apart from this one's.
        tied: Vec<String>,
        /// `improve`, `keep`, `low-priority` or `overdone`.
        #[serde(skip_serializing_if = "Option::is_none")]
        quadrant: Option<&'static str>,
        /// Whether both intervals leave out the lines of the matrix.
        sure: bool,
        /// The gap on each day that either side was rated anew.
        course: Vec<NeedGap>,
        /// The gap now less the one on the first of these days; above 0 it widened.
        #[serde(skip_serializing_if = "Option::is_none")]
        change: Option<NeedLevel>,
    }

    /// A number on the common scale.
    NeedLevel {
        /// The number.
        value: f64,
        /// The lower end of its 95 % interval.
        #[serde(skip_serializing_if = "Option::is_none")]
        low: Option<f64>,
        /// The upper end.
        #[serde(skip_serializing_if = "Option::is_none")]
        high: Option<f64>,
        /// Why there is no interval: `no-n`, `no-spread`, `no-interval`.
        #[serde(skip_serializing_if = "Option::is_none")]
        unsure: Option<&'static str>,
    }

    /// A rating.
    NeedRating {
        /// The day it was true.
        at: String,
        /// How many answered, where known.
        #[serde(skip_serializing_if = "Option::is_none")]
        n: Option<u64>,
        /// The rating, 0 to 1.
        level: NeedLevel,
    }

    /// A gap on a day.
    NeedGap {
        /// The day.
        at: String,
        /// The gap.
        gap: NeedLevel,
    }

    /// The customers' way through the service.
    CustomerJourney {
        /// The stages, in order.
        stages: Vec<StageSummary>,
        /// The ids of the touchpoints: moments of truth first, then by the largest gap.
        first: Vec<String>,
    }

    /// A stage.
    StageSummary {
        /// The stage as a whole, with what is felt at its touchpoints.
        stage: SpotSummary,
        /// Its touchpoints, in order.
        touchpoints: Vec<TouchpointSummary>,
    }

    /// A touchpoint.
    TouchpointSummary {
        /// What is felt there.
        touchpoint: SpotSummary,
        /// The channel.
        #[serde(skip_serializing_if = "Option::is_none")]
        channel: Option<String>,
        /// Whether it makes or breaks the whole.
        moment_of_truth: bool,
        /// What hurts there.
        pains: Vec<PainSummary>,
    }

    /// What is felt at a stage or touchpoint.
    SpotSummary {
        /// Its id.
        id: String,
        /// Its title.
        title: String,
        /// The ids of the needs felt there, the largest gap first.
        needs: Vec<String>,
        /// How many of them are surely unmet.
        unmet: usize,
        /// The largest gap.
        #[serde(skip_serializing_if = "Option::is_none")]
        largest: Option<f64>,
        /// How many pain points there are.
        pains: usize,
        /// How many of them no action does anything about.
        open_pains: usize,
        /// What measures it.
        kpis: Vec<String>,
    }

    /// A pain point.
    PainSummary {
        /// Its id.
        id: String,
        /// Its title.
        title: String,
        /// The ids of what does something about it.
        served_by: Vec<String>,
        /// Whether an action does, by itself or beneath those.
        addressed: bool,
    }
}

fn ids(plan: &Plan, nodes: &[NodeIx]) -> Vec<String> {
    nodes.iter().map(|node| plan.node(*node).id.clone()).collect()
}

fn level(from: &Level) -> NeedLevel {
    let (low, high) = from.bounds.ok().unzip();
    NeedLevel { value: from.value, low, high, unsure: from.bounds.err().map(crate::needs::Unsure::name) }
}

fn rating(from: &Point) -> NeedRating {
    NeedRating { at: iso(from.at), n: from.n, level: level(&from.level) }
}

impl Needs {
    /// Those of a board.
    #[must_use]
    pub fn of(board: &Board, from: &board::Needs) -> Self {
        let plan = board.plan();
        let journey = plan.journey();
        let standing = |each: &board::RankedNeed| need(plan, journey?, each);
        let lines = |(importance, satisfaction)| NeedLines { importance, satisfaction };
        Self { needs: from.needs.iter().filter_map(standing).collect(), lines: from.lines.map(lines) }
    }
}

fn need(plan: &Plan, journey: &plan::Journey, from: &board::RankedNeed) -> Option<NeedStanding> {
    let (need, standing) = (journey.needs.get(from.need)?, &from.standing);
    let id = |at: &usize| journey.needs.get(*at).map(|need| need.id.clone());
    let gap = |gap: &crate::needs::Gap| NeedGap { at: iso(gap.at), gap: level(&gap.gap) };
    let place = from.place.as_ref();
    Some(NeedStanding {
        id: need.id.clone(),
        at: need.at.and_then(|at| journey.id_of(at)).map(str::to_owned),
        served_by: ids(plan, &need.served_by),
        importance: standing.importance.as_ref().map(rating),
        satisfaction: standing.satisfaction.as_ref().map(rating),
        gap: standing.gap.as_ref().map(level),
        verdict: Verdict::name(standing.verdict),
        first: place.map(|place| place.first),
        last: place.map(|place| place.last),
        tied: place.map(|place| place.tied.iter().filter_map(id).collect()).unwrap_or_default(),
        quadrant: from.quadrant.map(|(quadrant, _)| quadrant.name()),
        sure: from.quadrant.is_some_and(|(_, sure)| sure),
        course: standing.course.iter().map(gap).collect(),
        change: standing.change.as_ref().map(level),
    })
}

impl CustomerJourney {
    /// That of a board.
    #[must_use]
    pub fn of(board: &Board, from: &[board::SpotSummary]) -> Self {
        let Some(journey) = board.plan().journey() else {
            return Self { stages: Vec::new(), first: Vec::new() };
        };
        let id = |at: usize| journey.id_of(from.get(at)?.spot).map(str::to_owned);
        let stage = |(at, stage): (usize, &plan::Stage)| {
            let here =
                |touchpoint| from.iter().find(|each| each.spot == plan::Spot { stage: at, touchpoint });
            let touchpoints = stage.touchpoints.iter().enumerate();
            let touchpoints =
                touchpoints.filter_map(|(at, each)| Some(touchpoint(board, each, here(Some(at))?)));
            let stage = spot(board, (&stage.id, &stage.title), here(None)?);
            Some(StageSummary { stage, touchpoints: touchpoints.collect() })
        };
        Self {
            stages: journey.stages.iter().enumerate().filter_map(stage).collect(),
            first: board.touchpoints_first(from).into_iter().filter_map(id).collect(),
        }
    }
}

fn touchpoint(board: &Board, from: &plan::Touchpoint, summary: &board::SpotSummary) -> TouchpointSummary {
    let pain = |pain: &plan::Pain| PainSummary {
        id: pain.id.clone(),
        title: pain.title.clone(),
        served_by: ids(board.plan(), &pain.served_by),
        addressed: board.is_addressed(pain),
    };
    TouchpointSummary {
        touchpoint: spot(board, (&from.id, &from.title), summary),
        channel: from.channel.clone(),
        moment_of_truth: from.moment,
        pains: from.pains.iter().map(pain).collect(),
    }
}

fn spot(board: &Board, (id, title): (&str, &str), from: &board::SpotSummary) -> SpotSummary {
    let needs = board.plan().journey().map(|journey| &journey.needs[..]).unwrap_or_default();
    let need = |at: &usize| needs.get(*at).map(|need| need.id.clone());
    SpotSummary {
        id: id.to_owned(),
        title: title.to_owned(),
        needs: from.needs.iter().filter_map(need).collect(),
        unmet: from.unmet,
        largest: from.largest,
        pains: from.pains,
        open_pains: from.open_pains,
        kpis: from.kpis.iter().map(|kpi| board.plan().kpi(*kpi).id.clone()).collect(),
    }
}
