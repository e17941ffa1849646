//! The nodes of the chain from mission to action, their owners and their links.

use super::names::named;
use super::{KpiIx, Missing, NodeIx, Override, OwnerIx, PerspectiveIx, RollUp, Subject};
use crate::calendar::{Date, Granularity};
use crate::error::Pointer;

named! {
    /// What a node is: where it stands in the chain.
    NodeKind {
        /// The mission of the whole company, above the service's.
        CompanyMission = "company-mission",
        /// The mission of the service: the root of the roll-up.
        Mission = "mission",
        /// Where the service wants to be; beside the tree, never scored.
        Vision = "vision",
        /// An outcome to reach.
        Goal = "goal",
        /// The plan of attack for a goal.
        Strategy = "strategy",
        /// What is done.
        Action = "action",
    }
}

impl NodeKind {
    /// Whether a node of this kind may serve one of `parent`'s kind.
    #[must_use]
    pub const fn may_serve(self, parent: Self) -> bool {
        matches!(
            (self, parent),
            (Self::Mission, Self::CompanyMission)
                | (Self::Goal, Self::Mission | Self::Goal)
                | (Self::Strategy, Self::Mission | Self::Goal | Self::Strategy)
                | (Self::Action, Self::Mission | Self::Goal | Self::Strategy | Self::Action)
        )
    }
}

named! {
    /// Whom a goal is for.
    Audience {
        /// Customers of the service.
        Customer = "customer",
        /// The team and the company.
        Internal = "internal",
    }
}

named! {
    /// What kind of work an action is.
    ActionKind {
        /// Teaching people.
        Training = "training",
        /// Finding people.
        Hiring = "hiring",
        /// Thanking people.
        Recognition = "recognition",
        /// Articles, answers, guides.
        Knowledge = "knowledge",
        /// Tools and systems.
        Technology = "technology",
        /// The way work is done.
        Process = "process",
        /// Anything else.
        Other = "other",
    }
}

named! {
    /// How far an owner outside the team stands by what was asked.
    Commitment {
        /// Asked for, not yet answered.
        Asked = "asked",
        /// Agreed to.
        Agreed = "agreed",
        /// Done as agreed.
        Delivered = "delivered",
    }
}

named! {
    /// The sign of a cause's effect.
    Effect {
        /// More of the cause, more of the effect.
        Raises = "raises",
        /// More of the cause, less of the effect.
        Lowers = "lowers",
    }
}

/// A node of the plan.
#[derive(Debug, Clone, PartialEq)]
pub struct Node {
    /// Unique among nodes and KPIs.
    pub id: String,
    /// Where it stands in the chain.
    pub kind: NodeKind,
    /// Its short text.
    pub title: String,
    /// Its long text.
    pub description: Option<String>,
    /// Whom a goal is for.
    pub audience: Option<Audience>,
    /// Its band of the map.
    pub perspective: Option<PerspectiveIx>,
    /// Who owns it, accountable or not.
    pub owners: Vec<Ownership>,
    /// The first day.
    pub start: Option<Date>,
    /// The last day, never before `start`.
    pub due: Option<Date>,
    /// What only an action has; present exactly where `kind` is [`NodeKind::Action`].
    pub action: Option<ActionFacts>,
    /// How its contributors make its score; else as the plan chose.
    pub roll_up: Option<RollUp>,
    /// What a missing contributor does to its score; else as the plan chose.
    pub missing: Option<Missing>,
    /// What somebody set by hand.
    pub overruled: Option<Box<Override>>,
    /// The place of its cycle in the plan's list; of a goal that is an objective.
    pub cycle: Option<u32>,
    /// How often a check-in is due; else as the plan says.
    pub check_ins: Option<Granularity>,
    /// How the service mission pulls against the company's, in words; the mission alone has one.
    pub tension: Option<String>,
    /// Where the node stands in its JSON.
    pub pointer: Pointer,
}

/// The share of an owner in a node.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Ownership {
    /// Who.
    pub owner: OwnerIx,
    /// Whether this owner answers for the node.
    pub accountable: bool,
    /// How far an owner outside the team stands by it.
    pub commitment: Option<Commitment>,
}

/// Someone who owns nodes or KPIs.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Owner {
    /// Unique among owners.
    pub id: String,
    /// As shown.
    pub name: String,
    /// The owner's team.
    pub team: Option<String>,
    /// Whether the owner is outside the service team.
    pub outside: bool,
}

/// A band of the map.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Perspective {
    /// Unique among perspectives.
    pub id: String,
    /// As shown.
    pub title: String,
}

/// What only an action has.
#[derive(Debug, Clone, PartialEq)]
pub struct ActionFacts {
    /// The kind of work.
    pub kind: ActionKind,
    /// Its size in any unit, the same for all actions; 1 where the plan says nothing, never negative.
    pub effort: f64,
    /// Whether the plan says so.
    pub weighed: bool,
    /// How much is done, 0 to 1; none where nobody said, which is not 0.
    pub progress: Option<f64>,
    /// The KPIs it should move.
    pub should_move: Vec<KpiIx>,
    /// Periods from its end until those KPIs are expected to show it; 0 where the plan says nothing.
    pub lag: u32,
}

/// A "serves" link: the hierarchy, from child to parent.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Serves {
    /// The one that serves.
    pub child: NodeIx,
    /// The one served.
    pub parent: NodeIx,
    /// The weight w, finite and not negative; 0 makes a "supports" link.
    pub weight: f64,
    /// The share σ of the child that counts here, 0 to 1: as given, else 1 ÷ the number of its parents
    /// with a weight; 0 for a "supports" link without one.
    pub share: f64,
}

impl Serves {
    /// The effective weight w·σ, before the parent normalises.
    #[must_use]
    pub fn effective(&self) -> f64 {
        self.weight * self.share
    }

    /// Whether it is a "supports" link: a path to the mission that carries no score.
    #[must_use]
    pub fn supports(&self) -> bool {
        self.weight <= 0.0
    }
}

/// A "drives" link: cause to effect, never in a roll-up; may run in circles.
#[derive(Debug, Clone, PartialEq)]
pub struct Drive {
    /// The cause.
    pub from: Subject,
    /// The effect.
    pub to: Subject,
    /// The sign.
    pub effect: Effect,
    /// Periods from cause to effect, where the plan says so.
    pub lag: Option<u32>,
    /// Why one believes it.
    pub note: Option<String>,
}
