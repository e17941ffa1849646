//! Which known word was probably meant.

/// The candidate nearest to `word`, where one is near enough to be meant: at most a third of its letters
/// inserted, dropped, changed or swapped with their neighbour. The first wins a tie.
///
/// ```
/// use throughline::plan::nearest;
/// assert_eq!(nearest("taget", ["title", "target", "due"]), Some("target"));
/// assert_eq!(nearest("colour", ["title", "target", "due"]), None);
/// ```
#[must_use]
pub fn nearest<'a>(word: &str, candidates: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    // Beyond this a word is prose, and comparing it is wasted time.
    const LONGEST: usize = 64;
    let letters = word.chars().count();
    if letters == 0 || letters > LONGEST {
        return None;
    }
    let mut best: Option<(usize, &str)> = None;
    for candidate in candidates {
        let allowed =
            letters.max(candidate.chars().count()).div_ceil(3).min(best.map_or(usize::MAX, |(d, _)| d - 1));
        if candidate.chars().count().abs_diff(letters) > allowed {
            continue;
        }
        let distance = strsim::osa_distance(&lower(word), &lower(candidate));
        if distance == 0 {
            return Some(candidate);
        }
        if distance <= allowed {
            best = Some((distance, candidate));
        }
    }
    best.map(|(_, candidate)| candidate)
}

/// Letter by letter: what a letter's neighbours do to its small form (a sigma at the end) is no matter here.
fn lower(word: &str) -> String {
    word.chars().flat_map(char::to_lowercase).collect()
}
