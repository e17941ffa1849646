//! One module becomes several that share memory, tables and globals: the core holds the functions that ran in the first
//! profile, each part after it those that ran in a profile of its own, the last everything else. Each is instantiated
//! over those before it, whenever it arrives.
//!
//! - Where a part calls a function of a later one, it calls through a slot at the end of the function table. The slot is
//!   empty until that part fills it: before that the call traps, as every call of a null function does.
//! - Where the core's table names a function of a later part, it names one that traps, until that part puts its own there.
//! - What a part needs of an earlier one it imports from that one's exports, by short names under the earlier one's
//!   number; one import more, the seal, holds its first slot and is named after the build.
//! - Data that only later parts can reach goes there too (`data`).

mod core;
mod data;
mod image;
mod later;
mod parts;
mod table;

use std::fs;
use std::hash::{DefaultHasher, Hash, Hasher};

use walrus::Module;

use crate::Outcome;
use parts::{Needs, Parts};
use table::Slots;

pub fn run(input: &str, linked: &str, profiles: &[&str], rest: &str) -> Outcome {
    let (mut ran, mut outputs) = (Vec::new(), Vec::new());
    for profile in profiles.chunks_exact(2) {
        ran.push(fs::read_to_string(profile[0])?);
        outputs.push(profile[1]);
    }
    outputs.push(rest);
    let seal = seal(&fs::read(input)?, &ran);
    let whole = Module::from_file(input)?;
    let parts = Parts::of(&whole, &ran)?;
    let slots = Slots::of(&whole, &parts)?;
    // Each starts as the whole. An id belongs to one of them, its index means the same thing in all.
    let mut modules = outputs.iter().map(|_| Module::from_file(input)).collect::<Result<Vec<_>, _>>()?;
    let mut needs = Needs::default();
    // The last first: what it takes from those before it is known before they are swept.
    for (part, module) in modules.iter_mut().enumerate().rev() {
        if part == 0 {
            core::reduce(module, &parts, &slots, &seal)?;
        } else {
            later::reduce(module, part, &parts, &slots, &seal)?;
        }
        needs.export(module, part);
        walrus::passes::gc::run(module);
        needs.take(module);
    }
    data::divide(&mut modules, &fs::read(linked)?)?;
    for (module, output) in modules.iter_mut().zip(outputs) {
        module.emit_wasm_file(output)?;
    }
    Ok(())
}

/// A name that only the parts of one build share: a core out of a cache and a newer rest must not be put together, for
/// their short names would mean other things. Behind it stands the part's number.
fn seal(input: &[u8], ran: &[String]) -> String {
    let mut hasher = DefaultHasher::new();
    (input, ran).hash(&mut hasher);
    format!("pair:{:016x}:", hasher.finish())
}
