//! A table of two dimensions whose margins are known or hidden.
//!
//! What is not shown of a table is a graph: a node for each row and each column, an edge for each cell that
//! is not shown. With the margins known a cell can be had from the others if, and only if, its edge is a
//! bridge (Gusfield 1988, SIAM J. Comput. 17:552–571): on a circle of edges, one can grow and the next
//! shrink, and every sum stays.

use super::line::{Part, complete};

/// One cell of the table.
#[derive(Clone, Copy, Debug)]
pub(super) struct Cell {
    pub row: usize,
    /// Columns are numbered behind the rows.
    pub column: usize,
    pub size: u64,
    pub hidden: bool,
    /// What is left of a row or a column, which is never shown.
    pub rest: bool,
}

/// A table in one period.
#[derive(Debug, Default)]
pub(super) struct Table {
    pub cells: Vec<Cell>,
    /// Which sums of rows, and behind them of columns, are not shown.
    pub margins: Vec<bool>,
    pub rows: usize,
    pub minimum: u64,
}

/// The graph of what is not shown, walked once.
struct Walk {
    /// The component of each node.
    component: Vec<usize>,
    /// The place of each node in the order of the walk, and the last place of those walked behind it.
    first: Vec<usize>,
    last: Vec<usize>,
    /// The bridges: the cell, and the node behind it.
    bridges: Vec<(usize, usize)>,
}

impl Table {
    /// More rounds than this are not tried; the table is withheld then.
    const ROUNDS: usize = 64;

    /// Hides cells until none under the minimum, and no hidden margin, can be had from what is shown.
    /// False where that cannot be done: the table must be withheld as a whole.
    pub(super) fn protect(&mut self) -> bool {
        let margins = std::mem::take(&mut self.margins);
        let known = |node: usize| !margins.get(node).copied().unwrap_or(false);
        for cell in &mut self.cells {
            cell.hidden |= cell.rest || cell.size < self.minimum || !known(cell.row) || !known(cell.column);
        }
        self.margins = margins;
        for _ in 0..Self::ROUNDS {
            self.lines();
            let walk = self.walk();
            let found = self.given_away(&walk);
            if found.is_empty() {
                return true;
            }
            let mut done = true;
            for side in found {
                done &= self.hide_across(&side);
            }
            if !done {
                return false;
            }
        }
        false
    }

    /// Completes each row and column that holds a group under the minimum.
    fn lines(&mut self) {
        for node in 0..self.margins.len() {
            let on = |cell: &Cell| cell.row == node || cell.column == node;
            let small = |cell: &Cell| cell.hidden && (1..self.minimum).contains(&cell.size);
            if !self.cells.iter().any(|cell| on(cell) && small(cell)) {
                continue;
            }
            let places: Vec<usize> = (0..self.cells.len())
                .filter(|place| self.cells.get(*place).is_some_and(|cell| on(cell) && !cell.rest))
                .collect();
            let cell = |place: &usize| self.cells.get(*place);
            let parts: Vec<Part> = places
                .iter()
                .filter_map(cell)
                .map(|cell| Part { size: cell.size, hidden: cell.hidden })
                .collect();
            let rest = self.cells.iter().filter(|cell| on(cell) && cell.rest).map(|cell| cell.size).sum();
            for part in complete(&parts, rest, self.minimum) {
                if let Some(cell) = places.get(part).and_then(|place| self.cells.get_mut(*place)) {
                    cell.hidden = true;
                }
            }
        }
    }

    /// What gives something away, each as the nodes on one side of a cut that another hidden cell must cross.
    fn given_away(&self, walk: &Walk) -> Vec<Vec<bool>> {
        let nodes = self.margins.len();
        let hidden = |node: usize| self.margins.get(node).copied().unwrap_or(false);
        // Hidden margins must hang together: then all the table tells of them is their sum, which is known.
        let mut homes = (0..nodes).filter(|node| hidden(*node)).filter_map(|node| walk.component.get(node));
        if let Some(home) = homes.next()
            && homes.any(|other| other != home)
        {
            return vec![walk.component.iter().map(|component| component == home).collect()];
        }
        let count = |range: std::ops::Range<usize>, within: &dyn Fn(usize) -> bool| {
            range.filter(|node| hidden(*node) && within(*node)).count()
        };
        let (rows, columns) = (count(0..self.rows, &|_| true), count(self.rows..nodes, &|_| true));
        let mut found = Vec::new();
        for (cell, node) in &walk.bridges {
            let small = self.cells.get(*cell).is_some_and(|cell| (1..self.minimum).contains(&cell.size));
            let side: Vec<bool> = (0..nodes).map(|other| walk.behind(other, *node)).collect();
            let inside = |node: usize| side.get(node).copied().unwrap_or(false);
            // A bridge is the sum of the hidden margins on one side, which is known where it is none or all.
            let (r, c) = (count(0..self.rows, &inside), count(self.rows..nodes, &inside));
            if small && (r == 0 || r == rows) && (c == 0 || c == columns) {
                found.push(side);
            }
        }
        found
    }

    /// Hides the smallest cell that is shown between the two sides.
    fn hide_across(&mut self, side: &[bool]) -> bool {
        let on = |node: usize| side.get(node).copied().unwrap_or(false);
        let across = |cell: &&mut Cell| !cell.hidden && on(cell.row) != on(cell.column);
        match self.cells.iter_mut().filter(across).min_by_key(|cell| cell.size) {
            Some(cell) => {
                cell.hidden = true;
                true
            }
            None => false,
        }
    }

    /// Walks the graph of what is not shown in depth, noting bridges (Tarjan 1974).
    fn walk(&self) -> Walk {
        let nodes = self.margins.len();
        let mut edges: Vec<Vec<(usize, usize)>> = vec![Vec::new(); nodes];
        for (place, cell) in self.cells.iter().enumerate().filter(|(_, cell)| cell.hidden && cell.size > 0) {
            for (from, to) in [(cell.row, cell.column), (cell.column, cell.row)] {
                if let Some(list) = edges.get_mut(from) {
                    list.push((to, place));
                }
            }
        }
        let mut walk = Walk {
            component: vec![usize::MAX; nodes],
            first: vec![usize::MAX; nodes],
            last: vec![0; nodes],
            bridges: Vec::new(),
        };
        let mut next = 0;
        for start in 0..nodes {
            walk.from(start, &edges, &mut next);
        }
        walk
    }
}

impl Walk {
    /// Whether a node was reached by way of another, or is it.
    fn behind(&self, node: usize, of: usize) -> bool {
        let at = |list: &[usize], node: usize| list.get(node).copied().unwrap_or(usize::MAX);
        (at(&self.first, of)..=at(&self.last, of)).contains(&at(&self.first, node))
    }

    fn from(&mut self, start: usize, edges: &[Vec<(usize, usize)>], next: &mut usize) {
        if self.component.get(start).is_none_or(|component| *component != usize::MAX) {
            return;
        }
        let mut low = vec![usize::MAX; edges.len()];
        // Each step: the node, the cell it was reached by, how many of its edges are done.
        let mut path = vec![(start, usize::MAX, 0)];
        self.reach(start, start, next, &mut low);
        while let Some((node, by, done)) = path.last_mut() {
            let (node, by) = (*node, *by);
            let edge = edges.get(node).and_then(|list| list.get(*done)).copied();
            *done += 1;
            let Some((to, cell)) = edge else {
                path.pop();
                self.leave(node, by, path.last().map(|(before, ..)| *before), *next, &mut low);
                continue;
            };
            let seen = self.first.get(to).copied().unwrap_or(usize::MAX);
            if cell == by {
                continue;
            }
            if seen == usize::MAX {
                self.reach(to, start, next, &mut low);
                path.push((to, cell, 0));
            } else if let Some(lowest) = low.get_mut(node) {
                *lowest = (*lowest).min(seen);
            }
        }
    }

    fn reach(&mut self, node: usize, start: usize, next: &mut usize, low: &mut [usize]) {
        for (list, value) in [(&mut self.component, start), (&mut self.first, *next)] {
            if let Some(place) = list.get_mut(node) {
                *place = value;
            }
        }
        if let Some(lowest) = low.get_mut(node) {
            *lowest = *next;
        }
        *next += 1;
    }

    fn leave(&mut self, node: usize, by: usize, before: Option<usize>, next: usize, low: &mut [usize]) {
        if let Some(last) = self.last.get_mut(node) {
            *last = next - 1;
        }
        let Some(before) = before else { return };
        let lowest = low.get(node).copied().unwrap_or(0);
        if lowest > self.first.get(before).copied().unwrap_or(0) {
            self.bridges.push((by, node));
        }
        if let Some(low) = low.get_mut(before) {
            *low = (*low).min(lowest);
        }
    }
}
