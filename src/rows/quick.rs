//! The ordinary forms of cells, read at once; all others are left to who knows more.

use std::cmp::Ordering;

use crate::{Cell, Column, FAR, NO_ANSWER, NO_TIME, NO_WORD, Record, iso};

/// What the cells of a column are, as far as a quick look tells.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Form {
    /// Times written as ISO 8601 has it.
    Time,
    /// Numbers; at once only whole ones without a sign.
    Number,
    /// Points of a scale, by their number.
    Point {
        /// The lowest.
        least: i32,
        /// The highest.
        top: i32,
    },
    /// Words, by those that came before.
    Word,
    /// The row's own id, kept in the table's index.
    Id,
    /// Anything else.
    Other,
}

/// A column to read: the field it is in, what it is, and whether its cells may not be absent.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Look {
    pub(crate) field: usize,
    pub(crate) form: Form,
    pub(crate) needed: bool,
}

/// Reads the ordinary forms of a row's cells.
///
/// ```
/// use throughline_rows::{Cell, Column, Form, Packed, Quick, Record};
/// let columns = [Column::Times(Packed::of_times()), Column::Numbers(Packed::default())];
/// let mut quick = Quick::new(Some(0), &["n/a".to_owned()]);
/// quick.look(0, Form::Time, false);
/// quick.look(1, Form::Number, false);
/// let mut cells = Vec::new();
/// let record = |bytes: &'static [u8], ends: &'static [usize]| Record::new(bytes, bytes, ends, (1, 1));
/// assert!(quick.read(&record(b"1970-01-0217", &[10, 12]), &columns, &mut cells));
/// assert_eq!(cells, [Cell::Time(86_400_000), Cell::Number(17.0)]);
/// assert!(!quick.read(&record(b"n/a1.5", &[3, 6]), &columns, &mut cells));
/// assert_eq!(cells, [Cell::Time(i64::MIN), Cell::Unread]);
/// ```
#[derive(Debug, Default)]
pub struct Quick {
    pub(crate) looks: Vec<Look>,
    /// The offset from UTC, in milliseconds, of times that state none; none where it depends on the day.
    pub(crate) offset: Option<i64>,
    /// What stands for an absent cell, beside nothing at all.
    pub(crate) missing: Vec<String>,
    /// The column of a start and those of ends, which cannot be before it.
    pub(crate) start: Option<usize>,
    pub(crate) ends: Vec<usize>,
    /// The columns of a whole and of a part of it, which cannot be more.
    pub(crate) parts: Vec<(usize, usize)>,
}

impl Quick {
    /// A look at no column yet. `offset` is that of times that state none, in milliseconds; `missing` are the words that
    /// stand for an absent cell.
    #[must_use]
    pub fn new(offset: Option<i64>, missing: &[String]) -> Self {
        Self { offset, missing: missing.to_vec(), ..Self::default() }
    }

    /// Adds a column: the field it is in, and what it is. Where it is `needed`, absent cells are left to others.
    pub fn look(&mut self, field: usize, form: Form, needed: bool) {
        self.looks.push(Look { field, form, needed });
    }

    /// Says which column holds the start and which hold ends, by the order in which they were added.
    pub fn order(&mut self, start: Option<usize>, ends: impl IntoIterator<Item = usize>) {
        self.start = start;
        self.ends.extend(ends);
    }

    /// Says which columns hold a whole and a part of it, by the order in which they were added.
    pub fn compare(&mut self, parts: &[(usize, usize)]) {
        self.parts.extend_from_slice(parts);
    }

    // Inlined, these would be compiled as their caller is, for size.

    /// Reads the cells of a row, [`Cell::Unread`] where a quick look does not tell; says whether all are read.
    #[inline(never)]
    pub fn read(&self, record: &Record<'_>, columns: &[Column], cells: &mut Vec<Cell>) -> bool {
        cells.clear();
        let mut all = true;
        for (look, column) in self.looks.iter().zip(columns) {
            let text = trimmed(record.get(look.field).unwrap_or_default());
            let cell = self.cell(*look, text, column).unwrap_or(Cell::Unread);
            all &= cell != Cell::Unread;
            cells.push(cell);
        }
        all
    }

    /// Whether a row is what it should be: times from 1970 to 2100, no end before the start, no part above its whole.
    #[must_use]
    #[inline(never)]
    pub fn is_plain(&self, cells: &[Cell]) -> bool {
        let time = |place: usize| match cells.get(place) {
            Some(Cell::Time(time)) => *time,
            _ => NO_TIME,
        };
        let start = self.start.map_or(NO_TIME, time);
        let ordered = self.ends.iter().all(|end| time(*end) >= start || time(*end) == NO_TIME);
        let near =
            |cell: &Cell| !matches!(cell, Cell::Time(time) if *time != NO_TIME && !(0..FAR).contains(time));
        let number = |place: usize| match cells.get(place) {
            Some(Cell::Number(number)) => *number,
            _ => f64::NAN,
        };
        let within = self.parts.iter().all(|(whole, part)| {
            // What is absent is not above.
            !matches!(number(*part).partial_cmp(&number(*whole)), Some(Ordering::Greater))
        });
        ordered && within && cells.iter().all(near)
    }

    #[inline(always)]
    pub(crate) fn cell(&self, look: Look, text: &[u8], column: &Column) -> Option<Cell> {
        if text.is_empty() || self.missing.iter().any(|word| word.as_bytes() == text) {
            return absent(look);
        }
        match look.form {
            Form::Time => {
                let clock = iso(text)?;
                Some(Cell::Time(clock.local - clock.offset.or(self.offset)?))
            }
            Form::Number => small_integer(text).map(|number| Cell::Number(f64::from(number))),
            Form::Point { least, top } => {
                let point = i32::try_from(small_integer(text)?).ok()?;
                (least..=top).contains(&point).then_some(Cell::Answer(point))
            }
            Form::Word => match column {
                Column::Words(_, words) => words.find(text).map(Cell::Word),
                _ => None,
            },
            Form::Id => Some(Cell::Index),
            Form::Other => None,
        }
    }
}

/// What an absent cell is read as.
fn absent(look: Look) -> Option<Cell> {
    if look.needed {
        return None;
    }
    match look.form {
        Form::Time => Some(Cell::Time(NO_TIME)),
        Form::Number => Some(Cell::Number(f64::NAN)),
        Form::Point { .. } => Some(Cell::Answer(NO_ANSWER)),
        Form::Word => Some(Cell::Word(NO_WORD)),
        Form::Id | Form::Other => None,
    }
}

/// Up to nine digits and nothing else: most counts and answers.
#[must_use]
#[inline(always)]
pub fn small_integer(text: &[u8]) -> Option<u32> {
    (!text.is_empty() && text.len() <= 9).then_some(())?;
    text.iter().try_fold(0_u32, |sum, byte| {
        let digit = byte.wrapping_sub(b'0');
        (digit < 10).then(|| sum * 10 + u32::from(digit))
    })
}

/// A cell without blanks around it: most have none.
#[must_use]
#[inline(always)]
pub fn trimmed(cell: &[u8]) -> &[u8] {
    match cell {
        [first, .., last] if *first > b' ' && *last > b' ' => cell,
        _ => cell.trim_ascii(),
    }
}
