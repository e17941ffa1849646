//! Colours, type sizes and measures of the house, resolved by the host before anything is drawn.

/// An opaque or translucent colour, as the host resolved it (`#rrggbb` or `#rrggbbaa`).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Color {
    /// Red, green and blue, 0 to 255.
    pub rgb: (u8, u8, u8),
    /// Opacity, 0 to 255.
    pub alpha: u8,
}

impl Color {
    /// The colour written as a hexadecimal number, opaque.
    #[must_use]
    pub const fn hex(rgb: u32) -> Self {
        let [_, r, g, b] = rgb.to_be_bytes();
        Self { rgb: (r, g, b), alpha: 255 }
    }

    /// Reads `#rgb`, `#rrggbb` or `#rrggbbaa`; `None` for anything else.
    ///
    /// ```
    /// use throughline::chart::Color;
    /// assert_eq!(Color::parse("#2B4C9B"), Some(Color::hex(0x2B4C9B)));
    /// assert_eq!(Color::parse("blue"), None);
    /// ```
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let digits = text.strip_prefix('#').filter(|d| d.bytes().all(|b| b.is_ascii_hexdigit()))?;
        let digit = |byte: u8| u32::from(byte & 15) + if byte > b'9' { 9 } else { 0 };
        let number = digits.bytes().fold(0_u32, |sum, byte| (sum << 4) | digit(byte));
        let [a, b, c, d] = number.to_be_bytes();
        match digits.len() {
            3 => {
                let wide = |shift: u32| (((number >> shift) & 0xF) as u8) * 17;
                Some(Self { rgb: (wide(8), wide(4), wide(0)), alpha: 255 })
            }
            6 => Some(Self { rgb: (b, c, d), alpha: 255 }),
            8 => Some(Self { rgb: (a, b, c), alpha: d }),
            _ => None,
        }
    }

    /// The same colour at `share` (0 to 1) of its opacity: the map stepping back behind the lit line.
    #[must_use]
    pub fn faded(self, share: f64) -> Self {
        Self { alpha: (f64::from(self.alpha) * share.clamp(0.0, 1.0)).round() as u8, ..self }
    }

    /// This colour laid over an opaque `ground`.
    #[must_use]
    pub fn over(self, ground: Self) -> Self {
        let share = f64::from(self.alpha) / 255.0;
        let mix = |top: u8, below: u8| {
            (f64::from(top) * share + f64::from(below) * (1.0 - share)).round().clamp(0.0, 255.0) as u8
        };
        let rgb =
            (mix(self.rgb.0, ground.rgb.0), mix(self.rgb.1, ground.rgb.1), mix(self.rgb.2, ground.rgb.2));
        Self { rgb, alpha: 255 }
    }

    fn luminance(self) -> f64 {
        let linear = |channel: u8| {
            let c = f64::from(channel) / 255.0;
            if c <= 0.040_45 { c / 12.92 } else { ((c + 0.055) / 1.055).powf(2.4) }
        };
        0.2126 * linear(self.rgb.0) + 0.7152 * linear(self.rgb.1) + 0.0722 * linear(self.rgb.2)
    }
}

/// Contrast ratio of two opaque colours, 1 to 21 (WCAG 2.2, relative luminance).
///
/// ```
/// use throughline::chart::{Color, contrast};
/// assert!((contrast(Color::hex(0x000000), Color::hex(0xFFFFFF)) - 21.0).abs() < 1e-9);
/// ```
#[must_use]
pub fn contrast(one: Color, other: Color) -> f64 {
    let (a, b) = (one.luminance(), other.luminance());
    (a.max(b) + 0.05) / (a.min(b) + 0.05)
}

/// The colours of a picture by role; the host may replace any of them by its own theme's.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Palette {
    /// The ground the picture lies on.
    pub paper: Color,
    /// The ground of a card.
    pub raised: Color,
    /// Text and marks of the first order.
    pub ink: Color,
    /// Text and marks of the second order.
    pub second: Color,
    /// Hairlines and empty tracks.
    pub rule: Color,
    /// The through line and the focus.
    pub accent: Color,
    /// Status: on track.
    pub on_track: Color,
    /// Status: at risk.
    pub at_risk: Color,
    /// Status: off track.
    pub off_track: Color,
    /// Status: cannot tell.
    pub cannot_tell: Color,
    /// Status: stale.
    pub stale: Color,
    /// Status: no data.
    pub no_data: Color,
}

impl Palette {
    /// Ink on warm paper: the default.
    pub const LIGHT: Self = Self {
        paper: Color::hex(0xFB_FAF7),
        raised: Color::hex(0xFF_FFFF),
        ink: Color::hex(0x1B_1F23),
        second: Color::hex(0x5A_636B),
        rule: Color::hex(0xD9_D6CE),
        accent: Color::hex(0x2B_4C9B),
        on_track: Color::hex(0x1F_7A5A),
        at_risk: Color::hex(0xA8_5F00),
        off_track: Color::hex(0xB3_261E),
        cannot_tell: Color::hex(0x5B_4B8A),
        stale: Color::hex(0x5A_636B),
        no_data: Color::hex(0x5A_636B),
    };

    /// The same roles at night.
    pub const DARK: Self = Self {
        paper: Color::hex(0x14_171A),
        raised: Color::hex(0x1C_2126),
        ink: Color::hex(0xEC_EFF1),
        second: Color::hex(0xA3_ADB5),
        rule: Color::hex(0x39_424A),
        accent: Color::hex(0x8F_B2FF),
        on_track: Color::hex(0x5C_C79E),
        at_risk: Color::hex(0xF0_AE4E),
        off_track: Color::hex(0xFF_8A80),
        cannot_tell: Color::hex(0xB9_A8F0),
        stale: Color::hex(0xA3_ADB5),
        no_data: Color::hex(0xA3_ADB5),
    };
}

impl Default for Palette {
    fn default() -> Self {
        Self::LIGHT
    }
}

/// The way the reader's language runs.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Direction {
    /// Left to right.
    #[default]
    Ltr,
    /// Right to left: the picture is mirrored.
    Rtl,
}

/// Ink left to what steps back behind a lit line.
pub const STEP_BACK: f64 = 0.35;
