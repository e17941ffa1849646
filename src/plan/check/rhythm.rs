//! Rules on cycles.

use super::Check;
use crate::plan::{DraftRhythm, Rhythm};

impl Check<'_> {
    pub(super) fn rhythm(&mut self, draft: DraftRhythm) -> Rhythm {
        // No first picture without cycles loads what checks them.
        if draft.at.is_empty() { draft.rhythm } else { self.okr_cycles(draft) }
    }

    #[inline(never)]
    fn okr_cycles(&mut self, DraftRhythm { rhythm, at }: DraftRhythm) -> Rhythm {
        let cycles = || rhythm.cycles.iter().zip(&at);
        let ids: Vec<_> = cycles().map(|(cycle, at)| (cycle.id.clone(), at.clone())).collect();
        self.registry.cycles = self.own_namespace(&ids);
        for (cycle, at) in cycles() {
            if cycle.end < cycle.start {
                self.reversed(cycle.start, cycle.end, &at.field("end"));
            }
        }
        rhythm
    }
}
