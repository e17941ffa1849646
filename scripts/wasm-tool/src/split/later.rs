//! A later part: everything of earlier ones that it uses becomes an import.

use std::collections::HashMap;

use walrus::ir::Value;
use walrus::{
    ConstExpr, ElementItems, ElementKind, FunctionId, FunctionKind, GlobalId, GlobalKind, ImportedFunction,
    Module, TableId, ValType,
};

use super::core::call_later;
use super::parts::Parts;
use super::table::{Slots, table};
use crate::Outcome;

/// The core's number, as the module name of what is imported of it.
const CORE: &str = "0";

/// Reduces the module to the functions of one part. What it imports of earlier ones has no name yet.
pub fn reduce(module: &mut Module, part: usize, parts: &Parts, slots: &Slots, seal: &str) -> Outcome {
    let table = table(module)?;
    empty(module);
    call_later(module, part, parts, slots)?;
    import_functions(module, part, parts);
    import_places(module, table, slots);
    let (start, _) = module.add_import_global(CORE, &format!("{seal}{part}"), ValType::I32, false, false);
    fill(module, table, slots, part, start);
    Ok(())
}

fn empty(module: &mut Module) {
    module.start = None;
    for id in module.exports.iter().map(walrus::Export::id).collect::<Vec<_>>() {
        module.exports.delete(id);
    }
    for id in module.elements.iter().map(walrus::Element::id).collect::<Vec<_>>() {
        module.elements.delete(id);
    }
    for id in module.data.iter().map(walrus::Data::id).collect::<Vec<_>>() {
        module.data.delete(id);
    }
    for memory in module.memories.iter_mut() {
        memory.data_segments.clear();
    }
    for table in module.tables.iter_mut() {
        table.elem_segments.clear();
    }
}

/// One active segment for each run of neighbouring slots.
fn fill(module: &mut Module, table: TableId, slots: &Slots, part: usize, seal: GlobalId) {
    let ids: HashMap<usize, FunctionId> =
        module.funcs.iter().map(|own| (own.id().index(), own.id())).collect();
    let (Some(&first), Some(filled)) = (slots.starts.get(part), slots.filled.get(part)) else { return };
    let mut runs: Vec<(u32, Vec<FunctionId>)> = Vec::new();
    for (&slot, function) in filled {
        let Some(&function) = ids.get(function) else { continue };
        match runs.last_mut() {
            Some((start, run)) if *start + run.len() as u32 == slot && slot != first => run.push(function),
            _ => runs.push((slot, vec![function])),
        }
    }
    for (start, run) in runs {
        // Named by the seal, the first slot keeps an optimiser from dropping what seems unused.
        let offset =
            if start == first { ConstExpr::Global(seal) } else { ConstExpr::Value(Value::I32(start as i32)) };
        let kind = ElementKind::Active { table, offset };
        let segment = module.elements.add(kind, ElementItems::Functions(run));
        module.tables.get_mut(table).elem_segments.insert(segment);
    }
}

fn import_functions(module: &mut Module, part: usize, parts: &Parts) {
    let earlier: Vec<(FunctionId, usize)> = module
        .funcs
        .iter_local()
        .filter_map(|(id, _)| Some((id, parts.get(id.index()).filter(|of| *of < part)?)))
        .collect();
    for (id, of) in earlier {
        let ty = module.funcs.get(id).ty();
        let import = module.imports.add(&of.to_string(), "", id);
        module.funcs.get_mut(id).kind = FunctionKind::Import(ImportedFunction { import, ty });
    }
}

fn import_places(module: &mut Module, table: TableId, slots: &Slots) {
    for id in module.memories.iter().map(walrus::Memory::id).collect::<Vec<_>>() {
        let import = module.imports.add(CORE, "", id);
        module.memories.get_mut(id).import = Some(import);
    }
    for id in module.tables.iter().map(walrus::Table::id).collect::<Vec<_>>() {
        let import = module.imports.add(CORE, "", id);
        module.tables.get_mut(id).import = Some(import);
    }
    let table = module.tables.get_mut(table);
    table.initial = slots.length;
    table.maximum = Some(slots.length);
    for id in module.globals.iter().map(walrus::Global::id).collect::<Vec<_>>() {
        let import = module.imports.add(CORE, "", id);
        module.globals.get_mut(id).kind = GlobalKind::Import(import);
    }
}
