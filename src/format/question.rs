//! What is asked about a measure, from the JSON text of the page's options.

use crate::calendar::Date;
use crate::error::{Error, Pointer};
use crate::format::json::{self, Object, Reader};
use crate::format::plan::{counts_from, window};
use crate::format::segment;
use crate::plan::{Reading, Variant, Window};

/// A question about a KPI's measure, or about a measure without any KPI.
#[derive(Clone, Debug, PartialEq)]
pub struct Asked {
    /// What is asked about.
    pub of: Of,
    /// The dimensions to split by: none, one or two.
    pub by: Vec<String>,
    /// How many of the last complete periods to tell each for itself; the window as one where none is told.
    pub periods: Option<u32>,
    /// The names of the earlier and the later period, and where they stand.
    pub from: Option<(String, Pointer)>,
    /// The later one.
    pub to: Option<(String, Pointer)>,
}

/// What is asked about.
#[derive(Clone, Debug, PartialEq)]
pub enum Of {
    /// A KPI, by its id.
    Kpi(String),
    /// A measure of a source by a variant, in a unit, over a window.
    Measure(Reading, Option<String>, Window),
}

/// Reads a question.
///
/// # Errors
/// `options-invalid` with every issue.
pub fn decode(text: &str) -> Result<Asked, Error> {
    options(text, asked)
}

/// The process-behaviour charts there are.
const CHARTS: &[&str] = &["xmr", "p", "laney"];

/// Reads which KPI's course is asked for, the days its phases start, and the chart.
///
/// # Errors
/// `options-invalid` with every issue.
pub fn decode_signals(text: &str) -> Result<(String, Vec<Date>, Option<&'static str>), Error> {
    options(text, |reader| {
        let mut object = reader.object()?;
        let kpi = object.required_text("kpi");
        let phases = object.list("phases").iter().filter_map(Reader::date).collect();
        let known = |text: &str| CHARTS.iter().copied().find(|chart| *chart == text);
        let chart = object.field("chart").and_then(|field| field.choice(CHARTS, known));
        object.finish();
        Some((kpi, phases, chart))
    })
}

/// Whose figures are asked for, to recognise who serves well.
#[derive(Clone, Debug, PartialEq)]
pub struct RecognitionAsked {
    /// The KPI.
    pub kpi: String,
    /// The dimension whose values are the groups.
    pub by: String,
    /// So many complete periods together; the KPI's own window where none is told.
    pub periods: Option<u32>,
    /// What one must be above; the KPI's target where none is told.
    pub standard: Option<f64>,
    /// The least number of cases of a group, 5 or more.
    pub least: Option<u32>,
}

/// Reads whose figures are asked for.
///
/// # Errors
/// `options-invalid` with every issue.
pub fn decode_recognition(text: &str) -> Result<RecognitionAsked, Error> {
    options(text, |reader| {
        let mut object = reader.object()?;
        let asked = RecognitionAsked {
            kpi: object.required_text("kpi"),
            by: object.required_text("by"),
            periods: object.field("periods").and_then(|field| field.whole_in(1, 1000)),
            standard: object.number("standard"),
            least: object.field("least").and_then(|field| field.whole_in(5, 1_000_000)),
        };
        object.finish();
        Some(asked)
    })
}

/// Reads after how many months without a training one is due again; 12 where nothing is told.
///
/// # Errors
/// `options-invalid` with every issue.
pub fn decode_accountability(text: &str) -> Result<u32, Error> {
    const USUAL: u32 = 12;
    options(text, |reader| {
        let mut object = reader.object()?;
        let months = object.field("trainingMonths").and_then(|field| field.whole_in(1, 120));
        object.finish();
        Some(months.unwrap_or(USUAL))
    })
}

/// Reads which KPI's forecast is asked for, and how many periods ahead.
///
/// # Errors
/// `options-invalid` with every issue.
pub fn decode_forecast(text: &str) -> Result<(String, Option<u32>), Error> {
    options(text, |reader| {
        let mut object = reader.object()?;
        let kpi = object.required_text("kpi");
        let periods = object.field("periods").and_then(|field| field.whole_in(1, 1000));
        object.finish();
        Some((kpi, periods))
    })
}

/// Reads which node's move is asked for, and between which days.
///
/// # Errors
/// `options-invalid` with every issue.
pub fn decode_moved(text: &str) -> Result<(String, Date, Date), Error> {
    options(text, |reader| {
        let mut object = reader.object()?;
        let id = object.required_text("id");
        let (from, to) = (object.required_date("from"), object.required_date("to"));
        object.finish();
        Some((id, from?, to?))
    })
}

/// Reads the texts of a journal and, where it is given, of the plan of the last review.
///
/// # Errors
/// `options-invalid` with every issue.
pub fn decode_review(text: &str) -> Result<(String, Option<String>), Error> {
    options(text, |reader| {
        let mut object = reader.object()?;
        let journal = object.required("journal").and_then(|field| field.any_text());
        let before = object.field("before").and_then(|field| field.any_text());
        object.finish();
        Some((journal?.to_owned(), before.map(str::to_owned)))
    })
}

/// Options come from the page: text that is no JSON is as wrong an option as any other.
fn options<T>(text: &str, read: impl FnOnce(&Reader) -> Option<T>) -> Result<T, Error> {
    json::document(text, "options-invalid", read).map_err(|error| error.with_code("options-invalid"))
}

fn asked(reader: &Reader) -> Option<Asked> {
    let mut object = reader.object()?;
    let of = if object.has("kpi") || !object.has("source") {
        Some(Of::Kpi(object.required_text("kpi")))
    } else {
        measure(&mut object)
    };
    let by = object.list("by");
    if let Some(third) = by.get(2) {
        let count = by.len() as f64;
        third.report("segment-dimensions", [("count", count.into())]);
    }
    let by = by.iter().filter_map(|name| name.text().map(str::to_owned)).collect();
    let periods = object.field("periods").and_then(|field| field.whole_in(1, 1000));
    let mut period = |name| {
        let field = object.field(name)?;
        Some((field.text()?.to_owned(), field.pointer()))
    };
    let (from, to) = (period("from"), period("to"));
    object.finish();
    Some(Asked { of: of?, by, periods, from, to })
}

fn measure(object: &mut Object) -> Option<Of> {
    let (source, measure) = (object.required_text("source"), object.required_text("measure"));
    let variant =
        object.required("variant").and_then(|field| field.choice(Variant::NAMES, Variant::from_name));
    let segment = object.field("segment").and_then(|field| segment::decode(&field)).unwrap_or_default();
    let counts = object.field("counts").map(|field| counts_from(&field)).unwrap_or_default();
    let unit = object.text("unit");
    let window = object.field("window").and_then(|field| window(&field)).unwrap_or_default();
    let reading = Reading { source, measure, variant: variant?, segment, counts };
    Some(Of::Measure(reading, unit, window))
}
