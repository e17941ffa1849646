//! JSON to entries.

use super::encode::text_of;
use crate::calendar::Date;
use crate::format::json::{Object, Reader};
use crate::journal::{
    CheckIn, Entry, Feedback, Judged, Moment, Operation, OperationKind, Raised, Ruling, Stood, Voice, What,
    pointer_fault,
};
use crate::plan::LARGEST;

const KINDS: &[&str] = &["check-in", "feedback", "decision", "told", "override", "edit", "review"];

/// The entries of a journal, as they are written.
pub(in crate::format) fn entries(reader: &Reader) -> Option<Vec<Entry>> {
    let mut object = reader.object()?;
    object.version(1)?;
    let list = object.required("entries").and_then(|field| field.list()).unwrap_or_default();
    object.finish();
    Some(list.iter().filter_map(entry).collect())
}

fn entry(reader: &Reader) -> Option<Entry> {
    let mut object = reader.object()?;
    let (id, actor) = (object.required_text("id"), object.required_text("actor"));
    let time = object.required("time").and_then(|field| moment(&field));
    let kind = object.required("kind").and_then(|field| field.position(KINDS));
    // Without its kind nothing can be said of its other fields.
    let kind = KINDS.get(kind?).copied().unwrap_or_default();
    let about = if matches!(kind, "check-in" | "feedback" | "override") {
        Some(object.required_text("about"))
    } else {
        object.text("about")
    };
    let what = what(kind, &mut object);
    object.finish();
    Some(Entry { id, actor, time: time?, about, what: what? })
}

fn what(kind: &str, object: &mut Object) -> Option<What> {
    match kind {
        "check-in" => check_in(object).map(What::CheckIn),
        "feedback" => feedback(object).map(What::Feedback),
        "decision" => {
            let (text, answers) = (object.required_text("text"), ids(object, "answers"));
            Some(What::Decision { text, answers })
        }
        "told" => {
            let (text, channel) = (object.text("text"), object.text("channel"));
            let answers = object.required("answers").map(|_| ids(object, "answers"));
            Some(What::Told { text, channel, answers: answers? })
        }
        "override" => ruling(object).map(What::Override),
        "edit" => edit(object),
        _ => Some(What::Review(review(object))),
    }
}

fn moment(field: &Reader) -> Option<Moment> {
    let text = field.any_text()?;
    let moment = Moment::parse(text);
    if moment.is_none() {
        field.report("not-a-time", [("value", text.into())]);
    }
    moment
}

fn ids(object: &mut Object, name: &'static str) -> Vec<String> {
    object.list(name).iter().filter_map(|each| each.text().map(str::to_owned)).collect()
}

fn check_in(object: &mut Object) -> Option<CheckIn> {
    let confidence = object.required("confidence").and_then(|field| field.number_in(0.0, 1.0));
    let note = object.text("note");
    let value = object.number_in("value", -LARGEST, LARGEST);
    let progress = object.number_in("progress", 0.0, 1.0);
    if let Some(field) = object.field("progress").filter(|_| object.has("value")) {
        field.report("not-both", []);
    }
    let at = object.date("at");
    Some(CheckIn { confidence: confidence?, note, value, progress, at })
}

fn feedback(object: &mut Object) -> Option<Feedback> {
    let text = object.required_text("text");
    let from = object.required("from").and_then(|field| field.word::<Voice>());
    let channel = object.text("channel");
    Some(Feedback { text, from: from?, channel })
}

fn ruling(object: &mut Object) -> Option<Ruling> {
    let (score, status) = (object.number_in("score", 0.0, 1.0), object.word("status"));
    if !object.has("score") && !object.has("status") {
        object.missing("status");
    }
    let reason = object.required_text("reason");
    let until = object.required_date("until");
    Some(Ruling { score, status, reason, until: until.unwrap_or(Date::MIN) })
}

fn edit(object: &mut Object) -> Option<What> {
    let (plan, result) = (object.required_text("plan"), object.required_text("result"));
    let mut steps = |name| {
        let list = object.required(name).and_then(|field| field.list()).unwrap_or_default();
        list.iter().filter_map(operation).collect()
    };
    let (patch, inverse) = (steps("patch"), steps("inverse"));
    let undoes = object.text("undoes");
    Some(What::Edit { plan, result, patch, inverse, undoes })
}

fn operation(reader: &Reader) -> Option<Operation> {
    let mut object = reader.object()?;
    let kind = object.required("op").and_then(|field| field.word::<OperationKind>());
    let path = object.required("path").and_then(|field| pointer(&field));
    let kind = kind?;
    let from =
        if kind.has_from() { Some(object.required("from").and_then(|field| pointer(&field))) } else { None };
    let value =
        if kind.has_value() { object.required("value").map(|field| text_of(field.value())) } else { None };
    object.finish();
    Some(Operation { kind, path: path?, from: from.map_or(Some(None), |from| from.map(Some))?, value })
}

fn pointer(field: &Reader) -> Option<String> {
    let text = field.any_text()?;
    match pointer_fault(text) {
        Some("not-a-pointer") => field.report("not-a-pointer", [("value", text.into())]),
        Some(_) => field.report("pointer-refused", [("value", text.into())]),
        None => return Some(text.to_owned()),
    }
    None
}

fn review(object: &mut Object) -> Judged {
    let note = object.text("note");
    let decisions = ids(object, "decisions");
    let plan = object.text("plan");
    let findings = object.has("findings").then(|| object.each("findings", raised));
    let stood = object.has("stood").then(|| object.each("stood", stood));
    Judged { note, decisions, plan, findings, stood }
}

fn raised(reader: &Reader) -> Option<Raised> {
    let mut object = reader.object()?;
    let (finding, about) = (object.required_text("finding"), object.required_text("about"));
    object.finish();
    Some(Raised { finding, about })
}

fn stood(reader: &Reader) -> Option<Stood> {
    let mut object = reader.object()?;
    let (id, status) = (object.required_text("id"), object.required_text("status"));
    let score = object.number_in("score", 0.0, 1.0);
    object.finish();
    Some(Stood { id, status, score })
}
