//! The data of a module, byte by byte.

use std::error::Error;
use std::ops::Range;

use walrus::ir::Value;
use walrus::{ConstExpr, DataKind, Module};

use crate::Outcome;

/// A segment more costs about as much as so many zeros between two.
const GAP: usize = 8;

/// The data as it lies in memory, from the first byte to the last.
pub struct Image {
    pub start: u32,
    pub bytes: Vec<u8>,
}

impl Image {
    /// Takes the data out of a module.
    pub fn take(module: &mut Module) -> Result<Self, Box<dyn Error>> {
        let mut pieces: Vec<(u32, Vec<u8>)> = Vec::new();
        for id in module.data.iter().map(walrus::Data::id).collect::<Vec<_>>() {
            let data = module.data.get(id);
            let DataKind::Active { offset: ConstExpr::Value(Value::I32(at)), .. } = data.kind else {
                return Err("a piece of the data is not where a constant says".into());
            };
            pieces.push((u32::try_from(at)?, data.value.clone()));
            module.data.delete(id);
        }
        for memory in module.memories.iter_mut() {
            memory.data_segments.clear();
        }
        let start = pieces.iter().map(|(at, _)| *at).min().unwrap_or(0);
        let mut bytes = Vec::new();
        for (at, piece) in pieces {
            let from = (at - start) as usize;
            bytes.resize(bytes.len().max(from + piece.len()), 0);
            bytes[from..from + piece.len()].copy_from_slice(&piece);
        }
        Ok(Self { start, bytes })
    }

    /// The addresses of all of it.
    pub fn span(&self) -> Range<u32> {
        self.start..self.start + self.bytes.len() as u32
    }

    /// Where an object lies in it; nothing of what lies outside, which is zeros.
    pub fn places(&self, span: &Range<u32>) -> Range<usize> {
        let place = |at: u32| (at.saturating_sub(self.start) as usize).min(self.bytes.len());
        place(span.start)..place(span.end)
    }

    /// What could be addresses among its bytes: words where addresses may lie.
    pub fn words(&self, span: Range<u32>) -> Vec<u32> {
        let first = span.start.next_multiple_of(4);
        let word = |at| self.bytes.get(self.places(&(at..at + 4)))?.try_into().ok().map(u32::from_le_bytes);
        (first..span.end).step_by(4).filter_map(word).collect()
    }

    /// Puts the bytes of one part into its module.
    pub fn put(&self, module: &mut Module, owner: &[usize], part: usize) -> Outcome {
        let memory = module.memories.iter().next().ok_or("the module has no memory")?.id();
        let mut runs: Vec<Range<usize>> = Vec::new();
        let wanted = |place: &usize| owner[*place] == part && self.bytes[*place] != 0;
        for place in (0..self.bytes.len()).filter(wanted) {
            match runs.last_mut() {
                // Zeros are written before a later part comes; an earlier one's would be written over.
                Some(run) if place - run.end <= GAP && owner[run.end..place].iter().all(|of| *of >= part) => {
                    run.end = place + 1;
                }
                _ => runs.push(place..place + 1),
            }
        }
        for run in runs {
            let offset = ConstExpr::Value(Value::I32(i32::try_from(self.start as usize + run.start)?));
            let bytes = run.map(|place| if owner[place] == part { self.bytes[place] } else { 0 }).collect();
            let data = module.data.add(DataKind::Active { memory, offset }, bytes);
            module.memories.get_mut(memory).data_segments.insert(data);
        }
        Ok(())
    }
}
