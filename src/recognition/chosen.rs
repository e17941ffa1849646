//! Who may be named.

/// Of those named, so many at most are expected not to be above the standard.
pub const FALSE_NAMINGS: f64 = 0.05;

/// Those with the highest chances, as many as keep the expected part of false namings (the mean of 1 − chance) within a
/// limit: the direct posterior approach to the false discovery rate (Newton, Noueiry, Sarkar and Ahlquist 2004, Biostatistics
/// 5:155–176). In the order they were given.
///
/// ```
/// use throughline::recognition::chosen;
/// // 0.01, 0.04 and 0.09 have a mean of 0.0467; with 0.3 it is 0.11.
/// assert_eq!(chosen(&[0.7, 0.96, 0.99, 0.91], 0.05), [1, 2, 3]);
/// assert!(chosen(&[0.9, 0.94], 0.05).is_empty());
/// ```
#[must_use]
pub fn chosen(chances: &[f64], limit: f64) -> Vec<usize> {
    let mut order: Vec<(usize, f64)> = chances.iter().copied().enumerate().collect();
    order.sort_by(|one, other| other.1.total_cmp(&one.1));
    let (mut wrong, mut named) = (0.0, Vec::new());
    for (place, (group, chance)) in order.into_iter().enumerate() {
        wrong += 1.0 - chance;
        // The chances fall, so that the mean of what is wrong with them only rises.
        if wrong > limit * (place + 1) as f64 {
            break;
        }
        named.push(group);
    }
    named.sort_unstable();
    named
}

/// Those of the chosen that may be named, by the sizes of all groups (0 for one whose size is not told): none under `least`
/// cases; and where some group is under it, those who are not named stay at least two with `least` cases together, so that
/// the whole less the named gives no small group away. The smallest give way first.
///
/// ```
/// use throughline::recognition::protected;
/// assert_eq!(protected(&[40, 3, 25], vec![0, 2], 10), [0]);
/// assert_eq!(protected(&[40, 30, 25], vec![0, 2], 10), [0, 2]);
/// ```
#[must_use]
pub fn protected(sizes: &[u64], chosen: Vec<usize>, least: u64) -> Vec<usize> {
    let size = |group: usize| sizes.get(group).copied().unwrap_or(0);
    let mut named: Vec<usize> = chosen.into_iter().filter(|group| size(*group) >= least).collect();
    if sizes.iter().all(|size| *size >= least) {
        return named;
    }
    // The smallest at the end, where they give way.
    named.sort_by_key(|group| (std::cmp::Reverse(size(*group)), std::cmp::Reverse(*group)));
    let cases_of = |groups: &[usize]| groups.iter().map(|group| size(*group)).sum::<u64>();
    let (mut count, mut cases) = (sizes.len() - named.len(), sizes.iter().sum::<u64>() - cases_of(&named));
    while count < 2 || cases < least {
        let Some(smallest) = named.pop() else { break };
        (count, cases) = (count + 1, cases + size(smallest));
    }
    named.sort_unstable();
    named
}
