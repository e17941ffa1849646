//! Who serves well, of the groups that the data tell apart (P12).

use super::Board;
use super::insight::{Question, shrunk};
use crate::error::{Error, Issue, Pointer};
use crate::format::question::RecognitionAsked;
use crate::kpi::{Basis, Missing, Over, Slice};
use crate::plan::{Direction, Subject, Window};
use crate::recognition::{
    FALSE_NAMINGS, LEAST_CASES, LEAST_GROUPS, chance_of_mean, chance_of_share, chosen, protected,
};
use crate::stats::Shrunk;

/// Who is above the standard.
#[derive(Clone, Debug, PartialEq)]
pub struct Recognition {
    /// The KPI.
    pub kpi: String,
    /// The dimension whose values are the groups.
    pub by: String,
    /// What one must be above, in the KPI's unit.
    pub standard: Option<f64>,
    /// Which way is better.
    pub better: Option<Direction>,
    /// How many groups were compared.
    pub compared: usize,
    /// How many were left out, since they are too small or not told.
    pub left_out: usize,
    /// The least number of cases.
    pub least: u32,
    /// Those who are, by name; never in the order of their figures.
    pub named: Vec<Recognised>,
    /// How many of them are expected not to be.
    pub expected_false: f64,
    /// Why nobody can be named.
    pub missing: Option<Missing>,
}

/// A group above the standard.
#[derive(Clone, Debug, PartialEq)]
pub struct Recognised {
    /// The value of the dimension.
    pub name: String,
    /// Its figure, drawn towards what all groups have in common, in the KPI's unit.
    pub value: f64,
    /// The lower end of its 95 % interval.
    pub low: f64,
    /// The upper end.
    pub high: f64,
    /// The chance that the true figure is above the standard.
    pub chance: f64,
}

/// A group that is compared.
struct Group<'s> {
    slice: &'s Slice,
    found: Shrunk,
    method: &'static str,
}

impl Board {
    /// Who is above a standard: of the values of one dimension (teams, people) those whose figure, drawn towards what all have
    /// in common, is above it with a chance high enough that one in twenty named is expected not to be. The standard is the
    /// KPI's target unless another is asked for. Groups under the least number of cases are never named, nor given away.
    /// Nobody is named below it.
    ///
    /// # Errors
    /// `unknown-id`, `options-invalid` as [`Board::question`].
    pub fn recognition(&self, asked: RecognitionAsked) -> Result<Recognition, Error> {
        let mut question = self.question(&asked.kpi)?;
        if let Some(periods) = asked.periods {
            question.window = Window::Last(periods);
        }
        let Some(Subject::Kpi(ix)) = self.plan.find(&asked.kpi) else {
            let issue = Issue::new("unknown-reference", Pointer::root()).with("id", asked.kpi.as_str());
            return Err(Error::new("unknown-id", vec![issue]));
        };
        let mut told = Recognition {
            kpi: asked.kpi,
            by: asked.by,
            standard: asked.standard.or(self.plan.kpi(ix).target),
            better: question.direction,
            compared: 0,
            left_out: 0,
            least: asked.least.unwrap_or(LEAST_CASES),
            named: Vec::new(),
            expected_false: 0.0,
            missing: None,
        };
        told.missing = self.recognised(&question, &mut told).err();
        Ok(told)
    }

    fn recognised(&self, question: &Question, told: &mut Recognition) -> Result<(), Missing> {
        let better = told.better.ok_or(Missing::new("no-direction"))?;
        let standard = told.standard.ok_or(Missing::new("no-standard"))?;
        let asked = self.asked(question, self.plan.cycle());
        let by = [told.by.clone()];
        let slices = asked.slices(&self.snapshot, &by, Over::Window(question.window))?;
        let all = slices.get(1..).unwrap_or_default();
        let least = u64::from(told.least);
        let large: Vec<&Slice> = all.iter().filter(|slice| cases(slice) >= least).collect();
        (told.compared, told.left_out) = (large.len(), all.len() - large.len());
        if large.len() < LEAST_GROUPS {
            let few = Missing::new("too-few-groups").with("least", LEAST_GROUPS as f64);
            return Err(few.with("found", large.len() as f64));
        }
        let bases: Vec<&Basis> = large.iter().map(|slice| &slice.basis).collect();
        let found = shrunk(&bases).ok_or(Missing::new("not-shrunk"))?;
        let groups = large.into_iter().zip(found);
        let groups: Vec<Group> =
            groups.map(|(slice, (found, method))| Group { slice, found, method }).collect();
        let chances = groups.iter().map(|group| chance(group, standard, better));
        let chances = chances.collect::<Option<Vec<f64>>>().ok_or(Missing::new("no-difference"))?;
        let kept = named(all, &groups, &chances, least);
        told.expected_false = kept.iter().map(|each| 1.0 - each.chance).sum();
        told.named = kept;
        Ok(())
    }
}

/// The cases of a group whose figure may be shown.
fn cases(slice: &Slice) -> u64 {
    match (&slice.figure.value, &slice.basis) {
        (Ok(_), Basis::Share(_, n)) => *n as u64,
        (Ok(_), Basis::Mean(moments, _)) => moments.n(),
        (Ok(_), Basis::Net(net)) => net.n() as u64,
        (Ok(_), Basis::Other) => slice.figure.n.unwrap_or(0),
        (Err(_), _) => 0,
    }
}

fn chance(group: &Group<'_>, standard: f64, better: Direction) -> Option<f64> {
    match group.method {
        "beta-binomial" => {
            let share = |value: f64| value / 100.0;
            let found = Shrunk { value: share(group.found.value), ..group.found };
            chance_of_share(&found, cases(group.slice) as f64, share(standard), better)
        }
        _ => chance_of_mean(&group.found, 0.95, standard, better),
    }
}

/// Those to name, by name.
fn named(all: &[Slice], groups: &[Group<'_>], chances: &[f64], least: u64) -> Vec<Recognised> {
    let place = |group: &Group<'_>| all.iter().position(|slice| std::ptr::eq(slice, group.slice));
    let chosen: Vec<usize> =
        chosen(chances, FALSE_NAMINGS).into_iter().filter_map(|at| groups.get(at).and_then(place)).collect();
    let sizes: Vec<u64> = all.iter().map(cases).collect();
    let kept = protected(&sizes, chosen, least);
    let one = |(group, chance): (&Group<'_>, &f64)| {
        place(group).filter(|at| kept.contains(at))?;
        let name = group.slice.segment.first().map(|(_, value)| value.clone())?;
        let Shrunk { value, low, high, .. } = group.found;
        Some(Recognised { name, value, low, high, chance: *chance })
    };
    let mut named: Vec<Recognised> = groups.iter().zip(chances).filter_map(one).collect();
    named.sort_by(|one, other| one.name.cmp(&other.name));
    named
}
