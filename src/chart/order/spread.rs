//! A graph spread along one line, so that what is joined lies close together.
//!
//! The line is the slowest way in which differences between neighbours even out: the second eigenvector of a random walk
//! on the graph, from which half the steps stay (Hall 1970; Fiedler 1973). A walk is repeated, and after each stretch by
//! Chebyshev's polynomials, which let every faster way die out far sooner than walking alone (Saad 2011, chapter 7).

/// Steps of plain walking before the first stretch.
const STEPS: usize = 30;
/// Stretches, and the steps of each.
const STRETCHES: usize = 4;
const STRETCH: usize = 40;
/// Ways that even out so much faster than the one found so far are let die out.
const FASTER: f64 = 4.0;

struct Walk<'a> {
    up: &'a [Vec<usize>],
    down: &'a [Vec<usize>],
    /// How many neighbours each node has, and all together.
    degrees: Vec<f64>,
    all: f64,
}

/// Where each node lies on the line.
pub(super) fn spread(up: &[Vec<usize>], down: &[Vec<usize>]) -> Vec<f64> {
    let degrees: Vec<f64> = up.iter().zip(down).map(|(up, down)| (up.len() + down.len()) as f64).collect();
    let walk = Walk { up, down, all: degrees.iter().sum::<f64>().max(1.0), degrees };
    // Any beginning will do that is not even: these numbers look like chance.
    let mut line: Vec<f64> =
        (0..up.len()).map(|at| f64::from((at as u32 + 1).wrapping_mul(2_654_435_761) >> 8)).collect();
    for _ in 0..STEPS {
        line = walk.step(&line);
    }
    for _ in 0..STRETCHES {
        line = walk.stretch(line);
    }
    line
}

impl Walk<'_> {
    /// Each node half where it was, half amid its neighbours; all together about zero.
    fn step(&self, line: &[f64]) -> Vec<f64> {
        let at = |node: &usize| line.get(*node).copied().unwrap_or_default();
        let sides = self.up.iter().zip(self.down).zip(line.iter().zip(&self.degrees));
        let next = sides.map(|((up, down), (own, degree))| {
            let near: f64 = up.iter().chain(down).map(at).sum();
            if *degree > 0.0 { f64::midpoint(*own, near / degree) } else { 0.0 }
        });
        let mut next: Vec<f64> = next.collect();
        let mean = next.iter().zip(&self.degrees).map(|(own, degree)| own * degree).sum::<f64>() / self.all;
        next.iter_mut().for_each(|own| *own -= mean);
        next
    }

    fn product(&self, one: &[f64], two: &[f64]) -> f64 {
        one.iter().zip(two).zip(&self.degrees).map(|((one, two), degree)| one * two * degree).sum()
    }

    fn stretch(&self, mut line: Vec<f64>) -> Vec<f64> {
        let size = self.product(&line, &line).sqrt();
        // All of it has evened out: there is no more to find.
        if size.is_nan() || size <= f64::MIN_POSITIVE {
            return line;
        }
        line.iter_mut().for_each(|own| *own /= size);
        let walked = self.step(&line);
        let slowest = self.product(&line, &walked);
        let cut = (1.0 - FASTER * (1.0 - slowest)).max(0.5);
        let mut next: Vec<f64> =
            walked.iter().zip(&line).map(|(walked, own)| 2.0 * walked / cut - own).collect();
        for _ in 0..STRETCH {
            let walked = self.step(&next);
            for ((own, next), walked) in line.iter_mut().zip(&mut next).zip(walked) {
                let then = 2.0 * (2.0 * walked / cut - *next) - *own;
                *own = *next;
                *next = then;
            }
        }
        next
    }
}
