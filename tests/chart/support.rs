//! A made-up plan as a scene, and the goldens.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use serde_json::Value;
use throughline::chart::{
    Band, Direction, Gauge, Item, Level, Link, LinkKind, Palette, Reading, Scene, Signal, View, Words,
};

/// The plan of the fixture with invented numbers: every status, wide bounds, missing numbers.
pub fn scene(width: f64) -> Scene {
    let text = fs::read_to_string("tests/fixtures/chart_plan.json").unwrap();
    let plan: Value = serde_json::from_str(&text).unwrap();
    let mut scene = Scene {
        view: View::Map,
        width,
        ratio: 4.0,
        font: "system-ui, sans-serif".to_owned(),
        palette: Palette::LIGHT,
        words: words(),
        ..Scene::default()
    };
    let mut ids: BTreeMap<String, usize> = BTreeMap::new();
    let perspectives = plan["perspectives"].as_array().cloned().unwrap_or_default();
    scene.bands =
        perspectives.iter().map(|p| Band { id: text_of(p, "id"), title: text_of(p, "title") }).collect();
    let mut links: Vec<(String, String, f64)> = Vec::new();
    let single = [("companyMission", Level::Company), ("mission", Level::Mission), ("vision", Level::Vision)];
    for (key, level) in single {
        if plan[key].is_object() {
            add(&mut scene, &mut ids, &mut links, &plan[key], level);
        }
    }
    for (key, level) in [("goals", Level::Goal), ("strategies", Level::Strategy), ("actions", Level::Action)]
    {
        for node in plan[key].as_array().cloned().unwrap_or_default() {
            add(&mut scene, &mut ids, &mut links, &node, level);
        }
    }
    links.push(("mission".to_owned(), "company".to_owned(), 0.0));
    for (from, to, weight) in &links {
        let (Some(&from), Some(&to)) = (ids.get(from), ids.get(to)) else { continue };
        let kind = if *weight > 0.0 { LinkKind::Serves } else { LinkKind::Supports };
        scene.links.push(Link { from, to, kind, weight: *weight });
    }
    normalise(&mut scene);
    for link in plan["drives"].as_array().cloned().unwrap_or_default() {
        if let (Some(&from), Some(&to)) = (ids.get(&text_of(&link, "from")), ids.get(&text_of(&link, "to"))) {
            scene.links.push(Link { from, to, kind: LinkKind::Drives, weight: 0.0 });
        }
    }
    contributions(&mut scene);
    scene
}

/// The same plan without perspectives: bands by level.
pub fn by_level(width: f64) -> Scene {
    let mut scene = scene(width);
    scene.bands.clear();
    scene.items.iter_mut().for_each(|item| item.perspective = None);
    scene
}

fn words() -> Words {
    let w = |list: [&str; 6]| list.map(str::to_owned);
    Words {
        levels: w(["Company", "Mission", "Vision", "Goals", "Strategies", "Actions"]),
        no_path: "serves nothing yet".to_owned(),
        columns: w(["KPI", "Value", "Target", "Towards target", "Trend", "Status"]),
    }
}

fn text_of(value: &Value, key: &str) -> String {
    value[key].as_str().unwrap_or_default().to_owned()
}

fn add(
    scene: &mut Scene,
    ids: &mut BTreeMap<String, usize>,
    links: &mut Vec<(String, String, f64)>,
    node: &Value,
    level: Level,
) {
    let at = scene.items.len();
    let id = text_of(node, "id");
    let signals = [
        (Signal::OnTrack, "On track", "+2.1 · 3 d"),
        (Signal::AtRisk, "At risk", "−0.8 · 3 d"),
        (Signal::OnTrack, "On track", "+0.4 · 3 d"),
        (Signal::OffTrack, "Off track", "−6.2 · 3 d"),
        (Signal::CannotTell, "Cannot tell", ""),
        (Signal::OnTrack, "On track", "+5.0 · 3 d"),
        (Signal::Stale, "Stale", "41 d old"),
        (Signal::NoData, "No data", ""),
    ];
    let (signal, word, note) = signals[(at * 5 + 2) % 8];
    let score = (signal != Signal::NoData).then(|| 0.38 + 0.07 * ((at * 7) % 9) as f64);
    let slack = [0.0, 0.04, 0.0, 0.12, 0.3][at % 5];
    let action = level == Level::Action;
    let vision = level == Level::Vision;
    let perspective = node["perspective"].as_str().and_then(|p| scene.bands.iter().position(|b| b.id == p));
    let progress = node["progress"].as_f64();
    for link in node["serves"].as_array().into_iter().flatten() {
        links.push((id.clone(), text_of(link, "to"), link["weight"].as_f64().unwrap_or(1.0)));
    }
    ids.insert(id.clone(), at);
    let number =
        if action { progress } else { score }.filter(|_| !vision).map(|s| format!("{:.0}", s * 100.0));
    scene.items.push(Item {
        id,
        level: Some(level),
        title: text_of(node, "title"),
        unit: if number.is_some() { "%".to_owned() } else { String::new() },
        number: number.unwrap_or_default(),
        note: if vision || action { String::new() } else { note.to_owned() },
        word: if vision { String::new() } else { word.to_owned() },
        share: if at == 0 { String::new() } else { format!("{} % of it", 8 + (at * 13) % 60) },
        signal: if vision { Signal::NoData } else { signal },
        score: score.filter(|_| !action),
        bounds: score.map_or(Some((0.0, 1.0)), |s| Some((s - slack, s + slack))).filter(|_| !action),
        execution: if action { progress } else { (!vision).then_some(0.2 + 0.05 * (at % 12) as f64) },
        contribution: None,
        perspective,
    });
    for (index, kpi) in node["kpis"].as_array().cloned().unwrap_or_default().iter().enumerate() {
        gauge(scene, at, index, kpi);
    }
}

fn gauge(scene: &mut Scene, node: usize, index: usize, kpi: &Value) {
    let (base, target) = (kpi["baseline"].as_f64(), kpi["target"].as_f64());
    let owner = scene.items[node].clone();
    let (low, high) = (base.unwrap_or(0.0), target.unwrap_or(100.0));
    let value = (owner.signal != Signal::NoData)
        .then(|| low + (high - low) * (0.35 + 0.1 * (index + node % 5) as f64));
    let unit = text_of(kpi, "unit");
    let say = |v: Option<f64>| v.map_or(String::new(), |v| format!("{v:.1} {unit}").trim().to_owned());
    let series = (0..14).map(|month| {
        let t = f64::from(month) / 13.0;
        let wave = ((month * 37 + node as i32 * 11) % 17) as f64 / 17.0 - 0.5;
        let y = value.map(|v| low + (v - low) * t + (high - low) * 0.18 * wave);
        (f64::from(month) * 30.0, y.filter(|_| month != 5 || index == 0))
    });
    scene.gauges.push(Gauge {
        id: text_of(kpi, "id"),
        node,
        title: text_of(kpi, "title"),
        value: say(value),
        target: say(target),
        note: owner.note.clone(),
        word: owner.word.clone(),
        signal: owner.signal,
        reading: Reading {
            value,
            baseline: base,
            target,
            interval: value
                .filter(|_| index == 0)
                .map(|v| (v - (high - low).abs() * 0.06, v + (high - low).abs() * 0.06)),
            benchmark: kpi.get("benchmark").and_then(|of| of["value"].as_f64()),
        },
        series: series.collect(),
    });
}

fn normalise(scene: &mut Scene) {
    for item in 0..scene.items.len() {
        let total: f64 = scene.links.iter().filter(|l| l.to == item).map(|l| l.weight).sum();
        if total > 0.0 {
            scene.links.iter_mut().filter(|l| l.to == item).for_each(|l| l.weight /= total);
        }
    }
}

fn contributions(scene: &mut Scene) {
    for _ in 0..8 {
        for item in 0..scene.items.len() {
            let level = scene.items[item].level;
            let sum: f64 = scene
                .links
                .iter()
                .filter(|l| l.from == item && l.kind == LinkKind::Serves)
                .map(|l| l.weight * scene.items[l.to].contribution.unwrap_or(0.0))
                .sum();
            scene.items[item].contribution = Some(if level == Some(Level::Mission) { 1.0 } else { sum });
        }
    }
}

/// The index of an item.
pub fn item(scene: &Scene, id: &str) -> usize {
    scene.items.iter().position(|item| item.id == id).unwrap()
}

/// The scene in another look.
pub fn in_look(mut scene: Scene, palette: Palette, direction: Direction) -> Scene {
    scene.palette = palette;
    scene.direction = direction;
    scene
}

/// Compares with the golden of this name; `UPDATE_GOLDEN=1` records it anew.
pub fn golden(name: &str, svg: &str) {
    let path = Path::new("tests/golden").join(format!("{name}.svg"));
    if std::env::var_os("UPDATE_GOLDEN").is_some() {
        fs::write(&path, svg).unwrap();
        return;
    }
    let old = fs::read_to_string(&path).unwrap_or_default();
    let differences: Vec<String> = old
        .lines()
        .zip(svg.lines())
        .enumerate()
        .filter(|(_, (a, b))| a != b)
        .take(12)
        .map(|(at, (a, b))| format!("{}:\n- {a}\n+ {b}", at + 1))
        .collect();
    let lengths = (old.lines().count(), svg.lines().count());
    assert!(
        differences.is_empty() && lengths.0 == lengths.1,
        "{} differs ({} lines before, {} now):\n{}\nUPDATE_GOLDEN=1 records it anew",
        path.display(),
        lengths.0,
        lengths.1,
        differences.join("\n")
    );
}
