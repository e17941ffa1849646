//! The receipt as JSON has it, version 1.

use crate::format::json::scalar::{Day, Number, Text, Weight};
use crate::format::mapping::wire::Version;
use crate::format::wire::wire;

wire! {
    /// A receipt: what a board came to and from what, so that anybody with plan and data can have its numbers again.
    Receipt {
        /// The version of this format.
        version: Version,
        /// The version of the calculation.
        calculation: Text,
        /// The day the board was read at.
        as_of: Day,
        /// SHA-256 of the plan as the package writes it.
        plan: Text,
        /// SHA-256 of what was recorded since.
        #[serde(skip_serializing_if = "Option::is_none")]
        records: Option<Text>,
        /// The data.
        sources: Vec<ReceiptSource>,
        /// The numbers.
        kpis: Vec<ReceiptKpi>,
        /// SHA-256 of this receipt without this field.
        #[serde(skip_serializing_if = "Option::is_none")]
        hash: Option<Text>,
    }

    /// The data of one source.
    ReceiptSource {
        /// The source's id.
        id: Text,
        /// SHA-256 of its partials as a snapshot has them: the same for rows and for their snapshot.
        data: Text,
        /// SHA-256 of the bytes of its file, where one file made it; of more than 1 MiB that of its parts.
        #[serde(skip_serializing_if = "Option::is_none")]
        file: Option<Text>,
    }

    /// One number.
    ReceiptKpi {
        /// The KPI's id.
        id: Text,
        /// What it is read from and how, such as `tickets/resolution:median`; `typed` where it is typed.
        definition: Text,
        /// The day the value was true.
        at: Day,
        /// The value in the KPI's unit, unrounded.
        #[serde(skip_serializing_if = "Option::is_none")]
        value: Option<Number>,
        /// How many cases stand behind it.
        #[serde(skip_serializing_if = "Option::is_none")]
        n: Option<u64>,
        /// The relative error, where the value is read from a sketch.
        #[serde(skip_serializing_if = "Option::is_none")]
        approximation: Option<Weight>,
        /// How it stood.
        status: Text,
    }
}
