//! Many rows behind the last of a column at once.

use super::chunk::{Cells, Chunk};
use super::{NONE, Packed, ROWS};

/// Rows that are looked at before any is put.
const BATCH: usize = 256;

impl Packed {
    /// Puts whole numbers (times, answers, numbers of words) behind the last row; `i64::MIN` where one is absent.
    #[inline(never)]
    pub fn extend(&mut self, mut numbers: &[i64]) {
        while !numbers.is_empty() {
            let row = self.len();
            let room = BATCH.min(ROWS - row % ROWS).min(numbers.len());
            let (now, rest) = numbers.split_at(room);
            if let Some(chunk) = self.chunk(row / ROWS) {
                chunk.extend(now);
            }
            numbers = rest;
        }
    }

    /// Puts a whole number over that of a row that is there.
    pub fn set_whole(&mut self, row: usize, number: i64) {
        match self.chunk(row / ROWS) {
            Some(chunk) if chunk.has_fractions() => chunk.set_fraction(row % ROWS, fraction(number)),
            Some(chunk) => chunk.set(row % ROWS, number),
            None => {}
        }
    }
}

const fn fraction(number: i64) -> f64 {
    if number == NONE { f64::NAN } else { number as f64 }
}

/// A batch in the unit of its chunk, and what is to be known of it.
struct Batch {
    kept: [i64; BATCH],
    /// Whether each is a multiple of the unit.
    exact: bool,
    /// The one that is farthest from nothing.
    widest: i64,
}

impl Batch {
    /// Whole numbers below it are added to `BIG` without being rounded.
    const MOST: i64 = 1 << 51;
    /// Doubles from here on are whole, and their bits count up as they do.
    const BIG: f64 = 6_755_399_441_055_744.0;

    // No branches, and no division but of doubles.
    #[inline]
    fn of(numbers: &[i64], unit: i64) -> Self {
        let (mut least, mut most) = (0, 0);
        for number in numbers {
            let known = if *number == NONE { 0 } else { *number };
            (least, most) = (least.min(known), most.max(known));
        }
        let widest = if least.unsigned_abs() > most.unsigned_abs() { least } else { most };
        let mut batch = Self { kept: [0; BATCH], exact: true, widest };
        if unit == 1 {
            batch.kept.iter_mut().zip(numbers).for_each(|(kept, number)| *kept = *number);
        } else {
            batch.exact = batch.divide(numbers, unit) && least > -Self::MOST && most < Self::MOST;
            batch.widest = widest / unit;
        }
        batch
    }

    /// Whether each number is a multiple of the unit.
    #[inline]
    fn divide(&mut self, numbers: &[i64], unit: i64) -> bool {
        let (big, by) = (Self::BIG.to_bits() as i64, unit as f64);
        let mut rest = 0;
        for (kept, number) in self.kept.iter_mut().zip(numbers) {
            let known = if *number == NONE { 0 } else { *number };
            let double = f64::from_bits(known.wrapping_add(big) as u64) - Self::BIG;
            let whole = ((double / by + Self::BIG).to_bits() as i64).wrapping_sub(big);
            rest |= whole.wrapping_mul(unit) ^ known;
            *kept = if *number == NONE { NONE } else { whole };
        }
        rest == 0
    }
}

impl Chunk {
    /// Puts at most a batch of numbers behind the last.
    fn extend(&mut self, numbers: &[i64]) {
        if self.has_fractions() {
            return self.extend_apart(numbers);
        }
        let batch = Batch::of(numbers, self.unit);
        if !batch.exact {
            return self.extend_apart(numbers);
        }
        if !self.cells.holds(batch.widest) {
            self.rebuild(self.unit, batch.widest);
        }
        self.cells.extend(batch.kept.get(..numbers.len()).unwrap_or_default());
    }

    /// The same, one by one.
    #[cold]
    #[inline(never)]
    fn extend_apart(&mut self, numbers: &[i64]) {
        if let Cells::Fractions(cells) = &mut self.cells {
            return cells.extend(numbers.iter().map(|number| fraction(*number)));
        }
        let next = self.cells.len();
        numbers.iter().zip(next..).for_each(|(number, place)| self.set(place, *number));
    }
}

impl Cells {
    /// Whether a number is not too wide.
    fn holds(&self, number: i64) -> bool {
        let size = number.unsigned_abs();
        match self {
            Self::One(_) => size <= i8::MAX as u64,
            Self::Two(_) => size <= i16::MAX as u64,
            Self::Four(_) => size <= i32::MAX as u64,
            Self::Eight(_) => true,
            Self::Fractions(_) => false,
        }
    }

    /// Puts numbers that are not too wide behind the last.
    fn extend(&mut self, numbers: &[i64]) {
        let none = |number: &i64| *number == NONE;
        match self {
            Self::One(cells) => {
                cells.extend(numbers.iter().map(|n| if none(n) { i8::MIN } else { *n as i8 }));
            }
            Self::Two(cells) => {
                cells.extend(numbers.iter().map(|n| if none(n) { i16::MIN } else { *n as i16 }));
            }
            Self::Four(cells) => {
                cells.extend(numbers.iter().map(|n| if none(n) { i32::MIN } else { *n as i32 }));
            }
            Self::Eight(cells) => cells.extend_from_slice(numbers),
            Self::Fractions(_) => {}
        }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn number() -> impl Strategy<Value = i64> {
        prop_oneof![
            3 => Just(NONE),
            6 => 0..12_i64,
            3 => (0..4_000_000_000_i64).prop_map(|second| second * 1000),
            2 => prop::sample::select(&[-128_000, 127_000, 128, -129, 40_000, 1 << 31, 1 << 40, 1 << 51, -(1 << 60), i64::MAX][..]),
            1 => any::<i64>(),
        ]
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(64))]
        #[test]
        fn many_at_once_are_as_one_by_one(
            before in prop::sample::select(vec![0, 5, ROWS - 100]),
            parts in prop::collection::vec(prop::collection::vec(number(), 0..700), 0..4),
            fractions in any::<bool>(),
        ) {
            for column in [Packed::default(), Packed::of_times()] {
                let (mut one, mut many) = (column.clone(), column);
                (0..before).for_each(|row| one.set_whole(row, 3000));
                many.extend(&vec![3000; before]);
                if fractions {
                    one.set_number(0, 0.5);
                    many.set_number(0, 0.5);
                }
                for part in &parts {
                    many.extend(part);
                    let next = one.len();
                    part.iter().zip(next..).for_each(|(number, row)| one.set_whole(row, *number));
                }
                prop_assert_eq!(one.len(), many.len());
                for row in 0..one.len() {
                    prop_assert_eq!(one.time(row), many.time(row));
                    prop_assert_eq!(one.number(row).to_bits(), many.number(row).to_bits());
                }
            }
        }
    }
}
