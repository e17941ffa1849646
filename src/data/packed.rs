//! A column of numbers, each in as few bytes as its neighbours let it.

use super::read::NO_TIME;
use super::table::{NO_ANSWER, NO_WORD};

/// What stands for an absent number.
const NONE: i64 = i64::MIN;
/// Rows that share a width: few enough that making them wider costs nothing to speak of.
const ROWS: usize = 1 << 14;

/// A column of numbers, in chunks of rows; within one, all are as wide as the widest needs. What is absent has no
/// number, and so has a row that is not there.
#[derive(Clone, Debug, Default)]
pub struct Packed {
    /// Whether the numbers are milliseconds, which are whole seconds more often than not.
    times: bool,
    chunks: Vec<Chunk>,
}

/// No column at all.
pub(super) static NOTHING: Packed = Packed { times: false, chunks: Vec::new() };

impl Packed {
    /// A column of times in milliseconds.
    pub(super) const fn of_times() -> Self {
        Self { times: true, chunks: Vec::new() }
    }

    /// How many rows there are.
    #[must_use]
    pub fn len(&self) -> usize {
        let before = self.chunks.len().saturating_sub(1) * ROWS;
        before + self.chunks.last().map_or(0, |chunk| chunk.cells.len())
    }

    /// Whether there are none.
    #[must_use]
    pub const fn is_empty(&self) -> bool {
        self.chunks.is_empty()
    }

    /// The time of a row, `i64::MIN` where it is absent.
    #[must_use]
    #[inline(never)]
    pub fn time(&self, row: usize) -> i64 {
        match self.get(row) {
            Some((NONE, _)) | None => NO_TIME,
            Some((number, unit)) => number * unit,
        }
    }

    /// The number of a row, NaN where it is absent.
    #[must_use]
    #[inline(never)]
    pub fn number(&self, row: usize) -> f64 {
        match self.chunks.get(row / ROWS).map(|chunk| &chunk.cells) {
            Some(Cells::Fractions(numbers)) => numbers.get(row % ROWS).copied().unwrap_or(f64::NAN),
            Some(cells) => match cells.get(row % ROWS) {
                Some(NONE) | None => f64::NAN,
                Some(number) => number as f64,
            },
            None => f64::NAN,
        }
    }

    /// The answer of a row, `i32::MIN` where it is absent.
    #[must_use]
    #[inline(never)]
    pub fn answer(&self, row: usize) -> i32 {
        self.get(row).and_then(|(number, _)| i32::try_from(number).ok()).unwrap_or(NO_ANSWER)
    }

    /// The number of a row's word, `u32::MAX` where it is absent.
    #[must_use]
    #[inline(never)]
    pub fn word(&self, row: usize) -> u32 {
        self.get(row).and_then(|(number, _)| u32::try_from(number).ok()).unwrap_or(NO_WORD)
    }

    /// A row's number as it is kept, and its unit.
    // What is asked for each row of each column is not called, but stands there.
    #[inline(always)]
    fn get(&self, row: usize) -> Option<(i64, i64)> {
        let chunk = self.chunks.get(row / ROWS)?;
        Some((chunk.cells.get(row % ROWS)?, chunk.unit))
    }

    pub(super) fn set_time(&mut self, row: usize, time: i64) {
        self.set(row, if time == NO_TIME { NONE } else { time });
    }

    pub(super) fn set_number(&mut self, row: usize, number: f64) {
        /// Beyond it there are whole numbers that doubles lack.
        const WHOLE: f64 = 9_007_199_254_740_992.0;
        let whole = number as i64;
        let is_whole = number.abs() < WHOLE && (whole as f64).to_bits() == number.to_bits();
        let fractions = self.chunks.get(row / ROWS).is_some_and(Chunk::has_fractions);
        if number.is_nan() && !fractions {
            self.set(row, NONE);
        } else if is_whole && !fractions {
            self.set(row, whole);
        } else if let Some(chunk) = self.chunk(row / ROWS) {
            chunk.set_fraction(row % ROWS, number);
        }
    }

    pub(super) fn set_answer(&mut self, row: usize, answer: i32) {
        self.set(row, if answer == NO_ANSWER { NONE } else { answer.into() });
    }

    pub(super) fn set_word(&mut self, row: usize, word: u32) {
        self.set(row, if word == NO_WORD { NONE } else { word.into() });
    }

    /// Puts a number at a row that is there, or behind the last one.
    fn set(&mut self, row: usize, number: i64) {
        if let Some(chunk) = self.chunk(row / ROWS) {
            chunk.set(row % ROWS, number);
        }
    }

    /// The chunk of that place, made now if it is the next one.
    fn chunk(&mut self, place: usize) -> Option<&mut Chunk> {
        if place == self.chunks.len() {
            let room = if place == 0 { 0 } else { ROWS };
            self.chunks.push(Chunk::new(if self.times { 1000 } else { 1 }, room));
        }
        self.chunks.get_mut(place)
    }
}

/// Some rows of one width.
#[derive(Clone, Debug)]
struct Chunk {
    /// What the kept numbers are multiples of.
    unit: i64,
    room: usize,
    cells: Cells,
}

impl Chunk {
    fn new(unit: i64, room: usize) -> Self {
        Self { unit, room, cells: Cells::One(Vec::with_capacity(room)) }
    }

    const fn has_fractions(&self) -> bool {
        matches!(self.cells, Cells::Fractions(_))
    }

    #[inline(always)]
    fn set(&mut self, place: usize, number: i64) {
        let mut kept = number;
        if number != NONE && self.unit != 1 {
            kept = number / self.unit;
            if kept * self.unit != number {
                self.rebuild(1, number);
                kept = number;
            }
        }
        if !self.cells.put(place, kept) {
            self.rebuild(self.unit, kept);
            self.cells.put(place, kept);
        }
    }

    fn set_fraction(&mut self, place: usize, number: f64) {
        if !self.has_fractions() {
            let mut numbers = Vec::with_capacity(self.room);
            let all = (0..self.cells.len()).filter_map(|place| self.cells.get(place));
            numbers.extend(all.map(|number| if number == NONE { f64::NAN } else { number as f64 }));
            self.cells = Cells::Fractions(numbers);
        }
        if let Cells::Fractions(numbers) = &mut self.cells {
            put(numbers, place, number);
        }
    }

    /// The same numbers in another unit, or as wide as this one needs.
    #[inline(never)]
    fn rebuild(&mut self, unit: i64, number: i64) {
        let factor = self.unit / unit;
        let times = |number: i64| if number == NONE { NONE } else { number * factor };
        let all: Vec<i64> =
            (0..self.cells.len()).filter_map(|place| self.cells.get(place)).map(times).collect();
        self.unit = unit;
        self.cells = Cells::wide_enough(all.iter().copied().chain([number]), self.room);
        for (place, number) in all.into_iter().enumerate() {
            self.cells.put(place, number);
        }
    }
}

/// Numbers of one width; the least that a width can hold stands for an absent one.
#[derive(Clone, Debug)]
enum Cells {
    One(Vec<i8>),
    Two(Vec<i16>),
    Four(Vec<i32>),
    Eight(Vec<i64>),
    /// Numbers that are not whole.
    Fractions(Vec<f64>),
}

impl Cells {
    /// No cells yet, of a width that holds all of these.
    fn wide_enough(numbers: impl Iterator<Item = i64>, room: usize) -> Self {
        let known = numbers.filter(|number| *number != NONE);
        let most = known.map(|number| number.unsigned_abs()).max().unwrap_or(0);
        if most <= i8::MAX as u64 {
            Self::One(Vec::with_capacity(room))
        } else if most <= i16::MAX as u64 {
            Self::Two(Vec::with_capacity(room))
        } else if most <= i32::MAX as u64 {
            Self::Four(Vec::with_capacity(room))
        } else {
            Self::Eight(Vec::with_capacity(room))
        }
    }

    const fn len(&self) -> usize {
        match self {
            Self::One(cells) => cells.len(),
            Self::Two(cells) => cells.len(),
            Self::Four(cells) => cells.len(),
            Self::Eight(cells) => cells.len(),
            Self::Fractions(cells) => cells.len(),
        }
    }

    /// A number as it is kept; none of fractions.
    #[inline(always)]
    fn get(&self, place: usize) -> Option<i64> {
        let wide = |is_none: bool, number: i64| if is_none { NONE } else { number };
        match self {
            Self::One(cells) => cells.get(place).map(|cell| wide(*cell == i8::MIN, (*cell).into())),
            Self::Two(cells) => cells.get(place).map(|cell| wide(*cell == i16::MIN, (*cell).into())),
            Self::Four(cells) => cells.get(place).map(|cell| wide(*cell == i32::MIN, (*cell).into())),
            Self::Eight(cells) => cells.get(place).copied(),
            Self::Fractions(_) => None,
        }
    }

    /// Puts a number at a place or behind the last, and says whether there is room for it.
    #[inline(always)]
    fn put(&mut self, place: usize, number: i64) -> bool {
        let absent = number == NONE;
        match self {
            Self::One(cells) if absent => put(cells, place, i8::MIN),
            Self::Two(cells) if absent => put(cells, place, i16::MIN),
            Self::Four(cells) if absent => put(cells, place, i32::MIN),
            Self::Eight(cells) => put(cells, place, number),
            Self::One(cells) => fitting(cells, place, i8::try_from(number).ok(), &i8::MIN),
            Self::Two(cells) => fitting(cells, place, i16::try_from(number).ok(), &i16::MIN),
            Self::Four(cells) => fitting(cells, place, i32::try_from(number).ok(), &i32::MIN),
            Self::Fractions(_) => false,
        }
    }
}

/// Puts a number that fits and is not the one that stands for none.
#[inline(always)]
fn fitting<T: PartialEq>(cells: &mut Vec<T>, place: usize, number: Option<T>, none: &T) -> bool {
    number.filter(|number| number != none).is_some_and(|number| put(cells, place, number))
}

/// Puts a value at a place of a list, or behind its last.
#[inline(always)]
fn put<T>(cells: &mut Vec<T>, place: usize, value: T) -> bool {
    match cells.get_mut(place) {
        Some(cell) => *cell = value,
        None => cells.push(value),
    }
    true
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    const EDGES: [i64; 13] = [
        0,
        -1,
        127,
        -127,
        -128,
        128,
        32_767,
        -32_768,
        2_147_483_647,
        -2_147_483_648,
        1 << 40,
        1_700_000_000_000,
        253_402_300_799_999,
    ];

    fn number() -> impl Strategy<Value = Option<i64>> {
        prop_oneof![
            2 => Just(None),
            4 => (0..10_i64).prop_map(Some),
            2 => (0..4_000_000_000_i64).prop_map(|second| Some(second * 1000)),
            1 => prop::sample::select(&EDGES[..]).prop_map(Some),
        ]
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(64))]
        #[test]
        fn what_is_put_is_found(
            numbers in prop::collection::vec(number(), 1..300),
            again in prop::collection::vec((0..300_usize, number()), 0..20),
            from in prop::sample::select(vec![0, ROWS - 150]),
        ) {
            let (mut times, mut plain, mut words) = (Packed::of_times(), Packed::default(), Packed::default());
            let mut expected = vec![None; from];
            expected.extend(numbers);
            for (row, number) in again {
                if let Some(place) = expected.get_mut(from + row) {
                    *place = number;
                }
            }
            for (row, number) in expected.iter().enumerate() {
                times.set_time(row, number.unwrap_or(NO_TIME));
                plain.set_number(row, number.map_or(f64::NAN, |number| number as f64));
                words.set_word(row, number.and_then(|number| u32::try_from(number).ok()).unwrap_or(NO_WORD));
            }
            prop_assert_eq!(times.len(), expected.len());
            for (row, number) in expected.iter().enumerate() {
                prop_assert_eq!(times.time(row), number.unwrap_or(NO_TIME));
                let found = plain.number(row);
                prop_assert!(number.map_or(found.is_nan(), |number| found.to_bits() == (number as f64).to_bits()));
                prop_assert_eq!(words.word(row), number.and_then(|number| u32::try_from(number).ok()).unwrap_or(NO_WORD));
            }
            prop_assert_eq!(times.time(expected.len()), NO_TIME);
        }
    }

    #[test]
    fn fractions_and_signs_stay() {
        let mut column = Packed::default();
        let numbers = [1.0, f64::NAN, 0.1, -0.0, 1e300, 3.0];
        numbers.iter().enumerate().for_each(|(row, number)| column.set_number(row, *number));
        column.set_number(0, 2.0);
        assert_eq!(column.number(0).to_bits(), 2.0_f64.to_bits());
        for (row, number) in numbers.iter().enumerate().skip(1) {
            assert_eq!(column.number(row).to_bits() << 1, number.to_bits() << 1, "{row}");
        }
        assert!(column.number(3).is_sign_negative());
        let mut answers = Packed::default();
        [5, NO_ANSWER, -3].iter().enumerate().for_each(|(row, answer)| answers.set_answer(row, *answer));
        assert_eq!([0, 1, 2, 3].map(|row| answers.answer(row)), [5, NO_ANSWER, -3, NO_ANSWER]);
    }
}
