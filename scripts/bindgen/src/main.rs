//! Turns the compiled crate into a wasm file and its JavaScript glue for the `web` target.
//!
//! Usage: `throughline-bindgen INPUT.wasm OUT_DIR OUT_NAME`. The library is pinned to the version the crate is
//! linked with, so what is built here always matches; the setup script skips it when the very same
//! `wasm-bindgen` is already installed.

use std::env::args;
use std::error::Error;
use std::process::ExitCode;

use wasm_bindgen_cli_support::Bindgen;

fn main() -> ExitCode {
    let words: Vec<String> = args().skip(1).collect();
    let [input, out_dir, out_name] = words.as_slice() else {
        eprintln!("usage: throughline-bindgen INPUT.wasm OUT_DIR OUT_NAME");
        return ExitCode::from(2);
    };
    match generate(input, out_dir, out_name) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("throughline-bindgen: {error}");
            ExitCode::FAILURE
        }
    }
}

fn generate(input: &str, out_dir: &str, out_name: &str) -> Result<(), Box<dyn Error>> {
    let mut bindgen = Bindgen::new();
    bindgen
        .input_path(input)
        .out_name(out_name)
        .web(true)?
        .typescript(true)
        .remove_producers_section(true)
        // The loader says where the bytes are: bundlers must not see a second `new URL`.
        .omit_default_module_path(true)
        // A dead instance (a panic aborts it) is replaced by a fresh one without loading the page again.
        .reset_state_function(true)
        .generate(out_dir)?;
    Ok(())
}
