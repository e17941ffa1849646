//! A radar: what the page asks for, and where its parts came to lie.

use super::shapes::shapes;
use crate::chart::radar;

shapes! {
    /// Where a radar lies, in CSS pixels from the upper left corner of the canvas: for labels that can be focused.
    RadarGeometry {
        /// Width of the picture.
        width: f64,
        /// Height of the picture: it follows from the width and the labels.
        height: f64,
        /// Device pixels a CSS pixel: the canvas is `width × ratio` by `height × ratio` of them.
        ratio: f64,
        /// Whether the labels found no room and the numbers 1, 2, 3… stand in their places: list them beside the picture.
        numbered: bool,
        /// The centre: the low end of the scale.
        middle: RadarPoint,
        /// From the centre to the high end of the scale.
        radius: f64,
        /// Each axis, in the order given.
        axes: Vec<RadarSpot>,
    }

    /// Where an axis lies: the box of its label, and its point.
    RadarSpot {
        /// Its id.
        id: String,
        /// Left edge of the label.
        x: f64,
        /// Upper edge of the label.
        y: f64,
        /// Width of the label.
        width: f64,
        /// Height of the label.
        height: f64,
        /// The point of its value; absent where that is unknown.
        #[serde(skip_serializing_if = "Option::is_none")]
        point: Option<RadarPoint>,
    }

    /// A point of the picture.
    RadarPoint {
        /// From the left edge.
        x: f64,
        /// From the upper edge.
        y: f64,
    }
}

impl From<(f64, f64)> for RadarPoint {
    fn from((x, y): (f64, f64)) -> Self {
        Self { x, y }
    }
}

impl From<&radar::RadarGeometry> for RadarGeometry {
    fn from(of: &radar::RadarGeometry) -> Self {
        let axes = of.spokes.iter().map(|spoke| RadarSpot {
            id: spoke.id.clone(),
            x: spoke.label.x,
            y: spoke.label.y,
            width: spoke.label.w,
            height: spoke.label.h,
            point: spoke.point.map(RadarPoint::from),
        });
        Self {
            width: of.width,
            height: of.height,
            ratio: of.ratio,
            numbered: of.numbered,
            middle: of.middle.into(),
            radius: of.radius,
            axes: axes.collect(),
        }
    }
}

/// What the page hands over; read in `wasm::scene`.
#[cfg(feature = "schema")]
mod request {
    use crate::wasm::shape::request::requests;

    requests! {
        /// A radar: several axes of one scale, such as the domains of a maturity assessment.
        RadarRequest {
            /// The scale of every axis.
            scale: RadarScale,
            /// The axes, 3 to 24: the first straight up, the others clockwise.
            #[schemars(length(min = 3, max = 24))]
            axes: Vec<RadarAxis>,
            /// The id of the axis selected.
            #[serde(skip_serializing_if = "Option::is_none")]
            select: Option<String>,
            /// The id of the axis under the pointer or the keyboard.
            #[serde(skip_serializing_if = "Option::is_none")]
            hover: Option<String>,
        }
    }

    /// From the centre to the outermost ring.
    #[derive(schemars::JsonSchema)]
    #[serde(rename_all = "camelCase")]
    pub struct RadarScale {
        /// The value at the centre.
        pub low: f64,
        /// The value at the outermost ring; above `low`.
        pub high: f64,
        /// From one ring to the next; at most twelve fit.
        pub step: f64,
        /// What stands at the centre and at each ring, innermost first, such as numbers in the reader's digits; left out:
        /// the plain numbers.
        #[serde(skip_serializing_if = "Option::is_none")]
        pub marks: Option<Vec<String>>,
    }

    /// One axis.
    #[derive(schemars::JsonSchema)]
    #[serde(rename_all = "camelCase")]
    pub struct RadarAxis {
        /// Its id, one for each axis.
        pub id: String,
        /// What it stands for, in the reader's language.
        pub label: String,
        /// Its value on the scale; absent where it is unknown, which is drawn as a gap and never as the lowest.
        #[serde(skip_serializing_if = "Option::is_none")]
        pub value: Option<f64>,
        /// The lowest answer, or the lower end of an interval: with `high`, a band along the axis.
        #[serde(skip_serializing_if = "Option::is_none")]
        pub low: Option<f64>,
        /// The highest answer, or the upper end of an interval.
        #[serde(skip_serializing_if = "Option::is_none")]
        pub high: Option<f64>,
        /// The value of an earlier round, or a target: a quiet dashed outline.
        #[serde(skip_serializing_if = "Option::is_none")]
        pub before: Option<f64>,
    }
}

#[cfg(feature = "schema")]
pub use request::{RadarAxis, RadarRequest, RadarScale};
