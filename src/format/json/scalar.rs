//! The scalars of written JSON: each serialises as a plain value and carries its rule into the schema.

use serde::{Serialize, Serializer};

use crate::calendar::Date;
use crate::plan;

/// A text with something in it.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize)]
pub struct Text(pub String);

impl From<&str> for Text {
    fn from(text: &str) -> Self {
        Self(text.to_owned())
    }
}

impl From<&String> for Text {
    fn from(text: &String) -> Self {
        Self(text.clone())
    }
}

/// A finite number; a whole one is written without a point.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Number(pub f64);

/// A number from 0 to 1.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Fraction(pub f64);

/// A number that is not negative.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Weight(pub f64);

/// A number above 0.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Positive(pub f64);

/// A whole number from 1.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub struct Count(pub u64);

/// A day, written `YYYY-MM-DD`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Day(pub Date);

/// A word of a closed list.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Word<T>(pub T);

impl Number {
    /// The whole number that it is written as, where it is one.
    pub(in crate::format) fn whole(self) -> Option<i64> {
        // Up to here every whole number is exact.
        const EXACT: f64 = 9_007_199_254_740_992.0;
        (self.0.fract().abs() <= 0.0 && self.0.abs() < EXACT).then_some(self.0 as i64)
    }
}

impl Serialize for Number {
    fn serialize<S: Serializer>(&self, out: S) -> Result<S::Ok, S::Error> {
        match self.whole() {
            Some(whole) => out.serialize_i64(whole),
            None => out.serialize_f64(self.0),
        }
    }
}

macro_rules! as_number {
    ($($name:ident)+) => {$(
        impl Serialize for $name {
            fn serialize<S: Serializer>(&self, out: S) -> Result<S::Ok, S::Error> {
                Number(self.0).serialize(out)
            }
        }
    )+};
}
as_number!(Fraction Weight Positive);

impl Serialize for Day {
    fn serialize<S: Serializer>(&self, out: S) -> Result<S::Ok, S::Error> {
        out.collect_str(&self.0)
    }
}

impl<T: plan::Word> Serialize for Word<T> {
    fn serialize<S: Serializer>(&self, out: S) -> Result<S::Ok, S::Error> {
        out.serialize_str(self.0.word())
    }
}

#[cfg(feature = "schema")]
mod schema {
    use std::borrow::Cow;

    use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};

    use super::{Count, Day, Fraction, Number, Positive, Text, Weight, Word};
    use crate::format::wire::inline_schemas;
    use crate::plan;

    inline_schemas! {
        Text: { "type": "string", "minLength": 1, "pattern": r"\S" };
        Number: { "type": "number" };
        Fraction: { "type": "number", "minimum": 0, "maximum": 1 };
        Weight: { "type": "number", "minimum": 0 };
        Positive: { "type": "number", "exclusiveMinimum": 0 };
        Count: { "type": "integer", "minimum": 1 };
        Day: { "type": "string", "format": "date" };
    }

    impl<T: plan::Word> JsonSchema for Word<T> {
        fn schema_name() -> Cow<'static, str> {
            T::TYPE.into()
        }

        fn json_schema(_: &mut SchemaGenerator) -> Schema {
            json_schema!({ "type": "string", "enum": T::WORDS, "description": T::ABOUT.trim() })
        }
    }
}
