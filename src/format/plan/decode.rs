//! JSON to a draft: the plan, its settings, nodes and links.

use super::wire::Version;
use super::{decode_journey, decode_kpi, decode_rhythm, decode_score};
use crate::calendar::Granularity;
use crate::error::Pointer;
use crate::format::calendar;
use crate::format::json::{Object, Reader};
use crate::plan::{
    Bands, Draft, DraftDrive, DraftJourney, DraftNode, DraftOff, DraftOwner, DraftOwnership,
    DraftPerspective, DraftServes, DraftSettings, Effect, IndexMetric, Reference,
};

/// Which fields a node may have beside the common ones.
#[derive(Clone, Copy)]
enum Form {
    /// A company mission or vision: texts alone.
    Plain,
    Mission,
    Goal,
    Strategy,
    Action,
}

#[inline(never)]
pub(super) fn plan(reader: &Reader) -> Option<Draft> {
    let mut plan = reader.object()?;
    // What a later version means by its fields is not known here: nothing more is said about it.
    plan.version(Version::SUPPORTED)?;
    let draft = Draft {
        title: plan.required_text("title"),
        period: plan.word("period").unwrap_or(Granularity::Month),
        calendar: plan.field("calendar").and_then(|field| calendar::decode(&field)).unwrap_or_default(),
        settings: plan.field("settings").and_then(|field| settings(&field)).unwrap_or_default(),
        owners: plan.each("owners", owner),
        perspectives: plan.each("perspectives", perspective),
        company_mission: plan.field("companyMission").and_then(|field| node(&field, Form::Plain)),
        mission: plan.required("mission").and_then(|field| node(&field, Form::Mission)),
        vision: plan.field("vision").and_then(|field| node(&field, Form::Plain)),
        goals: plan.each("goals", goal),
        strategies: plan.each("strategies", strategy),
        actions: plan.each("actions", action),
        drives: plan.each("drives", drive),
        journey: journey(&mut plan),
        rhythm: decode_rhythm::rhythm(&mut plan),
    };
    plan.finish();
    Some(draft)
}

fn journey(plan: &mut Object) -> Option<Box<DraftJourney>> {
    let (stages, needs) = (plan.field("journey"), plan.field("needs"));
    (stages.is_some() || needs.is_some())
        .then(|| Box::new(decode_journey::journey(stages.as_ref(), needs.as_ref())))
}

#[inline(never)]
fn settings(reader: &Reader) -> Option<DraftSettings> {
    let mut object = reader.object()?;
    let usual = DraftSettings { at: reader.pointer(), ..DraftSettings::default() };
    let settings = DraftSettings {
        bands: object.field("bands").and_then(|field| bands(&field)).unwrap_or(usual.bands),
        coverage_needed: object.number("coverageNeeded").unwrap_or(usual.coverage_needed),
        missing: object.word("missing").unwrap_or(usual.missing),
        stale: object.word("stale").unwrap_or(usual.stale),
        roll_up: object.word("rollUp").unwrap_or(usual.roll_up),
        index_weights: object
            .field("indexWeights")
            .and_then(|field| index_weights(&field))
            .unwrap_or_default(),
        off: object.each("off", off),
        at: usual.at,
    };
    object.finish();
    Some(settings)
}

pub(super) fn bands(reader: &Reader) -> Option<Bands> {
    let mut object = reader.object()?;
    let (on_track, at_risk) = (object.required_number("onTrack"), object.required_number("atRisk"));
    object.finish();
    Some(Bands { on_track: on_track?, at_risk: at_risk? })
}

#[inline(never)]
fn index_weights(reader: &Reader) -> Option<crate::plan::IndexWeights> {
    let mut object = reader.object()?;
    let mut weights = crate::plan::IndexWeights::default();
    for metric in IndexMetric::ALL {
        if let Some(weight) = object.number(metric.name()) {
            weights.set(*metric, weight);
        }
    }
    object.finish();
    Some(weights)
}

#[inline(never)]
fn off(reader: &Reader) -> Option<DraftOff> {
    let mut object = reader.object()?;
    let finding = object.required("finding").and_then(|field| field.word());
    let node = reference(&mut object, "node");
    let reason = object.required_text("reason");
    object.finish();
    Some(DraftOff { finding: finding?, node, reason })
}

#[inline(never)]
fn owner(reader: &Reader) -> Option<DraftOwner> {
    let mut object = reader.object()?;
    let owner = DraftOwner {
        at: reader.pointer(),
        id: object.required_text("id"),
        name: object.required_text("name"),
        team: object.text("team"),
        outside: object.flag("outside").unwrap_or(false),
    };
    object.finish();
    Some(owner)
}

fn perspective(reader: &Reader) -> Option<DraftPerspective> {
    let mut object = reader.object()?;
    let (id, title) = (object.required_text("id"), object.required_text("title"));
    object.finish();
    Some(DraftPerspective { at: reader.pointer(), id, title })
}

fn goal(reader: &Reader) -> Option<DraftNode> {
    node(reader, Form::Goal)
}

fn strategy(reader: &Reader) -> Option<DraftNode> {
    node(reader, Form::Strategy)
}

fn action(reader: &Reader) -> Option<DraftNode> {
    node(reader, Form::Action)
}

#[inline(never)]
fn node(reader: &Reader, form: Form) -> Option<DraftNode> {
    let mut object = reader.object()?;
    let mut node = DraftNode {
        at: reader.pointer(),
        id: object.required_text("id"),
        title: object.required_text("title"),
        description: object.text("description"),
        ..DraftNode::default()
    };
    match form {
        Form::Plain => {}
        Form::Mission => {
            node.tension = object.text("tension");
            owned(&mut node, &mut object);
        }
        Form::Goal => {
            node.audience = object.word("audience");
            node.rhythm.cycle = reference(&mut object, "cycle");
            linked(&mut node, &mut object);
        }
        Form::Strategy => linked(&mut node, &mut object),
        Form::Action => {
            linked(&mut node, &mut object);
            acting(&mut node, &mut object);
        }
    }
    object.finish();
    Some(node)
}

/// What missions, goals, strategies and actions have.
fn owned(node: &mut DraftNode, object: &mut Object) {
    node.owners = object.each("owners", ownership);
    node.start = object.date("start");
    node.due = object.date("due");
    node.kpis = object.each("kpis", decode_kpi::kpi);
    node.roll_up = object.word("rollUp");
    node.missing = object.word("missing");
    node.rhythm.check_ins = object.word("checkIns");
    node.overruled = object.field("override").and_then(|field| decode_score::overruled(&field));
}

/// What goals, strategies and actions have.
fn linked(node: &mut DraftNode, object: &mut Object) {
    owned(node, object);
    node.perspective = reference(object, "perspective");
    node.serves = object.each("serves", serves);
}

/// What actions have.
#[inline(never)]
fn acting(node: &mut DraftNode, object: &mut Object) {
    node.kind = object.word("kind");
    node.effort = object.number("effort");
    node.progress = object.number("progress");
    node.should_move = object.each("shouldMove", named);
    node.lag = object.field("lag").and_then(|field| field.whole_in(0, u32::MAX)).unwrap_or(0);
}

#[inline(never)]
fn ownership(reader: &Reader) -> Option<DraftOwnership> {
    let mut object = reader.object()?;
    let owner = required_reference(&mut object, "owner");
    let accountable = object.flag("accountable").unwrap_or(true);
    let commitment = object.word("commitment");
    object.finish();
    Some(DraftOwnership { owner: owner?, accountable, commitment })
}

#[inline(never)]
fn serves(reader: &Reader) -> Option<DraftServes> {
    let mut object = reader.object()?;
    let to = required_reference(&mut object, "to");
    let weight = object.number("weight").unwrap_or(1.0);
    let (share, note) = (object.number("share"), object.text("note"));
    object.finish();
    // A link that leads nowhere is kept: its numbers are checked all the same.
    let to = to.unwrap_or(Reference { id: String::new(), at: Pointer::root() });
    Some(DraftServes { at: reader.pointer(), to, weight, share, note })
}

#[inline(never)]
fn drive(reader: &Reader) -> Option<DraftDrive> {
    let mut object = reader.object()?;
    let from = required_reference(&mut object, "from");
    let to = required_reference(&mut object, "to");
    let effect = object.word("effect").unwrap_or(Effect::Raises);
    let lag = object.field("lag").and_then(|field| field.whole_in(0, u32::MAX));
    let note = object.text("note");
    object.finish();
    Some(DraftDrive { from: from?, to: to?, effect, lag, note })
}

#[inline(never)]
pub(super) fn reference(object: &mut Object, name: &'static str) -> Option<Reference> {
    named(&object.field(name)?)
}

#[inline(never)]
fn required_reference(object: &mut Object, name: &'static str) -> Option<Reference> {
    named(&object.required(name)?)
}

/// An id, and where it stands.
pub(super) fn named(reader: &Reader) -> Option<Reference> {
    Some(Reference { id: reader.text()?.to_owned(), at: reader.pointer() })
}
