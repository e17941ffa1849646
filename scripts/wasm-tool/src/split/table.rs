//! Where in the function table the rest puts its functions.

use std::collections::{BTreeMap, HashMap, HashSet};
use std::error::Error;

use walrus::ir::{self, Value, Visitor};
use walrus::{ConstExpr, ElementItems, ElementKind, ExportItem, FunctionId, Module, TableId};

pub struct Slots {
    /// The first slot through which the core calls.
    pub start: u32,
    /// How long the table must be.
    pub length: u64,
    /// The slot through which the core calls a function of the rest.
    pub called: HashMap<usize, u32>,
    /// Every slot that the rest fills.
    pub filled: BTreeMap<u32, usize>,
}

impl Slots {
    pub fn of(module: &Module, cold: &HashSet<usize>) -> Result<Self, Box<dyn Error>> {
        let table = table(module)?;
        let start = module.tables.get(table).initial;
        let mut filled = named(module, table, cold)?;
        let mut called = HashMap::new();
        for (function, slot) in entered(module, cold).into_iter().zip(u32::try_from(start)?..) {
            called.insert(function, slot);
            filled.insert(slot, function);
        }
        Ok(Self { start: u32::try_from(start)?, length: start + called.len() as u64, called, filled })
    }
}

/// The function table.
pub fn table(module: &Module) -> Result<TableId, Box<dyn Error>> {
    Ok(module.tables.main_function_table()?.ok_or("the module has no function table")?)
}

/// The functions of the rest that the table names already, by their place in it.
fn named(
    module: &Module,
    table: TableId,
    cold: &HashSet<usize>,
) -> Result<BTreeMap<u32, usize>, Box<dyn Error>> {
    let mut found = BTreeMap::new();
    for element in module.elements.iter() {
        let ElementKind::Active { table: into, offset } = &element.kind else { continue };
        let ElementItems::Functions(items) = &element.items else { continue };
        let ConstExpr::Value(Value::I32(offset)) = offset else {
            return Err("an element's offset is no constant".into());
        };
        if *into == table {
            let places = u32::try_from(*offset)?..;
            found.extend(
                places.zip(items.iter().map(|id| id.index())).filter(|(_, function)| cold.contains(function)),
            );
        }
    }
    Ok(found)
}

/// The functions of the rest that the core calls or exports, in the order of the file.
fn entered(module: &Module, cold: &HashSet<usize>) -> Vec<usize> {
    let mut calls = Calls(HashSet::new());
    for (id, function) in module.funcs.iter_local() {
        if !cold.contains(&id.index()) {
            ir::dfs_in_order(&mut calls, function, function.entry_block());
        }
    }
    for export in module.exports.iter() {
        if let ExportItem::Function(id) = export.item {
            calls.0.insert(id.index());
        }
    }
    calls.0.extend(module.start.map(|id| id.index()));
    module
        .funcs
        .iter()
        .map(|function| function.id().index())
        .filter(|id| cold.contains(id) && calls.0.contains(id))
        .collect()
}

struct Calls(HashSet<usize>);

impl<'a> Visitor<'a> for Calls {
    fn visit_function_id(&mut self, function: &FunctionId) {
        self.0.insert(function.index());
    }
}
