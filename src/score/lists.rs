//! A list for each node, in one piece of memory.

use crate::plan::NodeIx;

/// Lists laid end to end, one a node.
#[derive(Clone, Debug, PartialEq)]
pub struct Lists<T> {
    pub items: Vec<T>,
    ends: Vec<u32>,
}

impl<T> Default for Lists<T> {
    fn default() -> Self {
        Self { items: Vec::new(), ends: Vec::new() }
    }
}

impl<T> Lists<T> {
    /// Ends the list of the next node.
    pub fn close(&mut self) {
        self.ends.push(self.items.len() as u32);
    }

    /// The list of a node.
    pub fn of(&self, node: NodeIx) -> &[T] {
        let end = self.ends.get(node.index()).map_or(0, |end| *end as usize);
        let begin = node.index().checked_sub(1).and_then(|before| self.ends.get(before));
        self.items.get(begin.map_or(0, |begin| *begin as usize)..end).unwrap_or_default()
    }

    /// Gives a node another list.
    pub fn put(&mut self, node: NodeIx, own: Vec<T>) {
        let (before, after) = (self.of(node).len(), own.len());
        let end = self.ends.get(node.index()).map_or(0, |end| *end as usize);
        self.items.splice(end - before..end, own);
        for end in self.ends.iter_mut().skip(node.index()) {
            *end = *end + after as u32 - before as u32;
        }
    }
}
