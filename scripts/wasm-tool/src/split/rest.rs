//! The rest: everything of the core that it uses becomes an import.

use std::collections::{HashMap, HashSet};
use std::error::Error;

use walrus::ir::Value;
use walrus::{
    ConstExpr, ElementItems, ElementKind, FunctionId, FunctionKind, GlobalId, GlobalKind, Import, ImportId,
    ImportedFunction, Module, TableId, ValType,
};

use super::table::{Slots, table};
use super::{CORE, Needed};

/// Reduces the module to the functions of the rest, and says what it takes from the core.
pub fn reduce(
    module: &mut Module,
    cold: &HashSet<usize>,
    slots: &Slots,
    seal: &str,
) -> Result<Needed, Box<dyn Error>> {
    let table = table(module)?;
    empty(module);
    import_functions(module, cold);
    import_places(module, table, slots);
    let (start, sealed) = module.add_import_global(CORE, seal, ValType::I32, false, false);
    fill(module, table, slots, start);
    walrus::passes::gc::run(module);
    Ok(rename(module, sealed))
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
fn fill(module: &mut Module, table: TableId, slots: &Slots, seal: GlobalId) {
    let ids: HashMap<usize, FunctionId> =
        module.funcs.iter().map(|own| (own.id().index(), own.id())).collect();
    let mut runs: Vec<(u32, Vec<FunctionId>)> = Vec::new();
    for (&slot, function) in &slots.filled {
        let Some(&function) = ids.get(function) else { continue };
        match runs.last_mut() {
            Some((start, run)) if *start + run.len() as u32 == slot && slot != slots.start => {
                run.push(function)
            }
            _ => runs.push((slot, vec![function])),
        }
    }
    for (start, run) in runs {
        // Named by the seal, the first slot keeps an optimiser from dropping what seems unused.
        let offset = if start == slots.start {
            ConstExpr::Global(seal)
        } else {
            ConstExpr::Value(Value::I32(start as i32))
        };
        let kind = ElementKind::Active { table, offset };
        let segment = module.elements.add(kind, ElementItems::Functions(run));
        module.tables.get_mut(table).elem_segments.insert(segment);
    }
}

fn import_functions(module: &mut Module, cold: &HashSet<usize>) {
    let core: Vec<FunctionId> =
        module.funcs.iter_local().map(|(id, _)| id).filter(|id| !cold.contains(&id.index())).collect();
    for id in core {
        let ty = module.funcs.get(id).ty();
        let import = module.imports.add(CORE, "", id);
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

/// Gives what is still imported of the core its short name. The page's own functions keep theirs: the loader hands them
/// over as it does to the core, which need not carry those that it does not use.
fn rename(module: &mut Module, seal: ImportId) -> Needed {
    let mut needed = Vec::new();
    let of_core = |import: &&mut Import| import.module == CORE && import.id() != seal;
    for (place, import) in module.imports.iter_mut().filter(of_core).enumerate() {
        // No export of wasm-bindgen's begins with a colon.
        import.name = format!(":{place}");
        needed.push((import.name.clone(), import.kind.clone()));
    }
    needed
}
