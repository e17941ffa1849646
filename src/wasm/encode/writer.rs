//! JSON text in the making: the little that the shapes need, without building them.

use crate::error::{Param, Params};

/// Writes values one after the other; commas come by themselves.
#[derive(Debug, Default)]
pub struct Writer {
    /// Text all the time; as bytes, so that a digit or a comma is no more than one of them.
    bytes: Vec<u8>,
}

impl Writer {
    /// A writer with room for what a change tells, which is written again and again.
    #[must_use]
    pub fn roomy() -> Self {
        Self { bytes: Vec::with_capacity(1 << 10) }
    }

    /// What was written.
    #[must_use]
    pub fn finish(self) -> String {
        // Whole texts and ASCII were written, and nothing else.
        String::from_utf8(self.bytes).unwrap_or_default()
    }

    /// A comma, unless what comes is the first of its kind or follows its key.
    #[inline(never)]
    fn part(&mut self) {
        if !matches!(self.bytes.last(), None | Some(b'{' | b'[' | b':')) {
            self.bytes.push(b',');
        }
    }

    /// Begins an object.
    pub fn object(&mut self) {
        self.part();
        self.bytes.push(b'{');
    }

    /// Ends it.
    pub fn end_object(&mut self) {
        self.bytes.push(b'}');
    }

    /// The key of the value that comes next.
    #[inline(never)]
    pub fn key(&mut self, name: &'static str) {
        self.part();
        self.bytes.push(b'"');
        // A name of ours has nothing to escape.
        self.bytes.extend_from_slice(name.as_bytes());
        self.bytes.push(b'"');
        self.end_key();
    }

    /// What was written last is a key.
    pub fn end_key(&mut self) {
        self.bytes.push(b':');
    }

    /// An object under a key.
    #[inline(never)]
    pub fn object_at(&mut self, name: &'static str) {
        self.key(name);
        self.bytes.push(b'{');
    }

    /// A list under a key.
    #[inline(never)]
    pub fn list_at(&mut self, name: &'static str) {
        self.key(name);
        self.list();
    }

    /// Begins a list.
    pub fn list(&mut self) {
        self.part();
        self.bytes.push(b'[');
    }

    /// Ends it.
    pub fn end_list(&mut self) {
        self.bytes.push(b']');
    }

    /// A text by itself.
    #[inline(never)]
    pub fn value(&mut self, text: &str) {
        self.part();
        self.bytes.push(b'"');
        for &byte in text.as_bytes() {
            if byte < 0x20 || matches!(byte, b'"' | b'\\') {
                self.escape(byte);
            } else {
                self.bytes.push(byte);
            }
        }
        self.bytes.push(b'"');
    }

    #[cold]
    #[inline(never)]
    fn escape(&mut self, byte: u8) {
        let digit = |four: u8| if four < 10 { b'0' + four } else { b'a' + four - 10 };
        self.bytes.extend_from_slice(b"\\u00");
        self.bytes.push(digit(byte >> 4));
        self.bytes.push(digit(byte & 15));
    }

    /// A text under a key.
    #[inline(never)]
    pub fn text(&mut self, name: &'static str, text: &str) {
        self.key(name);
        self.value(text);
    }

    /// A text that may be absent.
    #[inline(never)]
    pub fn maybe_text(&mut self, name: &'static str, text: Option<&str>) {
        if let Some(text) = text {
            self.text(name, text);
        }
    }

    /// Texts under a key.
    pub fn texts<T: AsRef<str>>(&mut self, name: &'static str, texts: &[T]) {
        self.list_at(name);
        for text in texts {
            self.value(text.as_ref());
        }
        self.end_list();
    }

    /// A number under a key. What is no finite number is left out: missing is never zero.
    #[inline(never)]
    pub fn number(&mut self, name: &'static str, number: f64) {
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
            if number < 0.0 {
                self.bytes.push(b'-');
            }
            self.digits(whole.unsigned_abs());
            if !exact {
                self.decimals(number.abs());
            }
        } else if number.is_finite() {
            self.bytes.extend_from_slice(shortest(number).as_bytes());
        } else {
            self.bytes.extend_from_slice(b"null");
        }
    }

    fn digits(&mut self, number: u32) {
        let (start, mut left) = (self.bytes.len(), number);
        loop {
            self.bytes.push(b'0' + (left % 10) as u8);
            left /= 10;
            if left == 0 {
                break;
            }
        }
        self.bytes.get_mut(start..).unwrap_or_default().reverse();
    }

    /// The decimals of a number that is none of the smallest: as few as read back as the same (Steele and White 1990, with
    /// fixed point). From 2^-8 on doubles are whole multiples of 2^-60, so that nothing is lost on the way; what is left
    /// and what lies between neighbours both grow tenfold a digit, until a neighbour would be farther.
    fn decimals(&mut self, number: f64) {
        const ONE: u64 = 1 << 60;
        let mut left = (number.fract() * ONE as f64) as u64;
        let mut apart = ((number.next_up() - number) * ONE as f64) as u64;
        self.bytes.push(b'.');
        loop {
            left *= 10;
            apart *= 10;
            let digit = b'0' + (left / ONE) as u8;
            left %= ONE;
            let (down, up) = (2 * left < apart, 2 * (ONE - left) < apart);
            // Were both near enough, the nearer is taken.
            self.bytes.push(digit + u8::from(up && (!down || ONE - left <= left)));
            if down || up {
                break;
            }
        }
    }

    /// A word of JSON's own by itself.
    pub fn word(&mut self, word: &str) {
        self.part();
        self.bytes.extend_from_slice(word.as_bytes());
    }

    /// A number that may be absent.
    #[inline(never)]
    pub fn maybe(&mut self, name: &'static str, number: Option<f64>) {
        if let Some(number) = number {
            self.number(name, number);
        }
    }

    /// A count; beyond 2^53 it is as near as JavaScript can hold it.
    pub fn count(&mut self, name: &'static str, count: u64) {
        self.number(name, count as f64);
    }

    /// Yes or no.
    pub fn flag(&mut self, name: &'static str, flag: bool) {
        self.key(name);
        self.word(if flag { "true" } else { "false" });
    }

    /// A code with its parameters, under a key of its own.
    #[inline(never)]
    pub fn reason_at(&mut self, name: &'static str, code: &str, params: &Params) {
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
        // As few digits as tell one double from the next: those of 0.1 are known, 1 - 2^-53 and 2^31 - 2^-22 take more.
        assert_eq!(written(0.1), "0.1");
        assert_eq!(written(0.1 + 0.2), "0.30000000000000004");
        assert_eq!(written(1.0_f64.next_down()), "0.9999999999999999");
        assert_eq!(written(LARGE.next_down()), "2147483647.9999998");
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

    proptest! {
        #[test]
        fn it_takes_no_more_digits_than_needed(number in prop_oneof![-1.0..1.0, -1e3..1e3, SMALL..LARGE], places in 0..9) {
            let tens = 10.0_f64.powi(places);
            for number in [number, f64::round(number * tens) / tens] {
                if (SMALL..LARGE).contains(&number.abs()) {
                    prop_assert_eq!(written(number), number.to_string());
                }
            }
        }
    }

    #[test]
    fn what_is_written_is_json() {
        let mut out = Writer::default();
        out.object();
        out.value("\"a\\b\"");
        out.end_key();
        out.value("\u{0}\n\u{1f}\u{7f}é😀\u{2028}");
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
