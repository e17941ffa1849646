//! Rows to partials.

mod cell;
mod customers;
mod days;
mod items;
mod purchases;
mod repeats;
mod rule;
mod tallied;
mod tally;

use std::borrow::Cow;

use super::{Cells, MeasurePart, SourcePart, Span, Told};
use crate::calendar::{Date, OpenTime};
use crate::data::{
    Cases, CountPart, Family, Grouping, Hours, IngestReport, KeptGroups, Mapping, Measure, MeasureKind,
    NO_ANSWER, NO_TIME, Packed, Resolved, SlaBasis, Table, Times,
};
use cell::Kind;
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
const ROWS: usize = 1 << 15;

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
                let spans = self.span.into_iter().chain(counting.days.span);
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
    let summary = Summary { measures: vec![part], span: counting.days.span, ..Summary::default() };
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

/// Counts the rows and cases that are due now. What it gives has no cells yet.
fn count(
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
            part.at = answers(table, place, false, days, tally);
        }
        MeasureKind::Nps { .. } => {
            part.scale = Some(10);
            part.at = answers(table, place, false, days, tally);
        }
        MeasureKind::Answers { family, .. } => {
            part.scale = Some(MeasureKind::ends(*family).1);
            part.at = answers(table, place, false, days, tally);
        }
        MeasureKind::Retention { .. } => part.at = answers(table, place, true, days, tally),
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
fn kind_of<'m>(measure: &'m Measure, part: &MeasurePart) -> Kind<'m> {
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

/// The hours that lengths of time count.
enum Counted {
    All,
    Open(OpenTime),
}

impl Counted {
    fn of(mapping: &Mapping, kind: &MeasureKind) -> Self {
        match &mapping.hours {
            Some(schedule) if kind.hours() == Hours::Business => {
                Self::Open(OpenTime::of(schedule, &mapping.zone))
            }
            _ => Self::All,
        }
    }

    /// Milliseconds from one time to a later one.
    fn between(&self, from: i64, to: i64) -> i64 {
        match self {
            Self::All => to - from,
            Self::Open(open) => open.between(from, to),
        }
    }

    /// The time when so many milliseconds have passed.
    fn after(&self, from: i64, length: i64) -> i64 {
        match self {
            Self::All => from + length,
            Self::Open(open) => open.after(from, length).unwrap_or(NO_TIME),
        }
    }
}

/// Creation to an end, in the period of the end; what has not ended is open in the period of its creation.
fn durations(
    table: &Table,
    cases: &Cases<'_>,
    ends: &Times<'_>,
    place: usize,
    (limit, counted): (Option<f64>, &Counted),
    days: &mut Days<'_>,
    tally: &mut Tally<'_>,
) {
    // A date of its own stands beside rows, which cases made of events are not.
    let own = if table.mapping().events.is_none() { table.own_dates(place) } else { None };
    for case in days.part(cases.n) {
        let (created, ended) = (cases.created.at(case), ends.at(case));
        if created == NO_TIME {
            continue;
        }
        let group = tally.group(cases.row(case));
        if ended == NO_TIME {
            days.place(created, |period| tally.at(period, group).open += 1);
            continue;
        }
        let seconds = counted.between(created, ended) as f64 / 1000.0;
        let dated = own.map_or(ended, |own| own.time(case));
        days.place(dated, |period| {
            let cell = tally.at(period, group);
            cell.n += 1;
            cell.within += u64::from(limit.is_some_and(|limit| seconds <= limit));
            cell.values.push(seconds);
        });
    }
}

/// Kept by the due time, of what the basis says.
fn compliance(
    cases: &Cases<'_>,
    ends: &Times<'_>,
    basis: SlaBasis,
    (limit, counted): (Option<f64>, &Counted),
    days: &mut Days<'_>,
    tally: &mut Tally<'_>,
) {
    for case in days.part(cases.n) {
        let (created, resolved) = (cases.created.at(case), ends.at(case));
        let due = match limit {
            _ if !cases.due.is_absent() => cases.due.at(case),
            Some(limit) if created != NO_TIME => counted.after(created, (limit * 1000.0) as i64),
            _ => NO_TIME,
        };
        // While the service is closed no time passes: what is resolved then has taken no longer.
        let kept = || resolved <= due || counted.between(due, resolved) == 0;
        let dated = match basis {
            SlaBasis::Due => due,
            SlaBasis::Created => created,
            SlaBasis::Resolved => resolved,
        };
        if due == NO_TIME || dated == NO_TIME {
            continue;
        }
        let group = tally.group(cases.row(case));
        days.place(dated, |period| {
            let cell = tally.at(period, group);
            cell.n += 1;
            cell.denominator += 1.0;
            cell.numerator += f64::from(u8::from(resolved != NO_TIME && kept()));
            cell.open += u64::from(resolved == NO_TIME);
        });
    }
}

/// Answers on a scale, or verdicts as counts, in the period of their date. Gives the day all are true
/// at, where rows have no date.
fn answers(
    table: &Table,
    place: usize,
    verdicts: bool,
    days: &mut Days<'_>,
    tally: &mut Tally<'_>,
) -> Option<Date> {
    let when = When::of(table, place, days);
    let answers = table.answers(place);
    for row in days.part(answers.len()) {
        let answer = answers.answer(row);
        if answer == NO_ANSWER {
            continue;
        }
        let group = tally.group(row);
        when.place(row, days, |period| {
            let cell = tally.at(period, group);
            cell.n += 1;
            if verdicts {
                cell.denominator += 1.0;
                cell.numerator += f64::from(answer);
            } else {
                cell.answer(answer);
            }
        });
    }
    when.at()
}

/// A part of a whole, the part given itself or by what is missing from it.
fn counts(
    table: &Table,
    place: usize,
    given: &CountPart,
    days: &mut Days<'_>,
    tally: &mut Tally<'_>,
) -> Option<Date> {
    let when = When::of(table, place, days);
    let (wholes, parts) = table.counts(place);
    for row in days.part(table.rows()) {
        let (whole, part) = (wholes.number(row), parts.number(row));
        if whole.is_nan() || part.is_nan() {
            continue;
        }
        let numerator = if matches!(given, CountPart::Complement(_)) { whole - part } else { part };
        let group = tally.group(row);
        when.place(row, days, |period| {
            let cell = tally.at(period, group);
            cell.n += 1;
            cell.denominator += whole;
            cell.numerator += numerator;
        });
    }
    when.at()
}

/// What puts rows in a period: a column of dates, or one day for all.
enum When<'a> {
    Dates(&'a Packed),
    Never,
    At(Date, u32),
}

impl<'a> When<'a> {
    fn of(table: &'a Table, place: usize, days: &mut Days<'_>) -> Self {
        let at = table.mapping().at;
        match (table.dates(place), at) {
            (Some(dates), _) => Self::Dates(dates),
            (None, Some(at)) => Self::At(at, days.period_of(at)),
            (None, None) => Self::Never,
        }
    }

    fn place(&self, row: usize, days: &mut Days<'_>, then: impl FnOnce(u32)) {
        match self {
            Self::Dates(dates) => days.place(dates.time(row), then),
            Self::Never => {}
            Self::At(_, period) => then(*period),
        }
    }

    const fn at(&self) -> Option<Date> {
        match self {
            Self::Dates(_) | Self::Never => None,
            Self::At(at, _) => Some(*at),
        }
    }
}
