//! A segment as JSON has it: a text, or an object of values by dimension.

use std::collections::BTreeMap;

use serde::Serialize;

use super::json::Reader;
use super::json::scalar::Text;

/// One segment: a value of the first (or only) dimension, or values by the names of their dimensions.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(untagged)]
pub enum SegmentName {
    /// A value of the first dimension.
    Value(Text),
    /// Values of one dimension, or of two together: `{ "Channel": "phone", "Team": "North" }`.
    #[cfg_attr(feature = "schema", schemars(extend("minProperties" = 1, "maxProperties" = 2)))]
    Values(BTreeMap<String, Text>),
}

/// Reads a segment: the values with the names of their dimensions, of which the first may be left out.
#[inline(never)]
pub(super) fn decode(reader: &Reader) -> Option<Vec<(String, String)>> {
    if reader.value().is_string() {
        return Some(vec![(String::new(), reader.text()?.to_owned())]);
    }
    by_dimension(reader)
}

#[cold]
#[inline(never)]
fn by_dimension(reader: &Reader) -> Option<Vec<(String, String)>> {
    let mut values = Vec::new();
    for (dimension, value) in reader.object()?.entries() {
        values.push((dimension.to_owned(), value.text()?.to_owned()));
    }
    if values.is_empty() || values.len() > 2 {
        reader.report("segment-dimensions", [("count", (values.len() as f64).into())]);
        return None;
    }
    values.sort();
    Some(values)
}

/// A segment to its JSON.
#[must_use]
pub(super) fn encode(values: &[(String, String)]) -> Option<SegmentName> {
    match values {
        [] => None,
        [(dimension, value)] if dimension.is_empty() => Some(SegmentName::Value(Text::from(value))),
        _ => {
            let values = values.iter().map(|(dimension, value)| (dimension.clone(), Text::from(value)));
            Some(SegmentName::Values(values.collect()))
        }
    }
}
