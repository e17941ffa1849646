//! Words that give a kind of sentence away, by language: data, not grammar, and a hint at best.
//!
//! A title is held against the lists of every language, since a plan does not say which it is written in. Another
//! language is one more entry of [`LEXICONS`].

/// The telling words of one language, in lower case.
pub(in crate::alignment) struct Lexicon {
    /// First words of a title that say what is done rather than what comes of it.
    pub(in crate::alignment) activity: &'static [&'static str],
    /// Words of a title that say what one wants to be rather than how to get there.
    pub(in crate::alignment) mission: &'static [&'static str],
    /// Words that promise more of something without saying of what.
    pub(in crate::alignment) vague: &'static [&'static str],
}

/// All of them.
pub(in crate::alignment) const LEXICONS: &[Lexicon] = &[ENGLISH];

const ENGLISH: Lexicon = Lexicon {
    activity: &[
        "adopt",
        "build",
        "buy",
        "conduct",
        "create",
        "define",
        "deploy",
        "develop",
        "draft",
        "establish",
        "hire",
        "hold",
        "implement",
        "install",
        "introduce",
        "launch",
        "migrate",
        "organise",
        "organize",
        "perform",
        "pilot",
        "purchase",
        "recruit",
        "replace",
        "roll out",
        "run",
        "set up",
        "start",
        "train",
        "update",
        "upgrade",
        "write",
    ],
    mission: &[
        "be known",
        "be the",
        "become",
        "best in class",
        "best-in-class",
        "delight",
        "excellence",
        "industry-leading",
        "market leader",
        "number one",
        "our vision",
        "strive",
        "the best",
        "to be the",
        "trusted partner",
        "we exist",
        "world-class",
        "world class",
    ],
    vague: &[
        "best",
        "better",
        "enhance",
        "enhanced",
        "excellent",
        "good",
        "great",
        "improve",
        "improved",
        "improving",
        "maximise",
        "maximize",
        "optimal",
        "optimise",
        "optimize",
        "stronger",
        "world-class",
    ],
};

/// The telling word that a title begins with.
pub(in crate::alignment) fn begins_with(
    title: &str,
    list: fn(&Lexicon) -> &'static [&'static str],
) -> Option<&'static str> {
    let title = title.trim_start().to_ascii_lowercase();
    let begins = |word: &str| title.strip_prefix(word).is_some_and(ends_word);
    words(list).find(|word| begins(word))
}

/// The telling word that stands somewhere in a title.
pub(in crate::alignment) fn contains(
    title: &str,
    list: fn(&Lexicon) -> &'static [&'static str],
) -> Option<&'static str> {
    let title = title.to_ascii_lowercase();
    let stands = |word: &str| {
        title.match_indices(word).any(|(at, _)| {
            let (before, rest) = title.split_at_checked(at).unwrap_or_default();
            let behind = rest.strip_prefix(word).unwrap_or_default();
            !before.ends_with(is_letter) && ends_word(behind)
        })
    };
    words(list).find(|word| stands(word))
}

fn words(list: fn(&Lexicon) -> &'static [&'static str]) -> impl Iterator<Item = &'static str> {
    LEXICONS.iter().flat_map(list).copied()
}

fn ends_word(rest: &str) -> bool {
    !rest.starts_with(is_letter)
}

/// Letters beyond ASCII are taken as such without asking Unicode's tables, which would be most of this module.
const fn is_letter(letter: char) -> bool {
    letter.is_ascii_alphanumeric() || !letter.is_ascii()
}
