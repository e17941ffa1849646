//! The value of a KPI on a day, wherever it comes from.

use super::{Asked, Figure, Missing, Note, Provenance, typed_series, typed_value};
use crate::calendar::{Cycle, Date};
use crate::plan::{Kpi, Typed};
use crate::snapshot::Snapshot;

/// The values of a KPI by period, oldest first: computed ones, and typed ones for the days that have
/// none computed. `typed` are the plan's values with those recorded since, in order of time.
#[must_use]
pub fn series(kpi: &Kpi, typed: &[Typed], snapshot: &Snapshot, period: Cycle, as_of: Date) -> Vec<Figure> {
    let mut figures = asked(kpi, period, as_of).map(|asked| asked.series(snapshot)).unwrap_or_default();
    for figure in typed_series(typed, period, as_of) {
        // Both are in order of time: a long list is not read again for each of its values.
        let from = figures.partition_point(|known| known.at < figure.at);
        let here = figures.get(from..).unwrap_or_default().iter().take_while(|known| known.at == figure.at);
        let (count, computed) = here.fold((0, false), |(n, any), known| (n + 1, any || known.value.is_ok()));
        if !computed {
            figures.splice(from..from + count, [figure]);
        }
    }
    figures
}

/// The value of a KPI on a day, over its window: the computed one, unless there is none or a typed one
/// is younger.
#[must_use]
pub fn value(kpi: &Kpi, typed: &[Typed], snapshot: &Snapshot, period: Cycle, as_of: Date) -> Figure {
    let of_typed = || typed_value(typed, kpi.window, kpi.aggregate, period, as_of);
    let Some(asked) = asked(kpi, period, as_of) else {
        return if typed.is_empty() {
            Figure::missing(Missing::new("no-data"), as_of, Provenance::Typed)
        } else {
            of_typed()
        };
    };
    let computed = asked.value(snapshot, kpi.window);
    let typed = of_typed();
    let younger =
        typed.value.is_ok() && (computed.value.is_err() || typed.complete && typed.at > computed.at);
    if younger { typed } else { computed }
}

/// What there is to know about the computed value of a KPI on a day.
#[must_use]
pub fn notes(kpi: &Kpi, snapshot: &Snapshot, period: Cycle, as_of: Date) -> Vec<Note> {
    asked(kpi, period, as_of).map(|asked| asked.notes(snapshot, kpi.window)).unwrap_or_default()
}

fn asked(kpi: &Kpi, period: Cycle, as_of: Date) -> Option<Asked<'_>> {
    let reading = kpi.reading.as_ref()?;
    Some(Asked { reading, unit: kpi.unit.as_deref(), period, as_of })
}
