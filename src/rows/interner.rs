//! Words to small numbers and back, without an allocation each.

use crate::index::{Index, Texts, hash};

/// Gives each distinct text a number, counted from 0 in the order they come.
///
/// ```
/// let mut words = throughline_rows::Interner::default();
/// assert_eq!(words.intern(b"web"), (0, true));
/// assert_eq!(words.intern(b"phone"), (1, true));
/// assert_eq!(words.intern(b"web"), (0, false));
/// assert_eq!((words.find(b"phone"), words.get(1)), (Some(1), Some(&b"phone"[..])));
/// ```
#[derive(Clone, Debug, Default)]
pub struct Interner {
    texts: Texts,
    index: Index,
}

impl Interner {
    /// How many distinct texts there are.
    #[must_use]
    pub fn len(&self) -> usize {
        self.texts.len()
    }

    /// Whether there are none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.texts.len() == 0
    }

    /// The text of a number.
    #[must_use]
    #[inline]
    pub fn get(&self, code: u32) -> Option<&[u8]> {
        self.texts.get(code)
    }

    /// The number of a text that is there.
    #[must_use]
    pub fn find(&self, text: &[u8]) -> Option<u32> {
        self.index.find(&self.texts, text, hash(text))
    }

    /// The number of a text, given now if it is new, and whether it is.
    #[inline(never)]
    pub fn intern(&mut self, text: &[u8]) -> (u32, bool) {
        let (code, new) = self.index.entry(&self.texts, text, hash(text));
        if new {
            self.texts.push(text);
        }
        (code, new)
    }
}
