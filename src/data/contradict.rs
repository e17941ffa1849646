//! What cannot be of one row at once.

use throughline_rows::{Cell, NO_TIME};

use super::layout::CountColumns;
use super::{Count, MeasureKind, Summed, Table};
use crate::error::Params;

/// Counts that no single case can be in at once, and the code of it.
const EITHER: [(&str, &str, &str); 2] = [
    ("answered", "abandoned", "answered-and-abandoned"),
    ("firstContact", "notResolvable", "resolved-and-not-resolvable"),
];

impl Table {
    /// Whether there is anything that could be said against one another.
    pub(super) fn can_contradict(&self) -> bool {
        let of_cells =
            |kind: &MeasureKind| matches!(kind, MeasureKind::Tally { .. } | MeasureKind::Customers { .. });
        self.mapping.measures.iter().any(|measure| of_cells(&measure.kind))
    }

    /// What the cells of a row say against one another, with the column that says it.
    pub(super) fn contradictions(&self, cells: &[Cell]) -> Vec<(usize, &'static str, Params)> {
        let mut faults = Vec::new();
        for (place, (measure, columns)) in self.mapping.measures.iter().zip(&self.layout.counts).enumerate() {
            let counts = match &measure.kind {
                MeasureKind::Tally { counts, .. } => counts,
                MeasureKind::Customers { .. } => {
                    faults.extend(self.left_before(place, cells));
                    continue;
                }
                _ => continue,
            };
            let rows: Vec<_> = counts.iter().zip(columns).collect();
            faults.extend(EITHER.iter().filter_map(|pair| both(&rows, pair, cells)));
            faults.extend(rows.iter().filter_map(|part| above(&rows, part, cells)));
        }
        faults
    }

    /// A customer who left before coming.
    fn left_before(&self, measure: usize, cells: &[Cell]) -> Option<(usize, &'static str, Params)> {
        let columns = self.layout.measures.get(measure)?;
        let time = |place: usize| match cells.get(place) {
            Some(Cell::Time(time)) if *time != NO_TIME => Some(*time),
            _ => None,
        };
        let (began, ended) = (time(columns.value?)?, time(columns.part?)?);
        (ended < began).then_some((columns.part?, "ends-before-start", Params::none()))
    }
}

type Row<'a> = (&'a Count, &'a CountColumns);

/// A case that is two things of which it can be one only.
fn both(
    rows: &[Row<'_>],
    (one, other, code): &(&str, &str, &'static str),
    cells: &[Cell],
) -> Option<(usize, &'static str, Params)> {
    let find = |name: &str| {
        rows.iter().find(|(count, _)| count.name == name && count.sum.is_none() && !count.tests.is_empty())
    };
    let passes = |(count, columns): &Row<'_>| {
        let own = columns.tests.iter().take(count.tests.len());
        own.clone().all(|place| cells.get(*place) == Some(&Cell::Answer(1)))
    };
    let (one, other) = find(one).zip(find(other))?;
    (passes(one) && passes(other)).then_some((*other.1.tests.first()?, code, Params::none()))
}

/// A part that is summed and above its whole.
fn above(rows: &[Row<'_>], part: &Row<'_>, cells: &[Cell]) -> Option<(usize, &'static str, Params)> {
    let whole = part.0.whole()?;
    let whole = rows.iter().find(|(count, _)| count.name == whole)?;
    let number = |(count, columns): &Row<'_>| {
        let place = columns.sum.filter(|_| count.of == Summed::Count)?;
        match cells.get(place) {
            Some(Cell::Number(number)) => Some((place, *number)),
            _ => None,
        }
    };
    let ((place, part), (_, whole)) = number(part).zip(number(whole))?;
    let params = || Params::none().with("part", part).with("whole", whole);
    (part > whole).then(|| (place, "part-above-whole", params()))
}
