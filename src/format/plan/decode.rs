//! JSON to a draft: the plan, its settings, nodes and links.

use super::decode_kpi;
use super::wire::Version;
use crate::calendar::Granularity;
use crate::error::Pointer;
use crate::format::json::{Object, Reader};
use crate::plan::{
    Bands, Draft, DraftDrive, DraftNode, DraftOff, DraftOwner, DraftOwnership, DraftPerspective, DraftServes,
    DraftSettings, Effect, IndexMetric, Reference,
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

pub(super) fn plan(reader: &Reader) -> Option<Draft> {
    let mut plan = reader.object()?;
    // What a later version means by its fields is not known here: nothing more is said about it.
    version(&mut plan)?;
    let draft = Draft {
        title: plan.required_text("title"),
        period: plan.word("period").unwrap_or(Granularity::Month),
        settings: plan.field("settings").and_then(|field| settings(&field)).unwrap_or_default(),
        owners: plan.list("owners").iter().filter_map(owner).collect(),
        perspectives: plan.list("perspectives").iter().filter_map(perspective).collect(),
        company_mission: plan.field("companyMission").and_then(|field| node(&field, Form::Plain)),
        mission: plan.required("mission").and_then(|field| node(&field, Form::Mission)),
        vision: plan.field("vision").and_then(|field| node(&field, Form::Plain)),
        goals: nodes(&mut plan, "goals", Form::Goal),
        strategies: nodes(&mut plan, "strategies", Form::Strategy),
        actions: nodes(&mut plan, "actions", Form::Action),
        drives: plan.list("drives").iter().filter_map(drive).collect(),
    };
    plan.finish();
    Some(draft)
}

/// None where the version is another than this.
fn version(plan: &mut Object) -> Option<()> {
    let supported = f64::from(Version::SUPPORTED);
    let Some(field) = plan.required("version") else { return Some(()) };
    let Some(version) = field.number().filter(|version| version.total_cmp(&supported).is_ne()) else {
        return Some(());
    };
    field.report("version-unsupported", [("version", version.into()), ("supported", supported.into())]);
    None
}

fn settings(reader: &Reader) -> Option<DraftSettings> {
    let mut object = reader.object()?;
    let usual = DraftSettings { at: reader.at().clone(), ..DraftSettings::default() };
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
        off: object.list("off").iter().filter_map(off).collect(),
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

fn off(reader: &Reader) -> Option<DraftOff> {
    let mut object = reader.object()?;
    let finding = object.required("finding").and_then(|field| field.word());
    let node = reference(&mut object, "node");
    let reason = object.required_text("reason");
    object.finish();
    Some(DraftOff { finding: finding?, node, reason })
}

fn owner(reader: &Reader) -> Option<DraftOwner> {
    let mut object = reader.object()?;
    let owner = DraftOwner {
        at: reader.at().clone(),
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
    Some(DraftPerspective { at: reader.at().clone(), id, title })
}

fn nodes(plan: &mut Object, name: &'static str, form: Form) -> Vec<DraftNode> {
    plan.list(name).iter().filter_map(|item| node(item, form)).collect()
}

fn node(reader: &Reader, form: Form) -> Option<DraftNode> {
    let mut object = reader.object()?;
    let mut node = DraftNode {
        at: reader.at().clone(),
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
            linked(&mut node, &mut object);
        }
        Form::Strategy => linked(&mut node, &mut object),
        Form::Action => {
            linked(&mut node, &mut object);
            action(&mut node, &mut object);
        }
    }
    object.finish();
    Some(node)
}

/// What missions, goals, strategies and actions have.
fn owned(node: &mut DraftNode, object: &mut Object) {
    node.owners = object.list("owners").iter().filter_map(ownership).collect();
    node.start = object.date("start");
    node.due = object.date("due");
    node.kpis = object.list("kpis").iter().filter_map(decode_kpi::kpi).collect();
}

/// What goals, strategies and actions have.
fn linked(node: &mut DraftNode, object: &mut Object) {
    owned(node, object);
    node.perspective = reference(object, "perspective");
    node.serves = object.list("serves").iter().filter_map(serves).collect();
}

fn action(node: &mut DraftNode, object: &mut Object) {
    node.kind = object.word("kind");
    node.effort = object.number("effort");
    node.progress = object.number("progress");
    let kpi = |item: &Reader| Some(Reference { id: item.text()?.to_owned(), at: item.at().clone() });
    node.should_move = object.list("shouldMove").iter().filter_map(kpi).collect();
}

fn ownership(reader: &Reader) -> Option<DraftOwnership> {
    let mut object = reader.object()?;
    let owner = required_reference(&mut object, "owner");
    let accountable = object.flag("accountable").unwrap_or(true);
    let commitment = object.word("commitment");
    object.finish();
    Some(DraftOwnership { owner: owner?, accountable, commitment })
}

fn serves(reader: &Reader) -> Option<DraftServes> {
    let mut object = reader.object()?;
    let to = required_reference(&mut object, "to");
    let weight = object.number("weight").unwrap_or(1.0);
    let (share, note) = (object.number("share"), object.text("note"));
    object.finish();
    // A link that leads nowhere is kept: its numbers are checked all the same.
    let to = to.unwrap_or(Reference { id: String::new(), at: Pointer::root() });
    Some(DraftServes { at: reader.at().clone(), to, weight, share, note })
}

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

pub(super) fn reference(object: &mut Object, name: &'static str) -> Option<Reference> {
    let field = object.field(name)?;
    Some(Reference { id: field.text()?.to_owned(), at: field.at().clone() })
}

fn required_reference(object: &mut Object, name: &'static str) -> Option<Reference> {
    let field = object.required(name)?;
    Some(Reference { id: field.text()?.to_owned(), at: field.at().clone() })
}
