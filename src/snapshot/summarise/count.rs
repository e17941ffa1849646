//! Which way the rows of a measure are counted.

use super::answers::{answers, counts};
use super::cell::Kind;
use super::days::Days;
use super::lengths::{Counted, compliance, durations};
use super::tally::Tally;
use super::{customers, items, purchases, rule, tallied};
use crate::data::{Cases, Family, Measure, MeasureKind, Resolved, Table};
use crate::snapshot::{Cells, MeasurePart, Told};

/// Counts the rows and cases that are due now. What it gives has no cells yet.
pub(super) fn count(
    table: &Table,
    cases: &Cases<'_>,
    days: &mut Days<'_>,
    place: usize,
    measure: &Measure,
    tally: &mut Tally<'_>,
) -> MeasurePart {
    let counted = Counted::of(table.mapping(), &measure.kind);
    let resolved = match measure.kind.resolved() {
        Resolved::First => &cases.first_resolved,
        Resolved::Last => &cases.resolved,
    };
    let mut part = MeasurePart {
        id: measure.id.clone(),
        family: measure.kind.family(),
        limit: None,
        scale: None,
        basis: None,
        hours: measure.kind.hours(),
        resolved: measure.kind.resolved(),
        at: None,
        told: None,
        minimum: u64::from(table.mapping().minimum),
        cells: Cells::default(),
        suppressed: Vec::new(),
        hidden: Vec::new(),
    };
    match &measure.kind {
        MeasureKind::Resolution { limit, .. } => {
            part.limit = *limit;
            durations(table, cases, resolved, place, (*limit, &counted), days, tally);
        }
        MeasureKind::FirstReply { limit, .. } => {
            part.limit = *limit;
            durations(table, cases, &cases.first_reply, place, (*limit, &counted), days, tally);
        }
        MeasureKind::Sla { basis, limit, .. } => {
            part.limit = *limit;
            part.basis = Some(*basis);
            compliance(cases, resolved, *basis, (*limit, &counted), days, tally);
        }
        MeasureKind::Csat { scale, .. } | MeasureKind::Favourability { scale, .. } => {
            part.scale = Some(scale.top);
            part.at = answers(table, place, part.scale, days, tally);
        }
        MeasureKind::Nps { .. } => {
            part.scale = Some(10);
            part.at = answers(table, place, part.scale, days, tally);
        }
        MeasureKind::Answers { family, .. } => {
            part.scale = Some(MeasureKind::ends(*family).1);
            part.at = answers(table, place, part.scale, days, tally);
        }
        MeasureKind::Retention { .. } => part.at = answers(table, place, None, days, tally),
        MeasureKind::Counts { part: given, .. } => part.at = counts(table, place, given, days, tally),
        MeasureKind::Tally { counts, opening, estimate, repeats, worth, .. } => {
            let rule = rule::of_counts(counts, repeats.as_ref(), measure.kind.buyer());
            let discount = worth.as_ref().map_or(0.0, |worth| purchases::a_period(worth.discount, table));
            let (opening, estimate) = (*opening, estimate.clone());
            part.told = Some(Box::new(Told { rule, opening, estimate, discount }));
            if measure.kind.buyer().is_some() {
                purchases::purchases(table, place, counts, days, tally);
                return part;
            }
            let family = &part.family;
            let asked = tallied::Asked { family: *family, counts, repeats: repeats.as_ref() };
            part.at = tallied::tallied(table, cases, place, &asked, days, tally);
        }
        MeasureKind::Customers { opening, .. } => {
            let rule = rule::of_customers(&measure.kind);
            part.told = Some(Box::new(Told { rule, opening: *opening, ..Told::default() }));
            customers::customers(table, place, days, tally);
        }
        MeasureKind::Items { scale, columns, .. } => {
            part.scale = Some(scale.top);
            let rule = columns.join("; ");
            part.told = Some(Box::new(Told { rule, ..Told::default() }));
            part.at = items::items(table, place, days, tally);
        }
    }
    part
}

/// What the cells of a measure hold.
pub(super) fn kind_of<'m>(measure: &'m Measure, part: &MeasurePart) -> Kind<'m> {
    match &measure.kind {
        MeasureKind::Tally { family, counts, .. } => Kind::Tally {
            counts,
            timed: matches!(family, Family::Aht | Family::Asa) && tallied::single(counts),
        },
        MeasureKind::Customers { .. } => Kind::Customers,
        MeasureKind::Items { .. } => Kind::Items,
        MeasureKind::Resolution { .. } | MeasureKind::FirstReply { .. } => {
            Kind::Durations { limited: part.limit.is_some() }
        }
        MeasureKind::Csat { .. }
        | MeasureKind::Nps { .. }
        | MeasureKind::Favourability { .. }
        | MeasureKind::Answers { .. } => Kind::Answers,
        MeasureKind::Sla { .. } | MeasureKind::Retention { .. } | MeasureKind::Counts { .. } => Kind::Counts,
    }
}
