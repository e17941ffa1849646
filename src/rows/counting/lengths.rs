//! Lengths of time before they are in order.

use crate::NO_TIME;

/// Lengths of time in seconds, in any order. Whole ones, as most are, take half the room.
#[derive(Clone, Debug, Default)]
pub struct Lengths {
    wholes: Vec<u32>,
    others: Vec<f64>,
}

/// Some lengths that were taken out.
#[derive(Debug)]
pub enum Taken {
    /// Whole ones.
    Wholes(Vec<u32>),
    /// Any.
    Others(Vec<f64>),
}

impl Lengths {
    /// Adds one.
    #[inline(always)]
    pub fn push(&mut self, seconds: f64) {
        let whole = seconds as u32;
        if f64::from(whole).to_bits() == seconds.to_bits() {
            self.wholes.push(whole);
        } else {
            self.others.push(seconds);
        }
    }

    /// How many there are.
    #[must_use]
    pub const fn len(&self) -> usize {
        self.wholes.len() + self.others.len()
    }

    /// Whether there are none.
    #[must_use]
    pub const fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// Takes at most so many out.
    #[inline(never)]
    pub fn take(&mut self, most: usize) -> Taken {
        if self.others.is_empty() {
            return Taken::Wholes(some(&mut self.wholes, most));
        }
        self.others.extend(std::mem::take(&mut self.wholes).into_iter().map(f64::from));
        Taken::Others(some(&mut self.others, most))
    }
}

fn some<T>(list: &mut Vec<T>, most: usize) -> Vec<T> {
    match list.len().saturating_sub(most) {
        0 => std::mem::take(list),
        left => list.split_off(left),
    }
}

/// The milliseconds between times; none where one of them is absent.
#[inline(never)]
pub fn between(from: &[i64], to: &[i64], times: &mut Vec<i64>) {
    times.clear();
    let both = from.iter().zip(to);
    times.extend(both.map(|(from, to)| if *from == NO_TIME || *to == NO_TIME { NO_TIME } else { to - from }));
}

/// The sum of whole numbers and that of their squares, where neither is rounded.
#[must_use]
#[inline(never)]
pub fn sums(wholes: &[u32]) -> Option<(f64, f64)> {
    /// Below it sums of whole numbers are not rounded, in whatever order they are added.
    const EXACT: f64 = 9_007_199_254_740_992.0;
    let (mut sum, mut squares) = (0.0, 0.0);
    for whole in wholes {
        let x = f64::from(*whole);
        sum += x;
        squares += x * x;
    }
    (squares < EXACT).then_some((sum, squares))
}

/// Puts numbers in order. Whole ones take half the time as integers.
#[inline(never)]
pub fn sort(numbers: &mut [f64]) {
    if !numbers.iter().all(|x| f64::from(*x as u32).to_bits() == x.to_bits()) {
        return radsort::sort(numbers);
    }
    let mut wholes: Vec<u32> = numbers.iter().map(|x| *x as u32).collect();
    radsort::sort(&mut wholes);
    numbers.iter_mut().zip(wholes).for_each(|(x, whole)| *x = whole.into());
}

/// Whole numbers in order.
#[must_use]
#[inline(never)]
pub fn sorted(mut wholes: Vec<u32>) -> std::rc::Rc<[f64]> {
    radsort::sort(&mut wholes);
    wholes.into_iter().map(f64::from).collect()
}
