//! Words that were seen lately.

use crate::Interner;

/// Words that were seen lately, each in the one place its beginning and length lead to.
#[derive(Debug)]
pub(super) struct Recall(Box<[Seen; Self::PLACES]>);

/// The first eight bytes of a word, how long it is, and its number.
#[derive(Clone, Copy, Debug, Default)]
struct Seen {
    start: u64,
    length: u32,
    code: u32,
}

impl Default for Recall {
    fn default() -> Self {
        Self(Box::new([Seen::default(); Self::PLACES]))
    }
}

impl Recall {
    const PLACES: usize = 256;
    /// Bytes that are compared at once.
    const WIDE: usize = 8;

    /// The number of a word that was kept; it may stand in quotes, with none inside.
    #[inline(always)]
    pub(super) fn find(&self, bytes: &[u8], from: usize, to: usize, words: &Interner) -> Option<u32> {
        let quoted = usize::from(bytes.get(from) == Some(&b'"'));
        let (from, to) = (from + quoted, to - quoted);
        let length = to.checked_sub(from)?;
        let start = u64::from_le_bytes(*bytes.get(from..)?.first_chunk()?);
        let start = if length < Self::WIDE { start & ((1 << (8 * length)) - 1) } else { start };
        let seen = self.0.get(place(start, length))?;
        let same = seen.length as usize == length && seen.start == start && length > 0;
        let rest = || words.get(seen.code) == bytes.get(from..to);
        (same && (length <= Self::WIDE || rest())).then_some(seen.code)
    }

    /// Keeps a word.
    pub(super) fn keep(&mut self, word: &[u8], code: u32) {
        let mut start = [0; Self::WIDE];
        start.iter_mut().zip(word).for_each(|(to, byte)| *to = *byte);
        let start = u64::from_le_bytes(start);
        if let Some(seen) = self.0.get_mut(place(start, word.len())) {
            *seen = Seen { start, length: word.len() as u32, code };
        }
    }
}

#[inline(always)]
const fn place(start: u64, length: usize) -> usize {
    const FACTOR: u64 = 0x9e37_79b9_7f4a_7c15;
    (((start ^ length as u64).wrapping_mul(FACTOR)) >> 56) as usize
}
