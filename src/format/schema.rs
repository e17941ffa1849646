//! JSON Schemas (draft 2020-12) of what crosses the edge, from the Rust types; native, never shipped.

use schemars::generate::SchemaSettings;
use schemars::{JsonSchema, SchemaGenerator};
use serde_json::{Map, Value, json};

/// The published schema of a plan.
#[must_use]
pub fn plan() -> Value {
    document::<super::plan::wire::Plan>("urn:throughline:plan:1")
}

/// The published schema of a mapping.
#[must_use]
pub fn mapping() -> Value {
    document::<super::mapping::wire::Mapping>("urn:throughline:mapping:1")
}

/// The published schema of a journal.
#[must_use]
pub fn journal() -> Value {
    document::<super::journal::wire::Journal>("urn:throughline:journal:1")
}

/// The published schema of a snapshot.
#[must_use]
pub fn snapshot() -> Value {
    document::<super::snapshot::wire::Snapshot>("urn:throughline:snapshot:1")
}

/// The schema of one kind of document, with an id of its own.
#[must_use]
pub fn document<T: JsonSchema>(id: &str) -> Value {
    let mut schema = generator().into_root_schema_for::<T>().to_value();
    tidy(&mut schema);
    if let Value::Object(object) = &mut schema {
        object.insert("$id".to_owned(), json!(id));
    }
    schema
}

/// One schema with a definition for each shape added: what Rust hands out.
#[derive(Debug)]
pub struct Shapes(SchemaGenerator);

impl Default for Shapes {
    fn default() -> Self {
        Self(generator())
    }
}

impl Shapes {
    /// Adds a shape and all it refers to.
    #[must_use]
    pub fn with<T: JsonSchema>(mut self) -> Self {
        let _ = self.0.subschema_for::<T>();
        self
    }

    /// The schema: definitions alone.
    #[must_use]
    pub fn finish(mut self) -> Value {
        let definitions: Map<String, Value> = self.0.take_definitions(true);
        let mut schema = json!({
            "$schema": "https://json-schema.org/draft/2020-12/schema",
            "$id": "urn:throughline:shapes",
            "$defs": definitions,
        });
        tidy(&mut schema);
        schema
    }
}

fn generator() -> SchemaGenerator {
    SchemaSettings::draft2020_12().for_serialize().into_generator()
}

/// Takes out what says more or less than the decoder does: `null` where a field may be absent (an absent
/// field is left out, never null), and number formats, which no standard knows.
fn tidy(schema: &mut Value) {
    match schema {
        Value::Object(object) => {
            not_null(object);
            if object.get("format").and_then(Value::as_str).is_some_and(|format| format != "date") {
                object.shift_remove("format");
            }
            object.values_mut().for_each(tidy);
        }
        Value::Array(items) => items.iter_mut().for_each(tidy),
        _ => {}
    }
}

fn not_null(object: &mut Map<String, Value>) {
    if let Some(Value::Array(types)) = object.get_mut("type") {
        types.retain(|each| each != "null");
        if let [only] = types.as_slice() {
            let only = only.clone();
            object.insert("type".to_owned(), only);
        }
    }
    let Some(Value::Array(choices)) = object.get_mut("anyOf") else { return };
    choices.retain(|each| each.get("type").is_none_or(|kind| kind != "null"));
    // A lone choice says no more than itself; a description beside it stays.
    if let [Value::Object(only)] = choices.as_slice() {
        let only = only.clone();
        object.shift_remove("anyOf");
        for (key, value) in only {
            object.entry(key).or_insert(value);
        }
    }
}
