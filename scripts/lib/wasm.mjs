// From the linker's output to what is shipped: wasm-bindgen, wasm-opt, and the split of the one module in four.
import fs from 'node:fs';
import path from 'node:path';
import { at, core, dist } from './paths.mjs';
import { filesUnder, hashOf, isStamped, run, stamp } from './run.mjs';
import { wasmFile } from './toolchain.mjs';
import { textModule } from './wasm-text.mjs';
import { wasmTool } from './wasm-tool.mjs';

const work = at('target', 'shrink');
const optimiser = at('node_modules', '.bin', 'wasm-opt');
const profile = at('scripts', 'profile', 'run.mjs');

/** The features rustc emits today, named so that wasm-opt neither refuses nor adds any. */
const FEATURES = [
  'bulk-memory',
  'bulk-memory-opt',
  'multivalue',
  'mutable-globals',
  'nontrapping-float-to-int',
  'reference-types',
  'sign-ext',
  'simd',
];

/** Later parts are given the same functions of the page as the core: the glue must let the loader have them. */
const FOR_LATER_PARTS = {
  '.js': 'export { __wbg_get_imports };\n',
  '.ts': 'export function __wbg_get_imports(): WebAssembly.Imports;\n',
};

/** What pages load, in the order in which it comes. */
const PARTS = ['core', 'reader', 'insight', 'rest'];

/** What is shipped: the whole for programs, and the parts; each also as a module that carries its bytes. */
const FILES = {
  whole: 'throughline.wasm',
  ...Object.fromEntries(PARTS.map((name) => [name, `throughline-${name}.wasm`])),
};

/** The page's own code is left out: what it asks of wasm changes seldom, and an old profile costs a download at most. */
const inputs = () => [
  wasmFile(),
  ...filesUnder([
    at('scripts', 'lib', 'wasm.mjs'),
    at('scripts', 'lib', 'wasm-text.mjs'),
    at('scripts', 'wasm-tool'),
    at('scripts', 'profile'),
  ]),
  ...filesUnder([at('scripts', 'bench', 'startup', 'board.mjs'), at('package-lock.json')]),
  ...filesUnder(['generator', 'mapping', 'plan.json'].map((name) => at('www', 'demo', name))),
  at('tests', 'fixtures', 'plans', 'valid', 'smallest.json'),
];

/** Called from one place alone, a function of so many bytes costs more as a function of its own. */
const SMALL = 60;

/** Functions up to `inlined` bytes that are called from one place alone go there. */
async function shrunk(from, to, inlined) {
  // Flattened and built up again, branches that came apart in inlining are one again.
  const flags = [
    // The first kilobyte is the end of the stack: nothing lies there, so what is added to an address goes into the load.
    '--low-memory-unused',
    '--flatten',
    '--rereloop',
    '-Oz',
    '--code-folding',
    '-Oz',
    '--strip-debug',
    '--strip-producers',
    '--strip-target-features',
    ...FEATURES.map((name) => `--enable-${name}`),
  ];
  await run(process.execPath, [
    optimiser,
    from,
    ...flags,
    `--one-caller-inline-max-function-size=${inlined}`,
    '-o',
    to,
  ]);
}

/** Plays what a page does before somebody touches it, what a reader does then, and what some ask on; the rest is what none needed. */
async function splitUp(whole) {
  const inWork = (names) => names.map((name) => path.join(work, name));
  const [probe] = inWork(['probe.wasm']);
  const ran = inWork(PARTS.slice(0, -1).map((name) => `ran-${name}.json`));
  const parts = inWork(PARTS.map((name) => `${name}.wasm`));
  await wasmTool('probe', whole, probe);
  await run(process.execPath, [profile, probe, ...ran]);
  await wasmTool(
    'split',
    whole,
    wasmFile(),
    ...parts.flatMap((part, at) => (at < ran.length ? [ran[at], part] : [part])),
  );
  await Promise.all(PARTS.map((name, at) => shrunk(parts[at], path.join(dist, FILES[name]), SMALL)));
}

function bytesModule(name) {
  const about = `${FILES[name]}, a character a byte`;
  const bytes = fs.readFileSync(path.join(dist, FILES[name]));
  fs.writeFileSync(path.join(core, `${name}-bytes.js`), textModule(about, bytes));
  fs.writeFileSync(
    path.join(core, `${name}-bytes.d.ts`),
    `/** ${about}. */\ndeclare const text: string;\nexport default text;\n`,
  );
}

/** The wasm files, their glue, and their bytes as modules. */
export async function shrink() {
  const hash = hashOf(inputs());
  const glue = ['throughline.js', 'throughline.d.ts'];
  const made = [
    ...Object.values(FILES).map((name) => path.join(dist, name)),
    ...[...glue, ...Object.keys(FILES).map((name) => `${name}-bytes.js`)].map((name) => path.join(core, name)),
  ];
  if (isStamped('wasm', hash) && made.every((file) => fs.existsSync(file))) return 'up to date';
  for (const folder of [dist, core, work]) fs.mkdirSync(folder, { recursive: true });
  await wasmTool('bindgen', wasmFile(), work, 'throughline');
  for (const name of glue) {
    const text = fs.readFileSync(path.join(work, name), 'utf8');
    fs.writeFileSync(path.join(core, name), text + FOR_LATER_PARTS[path.extname(name)]);
  }
  const linked = path.join(work, 'throughline_bg.wasm');
  const apart = path.join(work, 'apart.wasm');
  // What is to be split keeps its functions apart: what never runs must not lie inside what does.
  await Promise.all([shrunk(linked, path.join(dist, FILES.whole), SMALL), shrunk(linked, apart, 0)]);
  await splitUp(apart);
  for (const name of Object.keys(FILES)) bytesModule(name);
  stamp('wasm', hash);
  return Object.values(FILES)
    .map((name) => `${name} ${(fs.statSync(path.join(dist, name)).size / 1024).toFixed(1)} KB`)
    .join(', ');
}
