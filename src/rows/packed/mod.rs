//! A column of numbers, each in as few bytes as its neighbours let it.

mod chunk;
mod extend;
mod slices;

use chunk::{Cells, Chunk};

use crate::{NO_ANSWER, NO_TIME, NO_WORD};

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

impl Packed {
    /// A column in which every row's number is absent.
    pub const NOTHING: &Self = &Self { times: false, chunks: Vec::new() };

    /// A column of times in milliseconds.
    #[must_use]
    pub const fn of_times() -> Self {
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

    /// Puts the time of a row that is there, or of the one behind the last.
    pub fn set_time(&mut self, row: usize, time: i64) {
        self.set(row, if time == NO_TIME { NONE } else { time });
    }

    /// Puts the number of a row that is there, or of the one behind the last; NaN where it is absent.
    pub fn set_number(&mut self, row: usize, number: f64) {
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

    /// Puts the answer of a row that is there, or of the one behind the last.
    pub fn set_answer(&mut self, row: usize, answer: i32) {
        self.set(row, if answer == NO_ANSWER { NONE } else { answer.into() });
    }

    /// Puts the number of the word of a row that is there, or of the one behind the last.
    pub fn set_word(&mut self, row: usize, word: u32) {
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
