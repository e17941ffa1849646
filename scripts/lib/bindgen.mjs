// wasm-bindgen of exactly the crate's version: an installed one, or a small program of our own, built once.
import fs from 'node:fs';
import path from 'node:path';
import { at, tools } from './paths.mjs';
import { ask, CannotGoOn, filesUnder, hashOf, isStamped, run, stamp } from './run.mjs';
import { bindgenVersion } from './toolchain.mjs';

const crate = at('scripts', 'bindgen');
const own = path.join(tools, 'bin', 'throughline-bindgen');

const installed = () => ask('wasm-bindgen', ['--version'])?.split(' ').at(-1) === bindgenVersion();

function checkPin() {
  const manifest = fs.readFileSync(path.join(crate, 'Cargo.toml'), 'utf8');
  if (!manifest.includes(`wasm-bindgen-cli-support = "=${bindgenVersion()}"`)) {
    throw new CannotGoOn(
      'scripts/bindgen/Cargo.toml and Cargo.toml pin different versions of wasm-bindgen',
      `    set wasm-bindgen-cli-support = "=${bindgenVersion()}" in scripts/bindgen/Cargo.toml, then: cargo update --manifest-path scripts/bindgen/Cargo.toml`,
    );
  }
}

export async function ensureBindgen() {
  if (installed()) return `wasm-bindgen ${bindgenVersion()} is on PATH`;
  checkPin();
  const hash = hashOf(filesUnder([crate]));
  if (fs.existsSync(own) && isStamped('bindgen', hash)) return `${bindgenVersion()}, built before`;
  const folder = path.join(tools, 'bindgen-target');
  await run('cargo', [
    'build',
    '--release',
    '--locked',
    '--manifest-path',
    path.join(crate, 'Cargo.toml'),
    '--target-dir',
    folder,
  ]);
  fs.mkdirSync(path.dirname(own), { recursive: true });
  fs.copyFileSync(path.join(folder, 'release', 'throughline-bindgen'), own);
  fs.rmSync(folder, { recursive: true });
  stamp('bindgen', hash);
  return `${bindgenVersion()}, built`;
}

/** Writes the glue and the wasm file into `folder`. */
export async function bindgen(wasm, folder, name) {
  if (!installed()) return run(own, [wasm, folder, name]);
  const flags = [
    '--target',
    'web',
    '--remove-producers-section',
    '--omit-default-module-path',
    '--experimental-reset-state-function',
  ];
  return run('wasm-bindgen', [wasm, ...flags, '--out-dir', folder, '--out-name', name]);
}
