//! A cursor on one JSON object: each field is asked for by name, what was never asked for is unknown.

use super::issues::{Name, Place};
use super::{Fields, Issues, Reader};
use crate::calendar::Date;
use crate::error::{Issue, Pointer};
use crate::plan::{Word, nearest};

/// An object of the input. Read every field it may have, then call [`Object::finish`].
///
/// What is not generic is compiled once and called: decoders are long lists of fields.
#[derive(Debug)]
pub struct Object<'a> {
    fields: &'a Fields,
    at: Place,
    issues: &'a Issues,
    known: Vec<&'static str>,
}

impl<'a> Object<'a> {
    pub(super) const fn new(fields: &'a Fields, at: Place, issues: &'a Issues) -> Self {
        Self { fields, at, issues, known: Vec::new() }
    }

    /// Where it stands.
    #[must_use]
    pub fn pointer(&self) -> Pointer {
        self.issues.pointer(self.at)
    }

    /// The issues of this input.
    #[must_use]
    pub const fn issues(&self) -> &'a Issues {
        self.issues
    }

    /// Whether the object has this field; does not count as asking for it.
    #[must_use]
    pub fn has(&self, name: &str) -> bool {
        self.fields.get(name).is_some()
    }

    /// Every field as (name, reader), for objects that are maps; marks none as known.
    pub fn entries(&self) -> impl Iterator<Item = (&'a str, Reader<'a>)> {
        self.fields.iter().map(|(name, value)| {
            let at = self.issues.place(self.at, Name::Written(name.to_owned()));
            (name, Reader::new(value, at, self.issues))
        })
    }

    /// The field `version`; none where it is another than this, since what its fields mean is not known here.
    ///
    /// Missing, or no number, it is reported and the rest is read all the same.
    #[inline(never)]
    pub fn version(&mut self, supported: u32) -> Option<()> {
        let supported = f64::from(supported);
        let Some(field) = self.required("version") else { return Some(()) };
        let Some(version) = field.number().filter(|version| version.total_cmp(&supported).is_ne()) else {
            return Some(());
        };
        field.report("version-unsupported", [("version", version.into()), ("supported", supported.into())]);
        None
    }

    /// A field that may be absent.
    #[inline(never)]
    pub fn field(&mut self, name: &'static str) -> Option<Reader<'a>> {
        self.known.push(name);
        let value = self.fields.get(name)?;
        Some(Reader::new(value, self.issues.place(self.at, Name::Field(name)), self.issues))
    }

    /// A field that must be there, else `missing-field`.
    #[inline(never)]
    pub fn required(&mut self, name: &'static str) -> Option<Reader<'a>> {
        let field = self.field(name);
        if field.is_none() {
            self.missing(name);
        }
        field
    }

    /// Reports `missing-field`.
    #[cold]
    pub fn missing(&self, name: &'static str) {
        self.issues.push(Issue::new("missing-field", self.pointer()).with("field", name));
    }

    /// A text that may be absent, not empty.
    #[inline(never)]
    pub fn text(&mut self, name: &'static str) -> Option<String> {
        self.field(name)?.text().map(str::to_owned)
    }

    /// A text that must be there and not be empty; empty where it is not.
    #[inline(never)]
    pub fn required_text(&mut self, name: &'static str) -> String {
        self.required(name).and_then(|field| field.text()).unwrap_or_default().to_owned()
    }

    /// A number that may be absent.
    #[inline(never)]
    pub fn number(&mut self, name: &'static str) -> Option<f64> {
        self.field(name)?.number()
    }

    /// A number that must be there.
    #[inline(never)]
    pub fn required_number(&mut self, name: &'static str) -> Option<f64> {
        self.required(name)?.number()
    }

    /// A number from `min` to `max` that may be absent.
    pub fn number_in(&mut self, name: &'static str, min: f64, max: f64) -> Option<f64> {
        self.field(name)?.number_in(min, max)
    }

    /// True or false, that may be absent.
    #[inline(never)]
    pub fn flag(&mut self, name: &'static str) -> Option<bool> {
        self.field(name)?.flag()
    }

    /// A day that may be absent.
    #[inline(never)]
    pub fn date(&mut self, name: &'static str) -> Option<Date> {
        self.field(name)?.date()
    }

    /// A day that must be there.
    #[inline(never)]
    pub fn required_date(&mut self, name: &'static str) -> Option<Date> {
        self.required(name)?.date()
    }

    /// A word of a closed list, that may be absent.
    pub fn word<T: Word>(&mut self, name: &'static str) -> Option<T> {
        T::ALL.get(self.position(name, T::WORDS)?).copied()
    }

    #[inline(never)]
    fn position(&mut self, name: &'static str, words: &[&'static str]) -> Option<usize> {
        self.field(name)?.position(words)
    }

    /// The items of a list; none where it is absent.
    #[inline(never)]
    pub fn list(&mut self, name: &'static str) -> Vec<Reader<'a>> {
        self.field(name).and_then(|field| field.list()).unwrap_or_default()
    }

    /// What is read of each item of a list; none where the list is absent.
    pub fn each<T>(&mut self, name: &'static str, read: fn(&Reader<'a>) -> Option<T>) -> Vec<T> {
        Reader::all(&self.list(name), read)
    }

    /// Reports every field that was not asked for, with the nearest that was.
    #[inline(never)]
    pub fn finish(self) {
        for (name, _) in self.fields.iter() {
            if !self.known.contains(&name) {
                self.unknown(name);
            }
        }
    }

    #[cold]
    #[inline(never)]
    fn unknown(&self, name: &str) {
        let mut issue = Issue::new("unknown-field", self.pointer().field(name)).with("field", name);
        if let Some(nearest) = nearest(name, self.known.iter().copied()) {
            issue = issue.with("nearest", nearest);
        }
        self.issues.push(issue);
    }
}
