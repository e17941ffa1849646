//! Who serves well.

use super::shapes::shapes;
use crate::board;
use crate::plan::Direction;
use crate::wasm::shape::Reason;

shapes! {
    /// Who is above a standard. Nobody is named below it.
    Recognition {
        /// The KPI's id.
        kpi: String,
        /// The dimension whose values are the groups.
        by: String,
        /// What one must be above, in the KPI's unit.
        #[serde(skip_serializing_if = "Option::is_none")]
        standard: Option<f64>,
        /// Which way is better: with `down` "above" is a lower figure.
        #[serde(skip_serializing_if = "Option::is_none")]
        better: Option<&'static str>,
        /// How many groups were compared.
        compared: usize,
        /// How many were left out: too small, or not told.
        left_out: usize,
        /// The least number of cases.
        least: u32,
        /// Those who are, by name; not in the order of their figures.
        named: Vec<RecognisedGroup>,
        /// How many of those are expected not to be above it after all.
        expected_false: f64,
        /// Why nobody can be named.
        #[serde(skip_serializing_if = "Option::is_none")]
        missing: Option<Reason>,
    }

    /// A group above the standard.
    RecognisedGroup {
        /// The value of the dimension.
        name: String,
        /// Its figure, drawn towards what all groups have in common.
        value: f64,
        /// The lower end of its 95 % interval.
        low: f64,
        /// The upper end.
        high: f64,
        /// The chance that the true figure is above the standard.
        chance: f64,
    }
}

impl From<&board::Recognition> for Recognition {
    fn from(from: &board::Recognition) -> Self {
        let one = |each: &board::Recognised| {
            let board::Recognised { name, value, low, high, chance } = each.clone();
            RecognisedGroup { name, value, low, high, chance }
        };
        Self {
            kpi: from.kpi.clone(),
            by: from.by.clone(),
            standard: from.standard,
            better: from.better.map(Direction::name),
            compared: from.compared,
            left_out: from.left_out,
            least: from.least,
            named: from.named.iter().map(one).collect(),
            expected_false: from.expected_false,
            missing: from.missing.as_ref().map(Into::into),
        }
    }
}
