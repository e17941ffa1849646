//! Scenarios as JSON: one, or a list of them.

pub mod wire;

use crate::error::Error;
use crate::format::json::{self, Object, Reader};
use crate::format::staffing;
use crate::plan::{LARGEST, Scenario, StaffingFigure, Supposed, Supposition, Word};

/// Reads one scenario from JSON text.
///
/// # Errors
/// `json-syntax`, or `scenario-invalid` with every issue.
///
/// ```
/// use throughline::format::scenario;
/// let read = scenario::decode(r#"{ "version": 1, "name": "More people",
///   "changes": [{ "kpi": "reply", "value": 3 }, { "link": { "from": "quick", "to": "mission" }, "weight": 2 }] }"#)?;
/// assert_eq!((read.name.as_str(), read.changes.len()), ("More people", 2));
/// let error = scenario::decode(r#"{ "version": 1, "name": "x", "changes": [{ "kpi": "reply", "vlaue": 3 }] }"#);
/// assert!(error.unwrap_err().issues().iter().any(|issue| issue.at.as_str() == "/changes/0/vlaue"));
/// # Ok::<(), throughline::error::Error>(())
/// ```
pub fn decode(text: &str) -> Result<Scenario, Error> {
    json::document(text, "scenario-invalid", scenario)
}

/// Reads a list of scenarios from JSON text.
///
/// # Errors
/// As [`decode`]; a pointer begins with the place in the list.
pub fn decode_all(text: &str) -> Result<Vec<Scenario>, Error> {
    json::document(text, "scenario-invalid", |reader| {
        Some(reader.list()?.iter().filter_map(scenario).collect())
    })
}

/// Writes a scenario as JSON text; reading it gives the same scenario.
#[must_use]
pub fn encode(scenario: &Scenario) -> String {
    json::compact(&wire::Scenario::from(scenario))
}

fn scenario(reader: &Reader) -> Option<Scenario> {
    let mut object = reader.object()?;
    object.version(1)?;
    let name = object.required_text("name");
    let changes = match object.required("changes") {
        Some(_) => object.each("changes", change),
        None => Vec::new(),
    };
    object.finish();
    Some(Scenario { name, changes })
}

fn change(reader: &Reader) -> Option<Supposed> {
    let mut object = reader.object()?;
    let at = object.pointer();
    let what = if object.has("link") {
        link(&mut object)
    } else if object.has("node") {
        node(&mut object)
    } else if object.has("staffing") {
        staffed(&mut object)
    } else {
        kpi(&mut object)
    };
    object.finish();
    Some(Supposed { at, what: what? })
}

fn kpi(object: &mut Object) -> Option<Supposition> {
    let kpi = object.required_text("kpi");
    something(object, &["value", "baseline", "target", "weight"]);
    let [value, baseline, target] =
        ["value", "baseline", "target"].map(|name| object.number_in(name, -LARGEST, LARGEST));
    Some(Supposition::Kpi { kpi, value, baseline, target, weight: weight(object, "weight") })
}

fn link(object: &mut Object) -> Option<Supposition> {
    let mut ends = object.required("link")?.object()?;
    let (from, to) = (ends.required_text("from"), ends.required_text("to"));
    ends.finish();
    something(object, &["weight", "share"]);
    let (weight, share) = (weight(object, "weight"), object.number_in("share", 0.0, 1.0));
    Some(Supposition::Link { from, to, weight, share })
}

fn node(object: &mut Object) -> Option<Supposition> {
    let node = object.required_text("node");
    something(object, &["progress", "effort"]);
    let (progress, effort) = (object.number_in("progress", 0.0, 1.0), weight(object, "effort"));
    Some(Supposition::Node { node, progress, effort })
}

fn staffed(object: &mut Object) -> Option<Supposition> {
    let asked = object.required("staffing").and_then(|field| staffing::asked(&field));
    let mut named = object.required("sets")?.object()?;
    let kpis = StaffingFigure::ALL.iter().zip(StaffingFigure::WORDS);
    let sets: Vec<_> = kpis.filter_map(|(figure, name)| Some((*figure, named.text(name)?))).collect();
    something(&named, StaffingFigure::WORDS);
    named.finish();
    Some(Supposition::Staffing { asked: asked?, sets })
}

fn weight(object: &mut Object, name: &'static str) -> Option<f64> {
    object.number_in(name, 0.0, LARGEST)
}

/// A change that changes nothing is a slip of the pen: the first of what it may change is missing.
fn something(object: &Object, names: &[&'static str]) {
    if let Some(first) = names.first().filter(|_| !names.iter().any(|name| object.has(name))) {
        object.missing(first);
    }
}
