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
