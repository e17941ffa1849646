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
        let distance = strsim::osa_distance(&small(word), &small(candidate));
        if distance == 0 {
            return Some(candidate);
        }
        if distance <= allowed {
            best = Some((distance, candidate));
        }
    }
    best.map(|(_, candidate)| candidate)
}

/// A text in lower case, in the scripts that have one next to their capitals: Latin, Greek, Cyrillic. The standard
/// library's table of every script weighs more than the whole check of a plan, for what is only a hint.
fn small(text: &str) -> String {
    let letter = |letter: char| {
        let code = u32::from(letter);
        let code = match letter {
            'A'..='Z' | 'À'..='Ö' | 'Ø'..='Þ' | 'Α'..='Ϋ' | 'А'..='Я' => code + 32,
            'Ѐ'..='Џ' => code + 80,
            'Ā'..='ķ' | 'Ŋ'..='ŷ' => code | 1,
            'Ĺ'..='ň' | 'Ź'..='ž' => code + code % 2,
            _ => code,
        };
        char::from_u32(code).unwrap_or(letter)
    };
    text.chars().map(letter).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn capitals_are_no_mistake() {
        for (word, known) in
            [("ZÜRICH-ÉTÉ", "zürich-été"), ("ŁÓDŹ ĶŇ", "łódź ķň"), ("ΑΘΗΝΑ", "αθηνα"), ("ЁЖИК", "ёжик")]
        {
            assert_eq!(small(word), known);
            assert_eq!(nearest(word, [known]), Some(known));
        }
    }
}
