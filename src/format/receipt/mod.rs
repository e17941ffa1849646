//! The receipt as JSON, version 1, and the hashes that it is made of (U3).

pub mod wire;

use crate::calendar::Date;
use crate::error::Error;
pub use crate::format::fingerprint::sha256;
use crate::format::json::scalar::{Day, Number, Text, Weight};
use crate::format::json::{self, Object, Reader};
use crate::format::mapping::wire::Version;
use crate::snapshot::{Receipt, ReceiptKpi, ReceiptSource};

/// Writes a receipt with its own hash: the same board gives the same bytes.
#[must_use]
pub fn encode(receipt: &Receipt) -> String {
    let mut wire = to_wire(receipt);
    wire.hash = Some(Text(seal(receipt)));
    json::compact(&wire)
}

/// The hash of all a receipt says.
#[must_use]
pub fn seal(receipt: &Receipt) -> String {
    sha256(&json::compact(&wire::Receipt { hash: None, ..to_wire(receipt) }))
}

/// Reads a receipt from JSON text.
///
/// # Errors
/// `json-syntax`, or `receipt-invalid` with every issue.
pub fn decode(text: &str) -> Result<Receipt, Error> {
    json::document(text, "receipt-invalid", receipt)
}

fn receipt(reader: &Reader) -> Option<Receipt> {
    let mut object = reader.object()?;
    if let Some(field) = object.required("version")
        && field.number() != Some(f64::from(Version::SUPPORTED))
    {
        field.report("version-unsupported", [("supported", f64::from(Version::SUPPORTED).into())]);
    }
    let receipt = Receipt {
        calculation: object.required_text("calculation"),
        as_of: object.required_date("asOf"),
        plan: object.required_text("plan"),
        records: object.text("records"),
        sources: object.each("sources", source),
        kpis: object.each("kpis", kpi),
        hash: object.text("hash"),
    };
    object.finish();
    Some(receipt)
}

fn source(reader: &Reader) -> Option<ReceiptSource> {
    let mut object = reader.object()?;
    let (id, data) = (object.required_text("id"), object.required_text("data"));
    let file = object.text("file");
    object.finish();
    Some(ReceiptSource { id, data, file })
}

fn kpi(reader: &Reader) -> Option<ReceiptKpi> {
    let mut object = reader.object()?;
    let kpi = ReceiptKpi {
        id: object.required_text("id"),
        definition: object.required_text("definition"),
        at: object.required_date("at").unwrap_or(Date::MIN),
        value: object.number("value"),
        n: count(&mut object),
        approximation: object.number_in("approximation", 0.0, 1.0),
        status: object.required_text("status"),
    };
    object.finish();
    Some(kpi)
}

fn count(object: &mut Object) -> Option<u64> {
    object.field("n").and_then(|field| field.count(0))
}

fn to_wire(receipt: &Receipt) -> wire::Receipt {
    let sources = receipt.sources.iter().map(|source| wire::ReceiptSource {
        id: Text::from(&source.id),
        data: Text::from(&source.data),
        file: source.file.as_ref().map(Text::from),
    });
    let kpis = receipt.kpis.iter().map(|kpi| wire::ReceiptKpi {
        id: Text::from(&kpi.id),
        definition: Text::from(&kpi.definition),
        at: Day(kpi.at),
        value: kpi.value.map(Number),
        n: kpi.n,
        approximation: kpi.approximation.map(Weight),
        status: Text::from(&kpi.status),
    });
    wire::Receipt {
        version: Version,
        calculation: Text::from(&receipt.calculation),
        as_of: Day(receipt.as_of.unwrap_or(Date::MIN)),
        plan: Text::from(&receipt.plan),
        records: receipt.records.as_ref().map(Text::from),
        sources: sources.collect(),
        kpis: kpis.collect(),
        hash: receipt.hash.as_ref().map(Text::from),
    }
}
