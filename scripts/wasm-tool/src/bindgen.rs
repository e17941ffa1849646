//! wasm-bindgen, as a library.

use std::path::Path;

use walrus::Module;
use wasm_bindgen_cli_support::Bindgen;

use crate::Outcome;

pub fn run(input: &str, out_dir: &str, name: &str) -> Outcome {
    let mut bindgen = Bindgen::new();
    bindgen
        .input_path(input)
        .out_name(name)
        .web(true)?
        .typescript(true)
        .remove_producers_section(true)
        // The loader says where the bytes are: bundlers must not see a second `new URL`.
        .omit_default_module_path(true)
        // A dead instance (a panic aborts it) is replaced by a fresh one without loading the page again.
        .reset_state_function(true)
        .generate(out_dir)?;
    without_links(&Path::new(out_dir).join(format!("{name}_bg.wasm")))
}

/// Drops what the linker told for the split: it is larger than the module, and true of the linker's own file alone.
fn without_links(file: &Path) -> Outcome {
    let mut module = Module::from_file(file)?;
    for name in ["linking", "reloc.CODE", "reloc.DATA"] {
        module.customs.remove_raw(name);
    }
    module.emit_wasm_file(file)?;
    Ok(())
}
