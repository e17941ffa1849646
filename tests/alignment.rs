//! The worked values of alignment, its metrics with their causes, and the findings.
#![expect(clippy::unwrap_used, clippy::panic, reason = "a test may fail")]

use serde_json::{Value, json};
use throughline::alignment::{Finding, Metric, Severity};
use throughline::board::{Board, Options};
use throughline::calendar::Date;
use throughline::format;

fn open(json: &Value) -> Board {
    let plan = format::plan::decode(&json.to_string()).unwrap_or_else(|error| panic!("{error}"));
    Board::open(plan, Options { as_of: Date::constant(2026, 4, 15) })
}

fn metric<'b>(board: &'b Board, id: &str) -> &'b Metric {
    board.alignment().metrics.iter().find(|metric| metric.id == id).unwrap()
}

fn value(board: &Board, id: &str) -> f64 {
    metric(board, id).value.unwrap()
}

fn near(found: f64, expected: f64) {
    assert!((found - expected).abs() < 1e-12, "{found} is not {expected}");
}

fn causes(board: &Board, id: &str) -> Vec<(String, &'static str)> {
    let name = |cause: &throughline::alignment::Cause| board.plan().node(cause.node).id.clone();
    metric(board, id).causes.iter().map(|cause| (name(cause), cause.code)).collect()
}

fn found<'b>(board: &'b Board, id: &str) -> Vec<&'b Finding> {
    board.findings().iter().filter(|finding| finding.id == id).collect()
}

fn mission() -> Value {
    json!({ "id": "m", "title": "M" })
}

#[test]
fn an_orphan_action_lowers_vertical_alignment_by_count_and_by_effort() {
    let action = |id: &str, effort: u32, serves: Value| json!({ "id": id, "title": id, "effort": effort, "serves": serves });
    let under = json!([{ "to": "s" }]);
    let board = open(&json!({ "version": 1, "title": "T", "mission": mission(),
        "goals": [{ "id": "g", "title": "G", "serves": [{ "to": "m" }] }],
        "strategies": [{ "id": "s", "title": "S", "serves": [{ "to": "g" }] }],
        "actions": [action("a", 10, under.clone()), action("b", 30, under), action("lost", 60, json!([]))] }));
    near(value(&board, "AL-V"), 0.8);
    near(value(&board, "AL-VW"), 0.4);
    assert_eq!(metric(&board, "AL-V").ratio, Some((4.0, 5.0)));
    assert_eq!(causes(&board, "AL-V"), [("lost".to_owned(), "no-parent")]);
    let orphans = found(&board, "orphan");
    assert_eq!((orphans.len(), orphans[0].node.as_str(), orphans[0].remedy), (1, "lost", "link-to-parent"));
    assert_eq!(orphans[0].severity, Severity::Error);
}

#[test]
fn a_parent_alone_is_not_enough() {
    let board = open(&json!({ "version": 1, "title": "T", "mission": mission(),
        "goals": [{ "id": "a", "title": "A" }],
        "strategies": [{ "id": "b", "title": "B", "serves": [{ "to": "a" }] }],
        "actions": [{ "id": "c", "title": "C", "serves": [{ "to": "b" }] }] }));
    assert_eq!(metric(&board, "AL-V").ratio, Some((0.0, 3.0)));
    near(value(&board, "AL-V"), 0.0);
    let remedies: Vec<_> = found(&board, "orphan").iter().map(|finding| finding.remedy).collect();
    assert_eq!(remedies, ["link-to-parent", "link-parent-to-mission", "link-parent-to-mission"]);
}

#[test]
fn a_link_of_weight_zero_counts_for_the_path_and_not_for_the_share() {
    let board = open(&json!({ "version": 1, "title": "T", "mission": mission(),
        "goals": [{ "id": "g", "title": "G", "serves": [{ "to": "m", "weight": 0 }],
            "kpis": [{ "id": "k", "title": "K", "baseline": 0, "target": 1 }] }] }));
    near(value(&board, "AL-V"), 1.0);
    assert_eq!(board.alignment().contribution[board.plan().mission().index()], Some(1.0));
    let goal = board.plan().children(board.plan().mission())[0].child;
    assert_eq!(board.alignment().contribution[goal.index()], None);
}

#[test]
fn covered_measured_owned_with_their_causes() {
    let owner = |accountable: bool| json!({ "owner": "ana", "accountable": accountable });
    let other = json!({ "owner": "ben" });
    let board = open(&json!({ "version": 1, "title": "T", "mission": mission(),
        "owners": [{ "id": "ana", "name": "Ana" }, { "id": "ben", "name": "Ben" }],
        "goals": [
            { "id": "g", "title": "G", "serves": [{ "to": "m" }], "owners": [owner(true)] },
            { "id": "h", "title": "H", "serves": [{ "to": "m" }], "owners": [owner(false)] }],
        "strategies": [
            { "id": "s", "title": "S", "serves": [{ "to": "g" }], "owners": [owner(true), other] },
            { "id": "t", "title": "T", "serves": [{ "to": "h" }] }],
        "actions": [{ "id": "a", "title": "A", "serves": [{ "to": "s" }], "owners": [owner(true)],
            "kpis": [{ "id": "k", "title": "K", "baseline": 0, "target": 1, "lead": "leading" }] }] }));
    near(value(&board, "AL-C"), 0.5);
    assert_eq!(causes(&board, "AL-C"), [("h".to_owned(), "no-action-beneath")]);
    near(value(&board, "AL-M"), 0.5);
    let unmeasured = [("h".to_owned(), "no-kpi-in-subtree"), ("t".to_owned(), "no-kpi-in-subtree")];
    assert_eq!(causes(&board, "AL-M"), unmeasured);
    near(value(&board, "AL-OWN"), 0.4);
    let unowned: Vec<_> =
        causes(&board, "AL-OWN").into_iter().map(|(node, code)| format!("{node} {code}")).collect();
    let expected = ["h no-accountable-owner", "s several-accountable-owners", "t no-accountable-owner"];
    assert_eq!(unowned, expected);
    near(value(&board, "AL-LL"), 0.0);
    assert_eq!(causes(&board, "AL-LL")[0].1, "no-lagging-kpi");
    let nodes = |id: &str| found(&board, id).iter().map(|finding| finding.node.clone()).collect::<Vec<_>>();
    assert_eq!(nodes("unmeasured-goal"), ["h"]);
    assert_eq!(nodes("no-owner"), ["h", "t"]);
    assert_eq!(nodes("strategy-without-action"), ["t"]);
}

#[test]
fn in_time_counts_links_between_dated_nodes_alone() {
    let strategy = |id: &str, start: &str, due: &str| json!({ "id": id, "title": id, "serves": [{ "to": "g" }], "start": start, "due": due });
    let board = open(&json!({ "version": 1, "title": "T", "mission": mission(),
        "goals": [{ "id": "g", "title": "G", "serves": [{ "to": "m" }], "start": "2026-01-01", "due": "2026-12-31" },
                  { "id": "undated", "title": "U", "serves": [{ "to": "g" }] }],
        "strategies": [strategy("in", "2026-01-01", "2026-12-31"), strategy("early", "2025-12-31", "2026-06-30"),
            strategy("late", "2026-06-01", "2027-01-01")] }));
    assert_eq!(metric(&board, "AL-T").ratio, Some((1.0, 3.0)));
    let expected = [("early".to_owned(), "starts-before-parent"), ("late".to_owned(), "ends-after-parent")];
    assert_eq!(causes(&board, "AL-T"), expected);
    let outside: Vec<_> = found(&board, "dates-outside-parent").iter().map(|finding| &finding.node).collect();
    assert_eq!(outside, ["early", "late"]);
}

#[test]
fn effort_against_importance() {
    let action = |id: &str, weight: f64, effort: f64| {
        json!({ "id": id, "title": id, "effort": effort, "serves": [{ "to": "s", "weight": weight }],
            "kpis": [{ "id": format!("{id}-k"), "title": "K", "baseline": 0, "target": 1 }] })
    };
    let board = open(&json!({ "version": 1, "title": "T", "mission": mission(),
        "goals": [{ "id": "g", "title": "G", "serves": [{ "to": "m" }] }],
        "strategies": [{ "id": "s", "title": "S", "serves": [{ "to": "g" }] }],
        "actions": [action("a", 0.5, 0.2), action("b", 0.3, 0.3), action("c", 0.2, 0.5)] }));
    near(value(&board, "AL-E"), 0.30);
    let expected =
        [("a".to_owned(), "less-effort-than-importance"), ("c".to_owned(), "more-effort-than-importance")];
    assert_eq!(causes(&board, "AL-E"), expected);
}

#[test]
fn dispersion_flags_everything_equally_important() {
    let goals = |weights: &[f64]| {
        let goals: Vec<_> = (weights.iter().enumerate())
            .map(|(i, weight)| json!({ "id": format!("g{i}"), "title": "G", "serves": [{ "to": "m", "weight": weight }] }))
            .collect();
        open(&json!({ "version": 1, "title": "T", "mission": mission(), "goals": goals }))
    };
    let alike = goals(&[1.0; 6]);
    near(value(&alike, "AL-D"), 1.0);
    assert_eq!(causes(&alike, "AL-D"), [("m".to_owned(), "everything-equally-important")]);
    assert!(causes(&goals(&[1.0; 5]), "AL-D").is_empty());
    assert_eq!(causes(&goals(&[98.0, 1.0, 1.0]), "AL-D"), [("m".to_owned(), "one-thing-is-all")]);
    assert_eq!(metric(&goals(&[1.0]), "AL-D").value, None);
}

#[test]
fn the_index_weighs_what_exists_and_says_what() {
    let bare = open(&json!({ "version": 1, "title": "T", "mission": mission() }));
    assert_eq!((bare.alignment().index, bare.alignment().used.len()), (None, 0));
    // One goal, linked, nothing else: AL-V 1, AL-C 0, AL-M 0, AL-OWN 0; AL-T has nothing to count.
    let board = open(&json!({ "version": 1, "title": "T", "mission": mission(),
        "goals": [{ "id": "g", "title": "G", "serves": [{ "to": "m" }] }] }));
    assert_eq!(board.alignment().used, ["AL-V", "AL-C", "AL-M", "AL-OWN"]);
    near(board.alignment().index.unwrap(), 0.30 / 0.90);
}

#[test]
fn contribution_counts_kpis_of_the_parent_and_sums_over_paths() {
    let kpi = |id: &str, weight: f64| json!({ "id": id, "title": "K", "baseline": 0, "target": 1, "weight": weight });
    let board = open(&json!({ "version": 1, "title": "T", "mission": mission(),
        "goals": [{ "id": "g", "title": "G", "serves": [{ "to": "m" }], "kpis": [kpi("gk", 1.5)] },
                  { "id": "h", "title": "H", "serves": [{ "to": "m" }] }],
        "strategies": [{ "id": "s", "title": "S", "serves": [{ "to": "g" }, { "to": "h" }], "kpis": [kpi("sk", 1.0)] }] }));
    // Half by g, where its ½ stands beside 1.5 of the KPI: ¼; half by h, where it is alone.
    let throughline::plan::Subject::Node(s) = board.plan().find("s").unwrap() else { panic!("no node") };
    near(board.alignment().contribution[s.index()].unwrap(), 0.5 * 0.25 + 0.5);
}

/// An action without a KPI that serves a goal and the mission above it. Were it measured, the mission would have
/// the goal's 1 and its ½: it makes ½ ÷ 1½ by itself, and all of the goal's 1 ÷ 1½. Beside the measured
/// goal alone it would come to 1 ÷ 3 + 1, more than the mission is.
#[test]
fn an_unmeasured_action_that_serves_a_goal_and_its_parent_makes_no_more_than_the_whole() {
    let board = |kpis: Value| {
        open(&json!({ "version": 1, "title": "T", "mission": mission(),
            "goals": [{ "id": "g", "title": "G", "serves": [{ "to": "m" }] }],
            "actions": [{ "id": "a", "title": "A", "serves": [{ "to": "g" }, { "to": "m" }], "kpis": kpis }] }))
    };
    let part = |board: &Board, id: &str| {
        let throughline::plan::Subject::Node(node) = board.plan().find(id).unwrap() else {
            panic!("no node")
        };
        board.alignment().contribution[node.index()].unwrap()
    };
    let unmeasured = board(json!([]));
    near(part(&unmeasured, "a"), 0.5 / 1.5 + 1.0 / 1.5);
    near(part(&unmeasured, "g"), 1.0);
    let measured = board(json!([{ "id": "k", "title": "K", "baseline": 0, "target": 1 }]));
    near(part(&measured, "a"), 1.0);
    near(part(&measured, "g"), 1.0 / 1.5);
}

#[test]
fn findings_are_switched_off_with_a_reason_and_stay_visible() {
    let board = open(&json!({ "version": 1, "title": "T", "mission": mission(),
        "settings": { "off": [{ "finding": "no-owner", "node": "g", "reason": "named next week" }] },
        "goals": [{ "id": "g", "title": "G", "serves": [{ "to": "m" }] },
                  { "id": "h", "title": "H", "serves": [{ "to": "m" }] }] }));
    let off: Vec<_> = found(&board, "no-owner").iter().map(|finding| finding.off.clone()).collect();
    assert_eq!(off, [Some("named next week".to_owned()), None]);
}

#[test]
fn a_stale_value_is_a_finding_with_its_age_and_whom_to_ask() {
    let board = open(&json!({ "version": 1, "title": "T", "mission": mission(),
        "owners": [{ "id": "ana", "name": "Ana" }],
        "goals": [{ "id": "g", "title": "G", "serves": [{ "to": "m" }], "kpis": [{ "id": "k", "title": "K",
            "baseline": 0, "target": 1, "interval": "week", "owner": "ana",
            "values": [{ "at": "2026-04-01", "value": 1 }] }] }] }));
    let stale = found(&board, "stale");
    assert_eq!(stale.len(), 1);
    let text = stale[0].params.to_string();
    assert_eq!(text, "kpi: k, age: 14, limit: 8.75, at: 2026-04-01, owner: ana");
}

#[test]
fn a_child_of_one_date_may_lie_outside_as_well() {
    let json = |dates: Value| {
        let mut strategy = json!({ "id": "s", "title": "S", "serves": [{ "to": "g" }] });
        strategy.as_object_mut().unwrap().extend(dates.as_object().unwrap().clone());
        json!({ "version": 1, "title": "T", "mission": mission(),
            "goals": [{ "id": "g", "title": "G", "serves": [{ "to": "m" }], "start": "2026-01-01", "due": "2026-12-31" }],
            "strategies": [strategy] })
    };
    for (dates, code) in [
        (json!({ "start": "2027-02-01" }), "ends-after-parent"),
        (json!({ "due": "2025-06-30" }), "starts-before-parent"),
    ] {
        let board = open(&json(dates));
        assert_eq!(metric(&board, "AL-T").ratio, Some((0.0, 1.0)));
        assert_eq!(causes(&board, "AL-T"), [("s".to_owned(), code)]);
    }
    for inside in [json!({ "start": "2026-02-01" }), json!({ "due": "2026-12-31" })] {
        near(value(&open(&json(inside)), "AL-T"), 1.0);
    }
}
