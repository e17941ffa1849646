//! A plan to the shape of its JSON: what follows by itself is left out.

use super::encode_journey;
use super::encode_kpi::kpi;
use super::encode_score;
use super::wire;
use crate::calendar::Granularity;
use crate::format::calendar;
use crate::format::json::scalar::{Day, Fraction, Text, Weight, Word};
use crate::plan::{
    ActionFacts, ActionKind, Bands, Drive, Effect, IndexMetric, IndexWeights, Node, NodeIx, NodeKind, Owner,
    Perspective, Plan, Serves, Settings,
};

/// The value, where it is not the one that holds by itself.
pub(super) fn unless<T: PartialEq>(value: T, usual: &T) -> Option<T> {
    (value != *usual).then_some(value)
}

pub(super) fn plan(plan: &Plan) -> wire::Plan {
    let mut nodes = Nodes::default();
    for ix in plan.node_indices() {
        nodes.add(plan, ix);
    }
    wire::Plan {
        version: wire::Version,
        title: plan.title().into(),
        period: unless(plan.period(), &Granularity::Month).map(Word),
        calendar: calendar::encode(plan.cycle().calendar),
        settings: settings(plan),
        owners: plan.owners().iter().map(owner).collect(),
        perspectives: plan.perspectives().iter().map(perspective).collect(),
        company_mission: nodes.company_mission,
        mission: mission(plan, plan.mission()),
        vision: nodes.vision,
        goals: nodes.goals,
        strategies: nodes.strategies,
        actions: nodes.actions,
        drives: plan.drives().iter().map(|link| drive(plan, link)).collect(),
        journey: plan.journey().map(|journey| encode_journey::stages(plan, journey)).unwrap_or_default(),
        needs: plan.journey().map(|journey| encode_journey::needs(plan, journey)).unwrap_or_default(),
        cycles: plan.rhythm().cycles.iter().map(Into::into).collect(),
        check_ins: plan.rhythm().check_ins.map(Word),
        reviews: plan.rhythm().reviews.map(Into::into),
    }
}

#[derive(Default)]
struct Nodes {
    company_mission: Option<wire::CompanyMission>,
    vision: Option<wire::Vision>,
    goals: Vec<wire::Goal>,
    strategies: Vec<wire::Strategy>,
    actions: Vec<wire::Action>,
}

/// A node of the wire, with the fields all linked nodes share and those named.
macro_rules! linked {
    ($name:ident, $plan:expr, $ix:expr $(, $field:ident: $value:expr)*) => {{
        let node = $plan.node($ix);
        wire::$name {
            id: Text::from(&node.id),
            title: Text::from(&node.title),
            description: node.description.as_ref().map(Text::from),
            perspective: node.perspective.and_then(|ix| $plan.perspective(ix)).map(|band| Text::from(&band.id)),
            owners: ownerships($plan, node),
            start: node.start.map(Day),
            due: node.due.map(Day),
            serves: serves($plan, $ix),
            kpis: kpis($plan, $ix),
            roll_up: node.roll_up.map(Word),
            missing: node.missing.map(Word),
            overruled: node.overruled.as_deref().map(encode_score::overruled),
            check_ins: node.check_ins.map(Word),
            $($field: $value,)*
        }
    }};
}

impl Nodes {
    fn add(&mut self, plan: &Plan, ix: NodeIx) {
        let node = plan.node(ix);
        let (id, title) = (Text::from(&node.id), Text::from(&node.title));
        let description = node.description.as_ref().map(Text::from);
        match node.kind {
            NodeKind::Mission => {}
            NodeKind::CompanyMission => {
                self.company_mission = Some(wire::CompanyMission { id, title, description });
            }
            NodeKind::Vision => self.vision = Some(wire::Vision { id, title, description }),
            NodeKind::Goal => self.goals.push(linked!(Goal, plan, ix,
                audience: node.audience.map(Word),
                cycle: node.cycle.and_then(|at| plan.rhythm().cycles.get(at as usize)).map(|cycle| Text::from(&cycle.id))
            )),
            NodeKind::Strategy => self.strategies.push(linked!(Strategy, plan, ix)),
            NodeKind::Action => self.actions.push(action(plan, ix)),
        }
    }
}

fn action(plan: &Plan, ix: NodeIx) -> wire::Action {
    let usual = ActionFacts {
        kind: ActionKind::Other,
        effort: 1.0,
        weighed: false,
        progress: None,
        should_move: Vec::new(),
        lag: 0,
    };
    let facts = plan.node(ix).action.as_ref().unwrap_or(&usual);
    linked!(Action, plan, ix,
        kind: unless(facts.kind, &usual.kind).map(Word),
        effort: facts.weighed.then_some(Weight(facts.effort)),
        progress: facts.progress.map(Fraction),
        should_move: facts.should_move.iter().map(|kpi| Text::from(&plan.kpi(*kpi).id)).collect(),
        lag: unless(facts.lag, &0)
    )
}

fn mission(plan: &Plan, ix: NodeIx) -> wire::Mission {
    let node = plan.node(ix);
    wire::Mission {
        id: Text::from(&node.id),
        title: Text::from(&node.title),
        description: node.description.as_ref().map(Text::from),
        tension: node.tension.as_ref().map(Text::from),
        owners: ownerships(plan, node),
        start: node.start.map(Day),
        due: node.due.map(Day),
        kpis: kpis(plan, ix),
        roll_up: node.roll_up.map(Word),
        missing: node.missing.map(Word),
        overruled: node.overruled.as_deref().map(encode_score::overruled),
        check_ins: node.check_ins.map(Word),
    }
}

fn kpis(plan: &Plan, ix: NodeIx) -> Vec<wire::Kpi> {
    plan.kpis_of(ix).iter().map(|each| kpi(plan, plan.kpi(*each))).collect()
}

fn ownerships(plan: &Plan, node: &Node) -> Vec<wire::Ownership> {
    let part = |part: &crate::plan::Ownership| {
        Some(wire::Ownership {
            owner: Text::from(&plan.owner(part.owner)?.id),
            accountable: unless(part.accountable, &true),
            commitment: part.commitment.map(Word),
        })
    };
    node.owners.iter().filter_map(part).collect()
}

fn serves(plan: &Plan, ix: NodeIx) -> Vec<wire::Serves> {
    let links = plan.parents(ix);
    let weighted = links.iter().filter(|link| !link.supports()).count().max(1);
    let link = |link: &Serves| {
        let usual = if link.supports() { 0.0 } else { 1.0 / weighted as f64 };
        wire::Serves {
            to: Text::from(&plan.node(link.parent).id),
            weight: unless(link.weight, &1.0).map(Weight),
            share: unless(link.share, &usual).map(Fraction),
            note: plan.note(link).map(Text::from),
        }
    };
    links.iter().map(link).collect()
}

fn drive(plan: &Plan, link: &Drive) -> wire::Drive {
    wire::Drive {
        from: plan.id(link.from).into(),
        to: plan.id(link.to).into(),
        effect: unless(link.effect, &Effect::Raises).map(Word),
        lag: link.lag,
        note: link.note.as_ref().map(Text::from),
    }
}

fn owner(owner: &Owner) -> wire::Owner {
    let Owner { id, name, team, outside } = owner;
    wire::Owner { id: id.into(), name: name.into(), team: team.as_ref().map(Text::from), outside: *outside }
}

fn perspective(band: &Perspective) -> wire::Perspective {
    wire::Perspective { id: Text::from(&band.id), title: Text::from(&band.title) }
}

fn settings(plan: &Plan) -> Option<wire::Settings> {
    let usual = Settings::default();
    let settings = plan.settings();
    if *settings == usual {
        return None;
    }
    let off = |off: &crate::plan::Off| wire::SwitchedOff {
        finding: Word(off.finding),
        node: off.subject.map(|subject| plan.id(subject).into()),
        reason: Text::from(&off.reason),
    };
    Some(wire::Settings {
        bands: unless(settings.bands, &usual.bands).as_ref().map(bands),
        coverage_needed: unless(settings.coverage_needed, &usual.coverage_needed).map(Fraction),
        missing: unless(settings.missing, &usual.missing).map(Word),
        stale: unless(settings.stale, &usual.stale).map(Word),
        roll_up: unless(settings.roll_up, &usual.roll_up).map(Word),
        index_weights: unless(settings.index_weights, &usual.index_weights).as_ref().map(index_weights),
        off: settings.off.iter().map(off).collect(),
    })
}

pub(super) fn bands(bands: &Bands) -> wire::Bands {
    wire::Bands { on_track: Fraction(bands.on_track), at_risk: Fraction(bands.at_risk) }
}

fn index_weights(weights: &IndexWeights) -> wire::IndexWeights {
    let usual = IndexWeights::default();
    let weight = |metric| unless(weights.of(metric), &usual.of(metric)).map(Weight);
    wire::IndexWeights {
        vertical: weight(IndexMetric::Vertical),
        coverage_below: weight(IndexMetric::CoverageBelow),
        measured: weight(IndexMetric::Measured),
        owned: weight(IndexMetric::Owned),
        in_time: weight(IndexMetric::InTime),
    }
}
