//! Every rule by its page: the plan that fails has the finding, the plan that passes has not, and both have words.
#![expect(clippy::unwrap_used, clippy::panic, reason = "a test that cannot go on fails")]

mod support;

use std::collections::BTreeSet;
use std::fs;
use std::path::PathBuf;

use serde_json::{Value, json};
use support::day;
use throughline::alignment::{Finding, THEMES};
use throughline::board::{Board, Options};
use throughline::format::{journal, plan};
use throughline::plan::FindingId;

fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

/// What is found in an example: of one with a journal, and with the plan of the last review, what these tell as well.
fn found(parts: &str) -> Vec<Finding> {
    let mut parts: Value = serde_json::from_str(parts).unwrap_or_else(|error| panic!("{error} in {parts}"));
    let [entries, before] = ["journal", "before"].map(|name| parts.as_object_mut().unwrap().remove(name));
    let board = open(&parts.to_string());
    let mut found = board.inspect();
    if let Some(entries) = entries {
        let journal = journal::decode(&json!({ "version": 1, "entries": entries }).to_string()).unwrap();
        let before = before.map(|before| open(&before.to_string()).plan().clone());
        found.extend(board.review(&journal, before.as_ref()).findings);
    }
    found
}

/// What a page's example stands in, as the page's index says.
fn open(parts: &str) -> Board {
    let mut whole = json!({
        "version": 1,
        "title": "Example",
        "owners": [{ "id": "ana", "name": "Ana" }, { "id": "ben", "name": "Ben" }],
        "mission": { "id": "mission", "title": "Help" },
    });
    let parts: Value = serde_json::from_str(parts).unwrap_or_else(|error| panic!("{error} in {parts}"));
    whole.as_object_mut().unwrap().extend(parts.as_object().unwrap().clone());
    let plan = plan::decode(&whole.to_string()).unwrap_or_else(|error| panic!("{error} in {parts}"));
    Board::open(plan, Options { as_of: day("2026-11-20") })
}

/// The examples of a page: the words behind "json", and the text.
fn examples(page: &str) -> Vec<(Vec<String>, String)> {
    let text = fs::read_to_string(root().join(format!("docs/findings/{page}.md"))).unwrap();
    let blocks = text.split("```json ").skip(1);
    blocks
        .map(|block| {
            let (head, rest) = block.split_once('\n').unwrap();
            let words = head.split(' ').map(str::to_owned).collect();
            (words, rest.split("```").next().unwrap().to_owned())
        })
        .collect()
}

fn is_at(found: &Finding, id: &str, at: &str) -> bool {
    let kpi = found.params.get("kpi").is_some_and(|kpi| kpi.to_string() == at);
    found.id == id && (found.node == at || kpi)
}

#[test]
fn every_example_does_what_its_page_says() {
    for theme in THEMES {
        for (words, text) in examples(theme.page) {
            let found = found(&text);
            match words.iter().map(String::as_str).collect::<Vec<_>>()[..] {
                ["fails", id, at] => {
                    assert!(found.iter().any(|each| is_at(each, id, at)), "{id} at {at}: {found:#?}");
                }
                ["passes", id] => assert!(found.iter().all(|each| each.id != id), "{id}: {found:#?}"),
                _ => panic!("{words:?}"),
            }
        }
    }
}

#[test]
fn every_rule_is_in_the_table_once_and_on_its_page() {
    let mut ids = BTreeSet::new();
    for theme in THEMES {
        let page = fs::read_to_string(root().join(format!("docs/findings/{}.md", theme.page))).unwrap();
        for rule in theme.rules {
            assert!(ids.insert(rule.id), "{} is in the table twice", rule.id.name());
            assert!(page.contains(&format!("\n## `{}`\n\n*", rule.id.name())), "{}", rule.id.name());
            let said = format!("{:?}.*", rule.severity);
            let section = page.split(&format!("\n## `{}`\n\n*", rule.id.name())).nth(1).unwrap();
            assert!(section.starts_with(&said), "{} is a {said}", rule.id.name());
        }
    }
    assert_eq!(ids, FindingId::ALL.iter().copied().collect());
    for (file, words) in [("README.md", "known pitfalls"), ("docs/findings.md", "rules look for")] {
        let text = fs::read_to_string(root().join(file)).unwrap();
        assert!(text.contains(&format!("{} {words}", ids.len())), "{file} has another number");
    }
}

/// The severity and the remedy that a finding has are those of the table, whoever told it.
#[test]
fn findings_are_as_the_table_says() {
    for theme in THEMES {
        for (_, text) in examples(theme.page) {
            for found in found(&text) {
                let rules = THEMES.iter().flat_map(|theme| theme.rules);
                let rule = rules.clone().find(|rule| rule.id.name() == found.id).unwrap();
                assert_eq!(rule.severity, found.severity, "{}", found.id);
                let other = found.id == "orphan" && found.remedy == "link-parent-to-mission";
                assert!(other || rule.remedy == found.remedy, "{}", found.id);
            }
        }
    }
}

#[test]
fn every_finding_and_remedy_has_its_words() {
    let mut words = serde_json::Map::new();
    for file in ["en.json", "en-rest.json"] {
        let text = fs::read_to_string(root().join("www/element/messages").join(file)).unwrap();
        words.extend(serde_json::from_str::<serde_json::Map<String, Value>>(&text).unwrap());
    }
    let rules = || THEMES.iter().flat_map(|theme| theme.rules);
    let mut codes: Vec<String> = rules().map(|rule| format!("finding.{}", rule.id.name())).collect();
    codes.extend(rules().map(|rule| format!("remedy.{}", rule.remedy)));
    let silent: Vec<_> = codes.iter().filter(|code| !words.contains_key(*code)).collect();
    assert!(silent.is_empty(), "without words: {silent:?}");
}

#[test]
fn a_finding_is_switched_off_in_the_plan_with_its_reason() {
    let off = |node: &str| {
        open(&format!(
            r#"{{ "goals": [{{ "id": "calls", "title": "Calls", "serves": [{{ "to": "mission" }}] }}],
            "settings": {{ "off": [{{ "finding": "goal-not-time-bound"{node}, "reason": "It never ends." }}] }} }}"#
        ))
        .inspect()
        .into_iter()
        .find(|found| found.id == "goal-not-time-bound")
        .unwrap()
        .off
    };
    assert_eq!(off("").as_deref(), Some("It never ends."));
    assert_eq!(off(r#", "node": "calls""#).as_deref(), Some("It never ends."));
    assert_eq!(off(r#", "node": "mission""#), None);
}

/// The gravest come first, and a look changes nothing that a picture shows.
#[test]
fn a_closer_look_has_the_gravest_first_and_all_that_the_picture_has() {
    let board = open(r#"{ "actions": [{ "id": "robot", "title": "Voice robot pilot" }] }"#);
    let all = board.inspect();
    let grave = |found: &Finding| found.severity as u8;
    assert!(all.is_sorted_by_key(grave));
    assert!(board.findings().iter().all(|found| all.contains(found)));
    assert_eq!(all, board.inspect());
}
