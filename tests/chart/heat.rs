//! Rows against columns: goldens, places by hand calculation, and what must hold for any words at any width.

use proptest::prelude::*;
use throughline::chart::heat::{Cell, Evidence, Grid, Head, Kind, picture};
use throughline::chart::sheet::Laid;
use throughline::chart::{Direction, Face, Palette, Shape, Signal, Table, to_svg};

use crate::sheets::{covers_nothing, sheet, written};
use crate::support::golden;

const CHANNELS: [&str; 6] = ["Phone", "E-mail", "Chat", "Self-service portal", "Social media", "In person"];
const SIZES: [&str; 4] = ["1–9 seats", "10–99 seats", "100–999 seats", "1,000 seats and more"];

fn heads(labels: &[&str]) -> Vec<Head> {
    let head =
        |label: &&str| Head { id: (*label).to_owned(), label: (*label).to_owned(), note: String::new() };
    labels.iter().map(head).collect()
}

/// Values from 62 to 91 by a plain rule, one unknown, one held back, one place without a cell.
fn grid(width: f64, rows: usize, columns: usize) -> Grid {
    let mut cells = Vec::new();
    for (row, column) in (0..rows).flat_map(|row| (0..columns).map(move |column| (row, column))) {
        if (row, column) == (4, 3) {
            continue;
        }
        let value = 62.0 + ((row * 7 + column * 11) % 30) as f64;
        let blank = matches!((row, column), (2, 1) | (5, 2));
        cells.push(Cell {
            row,
            column,
            value: Some(value).filter(|_| !blank),
            range: Some((value - 4.0, value + 3.0)).filter(|_| !blank),
            text: if row == 2 && blank {
                "n < 10".to_owned()
            } else if blank {
                "–".to_owned()
            } else {
                format!("{value} %")
            },
            note: if blank { String::new() } else { format!("n {}", 40 + row * 13 + column) },
            suppressed: blank && row == 2,
            ..Cell::default()
        });
    }
    let word = |name: &'static str, word: &str| (name, word.to_owned());
    Grid {
        sheet: sheet(width),
        kind: Kind::Heat,
        rows: heads(&CHANNELS[..rows]),
        columns: heads(&SIZES[..columns]),
        cells,
        scale: (60.0, 95.0),
        words: vec![
            word("low", "60 %"),
            word("high", "95 %"),
            word("suppressed", "Too few to show"),
            word("unknown", "No data"),
            word("on-track", "On track"),
            word("at-risk", "At risk"),
            word("off-track", "Off track"),
            word("consistent", "Data agree"),
            word("contradicts", "Data say the opposite"),
            word("no-support", "Data say neither"),
            word("untestable", "Not tested"),
        ],
        select: None,
        hover: None,
    }
}

fn svg(grid: &Grid) -> String {
    to_svg(&picture(grid, &Table).0, &grid.sheet.font, grid.sheet.direction == Direction::Rtl)
}

fn laid(grid: &Grid) -> Laid {
    picture(grid, &Table).1
}

#[test]
fn a_table_of_segments() {
    let mut grid = grid(800.0, 6, 4);
    golden("heat-light", &svg(&grid));
    assert_eq!(laid(&grid).form, "table");
    grid.sheet.palette = Palette::DARK;
    grid.select = Some(5);
    grid.hover = Some(14);
    golden("heat-lit-dark", &svg(&grid));
}

#[test]
fn a_narrow_one_is_a_list() {
    let mut grid = grid(320.0, 3, 4);
    golden("heat-close", &svg(&grid));
    grid.columns[1].label = "Mittelständische Kundschaft".to_owned();
    grid.cells.iter_mut().for_each(|cell| cell.note.push_str(" · 95 %"));
    assert_eq!(laid(&grid).form, "list");
    golden("heat-narrow", &svg(&grid));
    grid.sheet.width = 240.0;
    grid.sheet.palette = Palette::DARK;
    golden("heat-least-dark", &svg(&grid));
}

#[test]
fn many_weeks_are_tiles() {
    let mut grid = grid(320.0, 6, 0);
    let weeks: Vec<String> = (0..52).map(|week| format!("W{}", week + 1)).collect();
    grid.columns = heads(&weeks.iter().map(String::as_str).collect::<Vec<_>>());
    let places = (0..6).flat_map(|row| (0..52).map(move |column| (row, column)));
    let value = |row: usize, column: usize| {
        Some(60.0 + ((row * 5 + column * 3) % 36) as f64).filter(|_| column != 20)
    };
    grid.cells = places
        .map(|(row, column)| Cell {
            row,
            column,
            value: value(row, column),
            text: "80 %".to_owned(),
            ..Cell::default()
        })
        .collect();
    assert_eq!(laid(&grid).form, "tiles");
    golden("heat-tiles", &svg(&grid));
}

#[test]
fn statuses_in_place_of_colours_of_a_scale() {
    let mut grid = grid(640.0, 4, 3);
    let signals = [Signal::OnTrack, Signal::AtRisk, Signal::OffTrack];
    for (at, cell) in grid.cells.iter_mut().enumerate() {
        cell.signal = cell.value.map(|_| signals[at % 3]);
        cell.range = None;
    }
    golden("heat-status", &svg(&grid));
}

#[test]
fn nothing_one_and_nothing_known() {
    let mut none = grid(400.0, 0, 0);
    golden("heat-empty", &svg(&none));
    assert_eq!((laid(&none).height, laid(&none).spots.len()), (2.0, 0));
    none = grid(400.0, 1, 1);
    golden("heat-one", &svg(&none));
    none.cells[0].value = None;
    none.cells[0].range = None;
    none.cells[0].text.clear();
    golden("heat-unknown", &svg(&none));
}

#[test]
fn a_mirrored_one_with_long_words() {
    let mut grid = grid(560.0, 3, 3);
    for (head, label) in grid.rows.iter_mut().zip(["שביעות רצון הלקוחות מהשירות", "דואר אלקטרוני", "שיחה"])
    {
        head.label = label.to_owned();
    }
    grid.sheet.direction = Direction::Rtl;
    grid.columns[1].label = "Kundenzufriedenheitsbefragung".to_owned();
    golden("heat-rtl", &svg(&grid));
    let mirrored = laid(&grid);
    grid.sheet.direction = Direction::Ltr;
    for (one, other) in mirrored.spots.iter().zip(&laid(&grid).spots) {
        assert!((one.frame.end() + other.frame.x - 560.0).abs() < 1e-9);
    }
}

fn matrix(width: f64) -> Grid {
    let mut grid = grid(width, 4, 3);
    grid.kind = Kind::Matrix;
    grid.scale = (0.0, 1.0);
    let states = [
        None,
        Some(Evidence::Consistent),
        Some(Evidence::NoSupport),
        Some(Evidence::Contradicts),
        Some(Evidence::Unknown),
    ];
    grid.cells.retain(|cell| (cell.row + cell.column) % 3 != 1);
    for (at, cell) in grid.cells.iter_mut().enumerate() {
        let share = [1.0, 0.5, 0.25, 0.1, 0.02][at % 5];
        (cell.suppressed, cell.range, cell.evidence) = (false, None, states[at % 5]);
        cell.value = Some(share).filter(|_| at != 3);
        cell.note.clear();
        cell.text = if at == 3 { "not known".to_owned() } else { format!("{} %", share * 100.0) };
    }
    grid
}

#[test]
fn an_alignment_matrix() {
    golden("matrix-light", &svg(&matrix(720.0)));
    let mut narrow = matrix(320.0);
    golden("matrix-narrow", &svg(&narrow));
    narrow.sheet.width = 640.0;
    narrow.sheet.palette = Palette::DARK;
    narrow.select = Some(0);
    golden("matrix-lit-dark", &svg(&narrow));
}

/// Ten pixels a sign.
struct Ten;

impl throughline::chart::Measure for Ten {
    fn width(&self, text: &str, _: Face) -> f64 {
        10.0 * text.chars().count() as f64
    }
}

#[test]
fn cells_lie_where_a_ruler_puts_them() {
    let mut grid = grid(600.0, 2, 2);
    (grid.rows, grid.columns) = (heads(&["Mail", "Chat"]), heads(&["EU", "US"]));
    grid.cells.iter_mut().for_each(|cell| cell.note.clear());
    let laid = picture(&grid, &Ten).1;
    // The labels' column: four signs of 10 and 8 beside them. What is left, 552, is shared by two columns; 2 of each is the gap.
    // Heads: a line of 12 + 4 high, 6 below it. A row: 16 for the text, 8 above and below it, 8 for the interval.
    let boxes: Vec<_> = laid.spots.iter().map(|s| (s.frame.x, s.frame.y, s.frame.w, s.frame.h)).collect();
    assert_eq!(
        boxes,
        [
            (48.0, 22.0, 274.0, 40.0),
            (324.0, 22.0, 274.0, 40.0),
            (48.0, 64.0, 274.0, 40.0),
            (324.0, 64.0, 274.0, 40.0)
        ]
    );
    assert_eq!(
        laid.spots.iter().map(|s| format!("{}/{}", s.id, s.part)).collect::<Vec<_>>(),
        ["Mail/EU", "Mail/US", "Chat/EU", "Chat/US"]
    );
}

#[test]
fn five_steps_of_one_width() {
    let grid = Grid { scale: (0.0, 100.0), ..grid(400.0, 1, 1) };
    assert_eq!(
        [-5.0, 0.0, 19.9, 20.0, 59.0, 80.0, 100.0, 400.0].map(|value| grid.step(value)),
        [0, 0, 0, 1, 2, 4, 4, 4]
    );
}

#[test]
fn what_is_unknown_has_no_colour_of_the_scale() {
    let mut grid = grid(400.0, 1, 2);
    grid.words.clear();
    let tints = |grid: &Grid| {
        let shapes = picture(grid, &Table).0.shapes;
        shapes
            .iter()
            .filter(|shape| matches!(shape, Shape::Rect(_, _, color) if *color != grid.sheet.palette.paper))
            .count()
    };
    assert_eq!(tints(&grid), 2);
    grid.cells[0].value = None;
    assert_eq!(tints(&grid), 1);
    grid.cells[1].value = None;
    grid.cells[1].suppressed = true;
    assert_eq!(tints(&grid), 0);
}

#[test]
fn pointing_at_a_cell_moves_nothing() {
    let still = grid(480.0, 4, 2);
    let lit = Grid { hover: Some(4), select: Some(0), ..still.clone() };
    assert_eq!(laid(&still), laid(&lit));
    assert_ne!(picture(&still, &Table).0, picture(&lit, &Table).0);
}

/// One to five words of one to eighteen letters.
fn labels(most: usize) -> impl Strategy<Value = Vec<String>> {
    prop::collection::vec("[A-Za-zäöü]{1,18}( [a-zé&-]{1,14}){0,4}", 1..=most)
}

proptest! {
    #[test]
    fn nothing_lies_over_anything_or_leaves_the_picture(
        rows in labels(8), columns in labels(14), width in 240.0..2000.0f64, rtl: bool, matrix: bool, skip in 0usize..7,
    ) {
        let mut grid = grid(width, 0, 0);
        grid.kind = if matrix { Kind::Matrix } else { Kind::Heat };
        grid.sheet.direction = if rtl { Direction::Rtl } else { Direction::Ltr };
        let head = |(at, label): (usize, &String)| Head { id: at.to_string(), label: label.clone(), note: String::new() };
        grid.rows = rows.iter().enumerate().map(head).collect();
        grid.columns = columns.iter().enumerate().map(head).collect();
        let places = (0..rows.len()).flat_map(|row| (0..columns.len()).map(move |column| (row, column)));
        grid.cells = places.filter(|(row, column)| (row * 3 + column) % 7 != skip).map(|(row, column)| Cell {
            row, column, value: Some(0.5), text: "1,234 hr".to_owned(), note: "n 12".to_owned(), ..Cell::default()
        }).collect();
        let (picture, laid) = picture(&grid, &Table);
        covers_nothing(&laid);
        // Labels of rows are whole; heads as well, but for those of tiles, which give way to one another.
        let signs = written(&picture);
        let mut shown = rows;
        if laid.form == "table" {
            shown.extend(columns);
        }
        for label in shown {
            let label: String = label.split_whitespace().collect();
            prop_assert!(signs.contains(&label), "{label} in {signs}");
        }
    }
}
