//! From signs to steps, by descent that is bounded.

use super::scan::{Scan, Sign};
use super::{Call, Formula, Name, Step};
use crate::error::Params;
use crate::plan::nearest;

/// What is wrong with a formula.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fault {
    /// Where, counted in characters from 1.
    pub position: usize,
    /// What.
    pub kind: FaultKind,
}

/// A kind of fault.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum FaultKind {
    /// A sign that cannot stand there; nothing where the formula ends too early.
    Unexpected(String),
    /// A word that is no name and no function.
    UnknownName(String),
    /// A function with another number of inputs than it takes.
    Arguments {
        /// The function.
        function: &'static str,
        /// How many it takes; `min` and `max` at least so many.
        expected: usize,
        /// How many there are.
        found: usize,
    },
    /// Brackets, signs and calls nest deeper than [`Formula::DEEPEST`].
    TooDeep,
    /// More characters than [`Formula::LONGEST`].
    TooLong,
}

impl Fault {
    /// The stable code.
    #[must_use]
    pub const fn code(&self) -> &'static str {
        match self.kind {
            FaultKind::Unexpected(_) => "formula-unexpected",
            FaultKind::UnknownName(_) => "formula-unknown-name",
            FaultKind::Arguments { .. } => "formula-arguments",
            FaultKind::TooDeep => "formula-too-deep",
            FaultKind::TooLong => "formula-too-long",
        }
    }

    /// What its sentence needs.
    #[must_use]
    pub fn params(&self) -> Params {
        let params = Params::none().with("position", self.position as f64);
        match &self.kind {
            FaultKind::Unexpected(found) if found.is_empty() => params,
            FaultKind::Unexpected(found) => params.with("found", found.as_str()),
            FaultKind::UnknownName(name) => {
                let known = Name::NAMES.iter().chain(FUNCTIONS.iter().map(|(name, ..)| name)).copied();
                let params = params.with("name", name.as_str());
                match nearest(name, known) {
                    Some(nearest) => params.with("nearest", nearest),
                    None => params,
                }
            }
            FaultKind::Arguments { function, expected, found } => {
                let params = params.with("function", *function).with("expected", *expected as f64);
                params.with("found", *found as f64)
            }
            FaultKind::TooDeep => params.with("max", Formula::DEEPEST as f64),
            FaultKind::TooLong => params.with("max", Formula::LONGEST as f64),
        }
    }
}

/// The functions: name, step, how many inputs, and whether more may follow.
const FUNCTIONS: [(&str, Call, usize, bool); 4] = [
    ("min", Call::Min, 2, true),
    ("max", Call::Max, 2, true),
    ("clamp", Call::Clamp, 3, false),
    ("if", Call::If, 3, false),
];

/// The steps of a formula.
pub(super) fn steps(text: &str) -> Result<Vec<Step>, Fault> {
    if text.chars().count() > Formula::LONGEST {
        return Err(Fault { position: Formula::LONGEST + 1, kind: FaultKind::TooLong });
    }
    let mut parser = Parser { scan: Scan::new(text), steps: Vec::new(), depth: 0 };
    parser.comparison()?;
    match parser.scan.sign {
        Sign::End => Ok(parser.steps),
        _ => Err(parser.unexpected()),
    }
}

struct Parser {
    scan: Scan,
    steps: Vec<Step>,
    depth: usize,
}

impl Parser {
    fn unexpected(&self) -> Fault {
        let found = match &self.scan.sign {
            Sign::End => String::new(),
            Sign::Open => "(".into(),
            Sign::Close => ")".into(),
            Sign::Comma => ",".into(),
            Sign::Word(word) | Sign::Other(word) => word.clone(),
            Sign::Number(number) => number.to_string(),
            Sign::Operator(call) => call.written().into(),
        };
        Fault { position: self.scan.at, kind: FaultKind::Unexpected(found) }
    }

    /// The operator that comes next, where it is one of these.
    fn operator(&self, fits: fn(Call) -> bool) -> Option<Call> {
        if let Sign::Operator(call) = self.scan.sign { Some(call).filter(|call| fits(*call)) } else { None }
    }

    fn comparison(&mut self) -> Result<(), Fault> {
        self.sum()?;
        if let Some(call) = self.operator(Call::compares) {
            self.scan.step();
            self.sum()?;
            self.steps.push(Step::Call(call));
        }
        Ok(())
    }

    fn sum(&mut self) -> Result<(), Fault> {
        self.product()?;
        while let Some(call) = self.operator(|call| matches!(call, Call::Add | Call::Subtract)) {
            self.scan.step();
            self.product()?;
            self.steps.push(Step::Call(call));
        }
        Ok(())
    }

    fn product(&mut self) -> Result<(), Fault> {
        self.factor()?;
        while let Some(call) = self.operator(|call| matches!(call, Call::Multiply | Call::Divide)) {
            self.scan.step();
            self.factor()?;
            self.steps.push(Step::Call(call));
        }
        Ok(())
    }

    /// A sign, a bracket, a number, a name or a call; the one place that nests.
    fn factor(&mut self) -> Result<(), Fault> {
        self.depth += 1;
        if self.depth > Formula::DEEPEST {
            return Err(Fault { position: self.scan.at, kind: FaultKind::TooDeep });
        }
        match self.scan.sign.clone() {
            Sign::Number(number) => {
                self.scan.step();
                self.steps.push(Step::Number(number));
            }
            Sign::Word(word) => self.word(&word)?,
            Sign::Operator(Call::Subtract) => {
                self.scan.step();
                self.factor()?;
                self.steps.push(Step::Negate);
            }
            Sign::Open => {
                self.scan.step();
                self.comparison()?;
                self.close()?;
            }
            _ => return Err(self.unexpected()),
        }
        self.depth -= 1;
        Ok(())
    }

    fn close(&mut self) -> Result<(), Fault> {
        if self.scan.sign != Sign::Close {
            return Err(self.unexpected());
        }
        self.scan.step();
        Ok(())
    }

    fn word(&mut self, word: &str) -> Result<(), Fault> {
        let at = self.scan.at;
        self.scan.step();
        let function = FUNCTIONS.iter().find(|(name, ..)| *name == word);
        if let Some((name, call, takes, more)) = function {
            let found = self.inputs()?;
            if found < *takes || (found > *takes && !more) {
                let kind = FaultKind::Arguments { function: name, expected: *takes, found };
                return Err(Fault { position: at, kind });
            }
            // The least of three is that of the first and the least of the others.
            let times = if *more { found - 1 } else { 1 };
            self.steps.extend(std::iter::repeat_n(Step::Call(*call), times));
            return Ok(());
        }
        match Name::from_name(word) {
            Some(name) => self.steps.push(Step::Name(name, at)),
            None => return Err(Fault { position: at, kind: FaultKind::UnknownName(word.to_owned()) }),
        }
        Ok(())
    }

    /// Inputs in brackets, and how many there are.
    fn inputs(&mut self) -> Result<usize, Fault> {
        if self.scan.sign != Sign::Open {
            return Err(self.unexpected());
        }
        let mut found = 0;
        loop {
            self.scan.step();
            self.comparison()?;
            found += 1;
            if self.scan.sign != Sign::Comma {
                self.close()?;
                return Ok(found);
            }
        }
    }
}

impl Call {
    const fn compares(self) -> bool {
        use Call::{Above, AtLeast, AtMost, Below, Equal, Unequal};
        matches!(self, Below | AtMost | Above | AtLeast | Equal | Unequal)
    }

    const fn written(self) -> &'static str {
        match self {
            Self::Add => "+",
            Self::Subtract => "-",
            Self::Multiply => "*",
            Self::Divide => "/",
            Self::Below => "<",
            Self::AtMost => "<=",
            Self::Above => ">",
            Self::AtLeast => ">=",
            Self::Equal => "=",
            Self::Unequal => "!=",
            Self::Min => "min",
            Self::Max => "max",
            Self::Clamp => "clamp",
            Self::If => "if",
        }
    }
}
