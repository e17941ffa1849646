//! The through line: which road lights up, how wide, and where it breaks.

use throughline::chart::{Level, LinkKind, Scene, Table, lit, map, picture, to_svg};

use crate::support::{item, scene};

fn ids(scene: &Scene, lit: &throughline::chart::Lit) -> Vec<String> {
    let mut ids: Vec<String> =
        scene.items.iter().zip(&lit.items).filter(|(_, on)| **on).map(|(item, _)| item.id.clone()).collect();
    ids.sort();
    ids
}

#[test]
fn an_action_lights_every_road_up_and_nothing_else() {
    let mut scene = scene(1200.0);
    scene.lit = Some(item(&scene, "help-pages"));
    let lit = lit(&scene).unwrap();
    let road = ["company", "find-alone", "good-work", "hard-cases", "help-pages", "less-need", "mission"];
    assert_eq!(ids(&scene, &lit), road);
    for (link, width) in scene.links.iter().zip(&lit.links) {
        let on = lit.items[link.from] && lit.items[link.to] && link.kind != LinkKind::Drives;
        assert!((width - if on { 3.0 } else { 0.0 }).abs() < 1e-9, "{link:?}");
    }
}

#[test]
fn nothing_lit_is_nothing_stepped_back() {
    assert_eq!(lit(&scene(1200.0)), None);
}

#[test]
fn the_missions_fan_is_as_wide_as_what_flows_through_it() {
    let mut scene = scene(1200.0);
    scene.lit = Some(item(&scene, "mission"));
    let lit = lit(&scene).unwrap();
    let flow = |link: &throughline::chart::Link| {
        let above = &scene.items[link.to];
        link.weight * if above.level == Some(Level::Mission) { 1.0 } else { above.contribution.unwrap() }
    };
    let mut shown: Vec<(f64, f64)> = scene
        .links
        .iter()
        .zip(&lit.links)
        .filter(|(link, width)| link.kind == LinkKind::Serves && **width > 0.0)
        .map(|(link, width)| (flow(link), *width))
        .collect();
    shown.sort_by(|a, b| a.0.total_cmp(&b.0));
    assert!(shown.len() >= 8 && shown.windows(2).all(|w| w[0].1 <= w[1].1 + 1e-9), "{shown:?}");
    assert!((shown.last().unwrap().1 - 9.0).abs() < 1e-9);
    // Shares of one parent are 1 together, so what flows into the mission is its whole.
    let whole: f64 = scene.links.iter().filter(|l| l.to == item(&scene, "mission")).map(flow).sum();
    assert!((whole - 1.0).abs() < 1e-9);
}

#[test]
fn a_node_that_serves_nothing_says_so_where_its_line_breaks() {
    let scene = scene(1200.0);
    let broken: Vec<&str> = (0..scene.items.len())
        .filter(|&item| scene.breaks_at(item))
        .map(|item| scene.items[item].id.as_str())
        .collect();
    assert_eq!(broken, ["voice-robot"]);
    let svg = to_svg(&picture(&scene, &Table), "x", false);
    assert_eq!(svg.matches("serves nothing yet").count(), 1);
}

#[test]
fn every_title_is_there_and_whole() {
    let scene = scene(1200.0);
    let layout = map::layout(&scene, &Table);
    let svg = to_svg(&map::picture(&scene, &layout, &Table), "x", false);
    assert!(!svg.contains('…'));
    for word in scene.items.iter().flat_map(|item| item.title.split([' ', '-'])) {
        assert!(svg.contains(&word.replace('&', "&amp;").replace('\'', "&apos;")), "{word}");
    }
}
