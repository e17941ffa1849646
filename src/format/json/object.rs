//! A cursor on one JSON object: each field is asked for by name, what was never asked for is unknown.

use super::{Fields, Issues, Reader};
use crate::calendar::Date;
use crate::error::{Issue, Pointer};
use crate::plan::{Word, nearest};

/// An object of the input. Read every field it may have, then call [`Object::finish`].
#[derive(Debug)]
pub struct Object<'a> {
    map: &'a Fields,
    at: Pointer,
    issues: &'a Issues,
    known: Vec<&'static str>,
}

impl<'a> Object<'a> {
    pub(super) const fn new(map: &'a Fields, at: Pointer, issues: &'a Issues) -> Self {
        Self { map, at, issues, known: Vec::new() }
    }

    /// Where it stands.
    #[must_use]
    pub const fn at(&self) -> &Pointer {
        &self.at
    }

    /// The issues of this input.
    #[must_use]
    pub const fn issues(&self) -> &'a Issues {
        self.issues
    }

    /// Whether the object has this field; does not count as asking for it.
    #[must_use]
    pub fn has(&self, name: &str) -> bool {
        self.map.get(name).is_some()
    }

    /// Names of the fields written, for objects that are maps; marks none as known.
    pub fn names(&self) -> impl Iterator<Item = &'a str> + use<'a> {
        self.map.iter().map(|(name, _)| name)
    }

    /// Every field as (name, reader), for objects that are maps.
    pub fn entries(&self) -> impl Iterator<Item = (&'a str, Reader<'a>)> {
        self.map.iter().map(|(name, value)| (name, Reader::new(value, self.at.field(name), self.issues)))
    }

    /// A field that may be absent.
    pub fn field(&mut self, name: &'static str) -> Option<Reader<'a>> {
        self.known.push(name);
        let value = self.map.get(name)?;
        Some(Reader::new(value, self.at.field(name), self.issues))
    }

    /// A field that must be there, else `missing-field`.
    pub fn required(&mut self, name: &'static str) -> Option<Reader<'a>> {
        let field = self.field(name);
        if field.is_none() {
            self.missing(name);
        }
        field
    }

    /// Reports `missing-field`.
    pub fn missing(&self, name: &'static str) {
        self.issues.push(Issue::new("missing-field", self.at.clone()).with("field", name));
    }

    /// A text that may be absent, not empty.
    pub fn text(&mut self, name: &'static str) -> Option<String> {
        self.field(name)?.text().map(str::to_owned)
    }

    /// A text that must be there and not be empty; empty where it is not.
    pub fn required_text(&mut self, name: &'static str) -> String {
        self.required(name).and_then(|field| field.text()).unwrap_or_default().to_owned()
    }

    /// A number that may be absent.
    pub fn number(&mut self, name: &'static str) -> Option<f64> {
        self.field(name)?.number()
    }

    /// A number that must be there.
    pub fn required_number(&mut self, name: &'static str) -> Option<f64> {
        self.required(name)?.number()
    }

    /// A number from `min` to `max` that may be absent.
    pub fn number_in(&mut self, name: &'static str, min: f64, max: f64) -> Option<f64> {
        self.field(name)?.number_in(min, max)
    }

    /// True or false, that may be absent.
    pub fn flag(&mut self, name: &'static str) -> Option<bool> {
        self.field(name)?.flag()
    }

    /// A day that may be absent.
    pub fn date(&mut self, name: &'static str) -> Option<Date> {
        self.field(name)?.date()
    }

    /// A word of a closed list, that may be absent.
    pub fn word<T: Word>(&mut self, name: &'static str) -> Option<T> {
        self.field(name)?.word()
    }

    /// The items of a list; none where it is absent.
    pub fn list(&mut self, name: &'static str) -> Vec<Reader<'a>> {
        self.field(name).and_then(|field| field.list()).unwrap_or_default()
    }

    /// Reports every field that was not asked for, with the nearest that was.
    pub fn finish(self) {
        for name in self.names().filter(|name| !self.known.contains(name)) {
            let mut issue = Issue::new("unknown-field", self.at.field(name)).with("field", name);
            if let Some(nearest) = nearest(name, self.known.iter().copied()) {
                issue = issue.with("nearest", nearest);
            }
            self.issues.push(issue);
        }
    }
}
