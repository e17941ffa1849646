//! JSON to what is asked of a table.

use crate::format::json::Reader;
use crate::format::plan::window;
use crate::kpi::{TableQuestion, TimeUnit};
use crate::plan::Variant;

pub(super) fn question(reader: &Reader) -> Option<TableQuestion> {
    let mut object = reader.object()?;
    let unit = object.field("unit").and_then(|field| field.position(&TimeUnit::SIGNS));
    let question = TableQuestion {
        measure: object.text("measure"),
        variant: object.field("variant").and_then(|field| field.choice(Variant::NAMES, Variant::from_name)),
        unit: unit.and_then(|place| TimeUnit::SIGNS.get(place)).map(|sign| (*sign).to_owned()),
        window: object.field("window").and_then(|field| window(&field)),
        as_of: object.date("asOf"),
    };
    object.finish();
    Some(question)
}
