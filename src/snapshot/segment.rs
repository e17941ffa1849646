//! A group of rows within a period.

/// A value of one dimension, of two dimensions together, or of none: the whole.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Segment(Vec<(u8, String)>);

impl Segment {
    /// All rows of a period.
    pub const WHOLE: Self = Self(Vec::new());

    /// A value of a dimension, by its place among the source's.
    #[must_use]
    pub fn one(dimension: u8, value: impl Into<String>) -> Self {
        Self(vec![(dimension, value.into())])
    }

    /// Values of several dimensions together, in any order.
    #[must_use]
    pub fn of(mut values: Vec<(u8, String)>) -> Self {
        values.sort();
        Self(values)
    }

    /// The values, each with the place of its dimension, in that order.
    #[must_use]
    pub fn values(&self) -> &[(u8, String)] {
        &self.0
    }

    /// Whether it is the whole.
    #[must_use]
    pub const fn is_whole(&self) -> bool {
        self.0.is_empty()
    }

    /// The places of its dimensions.
    pub fn dimensions(&self) -> impl Iterator<Item = u8> + '_ {
        self.0.iter().map(|(dimension, _)| *dimension)
    }

    /// Every segment of its dimensions, as one: what is listed where none of them can be written.
    #[must_use]
    pub fn every(&self) -> Self {
        Self(self.dimensions().map(|dimension| (dimension, String::new())).collect())
    }
}
