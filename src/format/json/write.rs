//! Wire types to text.

use std::io::{self, Write};

use serde::Serialize;
use serde_json::Serializer;
use serde_json::ser::{CompactFormatter, Formatter, PrettyFormatter};

/// A format of serde_json's but for its numbers: they are written by the standard library, as everywhere else,
/// because a second way to write them is a second table of ten kilobytes.
struct Plain<F>(F);

/// Hands these on to the format within.
macro_rules! handed_on {
    ($($name:ident($($first:ident: $type:ty)?))+) => {$(
        fn $name<W: ?Sized + Write>(&mut self, out: &mut W $(, $first: $type)?) -> io::Result<()> {
            self.0.$name(out $(, $first)?)
        }
    )+};
}

impl<F: Formatter> Formatter for Plain<F> {
    fn write_f64<W: ?Sized + Write>(&mut self, out: &mut W, value: f64) -> io::Result<()> {
        write!(out, "{value}")
    }

    handed_on! {
        begin_array()
        end_array()
        begin_array_value(first: bool)
        end_array_value()
        begin_object()
        end_object()
        begin_object_key(first: bool)
        begin_object_value()
        end_object_value()
    }
}

/// As text on one line.
pub(in crate::format) fn compact(shape: &impl Serialize) -> String {
    written(shape, Plain(CompactFormatter))
}

/// The same behind what is written already.
pub(in crate::format) fn compact_into(text: &mut Vec<u8>, shape: &impl Serialize) {
    write(text, shape, Plain(CompactFormatter));
}

/// As text with a line for each field.
pub(in crate::format) fn pretty(shape: &impl Serialize) -> String {
    written(shape, Plain(PrettyFormatter::new()))
}

fn written(shape: &impl Serialize, format: Plain<impl Formatter>) -> String {
    let mut text = Vec::new();
    write(&mut text, shape, format);
    // JSON is UTF-8.
    String::from_utf8(text).unwrap_or_default()
}

fn write(text: &mut Vec<u8>, shape: &impl Serialize, format: Plain<impl Formatter>) {
    // Plain data under text keys, into memory: nothing in it can fail to be written.
    let _ = shape.serialize(&mut Serializer::with_formatter(text, format));
}
