//! JSON to a calculation, by the table of families.

use crate::error::{Issue, Pointer};
use crate::format::json::{Object, Reader};
use crate::format::lifetime::of_model;
use crate::kpi::service::{Asked, FAMILIES, Family, Form, Input, Kind, Points, family};
use crate::kpi::{Answers, TimeUnit};

/// The largest sum or length of time: sums of millions of these stay finite, and so do their squares.
pub(super) const LARGEST: f64 = 1e15;
/// The best answer of the longest scale.
pub(super) const LONGEST: u32 = 100;

pub(super) fn asked(reader: &Reader) -> Option<Asked> {
    let mut object = reader.object()?;
    let ids: Vec<&'static str> = FAMILIES.iter().map(|family| family.id).collect();
    let family = family(ids.get(object.required("family")?.position(&ids)?)?)?;
    let (form, variant) = variant(&mut object, family)?;
    let mut asked = Asked::new(family, form, &variant);
    if family.id == Asked::EXPECTED {
        asked.lifetime = of_model(&mut object, form.id == "sbg").into();
        object.finish();
        return Some(asked);
    }
    family.options.iter().for_each(|input| alone(&mut object, input, &mut asked));
    let way = way(&mut object, family);
    for group in ["counts", "amounts", "before"] {
        numbers(&mut object, group, way, &mut asked);
    }
    way.iter().for_each(|input| alone(&mut object, input, &mut asked));
    object.finish();
    Some(asked)
}

fn variant(object: &mut Object, family: &Family) -> Option<(&'static Form, String)> {
    let Some(field) = object.field("variant") else {
        return family.forms.first().map(|form| (form, form.id.to_owned()));
    };
    let name = field.any_text()?;
    if let Some(form) = family.form(name) {
        return Some((form, name.to_owned()));
    }
    let names: Vec<&'static str> = family.forms.iter().map(|form| form.id).collect();
    // It is none of them: this reports it with the nearest.
    field.position(&names).and(None)
}

/// The group that an input stands in, where it stands in one.
pub(super) const fn group(kind: Kind) -> Option<&'static str> {
    match kind {
        Kind::Count => Some("counts"),
        Kind::Amount => Some("amounts"),
        Kind::Before => Some("before"),
        _ => None,
    }
}

/// The field of the request that an input is, or stands in.
fn field(input: &Input) -> &'static str {
    group(input.kind).unwrap_or(input.name)
}

/// The inputs that the request is given by: the first set whose first field is there. A field of another set beside
/// it would be a second answer to the same question.
fn way(object: &mut Object, family: &'static Family) -> &'static [Input] {
    let first = |way: &&[Input]| way.first().map_or("", field);
    let found = family.ways.iter().find(|way| object.has(first(way)));
    let way: &[Input] = found.or(family.ways.first()).copied().unwrap_or_default();
    for other in family.ways.iter().flat_map(|way| way.iter()).map(field) {
        if !way.iter().any(|input| field(input) == other)
            && let Some(second) = object.field(other)
        {
            second.report("not-both", [("field", first(&way).into())]);
        }
    }
    way
}

/// The numbers of one group.
fn numbers(object: &mut Object, group_name: &'static str, way: &'static [Input], asked: &mut Asked) {
    let inputs = way.iter().filter(|input| group(input.kind) == Some(group_name));
    let Some(required) = inputs.clone().map(|input| input.required).reduce(|one, other| one || other) else {
        return;
    };
    let given = if required { object.required(group_name) } else { object.field(group_name) };
    let Some(mut fields) = given.and_then(|field| field.object()) else { return };
    for input in inputs {
        let given = if input.required { fields.required(input.name) } else { fields.field(input.name) };
        let number = given.and_then(|field| match input.kind {
            Kind::Amount => field.number_in(0.0, LARGEST),
            _ => field.count(0).map(|count| count as f64),
        });
        if let Some(number) = number {
            asked.numbers.push((group_name, input.name, number));
        }
    }
    fields.finish();
}

/// An input that is a field of its own.
fn alone(object: &mut Object, input: &'static Input, asked: &mut Asked) {
    if group(input.kind).is_some() {
        return;
    }
    let given = if input.required { object.required(input.name) } else { object.field(input.name) };
    let Some(field) = given else { return };
    match input.kind {
        Kind::Durations => asked.durations = numbers_of(&field, 0.0),
        Kind::Ratings(points) => asked.answers = answers(input.name, ratings(&field, points, asked.top)),
        Kind::Answers(points) => asked.answers = answers(input.name, tally(&field, points, asked.top)),
        Kind::Items => asked.items = items(&field),
        Kind::Scale => asked.top = field.whole_in(2, LONGEST).map_or(Asked::SCALE, |top| top as i32),
        Kind::Limit => asked.limit = field.number_in(0.0, LARGEST),
        Kind::Unit => {
            let sign = field.position(&TimeUnit::SIGNS).and_then(|place| TimeUnit::SIGNS.get(place));
            asked.unit = sign.and_then(|sign| TimeUnit::from_sign(sign)).unwrap_or(asked.unit);
        }
        Kind::Interval => {
            asked.bootstrap =
                field.choice(&["bootstrap"], |word| (word == "bootstrap").then_some(true)).is_some();
        }
        // A host may ask for more, never for less.
        Kind::Minimum => asked.minimum = field.whole_in(Asked::MINIMUM, 1000).unwrap_or(Asked::MINIMUM),
        Kind::Text => asked.estimate = field.text().unwrap_or_default().to_owned(),
        Kind::Count | Kind::Amount | Kind::Before | Kind::Lifetime => {}
    }
}

fn answers(field: &'static str, answers: Option<Answers>) -> Option<(&'static str, Answers)> {
    answers.map(|answers| (field, answers))
}

fn numbers_of(field: &Reader, least: f64) -> Option<Vec<f64>> {
    Some(field.list()?.iter().filter_map(|item| item.number_in(least, LARGEST)).collect())
}

fn items(field: &Reader) -> Option<Vec<Vec<f64>>> {
    Some(field.list()?.iter().filter_map(|person| numbers_of(person, -LARGEST)).collect())
}

/// Answers one by one.
fn ratings(field: &Reader, points: Points, scale: i32) -> Option<Answers> {
    let (least, top) = points.ends(scale);
    let mut answers = Answers::default();
    for point in field.list()?.iter().filter_map(|item| item.whole_in(least as u32, top as u32)) {
        answers.add(point as i32, 1);
    }
    Some(answers)
}

/// How often each point was answered.
fn tally(field: &Reader, points: Points, scale: i32) -> Option<Answers> {
    let (least, top) = points.ends(scale);
    let object = field.object()?;
    let mut answers = Answers::default();
    for (name, count) in object.entries() {
        // `05` would be a second 5.
        match name.parse::<i32>().ok().filter(|point| point.to_string() == name) {
            Some(point) if (least..=top).contains(&point) => {
                if let Some(count) = count.count(0) {
                    answers.add(point, count);
                }
            }
            Some(point) => field.issues().push(Issue::out_of_range(
                at(&object, name),
                f64::from(point),
                f64::from(least),
                f64::from(top),
            )),
            None => field.issues().push(Issue::new("unknown-field", at(&object, name)).with("field", name)),
        }
    }
    Some(answers)
}

fn at(object: &Object, name: &str) -> Pointer {
    object.pointer().field(name)
}
