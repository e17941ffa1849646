//! The schema of a calculation, from the table of families: one shape a family, and the union of them.

mod about;

use std::borrow::Cow;

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde_json::{Map, Value, json};

use super::decode::{LARGEST, LONGEST, group};
use crate::format::json::scalar::{Day, Text};
use crate::format::lifetime::wire::{CustomerSummary, PurchaseRow, TimeWord};
use crate::format::plan::wire::ValueWindow;
use crate::format::wire::wire;
use crate::kpi::TimeUnit;
use crate::kpi::service::{Asked, FAMILIES, Family, Input, Kind};

/// Which KPI, by which variant, from which counts and values.
#[derive(Debug)]
pub struct Calculation;

wire! {
    /// What is asked of rows: which of the measures that their mapping has, and by which variant.
    RowsQuestion {
        /// The measure's id; the only one where absent.
        #[serde(skip_serializing_if = "Option::is_none")]
        measure: Option<Text>,
        /// The variant; the first of the family where absent.
        #[serde(skip_serializing_if = "Option::is_none")]
        variant: Option<Text>,
        /// The unit of lengths of time; `s` where absent.
        #[schemars(extend("enum" = TimeUnit::SIGNS))]
        #[serde(skip_serializing_if = "Option::is_none")]
        unit: Option<Text>,
        /// Which periods count; all where absent, and of customers who come and go the last one.
        #[serde(skip_serializing_if = "Option::is_none")]
        window: Option<ValueWindow>,
        /// The day it is read on: periods that are not over then do not count. Absent, all are over.
        #[serde(skip_serializing_if = "Option::is_none")]
        as_of: Option<Day>,
    }
}

impl JsonSchema for Calculation {
    fn schema_name() -> Cow<'static, str> {
        "Calculation".into()
    }

    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        let mut names = Vec::new();
        let _ = generator.subschema_for::<(PurchaseRow, CustomerSummary, TimeWord)>();
        for family in FAMILIES {
            let name = name(family);
            names.push(json!({ "$ref": format!("#/$defs/{name}") }));
            generator.definitions_mut().insert(name, shape(family));
        }
        json_schema!({
            "description": "Which KPI, by which variant, from which counts and values.",
            "anyOf": names,
        })
    }
}

/// `first-reply-time` is a `FirstReplyTimeCalculation`.
fn name(family: &Family) -> String {
    let words = family.id.split('-').map(|word| {
        let (first, rest) = word.split_at(1);
        first.to_uppercase() + rest
    });
    words.collect::<String>() + "Calculation"
}

fn shape(family: &Family) -> Value {
    let ways: Vec<Value> = family.ways.iter().map(|way| from(family, way)).collect();
    let about = about::family(family.id);
    match ways.as_slice() {
        [only] => {
            let mut only = only.clone();
            if let Some(object) = only.as_object_mut() {
                object.insert("description".to_owned(), json!(about));
            }
            only
        }
        _ => json!({ "description": about, "anyOf": ways }),
    }
}

fn from(family: &Family, way: &[Input]) -> Value {
    let mut fields = Map::new();
    fields.insert("family".to_owned(), json!({ "const": family.id, "description": "What is calculated." }));
    fields.insert("variant".to_owned(), variant(family));
    let mut required = vec![json!("family")];
    if family.id == Asked::EXPECTED {
        let (model, words) = match way {
            [Input { name: "cohorts", .. }] => ("sbg", "Of contracts."),
            _ => ("bg-nbd", "`bg-nbd` where absent."),
        };
        fields.insert("variant".to_owned(), json!({ "const": model, "description": words }));
        if model == "sbg" {
            required.push(json!("variant"));
        }
    }
    for name in ["counts", "amounts", "before"] {
        let inputs = || way.iter().filter(|input| group(input.kind) == Some(name));
        if inputs().count() > 0 {
            fields.insert(name.to_owned(), numbers(name, inputs()));
        }
        if inputs().any(|input| input.required) {
            required.push(json!(name));
        }
    }
    for input in way.iter().chain(family.options).filter(|input| group(input.kind).is_none()) {
        let (mut field, about) = match input.kind {
            Kind::Lifetime => (lifetime(input.name, way), about::term(input.name)),
            kind => (alone(kind), about::field(input.name)),
        };
        if let Some(object) = field.as_object_mut() {
            object.insert("description".to_owned(), json!(about));
        }
        fields.insert(input.name.to_owned(), field);
        if input.required {
            required.push(json!(input.name));
        }
    }
    json!({ "type": "object", "properties": fields, "required": required, "additionalProperties": false })
}

fn variant(family: &Family) -> Value {
    let names: Vec<&str> = family.forms.iter().map(|form| form.id).collect();
    let first = names.first().copied().unwrap_or_default();
    let description = format!("`{first}` where absent.");
    if names.contains(&"p90") {
        let pattern = r"^(mean|median|share-within|p\d{1,2}(\.\d{1,3})?(-nearest-rank)?)$";
        // Any percentile is one, so that TypeScript is told the pattern as well.
        let words = "'mean' | 'median' | 'share-within' | `p${number}` | `p${number}-nearest-rank`";
        return json!({ "type": "string", "pattern": pattern, "tsType": words, "description": description });
    }
    json!({ "type": "string", "enum": names, "description": description })
}

fn numbers<'a>(group: &str, inputs: impl Iterator<Item = &'a Input>) -> Value {
    let (mut fields, mut required) = (Map::new(), Vec::new());
    for input in inputs {
        let mut field = match input.kind {
            Kind::Amount => json!({ "type": "number", "minimum": 0, "maximum": LARGEST }),
            _ => json!({ "type": "integer", "minimum": 0 }),
        };
        if let Some(object) = field.as_object_mut() {
            object.insert("description".to_owned(), json!(about::number(input.name)));
        }
        fields.insert(input.name.to_owned(), field);
        if input.required {
            required.push(json!(input.name));
        }
    }
    json!({
        "type": "object", "properties": fields, "required": required, "additionalProperties": false,
        "description": about::field(group),
    })
}

/// A field that a request for lifetime value has as well.
fn lifetime(name: &str, way: &[Input]) -> Value {
    let list =
        |of: &str| json!({ "type": "array", "minItems": 1, "items": { "$ref": format!("#/$defs/{of}") } });
    let contract = way.iter().any(|input| input.name == "cohorts");
    match name {
        "purchases" => list("PurchaseRow"),
        "customers" => list("CustomerSummary"),
        "cohorts" => {
            let counts = json!({ "type": "array", "items": { "type": "integer", "minimum": 0 } });
            json!({ "type": "array", "minItems": 1, "items": counts })
        }
        "asOf" => json!({ "type": "string", "format": "date" }),
        "unit" => json!({ "$ref": "#/$defs/TimeWord" }),
        "horizon" if contract => json!({ "type": "integer", "minimum": 1, "maximum": 1000 }),
        "horizon" => json!({ "type": "number", "exclusiveMinimum": 0, "maximum": 100_000 }),
        "discount" => json!({ "type": "number", "minimum": 0, "maximum": 10 }),
        _ if contract => json!({ "type": "number", "minimum": 0, "maximum": LARGEST }),
        _ => json!({ "type": "number", "minimum": 0, "maximum": 1 }),
    }
}

fn alone(kind: Kind) -> Value {
    let length = json!({ "type": "number", "minimum": 0, "maximum": LARGEST });
    match kind {
        Kind::Durations => json!({ "type": "array", "items": length }),
        Kind::Ratings(points) => {
            let (least, top) = points.ends(LONGEST as i32);
            json!({ "type": "array", "items": { "type": "integer", "minimum": least, "maximum": top } })
        }
        Kind::Answers(_) => {
            json!({ "type": "object", "additionalProperties": { "type": "integer", "minimum": 0 } })
        }
        Kind::Items => {
            json!({ "type": "array", "items": { "type": "array", "items": { "type": "number" } } })
        }
        Kind::Scale => json!({ "type": "integer", "minimum": 2, "maximum": LONGEST }),
        Kind::Unit => json!({ "type": "string", "enum": TimeUnit::SIGNS }),
        Kind::Interval => json!({ "type": "string", "enum": ["bootstrap"] }),
        Kind::Minimum => json!({ "type": "integer", "minimum": Asked::MINIMUM, "maximum": 1000 }),
        Kind::Text => json!({ "type": "string", "minLength": 1, "pattern": r"\S" }),
        Kind::Limit | Kind::Count | Kind::Amount | Kind::Before | Kind::Lifetime => length,
    }
}
