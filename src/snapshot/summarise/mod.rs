//! Rows to partials.

mod answers;
mod block;
mod cell;
mod count;
mod customers;
mod days;
mod items;
mod lengths;
mod purchases;
mod repeats;
mod rule;
mod tallied;
mod tally;
mod when;

use std::borrow::Cow;

use super::{MeasurePart, SourcePart, Span};
use crate::calendar::Date;
use crate::data::{Cases, Grouping, IngestReport, KeptGroups, Mapping, Measure, MeasureKind, Table};
use count::{count, kind_of};
use days::Days;
use tally::{Kept, Tally};

/// The partials of a source's rows: each measure by period, for the whole and for each segment.
///
/// What it does not depend on is the day of reading: an open case that is due counts as a breach in its
/// period and beside it as open, so that a reader of an unfinished period can leave it out.
#[must_use]
pub fn summarise(table: &Table, report: &IngestReport) -> SourcePart {
    let mut summary = Summary::default();
    while summary.step(table) {}
    summary.finish(table, report)
}

/// The same in steps, so that whoever waits can do something else in between.
#[derive(Debug, Default)]
pub struct Summary {
    measures: Vec<MeasurePart>,
    span: Option<(Date, Date)>,
    /// The cases of an event log and the groups of several dimensions, which take longer to make than to keep.
    cases: Option<Cases<'static>>,
    groups: Option<KeptGroups>,
    grouping: Option<Grouping>,
    /// The measure that is being counted.
    counting: Option<Counting>,
}

/// A measure that is being counted.
#[derive(Debug)]
struct Counting {
    days: Days<'static>,
    kept: Option<Kept>,
    /// The first row and case that is not counted yet.
    next: usize,
    part: Option<MeasurePart>,
}

/// Rows a step: few enough for a slow machine.
const ROWS: usize = 1 << 14;

impl Summary {
    /// Counts a little more, and says whether there is more to do. It must be the same table every time.
    pub fn step(&mut self, table: &Table) -> bool {
        let mapping = table.mapping();
        let place = self.measures.len();
        let Some(measure) = mapping.measures.get(place) else { return false };
        if mapping.dimensions.len() > 1 && self.groups.is_none() {
            let mut grouping = self.grouping.take().unwrap_or_default();
            match grouping.go_on(table, ROWS) {
                true => self.grouping = Some(grouping),
                false => self.groups = Some(grouping.kept()),
            }
            return true;
        }
        let cases = match self.cases.take() {
            Some(cases) => cases,
            None => table.cases(),
        };
        let groups = table.groups(self.groups.take());
        let mut counting = self.counting.take().unwrap_or_else(|| Counting::of(mapping));
        let tally = Tally::new(&groups, &mapping.cross, counting.kept.take());
        match counting.step(table, &cases, tally, (place, measure)) {
            None => self.counting = Some(counting),
            Some(part) => {
                self.measures.push(part);
                let spans = self.span.into_iter().chain(counting.days.span());
                self.span = spans.reduce(|a, b| (a.0.min(b.0), a.1.max(b.1)));
            }
        }
        self.groups = groups.kept();
        if mapping.events.is_some() {
            self.cases = Some(cases.made());
        }
        self.measures.len() < mapping.measures.len()
    }

    /// The partials of all measures, once they are counted.
    #[must_use]
    pub fn finish(self, table: &Table, report: &IngestReport) -> SourcePart {
        let mapping = table.mapping();
        let span = match mapping.at {
            Some(at) => self.span.or(Some((at, at))),
            None => self.span,
        };
        // Of rows that joined earlier ones the report tells the last file alone; what is held is what counts.
        let used = report.used.max(table.rows() as u64);
        let mut source = SourcePart {
            id: mapping.source.clone(),
            name: mapping.name.clone(),
            hash: Some(report.hash.clone()).filter(|hash| !hash.is_empty()),
            read: used + report.refused,
            used,
            refused: report.refused,
            span: span.map(|(first, last)| Span { first, last }),
            period: mapping.period,
            calendar: mapping.calendar,
            dimensions: mapping.dimensions.clone(),
            written: false,
            measures: self.measures,
        };
        source.protect();
        source
    }
}

/// One measure of a table in another way than its mapping says, from the same columns.
#[must_use]
#[inline(never)]
pub fn remeasured(table: &Table, place: usize, measure: &Measure) -> SourcePart {
    let mapping = table.mapping();
    let (cases, groups) = (table.cases(), table.groups(None));
    let mut counting = Counting::of(mapping);
    let part = loop {
        let tally = Tally::new(&groups, &mapping.cross, counting.kept.take());
        if let Some(part) = counting.step(table, &cases, tally, (place, measure)) {
            break part;
        }
    };
    let summary = Summary { measures: vec![part], span: counting.days.span(), ..Summary::default() };
    summary.finish(table, &IngestReport::default())
}

impl Counting {
    fn of(mapping: &Mapping) -> Self {
        let days = Days::new(mapping.cycle(), Cow::Owned(mapping.zone.clone()));
        Self { days, kept: None, next: 0, part: None }
    }

    /// Counts some rows, or, when all are counted, puts some values in order, or adds some cells up. Gives the partials
    /// when all is done.
    fn step(
        &mut self,
        table: &Table,
        cases: &Cases<'_>,
        mut tally: Tally<'_>,
        (place, measure): (usize, &Measure),
    ) -> Option<MeasurePart> {
        let all = table.rows().max(cases.n);
        if self.next < all || self.part.is_none() {
            // Whether a contact was the first one is told by all others of its customer: all at once.
            let together = matches!(measure.kind, MeasureKind::Tally { repeats: Some(_), .. })
                || measure.kind.buyer().is_some();
            let end = if together { all.max(1) } else { self.next + ROWS };
            self.days.go_on(self.next..end);
            self.part = Some(count(table, cases, &mut self.days, place, measure, &mut tally));
            self.next = end;
            if self.next < all {
                self.kept = Some(tally.keep());
                return None;
            }
        }
        let part = self.part.as_ref()?;
        if tally.sort_some() || tally.add_some(&self.days.periods, kind_of(measure, part)) {
            self.kept = Some(tally.keep());
            return None;
        }
        let mut part = self.part.take()?;
        part.cells = tally.into_cells();
        Some(part)
    }
}
