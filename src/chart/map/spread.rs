//! Places along a line: the nearest to where each would like to be, in the given order, without overlap.

/// Start edges for boxes of one width, in order, at least `gap` apart and inside `from..to`, with the least sum of
/// squared distances between each box's middle and where it `wants` to be (isotonic regression by pooling).
#[must_use]
pub fn spread(wants: &[f64], width: f64, gap: f64, (from, to): (f64, f64)) -> Vec<f64> {
    let mut offset = 0.0;
    let mut pools: Vec<(f64, usize)> = Vec::with_capacity(wants.len());
    for want in wants {
        let mut pool = (want - width / 2.0 - offset - from, 1usize);
        while let Some(&(last, size)) = pools.last() {
            if last <= pool.0 {
                break;
            }
            pools.pop();
            let both = size + pool.1;
            pool = ((last * size as f64 + pool.0 * pool.1 as f64) / both as f64, both);
        }
        pools.push(pool);
        offset += width + gap;
    }
    let room = (to - from - (offset - gap)).max(0.0);
    let mut edges = Vec::with_capacity(wants.len());
    let mut offset = 0.0;
    for (value, size) in pools {
        for _ in 0..size {
            edges.push(from + value.clamp(0.0, room) + offset);
            offset += width + gap;
        }
    }
    edges
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn boxes_go_where_they_want_when_they_can() {
        assert_eq!(spread(&[50.0, 150.0], 20.0, 10.0, (0.0, 200.0)), [40.0, 140.0]);
        assert_eq!(spread(&[100.0, 100.0], 20.0, 10.0, (0.0, 200.0)), [75.0, 105.0]);
    }

    proptest! {
        #[test]
        fn boxes_that_fit_never_overlap_nor_leave(wants in prop::collection::vec(-500.0..1500.0f64, 0..12), width in 5.0..60.0f64) {
            let at = spread(&wants, width, 8.0, (10.0, 1010.0));
            let ends: Vec<f64> = at.iter().map(|edge| edge + width).collect();
            prop_assert!(at.iter().skip(1).zip(&ends).all(|(next, end)| next - end >= 8.0 - 1e-6));
            prop_assert!(at.iter().all(|a| *a >= 10.0 - 1e-6) && ends.iter().all(|e| *e <= 1010.0 + 1e-6));
        }
    }
}
