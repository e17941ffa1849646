//! What a picture shows, resolved: words, colours and statuses come from the host, scores, bounds and links from the
//! board. Nothing after this asks a question that the scene does not answer.

use super::look::{Direction, Palette};
use crate::text::together;

/// Which picture.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum View {
    /// The strategy map.
    #[default]
    Map,
    /// A row a KPI.
    Scorecard,
    /// The road from one node to the mission (U1).
    Line,
}

/// A node's place in the chain; the order is the order on the map, top first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Level {
    /// The company's mission.
    Company,
    /// The service mission.
    Mission,
    /// The vision beside it.
    Vision,
    /// A goal.
    Goal,
    /// A strategy.
    Strategy,
    /// An action.
    Action,
}

/// A status, with its own shape: never colour alone.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Signal {
    /// A full circle.
    OnTrack,
    /// A full triangle.
    AtRisk,
    /// A full diamond.
    OffTrack,
    /// A ring with a question mark.
    CannotTell,
    /// A dashed outline.
    Stale,
    /// A dash.
    #[default]
    NoData,
    /// An empty ring.
    NotStarted,
    /// A full circle with a tick.
    Done,
    /// A full circle with a tick.
    Met,
    /// A full diamond.
    NotMet,
}

/// One node of the plan, resolved.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Item {
    /// The plan's id.
    pub id: String,
    /// Its place in the chain; `None` never reaches a picture.
    pub level: Option<Level>,
    /// Title, in the reader's words.
    pub title: String,
    /// The one number, formatted, without its unit; empty where there is none.
    pub number: String,
    /// The unit, set smaller.
    pub unit: String,
    /// Change and age, one short line.
    pub note: String,
    /// The word of the status.
    pub word: String,
    /// "My share" of the parent or mission, formatted (line view); empty where unknown.
    pub share: String,
    /// The status.
    pub signal: Signal,
    /// Outcome score, 0 to 1.
    pub score: Option<f64>,
    /// Lowest and highest the score can be given what is unknown, 0 to 1.
    pub bounds: Option<(f64, f64)>,
    /// Execution, 0 to 1.
    pub execution: Option<f64>,
    /// Contribution to the mission (AL-P), 0 to 1.
    pub contribution: Option<f64>,
    /// Index into [`Scene::bands`] where the node has a perspective.
    pub perspective: Option<usize>,
}

impl Item {
    /// The number with its unit.
    #[must_use]
    pub fn amount(&self) -> String {
        let between = if self.unit.is_empty() { "" } else { "\u{202f}" };
        together(&[self.number.as_str(), between, &self.unit])
    }
}

/// One KPI, resolved.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Gauge {
    /// The plan's id.
    pub id: String,
    /// Index of its node in [`Scene::items`].
    pub node: usize,
    /// Title, in the reader's words.
    pub title: String,
    /// Value with its unit, formatted.
    pub value: String,
    /// Target with its unit, formatted.
    pub target: String,
    /// Change and freshness, one short line.
    pub note: String,
    /// The word of the status.
    pub word: String,
    /// The status.
    pub signal: Signal,
    /// Value, baseline, target and the interval's ends, as numbers for the bullet.
    pub reading: Reading,
    /// The series for the sparkline: (day, value); a missing value is a gap.
    pub series: Vec<(f64, Option<f64>)>,
}

/// The numbers of a bullet; every one finite or absent.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Reading {
    /// The value.
    pub value: Option<f64>,
    /// Where it started.
    pub baseline: Option<f64>,
    /// Where it should be.
    pub target: Option<f64>,
    /// The interval of the value.
    pub interval: Option<(f64, f64)>,
    /// What others reach.
    pub benchmark: Option<f64>,
}

/// What a link means.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum LinkKind {
    /// Child to parent: solid, quiet.
    #[default]
    Serves,
    /// Child to parent with weight 0: thin, dotted.
    Supports,
    /// Cause to effect: dashed, with an arrow.
    Drives,
}

/// A link between two items of the scene.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Link {
    /// Child or cause: index into [`Scene::items`].
    pub from: usize,
    /// Parent or effect: index into [`Scene::items`].
    pub to: usize,
    /// What it means.
    pub kind: LinkKind,
    /// Effective weight in the parent, 0 to 1 (normalised), for serves links.
    pub weight: f64,
}

/// A perspective's band, or a level's where nodes have none.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Band {
    /// The perspective's id.
    pub id: String,
    /// Its title.
    pub title: String,
}

/// Words of the picture itself.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Words {
    /// Titles of the level bands, by [`Level`] order: company, mission, vision, goals, strategies, actions.
    pub levels: [String; 6],
    /// Said where the road up breaks off: nothing above.
    pub no_path: String,
    /// Column heads of the scorecard: KPI, value, target, progress, trend, status. Empty: no head.
    pub columns: [String; 6],
}

/// Everything a picture needs.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Scene {
    /// Which picture.
    pub view: View,
    /// Width available, CSS pixels.
    pub width: f64,
    /// Device pixels a CSS pixel.
    pub ratio: f64,
    /// Which way the language runs.
    pub direction: Direction,
    /// CSS font family.
    pub font: String,
    /// Colours by role.
    pub palette: Palette,
    /// Nodes, in the plan's order.
    pub items: Vec<Item>,
    /// KPIs, in the plan's order.
    pub gauges: Vec<Gauge>,
    /// Links.
    pub links: Vec<Link>,
    /// Perspectives, top to bottom.
    pub bands: Vec<Band>,
    /// Words of the picture itself.
    pub words: Words,
    /// The item lit by focus, selection or hover (in the order hover, select, focus).
    pub lit: Option<usize>,
    /// The item the line view tells of.
    pub focus: Option<usize>,
}

impl Scene {
    /// The id of an item; empty where there is none.
    #[must_use]
    pub fn id_of(&self, item: usize) -> String {
        self.items.get(item).map_or_else(String::new, |item| item.id.clone())
    }

    /// Whether the road up from an item ends before it begins: no mission, and nothing that it serves.
    #[must_use]
    pub fn breaks_at(&self, item: usize) -> bool {
        let level = self.items.get(item).and_then(|item| item.level);
        let below = matches!(level, Some(Level::Goal | Level::Strategy | Level::Action));
        below && !self.links.iter().any(|link| link.from == item && link.kind != LinkKind::Drives)
    }
}
