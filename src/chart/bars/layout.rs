//! Where rows lie: label, marks and value beside one another, or one above the other in a narrow picture.

use super::{Bars, Mark, Row, key};
use crate::chart::measure::{Face, Measure};
use crate::chart::paint::Frame;
use crate::chart::sheet::{Block, Laid, Legend, Place, longest};

pub(super) const LABEL: Face = Face::plain(13);
pub(super) const NOTE: Face = Face::plain(12);
pub(super) const TEXT: Face = Face::bold(13);
/// Between label, marks and value.
const GAP: f64 = 12.0;
/// From one row to the next.
const APART: f64 = 10.0;
/// Height of the marks of a row.
pub(super) const HIGH: f64 = 24.0;
/// Marks with less room than this stand below their label.
const LEAST: f64 = 200.0;
/// Labels beside the marks take no more of the width than this.
const SHARE: f64 = 0.36;
/// Height of a line of small type.
pub(super) const SMALL: f64 = 16.0;
/// What is marked at the ends of a scale reaches this far beyond.
const REACH: f64 = 6.0;

/// How the rows are laid out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Form {
    /// Label, marks, value.
    Wide,
    /// Label and value above the marks.
    Narrow,
}

/// Words in their box.
pub(super) type Word = (Block, Frame);

/// A row in its place.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Laned {
    pub label: Word,
    pub note: Word,
    pub text: Word,
    /// The box of its marks.
    pub plot: Frame,
    /// What stands at the ends of its scale.
    pub ends: Vec<Word>,
}

/// Where everything lies, CSS pixels, x counted from the start side.
#[derive(Clone, Debug, PartialEq)]
pub struct Layout {
    /// How the rows are laid out.
    pub form: Form,
    /// Height of the picture.
    pub height: f64,
    pub(super) rows: Vec<Laned>,
    /// The marks of the axis that find room: where, and their words.
    pub(super) axis: Vec<(f64, Word)>,
    /// The line through all rows, and its words above them.
    pub(super) line: Option<(f64, Word)>,
    pub(super) legend: Legend<Mark>,
    /// From the top of the first row's marks to the end of the last one's.
    pub(super) reach: (f64, f64),
}

impl Layout {
    /// Places the rows in the width asked for.
    #[must_use]
    pub fn new(bars: &Bars, measure: &dyn Measure) -> Self {
        let cut = Cut::of(bars, measure);
        let line = bars.line.as_ref().map(|line| through(bars, line, &cut, measure));
        let said = line.as_ref().map_or(0.0, |(_, (_, frame))| frame.h);
        let mut y = if said > 0.0 { said + 6.0 } else { 0.0 };
        let top = y;
        let mut rows = Vec::with_capacity(bars.rows.len());
        for row in &bars.rows {
            let (laned, bottom) = lane(row, &cut, y, measure);
            rows.push(laned);
            y = bottom + APART;
        }
        y = if rows.is_empty() { y } else { y - APART };
        let reach = (top, y);
        let axis = ticks(bars, &cut, y + 6.0, measure);
        y = axis.iter().map(|(_, (_, frame))| frame.bottom()).fold(y, f64::max);
        let legend = Legend::new(&key::entries(bars), (y, bars.sheet.width), measure);
        let height = (y + legend.height + 2.0).ceil();
        Self { form: cut.form, height, rows, axis, line, legend, reach }
    }

    /// The boxes by the ids of what they show.
    pub(super) fn laid(&self, bars: &Bars) -> Laid {
        let word = |id: &str, (block, frame): &Word| {
            let place = Place { id: id.to_owned(), frame: *frame, ..Place::default() };
            (!block.lines.is_empty()).then_some(place)
        };
        let rows = bars.rows.iter().zip(&self.rows);
        let labels = rows.clone().flat_map(|(row, lane)| {
            let words = [&lane.label, &lane.note, &lane.text].into_iter().chain(&lane.ends);
            words.filter_map(|each| word(&row.id, each)).collect::<Vec<_>>()
        });
        let around = self.axis.iter().map(|(_, each)| each).chain(self.line.iter().map(|(_, each)| each));
        Laid {
            width: bars.sheet.width,
            height: self.height,
            ratio: bars.sheet.ratio_at(self.height),
            form: if self.form == Form::Wide { "wide" } else { "narrow" },
            labels: labels.chain(around.filter_map(|each| word("", each))).collect(),
            spots: rows.flat_map(|(row, lane)| spots(row, lane)).collect(),
        }
    }
}

/// What of a row can be pointed at.
fn spots(row: &Row, lane: &Laned) -> Vec<Place> {
    let x = |value: f64| x_of(row, lane.plot, value);
    if row.parts.is_empty() {
        let at = row.at.iter().map(|(name, value)| (*name, x(*value))).collect();
        return vec![Place { id: row.id.clone(), part: String::new(), frame: lane.plot, at }];
    }
    let part = |(id, from, to): &(String, f64, f64)| Place {
        id: row.id.clone(),
        part: id.clone(),
        frame: Frame { x: x(*from), w: x(*to) - x(*from), ..lane.plot },
        at: vec![("from", x(*from)), ("to", x(*to))],
    };
    row.parts.iter().map(part).collect()
}

/// Where a value of a row lies.
pub(super) fn x_of(row: &Row, plot: Frame, value: f64) -> f64 {
    plot.x + plot.w * row.share(value)
}

/// How the width is shared out.
struct Cut {
    form: Form,
    width: f64,
    label: f64,
    text: f64,
    plot: (f64, f64),
}

impl Cut {
    fn of(bars: &Bars, measure: &dyn Measure) -> Self {
        let width = bars.sheet.width;
        let most = |of: &dyn Fn(&Row) -> f64| bars.rows.iter().map(of).fold(0.0, f64::max).ceil();
        let wide = |text: &str, face| measure.width(text, face);
        let words = most(&|row| longest(&row.label, LABEL, measure).max(longest(&row.note, NOTE, measure)));
        let natural = most(&|row| wide(&row.label, LABEL).max(wide(&row.note, NOTE)));
        let text = most(&|row| wide(&row.text, TEXT));
        let label = natural.min((width * SHARE).floor()).max(words);
        let behind = if text > 0.0 { text + GAP } else { 0.0 };
        let from = if label > 0.0 { label + GAP } else { REACH };
        let room = width - from - behind - if behind > 0.0 { 0.0 } else { REACH };
        if room >= LEAST && label <= width * 0.45 {
            return Self { form: Form::Wide, width, label, text, plot: (from, room) };
        }
        let text = text.min((width * 0.5).floor());
        let label = width - if text > 0.0 { text + GAP } else { 0.0 };
        Self { form: Form::Narrow, width, label, text, plot: (REACH, width - 2.0 * REACH) }
    }

    fn x(&self, share: f64) -> f64 {
        self.plot.0 + self.plot.1 * share
    }
}

fn block(text: &str, face: Face, (x, y, room): (f64, f64, f64), measure: &dyn Measure) -> Word {
    let block = Block::new(text, face, room + 1e-6, measure);
    let frame = Frame { x, y, w: block.width, h: block.height() };
    (block, frame)
}

/// A row from `y` down, and where it ends.
fn lane(row: &Row, cut: &Cut, y: f64, measure: &dyn Measure) -> (Laned, f64) {
    let mut label = block(&row.label, LABEL, (0.0, y, cut.label), measure);
    let mut note = block(&row.note, NOTE, (0.0, label.1.bottom(), cut.label), measure);
    let mut text = block(&row.text, TEXT, (0.0, y, cut.text), measure);
    text.1.x = cut.width - text.1.w;
    let words = label.1.h + note.1.h;
    let mut plot = Frame { x: cut.plot.0, y, w: cut.plot.1, h: HIGH };
    if cut.form == Form::Narrow {
        plot.y = y + words.max(text.1.h) + 2.0;
    } else {
        let high = words.max(HIGH).max(text.1.h);
        plot.y = y + (high - HIGH) / 2.0;
        label.1.y = y + (high - words) / 2.0;
        note.1.y = label.1.bottom();
        text.1.y = y + (high - text.1.h) / 2.0;
    }
    let ends = ends(row, plot, measure);
    let bottom = ends.iter().map(|(_, frame)| frame.bottom()).fold(plot.bottom(), f64::max);
    let bottom = bottom.max(note.1.bottom()).max(text.1.bottom());
    (Laned { label, note, text, plot, ends }, bottom)
}

/// What stands below both ends of a row's own scale, where both find room.
fn ends(row: &Row, plot: Frame, measure: &dyn Measure) -> Vec<Word> {
    let mut ends: Vec<Word> = [&row.ends.0, &row.ends.1]
        .into_iter()
        .map(|text| block(text, NOTE, (plot.x, plot.bottom(), plot.w), measure))
        .collect();
    let wide: f64 = ends.iter().map(|(block, _)| block.width).sum();
    if wide + GAP > plot.w {
        return Vec::new();
    }
    if let Some((_, frame)) = ends.last_mut() {
        frame.x = plot.end() - frame.w;
    }
    ends.retain(|(block, _)| !block.lines.is_empty());
    ends
}

/// The marks of the axis that stand clear of one another.
fn ticks(bars: &Bars, cut: &Cut, y: f64, measure: &dyn Measure) -> Vec<(f64, Word)> {
    let Some(axis) = bars.axis.as_ref().filter(|_| !bars.rows.is_empty()) else { return Vec::new() };
    let ruler = Row { scale: axis.scale, ..Row::default() };
    let mut ticks: Vec<(f64, Word)> = Vec::new();
    let mut free = 0.0;
    for (value, text) in axis.written() {
        let x = cut.x(ruler.share(value));
        let mut word = block(&text, NOTE, (0.0, y, cut.width), measure);
        word.1.x = (x - word.1.w / 2.0).clamp(0.0, (cut.width - word.1.w).max(0.0));
        if word.0.lines.len() == 1 && word.1.x >= free {
            free = word.1.end() + GAP;
            ticks.push((x, word));
        }
    }
    ticks
}

fn through(bars: &Bars, (value, text): &(f64, String), cut: &Cut, measure: &dyn Measure) -> (f64, Word) {
    let scale = bars.axis.as_ref().map_or((0.0, 1.0), |axis| axis.scale);
    let x = cut.x(Row { scale, ..Row::default() }.share(*value));
    let mut word = block(text, NOTE, (0.0, 0.0, cut.width), measure);
    word.1.x = (x - word.1.w / 2.0).clamp(0.0, (cut.width - word.1.w).max(0.0));
    (x, word)
}
