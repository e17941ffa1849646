//! From a staffing to the KPIs that it moves (N16).

use super::apply::Laying;
use crate::error::{Issue, Pointer};
use crate::kpi::TimeUnit;
use crate::plan::{KpiIx, StaffingFigure};
use crate::staffing::{Asked, Staffing, staffing};

impl Laying<'_> {
    /// Supposes of each KPI what the staffing comes to.
    pub(super) fn staff(&mut self, asked: &Asked, sets: &[(StaffingFigure, String)], at: &Pointer) {
        let found = staffing(asked);
        for (figure, id) in sets {
            let at = at.field("sets").field(figure.name());
            let Some(kpi) = self.kpi(id, &at) else { continue };
            if let Ok(found) = &found
                && let Some(value) = self.told(*figure, kpi, found, &at)
            {
                self.values.push((kpi, value));
            }
        }
        // A queue without an end has no number, and none is made up.
        let ends = found.as_ref().is_ok_and(|found| found.outlook.is_ok());
        if !ends {
            let issue = Issue::new("unstable", at.field("staffing"));
            let (load, duty) = found.map_or((0.0, 0), |found| (found.load, found.duty));
            self.issues.push(issue.with("load", load).with("duty", f64::from(duty)));
        }
    }

    /// A figure of a queue in the unit of a KPI; none where it has none, which is told.
    fn told(&mut self, figure: StaffingFigure, ix: KpiIx, found: &Staffing, at: &Pointer) -> Option<f64> {
        let outlook = found.outlook.as_ref().ok()?;
        let kpi = self.board.plan.kpi(ix);
        let unit = kpi.unit.as_deref();
        let share = |share: f64| if unit == Some("%") { 100.0 * share } else { share };
        match figure {
            StaffingFigure::ServiceLevel => Some(share(outlook.service_level)),
            StaffingFigure::Occupancy => Some(share(outlook.occupancy)),
            StaffingFigure::Abandoned => {
                let lost = outlook.lost.map(|lost| share(lost.abandoned));
                if lost.is_none() {
                    self.issues.push(Issue::new("patience-required", at.clone()));
                }
                lost
            }
            StaffingFigure::Wait => {
                let time = unit.and_then(TimeUnit::from_sign).map(TimeUnit::seconds);
                if time.is_none() {
                    let issue = Issue::new("unit-of-time-required", at.clone()).with("id", kpi.id.as_str());
                    self.issues.push(match unit {
                        Some(unit) => issue.with("unit", unit),
                        None => issue,
                    });
                }
                Some(outlook.wait / time?)
            }
        }
    }
}
