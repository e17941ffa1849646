//! Text to JSON (RFC 8259), and nothing but JSON.

use super::value::{Fields, Value};
use crate::stats::decimal;

/// Lists and objects stand in each other no deeper than this, so that no input exhausts the stack.
const DEEPEST: usize = 127;

/// The value a text is, or the position of the byte where it stops being JSON.
pub(super) fn value(text: &str) -> Result<Value, usize> {
    let mut parser = Parser { text, at: 0, depth: 0 };
    let value = parser.value().filter(|_| parser.next_token().is_none());
    value.ok_or(parser.at)
}

/// Stands before what is to be read next; where something cannot be read, at its first wrong byte.
struct Parser<'a> {
    text: &'a str,
    at: usize,
    depth: usize,
}

impl<'a> Parser<'a> {
    fn peek(&self) -> Option<u8> {
        self.text.as_bytes().get(self.at).copied()
    }

    /// The next byte that is no white space.
    fn next_token(&mut self) -> Option<u8> {
        while let Some(b' ' | b'\n' | b'\r' | b'\t') = self.peek() {
            self.at += 1;
        }
        self.peek()
    }

    /// Steps over this byte, and says whether it stood here.
    fn take(&mut self, byte: u8) -> bool {
        let found = self.peek() == Some(byte);
        self.at += usize::from(found);
        found
    }

    fn value(&mut self) -> Option<Value> {
        match self.next_token()? {
            b'{' => self.nested(Self::object),
            b'[' => self.nested(Self::array),
            b'"' => self.string().map(Value::String),
            b't' => self.word("true", Value::Bool(true)),
            b'f' => self.word("false", Value::Bool(false)),
            b'n' => self.word("null", Value::Null),
            _ => self.number().map(Value::Number),
        }
    }

    fn word(&mut self, word: &str, value: Value) -> Option<Value> {
        word.bytes().all(|byte| self.take(byte)).then_some(value)
    }

    fn nested(&mut self, read: fn(&mut Self) -> Option<Value>) -> Option<Value> {
        (self.depth < DEEPEST).then_some(())?;
        self.at += 1;
        self.depth += 1;
        let value = read(self)?;
        self.depth -= 1;
        Some(value)
    }

    fn array(&mut self) -> Option<Value> {
        let mut items = Vec::new();
        if self.next_token()? == b']' {
            self.at += 1;
            return Some(Value::Array(items));
        }
        loop {
            items.push(self.value()?);
            if self.ends(b']')? {
                return Some(Value::Array(items));
            }
        }
    }

    fn object(&mut self) -> Option<Value> {
        let mut fields = Vec::new();
        if self.next_token()? == b'}' {
            self.at += 1;
            return Some(Value::Object(Fields::default()));
        }
        loop {
            self.next_token();
            let name = self.string()?;
            self.next_token();
            self.take(b':').then_some(())?;
            fields.push((name, self.value()?));
            if self.ends(b'}')? {
                return Some(Value::Object(Fields::new(fields)));
            }
        }
    }

    /// Whether a list is closed here; else a comma says that it goes on.
    fn ends(&mut self, close: u8) -> Option<bool> {
        self.next_token();
        if self.take(close) {
            return Some(true);
        }
        self.take(b',').then_some(false)
    }

    fn number(&mut self) -> Option<f64> {
        let start = self.at;
        self.take(b'-');
        if !self.take(b'0') {
            self.digits()?;
        }
        if self.take(b'.') {
            self.digits()?;
        }
        if self.take(b'e') || self.take(b'E') {
            let _signed = self.take(b'-') || self.take(b'+');
            self.digits()?;
        }
        // One that no double comes near is none.
        decimal(self.text.as_bytes().get(start..self.at)?, b'.').filter(|number| number.is_finite())
    }

    /// At least one digit.
    fn digits(&mut self) -> Option<()> {
        let start = self.at;
        while let Some(b'0'..=b'9') = self.peek() {
            self.at += 1;
        }
        (self.at > start).then_some(())
    }

    fn string(&mut self) -> Option<String> {
        self.take(b'"').then_some(())?;
        let mut text = String::new();
        loop {
            text.push_str(self.plain()?);
            if self.take(b'"') {
                return Some(text);
            }
            self.take(b'\\').then_some(())?;
            text.push(self.escaped()?);
        }
    }

    /// What stands for itself: up to a quote, a backslash or a control character.
    fn plain(&mut self) -> Option<&'a str> {
        let start = self.at;
        while self.peek().is_some_and(|byte| !matches!(byte, b'"' | b'\\' | 0..0x20)) {
            self.at += 1;
        }
        self.text.get(start..self.at)
    }

    /// The character behind a backslash.
    fn escaped(&mut self) -> Option<char> {
        let letter = match self.peek()? {
            b'u' => {
                self.at += 1;
                return self.coded();
            }
            b'b' => '\u{8}',
            b'f' => '\u{c}',
            b'n' => '\n',
            b'r' => '\r',
            b't' => '\t',
            itself @ (b'"' | b'\\' | b'/') => char::from(itself),
            _ => return None,
        };
        self.at += 1;
        Some(letter)
    }

    /// A character by its code, or by the two of a pair of surrogates; half a pair is no character.
    fn coded(&mut self) -> Option<char> {
        let first = self.code()?;
        if !(0xD800..0xDC00).contains(&first) {
            return char::from_u32(first);
        }
        (self.take(b'\\') && self.take(b'u')).then_some(())?;
        let second = self.code().filter(|code| (0xDC00..0xE000).contains(code))?;
        char::from_u32(0x1_0000 + ((first - 0xD800) << 10) + (second - 0xDC00))
    }

    fn code(&mut self) -> Option<u32> {
        let mut code = 0;
        for _ in 0..4 {
            code = code * 16 + char::from(self.peek()?).to_digit(16)?;
            self.at += 1;
        }
        Some(code)
    }
}
