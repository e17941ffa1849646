//! The nodes of a plan, who owns them, and how they hang together.

use super::{Kpi, Override};
use crate::calendar::Granularity;
use crate::format::json::scalar::{Day, Fraction, Text, Weight, Word};
use crate::format::wire::wire;
use crate::plan;

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
            /// How its contributors make its score; as the settings say where absent.
            #[serde(skip_serializing_if = "Option::is_none")]
            roll_up: Option<Word<plan::RollUp>>,
            /// What a missing contributor does to its score; as the settings say where absent.
            #[serde(skip_serializing_if = "Option::is_none")]
            missing: Option<Word<plan::Missing>>,
            /// A score or status set by hand, for a while.
            #[serde(rename = "override", skip_serializing_if = "Option::is_none")]
            overruled: Option<Override>,
            /// How often a check-in is due; as the plan says where absent.
            #[serde(skip_serializing_if = "Option::is_none")]
            check_ins: Option<Word<Granularity>>,
            $($(#[$field_meta])* $field: $type,)*
        }
    )+}};
}

wire! {
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
        /// How its contributors make its score; as the settings say where absent.
        #[serde(skip_serializing_if = "Option::is_none")]
        roll_up: Option<Word<plan::RollUp>>,
        /// What a missing contributor does to its score; as the settings say where absent.
        #[serde(skip_serializing_if = "Option::is_none")]
        missing: Option<Word<plan::Missing>>,
        /// A score or status set by hand, for a while.
        #[serde(rename = "override", skip_serializing_if = "Option::is_none")]
        overruled: Option<Override>,
        /// How often a check-in is due; as the plan says where absent.
        #[serde(skip_serializing_if = "Option::is_none")]
        check_ins: Option<Word<Granularity>>,
    }
}

node! {
    /// An outcome to reach; serves the mission or a goal.
    Goal {
        /// Whom it is for.
        #[serde(skip_serializing_if = "Option::is_none")]
        audience: Option<Word<plan::Audience>>,
        /// The id of the cycle that it is an objective of; its KPIs are then key results.
        #[serde(skip_serializing_if = "Option::is_none")]
        cycle: Option<Text>,
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
        /// Periods from its end until those KPIs are expected to show it; 0 where absent.
        #[serde(skip_serializing_if = "Option::is_none")]
        lag: Option<u32>,
    }
}
