//! What somebody set by hand, laid over what the numbers say.

use super::bands::banded;
use super::{Because, KpiScore, NodeScore, Part, Status};
use crate::calendar::Date;
use crate::plan::{Bands, Override, StatedStatus};

/// Whether an override holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Overridden {
    /// It counts instead of what the numbers say.
    Holds,
    /// Its last day is over: it does nothing.
    Expired,
}

impl Status {
    /// The status that a plan states by itself.
    #[must_use]
    pub const fn stated(stated: StatedStatus) -> Self {
        match stated {
            StatedStatus::OnTrack => Self::OnTrack,
            StatedStatus::AtRisk => Self::AtRisk,
            StatedStatus::OffTrack => Self::OffTrack,
        }
    }
}

/// Status and reason of an override that holds.
fn stated(by: &Override, bands: &Bands) -> Option<(Status, Because)> {
    let status = by.status.map(Status::stated).or_else(|| by.score.map(|score| banded(score, bands)))?;
    Some((status, Because::Overridden { expires: by.expires }))
}

/// Lays an override over a KPI. A score set by hand rolls up, its pace as well; a status alone colours the KPI and
/// nothing above it.
#[inline(never)]
pub(super) fn over_kpi(score: &mut KpiScore, by: &Override, bands: &Bands, as_of: Date) {
    score.overridden = Some(if by.holds(as_of) { Overridden::Holds } else { Overridden::Expired });
    let Some((status, because)) = stated(by, bands).filter(|_| by.holds(as_of)) else { return };
    // What the numbers say is not made known, fresh or sure by a colour set by hand.
    score.beneath = by.score.is_none().then_some(score.status);
    (score.status, score.because, score.last) = (status, because, None);
    if let Some(set) = by.score {
        score.score = Some(set);
        score.part = Some(Part { score: set, pace: set });
    }
}

/// Lays an override over a node: score and pace where it sets a score, which the bounds then reach to. What is known
/// below it stays as it is.
#[inline(never)]
pub fn over_node(score: &mut NodeScore, by: &Override, bands: &Bands, as_of: Date) {
    score.overridden = Some(if by.holds(as_of) { Overridden::Holds } else { Overridden::Expired });
    let Some((status, because)) = stated(by, bands).filter(|_| by.holds(as_of)) else { return };
    (score.status, score.because) = (status, because);
    if let Some(set) = by.score {
        (score.score, score.pace) = (Some(set), Some(set));
        (score.low, score.high) = (score.low.min(set), score.high.max(set));
    }
}
