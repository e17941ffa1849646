//! Closed lists of words: an enum, the name of each in JSON, and the way back.

use crate::calendar::{Granularity, WeekOne, WeekStart};

/// A closed list of words: an enum whose variants each have one name.
pub trait Word: Copy + Sized + 'static {
    /// All words.
    const ALL: &'static [Self];
    /// The name of the list itself.
    const TYPE: &'static str;
    /// What the list is about.
    const ABOUT: &'static str;
    /// The names of all its words, in the same order.
    const WORDS: &'static [&'static str];

    /// The name of this word in JSON.
    fn word(self) -> &'static str;
}

/// Declares an enum whose variants each have one name, with `ALL`, `NAMES`, `name` and `from_name`.
macro_rules! named {
    (#[doc = $about:literal] $name:ident { $($(#[$variant_doc:meta])* $variant:ident = $text:literal,)+ }) => {
        $crate::plan::named! { @words #[doc = $about] $name { $($(#[$variant_doc])* $variant = $text,)+ } }

        impl $name {
            /// The name in JSON.
            #[must_use]
            #[expect(clippy::indexing_slicing, reason = "one name for each variant, in their order")]
            pub const fn name(self) -> &'static str {
                Self::NAMES[self as usize]
            }

            /// The one of that name.
            #[must_use]
            pub fn from_name(name: &str) -> Option<Self> {
                let place = Self::NAMES.iter().position(|each| *each == name)?;
                Self::ALL.get(place).copied()
            }
        }
    };
    (
        @words
        #[doc = $about:literal] $name:ident { $($(#[$variant_doc:meta])* $variant:ident = $text:literal,)+ }
    ) => {
        #[doc = $about]
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum $name {
            $($(#[$variant_doc])* $variant,)+
        }

        impl $name {
            /// All of them.
            pub const ALL: &'static [Self] = &[$(Self::$variant,)+];
            /// Their names, in the same order.
            pub const NAMES: &'static [&'static str] = &[$($text,)+];
        }

        impl $crate::plan::Word for $name {
            const ALL: &'static [Self] = Self::ALL;
            const TYPE: &'static str = stringify!($name);
            const ABOUT: &'static str = $about;
            const WORDS: &'static [&'static str] = Self::NAMES;

            fn word(self) -> &'static str {
                self.name()
            }
        }
    };
}

pub(crate) use named;

impl Word for Granularity {
    const ALL: &'static [Self] = &[Self::Day, Self::Week, Self::Month, Self::Quarter, Self::Year];
    const TYPE: &'static str = "Granularity";
    const ABOUT: &'static str = " The length of a period.";
    const WORDS: &'static [&'static str] = &["day", "week", "month", "quarter", "year"];

    fn word(self) -> &'static str {
        self.name()
    }
}

impl Word for WeekStart {
    const ALL: &'static [Self] = &[Self::Monday, Self::Sunday, Self::Saturday];
    const TYPE: &'static str = "WeekStart";
    const ABOUT: &'static str = " The day a week begins on.";
    const WORDS: &'static [&'static str] = &["monday", "sunday", "saturday"];

    fn word(self) -> &'static str {
        Self::WORDS.get(self as usize).copied().unwrap_or_default()
    }
}

impl Word for WeekOne {
    const ALL: &'static [Self] = &[Self::FourDays, Self::JanuaryFirst];
    const TYPE: &'static str = "WeekOne";
    const ABOUT: &'static str =
        " Which week of a year is its first: the one with four days of it (ISO), or the one with 1 January.";
    const WORDS: &'static [&'static str] = &["four-days", "january-1"];

    fn word(self) -> &'static str {
        Self::WORDS.get(self as usize).copied().unwrap_or_default()
    }
}
