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
    /// Its place among the routes.
    route: usize,
    lower: End,
    upper: End,
    runs: Vec<Run>,
    over: bool,
    reversed: bool,
    drives: bool,
}

/// A run that shares a place with others, and what it is put in order by there.
struct Share {
    place: (usize, usize),
    key: f64,
    draft: usize,
    step: usize,
}

/// The ways of all links.
#[must_use]
pub fn routes(scene: &Scene, blocks: &Blocks, places: &Places) -> Vec<Route> {
    let mut found: Vec<Route> = Vec::with_capacity(scene.links.len());
    let mut drafts = Vec::new();
    for (at, link) in scene.links.iter().enumerate() {
        let (Some(from), Some(to)) = (end(blocks, places, link.from), end(blocks, places, link.to)) else {
            continue;
        };
        let drives = link.kind == LinkKind::Drives;
        let hangs = blocks.home.get(link.from).copied().flatten() == Some(link.to);
        let mut route = Route { link: at, path: Vec::new(), arrow: None };
        if hangs && !drives {
            route.path = hanging(from.frame, to.frame);
        } else if from.block == to.block {
            bracket(&mut route, from.frame, to.frame, drives);
        } else {
            drafts.push(draft(found.len(), from, to, drives, places));
        }
        found.push(route);
    }
    settle(&mut drafts, places);
    ports(&mut drafts);
    for draft in &drafts {
        if let Some(route) = found.get_mut(draft.route) {
            finish(draft, route);
        }
    }
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
#[inline(never)]
fn bracket(route: &mut Route, from: Frame, to: Frame, drives: bool) {
    let (a, b) = (side(from), side(to));
    let out = a.0.max(b.0) + 9.0;
    route.path = vec![Go::Move(a), Go::Curve((out, a.1), (out, b.1), b)];
    route.arrow = drives.then_some((b, (b.0 + 8.0, b.1)));
}

fn draft(route: usize, from: End, to: End, drives: bool, places: &Places) -> Draft {
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
    Draft { route, lower, upper, runs, over, reversed, drives }
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
    let (mut least, mut best) = (f64::INFINITY, (0, from));
    for (index, &(a, b)) in row.gaps.iter().enumerate() {
        if b - a > 3.0 {
            let inset = ((b - a) / 2.0).min(8.0);
            let x = ((from + to) / 2.0).clamp(a + inset, (b - inset).max(a + inset));
            let way = (x - from).abs() + (x - to).abs();
            if way < least {
                (least, best) = (way, (index, x));
            }
        }
    }
    best
}

/// Those that share a place next to each other, by their keys.
fn put_together(all: &mut [Share]) {
    put_in_order(all, |a, b| a.place.cmp(&b.place).then(a.key.total_cmp(&b.key)).then(a.draft.cmp(&b.draft)));
}

/// Where a run of a draft lies across; 0 where there is none.
fn run_x(draft: &Draft, step: usize) -> f64 {
    draft.runs.get(step).map_or(0.0, |run| run.x)
}

fn run_of<'a>(drafts: &'a mut [Draft], share: &Share) -> Option<&'a mut Run> {
    drafts.get_mut(share.draft)?.runs.get_mut(share.step)
}

/// Lines sharing a span get lanes of their own in it, in the order in which they come and go.
fn settle(drafts: &mut [Draft], places: &Places) {
    let mut users = Vec::new();
    for (at, draft) in drafts.iter().enumerate() {
        for (step, run) in draft.runs.iter().enumerate() {
            if let Some(place) = run.slot {
                let before = if step > 0 { run_x(draft, step - 1) } else { run.x };
                let after = draft.runs.get(step + 1).map_or(run.x, |next| next.x);
                users.push(Share { place, key: before + after, draft: at, step });
            }
        }
    }
    put_together(&mut users);
    for group in users.chunk_by(|a, b| a.place == b.place) {
        let Some(first) = group.first() else { continue };
        let (row, gap) = first.place;
        let span = places.rows.get(row).and_then(|row| row.gaps.get(gap)).copied().unwrap_or_default();
        let mut wants = Vec::with_capacity(group.len());
        for share in group {
            wants.push(run_of(drafts, share).map_or(0.0, |run| run.x));
        }
        let inset = ((span.1 - span.0) / 2.0).min(5.0);
        let room = (span.1 - span.0 - 2.0 * inset).max(0.0);
        let gap = (room / (group.len().max(2) - 1) as f64).min(7.0);
        let xs = spread(&wants, 0.0, gap, (span.0 + inset, span.1 - inset));
        for (share, x) in group.iter().zip(xs) {
            if let Some(run) = run_of(drafts, share) {
                run.x = x;
            }
        }
    }
}

/// Several lines at one side of a card stand apart; serves links into a card from below meet in one point.
fn ports(drafts: &mut [Draft]) {
    let mut sides = Vec::new();
    for (at, draft) in drafts.iter().enumerate() {
        let last = draft.runs.len().saturating_sub(1);
        if !draft.lower.chip {
            sides.push(Share { place: (draft.lower.block, 1), key: run_x(draft, 1), draft: at, step: 0 });
        }
        if !draft.upper.chip && (draft.over || draft.drives) {
            let (place, key) =
                ((draft.upper.block, usize::from(draft.over)), run_x(draft, last.saturating_sub(1)));
            sides.push(Share { place, key, draft: at, step: last });
        }
    }
    put_together(&mut sides);
    for group in sides.chunk_by(|a, b| a.place == b.place) {
        let Some(first) = group.first() else { continue };
        let Some(draft) = drafts.get(first.draft) else { continue };
        let frame = if first.step == 0 { draft.lower.frame } else { draft.upper.frame };
        let count = group.len() as f64;
        let gap = ((frame.w - 32.0) / (2.0 * count)).clamp(0.0, 16.0);
        let before = group.iter().filter(|side| side.key < frame.middle()).count() as f64;
        for (index, share) in group.iter().enumerate() {
            let Some(run) = run_of(drafts, share) else { continue };
            let index = index as f64;
            let hangs = (run.x - frame.x - SPINE).abs() < 0.1;
            if first.place.1 == 1 {
                run.x = frame.middle() + (index - (count - 1.0) / 2.0) * gap;
            } else if !hangs {
                // The middle is the serves links' own: those from the start side stand before it, the others after.
                let place = index - before + if index < before { 0.0 } else { 1.0 };
                run.x = frame.middle() + place * gap;
            }
        }
    }
}

/// The path through the runs, in the direction of the link.
fn finish(draft: &Draft, route: &mut Route) {
    let mut path = Vec::with_capacity(2 * draft.runs.len() + 2);
    // Where the path ends so far; nowhere yet.
    let mut end: Option<Spot> = None;
    for run in &draft.runs {
        let (low, mut high) = ((run.x, run.low), (run.x, run.high));
        match end {
            None if draft.lower.chip => {
                path.push(Go::Move(side(draft.lower.frame)));
                path.push(Go::Curve(low, low, (low.0, low.1 - 8.0)));
            }
            None => path.push(Go::Move(low)),
            Some(at) if draft.over => {
                let lift = (14.0 + (at.0 - high.0).abs() * 0.04).min(34.0);
                path.push(Go::Curve((at.0, at.1 - lift), (high.0, high.1 - lift), high));
                high = low;
            }
            Some(at) => {
                let bend = (at.1 - low.1) / 2.0;
                path.push(Go::Curve((at.0, at.1 - bend), (low.0, low.1 + bend), low));
                if draft.upper.chip && run.slot.map(|slot| slot.0) == Some(draft.upper.row) {
                    high.1 += 8.0;
                }
            }
        }
        path.push(Go::Line(high));
        end = Some(high);
    }
    let Some(end) = end else { return };
    if draft.upper.chip {
        let to = side(draft.upper.frame);
        path.push(Go::Curve((end.0, to.1), (end.0, to.1), to));
    }
    route.path = if draft.reversed { turned(&path) } else { path };
    if draft.drives {
        route.arrow = tip(&route.path);
    }
}

fn side(frame: Frame) -> Spot {
    (frame.end(), frame.y + frame.h / 2.0)
}

fn stop(go: &Go) -> Option<Spot> {
    match *go {
        Go::Move(to) | Go::Line(to) | Go::Curve(_, _, to) => Some(to),
        Go::Close => None,
    }
}

/// The same way, walked from its other end.
#[must_use]
#[inline(never)]
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
