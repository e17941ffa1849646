//! Needs and the journey on the live board (P13).

use super::Board;
use crate::needs::{self, Place, Point, Standing};
use crate::plan::{Journey, KpiIx, Need, NodeIx, Pain, Rated, Rating, Spot, Touchpoint, named};
use crate::stats::put_in_order;

named! {
    /// Where a need stands in the matrix of importance and satisfaction (Martilla and James 1977).
    Quadrant {
        /// It matters more than most, and is met less.
        Improve = "improve",
        /// It matters more than most, and is met better.
        Keep = "keep",
        /// It matters less than most, and is met less.
        LowPriority = "low-priority",
        /// It matters less than most, and is met better.
        Overdone = "overdone",
    }
}

/// What customers need, ranked.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Needs {
    /// Rated needs from the largest gap down, then the others in the order of the plan.
    pub needs: Vec<RankedNeed>,
    /// The lines of the matrix: the mean importance and the mean satisfaction of the rated needs.
    pub lines: Option<(f64, f64)>,
}

/// A need, how it stands, and its place.
#[derive(Clone, Debug, PartialEq)]
pub struct RankedNeed {
    /// Its place among the needs of the plan.
    pub need: usize,
    /// How it stands.
    pub standing: Standing,
    /// The places it may have; none where it is not rated. `of` and `tied` are places among the needs of the plan.
    pub place: Option<Place>,
    /// Its part of the matrix, and whether both intervals leave out the lines.
    pub quadrant: Option<(Quadrant, bool)>,
}

/// A touchpoint, and how it stands.
#[derive(Clone, Debug, PartialEq)]
pub struct SpotSummary {
    /// The stage, or the touchpoint in it.
    pub spot: Spot,
    /// The needs felt there, the largest gap first, unrated ones last; of a stage, those of its touchpoints too.
    pub needs: Vec<usize>,
    /// How many of them are surely unmet.
    pub unmet: usize,
    /// The largest gap.
    pub largest: Option<f64>,
    /// How many pain points there are.
    pub pains: usize,
    /// How many of them no action does anything about.
    pub open_pains: usize,
    /// What measures it.
    pub kpis: Vec<KpiIx>,
}

impl Board {
    /// What customers need, from the largest gap between importance and satisfaction down, with intervals: needs that cannot
    /// be told apart share their places.
    ///
    /// ```
    /// use throughline::board::{Board, Options};
    /// let plan = throughline::format::plan::decode(r#"{ "version": 1, "title": "Service",
    ///   "mission": { "id": "m", "title": "Help" },
    ///   "needs": [{ "id": "quick", "title": "An answer at once",
    ///     "importance": { "zero": 1, "one": 5, "values": [{ "at": "2026-09-30", "value": 4.6, "n": 100, "sd": 0.8 }] },
    ///     "satisfaction": { "zero": 1, "one": 5, "values": [{ "at": "2026-09-30", "value": 3.4, "n": 100, "sd": 1 }] } }] }"#)?;
    /// let board = Board::open(plan, Options { as_of: throughline::calendar::Date::constant(2026, 11, 20) });
    /// let found = board.needs();
    /// // (4.6 − 3.4) ÷ (5 − 1)
    /// assert!((found.needs[0].standing.gap.unwrap().value - 0.3).abs() < 1e-12);
    /// # Ok::<(), throughline::error::Error>(())
    /// ```
    #[must_use]
    pub fn needs(&self) -> Needs {
        let Some(journey) = self.plan.journey() else { return Needs::default() };
        let standings: Vec<Standing> = journey.needs.iter().map(|need| self.need_standing(need)).collect();
        let rated: Vec<_> =
            standings.iter().enumerate().filter_map(|(at, each)| Some((at, each.gap?))).collect();
        let gaps: Vec<_> = rated.iter().map(|(_, gap)| *gap).collect();
        let named = |at: usize| rated.get(at).map_or(0, |(need, _)| *need);
        let lines = lines(&standings);
        let mut found = Vec::with_capacity(standings.len());
        for place in needs::places(&gaps) {
            let need = named(place.of);
            let place = Place { of: need, tied: place.tied.iter().map(|at| named(*at)).collect(), ..place };
            found.extend(standings.get(need).map(|standing| RankedNeed {
                need,
                standing: standing.clone(),
                place: Some(place),
                quadrant: lines.and_then(|lines| quadrant(standing, lines)),
            }));
        }
        let unrated = standings.into_iter().enumerate().filter(|(_, each)| each.gap.is_none());
        found.extend(unrated.map(|(need, standing)| RankedNeed {
            need,
            standing,
            place: None,
            quadrant: None,
        }));
        Needs { needs: found, lines }
    }

    /// Stages and touchpoints with what is felt and what hurts there: stages in the order of the journey, each before its
    /// touchpoints.
    #[must_use]
    pub fn journey(&self) -> Vec<SpotSummary> {
        let Some(journey) = self.plan.journey() else { return Vec::new() };
        let needs = self.needs();
        let mut found = Vec::new();
        for (stage, each) in journey.stages.iter().enumerate() {
            let whole: Vec<&Touchpoint> = each.touchpoints.iter().collect();
            found.push(self.summary(journey, &needs, Spot { stage, touchpoint: None }, &whole));
            for (at, touchpoint) in each.touchpoints.iter().enumerate() {
                let spot = Spot { stage, touchpoint: Some(at) };
                found.push(self.summary(journey, &needs, spot, &[touchpoint]));
            }
        }
        found
    }

    /// The places of touchpoints in what [`Board::journey`] gives: moments of truth first, then by the largest gap.
    #[must_use]
    pub fn touchpoints_first(&self, summaries: &[SpotSummary]) -> Vec<usize> {
        let journey = self.plan.journey();
        let moment = |spot: Spot| {
            let stage = journey.and_then(|journey| journey.stages.get(spot.stage));
            let touchpoint = stage.zip(spot.touchpoint).and_then(|(stage, at)| stage.touchpoints.get(at));
            touchpoint.is_some_and(|touchpoint| touchpoint.moment)
        };
        let touchpoints = summaries.iter().enumerate().filter(|(_, each)| each.spot.touchpoint.is_some());
        let mut order: Vec<(usize, bool, f64)> = touchpoints
            .map(|(at, each)| (at, moment(each.spot), each.largest.unwrap_or(f64::NEG_INFINITY)))
            .collect();
        put_in_order(&mut order, |one, other| other.1.cmp(&one.1).then(other.2.total_cmp(&one.2)));
        order.into_iter().map(|(at, ..)| at).collect()
    }

    pub(super) fn need_standing(&self, need: &Need) -> Standing {
        let points =
            |rating: Option<&Rating>| rating.map(|rating| self.points_of(rating)).unwrap_or_default();
        needs::standing(&points(need.importance.as_ref()), &points(need.satisfaction.as_ref()))
    }

    fn points_of(&self, rating: &Rating) -> Vec<Point> {
        match &rating.from {
            Rated::Typed(answers) => needs::answered(rating, answers, self.as_of()),
            Rated::Kpi(kpi) => needs::figured(rating, self.series(*kpi)),
        }
    }

    fn summary(&self, journey: &Journey, needs: &Needs, spot: Spot, within: &[&Touchpoint]) -> SpotSummary {
        let felt = |at: Spot| at == spot || (spot.touchpoint.is_none() && at.stage == spot.stage);
        let here =
            |each: &&RankedNeed| journey.needs.get(each.need).and_then(|need| need.at).is_some_and(felt);
        let here: Vec<&RankedNeed> = needs.needs.iter().filter(here).collect();
        let pains = || within.iter().flat_map(|each| &each.pains);
        SpotSummary {
            spot,
            needs: here.iter().map(|each| each.need).collect(),
            unmet: here.iter().filter(|each| each.standing.verdict == needs::Verdict::Unmet).count(),
            largest: here.first().and_then(|each| each.standing.gap).map(|gap| gap.value),
            pains: pains().count(),
            open_pains: pains().filter(|pain| !self.is_addressed(pain)).count(),
            kpis: within.iter().flat_map(|each| each.kpis.iter().copied()).collect(),
        }
    }

    /// Whether an action does something about it, by itself or beneath what serves it.
    #[must_use]
    pub fn is_addressed(&self, pain: &Pain) -> bool {
        let mut open: Vec<NodeIx> = pain.served_by.clone();
        let mut seen = vec![false; self.plan.nodes().len()];
        while let Some(node) = open.pop() {
            if self.plan.node(node).action.is_some() {
                return true;
            }
            let Some(seen) = seen.get_mut(node.index()).filter(|seen| !**seen) else { continue };
            *seen = true;
            open.extend(self.plan.children(node).iter().map(|link| link.child));
        }
        false
    }
}

/// The mean importance and the mean satisfaction of those that have both.
fn lines(standings: &[Standing]) -> Option<(f64, f64)> {
    let both = |each: &Standing| Some((each.importance?.level.value, each.satisfaction?.level.value));
    let rated: Vec<(f64, f64)> = standings.iter().filter_map(both).collect();
    let n = rated.len() as f64;
    let sum = rated.iter().fold((0.0, 0.0), |sum, each| (sum.0 + each.0, sum.1 + each.1));
    (n > 0.0).then_some((sum.0 / n, sum.1 / n))
}

fn quadrant(standing: &Standing, (importance, satisfaction): (f64, f64)) -> Option<(Quadrant, bool)> {
    let (matters, met) = (standing.importance?.level, standing.satisfaction?.level);
    let apart =
        |level: needs::Level, line: f64| level.bounds.is_ok_and(|(low, high)| low > line || high < line);
    let sure = apart(matters, importance) && apart(met, satisfaction);
    let quadrant = match (matters.value >= importance, met.value >= satisfaction) {
        (true, false) => Quadrant::Improve,
        (true, true) => Quadrant::Keep,
        (false, false) => Quadrant::LowPriority,
        (false, true) => Quadrant::Overdone,
    };
    Some((quadrant, sure))
}
