//! The page's words and colours, read off JSON straight into the scene that they dress.
//!
//! What the plan does not know is read all the same, so that a fault in it is told, and then left out. A text that is
//! null says as little as one that is not there.

use crate::chart::{Color, Direction, Gauge, Item, Palette, Scene, View};
use crate::error::Error;
use crate::format::json::{self, Issues, Object, Reader, Value};
use crate::plan::{Plan, Subject};

/// By the order of [`Level`](crate::chart::Level).
const LEVELS: [&str; 6] = ["company-mission", "mission", "vision", "goal", "strategy", "action"];

/// The heads of the scorecard, in the order of its columns.
const COLUMNS: [&str; 6] =
    ["column-kpi", "column-value", "column-target", "column-progress", "column-trend", "column-status"];

/// Where a text of a thing is kept.
type TextOf<T> = fn(&mut T) -> &mut String;

/// Reads the options of a picture, the JSON text of a `DrawOptions`, into its scene.
pub(super) fn dress(scene: &mut Scene, plan: &Plan, options: &str) -> Result<(), Error> {
    let value = json::parse(options).map_err(|error| error.with_code("options-invalid"))?;
    let issues = Issues::new();
    if let Some(mut options) = Reader::root(&value, &issues).object() {
        look(scene, &mut options);
        lit(scene, plan, &mut options);
        palette(&mut scene.palette, inner(&mut options, "palette"));
        if let Some(mut labels) = inner(&mut options, "labels") {
            nodes(scene, plan, inner(&mut labels, "nodes").as_ref());
            kpis(scene, plan, inner(&mut labels, "kpis").as_ref());
            bands(scene, plan, inner(&mut labels, "bands").as_ref());
            words(scene, inner(&mut labels, "words").as_ref());
        }
    }
    issues.finish("options-invalid")
}

/// Which picture, how large, in which type.
fn look(scene: &mut Scene, options: &mut Object) {
    scene.view = match choice(options, "view", &["map", "scorecard", "line"]) {
        1 => View::Scorecard,
        2 => View::Line,
        _ => View::Map,
    };
    scene.direction = match choice(options, "direction", &["ltr", "rtl"]) {
        1 => Direction::Rtl,
        _ => Direction::Ltr,
    };
    scene.width = options.number("width").unwrap_or_default().clamp(160.0, 8000.0);
    let ratio = given(options, "ratio").and_then(|field| field.number());
    scene.ratio = ratio.unwrap_or(1.0).clamp(0.25, 8.0);
    put(Some(&mut scene.font), options, "font");
}

/// What is lit: by hover, else by selection, else by focus. An id that is nobody's lights nothing.
fn lit(scene: &mut Scene, plan: &Plan, options: &mut Object) {
    let mut find = |name| node_of(plan, text(options, name)?);
    let (hover, select) = (find("hover"), find("select"));
    scene.focus = find("focus");
    scene.lit = hover.or(select).or(scene.focus);
}

fn node_of(plan: &Plan, id: &str) -> Option<usize> {
    match plan.find(id)? {
        Subject::Node(node) => Some(node.index()),
        Subject::Kpi(kpi) => Some(plan.kpi(kpi).node.index()),
    }
}

/// A role that is left out or is no colour keeps its own.
pub(super) fn palette(palette: &mut Palette, colours: Option<Object>) {
    let Some(mut colours) = colours else { return };
    for (name, role) in [
        ("paper", &mut palette.paper),
        ("raised", &mut palette.raised),
        ("ink", &mut palette.ink),
        ("second", &mut palette.second),
        ("rule", &mut palette.rule),
        ("accent", &mut palette.accent),
        ("onTrack", &mut palette.on_track),
        ("atRisk", &mut palette.at_risk),
        ("offTrack", &mut palette.off_track),
        ("cannotTell", &mut palette.cannot_tell),
        ("stale", &mut palette.stale),
        ("noData", &mut palette.no_data),
    ] {
        let colour = text(&mut colours, name).and_then(Color::parse);
        *role = colour.unwrap_or(*role);
    }
}

fn nodes(scene: &mut Scene, plan: &Plan, labels: Option<&Object>) {
    const TEXTS: [(&str, TextOf<Item>); 5] = [
        ("number", |item| &mut item.number),
        ("unit", |item| &mut item.unit),
        ("note", |item| &mut item.note),
        ("status", |item| &mut item.word),
        ("share", |item| &mut item.share),
    ];
    for (id, mut label) in objects(labels) {
        let mut item = match plan.find(id) {
            Some(Subject::Node(node)) => scene.items.get_mut(node.index()),
            _ => None,
        };
        put_title(item.as_deref_mut().map(|item| &mut item.title), &mut label);
        for (name, of) in TEXTS {
            put(item.as_deref_mut().map(of), &mut label, name);
        }
    }
}

fn kpis(scene: &mut Scene, plan: &Plan, labels: Option<&Object>) {
    const TEXTS: [(&str, TextOf<Gauge>); 4] = [
        ("value", |gauge| &mut gauge.value),
        ("target", |gauge| &mut gauge.target),
        ("note", |gauge| &mut gauge.note),
        ("status", |gauge| &mut gauge.word),
    ];
    for (id, mut label) in objects(labels) {
        let mut gauge = match plan.find(id) {
            Some(Subject::Kpi(kpi)) => scene.gauges.get_mut(kpi.index()),
            _ => None,
        };
        put_title(gauge.as_deref_mut().map(|gauge| &mut gauge.title), &mut label);
        for (name, of) in TEXTS {
            put(gauge.as_deref_mut().map(of), &mut label, name);
        }
    }
}

/// Titles of perspectives by their ids, of levels by their words.
fn bands(scene: &mut Scene, plan: &Plan, labels: Option<&Object>) {
    for (id, title) in texts(labels) {
        let perspective = plan.perspectives().iter().position(|each| each.id == id);
        if let Some(band) = perspective.and_then(|at| scene.bands.get_mut(at)) {
            title.clone_into(&mut band.title);
        }
        set(&mut scene.words.levels, &LEVELS, id, title);
    }
}

fn words(scene: &mut Scene, labels: Option<&Object>) {
    for (code, word) in texts(labels) {
        if code == "no-path" {
            word.clone_into(&mut scene.words.no_path);
        }
        set(&mut scene.words.columns, &COLUMNS, code, word);
    }
}

/// What stands under each name, where it is an object.
fn objects<'a>(map: Option<&Object<'a>>) -> Vec<(&'a str, Object<'a>)> {
    let Some(map) = map else { return Vec::new() };
    map.entries().filter_map(|(name, field)| Some((name, field.object()?))).collect()
}

/// What stands under each name, where it is a text.
fn texts<'a>(map: Option<&Object<'a>>) -> Vec<(&'a str, &'a str)> {
    let Some(map) = map else { return Vec::new() };
    map.entries().filter_map(|(name, field)| Some((name, field.any_text()?))).collect()
}

fn set(texts: &mut [String; 6], names: &[&str; 6], name: &str, text: &str) {
    if let Some((into, _)) = texts.iter_mut().zip(names).find(|(_, each)| **each == name) {
        text.clone_into(into);
    }
}

/// A field with something in it.
fn given<'a>(object: &mut Object<'a>, name: &'static str) -> Option<Reader<'a>> {
    object.field(name).filter(|field| !matches!(field.value(), Value::Null))
}

fn inner<'a>(object: &mut Object<'a>, name: &'static str) -> Option<Object<'a>> {
    object.field(name)?.object()
}

/// The place of a word in its list; the first where it is left out.
fn choice(object: &mut Object, name: &'static str, words: &[&'static str]) -> usize {
    object.field(name).and_then(|field| field.position(words)).unwrap_or_default()
}

fn text<'a>(object: &mut Object<'a>, name: &'static str) -> Option<&'a str> {
    given(object, name)?.any_text()
}

/// Reads a text, and keeps it where the plan knows what it is about.
#[inline(never)]
fn put(into: Option<&mut String>, object: &mut Object, name: &'static str) {
    if let (Some(text), Some(into)) = (text(object, name), into) {
        text.clone_into(into);
    }
}

/// An empty title leaves the plan's.
fn put_title(into: Option<&mut String>, object: &mut Object) {
    let title = text(object, "title").filter(|title| !title.is_empty());
    if let (Some(title), Some(into)) = (title, into) {
        title.clone_into(into);
    }
}
