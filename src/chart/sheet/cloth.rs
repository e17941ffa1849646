//! Grounds that say something without a colour: hatched for what exists and is not told, dashed for what nobody knows.

use crate::chart::look::{Color, contrast};
use crate::chart::paint::{Frame, Go, Pen};

/// From one line of a hatching to the next.
const APART: f64 = 6.0;

/// Slanted lines over a frame, ending at its edges.
pub fn hatch(pen: &mut Pen, frame: Frame, color: Color) {
    let mut along = APART / 2.0;
    while along < frame.w + frame.h {
        let from = (frame.x + along.min(frame.w), frame.y + (along - frame.w).max(0.0));
        let to = (frame.x + (along - frame.h).max(0.0), frame.y + along.min(frame.h));
        pen.line(&[Go::Move(from), Go::Line(to)], 1.0, color, (0.0, 0.0));
        along += APART;
    }
}

/// The dashed edge of what is not known.
pub fn sealed(pen: &mut Pen, frame: Frame, color: Color) {
    let inner = frame.grown(-0.5);
    let path = [
        Go::Move((inner.x, inner.y)),
        Go::Line((inner.end(), inner.y)),
        Go::Line((inner.end(), inner.bottom())),
        Go::Line((inner.x, inner.bottom())),
        Go::Close,
    ];
    pen.line(&path, 1.0, color, (3.0, 3.0));
}

/// The first of these colours that reads on the ground as text must (4.5), else black or white: one of those always does.
pub fn readable(ground: Color, wished: [Color; 2]) -> Color {
    let [black, white] = [Color::hex(0), Color::hex(0xFF_FFFF)];
    let mut tried = wished.into_iter().chain([black]);
    tried.find(|&color| contrast(color.over(ground), ground) >= 4.5).unwrap_or(white)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn some_colour_reads_on_any_ground(ground in 0u32..0x100_0000, ink in 0u32..0x100_0000) {
            let ground = Color::hex(ground);
            let found = readable(ground, [Color::hex(ink), Color::hex(0x808080)]);
            prop_assert!(contrast(found, ground) >= 4.5);
        }
    }
}
