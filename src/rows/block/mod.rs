//! The cells of many lines, column by column.

mod append;
mod dates;
mod recall;
mod wholes;

pub use append::Taken;
use dates::Dates;
use recall::Recall;
use wholes::whole;

use crate::quick::{Form, Look, Quick};
use crate::{Cell, Column, FAR, Interner, Lines, NO_ANSWER, NO_TIME, NO_WORD, trimmed};

/// What stands for an absent cell.
pub(crate) const NONE: i64 = i64::MIN;

/// The cells of lines that were read together, as whole numbers: times, answers, numbers of words.
///
/// What is not ordinary in a cell marks its line as odd; all of that line is then read by who knows more.
#[derive(Debug, Default)]
pub struct Block {
    columns: Vec<Vec<i64>>,
    odd: Vec<bool>,
    /// The words that were seen, by column.
    recalls: Vec<Recall>,
}

impl Block {
    /// How many lines are odd.
    #[must_use]
    pub fn count_odd(&self) -> usize {
        self.odd.iter().filter(|odd| **odd).count()
    }
}

impl Quick {
    /// Whether each of its columns has an ordinary form.
    #[must_use]
    pub fn reads_lines(&self) -> bool {
        !self.looks.is_empty() && self.looks.iter().all(|look| look.form != Form::Other)
    }

    /// Reads the cells of lines, new words into their columns; finds the lines that are odd.
    #[inline(never)]
    pub fn read_lines(&self, lines: &Lines<'_>, columns: &mut [Column], block: &mut Block) {
        let Block { columns: lists, odd, recalls } = block;
        odd.clear();
        odd.extend_from_slice(lines.odd());
        // A word gets its number when its row is read: a row that waits comes first.
        let in_order = !odd.contains(&true);
        lists.resize_with(self.looks.len(), Vec::new);
        recalls.resize_with(self.looks.len(), Recall::default);
        let all = self.looks.iter().zip(columns).zip(lists.iter_mut().zip(recalls));
        for ((look, column), (list, recall)) in all {
            list.clear();
            self.read_column(*look, lines, (column, recall, in_order), (list, odd));
        }
        self.compare_lines(lists, odd);
    }

    fn read_column(
        &self,
        look: Look,
        lines: &Lines<'_>,
        (column, recall, in_order): (&mut Column, &mut Recall, bool),
        out: (&mut Vec<i64>, &mut [bool]),
    ) {
        // Any text may stand for an absent cell.
        let plain = self.missing.is_empty();
        let slow = |text: &[u8], column: &Column| self.plain_cell(look, text, column);
        match look.form {
            Form::Time => {
                let mut dates = Dates::default();
                let quick = |bytes: &[u8], from, to| dates.time(bytes.get(from..to)?, self.offset);
                fill(look, lines, out, &mut Plainly { plain, quick, slow, column });
            }
            Form::Number => fill(look, lines, out, &mut Plainly { plain, quick: whole, slow, column }),
            Form::Point { least, top } => {
                let scale = i64::from(least)..=i64::from(top);
                let quick =
                    |bytes: &[u8], from, to| whole(bytes, from, to).filter(|point| scale.contains(point));
                fill(look, lines, out, &mut Plainly { plain, quick, slow, column });
            }
            Form::Word => {
                if let Column::Words(_, words) = column {
                    let (needed, missing) = (look.needed, self.missing.as_slice());
                    fill(look, lines, out, &mut Words { words, recall, missing, needed, in_order });
                }
            }
            Form::Id => {
                // What begins with a blank or a quote may be empty.
                let quick = |bytes: &[u8], from, _| bytes.get(from).filter(|byte| **byte > b'"').map(|_| 0);
                fill(look, lines, out, &mut Plainly { plain, quick, slow, column });
            }
            Form::Other => {}
        }
    }

    /// What the look of a single row finds.
    #[inline(never)]
    fn plain_cell(&self, look: Look, text: &[u8], column: &Column) -> Option<i64> {
        match self.cell(look, text, column)? {
            Cell::Time(NO_TIME) | Cell::Answer(NO_ANSWER) | Cell::Word(NO_WORD) => Some(NONE),
            Cell::Time(time) => Some(time),
            Cell::Number(number) if number.is_nan() => Some(NONE),
            Cell::Number(number) => Some(number as i64),
            Cell::Answer(answer) => Some(answer.into()),
            Cell::Word(word) => Some(word.into()),
            Cell::Index => Some(0),
            Cell::Unread => None,
        }
    }

    /// Marks the lines whose cells are not what they should be beside one another, as [`Quick::is_plain`] has it.
    fn compare_lines(&self, lists: &[Vec<i64>], odd: &mut [bool]) {
        let list = |place: usize| lists.get(place).map(Vec::as_slice).unwrap_or_default();
        for (_, times) in self.looks.iter().zip(lists).filter(|(look, _)| look.form == Form::Time) {
            mark(times, times, odd, |time, _| time != NONE && !(0..FAR).contains(&time));
        }
        for end in self.start.iter().flat_map(|_| &self.ends) {
            let start = self.start.map(list).unwrap_or_default();
            mark(start, list(*end), odd, |start, end| end < start && end != NONE);
        }
        for (whole, part) in &self.parts {
            mark(list(*whole), list(*part), odd, |whole, part| part > whole && whole != NONE);
        }
    }
}

/// Marks lines by two of their cells.
#[inline(never)]
fn mark(one: &[i64], other: &[i64], odd: &mut [bool], is_odd: impl Fn(i64, i64) -> bool) {
    for ((one, other), odd) in one.iter().zip(other).zip(odd) {
        *odd |= is_odd(*one, *other);
    }
}

/// How the cells of a column are read.
trait Reads {
    /// The cell of a field as it stands in the window, if that tells.
    fn quick(&mut self, bytes: &[u8], from: usize, to: usize) -> Option<i64>;

    /// The cell of any text, if it is ordinary.
    fn slow(&mut self, text: &[u8]) -> Option<i64>;

    /// Hears that a cell was left to who knows more.
    fn left(&mut self) {}
}

/// Cells that are what they are by themselves.
struct Plainly<'a, Q, S> {
    /// Whether no text stands for an absent cell.
    plain: bool,
    quick: Q,
    slow: S,
    column: &'a Column,
}

impl<Q, S> Reads for Plainly<'_, Q, S>
where
    Q: FnMut(&[u8], usize, usize) -> Option<i64>,
    S: Fn(&[u8], &Column) -> Option<i64>,
{
    #[inline(always)]
    fn quick(&mut self, bytes: &[u8], from: usize, to: usize) -> Option<i64> {
        if self.plain { (self.quick)(bytes, from, to) } else { None }
    }

    #[inline(never)]
    fn slow(&mut self, text: &[u8]) -> Option<i64> {
        (self.slow)(text, self.column)
    }
}

/// Words, by those that came before.
struct Words<'a> {
    words: &'a mut Interner,
    recall: &'a mut Recall,
    missing: &'a [String],
    needed: bool,
    /// Whether a new word gets its number now.
    in_order: bool,
}

impl Reads for Words<'_> {
    #[inline(always)]
    fn quick(&mut self, bytes: &[u8], from: usize, to: usize) -> Option<i64> {
        self.recall.find(bytes, from, to, self.words).map(i64::from)
    }

    #[inline(never)]
    fn slow(&mut self, text: &[u8]) -> Option<i64> {
        if text.is_empty() || self.missing.iter().any(|word| word.as_bytes() == text) {
            return (!self.needed).then_some(NONE);
        }
        let new = || self.in_order && std::str::from_utf8(text).is_ok();
        let code = match self.words.find(text) {
            Some(code) => code,
            None if new() => self.words.intern(text).0,
            None => return None,
        };
        self.recall.keep(text, code);
        Some(code.into())
    }

    fn left(&mut self) {
        self.in_order = false;
    }
}

/// Reads a column: each cell by a quick look, and where that does not tell by a slow one.
// A function for each form: the smaller one is, the sooner a browser has made it quick.
#[inline(never)]
fn fill(look: Look, lines: &Lines<'_>, (list, odd): (&mut Vec<i64>, &mut [bool]), cells: &mut impl Reads) {
    let bytes = lines.bytes();
    let absent = (!look.needed && look.form != Form::Id).then_some(NONE);
    list.extend(lines.spans(look.field).zip(odd).map(|((from, to), odd)| {
        let found = match from == to {
            true => absent,
            false => match cells.quick(bytes, from, to) {
                Some(cell) => Some(cell),
                None => bytes.get(from..to).and_then(field).and_then(|text| cells.slow(text)),
            },
        };
        if found.is_none() {
            *odd = true;
            cells.left();
        }
        found.unwrap_or(NONE)
    }));
}

/// The text of a field, without its quotes and the blanks around it; none where quotes stand for themselves in it.
#[inline(always)]
pub(crate) fn field(text: &[u8]) -> Option<&[u8]> {
    match text {
        [b'"', text @ .., b'"'] if text.contains(&b'"') => None,
        [b'"', text @ .., b'"'] => Some(trimmed(text)),
        _ => Some(trimmed(text)),
    }
}
