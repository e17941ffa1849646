//! The columns a table needs, found in the header of a file.

use throughline_rows::{Column, Form, Quick};

use super::Builder;
use crate::data::layout::{Layout, Reading, Spec};
use crate::data::{DateFormat, Interner, Packed, Record, Table};
use crate::error::{Error, Issue};
use crate::plan::nearest;

impl Builder {
    /// The names of the columns the mapping needs.
    #[must_use]
    pub fn wanted(&self) -> Vec<&str> {
        self.table.layout.specs.iter().map(|spec| spec.name.as_str()).collect()
    }

    /// Finds the needed columns in the header.
    ///
    /// # Errors
    /// `mapping-invalid` with an issue `missing-column` for each that is not there, and the nearest that is.
    pub fn header(&mut self, record: Record<'_>) -> Result<(), Error> {
        let names: Vec<String> =
            record.fields().map(|field| String::from_utf8_lossy(field.trim_ascii()).into_owned()).collect();
        let mut issues = Vec::new();
        let mut fields = Vec::new();
        for spec in &self.table.layout.specs {
            let mut places = names.iter().enumerate().filter(|(_, name)| **name == spec.name.trim());
            match places.next() {
                Some((place, _)) => fields.push(place),
                None => issues.push(missing_column(spec, &names)),
            }
            if places.next().is_some() {
                let warning =
                    Issue::new("duplicate-column", spec.pointer.clone()).with("column", spec.name.as_str());
                self.report.warnings.push(warning);
            }
        }
        self.width = (names.len(), fields.iter().max().map_or(0, |last| last + 1));
        self.quick = quick(&self.table, &fields);
        self.quick.compare(&self.parts);
        self.fields = fields;
        self.report.columns = names;
        if issues.is_empty() { Ok(()) } else { Err(Error::new("mapping-invalid", issues)) }
    }
}

/// The column of cells a spec asks for.
pub(super) fn column(layout: &Layout, place: usize, spec: &Spec) -> Column {
    match spec.reading {
        Reading::Time => Column::Times(Packed::of_times()),
        Reading::Count | Reading::Length | Reading::Money => Column::Numbers(Packed::default()),
        Reading::Answer { .. } | Reading::Verdict { .. } | Reading::Test(_) => {
            Column::Answers(Packed::default())
        }
        Reading::Identity if layout.case != Some(place) => Column::Index,
        Reading::Word | Reading::Identity => Column::Words(Packed::default(), Interner::default()),
    }
}

/// What a quick look knows of the columns of a table whose header was read.
fn quick(table: &Table, fields: &[usize]) -> Quick {
    let Table { mapping, layout, .. } = table;
    let fixed = mapping.zone.transitions().is_empty();
    let offset = fixed.then(|| i64::from(mapping.zone.initial()) * 1000);
    let mut quick = Quick::new(offset, &mapping.missing);
    for ((place, spec), field) in layout.specs.iter().enumerate().zip(fields) {
        let form = match &spec.reading {
            Reading::Time if mapping.dates == DateFormat::Iso => Form::Time,
            Reading::Count | Reading::Length | Reading::Money => Form::Number,
            Reading::Answer { least, scale } if scale.words.is_empty() => {
                Form::Point { least: *least, top: scale.top }
            }
            Reading::Identity if layout.case != Some(place) => Form::Id,
            Reading::Word | Reading::Identity => Form::Word,
            _ => Form::Other,
        };
        let needed = matches!(spec.reading, Reading::Identity) || layout.event_time == Some(place);
        quick.look(*field, form, needed);
    }
    let ends = [layout.first_reply, layout.resolved, layout.first_resolved];
    quick.order(layout.created, ends.into_iter().flatten());
    quick
}

fn missing_column(spec: &Spec, names: &[String]) -> Issue {
    let issue = Issue::new("missing-column", spec.pointer.clone()).with("column", spec.name.as_str());
    let issue = match nearest(&spec.name, names.iter().map(String::as_str)) {
        Some(near) => issue.with("nearest", near),
        None => issue,
    };
    issue.with("columns", names.to_vec())
}
