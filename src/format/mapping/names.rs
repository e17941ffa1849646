//! The names of the counts of each family, by the one table of formulas.

use crate::data::{Family, Summed};
use crate::kpi::service::{self, Kind, Unit};
use crate::snapshot::BUYERS;

/// One count or sum of a family.
pub(in crate::format) struct Name {
    pub name: &'static str,
    pub of: Summed,
    /// Whether no variant can do without it.
    pub required: bool,
}

/// The counts and sums of a family, in the order of its formula; none where it takes none.
pub(in crate::format) fn of(family: Family) -> Vec<Name> {
    if family == Family::Clv {
        return worth();
    }
    let historical = family == Family::ClvHistorical;
    let Some(family) = service::family(family.name()) else { return Vec::new() };
    let timed = family.forms.iter().any(|form| form.unit == Unit::Time) || family.id == "occupancy";
    let inputs = family.ways.first().copied().unwrap_or_default().iter();
    let name = |input: &service::Input| {
        let of = match input.kind {
            Kind::Count => Summed::Count,
            Kind::Amount if timed => Summed::Time,
            Kind::Amount => Summed::Money,
            _ => return None,
        };
        Some(Name { name: input.name, of, required: input.required })
    };
    let followed = historical.then_some(Name { name: BUYERS, of: Summed::Count, required: false });
    inputs.filter_map(name).chain(followed).collect()
}

/// What rows tell of customers for the simple lifetime value: margin and retention are had from them.
fn worth() -> Vec<Name> {
    let count = |name, required| Name { name, of: Summed::Count, required };
    let money = |name, required| Name { name, of: Summed::Money, required };
    vec![
        money("revenue", true),
        money("cost", false),
        count("customers", true),
        count("start", true),
        count("lost", true),
        count(BUYERS, false),
    ]
}

/// The counts that every row is, where a mapping does not say.
pub(super) const fn every(family: Family) -> &'static [&'static str] {
    match family {
        Family::Fcr | Family::ContactRate => &["contacts"],
        Family::Aht => &["handled"],
        Family::Asa => &["answered"],
        Family::Abandonment => &["offered"],
        Family::Backlog => &["created", "resolved"],
        Family::Reopened | Family::SelfService => &["solved"],
        Family::Complaints => &["received"],
        Family::Churn => &["start"],
        Family::ClvHistorical => &["customers"],
        Family::Clv => &["customers", "start"],
        Family::Containment => &["conversations"],
        _ => &[],
    }
}

/// The counts that a mapping need not say though every variant needs them: they are nothing, or had from others.
pub(super) const fn needless(family: Family) -> &'static [&'static str] {
    match family {
        Family::Backlog => &["start", "reopened"],
        Family::Aht => &["hold", "wrap"],
        // Another table may tell it.
        Family::Deflection => &["contacts"],
        _ => &[],
    }
}

/// The schema of an object that has something of one kind for each name, whatever the family.
#[cfg(feature = "schema")]
pub(in crate::format) fn schema(about: &str, each: &schemars::Schema) -> schemars::Schema {
    let names = Family::ALL.iter().flat_map(|family| of(*family)).map(|name| name.name);
    let fields: serde_json::Map<String, serde_json::Value> =
        names.map(|name| (name.to_owned(), each.clone().to_value())).collect();
    schemars::json_schema!({
        "type": "object", "description": about, "properties": fields, "additionalProperties": false,
    })
}
