//! The core: functions of later parts become calls through their slots.

use std::error::Error;

use walrus::ir::Value;
use walrus::{
    ConstExpr, ElementItems, FunctionBuilder, FunctionId, FunctionKind, LocalFunction, Module, ValType,
};

use super::parts::Parts;
use super::table::{Slots, table};
use crate::Outcome;

pub fn reduce(module: &mut Module, parts: &Parts, slots: &Slots, seal: &str) -> Outcome {
    for (part, start) in slots.starts.iter().enumerate().skip(1) {
        let start = ConstExpr::Value(Value::I32(i32::try_from(*start)?));
        let start = module.globals.add_local(ValType::I32, false, false, start);
        module.exports.add(&format!("{seal}{part}"), start);
    }
    let id = table(module)?;
    let table = module.tables.get_mut(id);
    table.initial = slots.length;
    table.maximum = Some(slots.length);
    let traps = trap(module);
    for element in module.elements.iter_mut() {
        if let ElementItems::Functions(items) = &mut element.items {
            for item in items.iter_mut().filter(|item| parts.is_after(0, item.index())) {
                *item = traps;
            }
        }
    }
    call_later(module, 0, parts, slots)
}

fn trap(module: &mut Module) -> FunctionId {
    let mut builder = FunctionBuilder::new(&mut module.types, &[], &[]);
    builder.func_body().unreachable();
    builder.finish(vec![], &mut module.funcs)
}

/// What only later parts call is named by nothing in this one any more, and is swept away.
pub fn call_later(module: &mut Module, part: usize, parts: &Parts, slots: &Slots) -> Outcome {
    let own: Vec<FunctionId> = module.funcs.iter_local().map(|(id, _)| id).collect();
    for id in own.into_iter().filter(|id| parts.is_after(part, id.index())) {
        let Some(&slot) = slots.called.get(&id.index()) else { continue };
        let body = through(module, id, slot)?;
        module.funcs.get_mut(id).kind = FunctionKind::Local(body);
    }
    Ok(())
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
