//! Some rows of a column at once: the width is asked for once, not for every row.

use std::ops::Range;

use super::chunk::Cells;
use super::{NONE, Packed, ROWS};

impl Packed {
    /// The whole numbers of some rows (times, answers, numbers of words) in the place of what the list held;
    /// `i64::MIN` where one is absent.
    #[inline(never)]
    pub fn wholes_into(&self, rows: Range<usize>, list: &mut Vec<i64>) {
        list.clear();
        for (place, cells) in parts(rows) {
            let end = list.len() + cells.len();
            if let Some(chunk) = self.chunks.get(place) {
                let unit = chunk.unit;
                match &chunk.cells {
                    Cells::One(all) => widen(of(all, cells), i8::MIN, unit, list),
                    Cells::Two(all) => widen(of(all, cells), i16::MIN, unit, list),
                    Cells::Four(all) => widen(of(all, cells), i32::MIN, unit, list),
                    Cells::Eight(all) => widen(of(all, cells), NONE, unit, list),
                    Cells::Fractions(_) => {}
                }
            }
            list.resize(end, NONE);
        }
    }

    /// How many times are not before one.
    #[must_use]
    pub fn at_or_after(&self, time: i64) -> usize {
        let (mut list, mut count) = (Vec::new(), 0);
        for first in (0..self.len()).step_by(ROWS) {
            self.wholes_into(first..self.len().min(first + ROWS), &mut list);
            count += list.iter().filter(|each| **each >= time).count();
        }
        count
    }

    /// The numbers of some rows in the place of what the list held; NaN where one is absent.
    #[inline(never)]
    pub fn numbers_into(&self, rows: Range<usize>, list: &mut Vec<f64>) {
        list.clear();
        let mut wholes = Vec::new();
        for (place, cells) in parts(rows) {
            let end = list.len() + cells.len();
            match self.chunks.get(place).map(|chunk| &chunk.cells) {
                Some(Cells::Fractions(all)) => list.extend_from_slice(of(all, cells)),
                Some(_) => {
                    self.wholes_into(place * ROWS + cells.start..place * ROWS + cells.end, &mut wholes);
                    let number = |whole: &i64| if *whole == NONE { f64::NAN } else { *whole as f64 };
                    list.extend(wholes.iter().map(number));
                }
                None => {}
            }
            list.resize(end, f64::NAN);
        }
    }
}

/// The chunks that some rows lie in, and which of their cells these are.
fn parts(rows: Range<usize>) -> impl Iterator<Item = (usize, Range<usize>)> {
    let chunks = rows.start / ROWS..rows.end.div_ceil(ROWS);
    chunks.map(move |place| {
        let first = place * ROWS;
        (place, rows.start.max(first) - first..rows.end.min(first + ROWS) - first)
    })
}

/// Those cells of a chunk that are there.
fn of<T>(all: &[T], cells: Range<usize>) -> &[T] {
    all.get(cells.start..cells.end.min(all.len())).unwrap_or_default()
}

fn widen<T: Copy + PartialEq + Into<i64>>(cells: &[T], none: T, unit: i64, list: &mut Vec<i64>) {
    list.extend(cells.iter().map(|cell| if *cell == none { NONE } else { (*cell).into() * unit }));
}

#[cfg(test)]
mod tests {
    use super::super::{NO_ANSWER, NO_TIME};
    use super::*;
    use proptest::prelude::*;

    fn number() -> impl Strategy<Value = f64> {
        prop_oneof![
            2 => Just(f64::NAN),
            4 => (0..10_i32).prop_map(f64::from),
            2 => (-40_000..40_000_i32).prop_map(f64::from),
            1 => (0..4_000_000_000_i64).prop_map(|number| number as f64),
            1 => -1.0..1.0_f64,
        ]
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(64))]
        #[test]
        fn a_slice_holds_what_each_row_does(
            numbers in prop::collection::vec(number(), 1..200),
            from in prop::sample::select(vec![0, ROWS - 90, 2 * ROWS - 5]),
            start in 0..300_usize,
            length in 0..300_usize,
        ) {
            let (mut times, mut plain, mut answers) = (Packed::of_times(), Packed::default(), Packed::default());
            for row in 0..from + numbers.len() {
                let number = row.checked_sub(from).and_then(|at| numbers.get(at)).copied().unwrap_or(7.0);
                let whole = (number.fract() == 0.0).then_some(number as i64);
                plain.set_number(row, number);
                times.set_time(row, whole.unwrap_or(NO_TIME));
                answers.set_answer(row, whole.and_then(|whole| i32::try_from(whole).ok()).unwrap_or(NO_ANSWER));
            }
            let since = from + numbers.len() / 2;
            let known = (0..times.len()).filter(|row| times.time(*row) >= since as i64).count();
            prop_assert_eq!(times.at_or_after(since as i64), known);
            let rows = from.saturating_sub(150) + start..from.saturating_sub(150) + start + length;
            let (mut wholes, mut found) = (vec![1; 3], vec![1.0; 3]);
            times.wholes_into(rows.clone(), &mut wholes);
            prop_assert_eq!(&wholes, &rows.clone().map(|row| times.time(row)).collect::<Vec<_>>());
            answers.wholes_into(rows.clone(), &mut wholes);
            let known: Vec<_> = rows.clone().map(|row| answers.answer(row)).collect();
            let narrow = |whole: &i64| i32::try_from(*whole).unwrap_or(NO_ANSWER);
            prop_assert_eq!(wholes.iter().map(narrow).collect::<Vec<_>>(), known);
            plain.numbers_into(rows.clone(), &mut found);
            let bits = |numbers: &[f64]| numbers.iter().map(|number| number.to_bits()).collect::<Vec<_>>();
            let known: Vec<f64> = rows.map(|row| plain.number(row)).collect();
            prop_assert_eq!(bits(&found), bits(&known));
        }
    }
}
