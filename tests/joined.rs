//! Counts that another table tells: customers and orders of a contact rate, what was solved elsewhere.
#![expect(clippy::unwrap_used, clippy::panic, reason = "a test may fail")]

mod support;

use std::fmt::Write;

use support::{day, load};
use throughline::board::{Arrival, Board, Options};
use throughline::calendar::Granularity;
use throughline::format;
use throughline::kpi::{Asked, Figure, Over};
use throughline::plan::{CountFrom, Draft, DraftKpi, DraftNode, Plan, Reading, Variant, Window};
use throughline::snapshot::Snapshot;

fn table(header: &str, rows: &[(usize, &str)]) -> Vec<u8> {
    let mut text = format!("{header}\n");
    for (times, row) in rows {
        (0..*times).for_each(|_| writeln!(text, "{row}").unwrap());
    }
    text.into_bytes()
}

const CONTACTS: &str = r#"{ "version": 1, "source": "tickets", "columns": { "created": "Day" }, "dimension": "Region",
    "measures": [{ "id": "demand", "kpi": "contact-rate" }] }"#;
const CUSTOMERS: &str = r#"{ "version": 1, "source": "customers", "dimension": "Region",
    "measures": [{ "id": "base", "kpi": "retention", "began": "Since", "ended": "Until" }] }"#;
const ORDERS: &str = r#"{ "version": 1, "source": "orders", "columns": { "created": "Day" },
    "measures": [{ "id": "late", "kpi": "counts", "denominator": "Orders", "numerator": "Late" }] }"#;

/// Three tables: thirty contacts in November and December each, twelve hundred customers, orders of November.
fn snapshot() -> Snapshot {
    let rows = [
        (20, "2026-11-03,North"),
        (10, "2026-11-04,South"),
        (20, "2026-12-03,North"),
        (10, "2026-12-04,South"),
    ];
    let (_, mut all) = load(CONTACTS, &table("Day,Region", &rows));
    let rows = [
        (990, "2026-10-05,,North"),
        (10, "2026-10-05,2026-11-20,North"),
        (200, "2026-10-05,,South"),
        (50, "2026-11-10,,South"),
    ];
    all.merge(load(CUSTOMERS, &table("Since,Until,Region", &rows)).1).unwrap();
    all.merge(load(ORDERS, &table("Day,Orders,Late", &[(1, "2026-11-30,600,6")])).1).unwrap();
    all
}

fn from(name: &str, source: &str, measure: &str, count: &str) -> CountFrom {
    let [name, source, measure, count] = [name, source, measure, count].map(str::to_owned);
    CountFrom { name, source, measure, count }
}

fn reading(variant: &str, counts: Vec<CountFrom>) -> Reading {
    let variant = Variant::from_name(variant).unwrap();
    Reading { source: "tickets".into(), measure: "demand".into(), variant, segment: Vec::new(), counts }
}

fn asked<'a>(reading: &'a Reading, as_of: &str) -> Asked<'a> {
    Asked { reading, unit: Some("%"), period: Granularity::Month.into(), as_of: day(as_of) }
}

fn value(reading: &Reading, window: Window, as_of: &str) -> Figure {
    let rows = snapshot();
    let found = asked(reading, as_of).value(&rows, window);
    let read = format::snapshot::decode(&format::snapshot::encode(&rows)).unwrap();
    let same = asked(reading, as_of).value(&read, window);
    assert_eq!((found.known(), &found.value), (same.known(), &same.value));
    found
}

fn about(figure: &Figure, expected: f64) {
    let found = figure.known().unwrap_or_else(|| panic!("{figure:?}"));
    assert!((found - expected).abs() < 1e-9, "{found} is not {expected}");
}

#[test]
fn contacts_are_held_against_the_customers_of_another_table() {
    let per_customer = reading("per-customer", vec![from("customers", "customers", "base", "start")]);
    let november = value(&per_customer, Window::Last(1), "2026-12-15");
    about(&november, 2.5);
    assert_eq!(november.n, Some(1200));
    // Two months' contacts of those who were customers at the beginning of them.
    about(&value(&per_customer, Window::Last(2), "2027-01-15"), 5.0);
    // In December nobody came and nobody went: there are 1,240.
    about(&value(&per_customer, Window::Last(1), "2027-01-15"), 100.0 * 30.0 / 1240.0);
    let per_order = reading("per-order", vec![from("orders", "orders", "late", "denominator")]);
    about(&value(&per_order, Window::Last(1), "2026-12-15"), 5.0);
    // Of December's orders nothing is known, which is not none.
    let unknown = value(&per_order, Window::Last(1), "2027-01-15");
    assert_eq!(unknown.value.unwrap_err().code, "no-data");
}

#[test]
fn segments_are_joined_by_the_names_of_their_dimensions() {
    let per_customer = reading("per-customer", vec![from("customers", "customers", "base", "start")]);
    let rows = snapshot();
    let asked = asked(&per_customer, "2026-12-15");
    let slices = asked.slices(&rows, &["Region".to_owned()], Over::Window(Window::Last(1))).unwrap();
    let found: Vec<_> = slices.iter().map(|slice| slice.figure.known().unwrap()).collect();
    for (found, expected) in found.iter().zip([2.5, 2.0, 5.0]) {
        assert!((found - expected).abs() < 1e-9, "{found} is not {expected}");
    }
    let per_order = reading("per-order", vec![from("orders", "orders", "late", "denominator")]);
    let north = Reading { segment: vec![("Region".into(), "North".into())], ..per_order };
    let why = value(&north, Window::Last(1), "2026-12-15").value.unwrap_err();
    assert_eq!(why.code, "unknown-dimension");
}

/// Thirty contacts of the tickets, and of calls and chats 90 and 60 a month: 180 of 1,200 customers in November.
#[test]
fn several_tables_tell_of_one_count_together() {
    let calls = CONTACTS.replace("tickets", "calls");
    let chats = r#"{ "version": 1, "source": "chats", "columns": { "created": "Day" }, "dimension": "Region",
        "measures": [{ "id": "bot", "kpi": "containment", "counts": { "botResolved": { "column": "Solved", "is": ["yes"] } } }] }"#;
    let mut rows = snapshot();
    let called = [(60, "2026-11-03,North"), (30, "2026-11-09,South"), (90, "2026-12-09,South")];
    rows.merge(load(&calls, &table("Day,Region", &called)).1).unwrap();
    let chatted = [(40, "2026-11-05,North,no"), (20, "2026-11-05,South,yes")];
    rows.merge(load(chats, &table("Day,Region,Solved", &chatted)).1).unwrap();
    let measure = r#"{ "source": "tickets", "measure": "demand", "variant": "per-customer", "counts": {
        "contacts": [{ "source": "calls", "measure": "demand", "count": "contacts" },
                     { "source": "chats", "measure": "bot", "count": "conversations" }],
        "customers": { "source": "customers", "measure": "base", "count": "start" } } }"#;
    let mut all = board(measure);
    all.load(rows.clone(), Arrival::Join).unwrap();
    let found = shown(&all).unwrap();
    assert!((found - 100.0 * 180.0 / 1200.0).abs() < 1e-9, "{found}");
    let reading = all.plan().kpis().first().unwrap().reading.clone().unwrap();
    let slices = asked(&reading, "2026-12-15");
    let slices = slices.slices(&rows, &["Region".to_owned()], Over::Window(Window::Last(1))).unwrap();
    let found: Vec<_> = slices.iter().map(|slice| slice.figure.known().unwrap()).collect();
    for (found, expected) in found.iter().zip([15.0, 100.0 * 120.0 / 1000.0, 100.0 * 60.0 / 200.0]) {
        assert!((found - expected).abs() < 1e-9, "{found} is not {expected}");
    }
    // Of December's chats nothing is known, which is not none.
    let why = asked(&reading, "2027-01-15").value(&rows, Window::Last(1)).value.unwrap_err();
    assert_eq!(why.code, "no-data");
}

#[test]
fn a_count_named_twice_is_refused() {
    let faults = |contacts: &str| {
        let plan = format!(
            r#"{{ "version": 1, "title": "Joined", "mission": {{ "id": "mission", "title": "Help", "kpis": [
                {{ "id": "k", "title": "K", "unit": "%", "direction": "down", "target": 30, "measure": {{ "source": "tickets",
                   "measure": "demand", "variant": "per-customer", "counts": {{ "contacts": {contacts} }} }} }}] }} }}"#
        );
        let error = format::plan::decode(&plan).unwrap_err();
        error.issues().iter().map(|issue| format!("{} {}", issue.code, issue.at.as_str())).collect::<Vec<_>>()
    };
    let at = "/mission/kpis/0/measure/counts/contacts";
    let calls = r#"{ "source": "calls", "measure": "demand", "count": "n" }"#;
    assert_eq!(faults(&format!("[{calls}, {calls}]")), [format!("listed-twice {at}/1")]);
    assert_eq!(faults("[]"), [format!("empty-list {at}")]);
    assert_eq!(faults("[3]"), [format!("wrong-type {at}/0")]);
}

/// A draft of a programmer's own may name one count, another, and the first again: no key is written twice.
#[test]
fn counts_of_one_name_that_do_not_stand_together_are_written_under_one_key() {
    let counts = vec![
        from("contacts", "calls", "demand", "contacts"),
        from("customers", "customers", "base", "start"),
        from("contacts", "chats", "bot", "conversations"),
    ];
    let kpi = DraftKpi {
        id: "k".into(),
        title: "K".into(),
        reading: Some(reading("per-customer", counts.clone())),
        ..DraftKpi::default()
    };
    let mission = DraftNode { id: "m".into(), title: "Help".into(), kpis: vec![kpi], ..DraftNode::default() };
    let draft = Draft { title: "Joined".into(), mission: Some(mission), ..Draft::default() };
    let text = format::plan::encode(&Plan::check(draft).unwrap());
    assert_eq!(text.matches("\"contacts\":").count(), 1, "{text}");
    let read = format::plan::decode(&text).unwrap();
    let told = &read.kpis().first().unwrap().reading.as_ref().unwrap().counts;
    assert_eq!(told.len(), counts.len());
    assert!(counts.iter().all(|each| told.contains(each)), "{told:?}");
}

#[test]
fn what_is_not_there_is_said() {
    let why =
        |counts| value(&reading("per-customer", counts), Window::Last(1), "2026-12-15").value.unwrap_err();
    assert_eq!(why(Vec::new()).code, "variant-not-offered");
    assert_eq!(why(vec![from("customers", "nobody", "base", "start")]).code, "unknown-source");
    assert_eq!(why(vec![from("customers", "customers", "other", "start")]).code, "unknown-measure");
    assert_eq!(why(vec![from("customers", "customers", "base", "heads")]).code, "not-counted");
    assert_eq!(why(vec![from("heads", "customers", "base", "start")]).code, "not-counted");
}

/// A board with one KPI.
fn board(measure: &str) -> Board {
    let plan = format!(
        r#"{{ "version": 1, "title": "Joined", "mission": {{ "id": "mission", "title": "Help", "kpis": [
            {{ "id": "k", "title": "K", "unit": "%", "direction": "up", "target": 30, "interval": "month", "measure": {measure} }}] }} }}"#
    );
    let plan = format::plan::decode(&plan).unwrap_or_else(|error| panic!("{error}"));
    let again = format::plan::decode(&format::plan::encode(&plan)).unwrap();
    assert_eq!(plan.kpis(), again.kpis());
    Board::open(plan, Options { as_of: day("2026-12-15") })
}

fn shown(board: &Board) -> Result<f64, &'static str> {
    board.figure(board.plan().kpi_indices().next().unwrap()).value.clone().map_err(|why| why.code)
}

#[test]
fn a_board_reads_again_what_another_table_tells() {
    let mut board = board(
        r#"{ "source": "sessions", "measure": "alone", "variant": "share",
             "counts": { "solved": { "source": "tickets", "measure": "closed", "count": "n" } } }"#,
    );
    let sessions = r#"{ "version": 1, "source": "sessions", "columns": { "created": "Day" }, "measures": [
        { "id": "alone", "kpi": "self-service", "counts": { "selfService": { "column": "Solved", "is": ["yes"] },
          "solved": { "column": "Solved", "is": ["yes"] } } }] }"#;
    let rows = table("Day,Solved", &[(60, "2026-11-03,yes"), (25, "2026-11-04,no")]);
    board.load(load(sessions, &rows).1, Arrival::Join).unwrap();
    assert_eq!(shown(&board), Err("unknown-source"));
    let tickets = r#"{ "version": 1, "source": "tickets", "columns": { "created": "In", "resolved": "Out" },
        "measures": [{ "id": "closed", "kpi": "resolution-time" }] }"#;
    let rows = table("In,Out", &[(180, "2026-11-03,2026-11-05"), (9, "2026-11-03,")]);
    board.load(load(tickets, &rows).1, Arrival::Join).unwrap();
    // Sixty alone, a hundred and eighty by people.
    assert_eq!(shown(&board), Ok(25.0));
    let _ = board.remove("tickets");
    assert_eq!(shown(&board), Err("unknown-source"));
}

#[test]
fn avoided_contacts_are_held_against_those_of_the_help_desk() {
    let mut board = board(
        r#"{ "source": "help", "measure": "spared", "variant": "share",
             "counts": { "contacts": { "source": "tickets", "measure": "demand", "count": "contacts" } } }"#,
    );
    let help = r#"{ "version": 1, "source": "help", "columns": { "created": "Day" }, "measures": [
        { "id": "spared", "kpi": "deflection", "estimate": "by the survey of May", "counts": { "avoided": { "sum": "Spared" } } }] }"#;
    board.load(load(help, &table("Day,Spared", &[(2, "2026-11-03,5")])).1, Arrival::Join).unwrap();
    board.load(snapshot(), Arrival::Join).unwrap();
    assert_eq!(shown(&board), Ok(25.0));
}
