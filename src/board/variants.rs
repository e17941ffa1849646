//! The definitions of a KPI side by side, on the same rows: whether its status hangs on which one is meant (U3).

use super::Board;
use super::live::unknown;
use crate::data::{Hours, Measure, MeasureKind, Resolved, SlaBasis, Table};
use crate::error::Error;
use crate::kpi::service::{self, Unit};
use crate::kpi::{Asked, Figure, TimeUnit};
use crate::plan::{Kpi, KpiIx, QuantileMethod, Reading, Subject, Variant};
use crate::score::{Status, score_kpi};
use crate::snapshot::{MeasurePart, Shape, Snapshot, remeasured};

/// What a definition fixes: the variant, and for times which hours and which resolution count.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Definition {
    /// The variant of the family.
    pub variant: Variant,
    /// What SLA compliance is a share of.
    pub basis: Option<SlaBasis>,
    /// Which hours lengths of time count.
    pub hours: Hours,
    /// Which resolution ends a case.
    pub resolved: Resolved,
}

/// One definition and what it gives.
#[derive(Clone, Debug, PartialEq)]
pub struct Reckoning {
    /// The definition.
    pub definition: Definition,
    /// Whether it is the KPI's own.
    pub current: bool,
    /// The unit of its value; none for a rating.
    pub unit: Option<String>,
    /// Whether its value may be held against the KPI's target and bands: it measures the same quantity.
    pub comparable: bool,
    /// The value.
    pub figure: Figure,
    /// How the KPI would stand by it; none where it is not comparable or has no value.
    pub status: Option<Status>,
}

/// Every definition of a KPI's measure on the same data.
#[derive(Clone, Debug, PartialEq)]
pub struct Variants {
    /// The KPI.
    pub kpi: KpiIx,
    /// The definitions, the KPI's own first; none where it is not read from data.
    pub list: Vec<Reckoning>,
    /// The least and the greatest value of those that are comparable.
    pub spread: Option<(f64, f64)>,
    /// Whether the status differs between comparable definitions; none of fewer than two.
    pub depends: Option<bool>,
}

impl Board {
    /// Every definition of a KPI's measure on the same data, side by side.
    ///
    /// # Errors
    /// `unknown-id`, with the nearest, where the id is no KPI's.
    #[inline(never)]
    pub fn variants(&self, kpi: &str) -> Result<Variants, Error> {
        let plan = self.plan();
        let Some(Subject::Kpi(ix)) = plan.find(kpi) else {
            return Err(Error::new("unknown-id", vec![unknown(kpi, plan.nearest_id(kpi))]));
        };
        let list = self.reckonings(ix);
        let judged = || list.iter().filter(|each| each.comparable);
        let values = judged().filter_map(|each| each.figure.known());
        let spread = values.fold(None, |spread: Option<(f64, f64)>, value| {
            let (low, high) = spread.unwrap_or((value, value));
            Some((low.min(value), high.max(value)))
        });
        let mut statuses = judged().filter_map(|each| each.status);
        let first = statuses.next();
        let rest: Vec<Status> = statuses.collect();
        let depends = first.filter(|_| !rest.is_empty()).map(|first| rest.iter().any(|each| *each != first));
        Ok(Variants { kpi: ix, list, spread, depends })
    }

    fn reckonings(&self, ix: KpiIx) -> Vec<Reckoning> {
        let kpi = self.plan().kpi(ix);
        let Some(reading) = &kpi.reading else { return Vec::new() };
        let Some(part) = self.snapshot().get(&reading.source, &reading.measure) else { return Vec::new() };
        let here = self.snapshot();
        let mut list = vec![self.reckoning(ix, kpi, reading, (here, part), reading.variant)];
        for variant in candidates(part, reading.variant) {
            let found = self.reckoning(ix, kpi, reading, (here, part), variant);
            // What a family does not define is no definition of it; a sketch has one kind of percentile.
            let defined = !matches!(found.figure.value.as_ref(), Err(why) if NOT_DEFINED.contains(&why.code));
            if defined && !(found.figure.approximation.is_some() && is_nearest(variant)) {
                list.push(found);
            }
        }
        for other in self.other_ways(reading) {
            if let Some(part) = other.get(&reading.source, &reading.measure) {
                list.push(self.reckoning(ix, kpi, reading, (&other, part), reading.variant));
            }
        }
        for (place, each) in list.iter_mut().enumerate() {
            each.current = place == 0;
        }
        list
    }

    fn reckoning(
        &self,
        ix: KpiIx,
        kpi: &Kpi,
        reading: &Reading,
        (snapshot, part): (&Snapshot, &MeasurePart),
        variant: Variant,
    ) -> Reckoning {
        let (own, quantity) = (quantity(part, reading.variant), quantity(part, variant));
        let comparable = own == quantity && same_question(reading.variant, variant);
        let unit = if own == quantity { kpi.unit.clone() } else { unit_of(quantity) };
        let unit = unit.filter(|unit| quantity != Unit::Time || TimeUnit::from_sign(unit).is_some());
        let unit = if quantity == Unit::Time { unit.or_else(|| unit_of(quantity)) } else { unit };
        let read = Reading { variant, ..reading.clone() };
        let period = self.plan().cycle();
        let asked = Asked { reading: &read, unit: unit.as_deref(), period, as_of: self.as_of() };
        let figure = asked.value(snapshot, kpi.window);
        let series = asked.series(snapshot);
        let score = score_kpi(self.plan(), ix, &figure, &self.against(ix), &series, self.as_of());
        let status = score.last.unwrap_or(score.status);
        let status = Some(status).filter(|_| comparable && figure.known().is_some());
        let definition =
            Definition { variant, basis: part.basis, hours: part.hours, resolved: part.resolved };
        Reckoning { definition, current: false, unit, comparable, figure, status }
    }

    /// The same measure by other hours, to another resolution, as a share of others: where rows are here to tell.
    fn other_ways(&self, reading: &Reading) -> Vec<Snapshot> {
        let Some(table) = self.tables().get(&reading.source) else { return Vec::new() };
        let measures = &table.mapping().measures;
        let Some(place) = measures.iter().position(|measure| measure.id == reading.measure) else {
            return Vec::new();
        };
        let kinds = measures.get(place).map(|measure| alternatives(&measure.kind)).unwrap_or_default();
        kinds.into_iter().filter_map(|kind| remade(table, place, kind)).collect()
    }
}

/// Reasons for no value that mean there is no such definition here.
const NOT_DEFINED: [&str; 3] = ["variant-not-offered", "limit-required", "unit-not-a-duration"];

/// The variants to try beside the KPI's own.
fn candidates(part: &MeasurePart, own: Variant) -> Vec<Variant> {
    let mut list: Vec<Variant> = Variant::NAMES.iter().filter_map(|name| Variant::from_name(name)).collect();
    let durations =
        part.cells.iter().next().is_some_and(|(_, cell)| matches!(cell.shape, Shape::Duration(_)));
    if durations {
        let p = if let Variant::Quantile { p, .. } = own { p } else { 0.9 };
        list.push(Variant::Quantile { p, method: QuantileMethod::Type7 });
        list.push(Variant::Quantile { p, method: QuantileMethod::NearestRank });
    }
    let mut unique: Vec<Variant> = Vec::new();
    for variant in list {
        if variant != own && !unique.contains(&variant) {
            unique.push(variant);
        }
    }
    unique
}

const fn is_nearest(variant: Variant) -> bool {
    matches!(variant, Variant::Quantile { method: QuantileMethod::NearestRank, .. })
}

/// The same kind of measure with one thing changed, each in turn.
fn alternatives(kind: &MeasureKind) -> Vec<MeasureKind> {
    let mut list = Vec::new();
    let mut with = |change: &dyn Fn(&mut MeasureKind)| {
        let mut other = kind.clone();
        change(&mut other);
        if other != *kind {
            list.push(other);
        }
    };
    for wanted in SlaBasis::ALL {
        with(&|kind| {
            if let MeasureKind::Sla { basis, .. } = kind {
                *basis = *wanted;
            }
        });
    }
    for wanted in Hours::ALL {
        with(&|kind| match kind {
            MeasureKind::Resolution { hours, .. }
            | MeasureKind::FirstReply { hours, .. }
            | MeasureKind::Sla { hours, .. } => *hours = *wanted,
            _ => {}
        });
    }
    for wanted in Resolved::ALL {
        with(&|kind| match kind {
            MeasureKind::Resolution { resolved, .. } | MeasureKind::Sla { resolved, .. } => {
                *resolved = *wanted
            }
            _ => {}
        });
    }
    list
}

/// The measure by another definition, where the mapping gives all that it needs.
fn remade(table: &Table, place: usize, kind: MeasureKind) -> Option<Snapshot> {
    let mut mapping = table.mapping().clone();
    let measure = mapping.measures.get_mut(place)?;
    let changed = Measure { kind, ..measure.clone() };
    *measure = changed.clone();
    mapping.lacks().is_empty().then(|| Snapshot::of(vec![remeasured(table, place, &changed)]))
}

/// What the value of a variant is a number of.
fn quantity(part: &MeasurePart, variant: Variant) -> Unit {
    let form = service::family(part.family.name()).and_then(|family| family.form(&variant.name()));
    match (form, variant) {
        (Some(form), _) => form.unit,
        (None, Variant::Mean) if part.scale.is_some() => Unit::Rating,
        (None, Variant::Mean | Variant::Median | Variant::Quantile { .. }) => Unit::Time,
        (None, Variant::Net) => Unit::Points,
        (None, _) => Unit::Percent,
    }
}

/// Variants that ask another question than the others of their family: a part of the whole, or another whole.
const QUESTIONS: [&str; 11] = [
    "talk",
    "hold",
    "wrap",
    "acknowledged",
    "escalated",
    "in-time",
    "kept",
    "satisfied",
    "per-customer",
    "per-order",
    "revenue",
];

/// Whether two variants of one unit answer the same question.
fn same_question(one: Variant, other: Variant) -> bool {
    let asks = |variant: Variant| QUESTIONS.contains(&variant.name().as_str());
    one == other || !asks(one) && !asks(other)
}

fn unit_of(quantity: Unit) -> Option<String> {
    let sign = match quantity {
        Unit::Percent | Unit::Points => quantity.sign(),
        Unit::Time => "h",
        Unit::Rating | Unit::Cases | Unit::Money | Unit::Coefficient => return None,
    };
    Some(sign.to_owned())
}
