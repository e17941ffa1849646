//! The strategy map: goldens, and what its layout promises.

use crate::support::{by_level, golden, in_look, item, scene};
use throughline::chart::{Direction, Palette, Scene, Table, map, to_svg};

fn draw(scene: &Scene) -> String {
    let layout = map::layout(scene, &Table);
    let picture = map::picture(scene, &layout, &Table);
    to_svg(&picture, &scene.font, scene.direction == Direction::Rtl)
}

#[test]
fn the_map_by_perspective_and_by_level() {
    golden("map-perspectives-light", &draw(&scene(1200.0)));
    golden("map-levels-dark", &draw(&in_look(by_level(1200.0), Palette::DARK, Direction::Ltr)));
}

#[test]
fn the_through_line_of_an_action_lights_its_road() {
    let mut lit = scene(1200.0);
    lit.lit = Some(item(&lit, "help-pages"));
    golden("map-line-light", &draw(&lit));
    let mut broken = by_level(1200.0);
    broken.lit = Some(item(&broken, "voice-robot"));
    golden("map-break-rtl", &draw(&in_look(broken, Palette::LIGHT, Direction::Rtl)));
}

#[test]
fn the_mission_lights_the_fan_of_its_contributors() {
    let mut lit = scene(1200.0);
    lit.lit = Some(item(&lit, "mission"));
    golden("map-fan-dark", &draw(&in_look(lit, Palette::DARK, Direction::Ltr)));
}

#[test]
fn the_map_in_little_room() {
    golden("map-800-light", &draw(&scene(800.0)));
    golden("map-narrow-light", &draw(&scene(380.0)));
}
