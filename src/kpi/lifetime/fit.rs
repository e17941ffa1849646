//! A fitted model: parameters with their errors, from a maximum over their logarithms.

use crate::kpi::{Estimate, Missing};
use crate::stats::{EDGE, Ended, Maximum, Sloped, Symmetric, maximum, normal_quantile};

/// A model fitted by maximum likelihood.
#[derive(Debug, Clone, PartialEq)]
pub struct Fit {
    /// Its parameters.
    pub parameters: Vec<Parameter>,
    /// The logarithm of the likelihood, in the units that the data came in.
    pub log_likelihood: f64,
    /// The parameters that ran to the end of their range: the data do not say how large they are.
    pub edges: Vec<&'static str>,
    /// The covariance of the logarithms of the parameters, from the observed information.
    pub(super) covariance: Option<Symmetric>,
}

/// One parameter.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Parameter {
    /// Its name in the literature.
    pub name: &'static str,
    /// Its estimate.
    pub value: f64,
    /// Its standard error by the delta method; none at an edge.
    pub standard_error: Option<f64>,
    /// Its 95 % interval, even on the scale of its logarithm, so that it never reaches below 0.
    pub interval: Option<(f64, f64)>,
}

/// Fits a likelihood over the logarithms of parameters. `scales` put each back into the units of the data, and
/// `shift` does so with the likelihood.
pub(super) fn fit<const N: usize>(
    names: [&'static str; N],
    likelihood: &dyn Fn(&[f64]) -> Sloped,
    starts: &[Vec<f64>],
    scales: [f64; N],
    shift: f64,
) -> Result<Fit, Missing> {
    let found = maximum(likelihood, starts).filter(|found| found.ended != Ended::Lost);
    found.map(|found| read(&names, &scales, found, shift)).ok_or_else(|| Missing::new("not-converged"))
}

fn read(names: &[&'static str], scales: &[f64], found: Maximum, shift: f64) -> Fit {
    let edge = |log: &f64| log.abs() >= EDGE;
    let edges: Vec<_> =
        names.iter().zip(&found.at).filter(|(_, log)| edge(log)).map(|(name, _)| *name).collect();
    let covariance = found.covariance.filter(|_| edges.is_empty());
    let z = normal_quantile(0.5 + 0.5 * Estimate::LEVEL);
    let parameter = |(place, (name, (log, scale))): (usize, (&&'static str, (&f64, &f64)))| {
        let value = log.exp() * scale;
        let spread = covariance.as_ref().map(|all| all.cell(place, place).sqrt());
        let ends = |spread: f64| z.map(|z| (value * (-z * spread).exp(), value * (z * spread).exp()));
        Parameter {
            name,
            value,
            standard_error: spread.map(|spread| value * spread),
            interval: spread.and_then(ends),
        }
    };
    let parameters = names.iter().zip(found.at.iter().zip(scales)).enumerate().map(parameter).collect();
    Fit { parameters, log_likelihood: found.value + shift, edges, covariance }
}

impl Fit {
    pub(super) fn values<const N: usize>(&self) -> [f64; N] {
        let mut values = self.parameters.iter().map(|parameter| parameter.value);
        [(); N].map(|()| values.next().unwrap_or(f64::NAN))
    }

    /// The standard error of what is computed from the parameters: the delta method, over their logarithms.
    pub(super) fn error_of<const N: usize>(&self, of: &dyn Fn([f64; N]) -> Option<f64>) -> Option<f64> {
        const WIDTH: f64 = 1e-4;
        let covariance = self.covariance.as_ref()?;
        let values = self.values::<N>();
        let moved = |which: usize, by: f64| {
            let mut place = 0;
            of(values.map(|value| {
                place += 1;
                if place == which + 1 { value * by.exp() } else { value }
            }))
        };
        let slope: Option<Vec<f64>> = (0..N)
            .map(|which| Some((moved(which, WIDTH)? - moved(which, -WIDTH)?) / (2.0 * WIDTH)))
            .collect();
        covariance.square(&slope?).map(f64::sqrt)
    }
}

/// The logarithm of the gamma function at `from + steps` less that at `from`, for every step up to `steps`, and the
/// same of its derivative: sums, so that nothing cancels where `from` is large.
pub(super) fn rising(from: f64, steps: u32) -> Vec<(f64, f64)> {
    let (mut logs, mut slopes) = (0.0, 0.0);
    let mut all = Vec::with_capacity(steps as usize + 1);
    all.push((0.0, 0.0));
    for step in 0..steps {
        let at = from + f64::from(step);
        logs += at.ln();
        slopes += 1.0 / at;
        all.push((logs, slopes));
    }
    all
}
