//! Plans from files: what is valid decodes and comes back equal, what is not gives exactly the issues
//! written beside it by hand, from the rules.
#![expect(clippy::unwrap_used, reason = "a test that cannot go on fails")]

mod support;

use std::fs;
use std::path::{Path, PathBuf};

use serde_json::{Value, json};
use support::plain;
use throughline::error::{Issue, Param};
use throughline::format::plan::{decode, encode};

fn plans(folder: &str) -> Vec<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/plans").join(folder);
    let mut files: Vec<PathBuf> = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    files.retain(|file| !file.to_string_lossy().ends_with(".expected.json"));
    files.sort();
    files
}

/// An issue as the expectations write it, its params left out where the expectation has none.
fn written(issue: &Issue, with_params: bool) -> Value {
    let mut line = vec![json!(issue.code), json!(issue.at.as_str())];
    if with_params {
        let params = issue.params.iter().map(|(name, value)| {
            let value = match value {
                Param::Text(text) => json!(text),
                Param::Number(number) => json!((number * 1e9).round() / 1e9),
                Param::List(list) => json!(list),
            };
            (name.to_owned(), value)
        });
        line.push(Value::Object(params.collect()));
    }
    Value::Array(line)
}

#[test]
fn valid_plans_decode_and_come_back_equal() {
    let files = plans("valid");
    assert!(files.len() >= 2, "the fixtures are there");
    for file in files {
        let plan =
            decode(&fs::read_to_string(&file).unwrap()).unwrap_or_else(|error| panic!("{file:?}: {error}"));
        let again = decode(&encode(&plan)).unwrap_or_else(|error| panic!("{file:?} written: {error}"));
        assert_eq!(plan, again, "{file:?}");
    }
}

#[test]
fn invalid_plans_give_every_issue_and_no_other() {
    let files = plans("invalid");
    assert!(files.len() >= 18, "the fixtures are there");
    let mut wrong = Vec::new();
    for file in files {
        let Err(error) = decode(&fs::read_to_string(&file).unwrap()) else {
            wrong.push(format!("{file:?} is accepted"));
            continue;
        };
        assert_eq!(error.code(), "plan-invalid");
        let expected: Vec<Value> =
            serde_json::from_str(&fs::read_to_string(file.with_extension("expected.json")).unwrap()).unwrap();
        let mut left: Vec<&Issue> = error.issues().iter().collect();
        for line in &expected {
            let with_params = line.as_array().unwrap().len() == 3;
            let found = left.iter().position(|issue| plain(&written(issue, with_params)) == plain(line));
            match found {
                Some(position) => drop(left.remove(position)),
                None => wrong.push(format!("{file:?} lacks {line}")),
            }
        }
        wrong.extend(left.iter().map(|issue| format!("{file:?} has one more: {issue}")));
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}
