//! Where the colours change.

use super::Status;
use crate::plan::Bands;

/// What a sum of binary fractions may be off by: 0.9 added up of parts must not fall short of 0.9.
pub(crate) const ROUNDING: f64 = 1e-12;

/// On track, at risk or off track.
///
/// ```
/// use throughline::{plan::Bands, score::{Status, banded}};
/// assert_eq!(banded(0.9, &Bands::default()), Status::OnTrack);
/// assert_eq!(banded(0.7, &Bands::default()), Status::AtRisk);
/// assert_eq!(banded(0.69, &Bands::default()), Status::OffTrack);
/// ```
#[must_use]
pub fn banded(number: f64, bands: &Bands) -> Status {
    if number + ROUNDING >= bands.on_track {
        Status::OnTrack
    } else if number + ROUNDING >= bands.at_risk {
        Status::AtRisk
    } else {
        Status::OffTrack
    }
}
