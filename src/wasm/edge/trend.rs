//! The trend: what is kept between its steps, and the series that pages keep here.

use std::cell::RefCell;
use std::collections::BTreeMap;

use js_sys::{Float64Array, Reflect};
use wasm_bindgen::JsValue;
use web_sys::CanvasRenderingContext2d;

use super::out;
use super::picture::Asked;
use crate::chart::Picture;
use crate::chart::trend::{Drawn, Series, append, ticks};
use crate::error::{Error, Pointer};
use crate::wasm::scene::{self, AskedTrend};
use crate::wasm::{canvas, shape};

thread_local! {
    static KEPT: RefCell<Kept> = RefCell::default();
}

#[derive(Default)]
struct Kept {
    /// Series by the numbers that the page gave them.
    series: BTreeMap<u32, Series>,
    /// The series that points are coming for, the units of time a day, and the times that have come.
    coming: (u32, f64, Vec<f64>),
    /// The trend asked for last, and its picture once it is laid out.
    trend: Option<AskedTrend>,
    picture: Option<Picture>,
}

impl Kept {
    /// The trend asked for, and its points.
    fn asked(&self) -> Result<(&AskedTrend, &Series), Error> {
        let lost = || Error::new("trend-lost", Vec::new());
        let asked = self.trend.as_ref().ok_or_else(lost)?;
        let series = asked.points.as_ref().or_else(|| self.series.get(&asked.data?));
        Ok((asked, series.ok_or_else(lost)?))
    }
}

/// Nothing of the page's is called while this is borrowed but the canvas, whose calls come back at once.
fn kept<T>(with: impl FnOnce(&mut Kept) -> Result<T, Error>) -> Result<T, JsValue> {
    let lost = |_| Error::new("trend-lost", Vec::new());
    let found = KEPT.with(|kept| kept.try_borrow_mut().map_err(lost).and_then(|mut kept| with(&mut kept)));
    found.map_err(|error| out::error(&error))
}

pub(super) fn opened(request: &str) -> Result<JsValue, JsValue> {
    let ticks = kept(|kept| {
        (kept.trend, kept.picture) = (None, None);
        kept.trend = Some(scene::trend(request)?);
        let (asked, series) = kept.asked()?;
        Ok(shape::TrendTicks::from(&ticks(&asked.trend, series)))
    })?;
    out::text(&ticks)
}

pub(super) fn laid(context: &CanvasRenderingContext2d, labels: &str) -> Result<JsValue, JsValue> {
    let geometry = kept(|kept| {
        let labels = scene::labels(labels)?;
        let (asked, series) = kept.asked()?;
        let (picture, geometry) = canvas::trend(context, &asked.trend, series, &labels);
        kept.picture = Some(picture);
        Ok(geometry)
    })?;
    let layout = out::text(&shape::TrendLayout::from(&geometry))?;
    Reflect::set(&layout, &"points".into(), &columns(&geometry.points)?)?;
    Ok(layout)
}

/// A column's name, and what of a point stands in it.
type Column = (&'static str, fn(&Drawn) -> f64);

/// `{ index, at, value, x, y: Float64Array }`.
fn columns(points: &[Drawn]) -> Result<JsValue, JsValue> {
    const COLUMNS: [Column; 5] = [
        ("index", |point| point.index as f64),
        ("at", |point| point.at),
        ("value", |point| point.value),
        ("x", |point| point.x),
        ("y", |point| point.y),
    ];
    let all = JsValue::from(js_sys::Object::new());
    for (name, of) in COLUMNS {
        let column: Vec<f64> = points.iter().map(of).collect();
        Reflect::set(&all, &name.into(), &Float64Array::from(column.as_slice()))?;
    }
    Ok(all)
}

pub(super) fn drawn(context: &CanvasRenderingContext2d) -> Result<JsValue, JsValue> {
    kept(|kept| {
        if let (Some(asked), Some(picture)) = (kept.trend.take(), kept.picture.take()) {
            canvas::painted(context, &asked.trend.font, &picture);
        }
        Ok(JsValue::UNDEFINED)
    })
}

/// Points come in three calls, so that nothing is copied on the page's side.
pub(super) fn series(asked: Asked, numbers: Vec<f64>) -> Result<JsValue, JsValue> {
    let number = numbers.first().copied().unwrap_or_default() as u32;
    kept(|kept| {
        match asked {
            Asked::Series => kept.coming = (number, numbers.get(1).copied().unwrap_or(1.0), Vec::new()),
            Asked::Times => kept.coming.2 = numbers,
            Asked::Values => joined(kept, &numbers)?,
            _ => drop(kept.series.remove(&number)),
        }
        Ok(JsValue::UNDEFINED)
    })
}

fn joined(kept: &mut Kept, values: &[f64]) -> Result<(), Error> {
    let (number, per_day, times) = std::mem::take(&mut kept.coming);
    let series = kept.series.entry(number).or_default();
    let place = |index: usize, name: &'static str| match name {
        "at" => Pointer::root().field("x").index(index),
        "value" => Pointer::root().field("y").index(index),
        _ => Pointer::root().field("y"),
    };
    append(series, &times, values, scene::limits(per_day), &place)
}
