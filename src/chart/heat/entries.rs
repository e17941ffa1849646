//! What the legend of a grid explains: only what is to be seen in it.

use super::{Cell, Evidence, Grid, Kind, STEPS};
use crate::chart::measure::{Face, Measure};
use crate::chart::scene::Signal;
use crate::chart::sheet::Entry;

/// A mark of the legend.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Sign {
    /// The steps of colour, from the faintest on; both words stand beside it.
    Ramp,
    /// A status.
    Status(Signal),
    /// What speaks for a link.
    Proof(Evidence),
    /// Held back.
    Suppressed,
    /// Not known.
    Unknown,
}

/// One step of the ramp.
pub(super) const STEP: f64 = 18.0;

/// Statuses by the name of their word.
pub const STATUSES: [(&str, Signal); 10] = [
    ("on-track", Signal::OnTrack),
    ("at-risk", Signal::AtRisk),
    ("off-track", Signal::OffTrack),
    ("cannot-tell", Signal::CannotTell),
    ("stale", Signal::Stale),
    ("no-data", Signal::NoData),
    ("not-started", Signal::NotStarted),
    ("done", Signal::Done),
    ("met", Signal::Met),
    ("not-met", Signal::NotMet),
];

/// What data say of a link, by its name.
pub const PROOFS: [(&str, Evidence); 4] = [
    ("consistent", Evidence::Consistent),
    ("contradicts", Evidence::Contradicts),
    ("no-support", Evidence::NoSupport),
    ("untestable", Evidence::Unknown),
];

/// The entries, in the order in which they are read.
pub(super) fn entries(grid: &Grid, measure: &dyn Measure) -> Vec<Entry<Sign>> {
    let any = |holds: &dyn Fn(&Cell) -> bool| grid.cells.iter().any(holds);
    let mut entries = Vec::new();
    if grid.kind == Kind::Heat && any(&|cell| cell.value.is_some() && cell.signal.is_none()) {
        // The lower end's word stands before the steps, the upper one's behind.
        let low = measure.width(grid.word("low"), Face::plain(12)).ceil();
        let wide = low + if low > 0.0 { 6.0 } else { 0.0 } + STEP * STEPS as f64;
        entries.push(Entry { of: Sign::Ramp, wide, text: grid.word("high").to_owned() });
    }
    let statuses = STATUSES.iter().filter(|(_, signal)| any(&|cell| cell.signal == Some(*signal)));
    entries.extend(statuses.map(|(name, signal)| Entry::new(Sign::Status(*signal), grid.word(name))));
    let proofs =
        PROOFS.iter().filter(|(_, proof)| any(&|cell| cell.value.is_some() && cell.evidence == Some(*proof)));
    entries.extend(proofs.map(|(name, proof)| Entry::new(Sign::Proof(*proof), grid.word(name))));
    if any(&|cell| cell.suppressed) {
        entries.push(Entry::new(Sign::Suppressed, grid.word("suppressed")));
    }
    if any(&|cell| cell.value.is_none() && !cell.suppressed) {
        entries.push(Entry::new(Sign::Unknown, grid.word("unknown")));
    }
    entries
}
