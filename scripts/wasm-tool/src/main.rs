//! What is done to the compiled wasm after the linker, as one small program.
//!
//! - `bindgen INPUT OUT_DIR NAME`: wasm-bindgen's glue and module for the `web` target. The library is pinned to the
//!   version that the crate is linked with, so what is built here always matches.
//! - `probe INPUT OUTPUT`: the same module, which remembers which of its functions ran.
//! - `split INPUT LINKED RAN CORE [RAN PART …] REST`: several modules in its place, each of what ran in its own profile
//!   and in none before, the last of everything else; the linker's file tells what the data is made of.

mod bindgen;
mod probe;
mod split;

use std::env::args;
use std::error::Error;
use std::process::ExitCode;

type Outcome = Result<(), Box<dyn Error>>;

const USAGE: &str = "usage: throughline-wasm-tool bindgen INPUT OUT_DIR NAME | probe INPUT OUTPUT | split INPUT LINKED RAN CORE [RAN PART ...] REST";

fn main() -> ExitCode {
    let words: Vec<String> = args().skip(1).collect();
    let words: Vec<&str> = words.iter().map(String::as_str).collect();
    let done = match words.as_slice() {
        ["bindgen", input, out_dir, name] => bindgen::run(input, out_dir, name),
        ["probe", input, output] => probe::run(input, output),
        ["split", input, linked, profiles @ .., rest] if !profiles.is_empty() && profiles.len() % 2 == 0 => {
            split::run(input, linked, profiles, rest)
        }
        _ => {
            eprintln!("{USAGE}");
            return ExitCode::from(2);
        }
    };
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("throughline-wasm-tool: {error}");
            ExitCode::FAILURE
        }
    }
}
