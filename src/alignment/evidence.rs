//! Whether the numbers bear a link from cause to effect out (A3, AL-CX of domain section 7). Never a proof: what is looked
//! at is whether changes go together in time.

use crate::plan::{Effect, named};
use crate::stats::{FEWEST_PAIRS, Lagged, lagged, pairs_to_see, seen_with, sidak};

/// Where the plan does not say after how many periods, none to so many are tried.
pub const LAGS: usize = 6;
/// What is called significant, after all lags that were tried are counted.
pub const SIGNIFICANCE: f64 = 0.05;

named! {
    /// What the numbers say of a link.
    EvidenceState {
        /// Too few changes to tell anything.
        Untestable = "untestable",
        /// Enough to tell, and nothing shows.
        NoSupport = "no-support",
        /// The effect's changes follow the cause's, in the direction that the plan says.
        Consistent = "consistent",
        /// They follow, the other way round.
        Contradicts = "contradicts",
    }
}

/// What the numbers say of a link.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Evidence {
    /// The state.
    pub state: EvidenceState,
    /// The lag that says most; none where none can be tested.
    pub best: Option<Lagged>,
    /// Its p, the lags that were tried counted (Šidák).
    pub adjusted: Option<f64>,
    /// How many lags were tried.
    pub tried: usize,
    /// The pairs of changes there are: at the best lag, or at the one that has most.
    pub pairs: usize,
    /// The smallest correlation that so many would show in four cases of five.
    pub sees: Option<f64>,
    /// How many more periods would tell: until enough are there to test, or until a correlation as large as this one would
    /// show. None where it tells already, or where no number of periods would.
    pub more: Option<u32>,
}

/// What two series by period say of a link from the one to the other, after `lag` periods or after 0 to [`LAGS`] where the
/// plan does not say.
///
/// ```
/// use throughline::alignment::{EvidenceState, evidence};
/// use throughline::plan::Effect;
/// let cause: Vec<_> = [3, 5, 4, 8, 6, 9, 7, 7, 9, 4, 6, 8, 5, 9, 7, 3].map(f64::from).map(Some).to_vec();
/// let mut effect = vec![Some(0.0)];
/// effect.extend(cause.iter().take(15).map(|value| value.map(|value| 80.0 - value)));
/// assert_eq!(evidence(&cause, &effect, Effect::Lowers, Some(1)).state, EvidenceState::Consistent);
/// assert_eq!(evidence(&cause, &effect, Effect::Raises, Some(1)).state, EvidenceState::Contradicts);
/// let found = evidence(&cause[..8], &effect[..8], Effect::Raises, Some(1));
/// assert_eq!((found.state, found.more), (EvidenceState::Untestable, Some(6)));
/// ```
#[must_use]
pub fn evidence(
    cause: &[Option<f64>],
    outcome: &[Option<f64>],
    effect: Effect,
    lag: Option<u32>,
) -> Evidence {
    let lags: Vec<usize> = lag.map_or_else(|| (0..=LAGS).collect(), |lag| vec![lag as usize]);
    let found: Vec<Lagged> = lags.iter().filter_map(|lag| lagged(cause, outcome, *lag)).collect();
    let tried = found.len();
    let Some(best) = found.into_iter().reduce(|one, other| if other.p < one.p { other } else { one }) else {
        return untestable(cause, outcome, &lags);
    };
    let adjusted = sidak(best.p, tried);
    let agrees = (best.r > 0.0) == (effect == Effect::Raises);
    let state = match (adjusted < SIGNIFICANCE, agrees) {
        (false, _) => EvidenceState::NoSupport,
        (true, true) => EvidenceState::Consistent,
        (true, false) => EvidenceState::Contradicts,
    };
    // Each pair is worth less than one where the series resemble themselves.
    let worth = best.effective / best.n as f64;
    let takes = pairs_to_see(best.r, tried).filter(|_| state == EvidenceState::NoSupport);
    let more = takes.map(|takes| (takes / worth - best.n as f64).ceil().max(1.0) as u32);
    Evidence {
        state,
        best: Some(best),
        adjusted: Some(adjusted),
        tried,
        pairs: best.n,
        sees: seen_with(best.effective, tried),
        more,
    }
}

/// How many pairs of changes there are, and how many periods more it takes until there are enough.
fn untestable(cause: &[Option<f64>], outcome: &[Option<f64>], lags: &[usize]) -> Evidence {
    let steps = |series: &[Option<f64>]| -> Vec<bool> {
        series
            .iter()
            .zip(series.iter().skip(1))
            .map(|(before, after)| before.is_some() && after.is_some())
            .collect()
    };
    let (cause, outcome) = (steps(cause), steps(outcome));
    let pairs = |lag: &usize| cause.iter().zip(outcome.iter().skip(*lag)).filter(|(a, b)| **a && **b).count();
    let pairs = lags.iter().map(pairs).max().unwrap_or(0);
    let more = FEWEST_PAIRS.saturating_sub(pairs) as u32;
    Evidence {
        state: EvidenceState::Untestable,
        best: None,
        adjusted: None,
        tried: 0,
        pairs,
        sees: None,
        // A series that never changes cannot be tested however long it goes on like that.
        more: (more > 0).then_some(more),
    }
}
