//! JSON to the score functions that few KPIs have.

use crate::error::Pointer;
use crate::format::json::{Object, Reader};
use crate::plan::{
    Against, Formula, OrdinalStep, OtherScore, Override, ScoreFunction, ScorePoint, ThresholdRule, Verdict,
};

/// One of them, by its name; none where something of it could not be read.
#[cold]
#[inline(never)]
pub(super) fn other(object: &mut Object, name: &str) -> Option<ScoreFunction> {
    let score = match name {
        "goal-red-flag" => {
            let (goal, red_flag) = (object.required_number("goal"), object.required_number("redFlag"));
            OtherScore::GoalRedFlag { goal: goal?, red_flag: red_flag? }
        }
        "thresholds" => {
            let rules = list(object, "rules", rule);
            let otherwise = object.required("otherwise").and_then(|field| otherwise(&field));
            OtherScore::Thresholds { rules: rules?, otherwise: otherwise? }
        }
        "binary" => OtherScore::Binary { at: object.required_number("at")? },
        "ordinal" => OtherScore::Ordinal(list(object, "scores", step)?),
        "piecewise" => OtherScore::Piecewise(list(object, "points", point)?),
        _ => {
            let formula = object.required("formula").and_then(|field| formula(&field));
            let (low, high) = (object.number("low"), object.number("high"));
            OtherScore::Expression { formula: formula?, low, high }
        }
    };
    Some(ScoreFunction::Other(Box::new(score)))
}

/// What somebody set by hand.
#[cold]
#[inline(never)]
pub(super) fn overruled(reader: &Reader) -> Option<(Pointer, Box<Override>)> {
    let mut object = reader.object()?;
    let (score, status) = (object.number("score"), object.word("status"));
    let (reason, author) = (object.required_text("reason"), object.required_text("author"));
    let expires = object.required_date("expires");
    object.finish();
    Some((reader.pointer(), Box::new(Override { score, status, reason, author, expires: expires? })))
}

/// All of a list, or none where one of it could not be read: their places are named by their order.
fn list<T>(object: &mut Object, name: &'static str, read: fn(&Reader) -> Option<T>) -> Option<Vec<T>> {
    let items: Vec<Option<T>> = object.required(name)?.list()?.iter().map(read).collect();
    items.into_iter().collect()
}

fn rule(reader: &Reader) -> Option<ThresholdRule> {
    let mut object = reader.object()?;
    let when = object.required("when").and_then(|field| field.word());
    let against = object.required("against").and_then(|field| against(&field));
    let then = verdict(&mut object);
    object.finish();
    Some(ThresholdRule { when: when?, against: against?, then: then? })
}

fn otherwise(reader: &Reader) -> Option<Verdict> {
    let mut object = reader.object()?;
    let verdict = verdict(&mut object);
    object.finish();
    verdict
}

fn verdict(object: &mut Object) -> Option<Verdict> {
    let status = object.required("status").and_then(|field| field.word());
    let score = object.required_number("score");
    Some(Verdict { status: status?, score: score? })
}

/// A number, a part of the target, or another KPI: one of the three.
fn against(reader: &Reader) -> Option<Against> {
    let mut object = reader.object()?;
    let given = ["number", "target", "kpi"].into_iter().filter(|name| object.has(name)).count();
    let number = object.number("number").map(Against::Number);
    let target = object.number("target").map(Against::Target);
    let kpi = object.text("kpi").map(Against::Kpi);
    match given {
        0 => object.missing("number"),
        1 => {}
        _ => reader.report("not-both", []),
    }
    object.finish();
    if given > 1 { None } else { number.or(target).or(kpi) }
}

fn step(reader: &Reader) -> Option<OrdinalStep> {
    let mut object = reader.object()?;
    let (value, word) = (object.required_number("value"), object.text("word"));
    let score = object.required_number("score");
    object.finish();
    Some(OrdinalStep { value: value?, word, score: score? })
}

fn point(reader: &Reader) -> Option<ScorePoint> {
    let mut object = reader.object()?;
    let (value, score) = (object.required_number("value"), object.required_number("score"));
    object.finish();
    Some(ScorePoint { value: value?, score: score? })
}

fn formula(reader: &Reader) -> Option<Formula> {
    match Formula::parse(reader.text()?) {
        Ok(formula) => Some(formula),
        Err(fault) => {
            reader.report_with(fault.code(), fault.params());
            None
        }
    }
}
