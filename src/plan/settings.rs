//! What a plan may choose: bands, roll-up, weights of the index, findings switched off.

use super::Subject;
use super::names::named;

named! {
    /// What a missing contributor does to its parent's score.
    Missing {
        /// Left out, the others renormalised.
        Ignore = "ignore",
        /// The parent has no score.
        Propagate = "propagate",
        /// Counts as 0.
        Zero = "zero",
    }
}

named! {
    /// What a stale value does.
    Stale {
        /// Leaves the score.
        Leave = "leave",
        /// Stays in it, marked.
        Keep = "keep",
    }
}

named! {
    /// How contributors make a score.
    RollUp {
        /// The weighted mean.
        Mean = "mean",
        /// The least score.
        Min = "min",
        /// The greatest score.
        Max = "max",
        /// The weighted mean, with the worst status.
        Worst = "worst",
        /// The sum of weight × score, 1 at most.
        CappedSum = "capped-sum",
        /// The mean, each by what it aims at: a KPI by its target, a child by the targets below it.
        ByTarget = "by-target",
    }
}

named! {
    /// The metrics of the alignment index (domain section 7).
    IndexMetric {
        /// Nodes with a path to the mission.
        Vertical = "AL-V",
        /// Goals with a strategy and an action beneath.
        CoverageBelow = "AL-C",
        /// Goals and strategies with a KPI in their subtree.
        Measured = "AL-M",
        /// Nodes with exactly one accountable owner.
        Owned = "AL-OWN",
        /// Links whose child's dates lie inside the parent's.
        InTime = "AL-T",
    }
}

named! {
    @words
    /// A rule that looks for a known pitfall.
    FindingId {
        /// A node without a path to the mission.
        Orphan = "orphan",
        /// A goal without a KPI in its subtree.
        UnmeasuredGoal = "unmeasured-goal",
        /// A node nobody answers for.
        NoOwner = "no-owner",
        /// A value older than its update interval allows.
        Stale = "stale",
        /// A KPI that names no update interval, so that nothing tells when its value is old.
        NoInterval = "no-interval",
        /// A strategy without an action.
        StrategyWithoutAction = "strategy-without-action",
        /// A child that begins before or ends after its parent.
        DatesOutsideParent = "dates-outside-parent",
        /// A KPI that gets better while its guard gets worse.
        GuardDiverges = "guard-diverges",
        /// A KPI that does harm when chased alone, and has no guard.
        ProblemMetricWithoutGuard = "problem-metric-without-guard",
        /// Cases that pile up just within a limit.
        Bunching = "bunching",
        /// A plan that names no mission of the company above its own.
        NoCompanyMission = "no-company-mission",
        /// A goal without a strategy beneath.
        GoalWithoutStrategy = "goal-without-strategy",
        /// More goals under one parent than anyone can keep in mind.
        TooManyGoals = "too-many-goals",
        /// A perspective that no node is in.
        EmptyPerspective = "empty-perspective",
        /// Everything below a node weighs the same.
        EqualWeights = "equal-weights",
        /// One thing below a node weighs almost all.
        LopsidedWeights = "lopsided-weights",
        /// A node that reaches the mission by links of weight 0 alone.
        CountsForNothing = "counts-for-nothing",
        /// Two KPIs that read the same number, and both count.
        DoubleCount = "double-count",
        /// A strategy whose only KPI stands at work that serves another as well.
        BorrowedKpi = "borrowed-kpi",
        /// An action with far more effort than it is important.
        EffortAgainstImportance = "effort-against-importance",
        /// A cause that is said to raise and to lower the same effect.
        DrivesContradict = "drives-contradict",
        /// A cause whose getting better makes something else worse.
        Conflict = "conflict",
        /// A link between two KPIs whose values are too few to test it.
        LinkUntestable = "link-untestable",
        /// A mission that pulls against the company's, without a guard.
        UnwatchedTension = "unwatched-tension",
        /// The numbers say the opposite of what a "drives" link says.
        LinkContradicted = "link-contradicted",
        /// An end of a "drives" link has no KPI with values.
        LinkUnmeasured = "link-unmeasured",
        /// A strategy phrased as a mission.
        MissionLikeStrategy = "mission-like-strategy",
        /// A goal phrased as an activity.
        ActivityLikeGoal = "activity-like-goal",
        /// Two nodes of one title.
        SameTitle = "same-title",
        /// A goal that does not say what is meant.
        GoalNotSpecific = "goal-not-specific",
        /// A goal with KPIs, none of which is held against anything.
        GoalNotMeasurable = "goal-not-measurable",
        /// A goal without a due date.
        GoalNotTimeBound = "goal-not-time-bound",
        /// A strategy without a KPI in its subtree.
        UnmeasuredStrategy = "unmeasured-strategy",
        /// A goal with KPIs of which none is leading.
        GoalWithoutLeadingKpi = "goal-without-leading-kpi",
        /// A goal with KPIs of which none is lagging.
        GoalWithoutLaggingKpi = "goal-without-lagging-kpi",
        /// More KPIs at one node than anyone can keep in mind.
        TooManyKpis = "too-many-kpis",
        /// A KPI without a target.
        KpiWithoutTarget = "kpi-without-target",
        /// A KPI with a target and no baseline.
        KpiWithoutBaseline = "kpi-without-baseline",
        /// A KPI that does not say which way is better.
        KpiWithoutDirection = "kpi-without-direction",
        /// A KPI without a unit.
        KpiWithoutUnit = "kpi-without-unit",
        /// A KPI that says neither in data nor in words where it comes from.
        KpiWithoutDefinition = "kpi-without-definition",
        /// A KPI that nobody can be asked for.
        KpiWithoutOwner = "kpi-without-owner",
        /// A KPI that has begun and never had a value.
        NoData = "no-data",
        /// A KPI more than 25 points behind what was expected.
        FarBehind = "far-behind",
        /// A KPI past its due date whose target is not met.
        TargetMissed = "target-missed",
        /// A target that takes a faster course than was ever seen.
        UnreachableTarget = "unreachable-target",
        /// Something set by hand that no longer holds.
        OverrideExpired = "override-expired",
        /// A benchmark of more than two years ago.
        BenchmarkOld = "benchmark-old",
        /// A target that is the benchmark, to the digit.
        BenchmarkAsTarget = "benchmark-as-target",
        /// A node that several people answer for.
        SeveralOwners = "several-owners",
        /// An accountable owner outside the team who has not agreed.
        CommitmentMissing = "commitment-missing",
        /// An owner none of whose numbers has come for two intervals.
        OwnerSilent = "owner-silent",
        /// An action without a start or a due date.
        ActionWithoutDates = "action-without-dates",
        /// An action that does not say its effort where others do.
        ActionWithoutEffort = "action-without-effort",
        /// An action that has begun and of which nothing was reported.
        ActionWithoutProgress = "action-without-progress",
        /// An action that names no KPI it should move.
        ActionMovesNothing = "action-moves-nothing",
        /// An action more than 25 points behind its dates.
        ActionBehind = "action-behind",
        /// An action past its due date that is not done.
        ActionPastDue = "action-past-due",
        /// A need with a large gap that nothing serves.
        NeedUnserved = "need-unserved",
        /// A need without importance or satisfaction.
        NeedUnrated = "need-unrated",
        /// A pain point that no action does anything about.
        PainUnaddressed = "pain-unaddressed",
        /// A moment of truth that no KPI measures.
        MomentUnmeasured = "moment-unmeasured",
        /// A plan whose goals are all for customers.
        NoInternalGoal = "no-internal-goal",
        /// A plan without a number that says how employees see it.
        NoEmployeeVoice = "no-employee-voice",
        /// A plan without an action of training.
        NoTraining = "no-training",
        /// A plan without an action of recognition.
        NoRecognition = "no-recognition",
        /// A plan that should have been reviewed by now.
        ReviewOverdue = "review-overdue",
        /// A target that came nearer to what is worse since the last review.
        TargetEased = "target-eased",
    }
}

/// How many rules a first picture needs, those declared first.
const EARLY: usize = 7;

impl FindingId {
    /// The names that a first picture needs: it need not load the others.
    #[expect(clippy::indexing_slicing, reason = "a place outside would be seen when this is compiled")]
    const FIRST: [&'static str; EARLY] = {
        let mut first = [""; EARLY];
        let mut at = 0;
        while at < EARLY {
            first[at] = Self::NAMES[at];
            at += 1;
        }
        first
    };

    /// The name in JSON.
    #[must_use]
    pub fn name(self) -> &'static str {
        Self::FIRST.get(self as usize).copied().unwrap_or_else(|| self.later())
    }

    #[inline(never)]
    fn later(self) -> &'static str {
        Self::NAMES.get(self as usize).copied().unwrap_or_default()
    }

    /// The one of that name.
    #[must_use]
    pub fn from_name(name: &str) -> Option<Self> {
        let place = Self::FIRST.iter().position(|each| *each == name).or_else(|| Self::place(name))?;
        Self::ALL.get(place).copied()
    }

    #[inline(never)]
    fn place(name: &str) -> Option<usize> {
        Self::NAMES.iter().position(|each| *each == name)
    }
}

/// Where the colours change, on a pace or score.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Bands {
    /// On track from here up.
    pub on_track: f64,
    /// At risk from here up, off track below; at most `on_track`.
    pub at_risk: f64,
}

impl Default for Bands {
    fn default() -> Self {
        Self { on_track: 0.9, at_risk: 0.7 }
    }
}

/// The weights of the alignment index; finite, not negative.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct IndexWeights {
    /// AL-V.
    pub vertical: f64,
    /// AL-C.
    pub coverage_below: f64,
    /// AL-M.
    pub measured: f64,
    /// AL-OWN.
    pub owned: f64,
    /// AL-T.
    pub in_time: f64,
}

impl Default for IndexWeights {
    fn default() -> Self {
        Self { vertical: 0.30, coverage_below: 0.20, measured: 0.25, owned: 0.15, in_time: 0.10 }
    }
}

impl IndexWeights {
    /// The weight of a metric.
    #[must_use]
    pub const fn of(&self, metric: IndexMetric) -> f64 {
        match metric {
            IndexMetric::Vertical => self.vertical,
            IndexMetric::CoverageBelow => self.coverage_below,
            IndexMetric::Measured => self.measured,
            IndexMetric::Owned => self.owned,
            IndexMetric::InTime => self.in_time,
        }
    }

    /// Sets the weight of a metric.
    pub const fn set(&mut self, metric: IndexMetric, weight: f64) {
        match metric {
            IndexMetric::Vertical => self.vertical = weight,
            IndexMetric::CoverageBelow => self.coverage_below = weight,
            IndexMetric::Measured => self.measured = weight,
            IndexMetric::Owned => self.owned = weight,
            IndexMetric::InTime => self.in_time = weight,
        }
    }
}

/// A finding switched off, for one node or KPI or for all.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Off {
    /// Which rule.
    pub finding: FindingId,
    /// Where; none for everywhere.
    pub subject: Option<Subject>,
    /// Why, in words of the one who switched it off.
    pub reason: String,
}

/// What a plan may choose.
#[derive(Debug, Clone, PartialEq)]
pub struct Settings {
    /// Where the colours change.
    pub bands: Bands,
    /// The coverage a node needs to be on track, 0 to 1.
    pub coverage_needed: f64,
    /// What a missing contributor does.
    pub missing: Missing,
    /// What a stale value does.
    pub stale: Stale,
    /// How contributors make a score.
    pub roll_up: RollUp,
    /// The weights of the alignment index.
    pub index_weights: IndexWeights,
    /// Findings switched off.
    pub off: Vec<Off>,
}

impl Default for Settings {
    fn default() -> Self {
        Self {
            bands: Bands::default(),
            coverage_needed: 0.8,
            missing: Missing::Ignore,
            stale: Stale::Leave,
            roll_up: RollUp::Mean,
            index_weights: IndexWeights::default(),
            off: Vec::new(),
        }
    }
}
