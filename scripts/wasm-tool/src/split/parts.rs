//! Which function is in which part, and what parts take from one another.

use std::collections::{HashMap, HashSet};
use std::num::ParseIntError;

use walrus::{ExportItem, Import, ImportKind, Module};

/// The part of every function that is no import, by the function's index.
pub struct Parts {
    of: HashMap<usize, usize>,
    /// How many there are.
    pub count: usize,
}

impl Parts {
    /// By the lists of what ran, one for each part but the last: the places of functions among those that are no imports.
    pub fn of(module: &Module, ran: &[String]) -> Result<Self, ParseIntError> {
        let ran = ran.iter().map(|text| places(text)).collect::<Result<Vec<_>, _>>()?;
        let part = |place| ran.iter().position(|ran| ran.contains(&place)).unwrap_or(ran.len());
        let local = module.funcs.iter_local().enumerate();
        let of = local.map(|(place, (id, _))| (id.index(), part(place))).collect();
        Ok(Self { of, count: ran.len() + 1 })
    }

    /// The part of a function; what is imported of the page belongs to none.
    pub fn get(&self, function: usize) -> Option<usize> {
        self.of.get(&function).copied()
    }

    /// Whether a function is in a later part than this one.
    pub fn is_after(&self, part: usize, function: usize) -> bool {
        self.get(function).is_some_and(|of| of > part)
    }
}

/// A JSON list of numbers.
fn places(text: &str) -> Result<HashSet<usize>, ParseIntError> {
    text.trim()
        .trim_matches(['[', ']'])
        .split(',')
        .filter(|word| !word.is_empty())
        .map(|word| word.trim().parse())
        .collect()
}

/// What parts import of earlier ones: whose number, and which item; with the name it has there.
#[derive(Default)]
pub struct Needs(HashMap<(String, Item), String>);

#[derive(Clone, Copy, PartialEq, Eq, Hash)]
enum Item {
    Function(usize),
    Table(usize),
    Memory(usize),
    Global(usize),
}

impl Needs {
    /// Gives what a module imports of earlier parts its short names. The page's own functions keep theirs: the loader
    /// hands them over as it does to the core, which need not carry those that it does not use. A seal has its name.
    pub fn take(&mut self, module: &mut Module) {
        for import in module.imports.iter_mut().filter(|import| import.name.is_empty()) {
            let Some(item) = imported(import) else { continue };
            let next = self.0.len();
            // No export of wasm-bindgen's begins with a colon.
            let name = self.0.entry((import.module.clone(), item)).or_insert_with(|| format!(":{next}"));
            import.name.clone_from(name);
        }
    }

    /// Exports what later parts take of this one.
    pub fn export(&self, module: &mut Module, part: usize) {
        let of = part.to_string();
        let mut wanted: Vec<_> = self.0.iter().filter(|((from, _), _)| *from == of).collect();
        wanted.sort_unstable_by_key(|(_, name)| (name.len(), name.as_str()));
        for ((_, item), name) in wanted {
            if let Some(item) = own(module, *item) {
                module.exports.add(name, item);
            }
        }
    }
}

fn imported(import: &Import) -> Option<Item> {
    Some(match &import.kind {
        ImportKind::Function(id) => Item::Function(id.index()),
        ImportKind::Table(id) => Item::Table(id.index()),
        ImportKind::Memory(id) => Item::Memory(id.index()),
        ImportKind::Global(id) => Item::Global(id.index()),
        ImportKind::Tag(_) => return None,
    })
}

/// The module's own item of the same index.
fn own(module: &Module, item: Item) -> Option<ExportItem> {
    fn twin<I: Into<ExportItem>>(
        mut own: impl Iterator<Item = I>,
        is: impl Fn(&I) -> bool,
    ) -> Option<ExportItem> {
        own.find(is).map(Into::into)
    }
    match item {
        Item::Function(at) => twin(module.funcs.iter().map(walrus::Function::id), |id| id.index() == at),
        Item::Table(at) => twin(module.tables.iter().map(walrus::Table::id), |id| id.index() == at),
        Item::Memory(at) => twin(module.memories.iter().map(walrus::Memory::id), |id| id.index() == at),
        Item::Global(at) => twin(module.globals.iter().map(walrus::Global::id), |id| id.index() == at),
    }
}
