//! Every code of an issue that the sources can give has its sentence in the English messages.
#![expect(clippy::unwrap_used, reason = "a test that cannot go on fails")]

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

fn sources(folder: &Path, text: &mut String) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            sources(&path, text);
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            // Line breaks go, so that a call broken over lines reads like any other.
            text.extend(fs::read_to_string(&path).unwrap().split_whitespace());
        }
    }
}

/// The codes written at a call that makes an issue.
fn codes(text: &str) -> BTreeSet<&str> {
    let mut codes = BTreeSet::new();
    for call in ["Issue::new(\"", ".report(\""] {
        codes.extend(text.split(call).skip(1).filter_map(|rest| rest.split('"').next()));
    }
    codes
}

#[test]
fn every_issue_has_its_sentence() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut text = String::new();
    sources(&root.join("src"), &mut text);
    let codes = codes(&text);
    assert!(codes.len() > 20, "the codes are seen: {codes:?}");
    let file = root.join("www/element/messages/en-rest.json");
    let messages: serde_json::Value = serde_json::from_str(&fs::read_to_string(file).unwrap()).unwrap();
    let silent: Vec<_> =
        codes.iter().filter(|code| messages.get(format!("issue.{code}")).is_none()).collect();
    assert!(silent.is_empty(), "without a sentence: {silent:?}");
}

#[test]
fn a_code_is_seen_wherever_it_is_written() {
    let text = "self.issue(Issue::new(\"one\",at));field.report(\"two\",[]);Error::new(\"three\",vec![])";
    assert_eq!(codes(text).into_iter().collect::<Vec<_>>(), ["one", "two"]);
}
