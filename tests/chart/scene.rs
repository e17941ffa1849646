//! From a board and the page's options to a scene: the page's words, the board's numbers.

use serde_json::json;
use throughline::board::{Board, Options};
use throughline::chart::{Color, Direction, LinkKind, Palette, Scene, Signal, Table, View, picture};
use throughline::format;
use throughline::wasm::{encode, scene};

fn board() -> Board {
    let text = std::fs::read_to_string("tests/fixtures/chart_plan.json").unwrap();
    let plan = format::plan::decode(&text).unwrap();
    Board::open(plan, Options { as_of: "2026-11-21".parse().unwrap() })
}

fn scene(options: impl std::fmt::Display) -> Scene {
    scene::read(&board(), &format!("{options}")).unwrap()
}

#[test]
fn options_left_out_keep_their_defaults() {
    let scene = scene(json!({ "width": 900 }));
    assert_eq!((scene.view, scene.direction, scene.palette), (View::Map, Direction::Ltr, Palette::LIGHT));
    assert!((scene.width - 900.0).abs() < 1e-9 && (scene.ratio - 1.0).abs() < 1e-9);
    assert_eq!(scene.lit, None);
}

#[test]
fn words_come_from_the_page_and_what_it_leaves_out_from_the_plan() {
    let scene = scene(json!({
        "view": "map", "width": 900, "direction": "rtl", "ratio": 2,
        "palette": { "accent": "#123456", "ink": "not a colour" },
        "select": "put-right", "hover": "help-pages",
        "labels": {
            "nodes": { "mission": { "title": "Ein Haushalt", "number": "61", "unit": "%", "status": "gefährdet" } },
            "bands": { "customer": "Kundschaft", "goal": "Ziele" },
            "words": { "no-path": "dient nichts" }
        }
    }));
    let item = |id: &str| scene.items.iter().find(|item| item.id == id).unwrap();
    assert_eq!((item("mission").title.as_str(), item("mission").number.as_str()), ("Ein Haushalt", "61"));
    assert_eq!(item("put-right").title, "Put it right, then ask");
    assert_eq!(scene.bands.iter().map(|b| b.title.as_str()).next(), Some("Kundschaft"));
    assert_eq!((scene.words.levels[3].as_str(), scene.words.no_path.as_str()), ("Ziele", "dient nichts"));
    assert_eq!((scene.palette.accent, scene.palette.ink), (Color::hex(0x12_3456), Palette::LIGHT.ink));
    assert_eq!(scene.lit.map(|at| scene.items[at].id.as_str()), Some("help-pages"));
}

#[test]
fn every_fault_of_the_options_is_told_with_its_place() {
    let options = json!({
        "view": "mao", "width": null, "ratio": "x", "later": [1],
        "palette": { "ink": 3 },
        "labels": {
            "nodes": { "mission": { "title": 1, "number": null }, "nobody's": { "status": [] } },
            "kpis": { "a/b": "x" }, "bands": { "goal": null }, "words": []
        }
    });
    let error = scene::read(&board(), &options.to_string()).unwrap_err();
    let told: Vec<_> = error.issues().iter().map(|issue| (issue.code, issue.at.as_str())).collect();
    let wrong = |at| ("wrong-type", at);
    assert_eq!(error.code(), "options-invalid");
    assert_eq!(
        told,
        [
            ("unknown-value", "/view"),
            wrong("/width"),
            wrong("/ratio"),
            wrong("/palette/ink"),
            wrong("/labels/nodes/mission/title"),
            wrong("/labels/nodes/nobody's/status"),
            wrong("/labels/kpis/a~1b"),
            wrong("/labels/bands/goal"),
            wrong("/labels/words"),
        ]
    );
    for text in ["", "{", "null", "[]", "\"map\""] {
        assert_eq!(scene::read(&board(), text).unwrap_err().code(), "options-invalid", "{text}");
    }
}

#[test]
fn links_are_the_plans_with_weights_that_share_a_parent() {
    let scene = scene(json!({ "width": 900 }));
    let find = |from: &str, to: &str| {
        let at = |id: &str| scene.items.iter().position(|item| item.id == id).unwrap();
        scene.links.iter().find(|l| (l.from, l.to) == (at(from), at(to))).copied()
    };
    assert_eq!(find("mission", "company").unwrap().kind, LinkKind::Supports);
    assert_eq!(find("find-alone", "right-people").unwrap().kind, LinkKind::Drives);
    // Three strategies serve the goal with weights 2, 1, 3; its own KPIs weigh in beside them.
    let parts = ["sort-early", "right-people", "cold-first"].map(|id| find(id, "in-time").unwrap().weight);
    assert!(
        (parts[0] / parts[1] - 2.0).abs() < 1e-9 && (parts[2] / parts[1] - 3.0).abs() < 1e-9,
        "{parts:?}"
    );
    assert!(scene.links.iter().all(|l| (0.0..=1.0 + 1e-12).contains(&l.weight)));
}

#[test]
fn what_is_not_known_is_not_drawn_as_zero() {
    let scene = scene(json!({ "width": 900 }));
    for gauge in scene.gauges.iter().filter(|gauge| gauge.signal == Signal::NoData) {
        assert_eq!(gauge.reading.value, None, "{}", gauge.id);
    }
    let unknown = scene.items.iter().filter(|item| item.score.is_none());
    assert!(
        unknown.clone().count() > 0
            && unknown.clone().all(|item| item.signal != Signal::OnTrack || item.execution.is_some())
    );
}

#[test]
fn boxes_come_back_as_plain_json() {
    for view in ["map", "scorecard", "line"] {
        let geometry =
            picture(&scene(json!({ "view": view, "width": 700, "focus": "cold-line" })), &Table).geometry;
        let json = serde_json::from_str::<serde_json::Value>(&encode::geometry(&geometry)).unwrap();
        assert!(json["nodes"].as_array().unwrap().len() > 3, "{view}");
        assert!(json["height"].as_f64().unwrap() > 100.0 && json["compact"].is_string());
    }
}

#[test]
fn sizes_that_are_none_do_no_harm() {
    for (width, ratio) in [(0.0, 0.0), (-5.0, -1.0), (1e300, 1e300), (160.0, 0.01)] {
        let scene = scene(json!({ "width": width, "ratio": ratio, "view": "map", "focus": "nobody" }));
        let picture = picture(&scene, &Table);
        assert!(picture.size.0 >= 1 && picture.size.1 >= 1);
    }
}
