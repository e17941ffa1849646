//! A mapping to the shape of its JSON: what follows by itself is left out.

use super::encode_tally::{tally, with_repeats, with_worth};
use super::wire;
use crate::calendar::{Granularity, Opening, Schedule, Zone};
use crate::data::{
    Columns, CountPart, DateFormat, Dimension, EventPick, Events, Family, Hours, Mapping, Measure,
    MeasureKind, Resolved, Scale, SlaBasis,
};
use crate::format::calendar;
use crate::format::json::scalar::{Day, Text, Weight, Word};

pub(super) fn mapping(mapping: &Mapping) -> wire::Mapping {
    let text = |text: &Option<String>| text.as_ref().map(Text::from);
    wire::Mapping {
        version: wire::Version,
        source: Text::from(&mapping.source),
        name: text(&mapping.name),
        period: unless(mapping.period, &Granularity::Month).map(Word),
        calendar: calendar::encode(mapping.calendar),
        zone: (mapping.zone != Zone::utc()).then(|| zone(&mapping.zone)),
        hours: mapping.hours.as_ref().map(hours),
        delimiter: mapping.delimiter.and_then(delimiter),
        decimal: mapping.decimal_comma.then_some(wire::DecimalMark::Comma),
        dates: match &mapping.dates {
            DateFormat::Iso => None,
            DateFormat::Pattern(pattern) => Some(Text::from(pattern)),
        },
        id: text(&mapping.id),
        events: mapping.events.as_ref().map(events),
        columns: (mapping.columns != Columns::default()).then(|| columns(&mapping.columns)),
        dimension: alone(&mapping.dimensions),
        dimensions: listed(&mapping.dimensions),
        cross: mapping.cross.iter().filter_map(|pair| names(mapping, *pair)).collect(),
        minimum: unless(mapping.minimum, &Mapping::LEAST_GROUP),
        at: mapping.at.map(Day),
        missing: mapping.missing.clone(),
        measures: mapping.measures.iter().filter_map(measure).collect(),
    }
}

/// The column of a dimension that is plain and alone.
pub fn alone(dimensions: &[Dimension]) -> Option<Text> {
    match dimensions {
        [only] if !only.person => Some(Text::from(&only.column)),
        _ => None,
    }
}

/// The dimensions where they are no plain one.
pub fn listed(dimensions: &[Dimension]) -> Vec<wire::DimensionColumn> {
    match alone(dimensions) {
        None => dimensions.iter().map(wire::DimensionColumn::from).collect(),
        Some(_) => Vec::new(),
    }
}

fn names(mapping: &Mapping, (one, other): (u8, u8)) -> Option<(Text, Text)> {
    let name = |place: u8| mapping.dimensions.get(usize::from(place)).map(|each| Text::from(&each.column));
    name(one).zip(name(other))
}

fn unless<T: PartialEq>(value: T, usual: &T) -> Option<T> {
    (value != *usual).then_some(value)
}

fn zone(zone: &Zone) -> wire::MappingZone {
    let transitions = zone.transitions().to_vec();
    wire::MappingZone::Offsets(wire::ZoneOffsets { offset: zone.initial(), transitions })
}

fn hours(schedule: &Schedule) -> wire::OpeningHours {
    let time = |minute: u16| format!("{:02}:{:02}", minute / 60, minute % 60);
    let opening = |opening: &Opening| wire::Opening(format!("{}-{}", time(opening.from), time(opening.to)));
    let [mon, tue, wed, thu, fri, sat, sun] =
        schedule.week.each_ref().map(|day| day.iter().map(opening).collect());
    let holidays = schedule.holidays.iter().map(|day| Day(*day)).collect();
    wire::OpeningHours { mon, tue, wed, thu, fri, sat, sun, holidays }
}

const fn delimiter(byte: u8) -> Option<wire::Delimiter> {
    match byte {
        b',' => Some(wire::Delimiter::Comma),
        b';' => Some(wire::Delimiter::Semicolon),
        b'\t' => Some(wire::Delimiter::Tab),
        b'|' => Some(wire::Delimiter::Bar),
        _ => None,
    }
}

fn events(events: &Events) -> wire::EventColumns {
    wire::EventColumns {
        case: Text::from(&events.case),
        time: Text::from(&events.time),
        created: unless(events.created, &EventPick::First).map(Word),
        first_reply: events.first_reply.map(Word),
        resolved: unless(events.resolved, &EventPick::Last).map(Word),
        kinds: events.kinds.as_ref().map(|kinds| wire::EventKinds {
            column: Text::from(&kinds.column),
            created: kinds.created.clone(),
            first_reply: kinds.first_reply.clone(),
            resolved: kinds.resolved.clone(),
            reopened: kinds.reopened.clone(),
        }),
    }
}

fn columns(columns: &Columns) -> wire::TimeColumns {
    let text = |text: &Option<String>| text.as_ref().map(Text::from);
    wire::TimeColumns {
        created: text(&columns.created),
        first_reply: text(&columns.first_reply),
        resolved: text(&columns.resolved),
        first_resolved: text(&columns.first_resolved),
        due: text(&columns.due),
        answered: text(&columns.answered),
    }
}

fn measure(measure: &Measure) -> Option<wire::MappingMeasure> {
    let id = Text::from(&measure.id);
    let date = measure.date.as_ref().map(Text::from);
    Some(match &measure.kind {
        MeasureKind::Resolution { limit, .. } => {
            duration(id, date, wire::DurationFamily::Resolution, *limit, &measure.kind)
        }
        MeasureKind::FirstReply { limit, .. } => {
            duration(id, date, wire::DurationFamily::FirstReply, *limit, &measure.kind)
        }
        MeasureKind::Sla { basis, limit, .. } => wire::MappingMeasure::Sla(wire::SlaMeasure {
            id,
            kpi: wire::SlaFamily::Sla,
            date,
            denominator: unless(*basis, &SlaBasis::Due).map(Word),
            limit: limit.map(Weight),
            hours: clock(&measure.kind),
            resolved: ending(&measure.kind),
        }),
        MeasureKind::Csat { column, scale } => answer(id, date, wire::ScaleFamily::Csat, column, scale),
        MeasureKind::Favourability { column, scale } => {
            answer(id, date, wire::ScaleFamily::Favourability, column, scale)
        }
        MeasureKind::Answers { family, column, words } => wire::MappingMeasure::Nps(wire::NpsMeasure {
            id,
            kpi: match family {
                Family::Ces => wire::NpsFamily::Ces,
                Family::Ces1 => wire::NpsFamily::Ces1,
                _ => wire::NpsFamily::Enps,
            },
            date,
            column: Text::from(column),
            words: words.clone(),
        }),
        MeasureKind::Nps { column, words } => wire::MappingMeasure::Nps(wire::NpsMeasure {
            id,
            kpi: wire::NpsFamily::Nps,
            date,
            column: Text::from(column),
            words: words.clone(),
        }),
        MeasureKind::Retention { column, lost, kept } => {
            wire::MappingMeasure::Retention(wire::RetentionMeasure {
                id,
                kpi: wire::RetentionFamily::Retention,
                date,
                column: Text::from(column),
                lost: lost.clone(),
                kept: kept.clone(),
            })
        }
        MeasureKind::Counts { denominator, part } => counts(id, date, denominator, part),
        MeasureKind::Tally { family, counts, opening, estimate, repeats, worth } => {
            let mut told = tally((id, date), (*family, counts), *opening, estimate.as_ref())?;
            repeats.iter().for_each(|repeats| with_repeats(&mut told, repeats));
            worth.iter().for_each(|worth| with_worth(&mut told, *family, worth));
            wire::MappingMeasure::Tally(told)
        }
        MeasureKind::Customers { family, began, ended, opening } => {
            wire::MappingMeasure::Customers(wire::CustomersMeasure {
                id,
                kpi: match family {
                    Family::Churn => wire::CustomersFamily::Churn,
                    _ => wire::CustomersFamily::Retention,
                },
                date,
                began: Text::from(began),
                ended: Text::from(ended),
                opening: (*opening > 0.0).then_some(Weight(*opening)),
            })
        }
        MeasureKind::Items { family, columns, scale } => wire::MappingMeasure::Items(wire::ItemsMeasure {
            id,
            kpi: match family {
                Family::Alpha => wire::ItemsFamily::Alpha,
                _ => wire::ItemsFamily::Favourability,
            },
            date,
            columns: columns.iter().map(Text::from).collect(),
            scale: unless(scale.top, &5),
            words: scale.words.clone(),
        }),
    })
}

fn duration(
    id: Text,
    date: Option<Text>,
    kpi: wire::DurationFamily,
    limit: Option<f64>,
    kind: &MeasureKind,
) -> wire::MappingMeasure {
    let (limit, hours, resolved) = (limit.map(Weight), clock(kind), ending(kind));
    wire::MappingMeasure::Duration(wire::DurationMeasure { id, kpi, date, limit, hours, resolved })
}

fn clock(kind: &MeasureKind) -> Option<Word<Hours>> {
    unless(kind.hours(), &Hours::Calendar).map(Word)
}

fn ending(kind: &MeasureKind) -> Option<Word<Resolved>> {
    unless(kind.resolved(), &Resolved::Last).map(Word)
}

fn answer(
    id: Text,
    date: Option<Text>,
    kpi: wire::ScaleFamily,
    column: &String,
    scale: &Scale,
) -> wire::MappingMeasure {
    let top = unless(scale.top, &5);
    let (column, words) = (Text::from(column), scale.words.clone());
    wire::MappingMeasure::Scale(wire::ScaleMeasure { id, kpi, date, column, scale: top, words })
}

fn counts(id: Text, date: Option<Text>, denominator: &String, part: &CountPart) -> wire::MappingMeasure {
    let (numerator, complement) = match part {
        CountPart::Numerator(name) => (Some(Text::from(name)), None),
        CountPart::Complement(name) => (None, Some(Text::from(name))),
    };
    let denominator = Text::from(denominator);
    let kpi = wire::CountsFamily::Counts;
    wire::MappingMeasure::Counts(wire::CountsMeasure { id, kpi, date, denominator, numerator, complement })
}
