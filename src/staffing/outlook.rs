//! What a number of agents leads to, and how many it would take.

use super::agents::{MOST_AGENTS, on_duty, on_roster};
use super::demand::Demand;
use super::erlang_a::erlang_a;
use super::erlang_c::erlang_c;

/// What a queue settles to.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Outlook {
    /// The share of callers who wait at all.
    pub waits: f64,
    /// The share of all callers who are answered within the time asked for.
    pub service_level: f64,
    /// The mean wait of all callers, in seconds.
    pub wait: f64,
    /// The share of their time that agents are busy.
    pub occupancy: f64,
    /// Those who hang up, where callers have a patience.
    pub lost: Option<Lost>,
}

/// What is known of callers with a patience.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Lost {
    /// The share who hang up.
    pub abandoned: f64,
    /// The mean wait of those who are answered, in seconds.
    pub wait_of_answered: f64,
}

/// Why there is no number.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Untold {
    /// As much comes in as the agents can do, or more: the queue has no end.
    Unstable,
    /// A number is not finite, or outside its range.
    NotANumber,
}

/// What is asked for.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Asked {
    /// What comes in.
    pub demand: Demand,
    /// Agents on the roster.
    pub agents: u32,
    /// The share of paid time that is not spent on calls, 0 to below 1.
    pub shrinkage: f64,
    /// The mean patience of a caller in seconds; without one all wait.
    pub patience: Option<f64>,
    /// The time T of the service level, in seconds.
    pub within: f64,
    /// What should be reached.
    pub wanted: Option<Wanted>,
}

/// What should be reached.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Wanted {
    /// The least service level, 0 to 1.
    pub service_level: f64,
    /// The highest occupancy, 0 to 1; 1 asks for nothing.
    pub occupancy: f64,
}

/// How many agents it takes.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Needed {
    /// Agents on duty.
    pub duty: u32,
    /// Agents on the roster, shrinkage counted.
    pub roster: u32,
    /// What they lead to.
    pub outlook: Outlook,
}

/// The answer.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Staffing {
    /// The load in erlangs.
    pub load: f64,
    /// Agents on duty at a time.
    pub duty: u32,
    /// What these lead to, or why there is no number.
    pub outlook: Result<Outlook, Untold>,
    /// The fewest agents that reach what is wanted; none where nothing is, or no number of agents does.
    pub needed: Option<Needed>,
}

/// What a number of agents leads to: by [`erlang_a`] where callers have a patience, else by [`erlang_c`].
///
/// # Errors
/// [`Untold::NotANumber`] where the demand is none.
///
/// ```
/// use throughline::staffing::{Asked, Demand, Wanted, staffing};
/// let found = staffing(&Asked {
///     demand: Demand { calls: 360.0, period: 1800.0, handling: 240.0 },
///     agents: 55, shrinkage: 0.0, patience: None, within: 15.0,
///     wanted: Some(Wanted { service_level: 0.8, occupancy: 1.0 }),
/// }).unwrap();
/// assert!((found.outlook.unwrap().service_level - 0.846).abs() < 5e-4);
/// assert_eq!(found.needed.unwrap().duty, 55);
/// ```
pub fn staffing(asked: &Asked) -> Result<Staffing, Untold> {
    let load = asked.demand.load().ok_or(Untold::NotANumber)?;
    let duty = on_duty(asked.agents, asked.shrinkage);
    let outlook = outlook(asked, load, duty);
    let needed = asked.wanted.and_then(|wanted| needed(asked, load, &wanted));
    Ok(Staffing { load, duty, outlook, needed })
}

fn outlook(asked: &Asked, load: f64, duty: u32) -> Result<Outlook, Untold> {
    let handling = asked.demand.handling;
    match asked.patience {
        Some(patience) => erlang_a(duty, load, handling, patience, asked.within),
        None => erlang_c(duty, load, handling, asked.within),
    }
}

/// The fewest agents that are enough; both the service level and the occupancy only get better with more.
fn needed(asked: &Asked, load: f64, wanted: &Wanted) -> Option<Needed> {
    let enough = |duty: u32| {
        let found = outlook(asked, load, duty).ok()?;
        let reached = found.service_level >= wanted.service_level && found.occupancy <= wanted.occupancy;
        reached.then_some(found)
    };
    let mut high = 1_u32;
    while enough(high).is_none() {
        high = high.checked_mul(2).filter(|next| *next <= MOST_AGENTS)?;
    }
    // What `high / 2` agents did not reach.
    let mut low = high / 2;
    while high - low > 1 {
        let middle = low + (high - low) / 2;
        if enough(middle).is_some() {
            high = middle;
        } else {
            low = middle;
        }
    }
    let outlook = enough(high)?;
    Some(Needed { duty: high, roster: on_roster(high, asked.shrinkage)?, outlook })
}
