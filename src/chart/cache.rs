//! Layouts kept between paints: a hover repaints without laying the map out again.

use std::hash::{Hash, Hasher};
use std::rc::Rc;

use super::hash::Fnv;
use super::map::{self, Layout};
use super::measure::Measure;
use super::paint::Picture;
use super::scene::{Scene, View};

/// How many maps are kept: a page rarely shows more, and a map is small.
const KEPT: usize = 8;

/// The latest layouts, by what they depend on.
#[derive(Debug, Default)]
pub struct Cache {
    slots: Vec<(u64, Rc<Layout>)>,
}

impl Cache {
    /// The picture of a scene, its layout taken from here if it is known.
    pub fn picture(&mut self, scene: &Scene, measure: &dyn Measure) -> Picture {
        if scene.view != View::Map {
            return super::picture(scene, measure);
        }
        let layout = self.layout(scene, measure);
        map::picture(scene, &layout, measure)
    }

    fn layout(&mut self, scene: &Scene, measure: &dyn Measure) -> Rc<Layout> {
        let key = key(scene);
        let known = self.slots.iter().position(|slot| slot.0 == key);
        let slot = match known {
            Some(at) => self.slots.remove(at),
            None => (key, Rc::new(map::layout(scene, measure))),
        };
        let layout = Rc::clone(&slot.1);
        self.slots.truncate(KEPT - 1);
        self.slots.insert(0, slot);
        layout
    }
}

/// A number for everything that a layout depends on: the plan's shape, its titles, the room, the font. No value does.
fn key(scene: &Scene) -> u64 {
    let mut hasher = Fnv::default();
    (scene.width.to_bits(), &scene.font).hash(&mut hasher);
    for item in &scene.items {
        (&item.title, item.level, item.perspective).hash(&mut hasher);
    }
    for link in &scene.links {
        (link.from, link.to, link.kind, link.weight.to_bits()).hash(&mut hasher);
    }
    for band in &scene.bands {
        band.title.hash(&mut hasher);
    }
    scene.words.levels.hash(&mut hasher);
    hasher.finish()
}
