//! The schema of a question about staffing.

use crate::format::wire::wire;

wire! {
    /// What comes in, who is there, and what should be reached.
    StaffingRequest {
        /// Calls (or chats) in a period.
        #[schemars(range(min = 0, max = 10_000_000))]
        calls: f64,
        /// The length of that period, in seconds: 1800 for half an hour.
        #[schemars(extend("exclusiveMinimum" = 0, "maximum" = 315_576_000))]
        period: f64,
        /// The mean handling time in seconds: talk, hold and wrap-up.
        #[schemars(extend("exclusiveMinimum" = 0, "maximum" = 315_576_000))]
        handling_time: f64,
        /// Agents on the roster.
        #[schemars(range(min = 0, max = 100_000))]
        agents: u32,
        /// The time of the service level in seconds: 20 for "within 20 seconds".
        #[schemars(range(min = 0, max = 315_576_000))]
        within: f64,
        /// The mean patience of a caller in seconds: who waits longer hangs up (Erlang A). Without it all wait however
        /// long it takes (Erlang C).
        #[schemars(extend("exclusiveMinimum" = 0, "maximum" = 315_576_000))]
        #[serde(skip_serializing_if = "Option::is_none")]
        patience: Option<f64>,
        /// The share of paid time that is not spent on calls (leave, breaks, training), as 0.3 for 30 %; none where
        /// absent.
        #[schemars(range(min = 0, max = 0.95))]
        #[serde(skip_serializing_if = "Option::is_none")]
        shrinkage: Option<f64>,
        /// What should be reached; then the answer tells how many agents it takes.
        #[serde(skip_serializing_if = "Option::is_none")]
        wanted: Option<StaffingTarget>,
    }

    /// What should be reached.
    StaffingTarget {
        /// The least service level, as 0.8 for 80 %.
        #[schemars(range(min = 0, max = 1))]
        service_level: f64,
        /// The highest occupancy, as 0.85 for 85 %; any where absent.
        #[schemars(extend("exclusiveMinimum" = 0, "maximum" = 1))]
        #[serde(skip_serializing_if = "Option::is_none")]
        occupancy: Option<f64>,
    }
}
