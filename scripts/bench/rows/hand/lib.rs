//! The rival that can hardly be beaten: Rust for this one file, its columns and words known before it is read. No mapping,
//! no bad rows, no upsert; a list is indexed without asking. All fifteen columns are read, as a reader would that does not
//! know yet what will be asked of them.

use std::cell::RefCell;

const TEAMS: [&[u8]; 8] = [
    b"Billing",
    b"First line",
    b"Second line, escalated",
    b"Retention",
    b"Onboarding",
    b"Field",
    b"VIP",
    b"Returns",
];
const CHANNELS: [&[u8]; 6] = [b"phone", b"email", b"chat", b"web", b"social", b"messenger"];
const SEGMENTS: usize = TEAMS.len() * CHANNELS.len();
const MONTHS: usize = 24;
const GROUPS: usize = MONTHS * SEGMENTS;
/// Means, medians and 90th percentiles of waiting and of the whole length; kept, good, net, effort, again.
const KPIS: usize = 11;
/// 2024-01-01 as a day since 1970.
const FIRST: i32 = 19_723;
const DAY: i32 = 86_400;
const LIMIT: i32 = 172_800;
/// What is not there.
const NONE: i32 = -1;

#[derive(Default)]
struct Columns {
    id: Vec<i32>,
    segment: Vec<u8>,
    created: Vec<i32>,
    replied: Vec<i32>,
    resolved: Vec<i32>,
    reopened: Vec<u8>,
    contacts: Vec<u8>,
    talk: Vec<i16>,
    hold: Vec<i16>,
    wrap: Vec<i16>,
    csat: Vec<i8>,
    nps: Vec<i8>,
    ces: Vec<i8>,
    customer: Vec<i32>,
}

/// Sums of a group.
#[derive(Clone, Copy, Default)]
struct Sums {
    n: u32,
    waits: u32,
    wait: u64,
    lengths: u32,
    length: u64,
    kept: u32,
    rated: u32,
    good: u32,
    asked: u32,
    promoters: u32,
    detractors: u32,
    efforts: u32,
    effort: u32,
    contacts: u32,
    again: u32,
}

/// Where in a window the reader stands.
struct Cursor<'a> {
    bytes: &'a [u8],
    at: usize,
    /// The day that was read last, as text and in seconds: most rows are of the day of the row before.
    text: [u8; 10],
    day: i32,
}

impl<'a> Cursor<'a> {
    #[inline(always)]
    fn byte(&self) -> u8 {
        *self.bytes.get(self.at).unwrap_or(&b'\n')
    }

    /// Whole numbers without a sign; what is empty is not there.
    #[inline(always)]
    fn number(&mut self) -> i32 {
        let mut byte = self.byte();
        if !byte.is_ascii_digit() {
            self.at += 1;
            return NONE;
        }
        let mut number = 0;
        while byte.is_ascii_digit() {
            number = number * 10 + i32::from(byte - b'0');
            self.at += 1;
            byte = self.byte();
        }
        self.at += 1;
        number
    }

    /// `2024-01-31T23:59:59Z` in seconds.
    #[inline(always)]
    fn time(&mut self) -> i32 {
        let Some(text) = self.bytes.get(self.at..self.at + 20).filter(|text| text[0] != b',') else {
            self.at += 1;
            return NONE;
        };
        let two = |at: usize| i32::from(text[at] - b'0') * 10 + i32::from(text[at + 1] - b'0');
        if text[..10] != self.text {
            self.text.copy_from_slice(&text[..10]);
            self.day = day(two(0) * 100 + two(2), two(5), two(8)) * DAY;
        }
        self.at += 21;
        self.day + two(11) * 3600 + two(14) * 60 + two(17)
    }

    /// A word, in quotes or not.
    #[inline(always)]
    fn word(&mut self) -> &'a [u8] {
        let quoted = self.byte() == b'"';
        self.at += usize::from(quoted);
        let (start, end) = (self.at, if quoted { b'"' } else { b',' });
        while self.byte() != end {
            self.at += 1;
        }
        let word = &self.bytes[start..self.at];
        self.at += 1 + usize::from(quoted);
        word
    }
}

fn day(year: i32, month: i32, day: i32) -> i32 {
    let (year, month) = if month <= 2 { (year - 1, month + 9) } else { (year, month - 3) };
    let (era, of_era) = (year.div_euclid(400), year.rem_euclid(400));
    era * 146_097 + of_era * 365 + of_era / 4 - of_era / 100 + (153 * month + 2) / 5 + day - 719_469
}

fn place(words: &[&[u8]], word: &[u8]) -> usize {
    words.iter().position(|each| *each == word).unwrap_or(0)
}

impl Columns {
    /// Reads whole rows.
    #[inline(never)]
    fn read(&mut self, bytes: &[u8]) {
        let mut cursor = Cursor { bytes, at: 0, text: [0; 10], day: 0 };
        while cursor.at < bytes.len() {
            cursor.at += 1;
            self.id.push(cursor.number());
            let channel = place(&CHANNELS, cursor.word());
            let team = place(&TEAMS, cursor.word());
            self.segment.push((team * CHANNELS.len() + channel) as u8);
            self.created.push(cursor.time());
            self.replied.push(cursor.time());
            self.resolved.push(cursor.time());
            self.reopened.push(cursor.number() as u8);
            self.contacts.push(cursor.number() as u8);
            self.talk.push(cursor.number() as i16);
            self.hold.push(cursor.number() as i16);
            self.wrap.push(cursor.number() as i16);
            self.csat.push(cursor.number() as i8);
            self.nps.push(cursor.number() as i8);
            self.ces.push(cursor.number() as i8);
            cursor.at += 1;
            self.customer.push(cursor.number());
        }
    }
}

/// The groups of rows, and their sums.
struct Count {
    months: Vec<u8>,
    groups: Vec<u16>,
    sums: Vec<Sums>,
}

impl Count {
    fn new(rows: usize) -> Self {
        let first = |month: i32| day(2024 + month / 12, month % 12 + 1, 1);
        let months =
            (0..MONTHS as i32).flat_map(|month| (first(month)..first(month + 1)).map(move |_| month as u8));
        Self {
            months: months.collect(),
            groups: Vec::with_capacity(rows),
            sums: vec![Sums::default(); GROUPS],
        }
    }

    /// Counts some rows.
    #[inline(never)]
    fn rows(&mut self, columns: &Columns, from: usize, to: usize) {
        let n = to - from;
        let (created, replied) = (&columns.created[from..to][..n], &columns.replied[from..to][..n]);
        let (resolved, segment) = (&columns.resolved[from..to][..n], &columns.segment[from..to][..n]);
        let (csat, nps, ces) =
            (&columns.csat[from..to][..n], &columns.nps[from..to][..n], &columns.ces[from..to][..n]);
        let (contacts, reopened) = (&columns.contacts[from..to][..n], &columns.reopened[from..to][..n]);
        for row in 0..n {
            let month = self.months[(created[row] / DAY - FIRST) as usize];
            let group = usize::from(month) * SEGMENTS + usize::from(segment[row]);
            self.groups.push(group as u16);
            let sums = &mut self.sums[group];
            sums.n += 1;
            if replied[row] != NONE {
                sums.waits += 1;
                sums.wait += (replied[row] - created[row]) as u64;
            }
            if resolved[row] != NONE {
                let length = resolved[row] - created[row];
                sums.lengths += 1;
                sums.length += length as u64;
                sums.kept += u32::from(length <= LIMIT);
            }
            let given = |answer: i8| u32::from(answer >= 0);
            sums.rated += given(csat[row]);
            sums.good += u32::from(csat[row] >= 4);
            sums.asked += given(nps[row]);
            sums.promoters += u32::from(nps[row] >= 9);
            sums.detractors += u32::from((0..=6).contains(&nps[row]));
            sums.efforts += given(ces[row]);
            sums.effort += ces[row].max(0) as u32;
            sums.contacts += u32::from(contacts[row]);
            sums.again += u32::from(reopened[row]);
        }
    }

    /// The KPIs of every group.
    fn finish(&self, columns: &Columns) -> Vec<f64> {
        let mut all = vec![f64::NAN; GROUPS * KPIS];
        let mut by_group = |ends: &[i32], count: fn(&Sums) -> u32, at: usize| {
            let (mut starts, mut sum) = (vec![0; GROUPS + 1], 0);
            for (start, sums) in starts.iter_mut().skip(1).zip(&self.sums) {
                sum += count(sums);
                *start = sum;
            }
            let (mut next, mut lengths) = (starts.clone(), vec![0; sum as usize]);
            for rows in (0..self.groups.len()).step_by(1 << 14) {
                let rows = rows..self.groups.len().min(rows + (1 << 14));
                scatter(
                    &columns.created[rows.clone()],
                    &ends[rows.clone()],
                    &self.groups[rows],
                    &mut next,
                    &mut lengths,
                );
            }
            for (group, out) in all.chunks_exact_mut(KPIS).enumerate() {
                let of_group = &mut lengths[starts[group] as usize..starts[group + 1] as usize];
                out[at] = quantile(of_group, 0.5);
                out[at + 1] = quantile(of_group, 0.9);
            }
        };
        by_group(&columns.replied, |sums| sums.waits, 1);
        by_group(&columns.resolved, |sums| sums.lengths, 4);
        for (out, sums) in all.chunks_exact_mut(KPIS).zip(&self.sums) {
            let share = |part: u32, of: u32| f64::from(part) / f64::from(of);
            out[0] = sums.wait as f64 / f64::from(sums.waits);
            out[3] = sums.length as f64 / f64::from(sums.lengths);
            out[6] = share(sums.kept, sums.n);
            out[7] = share(sums.good, sums.rated);
            out[8] = (f64::from(sums.promoters) - f64::from(sums.detractors)) / f64::from(sums.asked);
            out[9] = share(sums.effort, sums.efforts);
            out[10] = share(sums.again, sums.contacts);
        }
        all
    }
}

/// Puts lengths of time where those of their group lie.
#[inline(never)]
fn scatter(created: &[i32], ends: &[i32], groups: &[u16], next: &mut [u32], lengths: &mut [i32]) {
    for ((created, end), group) in created.iter().zip(ends).zip(groups) {
        if *end != NONE {
            let place = &mut next[usize::from(*group)];
            lengths[*place as usize] = end - created;
            *place += 1;
        }
    }
}

/// Type 7, as everywhere here.
fn quantile(lengths: &mut [i32], p: f64) -> f64 {
    let Some(last) = lengths.len().checked_sub(1) else { return f64::NAN };
    let rank = last as f64 * p;
    let (_, low, above) = lengths.select_nth_unstable(rank as usize);
    let low = f64::from(*low);
    let high = above.iter().min().map_or(low, |high| f64::from(*high));
    low + (rank - rank.floor()) * (high - low)
}

/// All there is: one file at a time.
#[derive(Default)]
struct State {
    window: Vec<u8>,
    columns: Columns,
    count: Option<Count>,
    found: Vec<f64>,
}

thread_local! {
    static STATE: RefCell<State> = RefCell::default();
}

/// Room for so many bytes of the file.
#[no_mangle]
pub extern "C" fn window(bytes: usize) -> *const u8 {
    STATE.with_borrow_mut(|state| {
        state.window.resize(bytes, 0);
        state.window.as_ptr()
    })
}

/// Reads the whole rows that lie in the window.
#[no_mangle]
pub extern "C" fn read(bytes: usize) {
    STATE.with_borrow_mut(|state| state.columns.read(&state.window[..bytes]));
}

/// Counts a little more, and says whether there is more to do.
#[no_mangle]
pub extern "C" fn count(rows: usize) -> bool {
    STATE.with_borrow_mut(|state| {
        let all = state.columns.created.len();
        let count = state.count.get_or_insert_with(|| Count::new(all));
        let from = count.groups.len();
        count.rows(&state.columns, from, all.min(from + rows));
        count.groups.len() < all
    })
}

/// The KPIs, group by group.
#[no_mangle]
pub extern "C" fn finish() -> *const f64 {
    STATE.with_borrow_mut(|state| {
        state.found = state.count.as_ref().map_or_else(Vec::new, |count| count.finish(&state.columns));
        state.found.as_ptr()
    })
}
