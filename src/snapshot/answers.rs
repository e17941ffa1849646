//! Answers on a scale, counted.

/// How many gave each answer, by the point of the scale. A list in order: a scale has few points, and a first picture
/// reads it without a tree's code.
///
/// ```
/// use throughline::snapshot::Answers;
/// let mut answers = Answers::from([(5, 42), (4, 32), (1, 14)]);
/// answers.add(4, 3);
/// assert_eq!(answers.between(4, 5), 77);
/// assert_eq!(answers.total(), 91);
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Answers(Vec<(i32, u64)>);

impl Answers {
    /// So many more gave this answer.
    pub fn add(&mut self, point: i32, count: u64) {
        let place = self.0.partition_point(|(known, _)| *known < point);
        match self.0.get_mut(place) {
            Some((known, so_far)) if *known == point => *so_far += count,
            _ => self.0.insert(place, (point, count)),
        }
    }

    /// Adds all answers of others to the same question.
    pub fn merge(&mut self, other: &Self) {
        other.iter().for_each(|(point, count)| self.add(point, count));
    }

    /// Point and count, the lowest first.
    pub fn iter(&self) -> impl Iterator<Item = (i32, u64)> + '_ {
        self.0.iter().copied()
    }

    /// How many answered from one point to another, both included.
    #[must_use]
    pub fn between(&self, low: i32, high: i32) -> u64 {
        self.iter().filter(|(point, _)| (low..=high).contains(point)).map(|(_, count)| count).sum()
    }

    /// How many answered.
    #[must_use]
    pub fn total(&self) -> u64 {
        self.between(i32::MIN, i32::MAX)
    }

    /// Whether there is no answer.
    #[must_use]
    pub const fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

impl FromIterator<(i32, u64)> for Answers {
    fn from_iter<I: IntoIterator<Item = (i32, u64)>>(points: I) -> Self {
        let mut answers = Self::default();
        points.into_iter().for_each(|(point, count)| answers.add(point, count));
        answers
    }
}

impl<const N: usize> From<[(i32, u64); N]> for Answers {
    fn from(points: [(i32, u64); N]) -> Self {
        points.into_iter().collect()
    }
}
