//! The hash of a file that comes in windows.

use std::fmt::Write as _;

use sha2::{Digest, Sha256};

/// Bytes of a part.
const PART: usize = 1 << 20;

/// SHA-256 of a file of up to 1 MiB, as `sha256sum` prints it. A larger one is hashed in parts of 1 MiB, as object
/// stores do, so that a browser's own hash can be used, which takes no stream: the SHA-256 of the parts' hashes, `-` and
/// how many parts there are.
///
/// ```
/// use throughline::format::fingerprint::Fingerprint;
/// let mut file = Fingerprint::default();
/// for window in ["a", "bc"] {
///     file.update(window.as_bytes());
/// }
/// // FIPS 180-2, appendix B.1.
/// assert_eq!(file.finish(), "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
/// ```
#[derive(Clone, Debug, Default)]
pub struct Fingerprint {
    part: Sha256,
    filled: usize,
    /// The hashes of the parts that are full, and how many they are.
    parts: Sha256,
    full: usize,
}

impl Fingerprint {
    /// Takes the next bytes.
    pub fn update(&mut self, mut bytes: &[u8]) {
        while !bytes.is_empty() {
            // A part is closed when more comes: one alone is the file.
            if self.filled == PART {
                self.close();
            }
            let (now, later) = bytes.split_at_checked(PART - self.filled).unwrap_or((bytes, &[]));
            self.part.update(now);
            self.filled += now.len();
            bytes = later;
        }
    }

    /// The hash, in hexadecimal.
    #[must_use]
    pub fn finish(mut self) -> String {
        if self.full == 0 {
            return hexadecimal(&self.part.finalize());
        }
        self.close();
        let mut text = hexadecimal(&self.parts.finalize());
        // Writing to a string cannot fail.
        let _ = write!(text, "-{}", self.full);
        text
    }

    fn close(&mut self) {
        self.parts.update(self.part.finalize_reset());
        self.filled = 0;
        self.full += 1;
    }
}

/// SHA-256 of a text, in hexadecimal.
///
/// ```
/// // FIPS 180-2, appendix B.1.
/// let hash = throughline::format::fingerprint::sha256("abc");
/// assert_eq!(hash, "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
/// ```
#[must_use]
pub fn sha256(text: &str) -> String {
    hexadecimal(&Sha256::digest(text.as_bytes()))
}

fn hexadecimal(bytes: &[u8]) -> String {
    bytes.iter().fold(String::with_capacity(64), |mut text, byte| {
        let _ = write!(text, "{byte:02x}");
        text
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    /// By GNU coreutils: `head -c N /dev/zero | sha256sum`; of more than a part
    /// `head -c N /dev/zero | split -b 1M --filter=sha256sum | perl -ne 'print pack "H64", $_' | sha256sum`.
    #[test]
    fn parts_of_a_mebibyte() {
        let known = [
            (0, "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
            (PART, "30e14955ebf1352266dc2ff8067e68104607e750abb9d3b36582b8af909fcb58"),
            (PART + 1, "28638dab8d5e1754a4ecb38b0ebe6df66c844f94aed142d4d0283d208bb786cd-2"),
            (3 * PART, "247b30c63a7faee2412bc10286cbdeaf8d5906e8e35891e8101e4a1e1d05330f-3"),
        ];
        for (length, hash) in known {
            for window in [PART, 65_536, 1_000_003] {
                let mut file = Fingerprint::default();
                vec![0; length].chunks(window).for_each(|bytes| file.update(bytes));
                assert_eq!(file.finish(), hash, "{length} in windows of {window}");
            }
        }
    }
}
