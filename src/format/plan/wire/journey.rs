//! The way of a customer through the service, and what customers need on it.

use serde::Serialize;

use crate::format::json::scalar::{Count, Day, Number, Text, Weight};
use crate::format::wire::wire;

wire! {
    /// A stage of the customers' journey.
    JourneyStage {
        /// Unique among stages and touchpoints.
        id: Text,
        /// Its short text.
        title: Text,
        /// Where customers meet the service in it.
        #[serde(skip_serializing_if = "Vec::is_empty")]
        touchpoints: Vec<Touchpoint>,
    }

    /// A place where customers meet the service.
    Touchpoint {
        /// Unique among stages and touchpoints.
        id: Text,
        /// Its short text.
        title: Text,
        /// The channel, by its name in the data or any other.
        #[serde(skip_serializing_if = "Option::is_none")]
        channel: Option<Text>,
        /// Whether it makes or breaks the whole; `false` where absent.
        #[serde(skip_serializing_if = "std::ops::Not::not")]
        moment_of_truth: bool,
        /// The ids of the KPIs that measure it.
        #[serde(skip_serializing_if = "Vec::is_empty")]
        kpis: Vec<Text>,
        /// What hurts there.
        #[serde(skip_serializing_if = "Vec::is_empty")]
        pains: Vec<PainPoint>,
    }

    /// What hurts at a touchpoint.
    PainPoint {
        /// Unique among pain points.
        id: Text,
        /// Its short text.
        title: Text,
        /// The ids of the goals, strategies and actions that do something about it.
        #[serde(skip_serializing_if = "Vec::is_empty")]
        served_by: Vec<Text>,
    }

    /// What customers need.
    Need {
        /// Unique among needs.
        id: Text,
        /// Its short text.
        title: Text,
        /// The id of the stage or touchpoint it is felt at.
        #[serde(skip_serializing_if = "Option::is_none")]
        at: Option<Text>,
        /// The ids of the goals, strategies and actions that serve it.
        #[serde(skip_serializing_if = "Vec::is_empty")]
        served_by: Vec<Text>,
        /// How much it matters to customers.
        #[serde(skip_serializing_if = "Option::is_none")]
        importance: Option<Rating>,
        /// How well it is met.
        #[serde(skip_serializing_if = "Option::is_none")]
        satisfaction: Option<Rating>,
    }

    /// A rating whose values are those of a KPI.
    KpiRating {
        /// The id of the KPI.
        kpi: Text,
        /// The value that is 0 on the common scale; 0 where absent.
        #[serde(skip_serializing_if = "Option::is_none")]
        zero: Option<Number>,
        /// The value that is 1 on it; 100 where absent. Below `zero` where less is better.
        #[serde(skip_serializing_if = "Option::is_none")]
        one: Option<Number>,
    }

    /// A rating whose values are typed in.
    TypedRating {
        /// The value that is 0 on the common scale: the lowest answer there is.
        zero: Number,
        /// The value that is 1 on it: the highest answer there is.
        one: Number,
        /// Means of surveys, one a day at most.
        values: Vec<RatingValue>,
    }

    /// The mean of a survey on a day.
    #[cfg_attr(feature = "schema", schemars(extend("not" = {"required": ["sd", "margin"]})))]
    RatingValue {
        /// The day.
        at: Day,
        /// The mean answer, on the scale of the rating.
        value: Number,
        /// How many answered.
        #[serde(skip_serializing_if = "Option::is_none")]
        n: Option<Count>,
        /// The standard deviation of the answers.
        #[serde(skip_serializing_if = "Option::is_none")]
        sd: Option<Weight>,
        /// Half the width of the 95 % interval, where that is what was published.
        #[serde(skip_serializing_if = "Option::is_none")]
        margin: Option<Weight>,
    }
}

/// How much a need matters, or how well it is met.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(untagged)]
pub enum Rating {
    /// As a KPI has it.
    Kpi(KpiRating),
    /// Typed in.
    Typed(TypedRating),
}
