//! What the page hands to the pictures, and the boxes it gets back.

use std::collections::BTreeMap;

/// How a picture is to be drawn: every string resolved by the message layer, every colour by the page.
#[derive(schemars::JsonSchema)]
#[serde(rename_all = "camelCase")]
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
#[derive(schemars::JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum View {
    /// The strategy map.
    Map,
    /// A row a KPI.
    Scorecard,
    /// The road from one node to the mission.
    Line,
}

/// Which way the language runs.
#[derive(schemars::JsonSchema)]
#[serde(rename_all = "kebab-case")]
#[schemars(rename = "TextDirection")]
pub enum Direction {
    /// Left to right.
    Ltr,
    /// Right to left.
    Rtl,
}

/// Colours by role.
#[derive(schemars::JsonSchema)]
#[serde(rename_all = "camelCase")]
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
#[derive(schemars::JsonSchema)]
#[serde(rename_all = "camelCase")]
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
#[derive(schemars::JsonSchema)]
#[serde(rename_all = "camelCase")]
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
#[derive(schemars::JsonSchema)]
#[serde(rename_all = "camelCase")]
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
#[derive(schemars::JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Compact {
    /// Title, number, change, bounds, execution.
    Full,
    /// Title, number, shape.
    Narrow,
    /// Shape and two letters.
    Tiny,
}

/// Sizes and boxes of a picture, CSS pixels.
#[derive(schemars::JsonSchema)]
#[serde(rename_all = "camelCase")]
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
#[derive(schemars::JsonSchema)]
#[serde(rename_all = "camelCase")]
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
#[derive(schemars::JsonSchema)]
#[serde(rename_all = "camelCase")]
pub struct Tie {
    /// Child or cause.
    pub from: String,
    /// Parent or effect.
    pub to: String,
    /// What it means.
    pub kind: LinkKind,
}

/// What a link means.
#[derive(schemars::JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum LinkKind {
    /// Child to parent.
    Serves,
    /// Child to parent with weight 0.
    Supports,
    /// Cause to effect.
    Drives,
}
