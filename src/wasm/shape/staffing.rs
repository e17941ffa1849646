//! What a number of agents leads to, on its way out.

use super::shapes::shapes;
use crate::staffing;

shapes! {
    /// What a number of agents leads to, and how many it takes.
    Staffing {
        /// `erlang-c`, or `erlang-a` where callers have a patience.
        model: &'static str,
        /// The load in erlangs: how many agents are busy at a time if nobody ever waits.
        load: f64,
        /// Agents on duty at a time, shrinkage counted.
        duty: u32,
        /// What they lead to; absent where the queue would grow without end.
        #[serde(skip_serializing_if = "Option::is_none")]
        outlook: Option<StaffingOutlook>,
        /// Why there is no outlook: `unstable` where as much comes in as the agents can do, or more.
        #[serde(skip_serializing_if = "Option::is_none")]
        missing: Option<&'static str>,
        /// The fewest agents that reach what is wanted; absent where nothing is, or no number of agents does.
        #[serde(skip_serializing_if = "Option::is_none")]
        needed: Option<StaffingNeed>,
    }

    /// What a queue settles to.
    StaffingOutlook {
        /// The share of all calls that are answered within the time asked for, 0 to 1.
        service_level: f64,
        /// The mean wait in seconds of all callers, those who hang up included.
        wait: f64,
        /// The share of callers who wait at all, 0 to 1.
        waits: f64,
        /// The share of their time on duty that agents are busy, 0 to 1.
        occupancy: f64,
        /// The share of callers who hang up, 0 to 1; by Erlang A alone.
        #[serde(skip_serializing_if = "Option::is_none")]
        abandoned: Option<f64>,
        /// The mean wait in seconds of those who are answered; by Erlang A alone.
        #[serde(skip_serializing_if = "Option::is_none")]
        wait_of_answered: Option<f64>,
    }

    /// How many agents it takes.
    StaffingNeed {
        /// Agents on duty at a time.
        duty: u32,
        /// Agents on the roster, shrinkage counted.
        agents: u32,
        /// What they lead to.
        outlook: StaffingOutlook,
    }
}

impl Staffing {
    /// The answer to a question.
    #[must_use]
    pub fn of(found: &staffing::Staffing, asked: &staffing::Asked) -> Self {
        let outlook = found.outlook.as_ref();
        Self {
            model: if asked.patience.is_some() { "erlang-a" } else { "erlang-c" },
            load: found.load,
            duty: found.duty,
            outlook: outlook.ok().map(StaffingOutlook::from),
            missing: outlook.err().map(|untold| match untold {
                staffing::Untold::Unstable => "unstable",
                staffing::Untold::NotANumber => "not-a-number",
            }),
            needed: found.needed.map(|needed| StaffingNeed {
                duty: needed.duty,
                agents: needed.roster,
                outlook: StaffingOutlook::from(&needed.outlook),
            }),
        }
    }
}

impl From<&staffing::Outlook> for StaffingOutlook {
    fn from(found: &staffing::Outlook) -> Self {
        Self {
            service_level: found.service_level,
            wait: found.wait,
            waits: found.waits,
            occupancy: found.occupancy,
            abandoned: found.lost.map(|lost| lost.abandoned),
            wait_of_answered: found.lost.map(|lost| lost.wait_of_answered),
        }
    }
}
