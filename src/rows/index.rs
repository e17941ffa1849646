//! Texts by number, and their numbers by their hashes.

use hashbrown::HashTable;
use hashbrown::hash_table::Entry;

/// Texts a block holds: blocks never move, where one long list is copied whenever it grows.
const BLOCK: usize = 1 << 14;

/// Texts by number, in blocks.
#[derive(Clone, Debug, Default)]
pub(crate) struct Texts(Vec<Block>);

/// Texts one behind another, and where each ends.
#[derive(Clone, Debug, Default)]
struct Block {
    bytes: Vec<u8>,
    ends: Vec<usize>,
}

impl Texts {
    #[inline(always)]
    pub(crate) fn get(&self, code: u32) -> Option<&[u8]> {
        let code = code as usize;
        let Block { bytes, ends } = self.0.get(code / BLOCK)?;
        let place = code % BLOCK;
        let start = place.checked_sub(1).map_or(Some(0), |before| ends.get(before).copied())?;
        bytes.get(start..*ends.get(place)?)
    }

    #[inline(always)]
    pub(crate) fn len(&self) -> usize {
        let before = self.0.len().saturating_sub(1) * BLOCK;
        before + self.0.last().map_or(0, |block| block.ends.len())
    }

    /// Adds the first bytes of some to the block at hand, if it has room for another text.
    // A copy of a length that is known takes no call.
    #[inline(always)]
    pub(crate) fn push_short(&mut self, bytes: &[u8; 16], length: usize) -> bool {
        let Some(block) = self.0.last_mut().filter(|block| block.ends.len() < BLOCK) else { return false };
        let end = block.bytes.len() + length;
        block.bytes.extend_from_slice(bytes);
        block.bytes.truncate(end);
        block.ends.push(end);
        true
    }

    pub(crate) fn push(&mut self, text: &[u8]) {
        if self.0.last().is_none_or(|block| block.ends.len() == BLOCK) {
            // Texts of one table are about as long; few words need no room for many.
            let room =
                self.0.last().map_or((0, 0), |block| (block.bytes.len() + block.bytes.len() / 16, BLOCK));
            self.0.push(Block { bytes: Vec::with_capacity(room.0), ends: Vec::with_capacity(room.1) });
        }
        if let Some(Block { bytes, ends }) = self.0.last_mut() {
            bytes.extend_from_slice(text);
            ends.push(bytes.len());
        }
    }
}

/// Finds the numbers of texts by their hashes. Texts come from one file that its reader chose, so the hash needs no
/// secret. It lies in parts and grows by one of them at a time, so that no growth is long.
#[derive(Clone, Debug, Default)]
pub(crate) struct Index(Vec<HashTable<Slot>>);

/// In how many parts an index lies, once it holds anything.
const PARTS: usize = 16;

/// The hash of a text and its number: most texts are told apart by these, without a look anywhere else.
type Slot = (u32, u32);

impl Index {
    pub(crate) fn find(&self, texts: &Texts, text: &[u8], hash: u64) -> Option<u32> {
        let same = |slot: &Slot| slot.0 == hash as u32 && texts.get(slot.1) == Some(text);
        self.0.get(part_of(hash))?.find(spread(hash as u32), same).map(|(_, code)| *code)
    }

    /// The number of a text, or else the next one, which it has from now on; and whether that is so.
    pub(crate) fn entry(&mut self, texts: &Texts, text: &[u8], hash: u64) -> (u32, bool) {
        let code = texts.len() as u32;
        let Some(part) = self.part(hash) else { return (code, true) };
        let same = |slot: &Slot| slot.0 == hash as u32 && texts.get(slot.1) == Some(text);
        match part.entry(spread(hash as u32), same, |slot| spread(slot.0)) {
            Entry::Occupied(known) => (known.get().1, false),
            Entry::Vacant(free) => {
                free.insert((hash as u32, code));
                (code, true)
            }
        }
    }

    fn part(&mut self, hash: u64) -> Option<&mut HashTable<Slot>> {
        if self.0.is_empty() {
            self.0.resize_with(PARTS, HashTable::new);
        }
        self.0.get_mut(part_of(hash))
    }

    /// Takes in a text that it does not know.
    pub(crate) fn insert(&mut self, hash: u64, code: u32) {
        if let Some(part) = self.part(hash) {
            part.insert_unique(spread(hash as u32), (hash as u32, code), |slot| spread(slot.0));
        }
    }
}

/// The part of the index, by bits of the hash that no part keeps.
const fn part_of(hash: u64) -> usize {
    (hash >> 32) as usize % PARTS
}

/// The kept half of a hash, twice: the index looks at the lowest and at the highest bits.
const fn spread(hash: u32) -> u64 {
    (hash as u64) << 32 | hash as u64
}

/// Eight bytes at a time, multiplied and folded.
#[must_use]
pub fn hash(text: &[u8]) -> u64 {
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
