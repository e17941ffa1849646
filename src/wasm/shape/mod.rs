//! The types of what crosses the edge.
//!
//! The schema and the TypeScript types with their documentation are generated from these. What a first picture does
//! without (explanations, reports) is made of them and written by serde; the rest of them only says what
//! [`encode`](super::encode) writes and [`scene`](super::scene) reads. A test holds both to what stands here.

#[cfg(feature = "schema")]
mod alignment;
mod calculated;
mod chances;
mod change;
mod chart;
#[cfg(feature = "schema")]
mod chase;
mod cohort;
mod confirmation;
mod duty;
mod explain;
mod explanation;
#[cfg(feature = "schema")]
mod failure;
mod figure;
mod finding;
#[cfg(feature = "schema")]
pub mod geometry;
mod insight;
#[cfg(feature = "schema")]
mod lifetime;
#[cfg(feature = "schema")]
mod mark;
mod need;
mod programme;
mod radar;
mod recognition;
mod report;
#[cfg(feature = "schema")]
mod request;
mod said;
#[cfg(feature = "schema")]
mod scores;
mod shapes;
mod smart;
mod staffing;
mod trend;
mod variants;
mod whatif;
mod word;

#[cfg(feature = "schema")]
pub use alignment::{Alignment, Cause, Contribution, Metric, Weights};
pub use calculated::{CalculatedKpi, CalculatedRows};
pub use chances::ScoreChance;
pub use change::{AlignmentMove, Change, Findings, Move, State};
#[cfg(feature = "schema")]
pub use chart::{
    AlignmentMatrixCell, AlignmentMatrixRequest, Bullet, BulletForm, BulletScale, BulletsRequest, ChartHead,
    ChartMark, ChartPlace, ChartScale, HeatMapCell, HeatMapRequest, HeatMapScale, StatusCount,
    StatusCountsRequest, StatusLevel, TornadoEnd, TornadoRequest, TornadoSwing, WaterfallRequest,
    WaterfallStep,
};
pub use chart::{ChartGeometry, ChartSpot};
#[cfg(feature = "schema")]
pub use chase::Chase;
pub use cohort::{Cohort, Kept};
pub use confirmation::{Confirmation, ConfirmedLine};
pub use duty::{
    Accountability, OwnedPart, OwnerCard, Refresher, ServiceStandard, StandardAdvice, StandardDriver,
    StandardMix,
};
pub use explanation::{Bounds, Explanation, Input, InputKind, KpiWord, Rounding, SourceNote, Step};
#[cfg(feature = "schema")]
pub use failure::{Failure, Fault};
pub use figure::{Figure, Interval, Provenance};
pub use finding::{Finding, Off};
pub use insight::{
    Breakdown, BreakdownRow, ChangePart, ChangeSplit, ComparedSegment, FigureDifference, Forecast,
    ForecastNeed, ForecastParameters, ForecastPoint, ForecastTarget, LinkCorrelation, LinkEvidence,
    PeriodComparison, SignalConstants, SignalHit, SignalPhase, SignalPoint, SignalSeason, SignalTrend,
    Signals, TooFewValues,
};
#[cfg(feature = "schema")]
pub use lifetime::{
    BuyerForecast, BuyersLifetime, ContractsLifetime, Correlation, FittedParameter, LifetimeFit, Quantity,
    RenewalForecast,
};
#[cfg(feature = "schema")]
pub use mark::{Direction, Freshness};
pub use need::{
    CustomerJourney, NeedGap, NeedLevel, NeedLines, NeedRating, NeedStanding, Needs, PainSummary,
    SpotSummary, StageSummary, TouchpointSummary,
};
pub use programme::{
    Programme, ProgrammeAfter, ProgrammeBefore, ProgrammeGuard, ProgrammeKpi, ProgrammeSignal,
    ProgrammeTotal, Programmes,
};
#[cfg(feature = "schema")]
pub use radar::{RadarAxis, RadarRequest, RadarScale};
pub use radar::{RadarGeometry, RadarPoint, RadarSpot};
pub use recognition::{RecognisedGroup, Recognition};
pub use report::{IngestReport, RowIssue};
pub use said::{
    CheckedIn, CycleGrade, FeedbackLoop, FeedbackLoops, GradedKeyResult, GradedObjective, LoopClosing,
    NodeClosing, PlanChange, ReviewReport, ReviewShift, ReviewSince, UnknownAnswer,
};
#[cfg(feature = "schema")]
pub use scores::{Execution, KpiScore, NodeScore, Parent, Revision, Scores};
pub use smart::{FindingRule, Smart, SmartCheck, SmartGoal};
pub use staffing::{Staffing, StaffingNeed, StaffingOutlook};
#[cfg(feature = "schema")]
pub use trend::TrendRequest;
pub use trend::{TrendBox, TrendFacts, TrendLayout, TrendNotePlace, TrendPoint, TrendTick, TrendTicks};
pub use variants::{VariantValue, Variants};
pub use whatif::{
    ContributionPart, Contributions, LinkName, MoveEffects, MovedPart, MovedScore, Outlook,
    ScenarioComparison, ScenarioRow, ScoreAt, Sensitivity, Shift, Stand, Swing, SwingEnd, WeightFlip,
};
pub use word::{Kind, Param, Params, Reason, Severity, Status};
