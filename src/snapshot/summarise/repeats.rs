//! Which contacts were the last ones about something, told by whether the same customer came again.

use crate::data::{NO_TIME, NO_WORD, Packed, Repeats, Table};

/// What the later contacts of the same customer say of one of them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Verdict {
    /// Nobody came again within the window.
    First,
    /// Somebody did.
    Again,
    /// The window is still open at the end of the data, or nobody knows whose contact it was.
    Undetermined,
    /// It is a repeat itself, and those are left out.
    LeftOut,
}

/// The verdict of each row. Contacts are those of one customer, about one topic where the mapping has a column of
/// them; the end of the data is the latest contact of any customer.
pub(super) fn verdicts(table: &Table, place: usize, repeats: &Repeats) -> Vec<Verdict> {
    let times = table.dates(place);
    let at = |row: usize| times.map_or(NO_TIME, |times| times.time(row));
    let end = (0..table.rows()).map(at).max().unwrap_or(NO_TIME);
    let window = (repeats.days * 86_400_000.0) as i64;
    let (customers, topics) = table.compared(place);
    let code = |codes: &Packed, row: usize| Some(codes.word(row)).filter(|code| *code != NO_WORD);
    let mut verdicts = vec![Verdict::Undetermined; table.rows()];
    let known = (0..table.rows()).filter_map(|row| {
        let topic = topics.map_or(Some(0), |topics| code(topics, row))?;
        let time = Some(at(row)).filter(|time| *time != NO_TIME)?;
        // Of contacts at the same time the order of the file says nothing, where they have an id.
        Some(((code(customers, row)?, topic), time, table.identity(row), row))
    });
    let mut contacts: Vec<_> = known.collect();
    contacts.sort_unstable();
    for of_one in contacts.chunk_by(|(a, ..), (b, ..)| a == b) {
        let mut before = None;
        for (position, (_, time, _, row)) in of_one.iter().enumerate() {
            let again = of_one.get(position + 1).is_some_and(|(_, next, ..)| next - time <= window);
            let repeats_itself = before.replace(*time).is_some_and(|before| time - before <= window);
            let verdict = match () {
                () if repeats_itself && repeats.leave_out => Verdict::LeftOut,
                () if again => Verdict::Again,
                () if time.saturating_add(window) > end => Verdict::Undetermined,
                () => Verdict::First,
            };
            if let Some(place) = verdicts.get_mut(*row) {
                *place = verdict;
            }
        }
    }
    verdicts
}
