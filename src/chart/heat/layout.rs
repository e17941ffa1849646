//! Where rows, columns and cells lie: as a table, as a table of plain tiles where their words find no room, or as a list
//! where a narrow picture has few columns.

use super::entries::{self, Sign};
use super::{Grid, Head, Kind, list};
use crate::chart::measure::{Face, Measure};
use crate::chart::paint::Frame;
use crate::chart::sheet::{Block, Laid, Legend, Place, longest};

/// Room around words.
pub(super) const PAD: f64 = 8.0;
/// Between two cells.
pub(super) const GAP: f64 = 2.0;
pub(super) const LABEL: Face = Face::plain(13);
pub(super) const HEAD: Face = Face::plain(12);
pub(super) const TEXT: Face = Face::bold(13);
pub(super) const NOTE: Face = Face::plain(12);
/// A cell is no wider than this, and no narrower unless it is a tile.
const WIDEST: f64 = 360.0;
/// A disc in a wider cell is lost in it.
const DISCED: f64 = 180.0;
const LEAST: f64 = 44.0;
/// Labels take no more of the width than this.
const SHARE: f64 = 0.4;
/// A list is no longer than this, and has no more lines a row.
const LINES: usize = 240;
const COLUMNS: usize = 12;
/// Radius of the largest disc of a matrix.
pub(super) const DISC: f64 = 16.0;
/// Side of the mark beside it.
pub(super) const MARK: f64 = 12.0;

/// How the cells are laid out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Form {
    /// Cells with their texts.
    Table,
    /// Cells by colour alone.
    Tiles,
    /// A line a cell, under its row.
    List,
}

/// A word in its box.
pub(super) type Word = (Block, Frame);

/// Where everything lies, CSS pixels, x counted from the start side.
#[derive(Clone, Debug, PartialEq)]
pub struct Layout {
    /// How the cells are laid out.
    pub form: Form,
    /// Whether the second lines of cells find room.
    pub notes: bool,
    /// Height of the picture.
    pub height: f64,
    /// Labels of the rows, and their second lines.
    pub(super) rows: Vec<(Word, Word)>,
    /// Heads of the columns, by their index; those without room are left out.
    pub(super) columns: Vec<(usize, Word)>,
    /// The box of each cell, in the order given.
    pub cells: Vec<Frame>,
    /// In a list: the column of each cell, and its second line.
    pub(super) lines: Vec<(Word, Word)>,
    pub(super) legend: Legend<Sign>,
}

impl Layout {
    /// Places a grid in the width asked for.
    #[must_use]
    pub fn new(grid: &Grid, measure: &dyn Measure) -> Self {
        let need = Need::of(grid, measure);
        if need.label + grid.columns.len() as f64 * need.cell.max(need.head) <= grid.sheet.width {
            return tabled(grid, &need, Form::Table, measure);
        }
        let lines = grid.cells.len() + grid.rows.len();
        if grid.columns.len() <= COLUMNS && lines <= LINES {
            return list::listed(grid, &need, measure);
        }
        tabled(grid, &need, Form::Tiles, measure)
    }

    /// The boxes by the ids of what they show.
    pub(super) fn laid(&self, grid: &Grid) -> Laid {
        let id = |heads: &[Head], at: usize| heads.get(at).map(|head| head.id.clone()).unwrap_or_default();
        let place = |row: String, part: String, frame| Place { id: row, part, frame, at: Vec::new() };
        let rows = self.rows.iter().enumerate().flat_map(|(at, (label, note))| {
            [label, note]
                .into_iter()
                .filter(|(block, _)| !block.lines.is_empty())
                .map(move |(_, frame)| place(id(&grid.rows, at), String::new(), *frame))
        });
        let heads =
            self.columns.iter().map(|(at, (_, frame))| place(String::new(), id(&grid.columns, *at), *frame));
        let lines = self.lines.iter().zip(&grid.cells).map(|(((_, frame), _), cell)| {
            place(id(&grid.rows, cell.row), id(&grid.columns, cell.column), *frame)
        });
        let cells = grid.cells.iter().zip(&self.cells);
        let spots = cells
            .map(|(cell, frame)| place(id(&grid.rows, cell.row), id(&grid.columns, cell.column), *frame));
        Laid {
            width: grid.sheet.width,
            height: self.height,
            ratio: grid.sheet.ratio_at(self.height),
            form: match self.form {
                Form::Table => "table",
                Form::Tiles => "tiles",
                Form::List => "list",
            },
            labels: rows.chain(heads).chain(lines).collect(),
            spots: spots.collect(),
        }
    }
}

/// How much room words ask for.
pub(super) struct Need {
    /// The labels' column, at the least.
    pub label: f64,
    /// The labels' column, were there room for all.
    pub natural: f64,
    /// A cell with its text.
    pub cell: f64,
    /// A cell with its second line.
    pub noted: f64,
    /// A head, broken between words.
    pub head: f64,
}

impl Need {
    fn of(grid: &Grid, measure: &dyn Measure) -> Self {
        let most = |widths: &mut dyn Iterator<Item = f64>| widths.fold(0.0, f64::max);
        let width = |text: &str, face| measure.width(text, face);
        let rows = &grid.rows;
        let words =
            rows.iter().map(|row| longest(&row.label, LABEL, measure).max(longest(&row.note, NOTE, measure)));
        let whole = rows.iter().map(|row| width(&row.label, LABEL).max(width(&row.note, NOTE)));
        let texts = grid.cells.iter().map(|cell| width(&cell.text, TEXT));
        let notes = grid.cells.iter().map(|cell| width(&cell.note, NOTE));
        let heads = grid.columns.iter().map(|head| longest(&head.label, HEAD, measure));
        let (words, texts) = (most(&mut words.into_iter()), most(&mut texts.into_iter()));
        let beside = if grid.cells.iter().any(|cell| cell.signal.is_some()) { 16.0 } else { 0.0 };
        let least = if grid.kind == Kind::Matrix { 2.0 * (DISC + MARK) + 2.0 * PAD } else { LEAST };
        Self {
            label: words.ceil().min((grid.sheet.width * SHARE).floor()) + PAD,
            natural: most(&mut whole.into_iter()).ceil() + PAD,
            cell: (texts.ceil() + 2.0 * PAD + beside).max(least),
            noted: most(&mut notes.into_iter()).ceil() + PAD,
            head: most(&mut heads.into_iter()).ceil() + PAD,
        }
    }
}

/// Height of what stands in a cell.
pub(super) fn inside(grid: &Grid, notes: bool) -> f64 {
    let disc = if grid.kind == Kind::Matrix { 2.0 * DISC + 6.0 } else { 0.0 };
    let note = if notes { 16.0 } else { 0.0 };
    let range = if grid.cells.iter().any(|cell| cell.range.is_some()) { 8.0 } else { 0.0 };
    17.0 + 2.0 * PAD - 1.0 + disc + note + range
}

/// Whether some cell has a second line, and all have room for theirs.
pub(super) fn noted(need: &Need, wide: f64) -> bool {
    need.noted > PAD && need.noted <= wide
}

fn tabled(grid: &Grid, need: &Need, form: Form, measure: &dyn Measure) -> Layout {
    let (width, of) = (grid.sheet.width, grid.columns.len().max(1) as f64);
    let most = if grid.kind == Kind::Matrix { DISCED.max(need.head) } else { WIDEST };
    let cell = need.cell.max(need.head).max(need.noted).min(most.max(need.cell));
    // What the cells leave goes to the labels, then back to the cells.
    let label = if form == Form::Tiles {
        need.natural.min(width * 0.25).max(need.label)
    } else {
        need.natural.min(width - of * cell).max(need.label)
    };
    let wide = ((width - label) / of).min(if form == Form::Tiles { most } else { most.max(need.cell) });
    let notes = form == Form::Table && noted(need, wide - GAP);
    let columns = heads(grid, (label, wide, form), measure);
    let top = columns.iter().map(|(_, (block, _))| block.height()).fold(0.0, f64::max);
    let least = if form == Form::Tiles { 24.0 } else { inside(grid, notes) };
    let mut y = if top > 0.0 { top + 6.0 } else { 0.0 };
    let (mut rows, mut lines) = (Vec::new(), Vec::new());
    for head in &grid.rows {
        let (words, high) = row(head, (label - PAD, y, least), measure);
        rows.push(words);
        lines.push((y, high));
        y += high + GAP;
    }
    let frame = |row: usize, column: usize| {
        let (y, h) = lines.get(row).copied().unwrap_or_default();
        Frame { x: label + column as f64 * wide, y, w: (wide - GAP).max(1.0), h }
    };
    let cells = grid.cells.iter().map(|cell| frame(cell.row, cell.column)).collect();
    let legend = Legend::new(&entries::entries(grid, measure), (y, width), measure);
    let foot = |(at, (block, head)): (usize, Word)| {
        let y = top - block.height();
        (at, (block, Frame { y, ..head }))
    };
    let columns = columns.into_iter().map(foot).collect();
    Layout {
        form,
        notes,
        height: (y + legend.height + 2.0).ceil(),
        rows,
        columns,
        cells,
        lines: Vec::new(),
        legend,
    }
}

/// A row's label and second line, half-way down a row that is as high as they or its cells need.
fn row(head: &Head, (room, top, least): (f64, f64, f64), measure: &dyn Measure) -> ((Word, Word), f64) {
    let [label, note] =
        [(&head.label, LABEL), (&head.note, NOTE)].map(|(text, face)| Block::new(text, face, room, measure));
    let high = (label.height() + note.height() + 6.0).max(least);
    let y = top + (high - label.height() - note.height()) / 2.0;
    let frame = |block: &Block, y| Frame { x: 0.0, y, w: room, h: block.height() };
    let (one, other) = (frame(&label, y), frame(&note, y + label.height()));
    (((label, one), (note, other)), high)
}

/// The heads of the columns; of tiles as many as find room in one line beside one another.
fn heads(grid: &Grid, (label, wide, form): (f64, f64, Form), measure: &dyn Measure) -> Vec<(usize, Word)> {
    let mut heads = Vec::new();
    let mut free = 0.0;
    for (at, head) in grid.columns.iter().enumerate() {
        let x = label + at as f64 * wide;
        let room = if form == Form::Tiles { measure.width(&head.label, HEAD).ceil() } else { wide - GAP };
        if head.label.is_empty() || x < free || x + room > grid.sheet.width + 1e-6 {
            continue;
        }
        let block = Block::new(&head.label, HEAD, room + 1e-6, measure);
        let frame = Frame { x, y: 0.0, w: room, h: block.height() };
        heads.push((at, (block, frame)));
        free = x + room + if form == Form::Tiles { PAD } else { 0.0 };
    }
    heads
}
