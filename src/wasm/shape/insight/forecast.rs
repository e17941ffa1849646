//! Where a KPI is going, on its way out.

use crate::board::insight;
use crate::forecast::{LEVEL, Method};
use crate::wasm::shape::Reason;
use crate::wasm::shape::shapes::shapes;

shapes! {
    /// Where a KPI is going.
    Forecast {
        /// The KPI's id.
        kpi: String,
        /// How it was made: `line`, `level`, `damped-trend` or `holt-winters`; absent with a `missing` reason.
        #[serde(skip_serializing_if = "Option::is_none")]
        method: Option<&'static str>,
        /// Why there is no forecast.
        #[serde(skip_serializing_if = "Option::is_none")]
        missing: Option<Reason>,
        /// The values that it was made from.
        n: usize,
        /// The probability of the intervals.
        level: f64,
        /// What was fitted: weights of the latest value in level, trend and season, what is left of a trend a period later,
        /// or the slope of the line.
        parameters: ForecastParameters,
        /// The last period with a value.
        #[serde(skip_serializing_if = "Option::is_none")]
        last: Option<String>,
        /// The periods ahead.
        points: Vec<ForecastPoint>,
        /// Where it will stand by the target date.
        target: ForecastTarget,
    }

    /// What was fitted.
    ForecastParameters {
        /// α, the weight of the latest value in the level.
        #[serde(skip_serializing_if = "Option::is_none")]
        alpha: Option<f64>,
        /// β, the weight of the latest change in the trend.
        #[serde(skip_serializing_if = "Option::is_none")]
        beta: Option<f64>,
        /// γ, the weight of the latest value in its season.
        #[serde(skip_serializing_if = "Option::is_none")]
        gamma: Option<f64>,
        /// φ, what is left of the trend a period later.
        #[serde(skip_serializing_if = "Option::is_none")]
        phi: Option<f64>,
        /// The line's rise a period.
        #[serde(skip_serializing_if = "Option::is_none")]
        slope: Option<f64>,
        /// The number of seasons.
        #[serde(skip_serializing_if = "Option::is_none")]
        season: Option<usize>,
    }

    /// A period ahead.
    ForecastPoint {
        /// The period, as 2026-12.
        period: String,
        /// Its last day, as YYYY-MM-DD.
        at: String,
        /// The value that is expected.
        mean: f64,
        /// The truth will lie from here on, with the probability `level`.
        low: f64,
        /// Up to here.
        high: f64,
    }

    /// Where a KPI will stand by its target date.
    ForecastTarget {
        /// Why there is nothing to tell: `no-target`, `no-target-date`, `target-date-over`, `too-far`, or why there is no
        /// forecast.
        #[serde(skip_serializing_if = "Option::is_none")]
        missing: Option<Reason>,
        /// The target.
        #[serde(skip_serializing_if = "Option::is_none")]
        value: Option<f64>,
        /// The target date, as YYYY-MM-DD.
        #[serde(skip_serializing_if = "Option::is_none")]
        due: Option<String>,
        /// What is expected in its period.
        #[serde(skip_serializing_if = "Option::is_none")]
        point: Option<ForecastPoint>,
        /// The chance that the target is met then, 0 to 1; from 8 values on.
        #[serde(skip_serializing_if = "Option::is_none")]
        chance: Option<f64>,
        /// Why no chance is told.
        #[serde(skip_serializing_if = "Option::is_none")]
        chance_missing: Option<Reason>,
        /// What must happen.
        #[serde(skip_serializing_if = "Option::is_none")]
        needed: Option<ForecastNeed>,
    }

    /// What must happen for a target to be met, beside the best that was ever seen.
    ForecastNeed {
        /// What the value must change by each period; 0 where the target is met.
        rate: f64,
        /// The best it has changed by, a period.
        best: f64,
        /// Over how many periods that was.
        over: usize,
        /// Whether what must happen has been seen.
        seen: bool,
    }
}

impl From<&insight::Forecast> for Forecast {
    fn from(found: &insight::Forecast) -> Self {
        let outlook = found.outlook.as_ref();
        let method = outlook.ok().map(|outlook| outlook.method);
        Self {
            kpi: found.kpi.clone(),
            method: method.map(|method| match method {
                Method::Line { .. } => "line",
                Method::Level { .. } => "level",
                Method::DampedTrend { .. } => "damped-trend",
                Method::HoltWinters { .. } => "holt-winters",
            }),
            missing: outlook.err().map(Reason::from),
            n: outlook.map_or(0, |outlook| outlook.n),
            level: LEVEL,
            parameters: method.map_or(ForecastParameters::NONE, ForecastParameters::of),
            last: found.last.map(|period| period.label()),
            points: found.ahead.iter().map(ForecastPoint::from).collect(),
            target: ForecastTarget::of(found),
        }
    }
}

impl ForecastParameters {
    const NONE: Self = Self { alpha: None, beta: None, gamma: None, phi: None, slope: None, season: None };

    const fn of(method: Method) -> Self {
        match method {
            Method::Line { slope } => Self { slope: Some(slope), ..Self::NONE },
            Method::Level { alpha } => Self { alpha: Some(alpha), ..Self::NONE },
            Method::DampedTrend { alpha, beta, phi } => {
                Self { alpha: Some(alpha), beta: Some(beta), phi: Some(phi), ..Self::NONE }
            }
            Method::HoltWinters { alpha, beta, gamma, season } => Self {
                alpha: Some(alpha),
                beta: Some(beta),
                gamma: Some(gamma),
                season: Some(season),
                ..Self::NONE
            },
        }
    }
}

impl From<&insight::Ahead> for ForecastPoint {
    fn from(ahead: &insight::Ahead) -> Self {
        Self {
            period: ahead.period.label(),
            at: crate::score::iso(ahead.period.last_day()),
            mean: ahead.mean,
            low: ahead.low,
            high: ahead.high,
        }
    }
}

impl ForecastTarget {
    fn of(found: &insight::Forecast) -> Self {
        let goal = found.goal.as_ref();
        let chance = goal.ok().map(|goal| goal.chance.as_ref());
        let needed = goal.ok().and_then(|goal| goal.needed);
        Self {
            missing: goal.err().map(Reason::from),
            value: goal.ok().map(|goal| goal.target),
            due: goal.ok().map(|goal| crate::score::iso(goal.due)),
            point: goal.ok().map(|goal| ForecastPoint::from(&goal.at)),
            chance: chance.and_then(|chance| chance.ok().copied()),
            chance_missing: chance.and_then(Result::err).map(Reason::from),
            needed: needed.map(|needed| ForecastNeed {
                rate: needed.rate,
                best: needed.best,
                over: needed.over,
                seen: needed.seen,
            }),
        }
    }
}
