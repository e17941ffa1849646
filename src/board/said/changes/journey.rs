//! What changed of the customer's journey and of what customers need (P13).

use super::PlanChange;
use super::beside::lists;
use crate::plan::{Journey, KpiIx, Need, NodeIx, Plan, Rated, Rating};

/// A stage, a touchpoint, a pain point or a need, with what a plan says of it beyond its title.
struct Named<'p> {
    id: &'p str,
    title: &'p str,
    says: Vec<Says<'p>>,
}

/// One thing that is said, in words or numbers that mean the same in both plans.
#[derive(PartialEq)]
enum Says<'p> {
    Id(&'p str),
    /// Where the list before it ends.
    End,
    Flag(bool),
    Number(Option<f64>),
}

pub(super) fn changes(before: &Plan, after: &Plan, found: &mut Vec<PlanChange>) {
    type Read = for<'p> fn(&'p Plan, &'p Journey) -> Vec<Named<'p>>;
    let kinds: [(Read, _, Option<&'static str>); 4] = [
        (stages, ("stage-removed", "stage-added"), None),
        (touchpoints, ("touchpoint-removed", "touchpoint-added"), Some("touchpoint-changed")),
        (pains, ("pain-removed", "pain-added"), Some("pain-changed")),
        (needs, ("need-removed", "need-added"), Some("need-changed")),
    ];
    for (read, ends, code) in kinds {
        let [was, is] = [before, after].map(|plan| plan.journey().map_or(Vec::new(), |all| read(plan, all)));
        lists(
            (&was, &is),
            ends,
            |each| (each.id, each.title),
            found,
            |told, was, is| {
                if let Some(code) = code {
                    told.ends(code, (&was.says, &is.says), |_| None);
                }
            },
        );
    }
}

/// A stage is its title and its touchpoints, which are told by themselves.
fn stages<'p>(_: &'p Plan, journey: &'p Journey) -> Vec<Named<'p>> {
    let stage =
        |stage: &'p crate::plan::Stage| Named { id: &stage.id, title: &stage.title, says: Vec::new() };
    journey.stages.iter().map(stage).collect()
}

fn touchpoints<'p>(plan: &'p Plan, journey: &'p Journey) -> Vec<Named<'p>> {
    let of_stage = |stage: &'p crate::plan::Stage| {
        stage.touchpoints.iter().map(move |each| {
            let mut says = vec![Says::Id(&stage.id), Says::Flag(each.moment)];
            says.extend(each.channel.as_deref().map(Says::Id));
            says.push(Says::End);
            says.extend(each.kpis.iter().map(|kpi| of_kpi(plan, *kpi)));
            Named { id: &each.id, title: &each.title, says }
        })
    };
    journey.stages.iter().flat_map(of_stage).collect()
}

fn pains<'p>(plan: &'p Plan, journey: &'p Journey) -> Vec<Named<'p>> {
    let touchpoints = journey.stages.iter().flat_map(|stage| &stage.touchpoints);
    let of_touchpoint = |at: &'p crate::plan::Touchpoint| {
        at.pains.iter().map(move |pain| {
            let says = [Says::Id(&at.id)].into_iter().chain(served(plan, &pain.served_by));
            Named { id: &pain.id, title: &pain.title, says: says.collect() }
        })
    };
    touchpoints.flat_map(of_touchpoint).collect()
}

fn needs<'p>(plan: &'p Plan, journey: &'p Journey) -> Vec<Named<'p>> {
    let need = |need: &'p Need| {
        let mut says: Vec<Says<'p>> =
            need.at.and_then(|at| journey.id_of(at)).map(Says::Id).into_iter().collect();
        says.push(Says::End);
        says.extend(served(plan, &need.served_by));
        for rating in [&need.importance, &need.satisfaction] {
            says.push(Says::End);
            says.extend(rating.iter().flat_map(|rating| rated(plan, rating)));
        }
        Named { id: &need.id, title: &need.title, says }
    };
    journey.needs.iter().map(need).collect()
}

fn rated<'p>(plan: &'p Plan, rating: &'p Rating) -> Vec<Says<'p>> {
    let mut says = vec![Says::Number(Some(rating.zero)), Says::Number(Some(rating.one))];
    match &rating.from {
        Rated::Kpi(kpi) => says.push(of_kpi(plan, *kpi)),
        Rated::Typed(values) => says.extend(values.iter().flat_map(|each| {
            let day = f64::from(crate::calendar::days_between(crate::calendar::Date::MIN, each.at));
            let n = each.n.map(|n| n as f64);
            [Some(day), Some(each.value), n, each.deviation, each.margin].map(Says::Number)
        })),
    }
    says
}

fn served<'p>(plan: &'p Plan, by: &'p [NodeIx]) -> impl Iterator<Item = Says<'p>> {
    by.iter().map(|node| Says::Id(&plan.node(*node).id))
}

fn of_kpi(plan: &Plan, kpi: KpiIx) -> Says<'_> {
    Says::Id(&plan.kpi(kpi).id)
}
