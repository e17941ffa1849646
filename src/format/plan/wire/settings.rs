//! What a plan chooses.

use crate::format::json::scalar::{Fraction, Text, Weight, Word};
use crate::format::wire::wire;
use crate::plan;

wire! {
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
}
