//! One row of text fields, as a file format hands it over.

/// Where a field lies, from and to: in the row as it stands, or with [`ANEW`] in what was written anew.
pub type Span = (u32, u32);

/// Marks a place in the text that was written anew.
pub const ANEW: u32 = 1 << 31;

/// One row of text fields: the row as it stands in the file, and where each field lies in it.
#[derive(Clone, Copy, Debug)]
pub struct Record<'a> {
    raw: &'a [u8],
    /// Fields whose text is not in the row as it stands, such as those with doubled quotes.
    anew: &'a [u8],
    spans: &'a [Span],
    /// The row as a spreadsheet numbers it, from 1.
    pub row: u64,
    /// The line of a text editor the row begins on, from 1.
    pub line: u64,
    /// Whether the row begins a quote that the file never closes.
    pub unclosed: bool,
    /// Whether the file ends in the row, with no line break behind it.
    pub last: bool,
}

impl<'a> Record<'a> {
    /// A row, what of it was written anew, and where its fields lie; the row as spreadsheets and as editors number it.
    #[must_use]
    pub const fn new(raw: &'a [u8], anew: &'a [u8], spans: &'a [Span], (row, line): (u64, u64)) -> Self {
        Self { raw, anew, spans, row, line, unclosed: false, last: false }
    }

    /// The row as it stands in the file, without its line break.
    #[must_use]
    pub const fn raw(&self) -> &'a [u8] {
        self.raw
    }

    /// How many fields there are.
    #[must_use]
    pub const fn len(&self) -> usize {
        self.spans.len()
    }

    /// Whether there is no field.
    #[must_use]
    pub const fn is_empty(&self) -> bool {
        self.spans.is_empty()
    }

    /// The bytes of a field.
    #[must_use]
    #[inline(always)]
    pub fn get(&self, field: usize) -> Option<&'a [u8]> {
        self.spans.get(field).map(|span| self.text(*span))
    }

    /// The fields in order.
    pub fn fields(&self) -> impl Iterator<Item = &'a [u8]> + use<'a> {
        let row = *self;
        row.spans.iter().map(move |span| row.text(*span))
    }

    #[inline(always)]
    fn text(&self, (from, to): Span) -> &'a [u8] {
        let text = if from & ANEW == 0 {
            self.raw.get(from as usize..to as usize)
        } else {
            self.anew.get((from ^ ANEW) as usize..(to ^ ANEW) as usize)
        };
        text.unwrap_or_default()
    }
}
