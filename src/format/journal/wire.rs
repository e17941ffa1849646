//! The journal as JSON has it, version 1: what is written and what the published schema says.

use serde::ser::{Serialize, SerializeMap, SerializeSeq, Serializer};

use crate::format::json::Value;
use crate::format::json::scalar::{Day, Fraction, Number, Text, Word};
use crate::format::wire::wire;
use crate::journal::{self, Moment, OperationKind, Voice};
use crate::plan::StatedStatus;

wire! {
    /// What people said, decided and changed since the plan was written. Entries are never changed, and journals merge by
    /// the union of their ids.
    Journal {
        /// The version of this format: 1.
        version: u8,
        /// What was said, decided and changed.
        entries: Vec<JournalEntry>,
    }
}

/// One entry, by its kind.
#[derive(Debug, Clone, PartialEq, serde::Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(tag = "kind", rename_all = "kebab-case")]
pub enum JournalEntry {
    /// How it goes, in the eyes of the one who answers for it.
    CheckIn(JournalCheckIn),
    /// What a customer or an employee said: heard.
    Feedback(JournalFeedback),
    /// What was decided.
    Decision(JournalDecision),
    /// Those who gave feedback were told what became of it.
    Told(JournalTold),
    /// A score or status set by hand.
    Override(JournalOverride),
    /// The plan was changed.
    Edit(JournalEdit),
    /// The plan was gone through together.
    Review(JournalReview),
}

/// Entries: the fields that all have, then their own.
macro_rules! entries {
    ($($(#[$meta:meta])* $name:ident { $($(#[$field_meta:meta])* $field:ident: $type:ty,)* })+) => { wire! {$(
        $(#[$meta])*
        $name {
            /// Unique over all journals that are to be merged; a UUID for instance.
            id: Text,
            /// Who, as the host says.
            actor: Text,
            /// When, by RFC 3339.
            time: Instant,
            $($(#[$field_meta])* $field: $type,)*
        }
    )+}};
}

entries! {
    /// How it goes, in the eyes of the one who answers for it. Confidence is no score, and goes into none.
    JournalCheckIn {
        /// The id of the node or KPI.
        about: Text,
        /// How sure they are that the target will be reached, 0 to 1.
        confidence: Fraction,
        /// What they say.
        #[serde(skip_serializing_if = "Option::is_none")]
        note: Option<Text>,
        /// A value of the KPI, in its unit.
        #[serde(skip_serializing_if = "Option::is_none")]
        value: Option<Number>,
        /// How much of the action is done, 0 to 1; not beside a value.
        #[serde(skip_serializing_if = "Option::is_none")]
        progress: Option<Fraction>,
        /// The day that value or progress was true; the day of the entry where absent.
        #[serde(skip_serializing_if = "Option::is_none")]
        at: Option<Day>,
    }

    /// What a customer or an employee said.
    JournalFeedback {
        /// The id of the node or KPI it is about.
        about: Text,
        /// In their own words.
        text: Text,
        /// Whom it comes from.
        from: Word<Voice>,
        /// By which channel it came.
        #[serde(skip_serializing_if = "Option::is_none")]
        channel: Option<Text>,
    }

    /// What was decided.
    JournalDecision {
        /// The id of the node or KPI it is about.
        #[serde(skip_serializing_if = "Option::is_none")]
        about: Option<Text>,
        /// The decision.
        text: Text,
        /// The ids of the feedback it answers.
        #[serde(skip_serializing_if = "Vec::is_empty")]
        answers: Vec<Text>,
    }

    /// Those who gave feedback were told what became of it.
    JournalTold {
        /// The id of the node or KPI it is about.
        #[serde(skip_serializing_if = "Option::is_none")]
        about: Option<Text>,
        /// What they were told.
        #[serde(skip_serializing_if = "Option::is_none")]
        text: Option<Text>,
        /// By which channel.
        #[serde(skip_serializing_if = "Option::is_none")]
        channel: Option<Text>,
        /// The ids of the feedback.
        answers: Vec<Text>,
    }

    /// A score or status set by hand, for a while: the plan's own override once it is taken into the plan.
    JournalOverride {
        /// The id of the node or KPI.
        about: Text,
        /// The score that counts instead, 0 to 1.
        #[serde(skip_serializing_if = "Option::is_none")]
        score: Option<Fraction>,
        /// The status that is shown instead; score, status or both.
        #[serde(skip_serializing_if = "Option::is_none")]
        status: Option<Word<StatedStatus>>,
        /// Why.
        reason: Text,
        /// The last day it holds.
        until: Day,
    }

    /// The plan was changed.
    JournalEdit {
        /// The id of the node or KPI it is about.
        #[serde(skip_serializing_if = "Option::is_none")]
        about: Option<Text>,
        /// The fingerprint of the plan it was made on.
        plan: Text,
        /// The fingerprint of the plan it led to.
        result: Text,
        /// From the one to the other, as a JSON Patch (RFC 6902).
        patch: Vec<PatchOperation>,
        /// And back.
        inverse: Vec<PatchOperation>,
        /// The id of the edit that this one takes back.
        #[serde(skip_serializing_if = "Option::is_none")]
        undoes: Option<Text>,
    }

    /// The plan was gone through together; what stood then tells at the next review what changed.
    JournalReview {
        /// The id of the node it was about; absent where it was about the plan.
        #[serde(skip_serializing_if = "Option::is_none")]
        about: Option<Text>,
        /// What is to be remembered of it.
        #[serde(skip_serializing_if = "Option::is_none")]
        note: Option<Text>,
        /// The ids of the decisions taken in it.
        #[serde(skip_serializing_if = "Vec::is_empty")]
        decisions: Vec<Text>,
        /// The fingerprint of the plan that was gone through.
        #[serde(skip_serializing_if = "Option::is_none")]
        plan: Option<Text>,
        /// The findings that were open; absent where that was not kept.
        #[serde(skip_serializing_if = "Option::is_none")]
        findings: Option<Vec<RaisedFinding>>,
        /// How nodes and KPIs stood; absent where that was not kept.
        #[serde(skip_serializing_if = "Option::is_none")]
        stood: Option<Vec<StoodAt>>,
    }
}

wire! {
    /// A finding that was open.
    RaisedFinding {
        /// The id of the rule.
        finding: Text,
        /// The id of the node or KPI.
        about: Text,
    }

    /// How a node or KPI stood.
    StoodAt {
        /// Its id.
        id: Text,
        /// Its status, as a code.
        status: Text,
        /// Its score, where it had one.
        #[serde(skip_serializing_if = "Option::is_none")]
        score: Option<Fraction>,
    }

    /// One step of a JSON Patch.
    PatchOperation {
        /// What it does.
        op: Word<OperationKind>,
        /// Where, as a JSON pointer.
        path: String,
        /// Where the value comes from: of `move` and `copy`.
        #[serde(skip_serializing_if = "Option::is_none")]
        from: Option<String>,
        /// The value: of `add`, `replace` and `test`.
        #[serde(skip_serializing_if = "Option::is_none")]
        value: Option<AnyJson>,
    }
}

/// An instant, in UTC.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Instant(pub Moment);

impl Serialize for Instant {
    fn serialize<S: Serializer>(&self, out: S) -> Result<S::Ok, S::Error> {
        out.collect_str(&self.0)
    }
}

/// Any value of JSON.
#[derive(Debug, Clone, PartialEq)]
pub struct AnyJson(pub Value);

impl Serialize for AnyJson {
    fn serialize<S: Serializer>(&self, out: S) -> Result<S::Ok, S::Error> {
        written(&self.0, out)
    }
}

struct Part<'a>(&'a Value);

impl Serialize for Part<'_> {
    fn serialize<S: Serializer>(&self, out: S) -> Result<S::Ok, S::Error> {
        written(self.0, out)
    }
}

/// No deeper than the reader of JSON lets through.
fn written<S: Serializer>(value: &Value, out: S) -> Result<S::Ok, S::Error> {
    match value {
        Value::Null => out.serialize_unit(),
        Value::Bool(flag) => out.serialize_bool(*flag),
        Value::Number(number) => Number(*number).serialize(out),
        Value::String(text) => out.serialize_str(text),
        Value::Array(items) => {
            let mut list = out.serialize_seq(Some(items.len()))?;
            items.iter().try_for_each(|item| list.serialize_element(&Part(item)))?;
            list.end()
        }
        Value::Object(fields) => {
            let mut map = out.serialize_map(None)?;
            fields.iter().try_for_each(|(name, value)| map.serialize_entry(name, &Part(value)))?;
            map.end()
        }
    }
}

impl From<&journal::Raised> for RaisedFinding {
    fn from(from: &journal::Raised) -> Self {
        Self { finding: (&from.finding).into(), about: (&from.about).into() }
    }
}

impl From<&journal::Stood> for StoodAt {
    fn from(from: &journal::Stood) -> Self {
        Self { id: (&from.id).into(), status: (&from.status).into(), score: from.score.map(Fraction) }
    }
}

#[cfg(feature = "schema")]
mod schema {
    use super::{AnyJson, Instant};
    use crate::format::wire::inline_schemas;

    inline_schemas! {
        Instant: { "type": "string",
            "pattern": r"^\d{4}-\d{2}-\d{2}[Tt]\d{2}:\d{2}:\d{2}(\.\d+)?([Zz]|[+-]\d{2}:\d{2})$" };
        AnyJson: { "oneOf": [{ "type": "object" }, { "type": "array" }, { "type": "string" }, { "type": "number" },
            { "type": "boolean" }, { "type": "null" }] };
    }
}
