//! Receipts: what a board came to and from what, and whether it comes to the same again (U3).

use std::collections::{BTreeMap, BTreeSet};

use super::Board;
use crate::data::{Hours, Resolved};
use crate::error::Param;
use crate::format;
use crate::kpi::{Figure, Provenance};
use crate::plan::{KpiIx, Variant};
use crate::score::iso;
use crate::snapshot::{Receipt, ReceiptKpi, ReceiptSource, Snapshot, SourcePart};

/// One line of a confirmation.
#[derive(Clone, Debug, PartialEq)]
pub struct Confirmed {
    /// What was compared: `receipt`, `calculation`, `as-of`, `plan`, `records`, `source`, `definition`, `value`.
    pub what: &'static str,
    /// The id of the source or KPI.
    pub id: Option<String>,
    /// `same`; `close` (within the error of a sketch), `other-file` (the same data from another file), `differs`,
    /// `missing` (not here), `extra` (not in the receipt).
    pub verdict: &'static str,
    /// What the receipt says, where it differs.
    pub expected: Option<Param>,
    /// What the board says, where it differs.
    pub found: Option<Param>,
}

impl Confirmed {
    /// Whether the receipt holds here.
    #[must_use]
    pub fn holds(&self) -> bool {
        matches!(self.verdict, "same" | "close" | "other-file")
    }
}

impl Board {
    /// A receipt for the numbers as they stand: the same plan, data, records and day give the same bytes.
    #[must_use]
    #[inline(never)]
    pub fn receipt(&self) -> Receipt {
        let records = self.journal();
        let mut sources: Vec<ReceiptSource> = self.snapshot().sources().iter().map(source).collect();
        sources.sort_unstable_by(|one, other| one.id.cmp(&other.id));
        Receipt {
            calculation: env!("CARGO_PKG_VERSION").to_owned(),
            as_of: Some(self.as_of()),
            plan: format::receipt::sha256(&format::plan::line(self.plan())),
            records: (!records.is_empty())
                .then(|| format::receipt::sha256(&format::record::encode(&records))),
            sources,
            kpis: self.plan().kpi_indices().map(|ix| self.receipt_of(ix)).collect(),
            hash: None,
        }
    }

    fn receipt_of(&self, ix: KpiIx) -> ReceiptKpi {
        let figure = self.figure(ix);
        ReceiptKpi {
            id: self.plan().kpi(ix).id.clone(),
            definition: self.definition(figure),
            at: figure.at,
            value: figure.known(),
            n: figure.n,
            approximation: figure.approximation,
            status: self.scores().kpi(ix).status.code().to_owned(),
        }
    }

    /// What a value is read from and how, in one word.
    fn definition(&self, figure: &Figure) -> String {
        let Provenance::Computed { source, measure, variant, segment } = &figure.provenance else {
            return figure.provenance.code().to_owned();
        };
        let mut text = format!("{source}/{measure}:{}", Variant::name(variant));
        if let Some(part) = self.snapshot().get(source, measure) {
            if let Some(basis) = part.basis {
                text.push_str(&format!(";denominator={}", basis.name()));
            }
            if let Some(limit) = part.limit {
                text.push_str(&format!(";limit={limit}"));
            }
            if part.hours != Hours::Calendar {
                text.push_str(&format!(";hours={}", part.hours.name()));
            }
            if part.resolved != Resolved::Last {
                text.push_str(&format!(";resolved={}", part.resolved.name()));
            }
        }
        if let Some(segment) = segment {
            text.push_str(&format!(";segment={segment}"));
        }
        text
    }

    /// Holds a receipt against the board as it stands, line by line.
    #[must_use]
    #[inline(never)]
    pub fn confirm(&self, receipt: &Receipt) -> Vec<Confirmed> {
        let here = self.receipt();
        let day = |receipt: &Receipt| receipt.as_of.map(iso).unwrap_or_default();
        let mut lines = Vec::new();
        if let Some(hash) = &receipt.hash {
            lines.push(line("receipt", None, hash.as_str(), format::receipt::seal(receipt)));
        }
        lines.push(line("calculation", None, receipt.calculation.as_str(), here.calculation));
        lines.push(line("as-of", None, day(receipt), day(&self.receipt_day())));
        lines.push(line("plan", None, receipt.plan.as_str(), here.plan));
        let said = |records: &Option<String>| records.clone().unwrap_or_default();
        if receipt.records.is_some() || here.records.is_some() {
            lines.push(line("records", None, said(&receipt.records), said(&here.records)));
        }
        pair(&receipt.sources, &here.sources, |source| &source.id, "source", same_source, &mut lines);
        pair(&receipt.kpis, &here.kpis, |kpi| &kpi.id, "value", same_kpi, &mut lines);
        lines
    }

    fn receipt_day(&self) -> Receipt {
        Receipt { as_of: Some(self.as_of()), ..Receipt::default() }
    }
}

/// The hash of a source is that of its partials: its name and where they were read from do not matter.
fn source(part: &SourcePart) -> ReceiptSource {
    let bare = SourcePart { name: None, hash: None, read: 0, used: 0, refused: 0, ..part.clone() };
    let data = format::receipt::sha256(&format::snapshot::encode(&Snapshot::of(vec![bare])));
    ReceiptSource { id: part.id.clone(), data, file: part.hash.clone() }
}

fn line(
    what: &'static str,
    id: Option<&str>,
    expected: impl Into<String>,
    found: impl Into<String>,
) -> Confirmed {
    let (expected, found) = (expected.into(), found.into());
    let same = expected == found;
    let told = |text: String| (!same).then_some(Param::Text(text));
    let verdict = if same { "same" } else { "differs" };
    Confirmed { what, id: id.map(str::to_owned), verdict, expected: told(expected), found: told(found) }
}

/// Pairs what the receipt has with what is here; what one of them lacks is told.
fn pair<T>(
    expected: &[T],
    here: &[T],
    id: impl Fn(&T) -> &String,
    what: &'static str,
    compare: impl Fn(&T, &T) -> Vec<Confirmed>,
    lines: &mut Vec<Confirmed>,
) {
    let alone = |one: &T, verdict| Confirmed {
        what,
        id: Some(id(one).clone()),
        verdict,
        expected: None,
        found: None,
    };
    let mut known: BTreeMap<&String, &T> = BTreeMap::new();
    for other in here {
        known.entry(id(other)).or_insert(other);
    }
    for one in expected {
        match known.get(id(one)) {
            Some(other) => lines.extend(compare(one, other)),
            None => lines.push(alone(one, "missing")),
        }
    }
    let told: BTreeSet<&String> = expected.iter().map(&id).collect();
    let extra = here.iter().filter(|one| !told.contains(id(one)));
    lines.extend(extra.map(|one| alone(one, "extra")));
}

fn same_source(expected: &ReceiptSource, here: &ReceiptSource) -> Vec<Confirmed> {
    let mut line = line("source", Some(&expected.id), expected.data.as_str(), here.data.as_str());
    if line.verdict == "same" && expected.file.is_some() && here.file.is_some() && expected.file != here.file
    {
        line.verdict = "other-file";
    }
    vec![line]
}

fn same_kpi(expected: &ReceiptKpi, here: &ReceiptKpi) -> Vec<Confirmed> {
    let definition =
        line("definition", Some(&expected.id), expected.definition.as_str(), here.definition.as_str());
    // A value from a sketch may be off by its error, and one from the rows beside it by nothing.
    let error = expected.approximation.unwrap_or(0.0) + here.approximation.unwrap_or(0.0);
    let (verdict, told) = match (expected.value, here.value) {
        (Some(one), Some(other)) if one.total_cmp(&other).is_eq() => ("same", false),
        (None, None) => ("same", false),
        (Some(one), Some(other)) if (one - other).abs() <= error * one.abs().max(other.abs()) => {
            ("close", true)
        }
        _ => ("differs", true),
    };
    let number = |value: Option<f64>| value.filter(|_| told).map(Param::Number);
    let value = Confirmed {
        what: "value",
        id: Some(expected.id.clone()),
        verdict,
        expected: number(expected.value),
        found: number(here.value),
    };
    vec![definition, value]
}
