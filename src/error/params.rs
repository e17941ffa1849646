//! The parameters of a code: what a sentence about it needs.

use std::fmt;

/// Named parameters, few and in the order they were given.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Params(pub Vec<(&'static str, Param)>);

impl Params {
    /// No parameters.
    #[must_use]
    pub const fn none() -> Self {
        Self(Vec::new())
    }

    /// The same parameters and one more.
    #[must_use]
    pub fn with(mut self, name: &'static str, value: impl Into<Param>) -> Self {
        self.push(name, value.into());
        self
    }

    /// Adds a parameter.
    pub fn push(&mut self, name: &'static str, value: Param) {
        self.0.push((name, value));
    }

    /// The parameter called `name`.
    #[must_use]
    pub fn get(&self, name: &str) -> Option<&Param> {
        self.0.iter().find(|(key, _)| *key == name).map(|(_, value)| value)
    }

    /// Name and value of each, in order.
    pub fn iter(&self) -> impl Iterator<Item = (&'static str, &Param)> {
        self.0.iter().map(|(name, value)| (*name, value))
    }

    /// Whether there are none.
    #[must_use]
    pub const fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

impl fmt::Display for Params {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (position, (name, value)) in self.iter().enumerate() {
            let gap = if position == 0 { "" } else { ", " };
            write!(out, "{gap}{name}: {value}")?;
        }
        Ok(())
    }
}

/// The value of a parameter.
#[derive(Debug, Clone, PartialEq)]
pub enum Param {
    /// An id, a field's name, a date.
    Text(String),
    /// A finite number, formatted by the host.
    Number(f64),
    /// Several texts, such as the ids of a cycle.
    List(Vec<String>),
}

impl fmt::Display for Param {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Text(text) => out.write_str(text),
            Self::Number(number) => write!(out, "{number}"),
            Self::List(list) => out.write_str(&list.join(" → ")),
        }
    }
}

impl From<&str> for Param {
    fn from(text: &str) -> Self {
        Self::Text(text.to_owned())
    }
}

impl From<String> for Param {
    fn from(text: String) -> Self {
        Self::Text(text)
    }
}

impl From<f64> for Param {
    fn from(number: f64) -> Self {
        Self::Number(number)
    }
}

impl From<u32> for Param {
    fn from(number: u32) -> Self {
        Self::Number(f64::from(number))
    }
}

impl From<Vec<String>> for Param {
    fn from(list: Vec<String>) -> Self {
        Self::List(list)
    }
}
