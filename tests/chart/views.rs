//! The scorecard and the line of one node: goldens.

use crate::support::{golden, in_look, item, scene};
use throughline::chart::{Direction, Palette, Scene, Shape, Table, View, picture, to_svg};

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

/// How far the unit stands to the right of its number on the screen, for each number of a picture with the unit apart.
fn units_right_of_numbers(scene: &Scene) -> Vec<i32> {
    let shapes = picture(scene, &Table).shapes;
    let texts: Vec<_> = shapes
        .iter()
        .filter_map(|shape| match shape {
            Shape::Text(run) => Some(run),
            _ => None,
        })
        .collect();
    let pairs = texts.windows(2).filter(|pair| scene.items.iter().any(|item| item.unit == pair[1].text));
    pairs.map(|pair| pair[1].at.0 - pair[0].at.0).collect()
}

#[test]
fn a_number_and_its_unit_keep_their_order_on_a_mirrored_page() {
    for view in [View::Map, View::Line] {
        let mut mirrored = in_look(of(view, 1100.0), Palette::LIGHT, Direction::Rtl);
        mirrored.focus = Some(item(&mirrored, "help-pages"));
        let apart = units_right_of_numbers(&mirrored);
        assert!(apart.len() > 2 && apart.iter().all(|&apart| apart > 0), "69 %, never % 69: {apart:?}");
        // Where the unit is written in a script that runs to the left, so does the whole.
        mirrored
            .items
            .iter_mut()
            .filter(|item| !item.unit.is_empty())
            .for_each(|item| item.unit = "שעות".to_owned());
        let apart = units_right_of_numbers(&mirrored);
        assert!(apart.len() > 2 && apart.iter().all(|&apart| apart < 0), "{apart:?}");
    }
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

/// "1,026…" would be another age: what does not fit beside the status goes on below it, by whole words, and inside its row.
#[test]
fn an_age_is_never_cut_off() {
    for (width, day) in [600.0, 620.0, 859.0, 860.0, 1240.0]
        .into_iter()
        .flat_map(|width| [(width, "31/01/2024,"), (width, "Jan 31,")])
    {
        let note = format!("{day} 1,026 days old");
        let mut scene = of(View::Scorecard, width);
        scene.gauges.iter_mut().for_each(|gauge| gauge.note.clone_from(&note));
        let drawn = picture(&scene, &Table);
        let runs: Vec<_> = drawn
            .shapes
            .iter()
            .filter_map(|shape| match shape {
                Shape::Text(run) => Some(run),
                _ => None,
            })
            .collect();
        let whole =
            |pair: &&[&throughline::chart::Run]| [&*pair[0].text, &*pair[1].text] == [day, "1,026 days old"];
        assert_eq!(runs.windows(2).filter(whole).count(), scene.gauges.len(), "{width}");
        let rows = &drawn.geometry.nodes;
        for run in runs.iter().filter(|run| note.contains(run.text.as_str()) && run.text.len() > 4) {
            let base = f64::from(run.at.1) / scene.ratio;
            let inside =
                |row: &&throughline::chart::Spot| row.y + 14.0 < base && base + 4.0 < row.y + row.height;
            assert!(rows.iter().any(|row| inside(&row)), "{width}: {base}");
        }
    }
}
