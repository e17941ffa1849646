//! The journey and the needs to the shape of their JSON.

use super::wire;
use crate::format::json::scalar::{Count, Day, Number, Text, Weight};
use crate::plan::{Answer, Journey, KpiIx, Need, NodeIx, Pain, Plan, Rated, Rating, Stage, Touchpoint};

#[cold]
#[inline(never)]
pub(super) fn stages(plan: &Plan, journey: &Journey) -> Vec<wire::JourneyStage> {
    let stage = |stage: &Stage| wire::JourneyStage {
        id: Text::from(&stage.id),
        title: Text::from(&stage.title),
        touchpoints: stage.touchpoints.iter().map(|each| touchpoint(plan, each)).collect(),
    };
    journey.stages.iter().map(stage).collect()
}

#[cold]
#[inline(never)]
pub(super) fn needs(plan: &Plan, journey: &Journey) -> Vec<wire::Need> {
    let need = |need: &Need| wire::Need {
        id: Text::from(&need.id),
        title: Text::from(&need.title),
        at: need.at.and_then(|at| journey.id_of(at)).map(Text::from),
        served_by: nodes(plan, &need.served_by),
        importance: need.importance.as_ref().map(|each| rating(plan, each)),
        satisfaction: need.satisfaction.as_ref().map(|each| rating(plan, each)),
    };
    journey.needs.iter().map(need).collect()
}

fn touchpoint(plan: &Plan, from: &Touchpoint) -> wire::Touchpoint {
    let id = |kpi: &KpiIx| Text::from(&plan.kpi(*kpi).id);
    let pain = |pain: &Pain| wire::PainPoint {
        id: Text::from(&pain.id),
        title: Text::from(&pain.title),
        served_by: nodes(plan, &pain.served_by),
    };
    wire::Touchpoint {
        id: Text::from(&from.id),
        title: Text::from(&from.title),
        channel: from.channel.as_ref().map(Text::from),
        moment_of_truth: from.moment,
        kpis: from.kpis.iter().map(id).collect(),
        pains: from.pains.iter().map(pain).collect(),
    }
}

fn nodes(plan: &Plan, nodes: &[NodeIx]) -> Vec<Text> {
    nodes.iter().map(|node| Text::from(&plan.node(*node).id)).collect()
}

fn rating(plan: &Plan, from: &Rating) -> wire::Rating {
    let unless = |value: f64, usual: f64| (value.total_cmp(&usual).is_ne()).then_some(Number(value));
    match &from.from {
        Rated::Kpi(kpi) => wire::Rating::Kpi(wire::KpiRating {
            kpi: Text::from(&plan.kpi(*kpi).id),
            zero: unless(from.zero, 0.0),
            one: unless(from.one, 100.0),
        }),
        Rated::Typed(values) => wire::Rating::Typed(wire::TypedRating {
            zero: Number(from.zero),
            one: Number(from.one),
            values: values.iter().map(answer).collect(),
        }),
    }
}

fn answer(from: &Answer) -> wire::RatingValue {
    wire::RatingValue {
        at: Day(from.at),
        value: Number(from.value),
        n: from.n.map(Count),
        sd: from.deviation.map(Weight),
        margin: from.margin.map(Weight),
    }
}
