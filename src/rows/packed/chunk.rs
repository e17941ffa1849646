//! Some rows of a column, all of one width.

use super::NONE;

/// Some rows of one width.
#[derive(Clone, Debug)]
pub(super) struct Chunk {
    /// What the kept numbers are multiples of.
    pub(super) unit: i64,
    room: usize,
    pub(super) cells: Cells,
}

impl Chunk {
    pub(super) fn new(unit: i64, room: usize) -> Self {
        Self { unit, room, cells: Cells::One(Vec::with_capacity(room)) }
    }

    pub(super) const fn has_fractions(&self) -> bool {
        matches!(self.cells, Cells::Fractions(_))
    }

    #[inline(always)]
    pub(super) fn set(&mut self, place: usize, number: i64) {
        let mut kept = number;
        if number != NONE && self.unit != 1 {
            // Doubles divide sooner than whole numbers do; where the quotient is not exact the product tells.
            kept = (number as f64 / self.unit as f64) as i64;
            if kept.wrapping_mul(self.unit) != number {
                self.rebuild(1, number);
                kept = number;
            }
        }
        if !self.cells.put(place, kept) {
            self.rebuild(self.unit, kept);
            self.cells.put(place, kept);
        }
    }

    pub(super) fn set_fraction(&mut self, place: usize, number: f64) {
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
    pub(super) fn rebuild(&mut self, unit: i64, number: i64) {
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
pub(super) enum Cells {
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

    pub(super) const fn len(&self) -> usize {
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
    pub(super) fn get(&self, place: usize) -> Option<i64> {
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
