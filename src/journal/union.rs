//! Journals put together: the union of their entries by id.

use std::collections::BTreeMap;

use super::Entry;
use crate::error::{Error, Issue, Pointer};

/// Entries in order of time, each id once.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Journal {
    entries: Vec<Entry>,
}

impl Journal {
    /// Puts lists of entries together. The same entry twice is one; the order of the lists changes nothing.
    ///
    /// # Errors
    /// `journal-invalid` with an `entry-differs` for every entry whose id another one has with other content, and where
    /// both stand: neither is dropped in favour of the other, the caller has both still.
    pub fn union(lists: &[Vec<Entry>]) -> Result<Self, Error> {
        let at = |list: usize, place: usize| Pointer::root().index(list).field("entries").index(place);
        united(lists, &at)
    }

    /// One list of entries.
    ///
    /// # Errors
    /// As [`Journal::union`].
    pub fn of(entries: Vec<Entry>) -> Result<Self, Error> {
        united(&[entries], &|_, place| Pointer::root().field("entries").index(place))
    }

    /// The entries in order of time; at the same time in order of their ids.
    #[must_use]
    pub fn entries(&self) -> &[Entry] {
        &self.entries
    }

    /// The entry of that id.
    #[must_use]
    pub fn find(&self, id: &str) -> Option<&Entry> {
        self.entries.iter().find(|entry| entry.id == id)
    }
}

fn united(lists: &[Vec<Entry>], at: &dyn Fn(usize, usize) -> Pointer) -> Result<Journal, Error> {
    let mut known: BTreeMap<&str, (&Entry, usize, usize)> = BTreeMap::new();
    let mut issues = Vec::new();
    for (list, entries) in lists.iter().enumerate() {
        for (place, entry) in entries.iter().enumerate() {
            let (first, one, other) = *known.entry(&entry.id).or_insert((entry, list, place));
            if first != entry {
                let issue = Issue::new("entry-differs", at(list, place));
                issues.push(issue.with("id", entry.id.as_str()).with("first", at(one, other).as_str()));
            }
        }
    }
    if !issues.is_empty() {
        return Err(Error::new("journal-invalid", issues));
    }
    let mut entries: Vec<Entry> = known.into_values().map(|(entry, ..)| entry.clone()).collect();
    // By id already, and a stable order keeps that among those of one time.
    entries.sort_by_key(|entry| entry.time);
    Ok(Journal { entries })
}
