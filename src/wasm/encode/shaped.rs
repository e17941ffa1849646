//! Shapes as the same JSON text: a serialiser that writes by [`Writer`], which the core has already.

use std::fmt::{self, Display};

use serde::ser::{self, Impossible, Serialize, SerializeMap, SerializeSeq, SerializeStruct, SerializeTuple};

use super::Writer;

/// What cannot be written. No shape is so: keys are text, and variants have no fields.
#[derive(Debug)]
pub struct Unwritable;

impl Display for Unwritable {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str("no shape")
    }
}

impl std::error::Error for Unwritable {}

impl ser::Error for Unwritable {
    fn custom<T: Display>(_: T) -> Self {
        Self
    }
}

type Written = Result<(), Unwritable>;

/// Writes numbers of several types as JavaScript's one.
macro_rules! numbers {
    ($($name:ident: $type:ty)+) => {$(
        fn $name(self, number: $type) -> Written {
            self.item(number as f64);
            Ok(())
        }
    )+};
}

impl ser::Serializer for &mut Writer {
    type Ok = ();
    type Error = Unwritable;
    type SerializeSeq = Self;
    type SerializeTuple = Self;
    type SerializeTupleStruct = Impossible<(), Unwritable>;
    type SerializeTupleVariant = Impossible<(), Unwritable>;
    type SerializeMap = Self;
    type SerializeStruct = Self;
    type SerializeStructVariant = Impossible<(), Unwritable>;

    numbers! {
        serialize_i8: i8 serialize_i16: i16 serialize_i32: i32 serialize_i64: i64
        serialize_u8: u8 serialize_u16: u16 serialize_u32: u32 serialize_u64: u64
        serialize_f32: f32 serialize_f64: f64
    }

    fn serialize_bool(self, flag: bool) -> Written {
        self.word(if flag { "true" } else { "false" });
        Ok(())
    }

    fn serialize_char(self, letter: char) -> Written {
        self.value(letter.encode_utf8(&mut [0; 4]));
        Ok(())
    }

    fn serialize_str(self, text: &str) -> Written {
        self.value(text);
        Ok(())
    }

    fn serialize_bytes(self, _: &[u8]) -> Written {
        Err(Unwritable)
    }

    fn serialize_none(self) -> Written {
        self.serialize_unit()
    }

    fn serialize_some<T: ?Sized + Serialize>(self, value: &T) -> Written {
        value.serialize(self)
    }

    fn serialize_unit(self) -> Written {
        self.word("null");
        Ok(())
    }

    fn serialize_unit_struct(self, _: &'static str) -> Written {
        self.serialize_unit()
    }

    fn serialize_unit_variant(self, _: &'static str, _: u32, name: &'static str) -> Written {
        self.value(name);
        Ok(())
    }

    fn serialize_newtype_struct<T: ?Sized + Serialize>(self, _: &'static str, value: &T) -> Written {
        value.serialize(self)
    }

    fn serialize_newtype_variant<T: ?Sized + Serialize>(
        self,
        _: &'static str,
        _: u32,
        _: &'static str,
        _: &T,
    ) -> Written {
        Err(Unwritable)
    }

    fn serialize_seq(self, _: Option<usize>) -> Result<Self, Unwritable> {
        self.list();
        Ok(self)
    }

    fn serialize_tuple(self, _: usize) -> Result<Self, Unwritable> {
        self.list();
        Ok(self)
    }

    fn serialize_tuple_struct(
        self,
        _: &'static str,
        _: usize,
    ) -> Result<Self::SerializeTupleStruct, Unwritable> {
        Err(Unwritable)
    }

    fn serialize_tuple_variant(
        self,
        _: &'static str,
        _: u32,
        _: &'static str,
        _: usize,
    ) -> Result<Self::SerializeTupleVariant, Unwritable> {
        Err(Unwritable)
    }

    fn serialize_map(self, _: Option<usize>) -> Result<Self, Unwritable> {
        self.object();
        Ok(self)
    }

    fn serialize_struct(self, _: &'static str, _: usize) -> Result<Self, Unwritable> {
        self.object();
        Ok(self)
    }

    fn serialize_struct_variant(
        self,
        _: &'static str,
        _: u32,
        _: &'static str,
        _: usize,
    ) -> Result<Self::SerializeStructVariant, Unwritable> {
        Err(Unwritable)
    }
}

/// Lists, whether their length is known or not.
macro_rules! lists {
    ($($kind:ident)+) => {$(
        impl $kind for &mut Writer {
            type Ok = ();
            type Error = Unwritable;

            fn serialize_element<T: ?Sized + Serialize>(&mut self, value: &T) -> Written {
                value.serialize(&mut **self)
            }

            fn end(self) -> Written {
                self.end_list();
                Ok(())
            }
        }
    )+};
}

lists! { SerializeSeq SerializeTuple }

impl SerializeMap for &mut Writer {
    type Ok = ();
    type Error = Unwritable;

    fn serialize_key<T: ?Sized + Serialize>(&mut self, key: &T) -> Written {
        key.serialize(&mut **self)?;
        self.end_key();
        Ok(())
    }

    fn serialize_value<T: ?Sized + Serialize>(&mut self, value: &T) -> Written {
        value.serialize(&mut **self)
    }

    fn end(self) -> Written {
        self.end_object();
        Ok(())
    }
}

impl SerializeStruct for &mut Writer {
    type Ok = ();
    type Error = Unwritable;

    fn serialize_field<T: ?Sized + Serialize>(&mut self, name: &'static str, value: &T) -> Written {
        self.key(name);
        value.serialize(&mut **self)
    }

    fn end(self) -> Written {
        self.end_object();
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use serde::Serialize;

    use super::*;

    #[derive(Serialize)]
    #[serde(rename_all = "kebab-case")]
    enum Word {
        OnTrack,
    }

    #[derive(Serialize)]
    #[serde(rename_all = "camelCase")]
    struct Inner {
        #[serde(skip_serializing_if = "Option::is_none")]
        left_out: Option<u8>,
        numbers: (i64, f64, u64),
    }

    #[derive(Serialize)]
    #[serde(untagged)]
    enum Either {
        Text(String),
        List(Vec<f64>),
    }

    #[derive(Serialize)]
    struct Shape {
        none: Option<u8>,
        word: Word,
        #[serde(flatten)]
        inner: Inner,
        letter: char,
        flag: bool,
        map: BTreeMap<String, Either>,
        empty: Vec<Inner>,
        infinite: f64,
    }

    #[test]
    fn a_shape_is_written_as_serde_json_writes_it() {
        let map = [
            ("a\"b".to_owned(), Either::Text("\n{".to_owned())),
            ("c".to_owned(), Either::List(vec![0.5, -0.0, 1e300, f64::NAN])),
        ];
        let shape = Shape {
            none: None,
            word: Word::OnTrack,
            inner: Inner { left_out: None, numbers: (-3, 0.1 + 0.2, 9_007_199_254_740_991) },
            letter: ';',
            flag: true,
            map: BTreeMap::from(map),
            empty: Vec::new(),
            infinite: f64::INFINITY,
        };
        let mut out = Writer::default();
        shape.serialize(&mut out).unwrap();
        let read: serde_json::Value = serde_json::from_str(&out.finish()).unwrap();
        let expected = serde_json::json!({
            "none": null, "word": "on-track", "numbers": [-3, 0.1 + 0.2, 9_007_199_254_740_991_u64], "letter": ";",
            "flag": true, "map": { "a\"b": "\n{", "c": [0.5, -0.0, 1e300, null] }, "empty": [], "infinite": null,
        });
        assert_eq!(read, expected);
        assert_eq!(serde_json::to_value(&shape).unwrap(), expected);
    }
}
