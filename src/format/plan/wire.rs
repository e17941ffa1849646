//! The plan as JSON has it, version 1: what [`encode`](super::encode) writes and the published schema says.
//!
//! The comments on these types are the descriptions of the schema and of the TypeScript types.

use serde::{Serialize, Serializer};

use crate::calendar::Granularity;
use crate::format::calendar::Calendar;
use crate::format::json::scalar::{Count, Day, Fraction, Number, Positive, Text, Weight, Word};
use crate::format::segment::SegmentName;
use crate::format::wire::wire;
use crate::plan;

/// Counts that other measures tell, by name.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct CountsFrom(pub Vec<(String, CountSources)>);

/// Where a count is told: by one measure, or by several that are added up.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(untagged)]
pub enum CountSources {
    /// One measure.
    One(CountFrom),
    /// Several, such as the contacts of tickets, calls and chats; none of them twice.
    #[cfg_attr(feature = "schema", schemars(extend("minItems" = 1, "uniqueItems" = true)))]
    Several(Vec<CountFrom>),
}

impl CountsFrom {
    /// Whether there are none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

impl Serialize for CountsFrom {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_map(self.0.iter().map(|(name, from)| (name, from)))
    }
}

/// A node: the fields that goals, strategies and actions share, then its own.
macro_rules! node {
    ($($(#[$meta:meta])* $name:ident { $($(#[$field_meta:meta])* $field:ident: $type:ty,)* })+) => { wire! {$(
        $(#[$meta])*
        $name {
            /// Unique among nodes and KPIs.
            id: Text,
            /// Its short text.
            title: Text,
            /// Its long text.
            #[serde(skip_serializing_if = "Option::is_none")]
            description: Option<Text>,
            /// The id of its perspective: its band of the map.
            #[serde(skip_serializing_if = "Option::is_none")]
            perspective: Option<Text>,
            /// Who owns it.
            #[serde(skip_serializing_if = "Vec::is_empty")]
            owners: Vec<Ownership>,
            /// The first day.
            #[serde(skip_serializing_if = "Option::is_none")]
            start: Option<Day>,
            /// The last day.
            #[serde(skip_serializing_if = "Option::is_none")]
            due: Option<Day>,
            /// The nodes it serves. It may serve several; each then counts its share.
            #[serde(skip_serializing_if = "Vec::is_empty")]
            serves: Vec<Serves>,
            /// What measures it.
            #[serde(skip_serializing_if = "Vec::is_empty")]
            kpis: Vec<Kpi>,
            $($(#[$field_meta])* $field: $type,)*
        }
    )+}};
}

wire! {
    /// A customer-service plan: mission, goals, strategies, actions and their KPIs.
    Plan {
        /// The version of this format.
        version: Version,
        /// The title of the plan.
        title: Text,
        /// The period its KPIs are read by; `month` where absent.
        #[serde(skip_serializing_if = "Option::is_none")]
        period: Option<Word<Granularity>>,
        /// How weeks, quarters and years are cut; by ISO 8601 and from January where absent.
        #[serde(skip_serializing_if = "Option::is_none")]
        calendar: Option<Calendar>,
        /// What the plan chooses.
        #[serde(skip_serializing_if = "Option::is_none")]
        settings: Option<Settings>,
        /// Everybody who owns something.
        #[serde(skip_serializing_if = "Vec::is_empty")]
        owners: Vec<Owner>,
        /// The bands of the map, top first.
        #[serde(skip_serializing_if = "Vec::is_empty")]
        perspectives: Vec<Perspective>,
        /// The mission of the whole company; the service mission supports it by itself.
        #[serde(skip_serializing_if = "Option::is_none")]
        company_mission: Option<CompanyMission>,
        /// The mission of the service: the root of the plan.
        mission: Mission,
        /// Where the service wants to be.
        #[serde(skip_serializing_if = "Option::is_none")]
        vision: Option<Vision>,
        /// Outcomes to reach.
        #[serde(skip_serializing_if = "Vec::is_empty")]
        goals: Vec<Goal>,
        /// Plans of attack for goals.
        #[serde(skip_serializing_if = "Vec::is_empty")]
        strategies: Vec<Strategy>,
        /// What is done.
        #[serde(skip_serializing_if = "Vec::is_empty")]
        actions: Vec<Action>,
        /// Causes and effects, apart from the hierarchy.
        #[serde(skip_serializing_if = "Vec::is_empty")]
        drives: Vec<Drive>,
    }

    /// What a plan chooses.
    Settings {
        /// Where the colours change; 0.9 and 0.7 where absent.
        #[serde(skip_serializing_if = "Option::is_none")]
        bands: Option<Bands>,
        /// The coverage a node needs to be on track; 0.8 where absent.
        #[serde(skip_serializing_if = "Option::is_none")]
        coverage_needed: Option<Fraction>,
        /// What a missing contributor does to its parent's score; `ignore` where absent.
        #[serde(skip_serializing_if = "Option::is_none")]
        missing: Option<Word<plan::Missing>>,
        /// What a stale value does; `leave` (the score) where absent.
        #[serde(skip_serializing_if = "Option::is_none")]
        stale: Option<Word<plan::Stale>>,
        /// How contributors make a score; `mean` where absent.
        #[serde(skip_serializing_if = "Option::is_none")]
        roll_up: Option<Word<plan::RollUp>>,
        /// The weights of the alignment index.
        #[serde(skip_serializing_if = "Option::is_none")]
        index_weights: Option<IndexWeights>,
        /// Findings switched off.
        #[serde(skip_serializing_if = "Vec::is_empty")]
        off: Vec<SwitchedOff>,
    }

    /// Where the colours change, on pace or score.
    Bands {
        /// On track from here up.
        on_track: Fraction,
        /// At risk from here up, off track below; at most `onTrack`.
        at_risk: Fraction,
    }

    /// The weights of the alignment index.
    IndexWeights {
        /// Nodes with a path to the mission; 0.3 where absent.
        #[serde(rename = "AL-V", skip_serializing_if = "Option::is_none")]
        vertical: Option<Weight>,
        /// Goals with a strategy and an action beneath; 0.2 where absent.
        #[serde(rename = "AL-C", skip_serializing_if = "Option::is_none")]
        coverage_below: Option<Weight>,
        /// Goals and strategies with a KPI in their subtree; 0.25 where absent.
        #[serde(rename = "AL-M", skip_serializing_if = "Option::is_none")]
        measured: Option<Weight>,
        /// Nodes with exactly one accountable owner; 0.15 where absent.
        #[serde(rename = "AL-OWN", skip_serializing_if = "Option::is_none")]
        owned: Option<Weight>,
        /// Links whose child's dates lie inside the parent's; 0.1 where absent.
        #[serde(rename = "AL-T", skip_serializing_if = "Option::is_none")]
        in_time: Option<Weight>,
    }

    /// A finding switched off.
    SwitchedOff {
        /// Which rule.
        finding: Word<plan::FindingId>,
        /// The id of the node or KPI; everywhere where absent.
        #[serde(skip_serializing_if = "Option::is_none")]
        node: Option<Text>,
        /// Why.
        reason: Text,
    }

    /// Someone who owns nodes or KPIs.
    Owner {
        /// Unique among owners.
        id: Text,
        /// As shown.
        name: Text,
        /// The owner's team.
        #[serde(skip_serializing_if = "Option::is_none")]
        team: Option<Text>,
        /// Whether the owner is outside the service team; `false` where absent.
        #[serde(skip_serializing_if = "std::ops::Not::not")]
        outside: bool,
    }

    /// A band of the map.
    Perspective {
        /// Unique among perspectives.
        id: Text,
        /// As shown.
        title: Text,
    }

    /// An owner's part in a node.
    Ownership {
        /// The id of the owner.
        owner: Text,
        /// Whether this owner answers for the node; `true` where absent.
        #[serde(skip_serializing_if = "Option::is_none")]
        accountable: Option<bool>,
        /// How far an owner outside the team stands by it.
        #[serde(skip_serializing_if = "Option::is_none")]
        commitment: Option<Word<plan::Commitment>>,
    }

    /// A "serves" link, from the node it stands in to its parent.
    Serves {
        /// The id of the node served.
        to: Text,
        /// The weight in the parent; 1 where absent. With 0 the link only "supports".
        #[serde(skip_serializing_if = "Option::is_none")]
        weight: Option<Weight>,
        /// The share of this node that counts in this parent; 1 ÷ the number of its parents where absent.
        #[serde(skip_serializing_if = "Option::is_none")]
        share: Option<Fraction>,
        /// A remark.
        #[serde(skip_serializing_if = "Option::is_none")]
        note: Option<Text>,
    }

    /// A "drives" link: cause to effect, never in a roll-up.
    Drive {
        /// The id of the cause: a node or KPI.
        from: Text,
        /// The id of the effect: a node or KPI.
        to: Text,
        /// The sign; `raises` where absent.
        #[serde(skip_serializing_if = "Option::is_none")]
        effect: Option<Word<plan::Effect>>,
        /// Periods from cause to effect.
        #[serde(skip_serializing_if = "Option::is_none")]
        lag: Option<u32>,
        /// Why one believes it.
        #[serde(skip_serializing_if = "Option::is_none")]
        note: Option<Text>,
    }

    /// The mission of the whole company.
    CompanyMission {
        /// Unique among nodes and KPIs.
        id: Text,
        /// Its short text.
        title: Text,
        /// Its long text.
        #[serde(skip_serializing_if = "Option::is_none")]
        description: Option<Text>,
    }

    /// Where the service wants to be.
    Vision {
        /// Unique among nodes and KPIs.
        id: Text,
        /// Its short text.
        title: Text,
        /// Its long text.
        #[serde(skip_serializing_if = "Option::is_none")]
        description: Option<Text>,
    }

    /// The mission of the service.
    Mission {
        /// Unique among nodes and KPIs.
        id: Text,
        /// Its short text.
        title: Text,
        /// Its long text.
        #[serde(skip_serializing_if = "Option::is_none")]
        description: Option<Text>,
        /// How it pulls against the company mission, in words.
        #[serde(skip_serializing_if = "Option::is_none")]
        tension: Option<Text>,
        /// Who owns it.
        #[serde(skip_serializing_if = "Vec::is_empty")]
        owners: Vec<Ownership>,
        /// The first day.
        #[serde(skip_serializing_if = "Option::is_none")]
        start: Option<Day>,
        /// The last day.
        #[serde(skip_serializing_if = "Option::is_none")]
        due: Option<Day>,
        /// What measures it.
        #[serde(skip_serializing_if = "Vec::is_empty")]
        kpis: Vec<Kpi>,
    }
}

node! {
    /// An outcome to reach; serves the mission or a goal.
    Goal {
        /// Whom it is for.
        #[serde(skip_serializing_if = "Option::is_none")]
        audience: Option<Word<plan::Audience>>,
    }

    /// A plan of attack; serves a goal, a strategy or the mission.
    Strategy {}

    /// What is done; serves a strategy, a goal, an action or the mission.
    Action {
        /// The kind of work; `other` where absent.
        #[serde(skip_serializing_if = "Option::is_none")]
        kind: Option<Word<plan::ActionKind>>,
        /// Its size, in any unit that all actions share; 1 where absent.
        #[serde(skip_serializing_if = "Option::is_none")]
        effort: Option<Weight>,
        /// How much is done; absent where nobody said, which is not 0.
        #[serde(skip_serializing_if = "Option::is_none")]
        progress: Option<Fraction>,
        /// The ids of the KPIs it should move.
        #[serde(skip_serializing_if = "Vec::is_empty")]
        should_move: Vec<Text>,
    }
}

wire! {
    /// A measured quantity.
    Kpi {
        /// Unique among nodes and KPIs.
        id: Text,
        /// Its short text.
        title: Text,
        /// Its long text.
        #[serde(skip_serializing_if = "Option::is_none")]
        description: Option<Text>,
        /// The unit of value, baseline and target: `%`, `h`, `min`, `s`, `d`, `points` or any other.
        #[serde(skip_serializing_if = "Option::is_none")]
        unit: Option<Text>,
        /// Which way is better. Needed without a baseline; else it follows from baseline and target.
        #[serde(skip_serializing_if = "Option::is_none")]
        direction: Option<Word<plan::Direction>>,
        /// Where it started.
        #[serde(skip_serializing_if = "Option::is_none")]
        baseline: Option<Number>,
        /// Where it should be.
        #[serde(skip_serializing_if = "Option::is_none")]
        target: Option<Number>,
        /// What others reach: a comparison, never a target.
        #[serde(skip_serializing_if = "Option::is_none")]
        benchmark: Option<Benchmark>,
        /// The first day; the node's where absent.
        #[serde(skip_serializing_if = "Option::is_none")]
        start: Option<Day>,
        /// The target date; the node's where absent.
        #[serde(skip_serializing_if = "Option::is_none")]
        due: Option<Day>,
        /// The weight in its node; 1 where absent.
        #[serde(skip_serializing_if = "Option::is_none")]
        weight: Option<Weight>,
        /// The id of the owner to ask for it.
        #[serde(skip_serializing_if = "Option::is_none")]
        owner: Option<Text>,
        /// The id of the KPI to watch beside it, where this one does harm when chased alone.
        #[serde(skip_serializing_if = "Option::is_none")]
        guard: Option<Text>,
        /// How often a value is due; one without it never goes stale.
        #[serde(skip_serializing_if = "Option::is_none")]
        interval: Option<Word<Granularity>>,
        /// Whether it moves before the outcome or with it.
        #[serde(skip_serializing_if = "Option::is_none")]
        lead: Option<Word<plan::Lead>>,
        /// How its value becomes a score; `linear` where absent.
        #[serde(skip_serializing_if = "Option::is_none")]
        score: Option<ScoreFunction>,
        /// How its progress is expected to run; `even` where absent.
        #[serde(skip_serializing_if = "Option::is_none")]
        expected: Option<Expected>,
        /// Bands of its own; the plan's where absent.
        #[serde(skip_serializing_if = "Option::is_none")]
        bands: Option<Bands>,
        /// Which periods its value covers; the last complete one where absent.
        #[serde(skip_serializing_if = "Option::is_none")]
        window: Option<ValueWindow>,
        /// How several typed values make one; `last` where absent.
        #[serde(skip_serializing_if = "Option::is_none")]
        aggregate: Option<Word<plan::Aggregate>>,
        /// Where in the data it is read.
        #[serde(skip_serializing_if = "Option::is_none")]
        measure: Option<Reading>,
        /// Values typed in, one a day at most.
        #[serde(skip_serializing_if = "Vec::is_empty")]
        values: Vec<TypedValue>,
    }

    /// What others reach.
    Benchmark {
        /// The figure, in the KPI's unit.
        value: Number,
        /// Who published it.
        source: Text,
        /// When.
        date: Day,
    }

    /// The progress expected at a day.
    Milestone {
        /// The day.
        date: Day,
        /// The progress, from 0 (the baseline) to 1 (the target).
        progress: Fraction,
    }

    /// Where in the data a KPI is read.
    Reading {
        /// The id of the source.
        source: Text,
        /// The id of the measure in the source.
        measure: Text,
        /// The named definition, such as `median` or `p90`.
        variant: VariantName,
        /// One segment: a value of the source's first dimension, or values by dimension; all where absent.
        #[serde(skip_serializing_if = "Option::is_none")]
        segment: Option<SegmentName>,
        /// Counts of the formula that another table tells, by the name that the formula has for them: the `customers` of a
        /// contact rate. What the measure itself counts by that name is added to; several tables may tell of one.
        #[serde(skip_serializing_if = "CountsFrom::is_empty")]
        #[cfg_attr(feature = "schema", schemars(with = "std::collections::BTreeMap<String, CountSources>"))]
        counts: CountsFrom,
    }

    /// A count that another measure tells.
    CountFrom {
        /// The id of the other source.
        source: Text,
        /// The id of the measure there.
        measure: Text,
        /// Which count of that measure: one of its names, `numerator`, `denominator`, or `n`, all that it counts.
        count: Text,
    }

    /// A value as it is.
    #[cfg_attr(feature = "schema", schemars(extend("dependentRequired" = {"low": ["high"], "high": ["low"]})))]
    PlainValue {
        /// The day it was true: the end of its period.
        at: Day,
        /// The value, in the KPI's unit.
        value: Number,
        /// How many answers or cases stand behind it.
        #[serde(skip_serializing_if = "Option::is_none")]
        n: Option<Count>,
        /// The lower end of its interval.
        #[serde(skip_serializing_if = "Option::is_none")]
        low: Option<Number>,
        /// The upper end of its interval.
        #[serde(skip_serializing_if = "Option::is_none")]
        high: Option<Number>,
    }

    /// A value as counts: 100 · numerator ÷ denominator.
    #[cfg_attr(feature = "schema", schemars(extend("dependentRequired" = {"low": ["high"], "high": ["low"]})))]
    CountedValue {
        /// The day it was true: the end of its period.
        at: Day,
        /// Those that count.
        numerator: Number,
        /// All of them.
        denominator: Positive,
        /// How many answers or cases stand behind it.
        #[serde(skip_serializing_if = "Option::is_none")]
        n: Option<Count>,
        /// The lower end of its interval.
        #[serde(skip_serializing_if = "Option::is_none")]
        low: Option<Number>,
        /// The upper end of its interval.
        #[serde(skip_serializing_if = "Option::is_none")]
        high: Option<Number>,
    }
}

/// A value typed in, as it is or as counts.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(untagged)]
pub enum TypedValue {
    /// As it is.
    Plain(PlainValue),
    /// As counts.
    Counted(CountedValue),
}

/// How a value becomes a score from 0 to 1.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(tag = "function", rename_all = "kebab-case", deny_unknown_fields)]
pub enum ScoreFunction {
    /// The progress from baseline to target.
    Linear {},
    /// The place between two bounds; `direction` says which end is good.
    MinMax {
        /// The lower bound.
        low: Number,
        /// The upper bound.
        high: Number,
    },
    /// 1 from `low` to `high`, linear to 0 at `low0` and `high0`.
    Range {
        /// 0 from here down.
        low0: Number,
        /// 1 from here up.
        low: Number,
        /// 1 up to here.
        high: Number,
        /// 0 from here up.
        high0: Number,
    },
}

/// How progress is expected to run from start to due.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(tag = "course", rename_all = "kebab-case", deny_unknown_fields)]
pub enum Expected {
    /// Evenly, day by day.
    Even {},
    /// Linear between points.
    Milestones {
        /// The points, one a day at most.
        #[cfg_attr(feature = "schema", schemars(length(min = 1)))]
        points: Vec<Milestone>,
    },
    /// Nothing new until each point.
    Steps {
        /// The points, one a day at most.
        #[cfg_attr(feature = "schema", schemars(length(min = 1)))]
        points: Vec<Milestone>,
    },
}

/// Which periods a KPI's value covers.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum ValueWindow {
    /// Everything there is.
    All,
    /// So many complete periods.
    Last(#[cfg_attr(feature = "schema", schemars(range(min = 1)))] u32),
}

/// The version of the format: 1.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Version;

impl Version {
    /// The one version there is.
    pub const SUPPORTED: u32 = 1;
}

impl Serialize for Version {
    fn serialize<S: serde::Serializer>(&self, out: S) -> Result<S::Ok, S::Error> {
        out.serialize_u32(Self::SUPPORTED)
    }
}

/// The name of a variant.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct VariantName(pub String);

#[cfg(feature = "schema")]
mod schema {
    use std::borrow::Cow;

    use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};

    use super::{VariantName, Version};
    use crate::plan::Variant;

    impl JsonSchema for Version {
        fn inline_schema() -> bool {
            true
        }

        fn schema_name() -> Cow<'static, str> {
            "Version".into()
        }

        fn json_schema(_: &mut SchemaGenerator) -> Schema {
            json_schema!({ "const": Self::SUPPORTED })
        }
    }

    impl JsonSchema for VariantName {
        fn schema_name() -> Cow<'static, str> {
            "Variant".into()
        }

        fn json_schema(_: &mut SchemaGenerator) -> Schema {
            json_schema!({
                "description": "A named definition; any percentile is written like p90, p99.5 or p90-nearest-rank.",
                "anyOf": [
                    { "type": "string", "enum": Variant::NAMES },
                    { "type": "string",
                      "pattern": r"^p(?!0{1,2}(\.0{1,3})?(-|$))[0-9]{1,2}(\.[0-9]{1,3})?(-nearest-rank)?$" }
                ]
            })
        }
    }
}
