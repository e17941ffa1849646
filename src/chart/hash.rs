//! A small hasher for what is remembered between paints.

use std::hash::Hasher;

/// FNV-1a in 64 bits (Fowler, Noll, Vo): a few bytes of code where the standard library's keyed hasher is a thousand.
/// What it is asked of comes from the page itself, so nobody gains by making two things look alike.
#[derive(Debug)]
pub struct Fnv(u64);

impl Default for Fnv {
    fn default() -> Self {
        Self(0xcbf2_9ce4_8422_2325)
    }
}

impl Hasher for Fnv {
    fn finish(&self) -> u64 {
        self.0
    }

    fn write(&mut self, bytes: &[u8]) {
        for byte in bytes {
            self.0 = (self.0 ^ u64::from(*byte)).wrapping_mul(0x0100_0000_01b3);
        }
    }
}
