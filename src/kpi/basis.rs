//! What a figure stands on: the numbers by which two of them are compared, or one is split into parts.

use super::{Figure, TimeUnit};
use crate::data::Family;
use crate::plan::Variant;
use crate::snapshot::{MeasurePart, Partial, Shape};
use crate::stats::{Moments, Net};

/// The numbers behind a figure.
#[derive(Clone, Debug, PartialEq)]
pub enum Basis {
    /// So many of so many; the figure is 100 times their ratio.
    Share(f64, f64),
    /// Numbers with a mean, in so many of the figure's unit each.
    Mean(Moments, f64),
    /// Answers for and against; the figure is 100 times their net share.
    Net(Net),
    /// A quantile, a level, a ratio of another kind: its interval is all there is.
    Other,
}

impl Basis {
    /// Of what a partial holds, as a variant reads it.
    pub(super) fn of(
        part: &MeasurePart,
        partial: &Partial,
        variant: Variant,
        unit: Option<&str>,
        figure: &Figure,
    ) -> Self {
        let top = part.scale.unwrap_or(5);
        let seconds = unit.and_then(TimeUnit::from_sign).map_or(1.0, TimeUnit::seconds);
        match (&partial.shape, variant) {
            (Shape::Counts { numerator, denominator }, Variant::Share)
                if part.family != Family::Sla || partial.open == 0 || figure.complete =>
            {
                Self::Share(*numerator, *denominator)
            }
            (Shape::Scale(answers), Variant::Mean) => {
                let mut moments = Moments::default();
                answers.iter().for_each(|(point, count)| moments.add_times(f64::from(point), count));
                Self::Mean(moments, 1.0)
            }
            (_, Variant::Net | Variant::Form("net-wald")) => {
                net_of(&partial.shape).map_or_else(|| Self::of_figure(figure), Self::Net)
            }
            (Shape::Scale(answers), Variant::TopBox | Variant::TopTwoBox | Variant::Favourable)
                if matches!(part.family, Family::Csat | Family::Favourability) =>
            {
                let least = if variant == Variant::TopBox { top } else { top - 1 };
                let count = |from: i32| answers.between(from, i32::MAX) as f64;
                Self::Share(count(least), count(i32::MIN))
            }
            (Shape::Duration(durations), Variant::Mean) => Self::Mean(durations.moments, seconds),
            (Shape::Duration(durations), Variant::ShareWithin) => match durations.within {
                Some(within) => Self::Share(within as f64, durations.moments.n() as f64),
                None => Self::Other,
            },
            _ => Self::of_figure(figure),
        }
    }

    /// A share by Wilson is so many of n; of anything else no more is known than the figure says.
    #[must_use]
    pub fn of_figure(figure: &Figure) -> Self {
        let wilson = figure.interval.as_ref().is_some_and(|interval| interval.method == "wilson");
        match (figure.known(), figure.n) {
            (Some(value), Some(n)) if wilson && n > 0 => {
                let n = n as f64;
                Self::Share((value * n / 100.0).round().clamp(0.0, n), n)
            }
            _ => Self::Other,
        }
    }

    /// Numerator and denominator, whose ratio times the factor is the figure.
    #[must_use]
    pub fn ratio(&self) -> Option<(f64, f64, f64)> {
        match self {
            Self::Share(k, n) => Some((*k, *n, 100.0)),
            Self::Net(net) => Some((net.plus - net.minus, net.n(), 100.0)),
            Self::Mean(moments, unit) => {
                let n = moments.n() as f64;
                Some((moments.mean().unwrap_or(0.0) * n, n, 1.0 / unit))
            }
            Self::Other => None,
        }
    }
}

/// Who would recommend and who would not, of customers or of employees, by their answers or already counted.
fn net_of(shape: &Shape) -> Option<Net> {
    match shape {
        Shape::Scale(answers) => {
            let between = |low, high| answers.between(low, high) as f64;
            Some(Net { plus: between(9, 10), neither: between(7, 8), minus: between(0, 6) })
        }
        Shape::Tally(tally) => {
            let count = |name| tally.counts.get(name).copied();
            Some(Net { plus: count("promoters")?, neither: count("passives")?, minus: count("detractors")? })
        }
        _ => None,
    }
}
