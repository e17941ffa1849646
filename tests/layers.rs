//! The direction of dependence, read off the sources: nothing imports from its right, serde stays at the
//! formats and the edge, the browser stays at the edge.
#![expect(clippy::unwrap_used, reason = "a test that cannot go on fails")]

use std::fs;
use std::path::{Path, PathBuf};

/// Left to right; a module may import from what stands before it and from itself.
const LAYERS: [&str; 21] = [
    "rows",
    "error",
    "text",
    "calendar",
    "stats",
    "staffing",
    "plan",
    "journal",
    "data",
    "snapshot",
    "signal",
    "forecast",
    "kpi",
    "needs",
    "programme",
    "recognition",
    "score",
    "alignment",
    "board",
    "chart",
    "wasm",
];

/// What stands beside the values: charts of any series know days and numbers, and none of the nouns.
const SIGNAL_KNOWS: [&str; 3] = ["calendar", "stats", "signal"];

/// What stands beside the row: the formats know these and nothing to their right, and who may use the formats.
const FORMAT_KNOWS: [&str; 10] =
    ["error", "text", "calendar", "stats", "staffing", "plan", "journal", "data", "snapshot", "format"];
const USES_FORMAT: [&str; 3] = ["board", "wasm", "format"];

/// One line of code of a file of `src/`.
struct Line {
    file: String,
    module: String,
    number: usize,
    text: String,
}

fn rust_files(folder: &Path, into: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            rust_files(&path, into);
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            into.push(path);
        }
    }
}

/// Every line of code, comments and the tests inside files left out.
fn lines() -> Vec<Line> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut files = Vec::new();
    rust_files(&root, &mut files);
    let mut lines = Vec::new();
    for path in files {
        let file = path.strip_prefix(&root).unwrap().to_string_lossy().replace('\\', "/");
        let module = file.split('/').next().unwrap().trim_end_matches(".rs").to_owned();
        let text = fs::read_to_string(&path).unwrap();
        let code = text.split("#[cfg(test)]").next().unwrap();
        for (number, line) in code.lines().enumerate() {
            let text = line.split("//").next().unwrap().to_owned();
            lines.push(Line { file: file.clone(), module: module.clone(), number: number + 1, text });
        }
    }
    lines
}

/// The modules a line names after `crate::`, one by one also from a `crate::{…}` list.
fn named(text: &str) -> Vec<String> {
    let word =
        |rest: &str| rest.chars().take_while(|letter| letter.is_alphanumeric() || *letter == '_').collect();
    let mut names = Vec::new();
    for (place, _) in text.match_indices("crate::") {
        let rest = &text[place + "crate::".len()..];
        match rest.strip_prefix('{') {
            Some(list) => names.extend(list.split([',', '}']).map(|item| word(item.trim_start()))),
            None => names.push(word(rest)),
        }
    }
    names.retain(|name: &String| !name.is_empty());
    names
}

fn may_import(module: &str, other: &str) -> bool {
    let place = |name: &str| LAYERS.iter().position(|layer| *layer == name);
    match (module, other) {
        ("lib", _) => true,
        ("format", other) => FORMAT_KNOWS.contains(&other),
        ("signal", other) => SIGNAL_KNOWS.contains(&other),
        (module, "format") => USES_FORMAT.contains(&module),
        (module, other) => match (place(module), place(other)) {
            (Some(here), Some(there)) => there <= here,
            // A module this row does not know has no place in it yet.
            (None, _) => false,
            // Not a module of the row: an item or macro of the crate's root.
            (_, None) => true,
        },
    }
}

/// Lines that break a rule, as the failure shows them.
fn breaches(lines: &[Line], breaks: impl Fn(&Line) -> Option<String>) -> Vec<String> {
    let told = |line: &Line| Some(format!("src/{}:{}: {}", line.file, line.number, breaks(line)?));
    lines.iter().filter_map(told).collect()
}

fn wrong_way(line: &Line) -> Option<String> {
    // The journal lives in the board; the format of its entries knows them. The table of families lives with the
    // formulas; the format of a calculation is read by it.
    let known = [
        ("format/record/", "board"),
        ("format/calculation/", "kpi"),
        ("format/lifetime/", "kpi"),
        ("format/mapping/names", "kpi"),
    ];
    let knows = |other: &str| known.iter().any(|(file, each)| line.file.starts_with(file) && *each == other);
    let wrong =
        named(&line.text).into_iter().find(|other| !knows(other) && !may_import(&line.module, other))?;
    Some(format!("{} may not know {wrong}", line.module))
}

fn serde_astray(line: &Line) -> Option<String> {
    let serde = ["serde::", "serde_json", "Serialize", "Deserialize", "JsonSchema"];
    let found = serde.iter().find(|word| line.text.contains(**word))?;
    (!["format", "wasm"].contains(&line.module.as_str()))
        .then(|| format!("{found} belongs to format and wasm"))
}

fn browser_astray(line: &Line) -> Option<String> {
    let browser = ["wasm_bindgen", "web_sys", "js_sys", "serde_wasm_bindgen"];
    let found = browser.iter().find(|word| line.text.contains(**word))?;
    (line.module != "wasm").then(|| format!("{found} belongs to wasm"))
}

/// Bytes, cells and columns are the business of the tables and of the file formats that fill them.
fn rows_astray(line: &Line) -> Option<String> {
    let astray = !["stats", "data", "snapshot", "format"].contains(&line.module.as_str());
    let found = line.text.contains("throughline_rows") && astray;
    found.then(|| "throughline_rows belongs to stats, data, snapshot and format".to_owned())
}

fn check(found: &[String]) {
    assert!(found.is_empty(), "\n{}", found.join("\n"));
}

#[test]
fn nothing_imports_from_its_right() {
    let lines = lines();
    assert!(lines.iter().filter(|line| !named(&line.text).is_empty()).count() > 20, "imports are seen");
    check(&breaches(&lines, wrong_way));
}

#[test]
fn serde_stays_in_format_and_wasm() {
    let lines = lines();
    assert!(lines.iter().any(|line| line.text.contains("Serialize")), "serde is seen where it is");
    check(&breaches(&lines, serde_astray));
}

#[test]
fn the_browser_stays_in_wasm() {
    let lines = lines();
    assert!(lines.iter().any(|line| line.text.contains("wasm_bindgen")), "the edge is seen where it is");
    check(&breaches(&lines, browser_astray));
}

#[test]
fn rows_stay_below_tables() {
    let lines = lines();
    assert!(
        lines.iter().any(|line| line.text.contains("throughline_rows")),
        "rows are seen where they are used"
    );
    check(&breaches(&lines, rows_astray));
}

/// The check itself, on lines that break each rule: a check that cannot fail is none.
#[test]
fn breaches_are_seen() {
    let line = |module: &str, text: &str| Line {
        file: format!("{module}/made_up.rs"),
        module: module.to_owned(),
        number: 1,
        text: text.to_owned(),
    };
    let wrong = [
        line("plan", "use crate::score::Status;"),
        line("stats", "use crate::plan::Plan;"),
        line("snapshot", "use crate::{error::Error, kpi::Figure};"),
        line("plan", "fn f() -> crate::format::json::Value {"),
        line("format", "use crate::board::Board;"),
        line("signal", "use crate::plan::Plan;"),
        line("snapshot", "use crate::signal::xmr;"),
        line("astray", "use crate::error::Error;"),
    ];
    assert_eq!(breaches(&wrong, wrong_way).len(), wrong.len());
    let right = [
        line("score", "use crate::plan::Plan;"),
        line("format", "use crate::{plan::Plan, format::json};"),
        line("wasm", "use crate::board::Board;"),
        line("plan", "use super::Plan;"),
        line("signal", "use crate::stats::Moments;"),
        line("score", "use crate::signal::Chart;"),
    ];
    check(&breaches(&right, wrong_way));
    assert_eq!(breaches(&[line("plan", "#[derive(Serialize)]")], serde_astray).len(), 1);
    assert_eq!(breaches(&[line("kpi", "use throughline_rows::Packed;")], rows_astray).len(), 1);
    assert_eq!(breaches(&[line("chart", "use web_sys::Window;")], browser_astray).len(), 1);
}
