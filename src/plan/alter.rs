//! Other numbers in a checked plan: the same nouns and links, so that every handle stays as it was.

use std::cmp::Ordering;

use super::{Direction, KpiIx, NodeIx, Plan, Serves};

/// Shares may be off by rounding: three thirds are not above one.
const ROUNDING: f64 = 1e-9;

impl Plan {
    /// Another weight of a KPI in its node; finite and not negative.
    pub fn set_weight(&mut self, kpi: KpiIx, weight: f64) {
        if let Some(kpi) = self.kpis.get_mut(kpi.index()) {
            kpi.weight = weight;
        }
    }

    /// Another baseline or target of a KPI; nothing changes where the two do not go together.
    ///
    /// # Errors
    /// The code of what a check of the plan would say: `baseline-equals-target`,
    /// `direction-contradicts-target`, `direction-required`.
    pub fn set_course(
        &mut self,
        kpi: KpiIx,
        baseline: Option<f64>,
        target: Option<f64>,
    ) -> Result<(), &'static str> {
        let Some(kpi) = self.kpis.get_mut(kpi.index()) else { return Ok(()) };
        let (baseline, target) = (baseline.or(kpi.baseline), target.or(kpi.target));
        let towards = baseline.zip(target).and_then(|(baseline, target)| target.partial_cmp(&baseline));
        let natural = match towards {
            Some(Ordering::Greater) => Some(Direction::Up),
            Some(Ordering::Less) => Some(Direction::Down),
            _ => None,
        };
        let direction = kpi.direction.or(natural);
        let needs_progress = kpi.score.needs_progress();
        if towards == Some(Ordering::Equal) && needs_progress {
            return Err("baseline-equals-target");
        }
        if natural.is_some() && natural != direction {
            return Err("direction-contradicts-target");
        }
        let met_or_not = needs_progress && target.is_some() && baseline.is_none();
        if direction.is_none() && (met_or_not || kpi.score.needs_direction()) {
            return Err("direction-required");
        }
        (kpi.baseline, kpi.target, kpi.direction) = (baseline, target, direction);
        Ok(())
    }

    /// Another weight and share of a "serves" link. What the other parents of the child get stays.
    ///
    /// # Errors
    /// The sum of the child's shares, where it would be above 1; nothing changes then.
    pub fn set_link(&mut self, link: &Serves, weight: f64, share: f64) -> Result<(), f64> {
        let others = self.parents(link.child).iter().filter(|each| each.parent != link.parent);
        let others: f64 = others.filter(|each| !each.supports()).map(|each| each.share).sum();
        if weight > 0.0 && others + share > 1.0 + ROUNDING {
            return Err(others + share);
        }
        let here = |each: &&mut Serves| each.child == link.child && each.parent == link.parent;
        let all = self.graph.up.items.iter_mut().chain(&mut self.graph.down.items);
        for each in all.filter(here) {
            (each.weight, each.share) = (weight, share);
        }
        Ok(())
    }

    /// Another effort of an action; above 0.
    pub fn set_effort(&mut self, action: NodeIx, effort: f64) {
        let facts = self.nodes.get_mut(action.index()).and_then(|node| node.action.as_mut());
        if let Some(facts) = facts {
            facts.effort = effort;
        }
    }
}
