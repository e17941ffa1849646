//! A second implementation agrees: `twin.py` was written from the definitions, and what it says of a thousand plans
//! (`expected.txt`) is what the board says. How to write that file again stands in `twin.py`.
#![expect(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test may fail")]

mod plans;

use std::fmt::Write;

use throughline::board::{Board, Options};
use throughline::calendar::parse_date;
use throughline::format;
use throughline::score::Status;

const COUNT: u64 = 1000;

fn letter(status: Status) -> &'static str {
    match status {
        Status::OnTrack => "T",
        Status::AtRisk => "R",
        Status::OffTrack => "F",
        Status::CannotTell => "C",
        Status::Stale => "S",
        Status::NoData => "N",
        Status::NotStarted => "W",
        Status::Done => "D",
        Status::Met => "M",
        Status::NotMet => "X",
    }
}

/// A cell of the file: a status or a number.
#[derive(Debug)]
enum Cell {
    Status(&'static str),
    Number(Option<f64>),
}

/// What the board says, in the order of the file, each cell with its name.
fn cells(board: &Board) -> Vec<(String, Cell)> {
    let (plan, mut cells) = (board.plan(), Vec::new());
    let mut add = |id: &str, name: &str, cell: Cell| cells.push((format!("{id} {name}"), cell));
    for ix in plan.kpi_indices() {
        let (id, score) = (&plan.kpi(ix).id, board.scores().kpi(ix));
        add(id, "status", Cell::Status(letter(score.status)));
        add(id, "score", Cell::Number(score.score));
        add(id, "pace", Cell::Number(score.pace));
    }
    for ix in plan.node_indices() {
        let (id, score) = (&plan.node(ix).id, board.scores().node(ix));
        add(id, "status", Cell::Status(letter(score.status)));
        let execution = score.execution.and_then(|execution| execution.score);
        let numbers = [("score", score.score), ("pace", score.pace), ("coverage", Some(score.coverage))];
        let others = [("low", Some(score.low)), ("high", Some(score.high)), ("execution", execution)];
        for (name, number) in numbers.into_iter().chain(others) {
            add(id, name, Cell::Number(number));
        }
    }
    for metric in ["AL-V", "AL-C", "AL-M", "AL-OWN", "AL-T"] {
        let found = board.alignment().metrics.iter().find(|each| each.id == metric).unwrap();
        add("alignment", metric, Cell::Number(found.value));
    }
    add("alignment", "index", Cell::Number(board.alignment().index));
    cells
}

/// A number of the file: base 36, in units of 1e-13.
fn read(text: &str) -> Option<f64> {
    match text {
        "-" => None,
        "!" => Some(1.0),
        text => Some(i64::from_str_radix(text, 36).unwrap() as f64 / 1e13),
    }
}

fn agrees(cell: &Cell, text: &str) -> bool {
    match cell {
        Cell::Status(letter) => *letter == text,
        Cell::Number(found) => match (found, read(text)) {
            (Some(found), Some(told)) => (found - told).abs() <= 1e-12 * told.abs().max(1.0),
            (found, told) => found.is_none() && told.is_none(),
        },
    }
}

/// All plans as the script reads them, and what tells that it read these.
fn written() -> (String, String) {
    let mut text = String::new();
    for plan in plans::plans(COUNT) {
        writeln!(text, "{plan}").unwrap();
    }
    let sum: u64 =
        text.bytes().enumerate().map(|(place, byte)| u64::from(byte) * (place as u64 % 9973 + 1)).sum();
    let mark = format!("{} {sum}", text.len());
    (text, mark)
}

#[test]
fn a_second_implementation_agrees_on_a_thousand_plans() {
    let (text, mark) = written();
    if let Some(path) = std::env::var_os("TWIN_PLANS") {
        std::fs::write(path, &text).unwrap();
        return;
    }
    let mut told = include_str!("expected.txt").lines();
    assert_eq!(told.next(), Some(mark.as_str()), "the plans are others: write them and run twin.py again");
    let options = Options { as_of: parse_date("2026-06-30").unwrap() };
    let mut wrong = Vec::new();
    let mut seen = std::collections::BTreeMap::new();
    for (place, (plan, line)) in text.lines().zip(&mut told).enumerate() {
        let plan = format::plan::decode(plan).unwrap_or_else(|error| panic!("plan {place}: {error}"));
        let board = Board::open(plan, options);
        let (found, cells): (_, Vec<&str>) = (cells(&board), line.split(' ').collect());
        assert_eq!(found.len(), cells.len(), "plan {place}");
        for ((name, cell), text) in found.iter().zip(cells) {
            if let Cell::Status(letter) = cell {
                *seen.entry(*letter).or_insert(0) += 1;
            }
            if !agrees(cell, text) {
                wrong.push(format!(
                    "plan {place}, {name}: {cell:?}, the twin says {text} {:?}",
                    (text.len() > 1).then(|| read(text))
                ));
            }
        }
    }
    assert!(wrong.is_empty(), "{} differ:\n{}", wrong.len(), wrong[..wrong.len().min(40)].join("\n"));
    assert!(seen.len() == 10 && seen.values().all(|count| *count >= 30), "every status comes up: {seen:?}");
}
