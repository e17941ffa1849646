//! Records in the shape of their JSON, for writing and for the schema.

use serde::Serialize;

use crate::format::json::scalar::{Count, Day, Fraction, Number, Positive, Text};
use crate::plan::{self, Amount, Entry};

/// One thing recorded: a value of a KPI, the progress of an action, or that one is taken away.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "schema", schemars(rename = "BoardRecord"))]
#[serde(untagged)]
pub enum Record {
    /// A value of a KPI.
    Value(ValueRecord),
    /// A value of a KPI as counts: 100 · numerator ÷ denominator.
    Counts(CountsRecord),
    /// How much of an action is done.
    Progress(ProgressRecord),
    /// The KPI's value of that day is taken away.
    RemoveValue(RemoveValue),
    /// The progress of the action reported on that day is taken away.
    RemoveProgress(RemoveProgress),
}

/// A value of a KPI.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct ValueRecord {
    /// The KPI's id.
    pub kpi: Text,
    /// The day it was true: the end of its period.
    pub at: Day,
    /// The value, in the KPI's unit.
    pub value: Number,
    /// How many answers or cases stand behind it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub n: Option<Count>,
    /// The lower end of its interval; `high` beside it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub low: Option<Number>,
    /// The upper end of its interval.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub high: Option<Number>,
    /// Who recorded it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub actor: Option<Text>,
}

/// A value of a KPI as counts.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct CountsRecord {
    /// The KPI's id.
    pub kpi: Text,
    /// The day it was true: the end of its period.
    pub at: Day,
    /// Those that count.
    pub numerator: Number,
    /// All of them.
    pub denominator: Positive,
    /// How many answers or cases stand behind it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub n: Option<Count>,
    /// The lower end of its interval; `high` beside it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub low: Option<Number>,
    /// The upper end of its interval.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub high: Option<Number>,
    /// Who recorded it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub actor: Option<Text>,
}

/// The progress of an action.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct ProgressRecord {
    /// The action's id.
    pub action: Text,
    /// The day it was reported.
    pub at: Day,
    /// How much is done, 0 to 1.
    pub progress: Fraction,
    /// Who recorded it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub actor: Option<Text>,
}

/// A value of a KPI taken away.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct RemoveValue {
    /// The KPI's id.
    pub kpi: Text,
    /// The day of the value.
    pub at: Day,
    /// `true`.
    pub remove: bool,
    /// Who took it away.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub actor: Option<Text>,
}

/// A progress of an action taken away.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct RemoveProgress {
    /// The action's id.
    pub action: Text,
    /// The day it was reported.
    pub at: Day,
    /// `true`.
    pub remove: bool,
    /// Who took it away.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub actor: Option<Text>,
}

impl From<&plan::Record> for Record {
    fn from(record: &plan::Record) -> Self {
        let (kpi, at) = (Text::from(&record.subject), Day(record.at));
        let (action, actor) = (kpi.clone(), record.actor.as_ref().map(Text::from));
        match record.entry {
            Entry::Value { amount, n, interval } => {
                let (low, high) = interval.map(|(low, high)| (Number(low), Number(high))).unzip();
                let n = n.map(Count);
                match amount {
                    Amount::Value(value) => {
                        Self::Value(ValueRecord { kpi, at, value: Number(value), n, low, high, actor })
                    }
                    Amount::Counts { numerator, denominator } => {
                        let (numerator, denominator) = (Number(numerator), Positive(denominator));
                        Self::Counts(CountsRecord { kpi, at, numerator, denominator, n, low, high, actor })
                    }
                }
            }
            Entry::Progress(progress) => {
                Self::Progress(ProgressRecord { action, at, progress: Fraction(progress), actor })
            }
            Entry::RemoveValue => Self::RemoveValue(RemoveValue { kpi, at, remove: true, actor }),
            Entry::RemoveProgress => Self::RemoveProgress(RemoveProgress { action, at, remove: true, actor }),
        }
    }
}
