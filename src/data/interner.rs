//! Texts to small numbers and back, without an allocation each.

/// Gives each distinct text a number, counted from 0 in the order they come.
///
/// All texts lie in one buffer; an open-addressed table of numbers finds them. Texts come from one
/// file that its reader chose, so the hash needs no secret.
#[derive(Clone, Debug, Default)]
pub struct Interner {
    bytes: Vec<u8>,
    ends: Vec<usize>,
    /// The hash of a text and its number plus one; 0 is free. Its length is a power of two, at most three quarters
    /// full. Most texts are told apart by the hashes here, without a look anywhere else.
    slots: Vec<u64>,
}

impl Interner {
    /// How many distinct texts there are.
    #[must_use]
    pub const fn len(&self) -> usize {
        self.ends.len()
    }

    /// Whether there are none.
    #[must_use]
    pub const fn is_empty(&self) -> bool {
        self.ends.is_empty()
    }

    /// The text of a number.
    #[must_use]
    #[inline(always)]
    pub fn get(&self, code: u32) -> Option<&[u8]> {
        let code = code as usize;
        let start = code.checked_sub(1).map_or(Some(0), |before| self.ends.get(before).copied())?;
        self.bytes.get(start..*self.ends.get(code)?)
    }

    /// The number of a text that is there.
    #[must_use]
    pub fn find(&self, text: &[u8]) -> Option<u32> {
        code_of(*self.slots.get(self.slot(text, hash(text) as u32)?)?)
    }

    /// The number of a text, given now if it is new, and whether it is.
    pub fn intern(&mut self, text: &[u8]) -> (u32, bool) {
        if self.ends.len() * 4 >= self.slots.len() * 3 {
            self.grow();
        }
        let hash = hash(text) as u32;
        let slot = self.slot(text, hash).unwrap_or(0);
        if let Some(code) = self.slots.get(slot).and_then(|slot| code_of(*slot)) {
            return (code, false);
        }
        let code = self.ends.len() as u32;
        self.bytes.extend_from_slice(text);
        self.ends.push(self.bytes.len());
        if let Some(free) = self.slots.get_mut(slot) {
            *free = slot_of(hash, code);
        }
        (code, true)
    }

    /// The slot that holds the text, or the free one where it belongs.
    fn slot(&self, text: &[u8], hash: u32) -> Option<usize> {
        let mask = self.slots.len().checked_sub(1)?;
        let mut place = hash as usize & mask;
        loop {
            let slot = *self.slots.get(place)?;
            let Some(code) = code_of(slot) else { return Some(place) };
            if (slot >> 32) as u32 == hash && self.get(code).is_some_and(|known| known == text) {
                return Some(place);
            }
            place = (place + 1) & mask;
        }
    }

    fn grow(&mut self) {
        let size = (self.slots.len() * 2).max(16);
        let mut slots = vec![0_u64; size];
        for slot in self.slots.iter().filter(|slot| **slot != 0) {
            let mut place = (slot >> 32) as usize & (size - 1);
            while slots.get(place).is_some_and(|taken| *taken != 0) {
                place = (place + 1) & (size - 1);
            }
            if let Some(free) = slots.get_mut(place) {
                *free = *slot;
            }
        }
        self.slots = slots;
    }
}

const fn slot_of(hash: u32, code: u32) -> u64 {
    (hash as u64) << 32 | (code as u64 + 1)
}

/// The number in a slot; none in a free one.
const fn code_of(slot: u64) -> Option<u32> {
    (slot as u32).checked_sub(1)
}

/// Eight bytes at a time, multiplied and folded.
pub(super) fn hash(text: &[u8]) -> u64 {
    const FACTOR: u64 = 0x9e37_79b9_7f4a_7c15;
    let mix = |state: u64, word: u64| {
        let product = (state ^ word).wrapping_mul(FACTOR);
        product ^ (product >> 29)
    };
    let (words, rest) = text.as_chunks::<8>();
    let state = words.iter().fold(text.len() as u64, |state, word| mix(state, u64::from_le_bytes(*word)));
    let tail = rest.iter().fold(0, |tail, byte| (tail << 8) | u64::from(*byte));
    let state = mix(mix(state, tail), FACTOR);
    state ^ (state >> 32)
}
