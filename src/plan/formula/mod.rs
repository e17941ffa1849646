//! Formulas: a score in a few signs, for what no named function does (domain section 2).
//!
//! Numbers, `+ - * /` (or `− × ÷`), comparisons (1 where they hold, else 0), `min`, `max`, `clamp(number, low, high)`,
//! `if(condition, then, else)` and the names of [`Name`]. There are no variables of one's own, no loops and no
//! calls: a formula ends after as many steps as it has signs. A parser of our own, since what is published carries
//! functions, strings and variables that a score must not have, and tells no place of a mistake.

mod parse;
mod scan;

pub use parse::{Fault, FaultKind};

use super::names::named;

named! {
    /// What a formula may ask for.
    Name {
        /// The value of the KPI.
        Value = "value",
        /// Its target.
        Target = "target",
        /// Its baseline.
        Baseline = "baseline",
        /// The lower bound given beside the formula.
        Low = "low",
        /// The upper bound given beside the formula.
        High = "high",
    }
}

/// The numbers behind the names; none where there is none.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct Names {
    /// [`Name::Value`].
    pub value: Option<f64>,
    /// [`Name::Target`].
    pub target: Option<f64>,
    /// [`Name::Baseline`].
    pub baseline: Option<f64>,
    /// [`Name::Low`].
    pub low: Option<f64>,
    /// [`Name::High`].
    pub high: Option<f64>,
}

impl Names {
    /// The number behind a name.
    #[must_use]
    pub const fn get(&self, name: Name) -> Option<f64> {
        match name {
            Name::Value => self.value,
            Name::Target => self.target,
            Name::Baseline => self.baseline,
            Name::Low => self.low,
            Name::High => self.high,
        }
    }
}

/// One step of a formula, on a stack of numbers.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) enum Step {
    Number(f64),
    /// A name, and where it stands.
    Name(Name, usize),
    Negate,
    Call(Call),
}

/// What takes numbers from the stack and leaves one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Call {
    Add,
    Subtract,
    Multiply,
    Divide,
    Below,
    AtMost,
    Above,
    AtLeast,
    Equal,
    Unequal,
    Min,
    Max,
    Clamp,
    If,
}

/// A formula that could be read.
///
/// ```
/// use throughline::plan::{Formula, Names};
/// let formula = Formula::parse("if(value >= target, 1, clamp(value / target, 0, 1))").unwrap();
/// let at = |value| formula.value(&Names { value: Some(value), target: Some(80.0), ..Names::default() });
/// assert_eq!((at(90.0), at(60.0)), (Some(1.0), Some(0.75)));
/// assert_eq!(Formula::parse("1 / 0").unwrap().value(&Names::default()), None);
/// assert_eq!(Formula::parse("value +").unwrap_err().position, 8);
/// ```
#[derive(Debug, Clone, PartialEq)]
pub struct Formula {
    text: String,
    steps: Vec<Step>,
}

impl Formula {
    /// The most characters a formula may have.
    pub const LONGEST: usize = 500;
    /// How deep brackets, signs and calls may nest.
    pub const DEEPEST: usize = 32;

    /// Reads a formula.
    ///
    /// # Errors
    /// The first thing that is no part of a formula, with its place.
    pub fn parse(text: &str) -> Result<Self, Fault> {
        Ok(Self { text: text.to_owned(), steps: parse::steps(text)? })
    }

    /// As it was written.
    #[must_use]
    pub fn text(&self) -> &str {
        &self.text
    }

    /// The names it asks for, each with its first place, counted in characters from 1.
    #[must_use]
    pub fn names(&self) -> Vec<(Name, usize)> {
        let mut names: Vec<(Name, usize)> = Vec::new();
        for step in &self.steps {
            if let Step::Name(name, at) = step
                && !names.iter().any(|(each, _)| each == name)
            {
                names.push((*name, *at));
            }
        }
        names
    }

    /// Its value; none where it has none: a name without a number, a division by 0, a number too large. That holds
    /// wherever it comes up, but in the branch of an `if` that is not taken.
    #[must_use]
    #[inline(never)]
    pub fn value(&self, names: &Names) -> Option<f64> {
        let mut stack: Vec<f64> = Vec::new();
        for step in &self.steps {
            let number = match step {
                Step::Number(number) => *number,
                Step::Name(name, _) => names.get(*name).unwrap_or(f64::NAN),
                Step::Negate => -stack.pop()?,
                Step::Call(call) => call.of(&mut stack)?,
            };
            // What is no number stays none, whatever is done with it.
            stack.push(if number.is_finite() { number } else { f64::NAN });
        }
        stack.pop().filter(|number| number.is_finite())
    }
}

impl Call {
    fn of(self, stack: &mut Vec<f64>) -> Option<f64> {
        if matches!(self, Self::If | Self::Clamp) {
            let (third, second, first) = (stack.pop()?, stack.pop()?, stack.pop()?);
            return Some(self.of_three(first, second, third));
        }
        let (right, left) = (stack.pop()?, stack.pop()?);
        if left.is_nan() || right.is_nan() {
            return Some(f64::NAN);
        }
        Some(self.of_two(left, right))
    }

    fn of_three(self, first: f64, second: f64, third: f64) -> f64 {
        match self {
            Self::If if first.is_nan() => first,
            Self::If if first == 0.0 => third,
            Self::If => second,
            // Bounds the wrong way round are no bounds.
            _ if first.is_nan() || second.is_nan() || third.is_nan() || second > third => f64::NAN,
            _ => first.max(second).min(third),
        }
    }

    fn of_two(self, left: f64, right: f64) -> f64 {
        let holds = |holds: bool| f64::from(u8::from(holds));
        match self {
            Self::Add => left + right,
            Self::Subtract => left - right,
            Self::Multiply => left * right,
            Self::Divide => left / right,
            Self::Below => holds(left < right),
            Self::AtMost => holds(left <= right),
            Self::Above => holds(left > right),
            Self::AtLeast => holds(left >= right),
            Self::Equal => holds(left.total_cmp(&right).is_eq() || left - right == 0.0),
            Self::Unequal => holds(left - right != 0.0),
            Self::Min => left.min(right),
            Self::Max | Self::Clamp | Self::If => left.max(right),
        }
    }
}
