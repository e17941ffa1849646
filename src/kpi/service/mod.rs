//! Service KPIs by themselves: from counts and values, without a board (N1–N12, N19).
//!
//! [`FAMILIES`] is the one table: ids, inputs, variants, units and sources. The decoder, the published types and
//! the table in the documentation are made from it. Here stand the formulas, a file a family.

mod abandonment;
mod alpha;
mod asked;
mod backlog;
mod ces;
mod clv;
mod complaints;
mod contact;
mod counts;
mod csat;
mod drawn;
mod expected;
mod family;
mod favourability;
mod fcr;
mod found;
mod handling;
mod lists;
mod nps;
mod occupancy;
mod queue;
mod rating;
mod recovery;
mod retention;
mod self_service;
mod sla;
mod waiting;

pub use asked::Asked;
pub use family::{Family, Form, Input, Kind, Points};
pub use found::Found;
pub use lists::{Source, Unit};

use crate::error::Error;
use crate::kpi::{Interval, Missing, Note};

/// Every family.
pub const FAMILIES: &[&Family] = &TABLE.families;

/// The table, with something behind it: where a list ends at what a first picture needs, whoever divides the module in two
/// takes the one for the other, and the whole table is loaded with that picture.
#[repr(C)]
struct Table {
    families: [&'static Family; 31],
    end: u32,
}

static TABLE: Table = Table { families: ALL, end: 0 };

const ALL: [&Family; 31] = [
    &nps::NPS,
    &nps::ENPS,
    &nps::CHANGE,
    &csat::CSAT,
    &ces::CES,
    &ces::CES_1,
    &fcr::FCR,
    &handling::HANDLING,
    &waiting::FIRST_REPLY,
    &waiting::RESOLUTION,
    &queue::SERVICE_LEVEL,
    &queue::ANSWER_SPEED,
    &abandonment::ABANDONMENT,
    &occupancy::OCCUPANCY,
    &sla::SLA,
    &backlog::BACKLOG,
    &backlog::REOPENED,
    &complaints::COMPLAINTS,
    &recovery::RECOVERY,
    &retention::RETENTION,
    &retention::CHURN,
    &clv::CLV,
    &clv::HISTORICAL,
    &expected::EXPECTED,
    &contact::CONTACTS,
    &self_service::SELF_SERVICE,
    &self_service::DEFLECTION,
    &self_service::CONTAINMENT,
    &favourability::FAVOURABILITY,
    &alpha::ALPHA,
    &counts::COUNTS,
];

/// The family of that id.
#[must_use]
pub fn family(id: &str) -> Option<&'static Family> {
    FAMILIES.iter().copied().find(|family| family.id == id)
}

/// A value with all that is known about it.
#[derive(Debug, Clone, PartialEq)]
pub struct Calculated {
    /// The family's id.
    pub family: &'static str,
    /// The variant, as it was asked for.
    pub variant: String,
    /// The value, or why it is not told.
    pub value: Result<f64, Missing>,
    /// The unit of value and interval.
    pub unit: &'static str,
    /// How many cases, answers or customers stand behind it.
    pub n: Option<f64>,
    /// What was divided, and by what.
    pub ratio: Option<(f64, f64)>,
    /// The interval, where one exists.
    pub interval: Option<Interval>,
    /// The code of the definition: the family's id and the variant's.
    pub definition: String,
    /// Where the definition comes from.
    pub source: &'static str,
    /// What there is to know about it.
    pub notes: Vec<Note>,
}

/// Calculates.
///
/// # Errors
/// `calculation-invalid` with every issue, where the data cannot be: a part above its whole, a share of nothing.
///
/// ```
/// let asked = throughline::format::calculation::decode(
///     r#"{ "family": "fcr", "variant": "net", "counts": { "firstContact": 280, "contacts": 400, "notResolvable": 50 } }"#,
/// )?;
/// let found = throughline::kpi::service::calculate(asked)?;
/// assert_eq!((found.value, found.n), (Ok(80.0), Some(350.0)));
/// # Ok::<(), throughline::error::Error>(())
/// ```
pub fn calculate(asked: Asked) -> Result<Calculated, Error> {
    let found = (asked.family.run)(&asked);
    let (family, form) = (asked.family.id, asked.form);
    let (variant, unit) = (asked.variant.clone(), asked.unit);
    let issues = asked.into_issues();
    let Some(found) = found.filter(|_| issues.is_empty()) else {
        return Err(Error::new("calculation-invalid", issues));
    };
    Ok(Calculated {
        family,
        variant,
        value: found.value,
        unit: if form.unit == Unit::Time { unit.sign() } else { form.unit.sign() },
        n: found.n,
        ratio: found.ratio,
        interval: found.interval,
        definition: format!("{family}.{}", form.id),
        source: form.source.key(),
        notes: found.notes,
    })
}
