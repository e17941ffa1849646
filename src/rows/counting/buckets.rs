//! Numbers to the buckets of a sketch.

/// Adds the counts of some buckets to those of all from a key on.
#[inline(never)]
pub fn add_counts(counts: &mut [u64], first: i32, buckets: &[(i32, u64)]) {
    for (key, count) in buckets {
        if let Some(sum) = counts.get_mut((key - first) as usize) {
            *sum += count;
        }
    }
}

/// Buckets that lie side by side, while numbers fall into them.
#[derive(Debug, Default)]
pub struct Buckets(Vec<Bucket>);

#[derive(Debug)]
struct Bucket {
    key: i32,
    /// Numbers from a little above the last bound up to here lie in it for certain.
    below: f64,
    /// Numbers above this lie in another one for certain.
    above: f64,
    count: u64,
}

impl Buckets {
    /// So near to a bound it is not certain where a number falls.
    const NEAR: f64 = 1e-9;

    /// So many buckets from a key on, the first of which ends at `bound`; each ends at `ratio` times where the one before
    /// does.
    #[must_use]
    pub fn new(first: i32, count: usize, mut bound: f64, ratio: f64) -> Self {
        let bucket = |key| {
            let (below, above) = (bound * (1.0 - Self::NEAR), bound * (1.0 + Self::NEAR));
            bound *= ratio;
            Bucket { key, below, above, count: 0 }
        };
        Self((first..).take(count).map(bucket).collect())
    }

    /// Counts numbers that ascend, but for those next to a bound or beyond all buckets, which are listed.
    #[inline(never)]
    pub fn fill(&mut self, numbers: &[f64], others: &mut Vec<f64>) {
        let mut all = self.0.iter_mut();
        let Some(mut bucket) = all.next() else { return others.extend_from_slice(numbers) };
        for x in numbers {
            while *x > bucket.above {
                match all.next() {
                    Some(next) => bucket = next,
                    None => break,
                }
            }
            if *x < bucket.below {
                bucket.count += 1;
            } else {
                others.push(*x);
            }
        }
    }

    /// The keys of those that are not empty, and their counts.
    pub fn filled(&self) -> impl Iterator<Item = (i32, u64)> {
        self.0.iter().filter(|bucket| bucket.count > 0).map(|bucket| (bucket.key, bucket.count))
    }
}
