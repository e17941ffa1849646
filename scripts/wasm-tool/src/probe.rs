//! A module that remembers which of its functions ran: each sets a global of its own, exported as `ran0`, `ran1`, … by
//! the function's place among those that are no imports.

use walrus::ir::Value;
use walrus::{ConstExpr, FunctionId, FunctionKind, Module, ValType};

use crate::Outcome;

pub fn run(input: &str, output: &str) -> Outcome {
    let mut module = Module::from_file(input)?;
    let own: Vec<FunctionId> = module.funcs.iter_local().map(|(id, _)| id).collect();
    for (place, id) in own.into_iter().enumerate() {
        let zero = ConstExpr::Value(Value::I32(0));
        let flag = module.globals.add_local(ValType::I32, true, false, zero);
        module.exports.add(&format!("ran{place}"), flag);
        if let FunctionKind::Local(function) = &mut module.funcs.get_mut(id).kind {
            function.builder_mut().func_body().const_at(0, Value::I32(1)).global_set_at(1, flag);
        }
    }
    module.emit_wasm_file(output)?;
    Ok(())
}
