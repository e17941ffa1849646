//! Rules on the "serves" links as a whole: shares, one link a pair, no cycle; and the order to compute in.

use super::registry::duplicate;
use super::{Built, Check};
use crate::error::{Issue, Pointer};
use crate::plan::{Graph, Grouped, KpiIx, Node, NodeIx, NodeKind, Serves};
use crate::stats::put_in_order;

/// Shares may be off by rounding: three thirds are not above one.
const ROUNDING: f64 = 1e-9;

/// A "serves" link whose ends are known.
pub(super) struct Link {
    pub(super) child: NodeIx,
    pub(super) parent: NodeIx,
    pub(super) weight: f64,
    pub(super) share: Option<f64>,
    pub(super) note: Option<String>,
    pub(super) at: Pointer,
}

impl Check<'_> {
    /// The graph of the checked nodes; none where there is a cycle.
    #[inline(never)]
    pub(super) fn graph(&mut self, built: &Built) -> Option<Graph> {
        let mut serves = Vec::with_capacity(built.links.len() + 1);
        let mut places: Vec<&Pointer> = Vec::with_capacity(built.links.len());
        for links in built.links.chunk_by(|a, b| a.child == b.child) {
            let links = self.one_a_pair(built, links);
            self.shares(built, &links);
            let weighted = links.iter().filter(|link| link.weight > 0.0).count();
            serves.extend(links.iter().map(|link| resolved(link, weighted)));
            places.extend(links.iter().map(|link| &link.at));
        }
        let up = grouped(&serves, built.nodes.len(), |link| link.child);
        let sound = self.cycles(built, &up, &places);
        serves.extend(to_company(built));
        let up = grouped(&serves, built.nodes.len(), |link| link.child);
        let down = grouped(&serves, built.nodes.len(), |link| link.parent);
        let order = order(&up, &down, built.nodes.len());
        sound.then(|| Graph { up, down, kpis: kpis(built), order, notes: notes(built) })
    }

    #[inline(never)]
    fn one_a_pair<'l>(&mut self, built: &Built, links: &'l [Link]) -> Vec<&'l Link> {
        let mut kept: Vec<&Link> = Vec::with_capacity(links.len());
        for link in links {
            match kept.iter().find(|each| each.parent == link.parent) {
                Some(first) => {
                    let issue = duplicate(id(built, link.parent), link.at.clone(), first.at.as_str());
                    self.issue(issue);
                }
                None => kept.push(link),
            }
        }
        kept
    }

    /// The shares of one child in its parents come to 1 at most.
    #[inline(never)]
    fn shares(&mut self, built: &Built, links: &[&Link]) {
        let weighted: Vec<Serves> = {
            let parents = links.iter().filter(|link| link.weight > 0.0);
            let count = parents.clone().count();
            parents.map(|link| resolved(link, count)).collect()
        };
        let total: f64 = weighted.iter().map(|link| link.share).sum();
        let Some(node) = weighted.first().and_then(|link| built.nodes.get(link.child.index())) else {
            return;
        };
        if total > 1.0 + ROUNDING {
            self.share_above_one(node, total);
        }
    }

    #[cold]
    #[inline(never)]
    fn share_above_one(&mut self, node: &Node, total: f64) {
        let issue = Issue::new("share-above-one", node.pointer.field("serves"));
        self.issue(issue.with("id", node.id.as_str()).with("total", total));
    }

    /// Walks up from every node without recursion; a way back to a node still open is a cycle.
    #[inline(never)]
    fn cycles(&mut self, built: &Built, up: &Grouped<Serves>, places: &[&Pointer]) -> bool {
        let mut marks = vec![Mark::New; built.nodes.len()];
        let mut sound = true;
        for start in 0..built.nodes.len() as u32 {
            if marks.get(start as usize) != Some(&Mark::New) {
                continue;
            }
            let mut path = vec![Step::new(NodeIx(start))];
            set(&mut marks, NodeIx(start), Mark::Open);
            while let Some(step) = path.last_mut() {
                let node = step.node;
                let Some(link) = up.of(node).get(step.taken) else {
                    if marks.get(node.index()) == Some(&Mark::Open) {
                        set(&mut marks, node, Mark::Done);
                    }
                    path.pop();
                    continue;
                };
                let place = up.begins.get(node.index()).map_or(0, |begin| *begin as usize) + step.taken;
                step.taken += 1;
                match marks.get(link.parent.index()) {
                    Some(Mark::New) => {
                        set(&mut marks, link.parent, Mark::Open);
                        path.push(Step::new(link.parent));
                    }
                    Some(Mark::Open) => {
                        sound = false;
                        let round = round(&path, link.parent);
                        self.cycle(built, &round, places.get(place).copied());
                        // One report a knot: what runs through these nodes again is the same mistake.
                        round.iter().for_each(|node| set(&mut marks, *node, Mark::Reported));
                    }
                    _ => {}
                }
            }
        }
        sound
    }

    #[inline(never)]
    fn cycle(&mut self, built: &Built, round: &[NodeIx], at: Option<&Pointer>) {
        let ids = round.iter().map(|node| id(built, *node).to_owned()).collect::<Vec<_>>();
        self.issue(Issue::new("cycle", at.cloned().unwrap_or_default()).with("path", ids));
    }
}

#[derive(Clone, Copy, PartialEq)]
enum Mark {
    New,
    Open,
    Done,
    Reported,
}

struct Step {
    node: NodeIx,
    taken: usize,
}

impl Step {
    const fn new(node: NodeIx) -> Self {
        Self { node, taken: 0 }
    }
}

fn set(marks: &mut [Mark], node: NodeIx, mark: Mark) {
    if let Some(place) = marks.get_mut(node.index()) {
        *place = mark;
    }
}

/// From the node the path comes back to, along the path, and to it again.
fn round(path: &[Step], back: NodeIx) -> Vec<NodeIx> {
    let nodes = path.iter().map(|step| step.node).skip_while(|node| *node != back);
    nodes.chain([back]).collect()
}

fn id(built: &Built, node: NodeIx) -> &str {
    built.nodes.get(node.index()).map_or("", |node| &node.id)
}

fn resolved(link: &Link, weighted: usize) -> Serves {
    let usual = if link.weight > 0.0 { 1.0 / weighted.max(1) as f64 } else { 0.0 };
    Serves { child: link.child, parent: link.parent, weight: link.weight, share: link.share.unwrap_or(usual) }
}

/// The service mission supports the company's: a link of weight 0, made by itself.
fn to_company(built: &Built) -> Option<Serves> {
    let of =
        |kind| built.nodes.iter().position(|node| node.kind == kind).map(|position| NodeIx(position as u32));
    let (company, mission) = (of(NodeKind::CompanyMission)?, of(NodeKind::Mission)?);
    let written = built.links.iter().any(|link| link.child == mission && link.parent == company);
    (!written).then_some(Serves { child: mission, parent: company, weight: 0.0, share: 0.0 })
}

fn grouped(links: &[Serves], nodes: usize, by: fn(&Serves) -> NodeIx) -> Grouped<Serves> {
    let mut items = links.to_vec();
    put_in_order(&mut items, |one, other| by(one).cmp(&by(other)));
    let mut begins = Vec::with_capacity(nodes + 1);
    let mut at = 0_usize;
    for node in 0..=nodes as u32 {
        at += items.get(at..).unwrap_or_default().iter().take_while(|link| by(link).0 < node).count();
        begins.push(at as u32);
    }
    Grouped { items, begins }
}

/// Children before parents: a node follows once all that serve it have come.
fn order(up: &Grouped<Serves>, down: &Grouped<Serves>, nodes: usize) -> Vec<NodeIx> {
    let all = (0..nodes as u32).map(NodeIx);
    let mut waiting: Vec<usize> = all.clone().map(|node| down.of(node).len()).collect();
    let mut order: Vec<NodeIx> = all.filter(|node| down.of(*node).is_empty()).collect();
    order.reserve(nodes - order.len());
    let mut next = 0;
    while let Some(node) = order.get(next).copied() {
        next += 1;
        for link in up.of(node) {
            let Some(left) = waiting.get_mut(link.parent.index()) else { continue };
            *left = left.saturating_sub(1);
            if *left == 0 {
                order.push(link.parent);
            }
        }
    }
    order
}

fn kpis(built: &Built) -> Grouped<KpiIx> {
    let mut begins = built.kpi_begins.clone();
    begins.push(built.kpis.len() as u32);
    Grouped { items: (0..built.kpis.len() as u32).map(KpiIx).collect(), begins }
}

fn notes(built: &Built) -> Vec<((NodeIx, NodeIx), String)> {
    let noted = built.links.iter().filter_map(|link| Some(((link.child, link.parent), link.note.clone()?)));
    let mut notes: Vec<_> = noted.collect();
    put_in_order(&mut notes, |one, other| one.0.cmp(&other.0));
    notes
}
