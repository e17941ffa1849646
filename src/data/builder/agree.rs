//! The cells of a row against one another.

use throughline_rows::{Cell, NO_TIME};

use super::Builder;
use crate::data::Record;
use crate::error::Params;

impl Builder {
    /// Whether the cells of a row agree with one another; notes where they do not.
    pub(super) fn agrees(&mut self, record: &Record<'_>) -> bool {
        let layout = &self.table.layout;
        let time = |place: Option<usize>| match place.and_then(|place| self.cells.get(place)) {
            Some(Cell::Time(time)) if *time != NO_TIME => Some(*time),
            _ => None,
        };
        let created = time(layout.created);
        let late = [layout.first_reply, layout.resolved, layout.first_resolved].into_iter().flatten();
        let early = late.filter(|end| time(Some(*end)).zip(created).is_some_and(|(end, start)| end < start));
        let mut faults: Vec<_> = early.map(|end| (end, "ends-before-start", Params::none())).collect();
        let number = |place: usize| match self.cells.get(place) {
            Some(Cell::Number(number)) => Some(*number),
            _ => None,
        };
        for (whole, part) in &self.parts {
            if let Some((whole, more)) = number(*whole).zip(number(*part))
                && more > whole
            {
                let params = Params::none().with("part", more).with("whole", whole);
                faults.push((*part, "part-above-whole", params));
            }
        }
        faults.extend(self.table.contradictions(&self.cells));
        let fine = faults.is_empty();
        for (place, code, params) in faults {
            let column = self.table.layout.specs.get(place).map(|spec| spec.name.clone());
            self.note(record, column, code, params);
        }
        fine
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use throughline_rows::{Column, FAR};

    use super::*;
    use crate::data::{CountPart, Hours, Mapping, Measure, MeasureKind, Resolved};

    /// A table of cases with all their times, and of wholes with a part.
    fn builder() -> Builder {
        let mut mapping = Mapping::new("tickets");
        mapping.columns.created = Some("a".into());
        mapping.columns.first_reply = Some("b".into());
        mapping.columns.resolved = Some("c".into());
        let part = CountPart::Numerator("e".into());
        let kind = MeasureKind::Counts { denominator: "d".into(), part };
        let times = MeasureKind::Resolution { limit: None, hours: Hours::Calendar, resolved: Resolved::Last };
        let measure = |id: &str, kind| Measure { id: id.into(), kind, date: None };
        mapping.measures = vec![measure("time", times), measure("counts", kind)];
        let mut builder = Builder::new(&mapping).expect("a mapping");
        builder.header(Record::new(b"", b"abcde", &[1, 2, 3, 4, 5], (1, 1))).expect("a header");
        builder
    }

    proptest! {
        #[test]
        fn a_plain_row_is_one_that_agrees_and_is_of_its_time(
            times in prop::collection::vec(prop::sample::select(&[NO_TIME, -1, 0, 5, 6, FAR - 1, FAR][..]), 5..6),
            numbers in prop::collection::vec(prop::sample::select(&[f64::NAN, 0.0, 1.0, 1.5, 2.0][..]), 5..6),
        ) {
            let mut builder = builder();
            let cells = builder.table.columns.iter().zip(times.iter().zip(&numbers));
            let cells: Vec<Cell> = cells.map(|(column, (time, number))| match column {
                Column::Times(_) => Cell::Time(*time),
                _ => Cell::Number(*number),
            }).collect();
            let near = |cell: &Cell| !matches!(cell, Cell::Time(time) if *time != NO_TIME && !(0..FAR).contains(time));
            let near = cells.iter().all(near);
            builder.cells.clone_from(&cells);
            let agrees = builder.agrees(&Record::new(b"", b"", &[], (2, 2)));
            prop_assert_eq!(cells.len(), 5);
            prop_assert_eq!(builder.quick.is_plain(&cells), agrees && near, "{:?}", cells);
        }
    }
}
