//! JSON to a draft: cycles, check-ins, reviews.

use crate::format::json::{Object, Reader};
use crate::plan::{DraftRhythm, OkrCycle, Reviews, Rhythm};

/// Few plans have one: what reads it is a function of its own, which no first picture without loads.
pub(super) fn rhythm(plan: &mut Object) -> DraftRhythm {
    let fields = ["cycles", "checkIns", "reviews"].map(|name| plan.field(name));
    if fields.iter().all(Option::is_none) { DraftRhythm::default() } else { told(&fields) }
}

#[inline(never)]
fn told([cycles, check_ins, reviews]: &[Option<Reader>; 3]) -> DraftRhythm {
    let list = cycles.and_then(|field| field.list()).unwrap_or_default();
    let (cycles, at) = list.iter().filter_map(|each| Some((cycle(each)?, each.pointer()))).unzip();
    let check_ins = check_ins.and_then(|field| field.word());
    let reviews = reviews.and_then(|field| every(&field));
    DraftRhythm { rhythm: Rhythm { cycles, check_ins, reviews }, at }
}

fn cycle(reader: &Reader) -> Option<OkrCycle> {
    let mut object = reader.object()?;
    let (id, title) = (object.required_text("id"), object.required_text("title"));
    let (start, end) = (object.required_date("start"), object.required_date("end"));
    object.finish();
    Some(OkrCycle { id, title, start: start?, end: end? })
}

fn every(reader: &Reader) -> Option<Reviews> {
    let mut object = reader.object()?;
    let every = object.required("every").and_then(|field| field.word());
    let last = object.date("last");
    object.finish();
    Some(Reviews { every: every?, last })
}
