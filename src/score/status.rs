//! How a KPI or node stands, and why.

use super::Unscored;
use crate::calendar::Date;
use crate::error::Params;

/// How a KPI or a node stands (domain section 2).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Status {
    /// At or above the on-track band.
    OnTrack,
    /// Between the at-risk and the on-track band.
    AtRisk,
    /// Below the at-risk band.
    OffTrack,
    /// Known too little to say.
    CannotTell,
    /// Older than the update interval and its grace.
    Stale,
    /// No value at all.
    NoData,
    /// Its value was true before it starts.
    NotStarted,
    /// Due and met, or an action at progress 1.
    Done,
    /// No baseline, and the target is met.
    Met,
    /// No baseline, and the target is not met.
    NotMet,
}

impl Status {
    /// The stable code.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::OnTrack => "on-track",
            Self::AtRisk => "at-risk",
            Self::OffTrack => "off-track",
            Self::CannotTell => "cannot-tell",
            Self::Stale => "stale",
            Self::NoData => "no-data",
            Self::NotStarted => "not-started",
            Self::Done => "done",
            Self::Met => "met",
            Self::NotMet => "not-met",
        }
    }
}

/// Whether a value is still to be trusted for its age.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Freshness {
    /// Within the update interval and its grace.
    Fresh,
    /// Older than that.
    Stale,
    /// No update interval is named, so it never goes stale.
    NoInterval,
    /// There is no value.
    None,
}

impl Freshness {
    /// The stable code.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Fresh => "fresh",
            Self::Stale => "stale",
            Self::NoInterval => "no-interval",
            Self::None => "none",
        }
    }
}

/// Why something stands as it does: a code and its parameters, kept small so that it can be copied.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Because {
    /// There is no value; the figure says why.
    NoValue,
    /// There is a value and nothing to hold it against.
    NoTarget,
    /// Older than it may be: days, and the days allowed.
    Stale {
        /// Days since the end of the value's period.
        age: i32,
        /// The interval and its grace, in days.
        limit: f64,
    },
    /// The value was true before this day.
    NotStarted {
        /// The first day.
        start: Date,
    },
    /// The due date is reached and the target met.
    Done {
        /// The last day.
        due: Date,
    },
    /// An edge lies inside the interval.
    Interval {
        /// The lower end, as pace, score or value.
        low: f64,
        /// The upper end.
        high: f64,
        /// The edge nearest to the value, which is inside.
        edge: f64,
        /// The n that would tell; none where the value stands on the edge or n is unknown.
        needed: Option<f64>,
    },
    /// Pace against the bands.
    Pace {
        /// The pace.
        pace: f64,
        /// On track from here up.
        on_track: f64,
        /// At risk from here up.
        at_risk: f64,
    },
    /// Score against the bands.
    Score {
        /// The score.
        score: f64,
        /// On track from here up.
        on_track: f64,
        /// At risk from here up.
        at_risk: f64,
    },
    /// The last value is a signal, and it stands by that.
    Signal {
        /// The rule of the chart.
        rule: &'static str,
        /// Pace, score or value.
        here: f64,
        /// On track from here up, or the target.
        edge: f64,
    },
    /// The last value is no signal, and it stands by the mean since the last one.
    Steady {
        /// How many values.
        points: u32,
        /// The day of the first of them.
        since: Date,
        /// Pace, score or value of their mean.
        here: f64,
        /// On track from here up, or the target.
        edge: f64,
    },
    /// The rule that holds says so.
    Rule {
        /// The value.
        value: f64,
        /// The score the rule gives.
        score: f64,
    },
    /// There is a value, and its function gives it no score.
    Unscored(Unscored),
    /// Nothing is expected yet, so the KPI is on plan.
    NothingExpected,
    /// The value against a target without a baseline.
    Target {
        /// The value.
        value: f64,
        /// The target.
        target: f64,
        /// Whether it is met.
        met: bool,
    },
    /// Nothing with a weight lies below.
    NoContributors,
    /// No KPI is attached at or below.
    Unmeasured,
    /// Nothing below is known.
    NothingKnown,
    /// All that was known below has gone stale.
    AllStale,
    /// Something is missing, and the plan says that a score needs all.
    Incomplete {
        /// The share of the weight that is known.
        coverage: f64,
    },
    /// The pace would be on track, but too little is known.
    Coverage {
        /// The share of the weight that is known.
        coverage: f64,
        /// The share that is needed.
        needed: f64,
        /// The score were every unknown at 0.
        low: f64,
        /// The score were every unknown at 1.
        high: f64,
    },
    /// The pace would be on track, but of too much that is known the status cannot be told.
    Undecided {
        /// The share of the weight whose status can be told.
        decided: f64,
        /// The share that is needed.
        needed: f64,
    },
    /// Somebody set it by hand.
    Overridden {
        /// The last day that holds.
        expires: Date,
    },
    /// As bad as the worst contributor.
    Worst,
    /// An action at progress 1.
    ActionDone,
    /// An action without KPIs, by its progress against its course.
    Course {
        /// Mean of progress over expected progress.
        score: f64,
        /// On track from here up.
        on_track: f64,
        /// At risk from here up.
        at_risk: f64,
    },
    /// An action before its start.
    ActionNotStarted,
    /// An action whose progress nobody reported.
    NotReported,
}

impl Because {
    /// The stable code.
    #[must_use]
    pub const fn code(&self) -> &'static str {
        match self {
            Self::NoValue => "no-value",
            Self::NoTarget => "no-target",
            Self::Stale { .. } => "stale",
            Self::NotStarted { .. } => "not-started",
            Self::Done { .. } => "target-met-by-due",
            Self::Interval { .. } => "edge-inside-interval",
            Self::Pace { .. } => "pace-in-band",
            Self::Score { .. } => "score-in-band",
            Self::Signal { .. } => "signal-at-last",
            Self::Steady { .. } => "mean-since-signal",
            Self::Rule { .. } => "rule-holds",
            Self::Unscored(why) => why.code(),
            Self::NothingExpected => "nothing-expected",
            Self::Target { met: true, .. } => "target-met",
            Self::Target { met: false, .. } => "target-not-met",
            Self::NoContributors => "no-contributors",
            Self::Unmeasured => "unmeasured",
            Self::NothingKnown => "nothing-known",
            Self::AllStale => "all-stale",
            Self::Incomplete { .. } => "incomplete",
            Self::Coverage { .. } => "coverage-too-low",
            Self::Undecided { .. } => "too-little-decided",
            Self::Overridden { .. } => "overridden",
            Self::Worst => "worst-below",
            Self::ActionDone => "action-done",
            Self::Course { .. } => "course-in-band",
            Self::ActionNotStarted => "action-not-started",
            Self::NotReported => "progress-not-reported",
        }
    }

    /// What the sentence needs.
    #[must_use]
    pub fn params(&self) -> Params {
        let none = Params::none();
        match *self {
            Self::Stale { age, limit } => none.with("age", f64::from(age)).with("limit", limit),
            Self::NotStarted { start } => none.with("start", super::iso(start)),
            Self::Done { due } => none.with("due", super::iso(due)),
            Self::Interval { low, high, edge, needed } => {
                let params = none.with("low", low).with("high", high).with("edge", edge);
                match needed {
                    Some(needed) => params.with("needed", needed),
                    None => params,
                }
            }
            Self::Pace { pace, on_track, at_risk } => band(none.with("pace", pace), on_track, at_risk),
            Self::Score { score, on_track, at_risk } | Self::Course { score, on_track, at_risk } => {
                band(none.with("score", score), on_track, at_risk)
            }
            Self::Target { value, target, .. } => none.with("value", value).with("target", target),
            Self::Signal { rule, here, edge } => {
                none.with("rule", rule).with("here", here).with("edge", edge)
            }
            Self::Steady { points, since, here, edge } => {
                let params = none.with("points", points).with("since", super::iso(since));
                params.with("here", here).with("edge", edge)
            }
            Self::Rule { value, score } => none.with("value", value).with("score", score),
            Self::Incomplete { coverage } => none.with("coverage", coverage),
            Self::Undecided { decided, needed } => none.with("decided", decided).with("needed", needed),
            Self::Overridden { expires } => none.with("expires", super::iso(expires)),
            Self::Coverage { coverage, needed, low, high } => {
                none.with("coverage", coverage).with("needed", needed).with("low", low).with("high", high)
            }
            _ => none,
        }
    }
}

fn band(params: Params, on_track: f64, at_risk: f64) -> Params {
    params.with("onTrack", on_track).with("atRisk", at_risk)
}
