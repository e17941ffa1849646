//! JSON to a draft: the journey and the needs. No plan without them runs any of this.

use super::decode::named;
use crate::format::json::{Object, Reader};
use crate::plan::{Answer, DraftJourney, Need, Pain, Rated, Rating, Reference, Stage, Touchpoint};

#[cold]
#[inline(never)]
pub(super) fn journey(stages: Option<&Reader>, needs: Option<&Reader>) -> DraftJourney {
    let stages = stages.and_then(Reader::list).unwrap_or_default();
    let needs = needs.and_then(Reader::list).unwrap_or_default();
    DraftJourney {
        stages: stages.iter().filter_map(stage).collect(),
        needs: needs.iter().filter_map(need).collect(),
    }
}

fn stage(reader: &Reader) -> Option<Stage<Reference, Reference>> {
    let mut object = reader.object()?;
    let stage = Stage {
        pointer: reader.pointer(),
        id: object.required_text("id"),
        title: object.required_text("title"),
        touchpoints: object.each("touchpoints", touchpoint),
    };
    object.finish();
    Some(stage)
}

fn touchpoint(reader: &Reader) -> Option<Touchpoint<Reference, Reference>> {
    let mut object = reader.object()?;
    let touchpoint = Touchpoint {
        pointer: reader.pointer(),
        id: object.required_text("id"),
        title: object.required_text("title"),
        channel: object.text("channel"),
        moment: object.flag("momentOfTruth").unwrap_or(false),
        kpis: object.each("kpis", named),
        pains: object.each("pains", pain),
    };
    object.finish();
    Some(touchpoint)
}

fn pain(reader: &Reader) -> Option<Pain<Reference>> {
    let mut object = reader.object()?;
    let pain = Pain {
        pointer: reader.pointer(),
        id: object.required_text("id"),
        title: object.required_text("title"),
        served_by: object.each("servedBy", named),
    };
    object.finish();
    Some(pain)
}

fn need(reader: &Reader) -> Option<Need<Reference, Reference, Reference>> {
    let mut object = reader.object()?;
    let need = Need {
        pointer: reader.pointer(),
        id: object.required_text("id"),
        title: object.required_text("title"),
        at: object.field("at").and_then(|field| named(&field)),
        served_by: object.each("servedBy", named),
        importance: object.field("importance").and_then(|field| rating(&field)),
        satisfaction: object.field("satisfaction").and_then(|field| rating(&field)),
    };
    object.finish();
    Some(need)
}

/// A KPI's where it names one; else the values.
fn rating(reader: &Reader) -> Option<Rating<Reference>> {
    let mut object = reader.object()?;
    let found = if object.has("kpi") {
        let kpi = object.field("kpi").and_then(|field| named(&field));
        let (zero, one) = (object.number("zero"), object.number("one"));
        kpi.map(|kpi| (zero.unwrap_or(0.0), one.unwrap_or(100.0), Rated::Kpi(kpi)))
    } else {
        let (zero, one) = (object.required_number("zero"), object.required_number("one"));
        let values = typed(&mut object);
        zero.zip(one).map(|(zero, one)| (zero, one, Rated::Typed(values)))
    };
    object.finish();
    let (zero, one, from) = found?;
    Some(Rating { pointer: reader.pointer(), zero, one, from })
}

fn typed(object: &mut Object) -> Vec<Answer> {
    let values = object.required("values").and_then(|field| field.list());
    values.unwrap_or_default().iter().filter_map(answer).collect()
}

fn answer(reader: &Reader) -> Option<Answer> {
    let mut object = reader.object()?;
    let (at, value) = (object.required_date("at"), object.required_number("value"));
    let n = object.field("n").and_then(|field| field.count(1));
    if object.has("sd") && object.has("margin") {
        reader.report("not-both", []);
    }
    let (deviation, margin) =
        (object.number_in("sd", 0.0, f64::MAX), object.number_in("margin", 0.0, f64::MAX));
    object.finish();
    Some(Answer { pointer: reader.pointer(), at: at?, value: value?, n, deviation, margin })
}
