//! Rows to cells: sums, answers and lengths of time by the places of their cells.

use super::Lengths;
use crate::NO_TIME;

/// The period of a time that lies in none, and the place of a row that is not counted.
pub const NOWHERE: u32 = u32::MAX;

/// What rows of a cell add up to.
#[derive(Clone, Copy, Debug, Default)]
pub struct Sums {
    /// Rows that are counted.
    pub n: u64,
    /// Those beside them that are open.
    pub open: u64,
    /// Those that took no longer than a limit.
    pub within: u64,
    /// The sum of parts.
    pub numerator: f64,
    /// The sum of wholes.
    pub denominator: f64,
}

/// Keeps of some rows those that have a number, with their times and groups.
// Whether a row has one can seldom be foreseen: every row is copied, and the next one over it.
#[inline(never)]
pub fn compact(numbers: &mut Vec<i64>, times: &mut Vec<i64>, groups: &mut Vec<i64>) {
    let mut kept = 0;
    for row in 0..numbers.len() {
        let found = (numbers.get(row).copied(), times.get(row).copied(), groups.get(row).copied());
        let (Some(number), Some(time), Some(group)) = found else { break };
        let places = (numbers.get_mut(kept), times.get_mut(kept), groups.get_mut(kept));
        if let (Some(to_number), Some(to_time), Some(to_group)) = places {
            (*to_number, *to_time, *to_group) = (number, time, group);
        }
        kept += usize::from(number != NO_TIME);
    }
    [numbers, times, groups].into_iter().for_each(|list| list.truncate(kept));
}

/// The places of the cells of some rows, by the numbers of their periods and groups; a cell that is met for the first
/// time gets the next place. Of `slots` there are `width` in each period, the last one for rows of no group, and each
/// holds one more than the place of its cell, or 0.
#[inline(never)]
pub fn find(
    (periods, groups): (&[u32], &[i64]),
    width: u32,
    slots: &mut Vec<u32>,
    keys: &mut Vec<(u32, u32)>,
    places: &mut Vec<u32>,
) {
    places.clear();
    places.extend(periods.iter().zip(groups).map(|(period, group)| {
        if *period == NOWHERE {
            return NOWHERE;
        }
        let group = u32::try_from(*group).unwrap_or(u32::MAX).min(width - 1);
        let slot = *period as usize * width as usize + group as usize;
        match slots.get(slot) {
            Some(place) if *place > 0 => *place - 1,
            _ => first(slot, (*period, group), width, slots, keys),
        }
    }));
}

#[cold]
#[inline(never)]
fn first(slot: usize, key: (u32, u32), width: u32, slots: &mut Vec<u32>, keys: &mut Vec<(u32, u32)>) -> u32 {
    if slot >= slots.len() {
        slots.resize((key.0 as usize + 1) * width as usize, 0);
    }
    let place = keys.len() as u32;
    keys.push(key);
    if let Some(slot) = slots.get_mut(slot) {
        *slot = place + 1;
    }
    place
}

/// Adds wholes and parts; or wholes and what is left of them.
#[inline(never)]
pub fn add(places: &[u32], (wholes, parts): (&[f64], &[f64]), left: bool, sums: &mut [Sums]) {
    for ((place, whole), part) in places.iter().zip(wholes).zip(parts) {
        let Some(sums) = sums.get_mut(*place as usize) else { continue };
        sums.n += 1;
        sums.denominator += whole;
        sums.numerator += if left { whole - part } else { *part };
    }
}

/// Counts answers from 0 up, `points` of them in each cell; gives the others with their places.
#[inline(never)]
pub fn answers(
    (places, given): (&[u32], &[i64]),
    points: usize,
    (sums, counts): (&mut [Sums], &mut [u64]),
) -> Vec<(u32, i64)> {
    let mut others = Vec::new();
    for (place, answer) in places.iter().zip(given) {
        let Some(sums) = sums.get_mut(*place as usize) else { continue };
        sums.n += 1;
        let point = usize::try_from(*answer).ok().filter(|point| *point < points);
        match point.and_then(|point| counts.get_mut(*place as usize * points + point)) {
            Some(count) => *count += 1,
            None => others.push((*place, *answer)),
        }
    }
    others
}

/// Counts lengths of time, in milliseconds; what has none is open.
#[inline(never)]
pub fn lasted((places, times): (&[u32], &[i64]), limit: f64, (sums, lengths): (&mut [Sums], &mut [Lengths])) {
    for (place, time) in places.iter().zip(times) {
        let place = *place as usize;
        let (Some(sums), Some(lengths)) = (sums.get_mut(place), lengths.get_mut(place)) else { continue };
        if *time == NO_TIME {
            sums.open += 1;
            continue;
        }
        let seconds = *time as f64 / 1000.0;
        sums.n += 1;
        sums.within += u64::from(seconds <= limit);
        lengths.push(seconds);
    }
}

/// Counts what ended by the time it was due; what has not ended is open.
#[inline(never)]
pub fn kept(places: &[u32], (ends, dues): (&[i64], &[i64]), sums: &mut [Sums]) {
    for ((place, end), due) in places.iter().zip(ends).zip(dues) {
        let Some(sums) = sums.get_mut(*place as usize) else { continue };
        sums.n += 1;
        sums.denominator += 1.0;
        sums.numerator += f64::from(u8::from(*end != NO_TIME && end <= due));
        sums.open += u64::from(*end == NO_TIME);
    }
}
