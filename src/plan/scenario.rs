//! What if: changes to suppose, which never touch the plan they are about (N17).

use super::names::named;
use crate::error::Pointer;
use crate::staffing::Asked;

/// A named list of changes to suppose, all at once.
#[derive(Clone, Debug, PartialEq, Default)]
pub struct Scenario {
    /// What it is called.
    pub name: String,
    /// What it supposes, in order; of two about the same number the later holds.
    pub changes: Vec<Supposed>,
}

/// One change and where it was written.
#[derive(Clone, Debug, PartialEq)]
pub struct Supposed {
    /// Where it stands in the scenario's JSON.
    pub at: Pointer,
    /// What is supposed.
    pub what: Supposition,
}

/// What is supposed of one thing; numbers left out stay as they are.
#[derive(Clone, Debug, PartialEq)]
pub enum Supposition {
    /// Other numbers of a KPI.
    Kpi {
        /// Its id.
        kpi: String,
        /// The value it would stand at.
        value: Option<f64>,
        /// Where it started.
        baseline: Option<f64>,
        /// Where it should be.
        target: Option<f64>,
        /// Its weight in its node.
        weight: Option<f64>,
    },
    /// Another weight or share of a "serves" link.
    Link {
        /// The id of the child.
        from: String,
        /// The id of the parent.
        to: String,
        /// The weight of the link.
        weight: Option<f64>,
        /// The share of the child that counts there.
        share: Option<f64>,
    },
    /// Another course of an action.
    Node {
        /// Its id.
        node: String,
        /// How much of it would be done, 0 to 1.
        progress: Option<f64>,
        /// What it would take.
        effort: Option<f64>,
    },
    /// Another staffing, and which KPIs it would move.
    Staffing {
        /// What would come in and who would be there.
        asked: Asked,
        /// The KPIs that it says something of.
        sets: Vec<(StaffingFigure, String)>,
    },
}

named! {
    /// What a staffing says of a queue.
    StaffingFigure {
        /// The share of callers answered within the time asked for.
        ServiceLevel = "serviceLevel",
        /// The mean wait of all callers: the average speed of answer where nobody hangs up.
        Wait = "wait",
        /// The share of their time that agents are busy.
        Occupancy = "occupancy",
        /// The share of callers who hang up; only where they have a patience.
        Abandoned = "abandoned",
    }
}
