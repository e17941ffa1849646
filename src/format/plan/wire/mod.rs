//! The plan as JSON has it, version 1: what [`encode`](super::encode) writes and the published schema says.
//!
//! The comments on these types are the descriptions of the schema and of the TypeScript types.

mod course;
mod journey;
mod kpi;
mod measure;
mod node;
mod rhythm;
mod score;
mod settings;

use serde::Serialize;

pub use course::{Expected, Milestone};
pub use journey::{JourneyStage, KpiRating, Need, PainPoint, Rating, RatingValue, Touchpoint, TypedRating};
pub use kpi::{Benchmark, Kpi};
pub use measure::{
    CountFrom, CountSources, CountedValue, CountsFrom, PlainValue, Reading, TypedValue, ValueWindow,
    VariantName,
};
pub use node::{
    Action, CompanyMission, Drive, Goal, Mission, Owner, Ownership, Perspective, Serves, Strategy, Vision,
};
pub use rhythm::{OkrCycle, Reviews};
pub use score::{Against, OrdinalStep, Otherwise, Override, ScoreFunction, ScorePoint, ThresholdRule};
pub use settings::{Bands, IndexWeights, Settings, SwitchedOff};

use crate::calendar::Granularity;
use crate::format::calendar::Calendar;
use crate::format::json::scalar::{Text, Word};
use crate::format::wire::wire;

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
        /// The customers' way through the service, stage by stage.
        #[serde(skip_serializing_if = "Vec::is_empty")]
        journey: Vec<JourneyStage>,
        /// What customers need.
        #[serde(skip_serializing_if = "Vec::is_empty")]
        needs: Vec<Need>,
        /// The cycles that objectives are set for, such as quarters.
        #[serde(skip_serializing_if = "Vec::is_empty")]
        cycles: Vec<OkrCycle>,
        /// How often a check-in on each goal, strategy and action is due; never where absent.
        #[serde(skip_serializing_if = "Option::is_none")]
        check_ins: Option<Word<Granularity>>,
        /// How often the plan is reviewed.
        #[serde(skip_serializing_if = "Option::is_none")]
        reviews: Option<Reviews>,
    }
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

#[cfg(feature = "schema")]
mod schema {
    use std::borrow::Cow;

    use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};

    use super::Version;

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
}
