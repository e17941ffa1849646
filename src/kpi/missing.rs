//! Why there is no number.

use crate::error::{Param, Params};

/// The reason a value is missing: a stable code and what its sentence needs.
///
/// | code | meaning | parameters |
/// | --- | --- | --- |
/// | `no-data` | nothing was measured in these periods | |
/// | `no-complete-period` | only an unfinished period holds data | `period` |
/// | `suppressed` | the group, or a group that would give it away, is under the minimum | `minimum` |
/// | `zero-denominator` | the share is of nothing | |
/// | `numerator-above-denominator` | a share above the whole: the data are wrong | `numerator`, `denominator` |
/// | `not-a-count` | a count that is negative or no number | `numerator`, `denominator` |
/// | `unknown-source` | no data of that source are loaded | `source` |
/// | `unknown-measure` | the source has no such measure | `source`, `measure` |
/// | `variant-not-offered` | the measure cannot be read that way | `variant`, `family`, `allowed` |
/// | `limit-required` | a share within a limit without a limit | `measure` |
/// | `unit-not-a-duration` | a duration asked for in a unit that is none | `unit` |
/// | `not-counted` | the mapping does not say where a count comes from that this variant needs | `count` |
/// | `counts-at-fault` | the counts contradict one another | `at` |
/// | `no-values` | nothing was typed up to this day | |
/// | `not-counts` | a ratio of sums needs numerators and denominators | |
/// | `too-few-customers`, `too-few-values`, `too-few-renewals` | a model would fit anything | `least`, `found` |
/// | `nobody-bought-again`, `nobody-left` | what is to be fitted has not happened | |
/// | `not-converged` | no highest likelihood was found | |
/// | `no-finite-mean` | the mean is infinite | |
/// | `horizon-too-long`, `discount-too-low` | a sum does not come to an end | |
/// | `amounts-missing` | a sum of amounts of which some are not known | |
#[derive(Clone, Debug, PartialEq)]
pub struct Missing {
    /// The stable code.
    pub code: &'static str,
    /// What its sentence needs.
    pub params: Params,
}

impl Missing {
    /// A reason without parameters; add them with [`Missing::with`].
    #[must_use]
    pub const fn new(code: &'static str) -> Self {
        Self { code, params: Params::none() }
    }

    /// The same reason with one more parameter.
    #[must_use]
    pub fn with(mut self, name: &'static str, value: impl Into<Param>) -> Self {
        self.params.push(name, value.into());
        self
    }
}
