//! An estimate at a time, with where it came from.

use super::{Estimate, Interval, Missing};
use crate::calendar::{Date, Period};
use crate::plan::{QuantileMethod, Variant};

/// A value of a KPI at a time.
#[derive(Clone, Debug, PartialEq)]
pub struct Figure {
    /// The value in the KPI's unit, or why there is none.
    pub value: Result<f64, Missing>,
    /// The cases, answers or units behind it, where known.
    pub n: Option<u64>,
    /// Its interval, where one exists.
    pub interval: Option<Interval>,
    /// The day it was true: the end of its period.
    pub at: Date,
    /// The period it covers; none for a typed value and for a window of several periods.
    pub period: Option<Period>,
    /// Whether its period was over on the day of reading; what is not complete is shown, never scored.
    pub complete: bool,
    /// Cases still open, counted beside the value.
    pub open: Option<u64>,
    /// The relative error, where the value is read from a sketch.
    pub approximation: Option<f64>,
    /// Where it came from.
    pub provenance: Provenance,
}

/// Where a value came from.
#[derive(Clone, Debug, PartialEq)]
pub enum Provenance {
    /// Written in the plan, or recorded later.
    Typed,
    /// Computed from the partials of a source.
    Computed {
        /// The id of the source.
        source: String,
        /// The id of the measure.
        measure: String,
        /// The definition.
        variant: Variant,
        /// The segment, where it is not the whole.
        segment: Option<String>,
    },
    /// Read from another system's file with the plan.
    Imported {
        /// The name of that file or system.
        source: String,
    },
}

impl Provenance {
    /// The stable code: `typed`, `computed` or `imported`.
    #[must_use]
    pub const fn code(&self) -> &'static str {
        match self {
            Self::Typed => "typed",
            Self::Computed { .. } => "computed",
            Self::Imported { .. } => "imported",
        }
    }
}

impl Figure {
    /// An estimate true at a day.
    #[must_use]
    pub fn new(
        estimate: Estimate,
        at: Date,
        period: Option<Period>,
        complete: bool,
        mut provenance: Provenance,
    ) -> Self {
        let Estimate { value, n, interval, open, approximation, .. } = estimate;
        // What a sketch gives is no quantile by this method or that, so none is named.
        if let (Some(_), Provenance::Computed { variant: Variant::Quantile { method, .. }, .. }) =
            (approximation, &mut provenance)
        {
            *method = QuantileMethod::Type7;
        }
        Self { value, n, interval, at, period, complete, open, approximation, provenance }
    }

    /// No value on a day, and why.
    #[must_use]
    pub const fn missing(why: Missing, at: Date, provenance: Provenance) -> Self {
        let (period, complete) = (None, true);
        Self {
            value: Err(why),
            n: None,
            interval: None,
            at,
            period,
            complete,
            open: None,
            approximation: None,
            provenance,
        }
    }

    /// The value, where there is one.
    #[must_use]
    pub fn known(&self) -> Option<f64> {
        self.value.as_ref().ok().copied()
    }
}
