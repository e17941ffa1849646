//! WCAG 2.2: text at 4.5:1, marks at 3:1, on paper and on cards, by day and by night.

use throughline::chart::{Color, Palette, contrast};

fn check(palette: &Palette) {
    for ground in [palette.paper, palette.raised] {
        for text in [palette.ink, palette.second, palette.accent] {
            assert!(contrast(text, ground) >= 4.5, "{text:?} on {ground:?}: {:.2}", contrast(text, ground));
        }
        let marks = [
            palette.on_track,
            palette.at_risk,
            palette.off_track,
            palette.cannot_tell,
            palette.stale,
            palette.no_data,
            palette.accent,
        ];
        for mark in marks {
            assert!(contrast(mark, ground) >= 3.0, "{mark:?} on {ground:?}: {:.2}", contrast(mark, ground));
        }
    }
}

#[test]
fn the_default_palettes_can_be_read() {
    check(&Palette::LIGHT);
    check(&Palette::DARK);
}

#[test]
fn contrast_agrees_with_published_values() {
    // WCAG's own examples: #767676 on white just passes 4.5, #777777 just fails.
    let white = Color::hex(0xFF_FFFF);
    assert!((contrast(Color::hex(0x76_7676), white) - 4.54).abs() < 0.005);
    assert!((contrast(Color::hex(0x77_7777), white) - 4.48).abs() < 0.005);
    assert_eq!(Color::parse("#777"), Color::parse("#777777ff"));
    assert_eq!(Color::hex(0).faded(0.5).over(white).rgb, (127, 127, 127));
}
