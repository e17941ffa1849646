//! The core: functions of the rest become calls through their slots.

use std::collections::HashSet;
use std::error::Error;

use walrus::ir::Value;
use walrus::{
    ConstExpr, ElementItems, FunctionBuilder, FunctionId, FunctionKind, LocalFunction, Module, ValType,
};

use super::table::{Slots, table};

pub fn reduce(
    module: &mut Module,
    cold: &HashSet<usize>,
    slots: &Slots,
    seal: &str,
) -> Result<(), Box<dyn Error>> {
    let start = ConstExpr::Value(Value::I32(i32::try_from(slots.start)?));
    let start = module.globals.add_local(ValType::I32, false, false, start);
    module.exports.add(seal, start);
    let id = table(module)?;
    let table = module.tables.get_mut(id);
    table.initial = slots.length;
    table.maximum = Some(slots.length);
    let traps = trap(module);
    for element in module.elements.iter_mut() {
        if let ElementItems::Functions(items) = &mut element.items {
            for item in items.iter_mut().filter(|item| cold.contains(&item.index())) {
                *item = traps;
            }
        }
    }
    let own: Vec<FunctionId> = module.funcs.iter_local().map(|(id, _)| id).collect();
    for id in own {
        // What only the rest calls is named by nothing in the core any more, and is swept away.
        let Some(&slot) = slots.called.get(&id.index()) else { continue };
        let body = through(module, id, slot)?;
        module.funcs.get_mut(id).kind = FunctionKind::Local(body);
    }
    Ok(())
}

fn trap(module: &mut Module) -> FunctionId {
    let mut builder = FunctionBuilder::new(&mut module.types, &[], &[]);
    builder.func_body().unreachable();
    builder.finish(vec![], &mut module.funcs)
}

/// A function that hands its arguments to whatever is in the slot.
fn through(module: &mut Module, id: FunctionId, slot: u32) -> Result<LocalFunction, Box<dyn Error>> {
    let table = table(module)?;
    let ty = module.funcs.get(id).ty();
    let (params, results) = (module.types.get(ty).params().to_vec(), module.types.get(ty).results().to_vec());
    let mut builder = FunctionBuilder::new(&mut module.types, &params, &results);
    let args: Vec<_> = params.iter().map(|param| module.locals.add(*param)).collect();
    let mut body = builder.func_body();
    for arg in &args {
        body.local_get(*arg);
    }
    body.i32_const(i32::try_from(slot)?).call_indirect(ty, table);
    Ok(builder.local_func(args))
}
