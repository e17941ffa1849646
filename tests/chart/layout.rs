//! What the map's layout promises, whatever the plan and the room.

use proptest::prelude::*;
use throughline::chart::{
    Band, Cache, Compact, Frame, Geometry, Go, Item, Level, Link, LinkKind, Scene, Signal, Table, map,
    picture,
};

use crate::support::{by_level, scene};

/// A plan drawn by lot: a mission, goals, strategies and actions with one to three parents, some links across.
fn plans() -> impl Strategy<Value = Scene> {
    let sizes = (0usize..6, 0usize..16, 0usize..40);
    let room = (240.0..1700.0f64, prop::bool::ANY, prop::collection::vec(any::<u16>(), 200));
    (sizes, room).prop_map(|((goals, strategies, actions), (width, bands, lots))| {
        let mut lots = lots.into_iter().cycle();
        let mut lot = move |of: usize| lots.next().map_or(0, |n| usize::from(n) % of.max(1));
        let mut scene = Scene { width, ratio: 1.0, ..Scene::default() };
        if bands {
            scene.bands = ["a", "b", "c"].map(|id| Band { id: id.into(), title: id.into() }).to_vec();
        }
        let levels = std::iter::once(Level::Mission)
            .chain(std::iter::repeat_n(Level::Goal, goals))
            .chain(std::iter::repeat_n(Level::Strategy, strategies))
            .chain(std::iter::repeat_n(Level::Action, actions));
        for (at, level) in levels.enumerate() {
            let perspective = (bands && level > Level::Mission && lot(3) > 0).then(|| lot(3));
            let title =
                ["Short", "A title of several words to wrap", "Kundenzufriedenheitsverbesserungsmassnahme"]
                    [lot(3)];
            scene.items.push(Item {
                id: at.to_string(),
                level: Some(level),
                title: title.into(),
                perspective,
                ..Item::default()
            });
        }
        for from in 1..scene.items.len() {
            let level = scene.items[from].level;
            let above: Vec<usize> = (0..from).filter(|&to| scene.items[to].level < level).collect();
            for _ in 0..lot(4) {
                let to = above[lot(above.len())];
                if !scene.links.iter().any(|l| (l.from, l.to) == (from, to)) {
                    scene.links.push(Link { from, to, kind: LinkKind::Serves, weight: 1.0 });
                }
            }
            let to = lot(scene.items.len());
            if lot(4) == 0 && to != from {
                scene.links.push(Link { from, to, kind: LinkKind::Drives, weight: 0.0 });
            }
        }
        scene
    })
}

fn boxes(scene: &Scene, layout: &map::Layout) -> Vec<(usize, Frame)> {
    let blocks = layout.blocks.blocks.iter().zip(&layout.places.placed);
    let all = blocks.flat_map(|(block, placed)| {
        let chips = block.chips.iter().map(|c| c.0).zip(placed.chips.iter().copied());
        std::iter::once((block.head, placed.card)).chain(chips).collect::<Vec<_>>()
    });
    let all: Vec<(usize, Frame)> = all.collect();
    assert_eq!(all.len(), scene.items.len());
    all
}

fn overlap(a: Frame, b: Frame) -> bool {
    a.x < b.end() - 0.5 && b.x < a.end() - 0.5 && a.y < b.bottom() - 0.5 && b.y < a.bottom() - 0.5
}

/// Points along a way, a pixel or so apart.
fn walk(path: &[Go]) -> Vec<(f64, f64)> {
    let (mut points, mut at) = (Vec::new(), (0.0, 0.0));
    for go in path {
        let (a, b, to) = match *go {
            Go::Move(to) => (to, to, to),
            Go::Line(to) => (at, to, to),
            Go::Curve(a, b, to) => (a, b, to),
            Go::Close => continue,
        };
        let from = if matches!(go, Go::Move(_)) { to } else { at };
        let steps = ((to.0 - from.0).abs() + (to.1 - from.1).abs()).max(8.0) as usize;
        for step in 0..=steps {
            let t = step as f64 / steps as f64;
            let u = 1.0 - t;
            let mix = |p: f64, q: f64, r: f64, s: f64| {
                u * u * u * p + 3.0 * u * u * t * q + 3.0 * u * t * t * r + t * t * t * s
            };
            points.push((mix(from.0, a.0, b.0, to.0), mix(from.1, a.1, b.1, to.1)));
        }
        at = to;
    }
    points
}

fn promises(scene: &Scene) -> Result<(), TestCaseError> {
    let layout = map::layout(scene, &Table);
    let all = boxes(scene, &layout);
    let whole = Frame { x: 0.0, y: 0.0, w: scene.width, h: layout.places.height };
    for (at, &(item, a)) in all.iter().enumerate() {
        prop_assert!(
            a.x >= 0.0 && a.end() <= whole.w + 0.5 && a.y >= 0.0 && a.bottom() <= whole.h,
            "{item} {a:?}"
        );
        prop_assert!(a.w >= 24.0 && a.h >= 24.0, "{item} {a:?}");
        for &(other, b) in &all[at + 1..] {
            prop_assert!(!overlap(a, b), "{item} {a:?} {other} {b:?}");
        }
    }
    prop_assert_eq!(layout.routes.len(), scene.links.len());
    for route in &layout.routes {
        let link = scene.links[route.link];
        for (x, y) in walk(&route.path) {
            prop_assert!(x.is_finite() && y.is_finite());
            prop_assert!(
                (-0.5..=whole.w + 0.5).contains(&x) && (-0.5..=whole.h + 0.5).contains(&y),
                "{x} {y} {whole:?}"
            );
            let inner =
                |f: &Frame| x > f.x + 0.6 && x < f.end() - 0.6 && y > f.y + 0.6 && y < f.bottom() - 0.6;
            for (item, frame) in all.iter().filter(|(_, frame)| inner(frame)) {
                prop_assert!(false, "{link:?} crosses {item} {frame:?} at {x} {y}: {:?}", route.path);
            }
        }
    }
    let again = map::layout(scene, &Table);
    prop_assert_eq!(format!("{:?}", again.places), format!("{:?}", layout.places));
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(40))]
    #[test]
    fn no_two_cards_overlap_none_leaves_the_picture_no_link_crosses_one(scene in plans()) {
        promises(&scene)?;
    }
}

#[test]
fn the_promises_hold_for_the_demo_plan_at_every_width() {
    for width in [260.0, 320.0, 380.0, 480.0, 560.0, 640.0, 720.0, 800.0, 1000.0, 1200.0, 1440.0, 1920.0] {
        promises(&scene(width)).unwrap();
        promises(&by_level(width)).unwrap();
    }
}

/// By level an edge of the hierarchy always leads up: children lie below what they serve.
#[test]
fn children_lie_below_their_parents() {
    let scene = by_level(1200.0);
    let layout = map::layout(&scene, &Table);
    let all = boxes(&scene, &layout);
    let y = |item: usize| all.iter().find(|(at, _)| *at == item).unwrap().1.y;
    let hierarchy = scene.links.iter().filter(|l| l.kind == LinkKind::Serves);
    let homes = &layout.blocks.home;
    for link in hierarchy.filter(|l| homes[l.from].is_none_or(|home| home == l.to)) {
        assert!(y(link.from) > y(link.to), "{link:?}");
    }
}

#[test]
fn a_number_that_changes_moves_nothing() {
    let geometry = |scene: &Scene| -> Geometry { picture(scene, &Table).geometry };
    let mut changed = scene(1200.0);
    let before = geometry(&changed);
    for item in &mut changed.items {
        item.number = "12,345".to_owned();
        item.note = "changed today".to_owned();
        item.word = "Off track".to_owned();
        item.signal = Signal::OffTrack;
        item.score = None;
        item.bounds = Some((0.0, 1.0));
    }
    changed.lit = Some(3);
    assert_eq!(before, geometry(&changed));
    let mut cache = Cache::default();
    assert_eq!(cache.picture(&scene(1200.0), &Table), picture(&scene(1200.0), &Table));
    assert_eq!(cache.picture(&changed, &Table), picture(&changed, &Table));
    changed.width = 900.0;
    assert_eq!(cache.picture(&changed, &Table), picture(&changed, &Table));
}

#[test]
fn right_to_left_is_the_mirror_image() {
    let mut scene = scene(1200.0);
    let ltr = picture(&scene, &Table).geometry;
    scene.direction = throughline::chart::Direction::Rtl;
    let rtl = picture(&scene, &Table).geometry;
    for (a, b) in ltr.nodes.iter().zip(&rtl.nodes) {
        assert_eq!((&a.id, a.row, a.column), (&b.id, b.row, b.column));
        assert!((a.x + a.width + b.x - 1200.0).abs() < 1e-9);
    }
}

#[test]
fn hundreds_of_nodes_become_tiny_but_stay_whole() {
    let mut scene = by_level(1200.0);
    let (count, links) = (scene.items.len(), scene.links.clone());
    let top = scene.items.iter().position(|i| i.level == Some(Level::Goal)).unwrap();
    for copy in 1..12 {
        let start = scene.items.len();
        let items: Vec<Item> = scene.items[top..count].to_vec();
        scene.items.extend(items.into_iter().map(|mut item| {
            item.id = format!("{}-{copy}", item.id);
            item
        }));
        let moved = |at: usize| if at < top { at } else { at - top + start };
        scene.links.extend(links.iter().filter(|l| l.from >= top).map(|l| Link {
            from: moved(l.from),
            to: moved(l.to),
            ..*l
        }));
    }
    let geometry = picture(&scene, &Table).geometry;
    assert_eq!(geometry.compact, Compact::Tiny);
    assert_eq!(geometry.nodes.len(), scene.items.len());
    promises(&scene).unwrap();
}
