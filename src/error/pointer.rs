//! Where in a JSON input: a pointer after RFC 6901.

use std::fmt::{self, Write};

/// A JSON pointer, such as `/goals/2/kpis/0/target`; the empty one is the whole document.
///
/// ```
/// use throughline::error::Pointer;
/// let at = Pointer::root().field("goals").index(2).field("a/b");
/// assert_eq!(at.as_str(), "/goals/2/a~1b");
/// ```
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct Pointer(String);

impl Pointer {
    /// The whole document.
    #[must_use]
    pub const fn root() -> Self {
        Self(String::new())
    }

    /// The field `name` of the object here.
    #[must_use]
    pub fn field(&self, name: &str) -> Self {
        let mut text = String::with_capacity(self.0.len() + name.len() + 1);
        text.push_str(&self.0);
        text.push('/');
        for letter in name.chars() {
            match letter {
                '~' => text.push_str("~0"),
                '/' => text.push_str("~1"),
                other => text.push(other),
            }
        }
        Self(text)
    }

    /// The item at `position` of the list here.
    #[must_use]
    pub fn index(&self, position: usize) -> Self {
        let mut text = self.0.clone();
        // Writing to a string cannot fail.
        let _ = write!(text, "/{position}");
        Self(text)
    }

    /// The pointer as text.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Whether this is the whole document.
    #[must_use]
    pub fn is_root(&self) -> bool {
        self.0.is_empty()
    }
}

impl fmt::Display for Pointer {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(&self.0)
    }
}
