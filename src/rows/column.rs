//! Cells, and the columns they are put in.

use crate::{Interner, Packed};

/// One cell as read.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Cell {
    /// Milliseconds since 1970-01-01 UTC, `i64::MIN` where it is absent.
    Time(i64),
    /// A number, NaN where it is absent.
    Number(f64),
    /// A point of a scale, or 1 and 0; `i32::MIN` where it is absent.
    Answer(i32),
    /// The number of a word, `u32::MAX` where it is absent.
    Word(u32),
    /// Kept nowhere: the row's identity is in the table's index.
    Index,
    /// Not read yet: it takes more than the quick look.
    Unread,
}

/// The cells of one column; what is absent has a value of its own, NaN among numbers.
#[derive(Clone, Debug)]
pub enum Column {
    /// Milliseconds since 1970-01-01 UTC.
    Times(Packed),
    /// Numbers of any kind.
    Numbers(Packed),
    /// Points of a scale, or 1 and 0.
    Answers(Packed),
    /// Numbers of words.
    Words(Packed, Interner),
    /// Kept nowhere: the row's identity is in the table's index.
    Index,
}

impl Column {
    /// Where its cells are.
    pub(crate) const fn packed(&mut self) -> Option<&mut Packed> {
        match self {
            Self::Times(cells) | Self::Numbers(cells) | Self::Answers(cells) | Self::Words(cells, _) => {
                Some(cells)
            }
            Self::Index => None,
        }
    }
}

/// Puts a row's cells at a row, behind the last or over an earlier one.
// Inlined it would be compiled as its caller is, for size.
#[inline(never)]
pub fn put(columns: &mut [Column], row: usize, cells: &[Cell]) {
    for (column, cell) in columns.iter_mut().zip(cells) {
        match (column, cell) {
            (Column::Times(times), Cell::Time(time)) => times.set_time(row, *time),
            (Column::Numbers(numbers), Cell::Number(number)) => numbers.set_number(row, *number),
            (Column::Answers(answers), Cell::Answer(answer)) => answers.set_answer(row, *answer),
            (Column::Words(codes, _), Cell::Word(code)) => codes.set_word(row, *code),
            _ => {}
        }
    }
}
