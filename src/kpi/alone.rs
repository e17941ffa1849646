//! One measure of one table by itself: by the steps that a board takes, without a plan.

use super::service::{self, Calculated, Form, Unit};
use super::{Asked, Basis, Cohort, Figure, Note, Over, Provenance, Slice, TimeUnit, cohorts};
use crate::calendar::{Cycle, Date, Period};
use crate::data::{Family, Hours, Resolved};
use crate::error::{Error, Issue, Params, Pointer};
use crate::plan::{Reading, Variant, Window};
use crate::snapshot::{MeasurePart, Shape, Snapshot, SourcePart};

/// What is asked of a table.
#[derive(Clone, Debug, PartialEq, Default)]
pub struct TableQuestion {
    /// The measure; the only one where none is told.
    pub measure: Option<String>,
    /// The definition; the first of the family where none is told.
    pub variant: Option<Variant>,
    /// The unit of lengths of time; seconds where none is told.
    pub unit: Option<String>,
    /// The complete periods that count; all where none is told, and the last one of customers who come and go.
    pub window: Option<Window>,
    /// The day it is read on; the one on which all periods are over where none is told.
    pub as_of: Option<Date>,
}

/// What a table comes to.
#[derive(Clone, Debug, PartialEq)]
pub struct OfTable {
    /// The value, with all that is known about it.
    pub kpi: Calculated,
    /// Customers who come and go, by the period they came in.
    pub cohorts: Vec<Cohort>,
}

/// Calculates one measure of the one source of a snapshot.
///
/// # Errors
/// `calculation-invalid`: no such measure, no such variant of it, a unit that is no time's.
pub fn of_table(snapshot: &Snapshot, question: &TableQuestion) -> Result<OfTable, Error> {
    let asked = |issue: Issue| Error::new("calculation-invalid", vec![issue]);
    let nothing = || asked(missing("measure"));
    let source = snapshot.sources().first().ok_or_else(nothing)?;
    let part = measure(source, question.measure.as_deref()).map_err(asked)?;
    let family = service::family(part.family.name()).ok_or_else(nothing)?;
    let variant = variant(part, family, question.variant).ok_or_else(nothing)?;
    let (id, measure) = (source.id.clone(), part.id.clone());
    let reading = Reading { source: id, measure, variant, segment: Vec::new(), counts: Vec::new() };
    let as_of = question.as_of.or_else(|| end(part)).unwrap_or(Date::MAX);
    let unit = question.unit.as_deref().unwrap_or("s");
    let cycle = Cycle { granularity: source.period, calendar: source.calendar };
    let read = Asked { reading: &reading, unit: Some(unit), period: cycle, as_of };
    let window = question.window.unwrap_or(if comes_and_goes(part) { Window::Last(1) } else { Window::All });
    let slices = read.slices(snapshot, &[], Over::Window(window)).unwrap_or_default();
    let slice = slices.into_iter().next().ok_or_else(nothing)?;
    refused(part, &slice.figure, variant).map_err(asked)?;
    let form = form(part, family, variant).ok_or_else(nothing)?;
    let notes = notes(part, &slice.figure, read.notes(snapshot, window));
    let cohorts = cohorts(part, as_of);
    Ok(OfTable { kpi: calculated(family.id, form, unit, slice, notes), cohorts })
}

fn missing(field: &'static str) -> Issue {
    Issue::new("missing-field", Pointer::root()).with("field", field)
}

fn measure<'s>(source: &'s SourcePart, id: Option<&str>) -> Result<&'s MeasurePart, Issue> {
    match (source.measures.as_slice(), id) {
        ([only], None) => Ok(only),
        (_, None) => Err(missing("measure")),
        (all, Some(id)) => all
            .iter()
            .find(|part| part.id == id)
            .ok_or_else(|| Issue::new("unknown-reference", Pointer::root().field("measure")).with("id", id)),
    }
}

/// The variant that is read. Of promises kept the mapping says what they are a share of.
fn variant(part: &MeasurePart, family: &service::Family, asked: Option<Variant>) -> Option<Variant> {
    let of_mapping = |variant| match (part.basis, variant) {
        (Some(basis), Some(Variant::Form(name))) => name == basis.name(),
        (basis, None) => basis.is_some(),
        _ => false,
    };
    if of_mapping(asked) {
        return Some(Variant::Share);
    }
    asked.or_else(|| Variant::from_name(family.forms.first()?.id))
}

/// What the question is to blame for, not the data.
fn refused(part: &MeasurePart, figure: &Figure, variant: Variant) -> Result<(), Issue> {
    match &figure.value {
        Err(why) if why.code == "variant-not-offered" => {
            let issue = Issue::new("unknown-value", Pointer::root().field("variant"));
            let offered =
                || why.params.get("allowed").cloned().unwrap_or_else(|| Vec::<String>::new().into());
            // A share of promises goes by the name of what it is a share of.
            let allowed = part.basis.map_or_else(offered, |basis| vec![basis.name().to_owned()].into());
            Err(issue.with("value", variant.name()).with("allowed", allowed))
        }
        _ => Ok(()),
    }
}

/// The day on which all its periods are over.
fn end(part: &MeasurePart) -> Option<Date> {
    part.at.or_else(|| part.periods().next_back()?.next().map(Period::first_day))
}

/// Whether it is read from a level that the periods before have left.
fn comes_and_goes(part: &MeasurePart) -> bool {
    matches!(part.family, Family::Retention | Family::Churn) && part.told.is_some()
}

/// The definition of a variant. Single contacts have the percentiles that lengths of time have.
fn form(part: &MeasurePart, family: &service::Family, variant: Variant) -> Option<&'static Form> {
    let name = part.basis.map_or_else(|| variant.name(), |basis| basis.name().into());
    family.form(&name).or_else(|| service::family("resolution-time")?.form(&name))
}

/// What there is to know about it beside what the formula says.
fn notes(part: &MeasurePart, figure: &Figure, mut notes: Vec<Note>) -> Vec<Note> {
    let mut note = |code| notes.push(Note { code, params: Params::none() });
    if part.hours == Hours::Business {
        note("business-hours");
    }
    if part.resolved == Resolved::First {
        note("first-resolution");
    }
    let lengths = part.cells.iter().any(|(_, cell)| matches!(cell.shape, Shape::Duration(_)));
    if let Some(open) = figure.open.filter(|_| lengths) {
        let params = Params::none().with("count", open as f64);
        notes.push(Note { code: "open-left-out", params });
    }
    notes
}

/// What is divided by what; a sum of lengths of time is in the unit of the value.
fn ratio(basis: &Basis) -> Option<(f64, f64)> {
    let (part, whole, factor) = basis.ratio()?;
    let per = if matches!(basis, Basis::Mean(..)) { factor } else { 1.0 };
    Some((part * per, whole))
}

fn calculated(family: &'static str, form: &Form, unit: &str, slice: Slice, notes: Vec<Note>) -> Calculated {
    let Slice { figure, basis, .. } = slice;
    let variant = match &figure.provenance {
        Provenance::Computed { variant: quantile @ Variant::Quantile { .. }, .. } => quantile.name(),
        _ => form.id.to_owned(),
    };
    let sign = TimeUnit::from_sign(unit).map_or(Unit::Time.sign(), TimeUnit::sign);
    Calculated {
        family,
        variant,
        value: figure.value,
        unit: if form.unit == Unit::Time { sign } else { form.unit.sign() },
        n: figure.n.map(|n| n as f64),
        ratio: ratio(&basis),
        interval: figure.interval,
        definition: format!("{family}.{}", form.id),
        source: form.source.key(),
        notes,
    }
}
