//! One row of text fields, as a file format hands it over.

/// One row of text fields: the row as it stands in the file, the fields' bytes one behind another, and where each ends.
#[derive(Clone, Copy, Debug)]
pub struct Record<'a> {
    raw: &'a [u8],
    bytes: &'a [u8],
    ends: &'a [usize],
    /// How many bytes part a field from the next.
    gap: usize,
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
    /// A row, its fields that end at these places, and the row as spreadsheets and as editors number it.
    #[must_use]
    pub const fn new(raw: &'a [u8], bytes: &'a [u8], ends: &'a [usize], (row, line): (u64, u64)) -> Self {
        Self { raw, bytes, ends, gap: 0, row, line, unclosed: false, last: false }
    }

    /// A row that stands in the file as its fields, each a byte apart from the next.
    #[must_use]
    pub const fn apart(raw: &'a [u8], ends: &'a [usize], (row, line): (u64, u64)) -> Self {
        Self { raw, bytes: raw, ends, gap: 1, row, line, unclosed: false, last: false }
    }

    /// The row as it stands in the file, without its line break.
    #[must_use]
    pub const fn raw(&self) -> &'a [u8] {
        self.raw
    }

    /// How many fields there are.
    #[must_use]
    pub const fn len(&self) -> usize {
        self.ends.len()
    }

    /// Whether there is no field.
    #[must_use]
    pub const fn is_empty(&self) -> bool {
        self.ends.is_empty()
    }

    /// The bytes of a field.
    #[must_use]
    #[inline]
    pub fn get(&self, field: usize) -> Option<&'a [u8]> {
        let end = *self.ends.get(field)?;
        let start = match field.checked_sub(1) {
            None => 0,
            Some(before) => *self.ends.get(before)? + self.gap,
        };
        self.bytes.get(start..end)
    }

    /// The fields in order.
    pub fn fields(&self) -> impl Iterator<Item = &'a [u8]> + use<'a> {
        let row = *self;
        (0..row.len()).map(move |field| row.get(field).unwrap_or_default())
    }
}
