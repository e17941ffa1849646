//! A narrow picture: each row with its cells below it, a line each.

use super::entries;
use super::layout::{Form, GAP, HEAD, LABEL, Layout, NOTE, Need, PAD, Word, inside, noted};
use super::{Cell, Grid};
use crate::chart::measure::{Face, Measure};
use crate::chart::paint::Frame;
use crate::chart::sheet::{Block, Legend};

/// Between a row's last line and the next row.
const APART: f64 = 14.0;
/// Cells take no more of the width than this.
const SHARE: f64 = 0.6;

/// Places the lines.
pub(super) fn listed(grid: &Grid, need: &Need, measure: &dyn Measure) -> Layout {
    let width = grid.sheet.width;
    let wide = need.cell.max(need.noted).max(width * 0.4).min(width * SHARE).floor();
    let notes = noted(need, wide);
    let mut cells = vec![Frame::default(); grid.cells.len()];
    let none = || (Block::new("", NOTE, width, measure), Frame::default());
    let mut lines: Vec<(Word, Word)> = grid.cells.iter().map(|_| (none(), none())).collect();
    let (mut rows, mut y) = (Vec::new(), 0.0);
    for (at, head) in grid.rows.iter().enumerate() {
        let label = put(&head.label, Face::bold(LABEL.size), (0.0, y, width), measure);
        let note = put(&head.note, NOTE, (0.0, label.1.bottom(), width), measure);
        y = note.1.bottom() + 4.0;
        rows.push((label, note));
        for (index, cell) in in_order(grid, at) {
            let (line, frame) = line(grid, cell, (y, wide, inside(grid, notes)), measure);
            y = frame.bottom() + GAP;
            if let (Some(into), Some(words)) = (cells.get_mut(index), lines.get_mut(index)) {
                (*into, *words) = (frame, (line, none()));
            }
        }
        y += APART;
    }
    y = (y - APART).max(0.0);
    let legend = Legend::new(&entries::entries(grid, measure), (y, width), measure);
    let height = (y + legend.height + 2.0).ceil();
    Layout { form: Form::List, notes, height, rows, columns: Vec::new(), cells, lines, legend }
}

/// The cells of a row, from the first column on.
fn in_order(grid: &Grid, row: usize) -> Vec<(usize, &Cell)> {
    let mut cells: Vec<(usize, &Cell)> =
        grid.cells.iter().enumerate().filter(|(_, cell)| cell.row == row).collect();
    cells.sort_by_key(|(_, cell)| cell.column);
    cells
}

fn put(text: &str, face: Face, (x, y, room): (f64, f64, f64), measure: &dyn Measure) -> Word {
    let block = Block::new(text, face, room, measure);
    let frame = Frame { x, y, w: block.width, h: block.height() };
    (block, frame)
}

/// The column's label, and the cell behind it at the end side.
fn line(grid: &Grid, cell: &Cell, (y, wide, least): (f64, f64, f64), measure: &dyn Measure) -> (Word, Frame) {
    let x = grid.sheet.width - wide;
    let label = grid.columns.get(cell.column).map_or("", |head| &head.label);
    let block = Block::new(label, HEAD, x - PAD, measure);
    let high = least.max(block.height() + 4.0);
    let frame = Frame { x: 0.0, y: y + (high - block.height()) / 2.0, w: block.width, h: block.height() };
    ((block, frame), Frame { x, y, w: wide, h: high })
}
