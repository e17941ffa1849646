//! Ways of the links: up through the free spans between cards, leaving and entering vertically, across no card.

use super::blocks::Blocks;
use super::place::{Places, Row};
use super::spread::spread;
use crate::chart::paint::{Frame, Go};
use crate::chart::scene::{LinkKind, Scene};
use crate::stats::put_in_order;

/// A point, CSS pixels.
type Spot = (f64, f64);

/// A link with its way.
#[derive(Clone, Debug, Default)]
pub struct Route {
    /// Index into the scene's links.
    pub link: usize,
    /// The way, from child or cause to parent or effect.
    pub path: Vec<Go>,
    /// The tip of the arrow and the point it comes from, for drives links.
    pub arrow: Option<(Spot, Spot)>,
}

/// How far a line hanging from a card stands in from its start edge: the middle of the status edge.
const SPINE: f64 = 2.0;

/// An end of a link.
#[derive(Clone, Copy)]
struct End {
    block: usize,
    frame: Frame,
    chip: bool,
    row: usize,
}

/// A straight piece upwards, from `low` to `high`, free to move inside `span`.
#[derive(Clone, Copy)]
struct Run {
    x: f64,
    low: f64,
    high: f64,
    slot: Option<(usize, usize)>,
}

/// A way in the making: upwards from the lower end; `over` says that it turns above the row and comes down again.
struct Draft {
    link: usize,
    lower: End,
    upper: End,
    runs: Vec<Run>,
    over: bool,
    reversed: bool,
}

/// The ways of all links.
#[must_use]
pub fn routes(scene: &Scene, blocks: &Blocks, places: &Places) -> Vec<Route> {
    let mut found = Vec::new();
    let mut drafts = Vec::new();
    for (at, link) in scene.links.iter().enumerate() {
        let (Some(from), Some(to)) = (end(blocks, places, link.from), end(blocks, places, link.to)) else {
            continue;
        };
        if blocks.home.get(link.from).copied().flatten() == Some(link.to) && link.kind != LinkKind::Drives {
            found.push(Route { link: at, path: hanging(from.frame, to.frame), arrow: None });
        } else if from.block == to.block {
            found.push(bracket(at, from.frame, to.frame, link.kind));
        } else {
            drafts.push(draft(at, from, to, places));
        }
    }
    settle(&mut drafts, places);
    ports(&mut drafts, scene);
    found.extend(drafts.iter().map(|draft| finish(draft, scene)));
    put_in_order(&mut found, |one, other| one.link.cmp(&other.link));
    found
}

fn end(blocks: &Blocks, places: &Places, item: usize) -> Option<End> {
    let at = *blocks.of.get(item)?;
    let (block, placed) = (blocks.blocks.get(at)?, places.placed.get(at)?);
    let chip = block.chips.iter().position(|chip| chip.0 == item);
    let frame = match chip {
        Some(index) => *placed.chips.get(index)?,
        None => placed.card,
    };
    Some(End { block: at, frame, chip: chip.is_some(), row: placed.row })
}

/// From a chip's start side into the line that hangs from the card above, and up to it.
fn hanging(chip: Frame, above: Frame) -> Vec<Go> {
    let (x, y) = (above.x + SPINE, chip.y + chip.h / 2.0);
    let r = (chip.x - x).min(8.0);
    vec![
        Go::Move((chip.x, y)),
        Go::Line((x + r, y)),
        Go::Curve((x + r / 2.0, y), (x, y - r / 2.0), (x, y - r)),
        Go::Line((x, above.bottom())),
    ]
}

/// Two boxes of one block, joined on the end side.
fn bracket(link: usize, from: Frame, to: Frame, kind: LinkKind) -> Route {
    let side = |f: Frame| (f.end(), f.y + f.h / 2.0);
    let (a, b) = (side(from), side(to));
    let out = a.0.max(b.0) + 9.0;
    let path = vec![Go::Move(a), Go::Curve((out, a.1), (out, b.1), b)];
    let arrow = (kind == LinkKind::Drives).then_some((b, (b.0 + 8.0, b.1)));
    Route { link, path, arrow }
}

fn draft(link: usize, from: End, to: End, places: &Places) -> Draft {
    let reversed = to.row > from.row;
    let (lower, upper) = if reversed { (to, from) } else { (from, to) };
    let over = lower.row == upper.row;
    let mut runs = vec![leave(lower, places)];
    if over {
        runs.push(leave(upper, places));
    } else {
        let mut x = runs.first().map_or(0.0, |run| run.x);
        let goal = enter(upper, places);
        for index in (upper.row + 1..lower.row).rev() {
            let Some(row) = places.rows.get(index) else { continue };
            let (slot, at) = pass(row, x, goal.x);
            x = at;
            runs.push(Run { x, low: row.bottom, high: row.y, slot: Some((index, slot)) });
        }
        runs.push(goal);
    }
    Draft { link, lower, upper, runs, over, reversed }
}

/// Out of a card at its top, out of a chip into the span at its end side.
fn leave(end: End, places: &Places) -> Run {
    let top = places.rows.get(end.row).map_or(end.frame.y, |row| row.y);
    if end.chip {
        beside(end, places, top)
    } else {
        Run { x: end.frame.middle(), low: end.frame.y, high: top, slot: None }
    }
}

/// Into a card from below: along its hanging line where it has chips; into a chip from its end side.
fn enter(end: End, places: &Places) -> Run {
    let bottom = places.rows.get(end.row).map_or(end.frame.bottom(), |row| row.bottom);
    if end.chip {
        let run = beside(end, places, bottom);
        return Run { low: bottom, high: run.low, ..run };
    }
    let chips = places.placed.get(end.block).is_some_and(|placed| !placed.chips.is_empty());
    let x = if chips { end.frame.x + SPINE } else { end.frame.middle() };
    Run { x, low: bottom, high: end.frame.bottom(), slot: None }
}

fn beside(end: End, places: &Places, edge: f64) -> Run {
    let y = end.frame.y + end.frame.h / 2.0;
    let row = places.rows.get(end.row);
    let place = row.and_then(|row| row.blocks.iter().position(|&b| b == end.block)).unwrap_or(0) + 1;
    let span =
        row.and_then(|row| row.gaps.get(place)).copied().unwrap_or((end.frame.end(), end.frame.end() + 16.0));
    let x = (span.0 + 8.0).min((span.0 + span.1) / 2.0);
    Run { x, low: y, high: edge, slot: Some((end.row, place)) }
}

/// The span of a row that costs the least way, and where in it.
fn pass(row: &Row, from: f64, to: f64) -> (usize, f64) {
    let options = row.gaps.iter().enumerate().filter(|(_, (a, b))| b - a > 3.0).map(|(index, &(a, b))| {
        let inset = ((b - a) / 2.0).min(8.0);
        let x = ((from + to) / 2.0).clamp(a + inset, (b - inset).max(a + inset));
        ((x - from).abs() + (x - to).abs(), index, x)
    });
    options.min_by(|a, b| a.0.total_cmp(&b.0)).map_or((0, from), |(_, index, x)| (index, x))
}

/// Lines sharing a span get lanes of their own in it, in the order in which they come and go.
fn settle(drafts: &mut [Draft], places: &Places) {
    let mut users: Vec<((usize, usize), f64, usize, usize)> = Vec::new();
    for (at, draft) in drafts.iter().enumerate() {
        for (step, run) in draft.runs.iter().enumerate() {
            if let Some(slot) = run.slot {
                let near = |s: Option<usize>| s.and_then(|s| draft.runs.get(s)).map_or(run.x, |r| r.x);
                let key = near(step.checked_sub(1)) + near(Some(step + 1));
                users.push((slot, key, at, step));
            }
        }
    }
    put_in_order(&mut users, |a, b| a.0.cmp(&b.0).then(a.1.total_cmp(&b.1)).then(a.2.cmp(&b.2)));
    for group in users.chunk_by(|a, b| a.0 == b.0) {
        let Some(&(slot, ..)) = group.first() else { continue };
        let span = places.rows.get(slot.0).and_then(|row| row.gaps.get(slot.1)).copied().unwrap_or_default();
        let wants: Vec<f64> = group.iter().map(|&(_, _, d, s)| run_x(drafts, d, s)).collect();
        let inset = ((span.1 - span.0) / 2.0).min(5.0);
        let room = (span.1 - span.0 - 2.0 * inset).max(0.0);
        let gap = (room / (group.len().max(2) - 1) as f64).min(7.0);
        let xs = spread(&wants, &vec![0.0; wants.len()], gap, (span.0 + inset, span.1 - inset));
        for (&(_, _, d, s), x) in group.iter().zip(xs) {
            if let Some(run) = drafts.get_mut(d).and_then(|draft| draft.runs.get_mut(s)) {
                run.x = x;
            }
        }
    }
}

fn run_x(drafts: &[Draft], draft: usize, step: usize) -> f64 {
    drafts.get(draft).and_then(|d| d.runs.get(step)).map_or(0.0, |run| run.x)
}

/// Several lines at one side of a card stand apart; serves links into a card from below meet in one point.
fn ports(drafts: &mut [Draft], scene: &Scene) {
    let mut sides: Vec<((usize, bool), f64, usize, usize)> = Vec::new();
    for (at, draft) in drafts.iter().enumerate() {
        let last = draft.runs.len().saturating_sub(1);
        let drives = scene.links.get(draft.link).is_some_and(|link| link.kind == LinkKind::Drives);
        let toward = |step: usize| draft.runs.get(step).map_or(0.0, |run| run.x);
        if !draft.lower.chip {
            sides.push(((draft.lower.block, true), toward(1), at, 0));
        }
        if !draft.upper.chip && (draft.over || drives) {
            sides.push(((draft.upper.block, draft.over), toward(last.saturating_sub(1)), at, last));
        }
    }
    put_in_order(&mut sides, |a, b| a.0.cmp(&b.0).then(a.1.total_cmp(&b.1)).then(a.2.cmp(&b.2)));
    for group in sides.chunk_by(|a, b| a.0 == b.0) {
        let Some(&((_, top), _, first, step)) = group.first() else { continue };
        let Some(frame) = drafts.get(first).map(|d| if step == 0 { d.lower.frame } else { d.upper.frame })
        else {
            continue;
        };
        let count = group.len().max(1) as f64;
        let gap = ((frame.w - 32.0) / (2.0 * count)).clamp(0.0, 16.0);
        let before = group.iter().filter(|side| side.1 < frame.middle()).count() as f64;
        for (index, &(_, _, d, s)) in group.iter().enumerate() {
            let Some(run) = drafts.get_mut(d).and_then(|draft| draft.runs.get_mut(s)) else { continue };
            let hangs = (run.x - frame.x - SPINE).abs() < 0.1;
            if top {
                run.x = frame.middle() + (index as f64 - (group.len() as f64 - 1.0) / 2.0) * gap;
            } else if !hangs {
                // The middle is the serves links' own: those from the start side stand before it, the others after.
                let place = index as f64 - before + if (index as f64) < before { 0.0 } else { 1.0 };
                run.x = frame.middle() + place * gap;
            }
        }
    }
}

/// The path through the runs, in the direction of the link.
fn finish(draft: &Draft, scene: &Scene) -> Route {
    let mut path = Vec::new();
    let up = |run: &Run| [(run.x, run.low), (run.x, run.high)];
    let mut runs = draft.runs.iter();
    let Some(first) = runs.next() else { return Route::default() };
    let [low, high] = up(first);
    if draft.lower.chip {
        path.push(Go::Move(side(draft.lower.frame)));
        path.push(Go::Curve((low.0, low.1), (low.0, low.1), (low.0, low.1 - 8.0)));
    } else {
        path.push(Go::Move(low));
    }
    line_to(&mut path, high);
    let mut at = high;
    for run in runs {
        let [low, high] = up(run);
        if draft.over {
            let lift = 14.0 + (at.0 - high.0).abs() * 0.04;
            let lift = lift.min(34.0);
            path.push(Go::Curve((at.0, at.1 - lift), (high.0, high.1 - lift), high));
            line_to(&mut path, low);
            at = low;
        } else {
            let bend = (at.1 - low.1) / 2.0;
            path.push(Go::Curve((at.0, at.1 - bend), (low.0, low.1 + bend), low));
            let stop = if draft.upper.chip && run.slot.map(|s| s.0) == Some(draft.upper.row) {
                high.1 + 8.0
            } else {
                high.1
            };
            line_to(&mut path, (high.0, stop));
            at = (high.0, stop);
        }
    }
    if draft.upper.chip {
        let to = side(draft.upper.frame);
        path.push(Go::Curve((at.0, to.1), (at.0, to.1), to));
    }
    let path = if draft.reversed { turned(&path) } else { path };
    let drives = scene.links.get(draft.link).is_some_and(|link| link.kind == LinkKind::Drives);
    let arrow = drives.then(|| tip(&path)).flatten();
    Route { link: draft.link, path, arrow }
}

fn side(frame: Frame) -> Spot {
    (frame.end(), frame.y + frame.h / 2.0)
}

fn line_to(path: &mut Vec<Go>, to: Spot) {
    path.push(Go::Line(to));
}

fn stop(go: &Go) -> Option<Spot> {
    match *go {
        Go::Move(to) | Go::Line(to) | Go::Curve(_, _, to) => Some(to),
        Go::Close => None,
    }
}

/// The same way, walked from its other end.
#[must_use]
pub fn turned(path: &[Go]) -> Vec<Go> {
    let mut back: Vec<Go> = path.last().and_then(stop).map(Go::Move).into_iter().collect();
    for (from, step) in path.iter().zip(path.iter().skip(1)).rev() {
        let Some(to) = stop(from) else { continue };
        back.push(match *step {
            Go::Curve(a, b, _) => Go::Curve(b, a, to),
            _ => Go::Line(to),
        });
    }
    back
}

/// Where an arrow at the end of the way points to, and from where.
fn tip(path: &[Go]) -> Option<(Spot, Spot)> {
    let to = path.last().and_then(stop)?;
    let mut before = path.iter().rev().filter_map(|go| match *go {
        Go::Curve(_, b, _) => Some(b),
        Go::Line(p) | Go::Move(p) => Some(p),
        Go::Close => None,
    });
    let from = before.find(|p| (p.0 - to.0).abs() + (p.1 - to.1).abs() > 0.5)?;
    Some((to, from))
}
