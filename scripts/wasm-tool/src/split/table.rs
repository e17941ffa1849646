//! Where in the function table the later parts put their functions.

use std::collections::{BTreeMap, HashMap, HashSet};
use std::error::Error;

use walrus::ir::{self, Value, Visitor};
use walrus::{ConstExpr, ElementItems, ElementKind, ExportItem, Module, TableId};

use super::parts::Parts;

pub struct Slots {
    /// The first slot through which a part is called, by the part.
    pub starts: Vec<u32>,
    /// How long the table must be.
    pub length: u64,
    /// The slot through which earlier parts call a function.
    pub called: HashMap<usize, u32>,
    /// Every slot that a part fills, by the part.
    pub filled: Vec<BTreeMap<u32, usize>>,
}

impl Slots {
    pub fn of(module: &Module, parts: &Parts) -> Result<Self, Box<dyn Error>> {
        let table = table(module)?;
        let mut filled = named(module, table, parts)?;
        let entered = entered(module, parts);
        let mut next = u32::try_from(module.tables.get(table).initial)?;
        let (mut starts, mut called) = (Vec::new(), HashMap::new());
        for (part, filled) in filled.iter_mut().enumerate() {
            starts.push(next);
            let functions = module.funcs.iter().map(|function| function.id().index());
            for function in functions.filter(|id| entered.contains(id) && parts.get(*id) == Some(part)) {
                called.insert(function, next);
                filled.insert(next, function);
                next += 1;
            }
        }
        Ok(Self { starts, length: next.into(), called, filled })
    }
}

/// The function table.
pub fn table(module: &Module) -> Result<TableId, Box<dyn Error>> {
    Ok(module.tables.main_function_table()?.ok_or("the module has no function table")?)
}

/// The functions of later parts that the table names already, by their place in it.
fn named(
    module: &Module,
    table: TableId,
    parts: &Parts,
) -> Result<Vec<BTreeMap<u32, usize>>, Box<dyn Error>> {
    let mut found = vec![BTreeMap::new(); parts.count];
    for element in module.elements.iter() {
        let ElementKind::Active { table: into, offset } = &element.kind else { continue };
        let ElementItems::Functions(items) = &element.items else { continue };
        let ConstExpr::Value(Value::I32(offset)) = offset else {
            return Err("an element's offset is no constant".into());
        };
        if *into == table {
            for (slot, id) in (u32::try_from(*offset)?..).zip(items) {
                if let Some(part) = parts.get(id.index()).filter(|part| *part > 0) {
                    found[part].insert(slot, id.index());
                }
            }
        }
    }
    Ok(found)
}

/// The functions that an earlier part calls or the core exports.
fn entered(module: &Module, parts: &Parts) -> HashSet<usize> {
    let mut found = HashSet::new();
    let mut calls = |by: usize, called: HashSet<usize>| {
        found.extend(called.into_iter().filter(|function| parts.is_after(by, *function)));
    };
    for (id, function) in module.funcs.iter_local() {
        let mut called = Calls(HashSet::new());
        ir::dfs_in_order(&mut called, function, function.entry_block());
        calls(parts.get(id.index()).unwrap_or_default(), called.0);
    }
    let exported = module.exports.iter().filter_map(|export| match export.item {
        ExportItem::Function(id) => Some(id.index()),
        _ => None,
    });
    calls(0, exported.chain(module.start.map(|id| id.index())).collect());
    found
}

struct Calls(HashSet<usize>);

impl<'a> Visitor<'a> for Calls {
    fn visit_function_id(&mut self, function: &walrus::FunctionId) {
        self.0.insert(function.index());
    }
}
