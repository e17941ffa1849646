//! Where limits are set anew.

/// The phases of a series. A phase starts where the process is known to have changed (a new tool, a new rule of
/// counting): its limits come from its own points, and no run reaches over its start. By default all is one phase.
///
/// ```
/// use throughline::signal::{Phases, xmr};
/// let level = |base: f64| (0..12).map(move |month| Some(base + f64::from(month % 3)));
/// let series: Vec<Option<f64>> = level(10.0).chain(level(20.0)).collect();
/// assert!(!xmr(&series, &Phases::default()).unwrap().signals.is_empty());
/// let told = xmr(&series, &Phases { starts: &[12], baseline: None }).unwrap();
/// assert!(told.signals.is_empty());
/// assert_eq!(told.phases[1].limits.unwrap().centre, 21.0);
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Phases<'a> {
    /// The places where a new phase starts; 0 is a start whether told or not, a place beyond the series is none.
    pub starts: &'a [usize],
    /// How many values, from its start, set the limits of a phase, which then hold for the rest of it; all of the
    /// phase where none is told.
    pub baseline: Option<usize>,
}

impl Phases<'_> {
    /// The phases as ranges of places, in order, none of them empty.
    pub(super) fn ranges(&self, length: usize) -> Vec<std::ops::Range<usize>> {
        let mut starts: Vec<usize> = self.starts.iter().copied().filter(|start| *start < length).collect();
        starts.push(0);
        starts.sort_unstable();
        starts.dedup();
        let ends = starts.iter().copied().skip(1).chain([length]);
        starts
            .iter()
            .copied()
            .zip(ends)
            .map(|(start, end)| start..end)
            .filter(|range| !range.is_empty())
            .collect()
    }
}
