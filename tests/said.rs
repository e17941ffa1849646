//! What a journal comes to beside a board: loops, check-ins, objectives, the review (P5, P7, P8).
#![expect(clippy::unwrap_used, reason = "a test that cannot go on fails")]

mod support;

use proptest::prelude::*;
use serde_json::{Value, json};
use support::day;
use throughline::board::{Board, CheckInState, CycleState, GradeBand, LoopState, Options, plan_changes};
use throughline::error::Param;
use throughline::format::{journal, plan};
use throughline::journal::Journal;
use throughline::plan::{Plan, Subject};

fn whole(parts: &Value) -> Value {
    let mut whole = json!({
        "version": 1, "title": "Example", "owners": [{ "id": "ana", "name": "Ana" }, { "id": "ben", "name": "Ben" }],
        "mission": { "id": "mission", "title": "Help" },
    });
    whole.as_object_mut().unwrap().extend(parts.as_object().unwrap().clone());
    whole
}

fn planned(parts: &Value) -> Plan {
    plan::decode(&whole(parts).to_string()).unwrap()
}

fn board(parts: &Value, as_of: &str) -> Board {
    Board::open(planned(parts), Options { as_of: day(as_of) })
}

/// A journal of entries; who and, where nothing is said, ids are filled in.
fn said(entries: &Value) -> Journal {
    let mut list = entries.as_array().unwrap().clone();
    for (place, entry) in list.iter_mut().enumerate() {
        let fields = entry.as_object_mut().unwrap();
        fields.entry("id").or_insert_with(|| json!(format!("e{place}")));
        fields.entry("actor").or_insert(json!("ana"));
        let time = fields["time"].as_str().unwrap().to_owned();
        if time.len() == 10 {
            fields["time"] = json!(format!("{time}T12:00:00Z"));
        }
    }
    journal::decode(&json!({ "version": 1, "entries": list }).to_string()).unwrap()
}

fn heard(id: &str, about: &str, time: &str) -> Value {
    json!({ "kind": "feedback", "id": id, "time": time, "about": about, "text": "Why?", "from": "customer" })
}

fn decided(time: &str, answers: &[&str]) -> Value {
    json!({ "kind": "decision", "time": time, "text": "Yes", "answers": answers })
}

fn told(time: &str, answers: &[&str]) -> Value {
    json!({ "kind": "told", "time": time, "answers": answers })
}

const GOALS: &str = r#"{ "goals": [
    { "id": "quick", "title": "Quick", "serves": [{ "to": "mission" }], "kpis": [
        { "id": "reply", "title": "Reply", "unit": "h", "baseline": 8, "target": 4 }] },
    { "id": "calm", "title": "Calm", "serves": [{ "to": "mission" }] }] }"#;

fn goals() -> Value {
    serde_json::from_str(GOALS).unwrap()
}

/// Worked by hand: of five heard by the 20th three are closed, after 2, 4 and 9 days; the median is 4.
#[test]
fn loops_are_closed_by_a_telling_that_follows_a_decision() {
    let journal = said(&json!([
        heard("a", "quick", "2026-11-01"),
        decided("2026-11-02", &["a"]),
        told("2026-11-03", &["a"]),
        heard("b", "reply", "2026-11-02"),
        decided("2026-11-03", &["b"]),
        told("2026-11-06", &["b"]),
        told("2026-11-08", &["b"]),
        // Told before anything was decided, and again afterwards.
        heard("c", "calm", "2026-11-03"),
        told("2026-11-04", &["c"]),
        decided("2026-11-05", &["c"]),
        told("2026-11-12", &["c"]),
        heard("d", "calm", "2026-11-04"),
        decided("2026-11-05", &["d", "gone"]),
        heard("e", "elsewhere", "2026-11-05"),
        told("2026-11-06", &["e"]),
        heard("f", "quick", "2026-11-21"),
    ]));
    let loops = board(&goals(), "2026-11-20").loops(&journal);
    let all = &loops.overall;
    assert_eq!((all.heard, all.open, all.decided, all.told), (5, 1, 1, 3));
    assert_eq!((all.rate, all.median_days), (Some(0.6), Some(4.0)));
    let waiting: Vec<_> = loops.waiting.iter().map(|each| (each.id.as_str(), each.state, each.age)).collect();
    assert_eq!(waiting, [("d", LoopState::Decided, 16), ("e", LoopState::Open, 15)]);
    // The KPI's loop is its goal's.
    let nodes: Vec<_> = loops.nodes.iter().map(|(_, closing)| (closing.heard, closing.rate)).collect();
    assert_eq!(nodes, [(2, Some(1.0)), (2, Some(0.5))]);
    assert_eq!(loops.strays, ["e"]);
    assert_eq!(loops.unknown, [("e12".to_owned(), "gone".to_owned())]);
    // Read on the 3rd, nothing of what came later is known; nothing heard has no rate.
    let early = board(&goals(), "2026-11-03").loops(&journal);
    assert_eq!((early.overall.heard, early.overall.told, early.overall.rate), (3, 1, Some(1.0 / 3.0)));
    assert_eq!(board(&goals(), "2026-10-01").loops(&journal).overall.rate, None);
}

/// Of two machines one has a clock that is wrong: nobody is answered before he has spoken, and no loop takes less than no time.
#[test]
fn an_answer_from_before_the_feedback_closes_nothing() {
    let journal = said(&json!([
        heard("g", "quick", "2026-11-10"),
        decided("2026-11-08", &["g"]),
        told("2026-11-09", &["g"]),
    ]));
    let loops = board(&goals(), "2026-11-20").loops(&journal);
    assert_eq!((loops.overall.open, loops.overall.told, loops.overall.median_days), (1, 0, None));
    assert_eq!(loops.waiting[0].state, LoopState::Open);
}

#[test]
fn an_overdue_check_in_overrides_health_and_confidence_stays_apart() {
    let parts = json!({ "checkIns": "month", "goals": [
        { "id": "quick", "title": "Quick", "serves": [{ "to": "mission" }], "start": "2026-01-01", "due": "2026-12-31",
            "kpis": [{ "id": "reply", "title": "Reply", "direction": "down", "target": 4,
                "values": [{ "at": "2026-10-31", "value": 3 }] }] },
        { "id": "calm", "title": "Calm", "serves": [{ "to": "mission" }], "checkIns": "week", "start": "2026-11-09" },
        { "id": "later", "title": "Later", "serves": [{ "to": "mission" }], "start": "2026-12-01" },
        { "id": "never", "title": "Never", "serves": [{ "to": "mission" }] }],
        "actions": [{ "id": "done", "title": "Done", "serves": [{ "to": "quick" }], "progress": 1 }] });
    let check_in = |time: &str, about: &str, confidence: f64| json!({ "kind": "check-in", "time": time, "about": about, "confidence": confidence });
    let journal = said(&json!([
        check_in("2026-09-30", "quick", 0.9),
        check_in("2026-10-01", "quick", 0.3),
        check_in("2026-10-02", "reply", 0.5),
    ]));
    let of = |as_of: &str, id: &str| {
        let board = board(&parts, as_of);
        let subject = board.plan().find(id).unwrap();
        let score = match subject {
            Subject::Node(node) => board.scores().node(node).score,
            Subject::Kpi(_) => None,
        };
        (board.check_ins(&journal).into_iter().find(|each| each.subject == subject), score)
    };
    // One a month: that of October holds until the end of November.
    let (quick, score) = of("2026-11-30", "quick");
    let quick = quick.unwrap();
    assert_eq!((quick.state, quick.due, quick.late), (CheckInState::Current, Some(day("2026-11-30")), None));
    assert_eq!((quick.confidence, quick.previous, quick.health), (Some(0.3), Some(0.9), "on-track"));
    let (late, same) = of("2026-12-01", "quick");
    let late = late.unwrap();
    assert_eq!((late.state, late.late, late.health), (CheckInState::Overdue, Some(1), "overdue"));
    // Neither confidence nor lateness is in the score.
    assert_eq!((score, same), (Some(1.0), Some(1.0)));
    // Never checked: due by the end of the week it began in (Monday 9 November to Sunday 15); unknown beginnings are past.
    assert_eq!(of("2026-11-15", "calm").0.unwrap().state, CheckInState::NotDue);
    let calm = of("2026-11-16", "calm").0.unwrap();
    assert_eq!((calm.health, calm.late, calm.confidence), ("overdue", Some(1), None));
    assert_eq!(of("2026-11-20", "never").0.unwrap().health, "overdue");
    assert_eq!(of("2026-11-20", "later").0.unwrap().state, CheckInState::NotDue);
    assert_eq!(of("2026-11-20", "done").0.unwrap().health, "done");
    // Of a KPI somebody may say how sure he is; nobody must.
    let reply = of("2026-11-20", "reply").0.unwrap();
    assert_eq!((reply.confidence, reply.every, reply.state), (Some(0.5), None, CheckInState::NotDue));
    assert_eq!(of("2026-11-20", "mission").0, None);
}

/// Worked by hand: key results at 0.5 (weight 3), 1 (weight 1, beyond its target) and unknown (weight 1).
#[test]
fn objectives_are_graded_by_their_key_results_and_final_when_the_cycle_is_over() {
    let parts = json!({
        "cycles": [{ "id": "q3", "title": "Q3", "start": "2026-07-01", "end": "2026-09-30" },
            { "id": "q4", "title": "Q4", "start": "2026-10-01", "end": "2026-12-31" }],
        "goals": [
            { "id": "year", "title": "Year", "cycle": "q4", "serves": [{ "to": "mission" }] },
            { "id": "middle", "title": "Middle", "serves": [{ "to": "year" }] },
            { "id": "quick", "title": "Quick", "cycle": "q3", "serves": [{ "to": "middle" }], "kpis": [
                { "id": "reply", "title": "Reply", "baseline": 8, "target": 4, "weight": 3,
                    "values": [{ "at": "2026-09-30", "value": 6 }, { "at": "2026-10-31", "value": 4 }] },
                { "id": "solved", "title": "Solved", "baseline": 60, "target": 80,
                    "values": [{ "at": "2026-08-31", "value": 84 }] },
                { "id": "silent", "title": "Silent", "baseline": 0, "target": 1 }] },
            { "id": "loose", "title": "Loose", "cycle": "q3", "kpis": [
                { "id": "met", "title": "Met", "direction": "up", "target": 5, "values": [{ "at": "2026-08-31", "value": 5 }] }] }] });
    let journal = said(&json!([
        { "kind": "check-in", "time": "2026-09-01", "about": "solved", "confidence": 0.8 },
    ]));
    let board = board(&parts, "2026-11-15");
    let cycles = board.okr(&journal);
    let [q3, q4] = &cycles[..] else { panic!("{cycles:?}") };
    assert_eq!((q3.state, q3.elapsed), (CycleState::Final, 1.0));
    let quick = &q3.objectives[0];
    // (3 × 0.5 + 1) ÷ 4; what came after the last day changes nothing.
    assert_eq!(quick.grade, Some(0.625));
    assert!((quick.coverage - 0.8).abs() < 1e-12);
    assert!(
        (quick.bounds.0 - 0.5).abs() < 1e-12 && (quick.bounds.1 - 0.7).abs() < 1e-12,
        "{:?}",
        quick.bounds
    );
    let grades: Vec<_> = quick.key_results.iter().map(|each| (each.progress, each.grade)).collect();
    assert_eq!(grades, [(Some(0.5), Some(0.5)), (Some(1.2), Some(1.0)), (None, None)]);
    assert_eq!(quick.key_results[1].confidence, Some(0.8));
    // Without a baseline it is met or not; 1 ÷ 2 objectives of 0.625 and 1.
    assert_eq!((q3.objectives[1].grade, q3.grade), (Some(1.0), Some(0.8125)));
    // 0.8 and 1 of the two are known; of an objective without key results nothing is.
    assert!((q3.coverage - 0.9).abs() < 1e-12 && cycles[1].coverage.abs() <= 0.0);
    // Aligned to the objective two steps up; the loose one to nothing.
    let parents: Vec<_> = quick.parents.iter().map(|node| board.plan().node(*node).id.as_str()).collect();
    assert_eq!((parents, quick.aligned), (vec!["year"], true));
    assert_eq!((q3.objectives[1].parents.len(), q3.objectives[1].aligned), (0, false));
    // 46 of 92 days; an objective without key results has no grade, and no 0.
    assert_eq!((q4.state, q4.elapsed, q4.grade), (CycleState::Running, 0.5, None));
    let early = Board::open(planned(&parts), Options { as_of: day("2026-09-30") }).okr(&journal);
    assert_eq!(
        (early[0].state, early[0].grade, early[1].state),
        (CycleState::Running, Some(0.8125), CycleState::Upcoming)
    );
}

proptest! {
    /// The bands touch: every grade has one, and a better grade no worse one (domain section 8: no hole at 0.6–0.7).
    #[test]
    fn bands_leave_no_hole(one in 0.0..=1.0, other in 0.0..=1.0) {
        let (low, high) = if one <= other { (one, other) } else { (other, one) };
        prop_assert!(GradeBand::of(low) <= GradeBand::of(high));
    }
}

fn course(target: f64) -> Value {
    json!({ "reviews": { "every": "month" }, "goals": [
        { "id": "quick", "title": "Quick", "serves": [{ "to": "mission" }], "owners": [{ "owner": "ana" }],
            "kpis": [{ "id": "solved", "title": "Solved", "unit": "%", "baseline": 60, "target": target,
                "values": [{ "at": "2026-09-30", "value": 70 }, { "at": "2026-10-31", "value": 76 }] }] }] })
}

#[test]
fn a_review_tells_what_changed_since_the_last_one() {
    let then = board(&course(85.0), "2026-10-05").review(&Journal::default(), None);
    // Nobody reviewed yet, and the plan names no day: nothing can be late.
    assert_eq!((then.last, then.next, then.since.is_none()), (None, None, true));
    let raised: Vec<_> =
        then.open.iter().map(|each| json!({ "finding": each.finding, "about": each.about })).collect();
    assert!(raised.iter().any(|each| each["finding"] == "goal-without-strategy"), "{raised:?}");
    let mut raised_then = raised;
    raised_then.push(json!({ "finding": "no-owner", "about": "quick" }));
    raised_then.retain(|each| each["finding"] != "goal-without-strategy");
    let stood: Vec<_> = then
        .stood
        .iter()
        .map(|each| match each.score {
            Some(score) => json!({ "id": each.id, "status": each.status, "score": score }),
            None => json!({ "id": each.id, "status": each.status }),
        })
        .collect();
    let journal = said(&json!([
        { "kind": "decision", "id": "before", "time": "2026-10-01", "text": "Before" },
        { "kind": "review", "id": "r", "time": "2026-10-05", "decisions": ["in"], "findings": raised_then, "stood": stood },
        { "kind": "decision", "id": "in", "time": "2026-10-06", "text": "Written down a day later" },
        { "kind": "decision", "id": "after", "time": "2026-10-20", "text": "After" },
    ]));
    let now = board(&course(80.0), "2026-12-03");
    let review = now.review(&journal, Some(&planned(&course(85.0))));
    assert_eq!(
        (review.last, review.next, review.late),
        (Some(day("2026-10-05")), Some(day("2026-11-30")), Some(3))
    );
    let since = review.since.unwrap();
    assert_eq!(since.decisions, ["after"]);
    // (70 − 60) ÷ 25 stood then; (76 − 60) ÷ 20 now.
    let mission = since.shifts.iter().find(|each| each.id == "mission").unwrap();
    let ends = [&mission.before, &mission.after].map(|end| end.as_ref().unwrap().score.unwrap());
    assert!((ends[0] - 0.4).abs() < 1e-12 && (ends[1] - 0.8).abs() < 1e-12, "{ends:?}");
    // By today's plan the same days were at 0.5 and 0.8: the other 0.1 came of the eased target.
    let moved = &since.moved[0];
    assert!((moved.before.score.unwrap() - 0.5).abs() < 1e-12);
    assert!((moved.difference().unwrap() - 0.3).abs() < 1e-12);
    let opened: Vec<_> = since.opened.as_deref().unwrap().iter().map(|each| each.id).collect();
    assert_eq!(opened, ["goal-without-strategy"]);
    let closed: Vec<_> = since.closed.as_deref().unwrap().iter().map(|each| each.finding.as_str()).collect();
    assert_eq!(closed, ["no-owner"]);
    let changes: Vec<_> =
        since.changes.as_deref().unwrap().iter().map(|each| (each.code, each.params.to_string())).collect();
    assert_eq!(changes, [("target-eased", "from: 85, to: 80, unit: %".to_owned())]);
    let found: Vec<_> = review.findings.iter().map(|each| (each.id, each.node.as_str())).collect();
    assert_eq!(found, [("review-overdue", "mission"), ("target-eased", "quick")]);
    assert_eq!(review.findings[1].params.get("kpi"), Some(&Param::Text("solved".to_owned())));
    // In time on the last day of the month after; and what a review did not keep is not known, which is not nothing.
    let bare = said(&json!([{ "kind": "review", "time": "2026-10-05" }]));
    let review = board(&course(80.0), "2026-11-30").review(&bare, None);
    let since = review.since.unwrap();
    assert_eq!((review.late, since.opened, since.changes, review.findings.len()), (None, None, None, 0));
}

#[test]
fn the_last_review_may_stand_in_the_plan() {
    let mut parts = course(80.0);
    parts["reviews"] = json!({ "every": "quarter", "last": "2026-06-30" });
    let at = |as_of: &str, journal: &Journal| board(&parts, as_of).review(journal, None);
    let none = Journal::default();
    assert_eq!(at("2026-10-01", &none).late, Some(1));
    assert_eq!(at("2026-09-30", &none).late, None);
    // A day that is yet to come is no review that was held.
    assert_eq!(at("2026-06-29", &none).last, None);
    let journal = said(&json!([{ "kind": "review", "time": "2026-08-01" }]));
    assert_eq!(at("2026-10-01", &journal).next, Some(day("2026-12-31")));
}

#[test]
fn plans_differ_in_terms_that_a_reader_has() {
    let before = json!({
        "cycles": [{ "id": "q4", "title": "Fourth", "start": "2026-10-01", "end": "2026-12-31" }],
        "goals": [
            { "id": "g", "title": "One", "serves": [{ "to": "mission" }], "due": "2026-11-30", "owners": [{ "owner": "ana" }], "kpis": [
                { "id": "down", "title": "Down", "unit": "h", "baseline": 8, "target": 2 },
                { "id": "up", "title": "Up", "baseline": 60, "target": 80, "weight": 2 },
                { "id": "none", "title": "None", "direction": "up" }] },
            { "id": "gone", "title": "Gone", "serves": [{ "to": "mission" }] }],
        "actions": [{ "id": "a", "title": "Act", "serves": [{ "to": "g" }], "progress": 0.2 }] });
    let after = json!({
        "cycles": before["cycles"],
        "goals": [
            { "id": "g", "title": "Two", "serves": [{ "to": "mission", "weight": 2 }], "due": "2026-12-31",
                "owners": [{ "owner": "ben" }], "cycle": "q4", "kpis": [
                { "id": "down", "title": "Down", "unit": "h", "baseline": 8, "target": 3 },
                { "id": "up", "title": "Up", "baseline": 55, "target": 90, "interval": "month" },
                { "id": "none", "title": "None", "direction": "up", "target": 5 }] },
            { "id": "new", "title": "New", "serves": [{ "to": "mission" }] }],
        "actions": [{ "id": "a", "title": "Act", "serves": [{ "to": "g" }], "progress": 0.6,
            "override": { "status": "at-risk", "reason": "Wrong", "author": "ana", "expires": "2026-12-31" } }] });
    let found = plan_changes(&planned(&before), &planned(&after));
    let told: Vec<_> =
        found.iter().map(|each| format!("{} {} ({})", each.id, each.code, each.params)).collect();
    assert_eq!(
        told,
        [
            "gone removed ()",
            "g retitled (from: One, to: Two)",
            "g due-later (from: 2026-11-30, to: 2026-12-31)",
            "g owner-changed (from: Ana, to: Ben)",
            "g link-weight-changed (parent: Help, from: 1, to: 2)",
            "g cycle-changed (to: Fourth)",
            "new added ()",
            "a override-set (author: ana, reason: Wrong, until: 2026-12-31)",
            "a progress-changed (from: 0.2, to: 0.6)",
            "down target-eased (from: 2, to: 3, unit: h)",
            "up target-raised (from: 80, to: 90)",
            "up baseline-changed (from: 60, to: 55)",
            "up weight-changed (from: 2, to: 1)",
            "up interval-changed (to: month)",
            "none target-set (to: 5)",
        ]
    );
    assert_eq!(plan_changes(&planned(&before), &planned(&before)), []);
}

fn told_of(before: &Value, after: &Value) -> Vec<String> {
    let found = plan_changes(&planned(before), &planned(after));
    found.iter().map(|each| format!("{} {} ({})", each.id, each.code, each.params)).collect()
}

#[test]
fn who_owns_and_helps_is_compared_by_id() {
    let goal = |owners: Value| {
        json!([{ "id": "g", "title": "G", "serves": [{ "to": "mission" }], "owners": owners,
            "kpis": [{ "id": "k", "title": "K", "owner": "ana" }] }])
    };
    let before = json!({
        "owners": [{ "id": "ana", "name": "Ana" }, { "id": "ben", "name": "Ben", "team": "Desk" },
            { "id": "it", "name": "IT", "outside": true }],
        "goals": goal(json!([{ "owner": "ana" }, { "owner": "it", "accountable": false, "commitment": "asked" }])) });
    let after = json!({
        "owners": [{ "id": "it", "name": "IT", "outside": true }, { "id": "ana", "name": "Anna" },
            { "id": "ben", "name": "Ben", "outside": true }, { "id": "cleo", "name": "Cleo" }],
        "goals": goal(json!([{ "owner": "ana" }, { "owner": "cleo", "accountable": false },
            { "owner": "it", "accountable": false, "commitment": "agreed" }])) });
    // Another name is one of the owner alone, and another order of owners none at all.
    let forth = [
        "g helpers-changed (from: IT, to: Cleo, IT)",
        "g commitment-changed (owner: IT, from: asked, to: agreed)",
        "ana retitled (from: Ana, to: Anna)",
        "ben team-changed (from: Desk)",
        "ben now-outside ()",
        "cleo owner-added ()",
    ];
    assert_eq!(told_of(&before, &after), forth);
    let back = told_of(&after, &before);
    assert!(back.contains(&"cleo owner-removed ()".to_owned()), "{back:?}");
    assert!(back.contains(&"ben now-inside ()".to_owned()), "{back:?}");
}

#[test]
fn links_tell_their_weights_apart_from_where_they_lead() {
    let parts = |serves: Value| {
        json!({ "goals": [{ "id": "g", "title": "G", "serves": [{ "to": "mission" }] },
            { "id": "h", "title": "H", "serves": [{ "to": "mission" }] }],
            "strategies": [{ "id": "s", "title": "S", "serves": serves }] })
    };
    let one = parts(json!([{ "to": "g" }]));
    let heavy = parts(json!([{ "to": "g", "weight": 3 }]));
    let both = parts(json!([{ "to": "g", "weight": 3 }, { "to": "h" }]));
    let shared = parts(json!([{ "to": "g", "weight": 3, "share": 0.75 }, { "to": "h", "share": 0.25 }]));
    assert_eq!(told_of(&one, &heavy), ["s link-weight-changed (parent: G, from: 1, to: 3)"]);
    // A second parent takes half of what the first had; that follows and is not said.
    assert_eq!(
        told_of(&one, &both),
        ["s links-changed (from: g, to: g, h)", "s link-weight-changed (parent: G, from: 1, to: 3)"]
    );
    assert_eq!(
        told_of(&both, &shared),
        [
            "s link-share-changed (parent: G, from: 0.5, to: 0.75)",
            "s link-share-changed (parent: H, from: 0.5, to: 0.25)",
        ]
    );
}

#[test]
fn a_kpi_that_moves_is_the_same_one_and_what_becomes_another_kind_is_not() {
    let kpi = |more: Value| {
        let mut kpi = json!({ "id": "k", "title": "K" });
        kpi.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
        kpi
    };
    let goal = |id: &str, kpis: Value| json!({ "id": id, "title": id, "serves": [{ "to": "mission" }], "kpis": kpis });
    let before = json!({ "goals": [goal("g", json!([kpi(json!({})), { "id": "csat", "title": "Csat" }])), goal("h", json!([]))] });
    let moved = json!({ "goals": [goal("g", json!([{ "id": "csat", "title": "Csat" }])),
        goal("h", json!([kpi(json!({ "guard": "csat", "standard": "Answer at once", "description": "Said" }))]))] });
    assert_eq!(
        told_of(&before, &moved),
        [
            "k described-anew ()",
            "k guard-changed (to: Csat)",
            "k standard-changed (to: Answer at once)",
            "k moved (from: g, to: h)"
        ]
    );
    // The goal "h" became a KPI of that id.
    let other = json!({ "goals": [goal("g", json!([kpi(json!({})), { "id": "csat", "title": "Csat" }, { "id": "h", "title": "h" }]))] });
    assert_eq!(told_of(&before, &other), ["h removed ()", "h added ()"]);
}

#[test]
fn cycles_and_rhythm_are_compared() {
    let cycle = |id: &str, title: &str, start: &str, end: &str| json!({ "id": id, "title": title, "start": start, "end": end });
    let before = json!({ "reviews": { "every": "quarter", "last": "2026-06-30" }, "cycles": [
        cycle("q3", "Third", "2026-07-01", "2026-09-30"), cycle("q4", "Fourth", "2026-10-01", "2026-12-31")],
        "goals": [{ "id": "g", "title": "G", "serves": [{ "to": "mission" }], "cycle": "q4" }] });
    let mut after = before.clone();
    after["cycles"] = json!([
        cycle("q4", "Last", "2026-09-15", "2027-01-15"),
        cycle("q1", "First", "2027-01-16", "2027-03-31")
    ]);
    // That a review was held is no other rhythm, and another name of its cycle no other cycle of the goal.
    after["reviews"]["last"] = json!("2026-09-30");
    let told = [
        "q3 cycle-removed ()",
        "q4 retitled (from: Fourth, to: Last)",
        "q4 start-moved (from: 2026-10-01, to: 2026-09-15)",
        "q4 end-moved (from: 2026-12-31, to: 2027-01-15)",
        "q1 cycle-added ()",
    ];
    assert_eq!(told_of(&before, &after), told);
    after["cycles"] = before["cycles"].clone();
    after["reviews"]["every"] = json!("month");
    assert_eq!(told_of(&before, &after), ["mission rhythm-changed ()"]);
}

#[test]
fn what_drives_what_is_compared_by_both_ends() {
    let parts = |goals: &[&str], drives: Value| {
        let goals: Vec<Value> = goals
            .iter()
            .map(|id| json!({ "id": id, "title": id.to_uppercase(), "serves": [{ "to": "mission" }] }))
            .collect();
        json!({ "goals": goals, "drives": drives })
    };
    let before = parts(
        &["a", "b", "c", "d"],
        json!([{ "from": "a", "to": "b" }, { "from": "b", "to": "c" }, { "from": "a", "to": "d" }]),
    );
    let after = parts(
        &["e", "c", "b", "a"],
        json!([
        { "from": "c", "to": "a" }, { "from": "b", "to": "c", "lag": 2 }, { "from": "e", "to": "a" }]),
    );
    // That "d" is gone and "e" is new says what became of their links.
    assert_eq!(
        told_of(&before, &after),
        [
            "d removed ()",
            "e added ()",
            "a drive-removed (from: B)",
            "b drive-changed (to: C)",
            "c drive-added (to: A)"
        ]
    );
}

#[test]
fn the_journey_is_compared_by_what_it_says() {
    let goals = json!([{ "id": "g", "title": "G", "serves": [{ "to": "mission" }], "kpis": [{ "id": "k", "title": "K" }] },
        { "id": "h", "title": "H", "serves": [{ "to": "mission" }] }]);
    let rated = |value: f64| json!({ "zero": 1, "one": 5, "values": [{ "at": "2026-09-30", "value": value, "n": 200, "sd": 1 }] });
    let need = |id: &str, value: f64| json!({ "id": id, "title": id, "at": "call", "servedBy": ["g"], "importance": rated(value) });
    let before = json!({ "goals": goals,
        "journey": [{ "id": "ask", "title": "Ask", "touchpoints": [
            { "id": "call", "title": "Call", "channel": "phone", "kpis": ["k"], "pains": [{ "id": "queue", "title": "Queue", "servedBy": ["g"] }] },
            { "id": "mail", "title": "Mail" }] }, { "id": "end", "title": "End", "touchpoints": [] }],
        "needs": [need("fast", 4.5), need("kind", 4.0)] });
    assert_eq!(told_of(&before, &before), [] as [&str; 0]);
    let mut after = before.clone();
    // Handles differ where goals stand in another order; what they stand for does not.
    after["goals"] = json!([goals[1], goals[0]]);
    assert_eq!(told_of(&before, &after), [] as [&str; 0]);
    after["journey"] = json!([{ "id": "ask", "title": "Asks", "touchpoints": [
        { "id": "call", "title": "Call", "channel": "phone", "momentOfTruth": true, "kpis": ["k"], "pains": [{ "id": "queue", "title": "Queue", "servedBy": ["h"] }] },
        { "id": "chat", "title": "Chat" }] }]);
    after["needs"] = json!([need("fast", 4.6), need("known", 4.0)]);
    assert_eq!(
        told_of(&before, &after),
        [
            "end stage-removed ()",
            "ask retitled (from: Ask, to: Asks)",
            "mail touchpoint-removed ()",
            "call touchpoint-changed ()",
            "chat touchpoint-added ()",
            "queue pain-changed ()",
            "kind need-removed ()",
            "fast need-changed ()",
            "known need-added ()",
        ]
    );
}

/// One decision names the feedback twice, and feedback that nobody knows twice: each counts once.
#[test]
fn what_is_answered_twice_in_one_entry_is_answered_once() {
    let journal =
        said(&json!(
            [heard("a", "quick", "2026-11-01"), decided("2026-11-02", &["a", "gone", "a", "gone"]),]
        ));
    let found = board(&goals(), "2026-11-20").loops(&journal);
    assert_eq!(found.waiting[0].decisions, ["e1"]);
    assert_eq!(found.unknown, [("e1".to_owned(), "gone".to_owned())]);
}
