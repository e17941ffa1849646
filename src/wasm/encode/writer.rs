//! JSON text in the making: the little that the shapes need, without building them.

use std::fmt::Write;

use crate::error::{Param, Params};

/// Writes values one after the other; commas come by themselves.
#[derive(Debug, Default)]
pub struct Writer {
    text: String,
}

impl Writer {
    /// A writer with room for what a change tells, which is written again and again.
    #[must_use]
    pub fn roomy() -> Self {
        Self { text: String::with_capacity(1 << 10) }
    }

    /// What was written.
    #[must_use]
    pub fn finish(self) -> String {
        self.text
    }

    /// A comma, unless what comes is the first of its kind or follows its key.
    #[inline(never)]
    fn part(&mut self) {
        if !matches!(self.text.as_bytes().last(), None | Some(b'{' | b'[' | b':')) {
            self.text.push(',');
        }
    }

    /// Begins an object.
    pub fn object(&mut self) {
        self.part();
        self.text.push('{');
    }

    /// Ends it.
    pub fn end_object(&mut self) {
        self.text.push('}');
    }

    /// The key of the value that comes next.
    #[inline(never)]
    pub fn key(&mut self, name: &str) {
        self.value(name);
        self.end_key();
    }

    /// What was written last is a key.
    pub fn end_key(&mut self) {
        self.text.push(':');
    }

    /// An object under a key.
    #[inline(never)]
    pub fn object_at(&mut self, name: &str) {
        self.key(name);
        self.text.push('{');
    }

    /// A list under a key.
    #[inline(never)]
    pub fn list_at(&mut self, name: &str) {
        self.key(name);
        self.list();
    }

    /// Begins a list.
    pub fn list(&mut self) {
        self.part();
        self.text.push('[');
    }

    /// Ends it.
    pub fn end_list(&mut self) {
        self.text.push(']');
    }

    /// A text by itself.
    #[inline(never)]
    pub fn value(&mut self, text: &str) {
        self.part();
        self.text.push('"');
        let mut plain = 0;
        for (at, byte) in text.bytes().enumerate() {
            if byte < 0x20 || matches!(byte, b'"' | b'\\') {
                self.text.push_str(text.get(plain..at).unwrap_or_default());
                self.escape(byte);
                plain = at + 1;
            }
        }
        self.text.push_str(text.get(plain..).unwrap_or_default());
        self.text.push('"');
    }

    #[cold]
    #[inline(never)]
    fn escape(&mut self, byte: u8) {
        let digit = |four: u8| char::from_digit(u32::from(four), 16).unwrap_or('0');
        self.text.push_str("\\u00");
        self.text.push(digit(byte >> 4));
        self.text.push(digit(byte & 15));
    }

    /// A text under a key.
    #[inline(never)]
    pub fn text(&mut self, name: &str, text: &str) {
        self.key(name);
        self.value(text);
    }

    /// A text that may be absent.
    #[inline(never)]
    pub fn maybe_text(&mut self, name: &str, text: Option<&str>) {
        if let Some(text) = text {
            self.text(name, text);
        }
    }

    /// Texts under a key.
    pub fn texts<T: AsRef<str>>(&mut self, name: &str, texts: &[T]) {
        self.list_at(name);
        for text in texts {
            self.value(text.as_ref());
        }
        self.end_list();
    }

    /// A number under a key. What is no finite number is left out: missing is never zero.
    #[inline(never)]
    pub fn number(&mut self, name: &str, number: f64) {
        if number.is_finite() {
            self.key(name);
            self.item(number);
        }
    }

    /// A number by itself; what is no finite number is `null`.
    #[inline(never)]
    pub fn item(&mut self, number: f64) {
        self.part();
        let whole = number as i32;
        // Counts, and the 0 and 1 of scores, need no search for their shortest digits.
        let exact = f64::from(whole).total_cmp(&number).is_eq();
        if exact || (SMALL..LARGE).contains(&number.abs()) {
            if number < 0.0 && whole == 0 {
                self.text.push('-');
            }
            // Writing to a string cannot fail.
            let _ = write!(self.text, "{whole}");
            if !exact {
                self.decimals(number.abs().fract());
            }
        } else if number.is_finite() {
            self.text.push_str(&shortest(number));
        } else {
            self.text.push_str("null");
        }
    }

    /// The decimals of a number that is none of the smallest, enough to read back as the same: from 2^-8 on doubles are whole
    /// multiples of 2^-60, and as far apart, so that the first 19 decimals are nearer to one than to any other.
    fn decimals(&mut self, part: f64) {
        const ONE: u64 = 1 << 60;
        self.text.push('.');
        let mut left = (part * ONE as f64) as u64;
        for _ in 0..19 {
            left *= 10;
            self.text.push(char::from(b'0' + (left / ONE) as u8));
            left %= ONE;
            if left == 0 {
                break;
            }
        }
    }

    /// A word of JSON's own by itself.
    pub fn word(&mut self, word: &str) {
        self.part();
        self.text.push_str(word);
    }

    /// A number that may be absent.
    #[inline(never)]
    pub fn maybe(&mut self, name: &str, number: Option<f64>) {
        if let Some(number) = number {
            self.number(name, number);
        }
    }

    /// A count; beyond 2^53 it is as near as JavaScript can hold it.
    pub fn count(&mut self, name: &str, count: u64) {
        self.number(name, count as f64);
    }

    /// Yes or no.
    pub fn flag(&mut self, name: &str, flag: bool) {
        self.key(name);
        self.word(if flag { "true" } else { "false" });
    }

    /// A code with its parameters, under a key of its own.
    #[inline(never)]
    pub fn reason_at(&mut self, name: &str, code: &str, params: &Params) {
        self.key(name);
        self.reason(code, params);
    }

    /// A code with its parameters.
    pub fn reason(&mut self, code: &str, params: &Params) {
        self.object();
        self.text("code", code);
        self.params(params);
        self.end_object();
    }

    /// The parameters of a code.
    #[inline(never)]
    pub fn params(&mut self, params: &Params) {
        self.object_at("params");
        for (name, value) in params.iter() {
            match value {
                Param::Text(text) => self.text(name, text),
                Param::Number(number) => self.number(name, *number),
                Param::List(list) => self.texts(name, list),
            }
        }
        self.end_object();
    }
}

/// Between these numbers are written without the page.
const SMALL: f64 = 1.0 / 256.0;
const LARGE: f64 = 2_147_483_648.0;

/// The shortest digits that read back as the same number. The page knows how to find them, so that the core of a first
/// picture need not bring the tables for it.
#[cfg(target_arch = "wasm32")]
fn shortest(number: f64) -> String {
    digits(number)
}

#[cfg(target_arch = "wasm32")]
#[wasm_bindgen::prelude::wasm_bindgen]
extern "C" {
    #[wasm_bindgen(js_name = String)]
    fn digits(number: f64) -> String;
}

#[cfg(not(target_arch = "wasm32"))]
fn shortest(number: f64) -> String {
    number.to_string()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn written(number: f64) -> String {
        let mut out = Writer::default();
        out.item(number);
        out.finish()
    }

    #[test]
    fn numbers_are_written_as_they_are() {
        for (number, text) in
            [(0.5, "0.5"), (-0.25, "-0.25"), (-63.25, "-63.25"), (1.0 / 256.0, "0.00390625"), (101.0, "101")]
        {
            assert_eq!(written(number), text);
        }
        // The double next to 0.1 is 0.1000000000000000055511…, that below 1 is 1 - 2^-53, that below 2^31 is 2^31 - 2^-22.
        assert_eq!(written(0.1), "0.1000000000000000055");
        assert_eq!(written(1.0_f64.next_down()), "0.9999999999999998889");
        assert_eq!(written(LARGE.next_down()), "2147483647.9999997615814208984");
    }

    proptest! {
        #[test]
        fn a_number_reads_back_as_the_same(bits in any::<u64>(), tame in -1.0..1.0, scale in -12..40) {
            for number in [f64::from_bits(bits), tame * f64::from(scale).exp2()] {
                if number.is_finite() {
                    let back: f64 = written(number).parse().unwrap();
                    prop_assert!(back.to_bits() == number.to_bits() || (back == 0.0 && number == 0.0), "{number}");
                }
            }
        }
    }

    #[test]
    fn what_is_written_is_json() {
        let mut out = Writer::default();
        out.object();
        out.text("\"a\\b\"", "\u{0}\n\u{1f}\u{7f}é😀\u{2028}");
        out.maybe("none", None);
        out.number("nothing", f64::NAN);
        out.list_at("list");
        out.object();
        out.end_object();
        out.value("");
        out.end_list();
        out.flag("flag", false);
        let numbers = [0.1 + 0.2, -1e-7, 1e300, f64::MIN_POSITIVE, -34.0, 9_007_199_254_740_993.0];
        for number in numbers {
            out.number("number", number);
        }
        let params = Params::none().with("at", 2.5).with("ids", vec!["x".to_owned(), "y".to_owned()]);
        out.reason_at("because", "late", &params);
        out.end_object();
        let text = out.finish();
        let value: serde_json::Value = serde_json::from_str(&text).unwrap();
        assert_eq!(value["\"a\\b\""], "\u{0}\n\u{1f}\u{7f}é😀\u{2028}");
        assert_eq!(value["list"], serde_json::json!([{}, ""]));
        assert_eq!(value["because"]["params"], serde_json::json!({ "at": 2.5, "ids": ["x", "y"] }));
        assert!(value.get("none").is_none() && value.get("nothing").is_none() && value["flag"] == false);
        for number in numbers {
            assert!(text.contains(&format!("\"number\":{number}")), "{number}");
        }
    }
}
