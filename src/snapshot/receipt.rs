//! What a board came to, and from what: enough to have a number again and to see what has changed since (U3).

use crate::calendar::Date;

/// A receipt for the numbers of a board.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Receipt {
    /// The version of the calculation.
    pub calculation: String,
    /// The day it was read at.
    pub as_of: Option<Date>,
    /// SHA-256 of the plan as it is written.
    pub plan: String,
    /// SHA-256 of what was recorded; none where nothing was.
    pub records: Option<String>,
    /// The sources, in order of their ids.
    pub sources: Vec<ReceiptSource>,
    /// The KPIs, in the plan's order.
    pub kpis: Vec<ReceiptKpi>,
    /// SHA-256 of all of this; none until it is written.
    pub hash: Option<String>,
}

/// The data of one source.
#[derive(Clone, Debug, PartialEq)]
pub struct ReceiptSource {
    /// The id.
    pub id: String,
    /// SHA-256 of its partials as they are written: the same for rows and for their snapshot.
    pub data: String,
    /// SHA-256 of the bytes of its file, where one file made it; of more than 1 MiB that of its parts.
    pub file: Option<String>,
}

/// One number.
#[derive(Clone, Debug, PartialEq)]
pub struct ReceiptKpi {
    /// The id.
    pub id: String,
    /// What it is read from and how, such as `tickets/resolution:median`; `typed` where it is typed.
    pub definition: String,
    /// The day the value was true.
    pub at: Date,
    /// The value in the KPI's unit; none where there is none.
    pub value: Option<f64>,
    /// How many cases stand behind it.
    pub n: Option<u64>,
    /// The relative error, where the value is read from a sketch.
    pub approximation: Option<f64>,
    /// How it stood.
    pub status: String,
}
