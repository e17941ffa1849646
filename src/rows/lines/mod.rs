//! Lines that need no parser, many at once.

mod marks;
mod places;

pub(crate) use places::Places;

/// Lines that follow one another in a window, each with as many fields as was asked for, or marked as odd.
///
/// A field in quotes is there with its quotes: it begins with one and ends with another, no line break lies within.
#[derive(Clone, Copy, Debug)]
pub struct Lines<'a> {
    bytes: &'a [u8],
    width: usize,
    places: &'a Places,
    /// The row of the first as a spreadsheet numbers it, from 1.
    pub row: u64,
}

impl<'a> Lines<'a> {
    pub(crate) const fn new(bytes: &'a [u8], width: usize, places: &'a Places, row: u64) -> Self {
        Self { bytes, width, places, row }
    }

    /// How many there are.
    #[must_use]
    pub const fn len(&self) -> usize {
        self.places.starts.len()
    }

    /// Whether there are none.
    #[must_use]
    pub const fn is_empty(&self) -> bool {
        self.places.starts.is_empty()
    }

    /// How many fields each has.
    #[must_use]
    pub const fn width(&self) -> usize {
        self.width
    }

    /// What they lie in.
    pub(crate) const fn bytes(&self) -> &'a [u8] {
        self.bytes
    }

    /// For each whether it has another number of fields.
    pub(crate) fn odd(&self) -> &'a [bool] {
        &self.places.odd
    }

    /// Where a field of each begins and ends.
    #[inline(always)]
    pub(crate) fn spans(&self, field: usize) -> impl Iterator<Item = (usize, usize)> + use<'a> {
        let before = field.checked_sub(1);
        self.places.ends.chunks_exact(self.width.max(1)).zip(&self.places.starts).map(move |(ends, start)| {
            let at = |place: usize| ends.get(place).copied().unwrap_or(*start) as usize;
            let start = before.map_or(*start as usize, |before| at(before) + 1);
            // Fields that a line lacks are empty.
            (start, at(field).max(start))
        })
    }

    /// Where a field of one begins and ends.
    pub(crate) fn span(&self, line: usize, field: usize) -> Option<(usize, usize)> {
        let first = line * self.width;
        let end = |field: usize| self.places.ends.get(first + field).map(|end| *end as usize);
        let start = match field.checked_sub(1) {
            None => *self.places.starts.get(line)? as usize,
            Some(before) => end(before)? + 1,
        };
        Some((start, end(field)?))
    }

    /// A line as it stands in the file, without its line break.
    #[must_use]
    pub fn raw(&self, line: usize) -> Option<&'a [u8]> {
        let start = *self.places.starts.get(line)? as usize;
        let whole = self.bytes.get(start..self.next(line)?)?;
        let whole = whole.strip_suffix(b"\n").unwrap_or(whole);
        Some(whole.strip_suffix(b"\r").unwrap_or(whole))
    }

    /// A line and its line break.
    pub(crate) fn whole(&self, line: usize) -> Option<&'a [u8]> {
        self.bytes.get(*self.places.starts.get(line)? as usize..self.next(line)?)
    }

    /// Where the line behind one begins.
    fn next(&self, line: usize) -> Option<usize> {
        let next = self.places.starts.get(line + 1).copied().unwrap_or(self.places.used);
        Some(next as usize)
    }
}
