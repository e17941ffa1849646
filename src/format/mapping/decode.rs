//! JSON to a mapping.

use super::decode_dimension::{cross, dimensions};
use super::decode_measure::measure;
use super::wire::Version;
use crate::calendar::{Granularity, Opening, Schedule, Zone};
use crate::data::{Columns, DateFormat, EventKinds, EventPick, Events, Mapping};
use crate::format::calendar;
use crate::format::json::Reader;

pub(super) fn mapping(reader: &Reader) -> Option<Mapping> {
    let mut object = reader.object()?;
    object.version(Version::SUPPORTED.into());
    let dimensions = dimensions(&mut object);
    let cross = cross(&mut object, &dimensions);
    let mapping = Mapping {
        source: object.required_text("source"),
        name: object.text("name"),
        period: object.word("period").unwrap_or(Granularity::Month),
        calendar: object.field("calendar").and_then(|field| calendar::decode(&field)).unwrap_or_default(),
        zone: object.field("zone").and_then(|field| zone(&field)).unwrap_or_default(),
        hours: object.field("hours").and_then(|field| hours(&field)),
        delimiter: object.field("delimiter").and_then(|field| delimiter(&field)),
        decimal_comma: object
            .field("decimal")
            .and_then(|field| field.choice(&[".", ","], comma))
            .unwrap_or(false),
        dates: object.field("dates").and_then(|field| dates(&field)).unwrap_or_default(),
        id: object.text("id"),
        events: object.field("events").and_then(|field| events(&field)),
        columns: object.field("columns").and_then(|field| columns(&field)).unwrap_or_default(),
        dimensions,
        cross,
        minimum: object
            .field("minimum")
            .and_then(|field| field.whole_in(Mapping::LEAST_GROUP, Mapping::HIGHEST_GROUP))
            .unwrap_or(Mapping::LEAST_GROUP),
        at: object.date("at"),
        missing: object.list("missing").iter().filter_map(Reader::any_text).map(str::to_owned).collect(),
        measures: object.list("measures").iter().filter_map(measure).collect(),
    };
    object.finish();
    Some(mapping)
}

fn comma(text: &str) -> Option<bool> {
    match text {
        "." => Some(false),
        "," => Some(true),
        _ => None,
    }
}

fn delimiter(reader: &Reader) -> Option<u8> {
    reader.choice(&[",", ";", "\t", "|"], |text| match text.as_bytes() {
        [delimiter @ (b',' | b';' | b'\t' | b'|')] => Some(*delimiter),
        _ => None,
    })
}

fn dates(reader: &Reader) -> Option<DateFormat> {
    reader.text().map(|text| match text {
        "iso" => DateFormat::Iso,
        pattern => DateFormat::Pattern(pattern.to_owned()),
    })
}

/// `"UTC"`, or an offset to begin with and the changes that follow, in seconds.
fn zone(reader: &Reader) -> Option<Zone> {
    const WIDEST: f64 = 86_400.0;
    // The end of the calendar, in seconds.
    const LATEST: f64 = 3e11;
    if reader.value().is_string() {
        return reader.choice(&["UTC"], |text| (text == "UTC").then(Zone::utc));
    }
    let mut object = reader.object()?;
    let initial = object.required("offset").and_then(|field| whole(&field, WIDEST));
    let items = object.list("transitions");
    let changes = items.iter().filter_map(|item| {
        let pair = item.list()?;
        let [at, offset] = pair.as_slice() else {
            item.wrong_type("pair");
            return None;
        };
        Some((whole(at, LATEST)?, whole(offset, WIDEST)? as i32))
    });
    let changes = changes.collect();
    object.finish();
    Some(Zone::new(initial? as i32, changes))
}

fn hours(reader: &Reader) -> Option<Schedule> {
    let mut object = reader.object()?;
    let mut schedule = Schedule::default();
    for (day, name) in schedule.week.iter_mut().zip(Schedule::DAYS) {
        day.extend(object.list(name).iter().filter_map(opening));
    }
    schedule.holidays = object.list("holidays").iter().filter_map(Reader::date).collect();
    object.finish();
    Some(schedule)
}

/// `09:00-17:00`, in minutes since midnight.
fn opening(reader: &Reader) -> Option<Opening> {
    let text = reader.any_text()?;
    let parts = text.split_once('-').and_then(|(from, to)| Some((minute(from)?, minute(to)?)));
    let found = parts.filter(|(from, _)| *from < 1440).map(|(from, to)| Opening { from, to });
    if found.is_none() {
        reader.report("not-an-opening", [("value", text.into())]);
    }
    found
}

/// `HH:MM` up to `24:00`.
fn minute(text: &str) -> Option<u16> {
    let &[h1, h2, b':', m1, m2] = text.trim().as_bytes() else { return None };
    let two = |tens: u8, ones: u8| {
        (tens.is_ascii_digit() && ones.is_ascii_digit())
            .then(|| u16::from(tens - b'0') * 10 + u16::from(ones - b'0'))
    };
    let (hour, minute) = (two(h1, h2)?, two(m1, m2)?);
    (minute < 60 && hour * 60 + minute <= 1440).then_some(hour * 60 + minute)
}

/// A whole number, at most so far from 0.
fn whole(reader: &Reader, most: f64) -> Option<i64> {
    let number = reader.number_in(-most, most)?;
    if number.fract().abs() > 0.0 {
        reader.wrong_type("integer");
        return None;
    }
    Some(number as i64)
}

fn events(reader: &Reader) -> Option<Events> {
    let mut object = reader.object()?;
    let events = Events {
        case: object.required_text("case"),
        time: object.required_text("time"),
        created: object.word("created").unwrap_or(EventPick::First),
        first_reply: object.word("firstReply"),
        resolved: object.word("resolved").unwrap_or(EventPick::Last),
        kinds: object.field("kinds").and_then(|field| kinds(&field)),
    };
    object.finish();
    Some(events)
}

fn kinds(reader: &Reader) -> Option<EventKinds> {
    let mut object = reader.object()?;
    let mut words = |name| {
        let list = object.list(name);
        list.iter().filter_map(Reader::text).map(str::to_owned).collect()
    };
    let (created, first_reply) = (words("created"), words("firstReply"));
    let (resolved, reopened) = (words("resolved"), words("reopened"));
    let kinds =
        EventKinds { column: object.required_text("column"), created, first_reply, resolved, reopened };
    object.finish();
    Some(kinds)
}

fn columns(reader: &Reader) -> Option<Columns> {
    let mut object = reader.object()?;
    let columns = Columns {
        created: object.text("created"),
        first_reply: object.text("firstReply"),
        resolved: object.text("resolved"),
        first_resolved: object.text("firstResolved"),
        due: object.text("due"),
        answered: object.text("answered"),
    };
    object.finish();
    Some(columns)
}
