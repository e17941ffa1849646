//! A cursor on one JSON value.

use super::issues::{Name, Place};
use super::{Issues, Object, Value};
use crate::calendar::{Date, parse_date};
use crate::error::{Issue, Param, Params, Pointer};
use crate::plan::{Word, nearest};

/// A value of the input and where it stands. Each method reads the value as one kind of thing, or reports
/// that it is none and gives nothing.
#[derive(Debug, Clone, Copy)]
pub struct Reader<'a> {
    value: &'a Value,
    at: Place,
    issues: &'a Issues,
}

impl<'a> Reader<'a> {
    /// On the whole input.
    #[must_use]
    pub const fn root(value: &'a Value, issues: &'a Issues) -> Self {
        Self { value, at: Place::ROOT, issues }
    }

    pub(super) const fn new(value: &'a Value, at: Place, issues: &'a Issues) -> Self {
        Self { value, at, issues }
    }

    /// The value itself.
    #[must_use]
    pub const fn value(&self) -> &'a Value {
        self.value
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

    /// Reports an issue here.
    #[cold]
    pub fn report<const N: usize>(&self, code: &'static str, with: [(&'static str, Param); N]) {
        self.report_all(code, Vec::from(with));
    }

    /// Reports an issue here, with the parameters of what was found.
    #[cold]
    pub fn report_with(&self, code: &'static str, params: Params) {
        self.report_all(code, params.0);
    }

    #[cold]
    #[inline(never)]
    fn report_all(&self, code: &'static str, with: Vec<(&'static str, Param)>) {
        self.issues.push(Issue { code, at: self.pointer(), params: Params(with) });
    }

    /// Reports `wrong-type`.
    #[cold]
    #[inline(never)]
    pub fn wrong_type(&self, expected: &'static str) {
        self.report("wrong-type", [("expected", expected.into()), ("found", self.value.kind().into())]);
    }

    fn expect<T>(&self, expected: &'static str, found: Option<T>) -> Option<T> {
        if found.is_none() {
            self.wrong_type(expected);
        }
        found
    }

    /// As text, of any length.
    #[must_use]
    #[inline(never)]
    pub fn any_text(&self) -> Option<&'a str> {
        self.expect("string", self.value.as_str())
    }

    /// As text with something in it, else `empty-text`.
    #[must_use]
    #[inline(never)]
    pub fn text(&self) -> Option<&'a str> {
        let text = self.any_text()?;
        if text.trim().is_empty() {
            self.report("empty-text", []);
            return None;
        }
        Some(text)
    }

    /// As a finite number.
    #[must_use]
    #[inline(never)]
    pub fn number(&self) -> Option<f64> {
        let number = self.expect("number", self.value.as_f64())?;
        if !number.is_finite() {
            self.report("not-a-number", []);
            return None;
        }
        Some(number)
    }

    /// As a number from `min` to `max`, else `out-of-range`.
    #[must_use]
    pub fn number_in(&self, min: f64, max: f64) -> Option<f64> {
        let number = self.number()?;
        self.in_range(number, min, max)
    }

    /// As a whole number from `min` to `max`.
    #[must_use]
    pub fn whole_in(&self, min: u32, max: u32) -> Option<u32> {
        let number = self.whole(f64::from(min), f64::from(max))?;
        // In range and whole, so nothing is cut off.
        Some(number as u32)
    }

    /// As a count: a whole number from `min` up to the largest that JSON carries exactly.
    #[must_use]
    pub fn count(&self, min: u32) -> Option<u64> {
        const EXACT: f64 = 9_007_199_254_740_991.0;
        Some(self.whole(f64::from(min), EXACT)? as u64)
    }

    #[inline(never)]
    fn whole(&self, min: f64, max: f64) -> Option<f64> {
        let number = self.value.as_f64().filter(|number| number.fract().abs() <= 0.0);
        self.in_range(self.expect("integer", number)?, min, max)
    }

    #[inline(never)]
    fn in_range(&self, number: f64, min: f64, max: f64) -> Option<f64> {
        if number < min || number > max {
            self.issues.push(Issue::out_of_range(self.pointer(), number, min, max));
            return None;
        }
        Some(number)
    }

    /// As true or false.
    #[must_use]
    #[inline(never)]
    pub fn flag(&self) -> Option<bool> {
        let found = if let Value::Bool(flag) = self.value { Some(*flag) } else { None };
        self.expect("boolean", found)
    }

    /// As a day written `YYYY-MM-DD`, else `not-a-date`.
    #[must_use]
    #[inline(never)]
    pub fn date(&self) -> Option<Date> {
        let text = self.any_text()?;
        let date = parse_date(text);
        if date.is_none() {
            self.report("not-a-date", [("value", text.into())]);
        }
        date
    }

    /// As one of a closed list of words, by what it means; else `unknown-value` with the nearest of them.
    #[must_use]
    pub fn choice<T>(&self, names: &[&'static str], from_name: fn(&str) -> Option<T>) -> Option<T> {
        let text = self.any_text()?;
        let found = from_name(text);
        if found.is_none() {
            self.unknown_value(text, names);
        }
        found
    }

    /// As one of a closed list of words, by its position in the list.
    #[must_use]
    #[inline(never)]
    pub fn position(&self, words: &[&'static str]) -> Option<usize> {
        let text = self.any_text()?;
        let found = words.iter().position(|word| *word == text);
        if found.is_none() {
            self.unknown_value(text, words);
        }
        found
    }

    #[cold]
    #[inline(never)]
    fn unknown_value(&self, text: &str, names: &[&'static str]) {
        let allowed: Vec<String> = names.iter().map(|&name| name.to_owned()).collect();
        let mut params = vec![("value", text.into()), ("allowed", allowed.into())];
        if let Some(name) = nearest(text, names.iter().copied()) {
            params.push(("nearest", name.into()));
        }
        self.report_all("unknown-value", params);
    }

    /// As a word of a closed list, else `unknown-value` with the nearest.
    #[must_use]
    pub fn word<T: Word>(&self) -> Option<T> {
        T::ALL.get(self.position(T::WORDS)?).copied()
    }

    /// As an object.
    #[must_use]
    #[inline(never)]
    pub fn object(&self) -> Option<Object<'a>> {
        let found = if let Value::Object(fields) = self.value { Some(fields) } else { None };
        let fields = self.expect("object", found)?;
        Some(Object::new(fields, self.at, self.issues))
    }

    /// As a list: a reader for each item.
    #[must_use]
    #[inline(never)]
    pub fn list(&self) -> Option<Vec<Reader<'a>>> {
        let found = if let Value::Array(items) = self.value { Some(items) } else { None };
        let items = self.expect("array", found)?;
        let mut readers = Vec::with_capacity(items.len());
        for (position, value) in items.iter().enumerate() {
            readers.push(Self::new(value, self.issues.place(self.at, Name::Item(position)), self.issues));
        }
        Some(readers)
    }

    /// What is read of each of them that can be read.
    #[inline(never)]
    pub(super) fn all<T>(readers: &[Self], read: fn(&Self) -> Option<T>) -> Vec<T> {
        let mut all = Vec::with_capacity(readers.len());
        for reader in readers {
            if let Some(one) = read(reader) {
                all.push(one);
            }
        }
        all
    }
}
