//! Whole numbers as text.

/// Writes whole numbers, with commas between them.
#[inline(never)]
pub fn write_wholes(text: &mut Vec<u8>, numbers: &[i64]) {
    // The longest one takes twenty characters and a comma.
    let (mut room, mut end) = ([b','; 21 * 32], 0);
    for (part, some) in numbers.chunks(32).enumerate() {
        for (place, number) in some.iter().enumerate() {
            if part + place > 0 {
                put(&mut room, &mut end, b',');
            }
            digits(&mut room, &mut end, *number);
        }
        text.extend_from_slice(room.get(..end).unwrap_or_default());
        end = 0;
    }
}

#[inline(always)]
fn put(room: &mut [u8], end: &mut usize, byte: u8) {
    if let Some(place) = room.get_mut(*end) {
        *place = byte;
    }
    *end += 1;
}

#[inline(always)]
fn digits(room: &mut [u8], end: &mut usize, number: i64) {
    match number {
        0..10 => put(room, end, b'0' + number as u8),
        10..100 => {
            put(room, end, b'0' + (number as u8) / 10);
            put(room, end, b'0' + (number as u8) % 10);
        }
        100..1000 => {
            put(room, end, b'0' + (number as u16 / 100) as u8);
            put(room, end, b'0' + (number as u16 / 10 % 10) as u8);
            put(room, end, b'0' + (number as u16 % 10) as u8);
        }
        _ => long(room, end, number),
    }
}

fn long(room: &mut [u8], end: &mut usize, number: i64) {
    let (mut digits, mut start) = ([b'0'; 20], 20);
    let mut rest = number.unsigned_abs();
    for (place, digit) in digits.iter_mut().enumerate().rev() {
        *digit += (rest % 10) as u8;
        rest /= 10;
        start = place;
        if rest == 0 {
            break;
        }
    }
    if number < 0 {
        put(room, end, b'-');
    }
    digits.iter().skip(start).for_each(|digit| put(room, end, *digit));
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn whole_numbers_are_written_as_by_the_standard_library() {
        let some = [0, 7, 9, 10, -1, -10, 99, 100, 999, 1000, 123_456_789, i64::MAX, i64::MIN];
        let numbers: Vec<i64> = some.into_iter().cycle().take(100).chain([i64::MIN; 40]).collect();
        let mut text = Vec::new();
        write_wholes(&mut text, &numbers);
        let known: Vec<String> = numbers.iter().map(ToString::to_string).collect();
        assert_eq!(String::from_utf8(text).unwrap(), known.join(","));
    }
}
