//! What a checked plan knows: links both ways, shares, order, notes, dates, series (domain sections 2 and 3).
#![expect(clippy::panic, reason = "a test that cannot go on fails")]

use throughline::calendar::{Date, Granularity};
use throughline::error::{Error, Pointer};
use throughline::format::plan::decode;
use throughline::plan::{
    Amount, Direction, Draft, DraftKpi, DraftNode, DraftServes, NodeIx, Plan, Reference, Subject, Typed,
    Window,
};

fn plan(body: &str) -> Plan {
    let text =
        format!(r#"{{ "version": 1, "title": "S", "mission": {{ "id": "m", "title": "M" }}, {body} }}"#);
    decode(&text).unwrap_or_else(|error| panic!("{error}"))
}

fn node(plan: &Plan, id: &str) -> NodeIx {
    match plan.find(id) {
        Some(Subject::Node(node)) => node,
        other => panic!("{id} is {other:?}"),
    }
}

const SHARED: &str = r#"
  "companyMission": { "id": "c", "title": "C" },
  "goals": [{ "id": "a", "title": "A", "serves": [{ "to": "m" }] }, { "id": "b", "title": "B", "serves": [{ "to": "m", "note": "why" }] }],
  "strategies": [{ "id": "s", "title": "S", "serves": [{ "to": "a" }, { "to": "b", "weight": 3 }, { "to": "m", "weight": 0 }] }],
  "actions": [{ "id": "x", "title": "X", "serves": [{ "to": "s" }] }]"#;

#[test]
fn a_child_with_several_parents_gives_each_an_equal_share_and_supports_takes_none() {
    let plan = plan(SHARED);
    let links: Vec<_> =
        plan.parents(node(&plan, "s")).iter().map(|l| (l.weight, l.share, l.effective())).collect();
    assert_eq!(links, [(1.0, 0.5, 0.5), (3.0, 0.5, 1.5), (0.0, 0.0, 0.0)]);
    assert!(plan.parents(node(&plan, "s"))[2].supports());
}

#[test]
fn links_run_both_ways_and_the_mission_supports_the_company() {
    let plan = plan(SHARED);
    let children = |id| {
        plan.children(node(&plan, id)).iter().map(|l| plan.node(l.child).id.as_str()).collect::<Vec<_>>()
    };
    assert_eq!(children("m"), ["a", "b", "s"]);
    assert_eq!(children("s"), ["x"]);
    assert_eq!(children("c"), ["m"]);
    let up = plan.parents(plan.mission());
    assert_eq!((up[0].parent, up[0].weight), (node(&plan, "c"), 0.0));
    assert_eq!(plan.note(&plan.parents(node(&plan, "b"))[0]), Some("why"));
    assert_eq!(plan.note(&plan.parents(node(&plan, "a"))[0]), None);
    assert_eq!(plan.serves().len(), 7);
}

#[test]
fn every_node_comes_after_all_that_serve_it() {
    let plan = plan(SHARED);
    let place = |node| plan.order().iter().position(|each| *each == node).unwrap();
    assert_eq!(plan.order().len(), plan.nodes().len());
    for link in plan.serves() {
        assert!(place(link.child) < place(link.parent), "{link:?}");
    }
}

#[test]
fn ids_are_found_and_pointers_lead_back() {
    let text = include_str!("fixtures/plans/valid/whole.json");
    let plan = decode(text).unwrap();
    let value: serde_json::Value = serde_json::from_str(text).unwrap();
    for ix in plan.node_indices() {
        let node = plan.node(ix);
        assert_eq!(plan.find(&node.id), Some(Subject::Node(ix)));
        assert_eq!(value.pointer(node.pointer.as_str()).unwrap()["id"], node.id.as_str());
        assert!(plan.kpis_of(ix).iter().all(|kpi| plan.kpi(*kpi).node == ix));
    }
    for ix in plan.kpi_indices() {
        let kpi = plan.kpi(ix);
        assert_eq!(plan.find(&kpi.id), Some(Subject::Kpi(ix)));
        assert_eq!(value.pointer(kpi.pointer.as_str()).unwrap()["id"], kpi.id.as_str());
        assert!(plan.kpis_of(kpi.node).contains(&ix));
    }
    assert_eq!(plan.find("nobody"), None);
    assert_eq!(plan.nearest_id("replyhours"), Some("reply-hours"));
}

#[test]
fn a_kpi_takes_the_dates_of_its_node_and_its_direction_from_its_target() {
    let plan = plan(
        r#""goals": [{ "id": "g", "title": "G", "start": "2026-01-01", "due": "2026-12-31", "kpis": [
            { "id": "k", "title": "K", "baseline": 8, "target": 2, "due": "2026-06-30" }, { "id": "j", "title": "J" }] }]"#,
    );
    let dates: Vec<_> = plan.kpi_indices().map(|kpi| plan.dates_of(kpi)).collect();
    let day = |month, day| Some(Date::constant(2026, month, day));
    assert_eq!(dates, [(day(1, 1), day(6, 30)), (day(1, 1), day(12, 31))]);
    let directions: Vec<_> = plan.kpis().iter().map(|kpi| kpi.direction).collect();
    assert_eq!(directions, [Some(Direction::Down), None]);
    assert_eq!((plan.period(), plan.kpis()[0].window), (Granularity::Month, Window::Last(1)));
}

#[test]
fn a_series_is_in_order_of_time_and_counts_give_a_percentage() {
    let plan = plan(
        r#""goals": [{ "id": "g", "title": "G", "kpis": [{ "id": "k", "title": "K", "values": [
            { "at": "2026-02-28", "value": 0 }, { "at": "2026-01-31", "numerator": 78, "denominator": 104, "n": 104, "low": 66, "high": 82 }] }] }]"#,
    );
    let typed = &plan.kpis()[0].typed;
    assert_eq!(typed.iter().map(Typed::value).collect::<Vec<_>>(), [75.0, 0.0]);
    assert_eq!((typed[0].n, typed[0].interval), (Some(104), Some((66.0, 82.0))));
}

#[test]
fn zero_is_a_target_and_a_progress_and_absence_is_neither() {
    let plan = plan(
        r#""actions": [{ "id": "x", "title": "X", "progress": 0, "kpis": [{ "id": "k", "title": "K", "baseline": 3, "target": 0 }] }, { "id": "y", "title": "Y" }]"#,
    );
    assert_eq!(plan.kpis()[0].target, Some(0.0));
    let progress: Vec<_> =
        plan.nodes().iter().filter_map(|node| node.action.as_ref()).map(|a| (a.progress, a.effort)).collect();
    assert_eq!(progress, [(Some(0.0), 1.0), (None, 1.0)]);
}

/// A draft made in Rust has no decoder before it: the check stands alone.
fn draft(serves: &str, kpi: DraftKpi) -> Result<Plan, Error> {
    let at = |place: &str| Pointer::root().field(place);
    let to = Reference { id: serves.to_owned(), at: at("goal").field("to") };
    let link = DraftServes { at: at("link"), to, weight: f64::INFINITY, share: Some(f64::NAN), note: None };
    let goal = DraftNode {
        at: at("goal"),
        id: "g".into(),
        title: "G".into(),
        serves: vec![link],
        ..DraftNode::default()
    };
    let mission = DraftNode {
        at: at("mission"),
        id: "m".into(),
        title: "M".into(),
        kpis: vec![kpi],
        ..DraftNode::default()
    };
    Plan::check(Draft { title: "S".into(), mission: Some(mission), goals: vec![goal], ..Draft::default() })
}

#[test]
fn what_is_not_a_number_is_refused_wherever_it_comes_from() {
    let typed = Typed {
        at: Date::constant(2026, 1, 1),
        amount: Amount::Value(f64::NAN),
        n: None,
        interval: Some((f64::NAN, 0.0)),
    };
    let kpi = DraftKpi {
        at: Pointer::root().field("kpi"),
        id: "k".into(),
        title: "K".into(),
        baseline: Some(f64::NAN),
        target: Some(f64::NEG_INFINITY),
        weight: f64::NAN,
        typed: vec![(Pointer::root().field("value"), typed)],
        ..DraftKpi::default()
    };
    let error = draft("m", kpi).unwrap_err();
    let mut found: Vec<String> = error.issues().iter().map(ToString::to_string).collect();
    found.sort();
    let places = [
        "/kpi/baseline",
        "/kpi/target",
        "/kpi/weight",
        "/link/share",
        "/link/weight",
        "/value/low",
        "/value/value",
    ];
    assert_eq!(found, places.map(|at| format!("not-a-number at {at}")));
}

#[test]
fn an_empty_draft_says_what_it_lacks() {
    let error = Plan::check(Draft::default()).unwrap_err();
    assert_eq!(
        error.to_string(),
        "plan-invalid\n  empty-text at /title\n  missing-field at / (field: mission)"
    );
}

#[test]
fn text_that_is_no_json_says_where() {
    for (text, line, column) in
        [("{\n  \"version\": 1,,\n}", 2.0, 16.0), ("", 1.0, 0.0), ("{\"a\": NaN}", 1.0, 7.0)]
    {
        let error = decode(text).unwrap_err();
        assert_eq!((error.code(), error.issues().len()), ("json-syntax", 1), "{text}");
        let param = |name| error.issues()[0].params.get(name).unwrap().to_string();
        assert_eq!((param("line"), param("column")), (format!("{line}"), format!("{column}")), "{text}");
    }
    assert!(
        decode("\u{feff}{\"version\":1,\"title\":\"S\",\"mission\":{\"id\":\"m\",\"title\":\"M\"}}").is_ok()
    );
}

#[test]
fn deep_nesting_is_an_error_and_never_a_crash() {
    let deep = "[".repeat(200_000);
    assert_eq!(decode(&deep).unwrap_err().code(), "json-syntax");
}

#[test]
fn a_chain_of_twenty_thousand_nodes_is_checked_without_recursion() {
    let mut goals = String::from(r#"{ "id": "g0", "title": "G", "serves": [{ "to": "m" }] }"#);
    for place in 1..20_000 {
        goals += &format!(r#",{{"id":"g{place}","title":"G","serves":[{{"to":"g{}"}}]}}"#, place - 1);
    }
    let chain = plan(&format!(r#""goals": [{goals}]"#));
    assert_eq!(chain.order().last(), Some(&chain.mission()));
    let closed = goals.replacen(r#"{ "to": "m" }"#, r#"{ "to": "g19999" }"#, 1);
    let text =
        format!(r#"{{"version":1,"title":"S","mission":{{"id":"m","title":"M"}},"goals":[{closed}]}}"#);
    let error = decode(&text).unwrap_err();
    assert_eq!((error.issues().len(), error.issues()[0].code), (1, "cycle"));
}
