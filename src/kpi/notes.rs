//! What there is to know about a value read from data. Asked for with its explanation alone, so it is had anew.

use super::counted::notes_of;
use super::reading::{Cell, Part};
use super::{Asked, Note, level};
use crate::calendar::Period;
use crate::plan::Window;
use crate::snapshot::{Partial, Snapshot};

impl Asked<'_> {
    /// What there is to know about the value over a window.
    #[must_use]
    pub fn notes(&self, snapshot: &Snapshot, window: Window) -> Vec<Note> {
        let Ok(part) = self.find(snapshot) else { return Vec::new() };
        let known = |period: &Period| matches!(part.cell(*period), Cell::Known(_));
        let complete = |period: &Period| self.complete(&part.part, *period);
        let Some(last) = part.part.periods().rev().filter(complete).find(known) else { return Vec::new() };
        let first = match window {
            Window::All => None,
            Window::Last(n) => (1..n).try_fold(last, |period, _| period.previous()),
        };
        let periods = part.part.periods().filter(|period| *period <= last);
        let periods: Vec<_> = periods.filter(|period| first.is_none_or(|first| *period >= first)).collect();
        let partial = if level::is_level(&part.part) {
            self.since(&part, &periods).ok()
        } else {
            together(&part, &periods)
        };
        let partial = partial.and_then(|partial| self.joined(&part, partial, &periods).ok());
        partial.map(|partial| notes_of(&part.part, &partial, self.reading.variant)).unwrap_or_default()
    }
}

fn together(part: &Part<'_>, periods: &[Period]) -> Option<Partial> {
    let mut sum: Option<Partial> = None;
    for period in periods {
        match (part.cell(*period), &mut sum) {
            (Cell::Known(partial), Some(sum)) => sum.merge(partial),
            (Cell::Known(partial), None) => sum = Some(partial.clone()),
            (Cell::Hidden, _) => return None,
            (Cell::Empty, _) => {}
        }
    }
    sum
}
