//! A radar's request, read off JSON: nothing of it is left out in silence.

use super::asked::{self, Look, above, given, look};
use crate::chart::radar::{MOST_RINGS, Radar, Scale, Spoke};
use crate::error::Error;
use crate::format::json::{self, Object, Reader};

/// Fewer axes than these have no area, more are a hedgehog.
const AXES: (usize, usize) = (3, 24);
/// A number beyond these is no scale that anybody answers on.
const LARGEST: f64 = 1e9;

/// Reads a request from JSON text, that of a `RadarRequest`.
///
/// # Errors
/// `json-syntax`, or `radar-invalid` with every issue.
///
/// ```
/// use throughline::wasm::scene::radar;
/// let error = radar(r#"{ "width": 400, "scale": { "low": 5, "high": 1, "step": 1 }, "axes": [] }"#).unwrap_err();
/// let issues: Vec<_> = error.issues().iter().map(|issue| (issue.code, issue.at.as_str())).collect();
/// assert_eq!(issues, [("not-above", "/scale/high"), ("too-few", "/axes")]);
/// ```
pub fn radar(text: &str) -> Result<Radar, Error> {
    json::document(text, "radar-invalid", asked_for)
}

fn asked_for(reader: &Reader) -> Option<Radar> {
    let mut object = reader.object()?;
    let look = look(&mut object);
    let scale = object.required("scale").and_then(|field| scale(&field));
    let axes = asked::items(&mut object, "axes", AXES);
    let spokes: Vec<Spoke> =
        axes.iter().map(|axis| spoke(axis, scale.as_ref()).unwrap_or_default()).collect();
    asked::distinct(&axes, &spokes, |spoke| &spoke.id);
    let [select, hover] =
        ["select", "hover"].map(|name| asked::lit(&mut object, name, &spokes, |spoke| &spoke.id));
    object.finish();
    let Look { width, ratio, direction, font, palette } = look;
    Some(Radar { width: width?, ratio, direction, font, palette, scale: scale?, spokes, select, hover })
}

fn scale(reader: &Reader) -> Option<Scale> {
    let mut object = reader.object()?;
    let low = object.required("low").and_then(|field| field.number_in(-LARGEST, LARGEST));
    let high = object.required("high").and_then(|field| {
        let high = field.number_in(-LARGEST, LARGEST)?;
        above(&field, high, low?)
    });
    let step = object.required("step").and_then(|field| step(&field, high? - low?));
    let marks = given(&mut object, "marks").and_then(|field| field.list().map(|marks| (field, marks)));
    let mut scale = Scale { low: low?, high: high?, step: step?, marks: Vec::new() };
    if let Some((field, marks)) = marks {
        counted(&field, marks.len(), scale.rings().len());
        scale.marks = marks.iter().filter_map(|mark| mark.text()).map(str::to_owned).collect();
    }
    object.finish();
    Some(scale)
}

/// Wide enough apart to tell the rings from one another.
fn step(field: &Reader, span: f64) -> Option<f64> {
    let step = field.number()?;
    above(field, step, 0.0)?;
    field.number_in(span / MOST_RINGS as f64, LARGEST)
}

fn counted(field: &Reader, found: usize, expected: usize) {
    if found != expected {
        field.report(
            "counts-differ",
            [("expected", (expected as f64).into()), ("found", (found as f64).into())],
        );
    }
}

fn spoke(axis: &Reader, scale: Option<&Scale>) -> Option<Spoke> {
    let mut object = axis.object()?;
    let (id, label) = (object.required_text("id"), object.required_text("label"));
    let value = given(&mut object, "value").and_then(|field| on(&field, scale));
    let band = band(&mut object, scale);
    let before = given(&mut object, "before").and_then(|field| on(&field, scale));
    object.finish();
    Some(Spoke { id, label, value, band, before })
}

/// From the lowest to the highest answer: both ends or neither.
fn band(object: &mut Object, scale: Option<&Scale>) -> Option<(f64, f64)> {
    let [low, high] = ["low", "high"].map(|name| given(object, name));
    match (low, high) {
        (Some(low), Some(high)) => {
            let (from, to) = (on(&low, scale), on(&high, scale)?);
            if to < from? {
                high.report("out-of-range", [("min", from?.into())]);
            }
            Some((from?, to))
        }
        (None, Some(_)) => {
            object.missing("low");
            None
        }
        (Some(_), None) => {
            object.missing("high");
            None
        }
        (None, None) => None,
    }
}

/// A number on the scale; where the scale itself is none, any number.
fn on(field: &Reader, scale: Option<&Scale>) -> Option<f64> {
    match scale {
        Some(scale) => field.number_in(scale.low, scale.high),
        None => field.number(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::chart::{Direction, Palette};

    const AXES: &str = r#"[{ "id": "a", "label": "A", "value": 1 }, { "id": "b", "label": "B" },
        { "id": "c", "label": "C", "value": null, "low": 2, "high": 5, "before": 3 }]"#;

    fn read(axes: &str, more: &str) -> Result<Radar, Vec<(&'static str, String)>> {
        let text = format!(
            r#"{{ "width": 400, "scale": {{ "low": 1, "high": 5, "step": 1 }}, "axes": {axes}{more} }}"#
        );
        let places = |error: Error| -> Vec<(&'static str, String)> {
            error.issues().iter().map(|issue| (issue.code, issue.at.as_str().to_owned())).collect()
        };
        radar(&text).map_err(places)
    }

    #[test]
    fn what_is_left_out_has_its_default() {
        let radar =
            read(AXES, r##", "hover": "b", "direction": "rtl", "palette": { "accent": "#000" }"##).unwrap();
        assert_eq!((radar.hover, radar.select, radar.direction), (Some(1), None, Direction::Rtl));
        assert_eq!(radar.palette.accent, crate::chart::Color::hex(0));
        assert_eq!(radar.palette.paper, Palette::LIGHT.paper);
        let values: Vec<_> =
            radar.spokes.iter().map(|spoke| (spoke.value, spoke.band, spoke.before)).collect();
        assert_eq!(
            values,
            [(Some(1.0), None, None), (None, None, None), (None, Some((2.0, 5.0)), Some(3.0))]
        );
    }

    #[test]
    fn every_mistake_is_told() {
        let axes = r#"[{ "id": "a", "label": "", "value": 7 }, { "id": "a", "label": "A", "low": 4, "high": 2 },
            { "id": "b", "label": "B", "high": 2, "weight": 1 }]"#;
        let at = |code, at: &str| (code, at.to_owned());
        let expected = [
            at("empty-text", "/axes/0/label"),
            at("out-of-range", "/axes/0/value"),
            at("out-of-range", "/axes/1/high"),
            at("missing-field", "/axes/2"),
            at("unknown-field", "/axes/2/weight"),
            at("duplicate-id", "/axes/1"),
            at("unknown-reference", "/select"),
        ];
        assert_eq!(read(axes, r#", "select": "B""#).unwrap_err(), expected);
        let marks = r#", "ratio": 0, "font": " ", "direction": "up""#;
        let expected =
            [at("out-of-range", "/ratio"), at("unknown-value", "/direction"), at("empty-text", "/font")];
        assert_eq!(read(AXES, marks).unwrap_err(), expected);
    }

    #[test]
    fn a_scale_leads_somewhere_in_steps_that_can_be_told_apart() {
        let of = |scale: &str| {
            let text = format!(r#"{{ "width": 400, "axes": {AXES}, "scale": {scale} }}"#);
            let error = radar(&text).map(|_| ()).map_err(|error| {
                error
                    .issues()
                    .iter()
                    .map(|issue| format!("{} {}", issue.code, issue.at.as_str()))
                    .collect::<Vec<_>>()
            });
            error.err().unwrap_or_default()
        };
        assert_eq!(of(r#"{ "low": 0, "high": 5, "step": 1 }"#), Vec::<String>::new());
        assert_eq!(of(r#"{ "low": 0, "high": 6, "step": 0.4 }"#), ["out-of-range /scale/step"]);
        assert_eq!(of(r#"{ "low": 0, "high": 5, "step": 0 }"#), ["not-above /scale/step"]);
        assert_eq!(
            of(r#"{ "low": 0, "high": 5, "step": 1, "marks": ["0"] }"#),
            ["counts-differ /scale/marks"]
        );
        assert_eq!(of("5"), ["wrong-type /scale"]);
    }
}
