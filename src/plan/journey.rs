//! The way of a customer through the service, and what customers need on it (P13).
//!
//! What stands for something else is an id with its place (a [`Reference`]) while a plan is a draft, and a handle when it was
//! checked.

use super::{KpiIx, NodeIx, Reference};
use crate::calendar::Date;
use crate::error::Pointer;

/// Stages of the journey, and needs; in a draft of a plan with references in place of handles.
#[derive(Debug, Clone, PartialEq)]
pub struct Journey<K = KpiIx, N = NodeIx, A = Spot> {
    /// The stages, in the order a customer passes them.
    pub stages: Vec<Stage<K, N>>,
    /// What customers need.
    pub needs: Vec<Need<K, N, A>>,
}

impl Journey {
    /// The id of a stage or touchpoint.
    #[must_use]
    pub fn id_of(&self, spot: Spot) -> Option<&str> {
        let stage = self.stages.get(spot.stage)?;
        match spot.touchpoint {
            None => Some(&stage.id),
            Some(at) => stage.touchpoints.get(at).map(|touchpoint| touchpoint.id.as_str()),
        }
    }
}

/// A journey as written.
pub type DraftJourney = Journey<Reference, Reference, Reference>;

/// A stage of the journey.
#[derive(Debug, Clone, PartialEq)]
pub struct Stage<K = KpiIx, N = NodeIx> {
    /// Where it stands in its JSON.
    pub pointer: Pointer,
    /// Unique among stages and touchpoints.
    pub id: String,
    /// Its short text.
    pub title: String,
    /// Where customers meet the service in it.
    pub touchpoints: Vec<Touchpoint<K, N>>,
}

/// A place where customers meet the service.
#[derive(Debug, Clone, PartialEq)]
pub struct Touchpoint<K = KpiIx, N = NodeIx> {
    /// Where it stands in its JSON.
    pub pointer: Pointer,
    /// Unique among stages and touchpoints.
    pub id: String,
    /// Its short text.
    pub title: String,
    /// The channel, by its name in the data or any other.
    pub channel: Option<String>,
    /// Whether it makes or breaks the whole: a moment of truth.
    pub moment: bool,
    /// What measures it.
    pub kpis: Vec<K>,
    /// What hurts there.
    pub pains: Vec<Pain<N>>,
}

/// What hurts at a touchpoint.
#[derive(Debug, Clone, PartialEq)]
pub struct Pain<N = NodeIx> {
    /// Where it stands in its JSON.
    pub pointer: Pointer,
    /// Unique among pain points.
    pub id: String,
    /// Its short text.
    pub title: String,
    /// What is done about it.
    pub served_by: Vec<N>,
}

/// What customers need.
#[derive(Debug, Clone, PartialEq)]
pub struct Need<K = KpiIx, N = NodeIx, A = Spot> {
    /// Where it stands in its JSON.
    pub pointer: Pointer,
    /// Unique among needs.
    pub id: String,
    /// Its short text.
    pub title: String,
    /// The stage or touchpoint it is felt at.
    pub at: Option<A>,
    /// The goals, strategies and actions that serve it.
    pub served_by: Vec<N>,
    /// How much it matters to customers.
    pub importance: Option<Rating<K>>,
    /// How well it is met.
    pub satisfaction: Option<Rating<K>>,
}

/// A stage, or a touchpoint in it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Spot {
    /// The place of the stage among the stages.
    pub stage: usize,
    /// The place of the touchpoint in it.
    pub touchpoint: Option<usize>,
}

/// A rating over time, on a scale of its own.
#[derive(Debug, Clone, PartialEq)]
pub struct Rating<K = KpiIx> {
    /// Where it stands in its JSON.
    pub pointer: Pointer,
    /// The value that is 0 on the common scale.
    pub zero: f64,
    /// The value that is 1 on it; never the same.
    pub one: f64,
    /// Where its values are.
    pub from: Rated<K>,
}

/// Where the values of a rating are.
#[derive(Debug, Clone, PartialEq)]
pub enum Rated<K = KpiIx> {
    /// They are those of a KPI.
    Kpi(K),
    /// Typed in; checked: in order of time, one a day at most.
    Typed(Vec<Answer>),
}

/// The mean of a survey on a day.
#[derive(Debug, Clone, PartialEq)]
pub struct Answer {
    /// Where it stands in its JSON; checked: in order of time.
    pub pointer: Pointer,
    /// The day.
    pub at: Date,
    /// The mean.
    pub value: f64,
    /// How many answered.
    pub n: Option<u64>,
    /// The standard deviation of the answers.
    pub deviation: Option<f64>,
    /// Half the width of its 95 % interval, as it was published.
    pub margin: Option<f64>,
}
