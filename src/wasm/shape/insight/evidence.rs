//! What the numbers say of links, on its way out.

use crate::alignment::SIGNIFICANCE;
use crate::board::insight;
use crate::wasm::shape::shapes::shapes;

shapes! {
    /// What the numbers say of a link from cause to effect. Never a proof.
    LinkEvidence {
        /// The id of the cause.
        from: String,
        /// The id of the effect.
        to: String,
        /// `raises` or `lowers`, as the plan says.
        effect: &'static str,
        /// Periods from cause to effect, where the plan says so.
        #[serde(skip_serializing_if = "Option::is_none")]
        lag: Option<u32>,
        /// `untestable`, `no-support`, `consistent` or `contradicts`.
        state: &'static str,
        /// The KPI that speaks for the cause; absent where it has none with values.
        #[serde(skip_serializing_if = "Option::is_none")]
        cause: Option<String>,
        /// The KPI that speaks for the effect.
        #[serde(skip_serializing_if = "Option::is_none")]
        outcome: Option<String>,
        /// The pairs of changes there are.
        pairs: usize,
        /// How many lags were tried.
        tried: usize,
        /// The lag that says most.
        #[serde(skip_serializing_if = "Option::is_none")]
        best: Option<LinkCorrelation>,
        /// The smallest correlation that so many pairs would show in four cases of five.
        #[serde(skip_serializing_if = "Option::is_none")]
        sees: Option<f64>,
        /// How many more periods would tell; absent where it tells already, or where no number of periods would.
        #[serde(skip_serializing_if = "Option::is_none")]
        more: Option<u32>,
        /// What `p` must be below.
        significance: f64,
    }

    /// How the changes of an effect go with those of a cause some periods before.
    LinkCorrelation {
        /// Periods from cause to effect.
        lag: usize,
        /// Pearson's correlation of the changes, −1 to 1.
        r: f64,
        /// What the pairs are worth, as each series resembles itself (Bartlett).
        effective: f64,
        /// The p of there being no correlation, all lags that were tried counted (Šidák).
        p: f64,
    }
}

impl From<&insight::LinkEvidence> for LinkEvidence {
    fn from(link: &insight::LinkEvidence) -> Self {
        let found = link.found.as_ref();
        let best = found.and_then(|found| found.best.zip(found.adjusted));
        let (cause, outcome) = link.kpis.clone().unzip();
        Self {
            from: link.from.clone(),
            to: link.to.clone(),
            effect: link.effect.name(),
            lag: link.lag,
            state: found.map_or(crate::alignment::EvidenceState::Untestable, |found| found.state).name(),
            cause,
            outcome,
            pairs: found.map_or(0, |found| found.pairs),
            tried: found.map_or(0, |found| found.tried),
            best: best.map(|(best, p)| LinkCorrelation {
                lag: best.lag,
                r: best.r,
                effective: best.effective,
                p,
            }),
            sees: found.and_then(|found| found.sees),
            more: found.and_then(|found| found.more),
            significance: SIGNIFICANCE,
        }
    }
}
