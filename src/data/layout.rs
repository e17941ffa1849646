//! Which columns a mapping needs, how each is read, and what each is for.

use super::{
    Condition, Count, CountPart, EventPick, Events, Family, Mapping, Measure, MeasureKind, Scale, Summed,
};
use crate::calendar::{Fault, Schedule};
use crate::error::{Issue, Pointer};

/// How the cells of a column are read.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Reading {
    /// A date or time.
    Time,
    /// A count from zero up.
    Count,
    /// A point of a scale from `least` up.
    Answer { least: i32, scale: Scale },
    /// Kept (1) or lost (0).
    Verdict { lost: Vec<String>, kept: Vec<String> },
    /// Whether a cell is what it must be: 1 or 0.
    Test(Condition),
    /// A length of time in seconds, `m:ss` or `h:mm:ss`.
    Length,
    /// A number of any sign.
    Money,
    /// One of few words.
    Word,
    /// An id, one a row or many rows of a case.
    Identity,
}

/// A column that is needed.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Spec {
    pub name: String,
    /// Where the mapping names it.
    pub pointer: Pointer,
    pub reading: Reading,
}

/// The columns of one measure, as places among the specs.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct MeasureColumns {
    /// The answer, the verdict or the denominator.
    pub value: Option<usize>,
    /// The numerator or complement.
    pub part: Option<usize>,
    /// The date of its own.
    pub date: Option<usize>,
}

/// The columns of one count, as places among the specs.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct CountColumns {
    /// Those of its tests, and of the tests of its whole.
    pub tests: Vec<usize>,
    /// The one that is summed.
    pub sum: Option<usize>,
    /// The date of its own.
    pub date: Option<usize>,
}

/// Every column a mapping needs, once, and which of them stands for what.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Layout {
    pub specs: Vec<Spec>,
    pub id: Option<usize>,
    pub case: Option<usize>,
    pub event_time: Option<usize>,
    /// Whether an event is of a kind that creates, answers, resolves or opens its case again.
    pub kinds: [Option<usize>; 4],
    pub created: Option<usize>,
    pub first_reply: Option<usize>,
    pub resolved: Option<usize>,
    pub first_resolved: Option<usize>,
    pub due: Option<usize>,
    pub answered: Option<usize>,
    pub dimensions: Vec<usize>,
    pub measures: Vec<MeasureColumns>,
    /// For each measure the columns of its counts, where it has them by name.
    pub counts: Vec<Vec<CountColumns>>,
}

impl Layout {
    pub(super) fn of(mapping: &Mapping) -> Self {
        let mut layout = Self::default();
        let at = Pointer::root();
        let columns = at.field("columns");
        layout.id = layout.optional(mapping.id.as_deref(), at.field("id"), Reading::Identity);
        if let Some(events) = &mapping.events {
            let at = at.field("events");
            layout.case = layout.optional(Some(&events.case), at.field("case"), Reading::Identity);
            layout.event_time = layout.optional(Some(&events.time), at.field("time"), Reading::Time);
            if let Some(kinds) = &events.kinds {
                let at = at.field("kinds").field("column");
                let lists = [&kinds.created, &kinds.first_reply, &kinds.resolved, &kinds.reopened];
                layout.kinds = lists.map(|words| {
                    let test = || Reading::Test(Condition::Among(words.clone()));
                    (!words.is_empty()).then(|| layout.place(&kinds.column, at.clone(), test()))
                });
            }
        }
        let mut time = |name: &Option<String>, field| {
            layout.optional(name.as_deref(), columns.field(field), Reading::Time)
        };
        let created = time(&mapping.columns.created, "created");
        let first_reply = time(&mapping.columns.first_reply, "firstReply");
        let resolved = time(&mapping.columns.resolved, "resolved");
        let first_resolved = time(&mapping.columns.first_resolved, "firstResolved");
        let due = time(&mapping.columns.due, "due");
        let answered = time(&mapping.columns.answered, "answered");
        let dimensions = mapping.dimensions.iter().enumerate();
        let dimensions = dimensions
            .map(|(i, dimension)| layout.place(&dimension.column, place_of(mapping, i), Reading::Word))
            .collect();
        let each = || {
            let place = |i| at.field("measures").index(i);
            mapping.measures.iter().enumerate().map(move |(i, measure)| (measure, place(i)))
        };
        let measures = each().map(|(measure, at)| layout.measure(measure, &at)).collect();
        layout.counts = each().map(|(measure, at)| layout.counts_of(measure, &at)).collect();
        Self { created, first_reply, resolved, first_resolved, due, answered, dimensions, measures, ..layout }
    }

    fn measure(&mut self, measure: &Measure, at: &Pointer) -> MeasureColumns {
        let date = self.optional(measure.date.as_deref(), at.field("date"), Reading::Time);
        let column = at.field("column");
        let value = match &measure.kind {
            MeasureKind::Resolution { .. }
            | MeasureKind::FirstReply { .. }
            | MeasureKind::Sla { .. }
            | MeasureKind::Items { .. }
            | MeasureKind::Tally { repeats: None, .. } => {
                let buyer = measure.kind.buyer();
                buyer.map(|customer| self.place(customer, at.field("customer"), Reading::Word))
            }
            MeasureKind::Tally { repeats: Some(repeats), .. } => {
                Some(self.place(&repeats.customer, at.field("customer"), Reading::Word))
            }
            MeasureKind::Customers { began, .. } => Some(self.place(began, at.field("began"), Reading::Time)),
            MeasureKind::Csat { column: name, scale }
            | MeasureKind::Favourability { column: name, scale } => {
                Some(self.place(name, column, Reading::Answer { least: 1, scale: scale.clone() }))
            }
            MeasureKind::Nps { column: name, words } => {
                let scale = Scale { top: 10, words: words.clone() };
                Some(self.place(name, column, Reading::Answer { least: 0, scale }))
            }
            MeasureKind::Answers { family, column: name, words } => {
                let (least, top) = MeasureKind::ends(*family);
                let scale = Scale { top, words: words.clone() };
                Some(self.place(name, column, Reading::Answer { least, scale }))
            }
            MeasureKind::Retention { column: name, lost, kept } => {
                Some(self.place(name, column, Reading::Verdict { lost: lost.clone(), kept: kept.clone() }))
            }
            MeasureKind::Counts { denominator, .. } => {
                Some(self.place(denominator, at.field("denominator"), Reading::Count))
            }
        };
        let part = match &measure.kind {
            MeasureKind::Counts { part: CountPart::Numerator(name), .. } => {
                Some(self.place(name, at.field("numerator"), Reading::Count))
            }
            MeasureKind::Counts { part: CountPart::Complement(name), .. } => {
                Some(self.place(name, at.field("complement"), Reading::Count))
            }
            MeasureKind::Customers { ended, .. } => Some(self.place(ended, at.field("ended"), Reading::Time)),
            MeasureKind::Tally { repeats: Some(repeats), .. } => {
                self.optional(repeats.topic.as_deref(), at.field("topic"), Reading::Word)
            }
            _ => None,
        };
        MeasureColumns { value, part, date }
    }

    fn counts_of(&mut self, measure: &Measure, at: &Pointer) -> Vec<CountColumns> {
        let (counts, columns, scale) = match &measure.kind {
            MeasureKind::Tally { counts, .. } => (counts.as_slice(), &[][..], None),
            MeasureKind::Items { columns, scale, .. } => (&[][..], columns.as_slice(), Some(scale)),
            _ => return Vec::new(),
        };
        let items = columns.iter().enumerate().filter_map(|(i, name)| {
            let at = at.field("columns").index(i);
            let place = self.place(name, at, Reading::Answer { least: 1, scale: scale?.clone() });
            Some(CountColumns { tests: vec![place], ..CountColumns::default() })
        });
        let items: Vec<_> = items.collect();
        if !items.is_empty() {
            return items;
        }
        counts.iter().map(|count| self.count(count, counts, &at.field("counts"))).collect()
    }

    fn count(&mut self, count: &Count, all: &[Count], at: &Pointer) -> CountColumns {
        let own = at.field(count.name);
        let mut tests = Vec::new();
        let mut each = Some(count);
        while let Some(count) = each {
            let at = at.field(count.name).field("column");
            let places = count
                .tests
                .iter()
                .map(|test| self.place(&test.column, at.clone(), Reading::Test(test.condition.clone())));
            tests.extend(places);
            each = count.whole().and_then(|whole| all.iter().find(|each| each.name == whole));
        }
        let reading = match count.of {
            Summed::Count => Reading::Count,
            Summed::Time => Reading::Length,
            Summed::Money => Reading::Money,
        };
        let sum = self.optional(count.sum.as_deref(), own.field("sum"), reading);
        let date = self.optional(count.date.as_deref(), own.field("date"), Reading::Time);
        CountColumns { tests, sum, date }
    }

    fn optional(&mut self, name: Option<&str>, pointer: Pointer, reading: Reading) -> Option<usize> {
        name.map(|name| self.place(name, pointer, reading))
    }

    /// The place of the column read that way, added where it is new.
    fn place(&mut self, name: &str, pointer: Pointer, reading: Reading) -> usize {
        let known = self.specs.iter().position(|spec| spec.name == name && spec.reading == reading);
        known.unwrap_or_else(|| {
            self.specs.push(Spec { name: name.to_owned(), pointer, reading });
            self.specs.len() - 1
        })
    }

    /// The column whose date puts a row of a survey, of retention or of counts in a period.
    pub(super) fn date_of(&self, measure: MeasureColumns) -> Option<usize> {
        measure.date.or(self.answered).or(self.event_time).or(self.created)
    }
}

/// Where the mapping names a dimension: one that is plain and alone is written by itself.
pub(super) fn place_of(mapping: &Mapping, dimension: usize) -> Pointer {
    match mapping.dimensions.as_slice() {
        [only] if !only.person => Pointer::root().field("dimension"),
        _ => Pointer::root().field("dimensions").index(dimension),
    }
}

/// What a mapping lacks for what it measures.
pub(super) fn check(mapping: &Mapping) -> Vec<Issue> {
    let mut issues = Vec::new();
    let root = Pointer::root();
    let layout = Layout::of(mapping);
    if mapping.source.trim().is_empty() {
        issues.push(Issue::new("empty-text", root.field("source")));
    }
    if let super::DateFormat::Pattern(pattern) = &mapping.dates
        && !throughline_rows::pattern_works(pattern.as_bytes())
    {
        issues.push(Issue::new("not-a-date-pattern", root.field("dates")).with("value", pattern.as_str()));
    }
    issues.extend(mapping.events.iter().flat_map(backwards));
    issues.extend(mapping.hours.iter().flat_map(closed));
    for (i, measure) in mapping.measures.iter().enumerate() {
        let at = root.field("measures").index(i);
        if let Some(first) = mapping.measures.iter().take(i).position(|other| other.id == measure.id) {
            let first = root.field("measures").index(first);
            issues.push(
                Issue::new("duplicate-id", at.field("id"))
                    .with("id", measure.id.as_str())
                    .with("first", first.as_str()),
            );
        }
        issues.extend(without_hours(mapping, measure, &at));
        let columns = layout.measures.get(i).copied().unwrap_or_default();
        issues.extend(lacking(mapping, &layout, measure, columns).into_iter().map(|(code, field)| {
            Issue::new(code, at.clone()).with("field", field).with("measure", measure.id.as_str())
        }));
    }
    issues
}

/// The openings of a schedule that cannot be.
fn closed(schedule: &Schedule) -> Vec<Issue> {
    let at = Pointer::root().field("hours");
    if schedule.is_empty() {
        return vec![Issue::new("no-open-hours", at)];
    }
    let issue = |(day, place, fault): (usize, usize, Fault)| {
        let code = match fault {
            Fault::Empty => "empty-opening",
            Fault::Overlap => "openings-overlap",
        };
        let name = Schedule::DAYS.get(day).copied().unwrap_or_default();
        Issue::new(code, at.field(name).index(place)).with("day", name)
    };
    schedule.faults().into_iter().map(issue).collect()
}

/// What a measure of business hours lacks: the hours, or the limit that they count.
fn without_hours(mapping: &Mapping, measure: &Measure, at: &Pointer) -> Vec<Issue> {
    let mut issues = Vec::new();
    let lacks = |code, at, field: &str| {
        Issue::new(code, at).with("field", field).with("measure", measure.id.as_str())
    };
    if measure.kind.hours() == super::Hours::Business {
        if mapping.hours.is_none() {
            issues.push(lacks("missing-field", at.clone(), "hours"));
        }
        if matches!(measure.kind, MeasureKind::Sla { limit: None, .. }) || due_says(mapping, measure) {
            issues.push(lacks("hours-without-limit", at.field("hours"), "limit"));
        }
    }
    let resolves = |events: &Events| events.kinds.as_ref().is_some_and(|kinds| !kinds.resolved.is_empty());
    let tells = mapping.columns.first_resolved.is_some() || mapping.events.as_ref().is_some_and(resolves);
    if measure.kind.resolved() == super::Resolved::First && !tells {
        issues.push(lacks("missing-field", at.clone(), "columns.firstResolved"));
    }
    issues
}

/// Whether a column says when a case is due, which no hours change.
fn due_says(mapping: &Mapping, measure: &Measure) -> bool {
    matches!(measure.kind, MeasureKind::Sla { .. }) && mapping.columns.due.is_some()
}

/// Which events end what another begins: before it, a case would take less than no time.
fn backwards(events: &Events) -> Vec<Issue> {
    let later = match events.created {
        EventPick::First => &[EventPick::Second, EventPick::Last][..],
        EventPick::Second | EventPick::Last => &[EventPick::Last][..],
    };
    let ends = [("firstReply", events.first_reply), ("resolved", Some(events.resolved))];
    let wrong = ends.into_iter().filter_map(|(field, pick)| Some((field, pick?)));
    let issue = |(field, pick): (&str, EventPick)| {
        let allowed: Vec<String> = later.iter().map(|pick| pick.name().to_owned()).collect();
        let at = Pointer::root().field("events").field(field);
        Issue::new("unknown-value", at).with("value", pick.name()).with("allowed", allowed)
    };
    wrong.filter(|(_, pick)| !later.contains(pick)).map(issue).collect()
}

/// The roles a measure needs and the mapping does not give.
fn lacking(
    mapping: &Mapping,
    layout: &Layout,
    measure: &Measure,
    columns: MeasureColumns,
) -> Vec<(&'static str, &'static str)> {
    let events = mapping.events.as_ref();
    let created = events.is_some() || layout.created.is_some();
    let resolved = events.is_some() || layout.resolved.is_some();
    let answers = |events: &Events| events.kinds.as_ref().is_some_and(|kinds| !kinds.first_reply.is_empty());
    let replied = events.is_some_and(|events| events.first_reply.is_some() || answers(events))
        || layout.first_reply.is_some();
    let needs: &[(bool, &str)] = match &measure.kind {
        MeasureKind::Resolution { .. } => &[(created, "columns.created"), (resolved, "columns.resolved")],
        MeasureKind::FirstReply { .. } => &[(created, "columns.created"), (replied, "columns.firstReply")],
        MeasureKind::Sla { basis, limit, .. } => &[
            (layout.due.is_some() || limit.is_some() && created, "columns.due"),
            (resolved, "columns.resolved"),
            (*basis != super::SlaBasis::Created || created, "columns.created"),
        ],
        MeasureKind::Tally { family: Family::Backlog, counts, .. } => {
            let plain = |name| counts.iter().any(|count| *count == Count::every(name));
            let ends = [("created", created, "columns.created"), ("resolved", resolved, "columns.resolved")];
            let lacking = ends.into_iter().filter(|(name, there, _)| plain(name) && !there);
            return lacking.map(|(_, _, field)| ("missing-field", field)).collect();
        }
        // There is no telling what came again without a time.
        kind @ MeasureKind::Tally { repeats, .. } if repeats.is_some() || kind.buyer().is_some() => {
            &[(layout.date_of(columns).is_some(), "date")]
        }
        MeasureKind::Customers { .. } => &[],
        MeasureKind::Tally { counts, .. } if counts.iter().all(|count| count.date.is_some()) => &[],
        _ => &[(mapping.at.is_some() || layout.date_of(columns).is_some(), "at")],
    };
    needs.iter().filter(|(there, _)| !there).map(|(_, field)| ("missing-field", *field)).collect()
}
