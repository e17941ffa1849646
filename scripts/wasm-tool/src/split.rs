//! One module becomes two that share memory, tables and globals: the core holds the functions that ran in a profile,
//! the rest holds the others and is instantiated over the core whenever it arrives.
//!
//! - Where the core calls a function of the rest, it calls through a slot at the end of the function table. The slot is
//!   empty until the rest fills it: before that the call traps, as every call of a null function does.
//! - Where the core's table names a function of the rest, it names one that traps, until the rest puts its own there.
//! - What the rest needs of the core it imports from the core's exports, by short names under the module name `core`; one import more, the seal, holds the first slot and is named after the build.
//! - Data that only the rest can reach goes there too (`data`).

mod core;
mod data;
mod rest;
mod table;

use std::collections::HashSet;
use std::fs;
use std::hash::{DefaultHasher, Hash, Hasher};

use walrus::{ExportItem, ImportKind, Module};

use crate::Outcome;
use table::Slots;

/// The module name under which the rest imports from the core.
const CORE: &str = "core";

pub fn run(input: &str, linked: &str, ran: &str, core_out: &str, rest_out: &str) -> Outcome {
    let ran = fs::read_to_string(ran)?;
    let seal = seal(&fs::read(input)?, &ran);
    let ran = places(&ran)?;
    // Both start as the whole. An id belongs to one of them, its index means the same thing in both.
    let mut core = Module::from_file(input)?;
    let mut rest = Module::from_file(input)?;
    let local = core.funcs.iter_local().enumerate();
    let cold: HashSet<usize> =
        local.filter(|(place, _)| !ran.contains(place)).map(|(_, (id, _))| id.index()).collect();
    let slots = Slots::of(&core, &cold)?;
    let needed = rest::reduce(&mut rest, &cold, &slots, &seal)?;
    core::reduce(&mut core, &cold, &slots, &seal)?;
    export(&mut core, &needed);
    walrus::passes::gc::run(&mut core);
    data::divide(&mut core, &mut rest, &fs::read(linked)?)?;
    core.emit_wasm_file(core_out)?;
    rest.emit_wasm_file(rest_out)?;
    Ok(())
}

/// What the rest imports: the name, and which item it is.
type Needed = Vec<(String, ImportKind)>;

/// Exports what the rest needs; the kinds carry ids of the rest, which stand for the core's of the same index.
fn export(core: &mut Module, needed: &Needed) {
    for (name, kind) in needed {
        let item = match kind {
            ImportKind::Function(id) => {
                twin(core.funcs.iter().map(walrus::Function::id), |own| own.index() == id.index())
            }
            ImportKind::Table(id) => {
                twin(core.tables.iter().map(walrus::Table::id), |own| own.index() == id.index())
            }
            ImportKind::Memory(id) => {
                twin(core.memories.iter().map(walrus::Memory::id), |own| own.index() == id.index())
            }
            ImportKind::Global(id) => {
                twin(core.globals.iter().map(walrus::Global::id), |own| own.index() == id.index())
            }
            ImportKind::Tag(_) => None,
        };
        if let Some(item) = item {
            core.exports.add(name, item);
        }
    }
}

fn twin<I: Into<ExportItem>>(
    mut own: impl Iterator<Item = I>,
    is: impl Fn(&I) -> bool,
) -> Option<ExportItem> {
    own.find(is).map(Into::into)
}

/// A name that only the two parts of one build share: a core out of a cache and a newer rest must not be put together,
/// for their short names would mean other things.
fn seal(input: &[u8], ran: &str) -> String {
    let mut hasher = DefaultHasher::new();
    (input, ran).hash(&mut hasher);
    format!("pair:{:016x}", hasher.finish())
}

/// A JSON list of numbers.
fn places(text: &str) -> Result<HashSet<usize>, std::num::ParseIntError> {
    text.trim()
        .trim_matches(['[', ']'])
        .split(',')
        .filter(|word| !word.is_empty())
        .map(|word| word.trim().parse())
        .collect()
}
