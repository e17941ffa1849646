//! Charts, each from its request to where its parts lie.

use wasm_bindgen::JsValue;
use web_sys::CanvasRenderingContext2d;

use super::out;
use crate::chart::bars::{self, Bars};
use crate::chart::heat::{self, Kind};
use crate::chart::sheet::{Drawn, Sheet};
use crate::error::Error;
use crate::wasm::canvas::Canvas;
use crate::wasm::{scene, shape};

/// Lays out the chart of this number, that of its name in `www/element/charts.ts`, from the JSON text of its request; drawn as
/// well where that is asked for.
pub(super) fn chart(
    context: &CanvasRenderingContext2d,
    text: &str,
    (at, paint): (usize, bool),
) -> Result<JsValue, JsValue> {
    let on = |sheet: &Sheet, picture: &dyn Fn(&Canvas) -> Drawn| {
        let canvas = Canvas::new(context, &sheet.font);
        let (picture, laid) = picture(&canvas);
        canvas.paint_if(paint, &picture);
        shape::ChartGeometry::from(&laid)
    };
    let geometry: Result<_, Error> = match at {
        0 | 1 => {
            let kind = if at == 1 { Kind::Matrix } else { Kind::Heat };
            scene::heat(text, kind).map(|grid| on(&grid.sheet, &|canvas| heat::picture(&grid, canvas)))
        }
        2..=5 => {
            let read: fn(&str) -> Result<Bars, Error> = match at {
                2 => scene::bullets,
                3 => scene::tornado,
                4 => scene::waterfall,
                _ => scene::counts,
            };
            read(text).map(|made| on(&made.sheet, &|canvas| bars::picture(&made, canvas)))
        }
        _ => return Ok(JsValue::UNDEFINED),
    };
    geometry.map_err(|error| out::error(&error)).and_then(|geometry| out::text(&geometry))
}
