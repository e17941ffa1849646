//! A mapping to the shape of its JSON: what follows by itself is left out.

use super::wire;
use crate::calendar::{Granularity, Zone};
use crate::data::{
    Columns, CountPart, DateFormat, EventPick, Events, Mapping, Measure, MeasureKind, Scale, SlaBasis,
};
use crate::format::json::scalar::{Day, Number, Text, Weight, Word};

pub(super) fn mapping(mapping: &Mapping) -> wire::Mapping {
    let text = |text: &Option<String>| text.as_ref().map(Text::from);
    wire::Mapping {
        version: wire::Version,
        source: Text::from(&mapping.source),
        name: text(&mapping.name),
        period: unless(mapping.period, Granularity::Month).map(Word),
        zone: (mapping.zone != Zone::utc()).then(|| zone(&mapping.zone)),
        delimiter: mapping.delimiter.and_then(delimiter),
        decimal: mapping.decimal_comma.then_some(wire::Decimal::Comma),
        dates: match &mapping.dates {
            DateFormat::Iso => None,
            DateFormat::Pattern(pattern) => Some(Text::from(pattern)),
        },
        id: text(&mapping.id),
        events: mapping.events.as_ref().map(events),
        columns: (mapping.columns != Columns::default()).then(|| columns(&mapping.columns)),
        dimension: text(&mapping.dimension),
        at: mapping.at.map(Day),
        missing: mapping.missing.clone(),
        measures: mapping.measures.iter().map(measure).collect(),
    }
}

fn unless<T: PartialEq>(value: T, usual: T) -> Option<T> {
    (value != usual).then_some(value)
}

fn zone(zone: &Zone) -> wire::Zone {
    let transitions = zone.transitions().to_vec();
    wire::Zone::Offsets(wire::Offsets { offset: zone.initial(), transitions })
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

fn events(events: &Events) -> wire::Events {
    wire::Events {
        case: Text::from(&events.case),
        time: Text::from(&events.time),
        created: unless(events.created, EventPick::First).map(Word),
        first_reply: events.first_reply.map(Word),
        resolved: unless(events.resolved, EventPick::Last).map(Word),
    }
}

fn columns(columns: &Columns) -> wire::Columns {
    let text = |text: &Option<String>| text.as_ref().map(Text::from);
    wire::Columns {
        created: text(&columns.created),
        first_reply: text(&columns.first_reply),
        resolved: text(&columns.resolved),
        due: text(&columns.due),
        answered: text(&columns.answered),
    }
}

fn measure(measure: &Measure) -> wire::Measure {
    let id = Text::from(&measure.id);
    let date = measure.date.as_ref().map(Text::from);
    let seconds = |limit: &Option<f64>| limit.map(Weight);
    match &measure.kind {
        MeasureKind::Resolution { limit } => {
            wire::Measure::Resolution(wire::Duration { id, date, limit: seconds(limit) })
        }
        MeasureKind::FirstReply { limit } => {
            wire::Measure::FirstReply(wire::Duration { id, date, limit: seconds(limit) })
        }
        MeasureKind::Sla { basis, limit } => {
            let denominator = unless(*basis, SlaBasis::Due).map(Word);
            wire::Measure::Sla(wire::Sla { id, date, denominator, limit: seconds(limit) })
        }
        MeasureKind::Csat { column, scale } => wire::Measure::Csat(answer(id, date, column, scale)),
        MeasureKind::Favourability { column, scale } => {
            wire::Measure::Favourability(answer(id, date, column, scale))
        }
        MeasureKind::Nps { column, words } => {
            wire::Measure::Nps(wire::Nps { id, date, column: Text::from(column), words: words.clone() })
        }
        MeasureKind::Retention { column, lost, kept } => {
            let (lost, kept) = (lost.clone(), kept.clone());
            wire::Measure::Retention(wire::Retention { id, date, column: Text::from(column), lost, kept })
        }
        MeasureKind::Counts { denominator, part } => {
            let (numerator, complement) = match part {
                CountPart::Numerator(name) => (Some(Text::from(name)), None),
                CountPart::Complement(name) => (None, Some(Text::from(name))),
            };
            let denominator = Text::from(denominator);
            wire::Measure::Counts(wire::Counts { id, date, denominator, numerator, complement })
        }
    }
}

fn answer(id: Text, date: Option<Text>, column: &String, scale: &Scale) -> wire::Scale {
    let top = unless(scale.top, 5).map(|top| Number(f64::from(top)));
    wire::Scale { id, date, column: Text::from(column), scale: top, words: scale.words.clone() }
}
