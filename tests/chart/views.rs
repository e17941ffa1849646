//! The scorecard and the line of one node: goldens.

use crate::support::{golden, in_look, item, scene};
use throughline::chart::{Direction, Palette, Scene, Table, View, picture, to_svg};

fn draw(scene: &Scene) -> String {
    to_svg(&picture(scene, &Table), &scene.font, scene.direction == Direction::Rtl)
}

fn of(view: View, width: f64) -> Scene {
    let mut scene = scene(width);
    scene.view = view;
    scene
}

#[test]
fn the_scorecard() {
    golden("scorecard-light", &draw(&of(View::Scorecard, 1100.0)));
    golden("scorecard-rtl-dark", &draw(&in_look(of(View::Scorecard, 760.0), Palette::DARK, Direction::Rtl)));
    golden("scorecard-narrow", &draw(&of(View::Scorecard, 340.0)));
}

#[test]
fn the_line_of_one_node() {
    let mut wide = of(View::Line, 1100.0);
    wide.focus = Some(item(&wide, "help-pages"));
    golden("line-light", &draw(&wide));
    wide.width = 760.0;
    golden("line-rtl-dark", &draw(&in_look(wide, Palette::DARK, Direction::Rtl)));
    let mut narrow = of(View::Line, 260.0);
    narrow.focus = Some(item(&narrow, "cold-line"));
    golden("line-narrow", &draw(&narrow));
    narrow.focus = Some(item(&narrow, "voice-robot"));
    golden("line-narrow-break", &draw(&narrow));
}
