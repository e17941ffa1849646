//! Whole numbers as text.

/// Writes whole numbers, with commas between them.
#[inline(never)]
pub fn write_wholes(text: &mut Vec<u8>, numbers: &[i64]) {
    let mut digits = itoa::Buffer::new();
    for (place, number) in numbers.iter().enumerate() {
        if place > 0 {
            text.push(b',');
        }
        text.extend_from_slice(digits.format(*number).as_bytes());
    }
}
