//! The signs of a formula, one after the other.

use super::Call;
use crate::stats::decimal;

/// One sign.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Sign {
    Number(f64),
    Word(String),
    Operator(Call),
    Open,
    Close,
    Comma,
    /// What no formula has.
    Other(String),
    End,
}

/// A formula as characters, and how far it is read.
pub(super) struct Scan {
    letters: Vec<char>,
    next: usize,
    /// The sign that comes next.
    pub(super) sign: Sign,
    /// Where it stands, counted in characters from 1.
    pub(super) at: usize,
}

impl Scan {
    pub(super) fn new(text: &str) -> Self {
        let mut scan = Self { letters: text.chars().collect(), next: 0, sign: Sign::End, at: 1 };
        scan.step();
        scan
    }

    fn peek(&self) -> Option<char> {
        self.letters.get(self.next).copied()
    }

    fn take_while(&mut self, fits: impl Fn(char) -> bool) -> String {
        let mut taken = String::new();
        while let Some(letter) = self.peek().filter(|letter| fits(*letter)) {
            taken.push(letter);
            self.next += 1;
        }
        taken
    }

    /// On to the next sign.
    pub(super) fn step(&mut self) {
        let _blank = self.take_while(char::is_whitespace);
        self.at = self.next + 1;
        self.sign = match self.peek() {
            None => Sign::End,
            Some(letter) if letter.is_ascii_digit() || letter == '.' => self.number(),
            Some(letter) if letter.is_alphabetic() => {
                Sign::Word(self.take_while(|letter| letter.is_alphanumeric() || letter == '_'))
            }
            Some(letter) => {
                self.next += 1;
                self.operator(letter)
            }
        };
    }

    fn number(&mut self) -> Sign {
        let mut digits = self.take_while(|letter| letter.is_ascii_digit() || letter == '.');
        let power = self.peek().filter(|letter| matches!(letter, 'e' | 'E'));
        let after = self.letters.get(self.next + 1).copied();
        if power.is_some()
            && after.is_some_and(|after| after.is_ascii_digit() || after == '-' || after == '+')
        {
            self.next += 2;
            digits.push('e');
            digits.extend(after);
            digits.push_str(&self.take_while(|letter| letter.is_ascii_digit()));
        }
        match decimal(digits.as_bytes(), b'.').filter(|number| number.is_finite()) {
            Some(number) => Sign::Number(number),
            None => Sign::Other(digits),
        }
    }

    fn operator(&mut self, letter: char) -> Sign {
        let equals = self.peek() == Some('=');
        let call = match letter {
            '(' => return Sign::Open,
            ')' => return Sign::Close,
            ',' => return Sign::Comma,
            '+' => Call::Add,
            '-' | '−' => Call::Subtract,
            '*' | '×' => Call::Multiply,
            '/' | '÷' => Call::Divide,
            '≤' => Call::AtMost,
            '≥' => Call::AtLeast,
            '≠' => Call::Unequal,
            '<' | '>' | '=' | '!' if equals => {
                self.next += 1;
                match letter {
                    '<' => Call::AtMost,
                    '>' => Call::AtLeast,
                    '=' => Call::Equal,
                    _ => Call::Unequal,
                }
            }
            '<' => Call::Below,
            '>' => Call::Above,
            '=' => Call::Equal,
            other => return Sign::Other(other.to_string()),
        };
        Sign::Operator(call)
    }
}
