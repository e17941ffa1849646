//! When a service is open, and how long it was open between two times.

use super::day::day_number;
use super::{Date, Zone};

const DAY: i64 = 86_400_000;
const WEEK: i64 = 7 * DAY;
const MINUTE: i64 = 60_000;
/// 1970-01-01 was a Thursday, three days into its week.
const EPOCH: i64 = 3 * DAY;

/// One opening of a weekday, in minutes of the wall clock since midnight. Where it ends no later than it begins, it
/// ends on the day after.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Opening {
    /// The first minute, 0 to 1439.
    pub from: u16,
    /// The minute it closes, up to 1440, which is midnight.
    pub to: u16,
}

/// A weekly schedule by the wall clock, and the days it does not hold on.
///
/// ```
/// use throughline::calendar::{OpenTime, Opening, Schedule, Zone};
/// let mut nine_to_five = Schedule::default();
/// nine_to_five.week.iter_mut().take(5).for_each(|day| day.push(Opening { from: 540, to: 1020 }));
/// let open = OpenTime::of(&nine_to_five, &Zone::utc());
/// // Friday 2026-10-30 17:00 to Monday 2026-11-02 09:30, in milliseconds: half an hour.
/// assert_eq!(open.between(1_793_379_600_000, 1_793_611_800_000), 1_800_000);
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Schedule {
    /// The openings of Monday to Sunday.
    pub week: [Vec<Opening>; 7],
    /// Days that are closed from midnight to midnight.
    pub holidays: Vec<Date>,
}

/// What is wrong with an opening of a schedule.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Fault {
    /// It begins and ends at the same minute, or beyond its day.
    Empty,
    /// It begins before another one of the week has closed.
    Overlap,
}

impl Schedule {
    /// The names of the weekdays in JSON, Monday first.
    pub const DAYS: [&'static str; 7] = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"];

    /// The openings that cannot be, as weekday and place.
    #[must_use]
    pub fn faults(&self) -> Vec<(usize, usize, Fault)> {
        let mut faults = Vec::new();
        let mut spans = Vec::new();
        for (day, place, opening) in self.openings() {
            if opening.from >= 1440 || opening.to > 1440 || opening.from == opening.to {
                faults.push((day, place, Fault::Empty));
                continue;
            }
            spans.push((opening.span(day), day, place));
        }
        spans.sort_unstable();
        for (before, (span, day, place)) in spans.iter().zip(spans.iter().skip(1)) {
            if span.0 < before.0.1 {
                faults.push((*day, *place, Fault::Overlap));
            }
        }
        // The last night of the week may run into its first morning.
        if let (Some(((_, end), ..)), Some(((start, _), day, place))) = (spans.last(), spans.first())
            && *end > start + WEEK
        {
            faults.push((*day, *place, Fault::Overlap));
        }
        faults
    }

    /// Whether it is never open.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.week.iter().all(Vec::is_empty)
    }

    fn openings(&self) -> impl Iterator<Item = (usize, usize, Opening)> + '_ {
        let of_day = |(day, list): (usize, &'_ Vec<Opening>)| {
            list.iter().copied().enumerate().map(move |(place, each)| (day, place, each)).collect::<Vec<_>>()
        };
        self.week.iter().enumerate().flat_map(of_day)
    }
}

impl Opening {
    /// From and to, in milliseconds of a week.
    fn span(self, day: usize) -> (i64, i64) {
        let midnight = day as i64 * DAY;
        let next = if self.to <= self.from { DAY } else { 0 };
        (midnight + i64::from(self.from) * MINUTE, midnight + next + i64::from(self.to) * MINUTE)
    }
}

/// An opening within a week, and how long the week was open before it.
#[derive(Debug, Clone, Copy)]
struct Piece {
    from: i64,
    to: i64,
    before: i64,
}

/// A schedule in a zone, made ready to be asked for many times: every question is a few searches in sums that are
/// made once, however long the time between. Times are milliseconds since 1970-01-01 UTC.
///
/// A schedule is read by the wall clock, and what is open counts in real time: a night opening is an hour shorter
/// when the clocks go forward in it, and an hour that comes twice is open twice.
#[derive(Debug, Clone)]
pub struct OpenTime {
    /// The week's openings in order, none beyond its end.
    pieces: Vec<Piece>,
    /// How long a week is open.
    weekly: i64,
    /// Days that are closed, and how much the schedule loses by those before each; one more at the end.
    holidays: Vec<(i64, i64)>,
    lost: i64,
    /// Each stretch of one offset: its start in UTC, its offset, and what its wall clock must be moved by, so that
    /// the open time runs on over the change.
    stretches: Vec<Stretch>,
}

#[derive(Debug, Clone, Copy)]
struct Stretch {
    start: i64,
    offset: i64,
    base: i64,
}

impl OpenTime {
    /// A schedule in a zone. Openings that overlap count once.
    #[must_use]
    pub fn of(schedule: &Schedule, zone: &Zone) -> Self {
        let pieces = pieces(schedule);
        let weekly = pieces.last().map_or(0, |last| last.before + last.to - last.from);
        let mut open = Self { pieces, weekly, holidays: Vec::new(), lost: 0, stretches: Vec::new() };
        let mut days: Vec<i64> = schedule.holidays.iter().map(|day| i64::from(day_number(*day))).collect();
        days.sort_unstable();
        days.dedup();
        for day in days {
            open.holidays.push((day, open.lost));
            open.lost += open.scheduled((day + 1) * DAY) - open.scheduled(day * DAY);
        }
        let offset = i64::from(zone.initial()) * 1000;
        open.stretches.push(Stretch { start: i64::MIN, offset, base: 0 });
        for (at, offset) in zone.transitions() {
            let (start, offset) = (at * 1000, i64::from(*offset) * 1000);
            let base = open.passed(start) - open.on_clock(start + offset);
            open.stretches.push(Stretch { start, offset, base });
        }
        open
    }

    /// How long it was open from one time to another, in milliseconds; none backwards.
    #[must_use]
    pub fn between(&self, from: i64, to: i64) -> i64 {
        if to <= from { 0 } else { self.passed(to) - self.passed(from) }
    }

    /// The first time by which it has been open so long since another; none where it never is.
    #[must_use]
    pub fn after(&self, from: i64, open: i64) -> Option<i64> {
        if open <= 0 {
            return Some(from);
        }
        let target = self.passed(from) + open;
        (self.weekly > 0).then_some(())?;
        let mut place = self.stretches.partition_point(|stretch| stretch.start <= from).max(1) - 1;
        // The stretch in which enough has passed: the last one that begins before that.
        while let Some(next) = self.stretches.get(place + 1)
            && self.passed(next.start) < target
        {
            place += 1;
        }
        let stretch = self.stretches.get(place)?;
        Some(self.clock_at(target - stretch.base) - stretch.offset)
    }

    /// How long it has been open up to a time, since some time that is the same for all.
    fn passed(&self, utc: i64) -> i64 {
        let place = self.stretches.partition_point(|stretch| stretch.start <= utc).max(1) - 1;
        let Some(stretch) = self.stretches.get(place) else { return 0 };
        stretch.base + self.on_clock(utc + stretch.offset)
    }

    /// The same by a wall clock that never changes.
    fn on_clock(&self, local: i64) -> i64 {
        self.scheduled(local) - self.lost_before(local)
    }

    /// The same as if no day were a holiday.
    fn scheduled(&self, local: i64) -> i64 {
        let (weeks, within) = ((local + EPOCH).div_euclid(WEEK), (local + EPOCH).rem_euclid(WEEK));
        let begun = self.pieces.partition_point(|piece| piece.from <= within);
        let last = begun.checked_sub(1).and_then(|last| self.pieces.get(last));
        weeks * self.weekly + last.map_or(0, |piece| piece.before + within.min(piece.to) - piece.from)
    }

    /// How much of the schedule fell on holidays before a time.
    fn lost_before(&self, local: i64) -> i64 {
        let day = local.div_euclid(DAY);
        let place = self.holidays.partition_point(|(holiday, _)| *holiday < day);
        match self.holidays.get(place) {
            Some((holiday, lost)) if *holiday == day => {
                lost + self.scheduled(local) - self.scheduled(day * DAY)
            }
            Some((_, lost)) => *lost,
            None => self.lost,
        }
    }

    /// The first time by the wall clock when so much has passed.
    fn clock_at(&self, target: i64) -> i64 {
        let mut local = self.scheduled_at(target);
        loop {
            // A holiday that was reached counts whole: on it nothing is reached.
            let day = local.div_euclid(DAY);
            let reached = self.holidays.partition_point(|(holiday, _)| *holiday <= day);
            let lost = self.holidays.get(reached).map_or(self.lost, |(_, lost)| *lost);
            let next = self.scheduled_at(target + lost);
            if next <= local {
                return local;
            }
            local = next;
        }
    }

    /// The same as if no day were a holiday.
    fn scheduled_at(&self, target: i64) -> i64 {
        let weekly = self.weekly.max(1);
        // What fills a week exactly is reached at its last closing, not at its end.
        let (weeks, within) = ((target - 1).div_euclid(weekly), (target - 1).rem_euclid(weekly) + 1);
        let place = self.pieces.partition_point(|piece| piece.before < within);
        let last = place.checked_sub(1).and_then(|last| self.pieces.get(last));
        weeks * WEEK - EPOCH + last.map_or(0, |piece| piece.from + within - piece.before)
    }
}

/// The openings of a week in order; what runs over its end stands at its start.
fn pieces(schedule: &Schedule) -> Vec<Piece> {
    let mut spans = Vec::new();
    for (day, _, opening) in schedule.openings() {
        let (from, to) = opening.span(day);
        spans.push((from, to.min(WEEK)));
        if to > WEEK {
            spans.push((0, to - WEEK));
        }
    }
    spans.sort_unstable();
    let mut pieces: Vec<Piece> = Vec::new();
    for (from, to) in spans {
        let closed = pieces.last().map_or(0, |last| last.to);
        let before = pieces.last().map_or(0, |last| last.before + last.to - last.from);
        let from = from.max(closed);
        if to > from {
            pieces.push(Piece { from, to, before });
        }
    }
    pieces
}
