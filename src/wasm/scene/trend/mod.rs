//! A trend's request, read off JSON: nothing of it is left out in silence.

mod layers;
mod points;

use super::asked::{Look, above, given, look};
use crate::calendar::day_number;
use crate::chart::trend::{Base, Labels, Series, Trend, Words};
use crate::error::Error;
use crate::format::json::Issues;
use crate::format::json::{self, Object, Reader, Value};

/// CSS pixels.
const HEIGHTS: (f64, f64) = (80.0, 2000.0);
/// Days from 1 January of the year 1 to 31 December 9999.
const DAYS: (f64, f64) = (-719_162.0, 2_932_896.0);
/// Milliseconds a day.
const DAY_MS: f64 = 86_400_000.0;
/// Minutes that a clock on the wall may be ahead or behind.
const OFFSET: f64 = 1_440.0;
/// Values beyond these are no numbers of any service.
const LARGEST: f64 = 1e300;

/// A trend as asked for, and where its points are.
#[derive(Debug)]
pub struct AskedTrend {
    /// All but the points.
    pub trend: Trend,
    /// The points where they were written out.
    pub points: Option<Series>,
    /// Else the number of the series that was handed over before.
    pub data: Option<u32>,
}

/// The earliest and the latest time that there may be, for times of so many a day.
#[must_use]
pub fn limits(per_day: f64) -> (f64, f64) {
    (DAYS.0 * per_day, DAYS.1 * per_day)
}

/// Reads a request from JSON text, that of a `TrendRequest`.
///
/// # Errors
/// `json-syntax`, or `trend-invalid` with every issue.
///
/// ```
/// use throughline::wasm::scene::trend;
/// let text = r#"{ "width": 400, "points": [{ "at": "2026-01-31", "value": 3 }, { "at": "2026-01-01", "value": 4 }] }"#;
/// let issues: Vec<_> = trend(text).unwrap_err().issues().iter().map(|i| format!("{} {}", i.code, i.at.as_str())).collect();
/// assert_eq!(issues, ["time-backwards /points/1/at"]);
/// ```
pub fn trend(text: &str) -> Result<AskedTrend, Error> {
    json::document(text, "trend-invalid", asked)
}

/// Reads what stands at the ticks from JSON text, that of a `TrendLabels`.
///
/// # Errors
/// `json-syntax`, or `trend-invalid` with every issue.
pub fn labels(text: &str) -> Result<Labels, Error> {
    let value = json::parse(text).map_err(|error| error.with_code("trend-invalid"))?;
    let issues = Issues::new();
    let mut labels = Labels::default();
    if let Some(mut object) = Reader::root(&value, &issues).object() {
        let text = |reader: &Reader| reader.any_text().unwrap_or_default().to_owned();
        labels.values = object.list("values").iter().map(text).collect();
        let pair = |reader: &Reader| {
            let lines = reader.list().unwrap_or_default();
            (lines.first().map(text).unwrap_or_default(), lines.get(1).map(text).unwrap_or_default())
        };
        labels.times = object.list("times").iter().map(pair).collect();
    }
    issues.finish("trend-invalid")?;
    Ok(labels)
}

fn asked(reader: &Reader) -> Option<AskedTrend> {
    let mut object = reader.object()?;
    let look = look(&mut object);
    let clock = Clock::of(&mut object);
    let data = given(&mut object, "data").and_then(|field| field.whole_in(0, u32::MAX));
    let list = given(&mut object, "points");
    let points = list.and_then(|field| points::points(&field, &clock));
    let (spreads, points) = points.map_or((Vec::new(), None), |(series, spreads)| (spreads, Some(series)));
    if data.is_none() && list.is_none() {
        object.missing("points");
    }
    let mut trend = framed(&mut object, look, &clock)?;
    trend.spreads = spreads;
    layers::read(&mut object, &mut trend, &clock);
    trend.words = given(&mut object, "words").and_then(|field| words(&field)).unwrap_or_default();
    object.finish();
    Some(AskedTrend { trend, points, data })
}

/// Size, look, window and axis.
fn framed(object: &mut Object, look: Look, clock: &Clock) -> Option<Trend> {
    let Look { width, ratio, direction, font, palette } = look;
    let height = given(object, "height").and_then(|field| field.number_in(HEIGHTS.0, HEIGHTS.1));
    let window = given(object, "window").and_then(|field| clock.stretch(&field));
    let base = given(object, "base").and_then(|field| field.position(&["near", "zero", "data"]));
    let gap = given(object, "gap").and_then(|field| above(&field, field.number()?, 0.0));
    let [hover, select] =
        ["hover", "select"].map(|name| given(object, name).and_then(|field| clock.at(&field)));
    let width = width?;
    Some(Trend {
        width,
        height: height.unwrap_or_else(|| (width * 0.42).round().clamp(160.0, 320.0)),
        ratio,
        direction,
        font,
        palette,
        per_day: clock.per_day,
        ahead: clock.ahead,
        window,
        base: match base {
            Some(1) => Base::Zero,
            Some(2) => Base::Data,
            _ => Base::Near,
        },
        gap,
        hover,
        select,
        ..Trend::default()
    })
}

/// What a number of time means.
pub(super) struct Clock {
    per_day: f64,
    ahead: f64,
}

impl Clock {
    fn of(object: &mut Object) -> Self {
        let unit = given(object, "time").and_then(|field| field.position(&["days", "milliseconds"]));
        let offset = given(object, "offset").and_then(|field| field.number_in(-OFFSET, OFFSET));
        Self {
            per_day: if unit == Some(1) { DAY_MS } else { 1.0 },
            ahead: offset.unwrap_or_default() / OFFSET,
        }
    }

    /// A time: a number, or a day as YYYY-MM-DD.
    fn at(&self, field: &Reader) -> Option<f64> {
        if matches!(field.value(), Value::String(_)) {
            return Some((f64::from(day_number(field.date()?)) - self.ahead) * self.per_day);
        }
        let (least, most) = limits(self.per_day);
        field.number_in(least, most)
    }

    /// A time that must be there.
    fn required(&self, object: &mut Object, name: &'static str) -> Option<f64> {
        object.required(name).and_then(|field| self.at(&field))
    }

    /// A stretch of time with both its ends: the later one behind the earlier.
    fn stretch(&self, field: &Reader) -> Option<(f64, f64)> {
        let mut object = field.object()?;
        let from = self.required(&mut object, "from");
        let to = object.required("to").and_then(|to| above(&to, self.at(&to)?, from?));
        object.finish();
        Some((from?, to?))
    }
}

fn words(reader: &Reader) -> Option<Words> {
    let mut object = reader.object()?;
    let mut words = Words::default();
    for (name, word) in [
        ("value", &mut words.value),
        ("before", &mut words.before),
        ("target", &mut words.target),
        ("centre", &mut words.centre),
        ("limits", &mut words.limits),
        ("signal", &mut words.signal),
        ("interval", &mut words.interval),
        ("forecast", &mut words.forecast),
        ("stale", &mut words.stale),
        ("empty", &mut words.empty),
    ] {
        if let Some(text) = given(&mut object, name).and_then(|field| field.any_text()) {
            text.clone_into(word);
        }
    }
    object.finish();
    Some(words)
}

#[cfg(test)]
mod tests;
