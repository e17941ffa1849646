//! One row of text fields, as a file format hands it over.

/// One row of text fields: their bytes one behind another, and where each ends.
#[derive(Clone, Copy, Debug)]
pub struct Record<'a> {
    bytes: &'a [u8],
    ends: &'a [usize],
    /// The row as a spreadsheet numbers it, from 1.
    pub row: u64,
    /// The line of a text editor the row begins on, from 1.
    pub line: u64,
    /// Whether the row begins a quote that the file never closes.
    pub unclosed: bool,
}

impl<'a> Record<'a> {
    /// A row of the fields that end at these places.
    #[must_use]
    pub const fn new(bytes: &'a [u8], ends: &'a [usize], row: u64, line: u64, unclosed: bool) -> Self {
        Self { bytes, ends, row, line, unclosed }
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
        let start = field.checked_sub(1).map_or(Some(0), |before| self.ends.get(before).copied())?;
        self.bytes.get(start..end)
    }

    /// The fields in order.
    pub fn fields(&self) -> impl Iterator<Item = &'a [u8]> + use<'a> {
        let (bytes, mut start) = (self.bytes, 0);
        self.ends.iter().map(move |end| {
            let field = bytes.get(start..*end).unwrap_or_default();
            start = *end;
            field
        })
    }
}
