//! Which of some bytes part fields and lines.

/// How many bytes are looked at at once.
pub(super) const WIDE: usize = 16;

/// A bit for each delimiter, and one for each line break or quote.
#[cfg(target_arch = "wasm32")]
#[target_feature(enable = "simd128")]
#[inline]
pub(super) fn marks(bytes: &[u8; WIDE], delimiter: u8) -> (u32, u32) {
    use std::arch::wasm32::{u8x16_bitmask, u8x16_eq, u8x16_splat, u64x2, v128_or};
    let bits = u128::from_le_bytes(*bytes);
    let all = u64x2(bits as u64, (bits >> 64) as u64);
    let delimiters = u8x16_eq(all, u8x16_splat(delimiter));
    let breaks = v128_or(u8x16_eq(all, u8x16_splat(b'\n')), u8x16_eq(all, u8x16_splat(b'\r')));
    let others = v128_or(breaks, u8x16_eq(all, u8x16_splat(b'"')));
    (u8x16_bitmask(delimiters).into(), u8x16_bitmask(others).into())
}

/// A bit for each delimiter, and one for each line break or quote.
#[cfg(not(target_arch = "wasm32"))]
#[inline]
pub(super) fn marks(bytes: &[u8; WIDE], delimiter: u8) -> (u32, u32) {
    let bits = |is: &dyn Fn(u8) -> bool| {
        bytes.iter().zip(0..).fold(0, |bits, (byte, place)| bits | u32::from(is(*byte)) << place)
    };
    (bits(&|byte| byte == delimiter), bits(&|byte| matches!(byte, b'\n' | b'\r' | b'"')))
}
