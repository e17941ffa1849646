//! The table of families, the words and the documentation hold together.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use throughline::kpi::service::{FAMILIES, Family, Form, Input, Kind, family};
use throughline::plan::Word;

use super::*;

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).to_owned()
}

fn words() -> Value {
    serde_json::from_str(&fs::read_to_string(root().join("www/element/messages/en-rest.json")).unwrap())
        .unwrap()
}

/// The codes of notes and issues that the formulas write.
fn written(call: &str) -> BTreeSet<String> {
    let mut found = BTreeSet::new();
    for entry in fs::read_dir(root().join("src/kpi/service")).unwrap() {
        let text: String = fs::read_to_string(entry.unwrap().path()).unwrap().split_whitespace().collect();
        found.extend(text.split(call).skip(1).filter_map(|rest| rest.split('"').next()).map(str::to_owned));
    }
    found
}

#[test]
fn everything_has_words() {
    let words = words();
    let has = |code: String| assert!(words.get(&code).is_some(), "{code}");
    for family in FAMILIES {
        for form in family.forms {
            has(format!("definition.{}.{}", family.id, form.id));
            has(format!("citation.{}", form.source.key()));
        }
    }
    let mut notes = written(".noting(\"");
    notes.extend(written(".left_out(\""));
    notes.extend(
        ["significant", "not-significant", "paradox-seen", "paradox-not-seen", "recovery-falls-short"]
            .map(str::to_owned),
    );
    assert!(notes.len() > 12, "{notes:?}");
    notes.into_iter().for_each(|code| has(format!("note.{code}")));
    for code in words.as_object().unwrap().keys().filter_map(|code| code.strip_prefix("citation.")) {
        assert!(
            FAMILIES.iter().any(|family| family.forms.iter().any(|form| form.source.key() == code)),
            "{code} is cited by none"
        );
    }
}

#[test]
fn ids_are_those_of_mappings() {
    for id in throughline::data::Family::WORDS {
        assert!(family(id).is_some(), "{id}");
    }
    let names = |id: &str| family(id).unwrap().forms.iter().map(|form| form.id).collect::<Vec<_>>();
    assert_eq!(names("sla-compliance"), throughline::data::SlaBasis::WORDS);
    for id in ["csat", "resolution-time", "first-reply-time", "favourability", "retention", "counts"] {
        assert!(names(id).iter().all(|name| throughline::plan::Variant::from_name(name).is_some()), "{id}");
    }
    let ids: BTreeSet<_> = FAMILIES.iter().map(|family| family.id).collect();
    assert_eq!(ids.len(), FAMILIES.len(), "no id twice");
}

fn input(input: &Input) -> String {
    let name = match input.kind {
        Kind::Count => format!("counts.{}", input.name),
        Kind::Before => format!("before.{}", input.name),
        Kind::Amount => format!("amounts.{}", input.name),
        _ => input.name.to_owned(),
    };
    if input.required { format!("`{name}`") } else { format!("[`{name}`]") }
}

fn row(family: &Family, words: &Value) -> String {
    let list = |inputs: &[Input]| inputs.iter().map(input).collect::<Vec<_>>().join(" ");
    let ways = family.ways.iter().map(|way| list(way)).collect::<Vec<_>>().join(", or ");
    let options = list(family.options);
    let forms = family.forms.iter().map(|form| format!("`{}`", form.id)).collect::<Vec<_>>().join(" ");
    let once = |of: fn(&Form) -> &'static str| {
        let mut all: Vec<&str> = family.forms.iter().map(of).collect();
        all.dedup();
        all
    };
    let units = once(|form| form.unit.sign()).join(", ");
    let sources: Vec<&str> = once(|form| form.source.key())
        .into_iter()
        .map(|source| words[format!("citation.{source}")].as_str().unwrap())
        .collect();
    let gap = if options.is_empty() { "" } else { " " };
    format!("| `{}` | {forms} | {ways}{gap}{options} | {units} | {} |\n", family.id, sources.join("; "))
}

/// `UPDATE_GOLDEN=1 cargo test --test service` writes the table anew.
#[test]
fn the_documented_table_is_the_table() {
    let words = words();
    let mut table = "| family | variants, the default first | takes, [what may be absent] | unit | source |\n| --- | --- | --- | --- | --- |\n".to_owned();
    FAMILIES.iter().for_each(|family| table += &row(family, &words));
    let file = root().join("docs/kpis.md");
    let text = fs::read_to_string(&file).unwrap();
    let (before, rest) = text.split_once("<!-- families -->\n").unwrap();
    let (found, after) = rest.split_once("<!-- /families -->").unwrap();
    if std::env::var_os("UPDATE_GOLDEN").is_some() {
        fs::write(&file, format!("{before}<!-- families -->\n{table}<!-- /families -->{after}")).unwrap();
    } else {
        assert_eq!(found, table, "UPDATE_GOLDEN=1 cargo test --test service documented");
    }
}
