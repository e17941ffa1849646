// What is done to the wasm after the linker (scripts/wasm-tool), built once.
import fs from 'node:fs';
import path from 'node:path';
import { at, tools } from './paths.mjs';
import { CannotGoOn, filesUnder, hashOf, isStamped, run, stamp } from './run.mjs';
import { bindgenVersion } from './toolchain.mjs';

const crate = at('scripts', 'wasm-tool');
const program = path.join(tools, 'bin', 'throughline-wasm-tool');

function checkPin() {
  const manifest = fs.readFileSync(path.join(crate, 'Cargo.toml'), 'utf8');
  if (!manifest.includes(`wasm-bindgen-cli-support = "=${bindgenVersion()}"`)) {
    throw new CannotGoOn(
      'scripts/wasm-tool/Cargo.toml and Cargo.toml pin different versions of wasm-bindgen',
      `    set wasm-bindgen-cli-support = "=${bindgenVersion()}" in scripts/wasm-tool/Cargo.toml, then: cargo update --manifest-path scripts/wasm-tool/Cargo.toml`,
    );
  }
}

export async function ensureWasmTool() {
  checkPin();
  const hash = hashOf(filesUnder([crate]));
  if (fs.existsSync(program) && isStamped('wasm-tool', hash)) return `${bindgenVersion()}, built before`;
  const folder = path.join(tools, 'wasm-tool-target');
  const manifest = ['--manifest-path', path.join(crate, 'Cargo.toml'), '--target-dir', folder];
  await run('cargo', ['build', '--release', '--locked', ...manifest]);
  fs.mkdirSync(path.dirname(program), { recursive: true });
  fs.copyFileSync(path.join(folder, 'release', path.basename(program)), program);
  fs.rmSync(folder, { recursive: true });
  stamp('wasm-tool', hash);
  return `${bindgenVersion()}, built`;
}

/** `bindgen INPUT OUT_DIR NAME`, `probe INPUT OUTPUT`, `split INPUT LINKED RAN CORE RAN READER REST`. */
export const wasmTool = (...words) => run(program, words);
