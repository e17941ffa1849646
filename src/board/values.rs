//! The typed values and the reported progress of a plan, with what was recorded since.

use crate::calendar::Date;
use crate::plan::{KpiIx, NodeIx, Plan, Typed};

/// Values by KPI and progress by action.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Values {
    /// By KPI, one a day, in order of time.
    typed: Vec<Vec<Typed>>,
    /// By action, where something was recorded, in order of time.
    progress: Vec<(NodeIx, Vec<(Date, f64)>)>,
}

impl Values {
    /// Those of the plan.
    #[must_use]
    pub fn of(plan: &Plan) -> Self {
        Self { typed: plan.kpis().iter().map(|kpi| kpi.typed.clone()).collect(), progress: Vec::new() }
    }

    /// The values of a KPI.
    #[must_use]
    pub fn typed(&self, kpi: KpiIx) -> &[Typed] {
        self.typed.get(kpi.index()).map_or(&[], Vec::as_slice)
    }

    /// Puts a value in, in the place of the one of its day.
    pub fn put(&mut self, kpi: KpiIx, value: Typed) {
        let Some(list) = self.typed.get_mut(kpi.index()) else { return };
        put(list, value, |each| each.at);
    }

    /// Takes the value of a day away.
    pub fn remove(&mut self, kpi: KpiIx, at: Date) {
        if let Some(list) = self.typed.get_mut(kpi.index()) {
            list.retain(|each| each.at != at);
        }
    }

    /// The progress of an action at a day: what was recorded last by then, else what the plan says.
    #[must_use]
    pub fn progress(&self, plan: &Plan, action: NodeIx, as_of: Date) -> Option<f64> {
        let recorded = self.place(action).ok().and_then(|place| self.progress.get(place));
        let known = recorded.into_iter().flat_map(|(_, list)| list).take_while(|(at, _)| *at <= as_of);
        let said = || plan.node(action).action.as_ref().and_then(|facts| facts.progress);
        known.last().map(|(_, progress)| *progress).or_else(said)
    }

    /// The day since which an action is recorded as done, by a day of reading.
    #[must_use]
    pub fn done_since(&self, action: NodeIx, as_of: Date) -> Option<Date> {
        let recorded = self.place(action).ok().and_then(|place| self.progress.get(place))?;
        let known = recorded.1.iter().take_while(|(at, _)| *at <= as_of);
        known.fold(None, |since, (at, progress)| if *progress < 1.0 { None } else { since.or(Some(*at)) })
    }

    /// Puts reported progress in.
    pub fn put_progress(&mut self, action: NodeIx, at: Date, progress: f64) {
        let place = match self.place(action) {
            Ok(place) => place,
            Err(place) => {
                self.progress.insert(place, (action, Vec::new()));
                place
            }
        };
        if let Some((_, list)) = self.progress.get_mut(place) {
            put(list, (at, progress), |(at, _)| *at);
        }
    }

    /// Takes the progress reported on a day away.
    pub fn remove_progress(&mut self, action: NodeIx, at: Date) {
        if let Some((_, list)) = self.place(action).ok().and_then(|place| self.progress.get_mut(place)) {
            list.retain(|(each, _)| *each != at);
        }
    }

    fn place(&self, action: NodeIx) -> Result<usize, usize> {
        self.progress.binary_search_by_key(&action, |(each, _)| *each)
    }
}

/// Upserts into a list in order of time.
pub(super) fn put<T>(list: &mut Vec<T>, value: T, at: impl Fn(&T) -> Date) {
    let place = list.partition_point(|each| at(each) < at(&value));
    match list.get_mut(place) {
        Some(each) if at(each) == at(&value) => *each = value,
        _ => list.insert(place, value),
    }
}
