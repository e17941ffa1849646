//! Entries to the shape of their JSON.

use super::wire;
use crate::format::json::scalar::{Day, Fraction, Number, Text, Word};
use crate::format::json::{self, Value};
use crate::journal::{CheckIn, Entry, Feedback, Journal, Judged, Operation, Ruling, What};

/// A value as JSON text, its fields in order of their names.
pub(super) fn text_of(value: &Value) -> String {
    json::compact(&wire::AnyJson(value.clone()))
}

fn texts(from: &[String]) -> Vec<Text> {
    from.iter().map(Text::from).collect()
}

impl From<&Journal> for wire::Journal {
    fn from(from: &Journal) -> Self {
        Self { version: 1, entries: from.entries().iter().map(Into::into).collect() }
    }
}

/// A struct of the wire with the fields that all entries share, and its own.
macro_rules! common {
    ($name:ident, $from:expr $(, $field:ident: $value:expr)* $(,)?) => {
        wire::$name {
            id: Text::from(&$from.id),
            actor: Text::from(&$from.actor),
            time: wire::Instant($from.time),
            $($field: $value,)*
        }
    };
}

impl From<&Entry> for wire::JournalEntry {
    fn from(from: &Entry) -> Self {
        let about = || from.about.as_ref().map(Text::from);
        match &from.what {
            What::CheckIn(check_in) => Self::CheckIn(of_check_in(from, check_in)),
            What::Feedback(Feedback { text, from: voice, channel }) => {
                Self::Feedback(common!(JournalFeedback, from,
                    about: about().unwrap_or_default(),
                    text: text.into(),
                    from: Word(*voice),
                    channel: channel.as_ref().map(Text::from),
                ))
            }
            What::Decision { text, answers } => Self::Decision(common!(JournalDecision, from,
                about: about(), text: text.into(), answers: texts(answers))),
            What::Told { text, channel, answers } => Self::Told(common!(JournalTold, from,
                about: about(),
                text: text.as_ref().map(Text::from),
                channel: channel.as_ref().map(Text::from),
                answers: texts(answers),
            )),
            What::Override(Ruling { score, status, reason, until }) => {
                Self::Override(common!(JournalOverride, from,
                    about: about().unwrap_or_default(),
                    score: score.map(Fraction),
                    status: status.map(Word),
                    reason: reason.into(),
                    until: Day(*until),
                ))
            }
            What::Edit { plan, result, patch, inverse, undoes } => Self::Edit(common!(JournalEdit, from,
                about: about(),
                plan: plan.into(),
                result: result.into(),
                patch: patch.iter().map(Into::into).collect(),
                inverse: inverse.iter().map(Into::into).collect(),
                undoes: undoes.as_ref().map(Text::from),
            )),
            What::Review(judged) => Self::Review(of_review(from, judged)),
        }
    }
}

fn of_check_in(from: &Entry, check_in: &CheckIn) -> wire::JournalCheckIn {
    let CheckIn { confidence, note, value, progress, at } = check_in;
    common!(JournalCheckIn, from,
        about: from.about.as_ref().map(Text::from).unwrap_or_default(),
        confidence: Fraction(*confidence),
        note: note.as_ref().map(Text::from),
        value: value.map(Number),
        progress: progress.map(Fraction),
        at: at.map(Day),
    )
}

fn of_review(from: &Entry, judged: &Judged) -> wire::JournalReview {
    common!(JournalReview, from,
        about: from.about.as_ref().map(Text::from),
        note: judged.note.as_ref().map(Text::from),
        decisions: texts(&judged.decisions),
        plan: judged.plan.as_ref().map(Text::from),
        findings: judged.findings.as_ref().map(|list| list.iter().map(Into::into).collect()),
        stood: judged.stood.as_ref().map(|list| list.iter().map(Into::into).collect()),
    )
}

impl From<&Operation> for wire::PatchOperation {
    fn from(from: &Operation) -> Self {
        let value = from.value.as_deref().and_then(|text| json::parse(text).ok());
        Self {
            op: Word(from.kind),
            path: from.path.clone(),
            from: from.from.clone(),
            value: value.map(wire::AnyJson),
        }
    }
}
