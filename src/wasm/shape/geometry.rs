//! What the page hands to the pictures, and the boxes it gets back.

use std::collections::BTreeMap;

use serde::Serialize;

use crate::chart;

/// How a picture is to be drawn: every string resolved by the message layer, every colour by the page.
#[derive(Clone, Debug, Default, Serialize)]
#[serde(rename_all = "camelCase", default)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct DrawOptions {
    /// Which picture.
    pub view: View,
    /// Width available, CSS pixels.
    pub width: f64,
    /// Device pixels a CSS pixel; left out: 1.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub ratio: Option<f64>,
    /// Which way the language runs.
    pub direction: Direction,
    /// The node the picture is about (U1).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub focus: Option<String>,
    /// The node selected.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub select: Option<String>,
    /// The node under the pointer or the keyboard.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub hover: Option<String>,
    /// CSS font family; left out: `system-ui, sans-serif`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub font: Option<String>,
    /// Colours by role, `#rrggbb` or `#rrggbbaa`; a role left out keeps the light default.
    pub palette: Palette,
    /// Every string of the picture.
    pub labels: Labels,
}

/// Which picture.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub enum View {
    /// The strategy map.
    #[default]
    Map,
    /// A row a KPI.
    Scorecard,
    /// The road from one node to the mission.
    Line,
}

/// Which way the language runs.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(rename = "TextDirection"))]
pub enum Direction {
    /// Left to right.
    #[default]
    Ltr,
    /// Right to left.
    Rtl,
}

/// Colours by role.
#[derive(Clone, Debug, Default, Serialize)]
#[serde(rename_all = "camelCase", default)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Palette {
    /// The ground the picture lies on.
    pub paper: String,
    /// The ground of a card.
    pub raised: String,
    /// Text and marks of the first order.
    pub ink: String,
    /// Text and marks of the second order.
    pub second: String,
    /// Hairlines and empty tracks.
    pub rule: String,
    /// The through line and the focus.
    pub accent: String,
    /// Status: on track.
    pub on_track: String,
    /// Status: at risk.
    pub at_risk: String,
    /// Status: off track.
    pub off_track: String,
    /// Status: cannot tell.
    pub cannot_tell: String,
    /// Status: stale.
    pub stale: String,
    /// Status: no data.
    pub no_data: String,
}

/// Every string of the picture.
#[derive(Clone, Debug, Default, Serialize)]
#[serde(rename_all = "camelCase", default)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Labels {
    /// By node id.
    pub nodes: BTreeMap<String, NodeLabel>,
    /// By KPI id.
    pub kpis: BTreeMap<String, KpiLabel>,
    /// By perspective id, or by level: `company-mission`, `mission`, `vision`, `goal`, `strategy`, `action`.
    pub bands: BTreeMap<String, String>,
    /// By code: `no-path`, and the heads of the scorecard: `column-kpi`, `column-value`, `column-target`,
    /// `column-progress`, `column-trend`, `column-status`.
    pub words: BTreeMap<String, String>,
}

/// The strings of a node.
#[derive(Clone, Debug, Default, Serialize)]
#[serde(rename_all = "camelCase", default)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct NodeLabel {
    /// Title.
    pub title: String,
    /// The one number, without its unit.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub number: Option<String>,
    /// The unit, set smaller.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub unit: Option<String>,
    /// Change and age, one short line.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub note: Option<String>,
    /// The word of the status.
    pub status: String,
    /// My share of the parent or the mission (line view).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub share: Option<String>,
}

/// The strings of a KPI.
#[derive(Clone, Debug, Default, Serialize)]
#[serde(rename_all = "camelCase", default)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct KpiLabel {
    /// Title.
    pub title: String,
    /// Value with its unit.
    pub value: String,
    /// Target with its unit.
    pub target: String,
    /// The word of the status.
    pub status: String,
    /// Change and freshness, one short line.
    pub note: String,
}

/// How much a card says.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub enum Compact {
    /// Title, number, change, bounds, execution.
    #[default]
    Full,
    /// Title, number, shape.
    Narrow,
    /// Shape and two letters.
    Tiny,
}

/// Sizes and boxes of a picture, CSS pixels.
#[derive(Clone, Debug, Default, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Geometry {
    /// Width of the picture.
    pub width: f64,
    /// Height of the picture.
    pub height: f64,
    /// Every box, in reading order.
    pub nodes: Vec<Spot>,
    /// Every link drawn.
    pub links: Vec<Tie>,
    /// How much the cards say.
    pub compact: Compact,
}

/// A box that can be pointed at.
#[derive(Clone, Debug, Default, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Spot {
    /// The plan's id.
    pub id: String,
    /// Left edge.
    pub x: f64,
    /// Upper edge.
    pub y: f64,
    /// Width.
    pub width: f64,
    /// Height.
    pub height: f64,
    /// Row, top first.
    pub row: usize,
    /// Place in the row, in reading direction.
    pub column: usize,
}

/// A link as drawn.
#[derive(Clone, Debug, Default, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Tie {
    /// Child or cause.
    pub from: String,
    /// Parent or effect.
    pub to: String,
    /// What it means.
    pub kind: LinkKind,
}

/// What a link means.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub enum LinkKind {
    /// Child to parent.
    #[default]
    Serves,
    /// Child to parent with weight 0.
    Supports,
    /// Cause to effect.
    Drives,
}

impl From<&chart::Geometry> for Geometry {
    fn from(from: &chart::Geometry) -> Self {
        Self {
            width: from.width,
            height: from.height,
            nodes: from.nodes.iter().map(Spot::from).collect(),
            links: from.links.iter().map(Tie::from).collect(),
            compact: match from.compact {
                chart::Compact::Full => Compact::Full,
                chart::Compact::Narrow => Compact::Narrow,
                chart::Compact::Tiny => Compact::Tiny,
            },
        }
    }
}

impl From<&chart::Spot> for Spot {
    fn from(from: &chart::Spot) -> Self {
        Self {
            id: from.id.clone(),
            x: from.x,
            y: from.y,
            width: from.width,
            height: from.height,
            row: from.row,
            column: from.column,
        }
    }
}

impl From<&chart::Tie> for Tie {
    fn from(from: &chart::Tie) -> Self {
        let kind = match from.kind {
            chart::LinkKind::Serves => LinkKind::Serves,
            chart::LinkKind::Supports => LinkKind::Supports,
            chart::LinkKind::Drives => LinkKind::Drives,
        };
        Self { from: from.from.clone(), to: from.to.clone(), kind }
    }
}
