//! Status on signal: a colour changes on signal, not on noise (N14, domain section 2).
//!
//! With 8 values or more the chart of single values and moving ranges tells: where the last value is a signal, the
//! KPI stands by that value; else by the mean of the values since the last signal, that one included. The value of a
//! signal is the first of what holds since, so that the two say the same on its day. It is a pure function of the
//! series up to the day of reading: no earlier colour is remembered.

use super::course::expected;
use super::kpi::Setting;
use super::progress::{progress, ratio};
use super::raw_score;
use crate::calendar::Date;
use crate::kpi::Figure;
use crate::plan::{Kpi, OtherScore, ScoreFunction, Window};
use crate::signal::{Chart, Rule, xmr_signals};

/// What a KPI stands by.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Steady {
    /// The rule by which the last value is a signal; none where it is not.
    pub rule: Option<&'static str>,
    /// How many values it stands by.
    pub points: u32,
    /// The day of the first of them.
    pub since: Date,
    /// Their mean.
    pub value: f64,
    /// What is held against the bands or the target: pace at them, the score of their mean, or their mean.
    pub here: f64,
}

/// What a KPI is judged by.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum By {
    /// Its pace.
    Pace,
    /// Its score.
    Score,
    /// Its value against the target, without a baseline.
    Target,
}

/// What a KPI stands by; none of fewer than 8 values, of a window of several periods (which is a mean already), of an
/// ordinal, and where the mean has no score.
#[inline(never)]
pub(super) fn steady(kpi: &Kpi, figure: &Figure, setting: &Setting, by: By) -> Option<Steady> {
    // The mean of a list of certain values means nothing, even where it is one of them.
    let listed =
        matches!(&kpi.score, ScoreFunction::Other(other) if matches!(**other, OtherScore::Ordinal(_)));
    if kpi.window != Window::Last(1) || setting.series.len() < Chart::LEAST || listed {
        return None;
    }
    // The last is the figure itself: what is supposed in its place is judged in its place.
    let before = setting.series.iter().filter(|each| each.complete && each.at < figure.at);
    let mut points: Vec<(Date, f64)> = before.filter_map(|each| Some((each.at, each.known()?))).collect();
    points.push((figure.at, figure.known()?));
    if points.len() < Chart::LEAST {
        return None;
    }
    let values: Vec<Option<f64>> = points.iter().map(|(_, value)| Some(*value)).collect();
    let signals = xmr_signals(&values)?;
    let end = points.len() - 1;
    // A large step alone is none: it leads out of the limits, or back into them.
    let mut signals = signals.iter().filter(|signal| signal.rule != Rule::Range);
    let last_signal = signals.clone().map(|signal| signal.at).max();
    let rule = signals.find(|signal| signal.at == end).map(|signal| signal.rule.name());
    let since = points.get(last_signal.unwrap_or(0)..)?;
    // What was true before the start is no part of the way.
    let started = |at: Date| setting.start.is_none_or(|start| at >= start);
    let stand: Vec<(Date, f64)> = since.iter().copied().filter(|(at, _)| started(*at)).collect();
    let count = stand.len() as f64;
    let value = ratio(stand.iter().map(|(_, value)| value).sum(), count)?;
    let here = match by {
        By::Pace => pace(kpi, setting, &stand, value)?,
        By::Score => raw_score(kpi, value, setting.against)?,
        By::Target => value,
    };
    let (first, _) = stand.first()?;
    Some(Steady { rule, points: stand.len() as u32, since: *first, value, here })
}

/// Mean progress over mean expected progress: what was expected on the days of the values.
fn pace(kpi: &Kpi, setting: &Setting, stand: &[(Date, f64)], value: f64) -> Option<f64> {
    let (start, due) = (setting.start?, setting.due?);
    let due_by = stand.iter().map(|(at, _)| expected(&kpi.expected, start, due, (*at).min(setting.as_of)));
    let due_by = ratio(due_by.sum(), stand.len() as f64)?;
    ratio(progress(value, kpi.baseline?, kpi.target?)?, due_by)
}
