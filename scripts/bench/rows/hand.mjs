// The hand-written wasm, compiled by the road to wasm that the set-up chose, for speed in place of size.
import fs from 'node:fs';
import path from 'node:path';
import { at } from '../../lib/paths.mjs';
import { filesUnder, hashOf, isStamped, run, stamp } from '../../lib/run.mjs';
import { wasmCargo } from '../../lib/toolchain.mjs';

const crate = at('scripts', 'bench', 'rows', 'hand');
const target = at('target', 'bench', 'hand');

/** Builds it, and gives its path. */
export async function hand() {
  const file = path.join(target, 'wasm32-unknown-unknown', 'release', 'throughline_bench_hand.wasm');
  const hash = hashOf([...filesUnder([crate]), at('scripts', 'bench', 'rows', 'hand.mjs')]);
  if (fs.existsSync(file) && isStamped('bench-hand', hash)) return file;
  const { program, args, env } = wasmCargo('rustc', '--release', '--lib', '--locked');
  const own = ['--manifest-path', path.join(crate, 'Cargo.toml'), '--target-dir', target];
  // The library that is built along is the usual one, and the flags that make ours small are left out.
  const usual = args.filter((word) => !word.startsWith('-Zbuild-std-features'));
  usual.splice(usual.indexOf('--target-dir'), 2);
  const flags = '-Ctarget-feature=+simd128,+bulk-memory';
  await run(program, [...usual, ...own], { env: { ...env, CARGO_ENCODED_RUSTFLAGS: flags } });
  stamp('bench-hand', hash);
  return file;
}
