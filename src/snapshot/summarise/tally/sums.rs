//! The whole, each segment and each pair of them, added up from the cells of their groups.

use std::collections::BTreeSet;

use super::super::cell::{Cell, Kind};
use super::Tally;
use crate::calendar::Period;
use crate::snapshot::Segment;

/// The period and the values of a segment, by their places in the order of all; none for the whole.
pub(super) type Key = (u32, [Option<(u8, u32)>; 2]);

/// Numbers of periods and segments in the order of what they stand for, so that sums come in theirs.
#[derive(Debug, Default)]
pub(super) struct Order {
    periods: Vec<u32>,
    /// Of each dimension.
    segments: Vec<Vec<u32>>,
}

impl Tally<'_> {
    /// Adds a little more up, and says whether there is more to do: the whole, each segment and each pair of them, from
    /// their groups.
    pub(in super::super) fn add_some(&mut self, periods: &[Period], kind: Kind<'_>) -> bool {
        if self.kept.parts.is_none() {
            self.kept.order = self.order(periods);
        }
        let parts = self.kept.parts.take().unwrap_or_else(|| self.parts());
        let mut room = Self::VALUES;
        while let Some((key, _)) = parts.get(self.kept.added) {
            if room == 0 {
                self.kept.parts = Some(parts);
                return true;
            }
            let rest = parts.get(self.kept.added..).unwrap_or_default();
            let count = rest.iter().take_while(|(each, _)| each == key).count();
            let run = rest.iter().take(count);
            let sum = Cell::sum(run.filter_map(|(_, place)| self.kept.cells.get(*place)));
            room = room.saturating_sub(64 * (count + 1));
            self.kept.added += count.max(1);
            let number = self.kept.order.periods.get(key.0 as usize);
            if let Some(when) = number.and_then(|number| periods.get(*number as usize)) {
                let key = (*when, self.segment(key.1));
                self.kept.partials.push((key, sum.into_partial(kind, periods)));
            }
        }
        self.kept.parts = Some(parts);
        false
    }

    /// The numbers of all periods and segments that have cells, in order.
    fn order(&self, periods: &[Period]) -> Order {
        let mut numbers: Vec<u32> = (0..periods.len() as u32).collect();
        numbers.sort_by_key(|number| periods.get(*number as usize));
        let of = |dimension: u8| {
            let groups = self.kept.keys.iter().map(|(_, group)| *group);
            let found: BTreeSet<u32> =
                groups.filter_map(|group| self.groups.segment(group, dimension)).collect();
            let mut named: Vec<(String, u32)> =
                found.into_iter().map(|number| (self.groups.name(dimension, number), number)).collect();
            named.sort_unstable();
            named.into_iter().map(|(_, number)| number).collect()
        };
        Order { periods: numbers, segments: (0..self.groups.dimensions() as u8).map(of).collect() }
    }

    /// Which cells go into which sum.
    fn parts(&self) -> Vec<(Key, usize)> {
        let of_periods = places(&self.kept.order.periods);
        let of_segments: Vec<_> = self.kept.order.segments.iter().map(|numbers| places(numbers)).collect();
        let place = |places: &[u32], number: u32| places.get(number as usize).copied().unwrap_or(0);
        let mut parts: Vec<(Key, usize)> = Vec::new();
        for (cell, (period, group)) in self.kept.keys.iter().enumerate() {
            let period = place(&of_periods, *period);
            let of = |(dimension, places): (u8, &Vec<u32>)| {
                Some((dimension, place(places, self.groups.segment(*group, dimension)?)))
            };
            parts.push(((period, [None; 2]), cell));
            let values: Vec<_> = (0..).zip(&of_segments).map(of).collect();
            parts.extend(values.iter().flatten().map(|value| ((period, [Some(*value), None]), cell)));
            for (one, other) in self.cross {
                let value = |dimension: u8| values.get(usize::from(dimension)).copied().flatten();
                let (first, second) = (value(*one.min(other)), value(*one.max(other)));
                parts.extend(first.and(second).map(|_| ((period, [first, second]), cell)));
            }
        }
        parts.sort_by_key(|(key, _)| *key);
        parts
    }

    fn segment(&self, values: [Option<(u8, u32)>; 2]) -> Segment {
        let value = |(dimension, place): (u8, u32)| {
            let numbers = self.kept.order.segments.get(usize::from(dimension));
            let number = numbers.and_then(|numbers| numbers.get(place as usize)).copied();
            (dimension, self.groups.name(dimension, number.unwrap_or(u32::MAX)))
        };
        Segment::of(values.into_iter().flatten().map(value).collect())
    }
}

/// The place of each number among these.
fn places(numbers: &[u32]) -> Vec<u32> {
    let most = numbers.iter().max().map_or(0, |most| *most as usize + 1);
    let mut places = vec![0; most];
    for (place, number) in (0..).zip(numbers) {
        if let Some(slot) = places.get_mut(*number as usize) {
            *slot = place;
        }
    }
    places
}
