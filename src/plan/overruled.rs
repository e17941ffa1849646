//! A score or status set by hand, against what the numbers say, for a while and with a reason.

use super::StatedStatus;
use crate::calendar::Date;

/// What somebody set by hand; a score, a status or both.
#[derive(Debug, Clone, PartialEq)]
pub struct Override {
    /// The score that counts instead, 0 to 1.
    pub score: Option<f64>,
    /// The status that is shown instead; where there is none, that of the score by the bands.
    pub status: Option<StatedStatus>,
    /// Why, in words of the one who set it.
    pub reason: String,
    /// Who set it.
    pub author: String,
    /// The last day it holds; after that it does nothing.
    pub expires: Date,
}

impl Override {
    /// Whether it holds on a day.
    #[must_use]
    pub fn holds(&self, as_of: Date) -> bool {
        as_of <= self.expires
    }
}
