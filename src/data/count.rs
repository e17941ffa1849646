//! Where a count of a family comes from: which rows count, and what of them.

/// What a row must show.
#[derive(Clone, Debug, PartialEq)]
pub struct Test {
    /// The column that is looked at.
    pub column: String,
    /// What its cell must be.
    pub condition: Condition,
}

/// What a cell must be. An empty cell fulfils none of these but [`Condition::Empty`]: what is not known is
/// neither yes nor no.
#[derive(Clone, Debug, PartialEq)]
pub enum Condition {
    /// One of these words.
    Among(Vec<String>),
    /// Something, but none of these words.
    NotAmong(Vec<String>),
    /// A number or a length of time of at least this.
    AtLeast(f64),
    /// A number or a length of time of at most this.
    AtMost(f64),
    /// A number or a length of time above this.
    Above(f64),
    /// A number or a length of time below this.
    Below(f64),
    /// Anything at all.
    Filled,
    /// Nothing.
    Empty,
}

/// What the numbers of a column are, where they are summed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Summed {
    /// Counts.
    Count,
    /// Lengths of time: seconds, `m:ss` or `h:mm:ss`.
    Time,
    /// Money, which may be below zero.
    Money,
}

/// Whether a contact was the only one, told by whether the same customer came again.
#[derive(Clone, Debug, PartialEq)]
pub struct Repeats {
    /// The column of the customer.
    pub customer: String,
    /// The column of what it was about; a contact about something else is no repeat.
    pub topic: Option<String>,
    /// How many days later a contact still is a repeat.
    pub days: f64,
    /// Whether contacts that are repeats themselves are left out.
    pub leave_out: bool,
}

/// What is said beside the counts of what customers are worth.
#[derive(Clone, Debug, PartialEq, Default)]
pub struct Worth {
    /// The column of the customer, where rows are purchases.
    pub customer: Option<String>,
    /// The rate a year by which money to come is worth less.
    pub discount: f64,
}

/// One count or sum that a formula needs.
#[derive(Clone, Debug, PartialEq)]
pub struct Count {
    /// The name the formula has for it.
    pub name: &'static str,
    /// What it is a count or sum of.
    pub of: Summed,
    /// What a row must show to count; every row does where nothing is said.
    pub tests: Vec<Test>,
    /// The column that is summed; each row counts as one where there is none.
    pub sum: Option<String>,
    /// The column of the time that puts it in a period, where it is not the measure's own.
    pub date: Option<String>,
}

impl Count {
    /// Every row counts as one.
    #[must_use]
    pub const fn every(name: &'static str) -> Self {
        Self { name, of: Summed::Count, tests: Vec::new(), sum: None, date: None }
    }

    /// The count that this one is a part of, where it is one: only rows that count there count here.
    #[must_use]
    pub fn whole(&self) -> Option<&'static str> {
        PARTS.iter().find(|(part, _)| *part == self.name).map(|(_, whole)| *whole)
    }
}

/// Parts and their wholes, by the names that formulas have for them.
const PARTS: [(&str, &str); 22] = [
    ("firstContact", "contacts"),
    ("notResolvable", "contacts"),
    ("undetermined", "contacts"),
    ("answeredWithin", "answered"),
    ("abandonedWithin", "abandoned"),
    ("abandonedShort", "abandoned"),
    ("abandoned", "offered"),
    ("short", "abandoned"),
    ("acknowledged", "received"),
    ("escalated", "received"),
    ("resolved", "received"),
    ("overdue", "received"),
    ("resolvedInTime", "resolved"),
    ("lost", "start"),
    ("goodAfterComplaint", "afterComplaint"),
    ("goodWithoutComplaint", "withoutComplaint"),
    ("selfService", "solved"),
    ("botResolved", "conversations"),
    ("waiting", "answered"),
    ("talk", "handled"),
    ("hold", "handled"),
    ("wrap", "handled"),
];
