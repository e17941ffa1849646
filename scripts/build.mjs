// Builds the package into dist/ and the demo into dist/demo/. What is unchanged is not built again.
// Usage: node scripts/build.mjs [--readable]   (readable: no minifying, for a debugger)
import fs from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { buildDemo } from './lib/demo.mjs';
import { languageModules } from './lib/languages.mjs';
import { at, core, dist, element } from './lib/paths.mjs';
import { filesUnder, hashOf, isStamped, main, run, stamp, step } from './lib/run.mjs';
import { hasCrates, wasmCargo } from './lib/toolchain.mjs';
import { shrink } from './lib/wasm.mjs';
import { unescaped } from './lib/wasm-text.mjs';

const bin = (name) => at('node_modules', '.bin', name);
const scripts = () => [at('scripts', 'build.mjs'), at('scripts', 'lib', 'wasm-text.mjs'), at('package-lock.json')];

/** The published entries; each is a file of www/element. */
const ENTRIES = ['index', 'element', 'inline', 'cli', 'details', 'asking', 'start', 'languages'];

/** Those with libraries inside, and what these ask to be said beside them. */
const NOTICES = {
  feedback: `/*! Inside: vader-sentiment (c) 2018 Comcast Cable Communications Management, LLC, Apache-2.0, a port of
vaderSentiment (c) 2016 C.J. Hutto, MIT; stopword (c) Fergus McDowall, its English list (c) 2011 Chris Umbel, MIT. */`,
  journal: `/*! Inside: rfc6902 (c) 2014-2021 Christopher Brown, MIT; canonicalize (c) Samuel Erdtman, Apache-2.0;
@noble/hashes (c) 2022 Paul Miller, MIT. */`,
  views: `/*! Inside: rfc6902 (c) 2014-2021 Christopher Brown, MIT; canonicalize (c) Samuel Erdtman, Apache-2.0;
@noble/hashes (c) 2022 Paul Miller, MIT. */`,
  guess: '/*! Inside: d3-dsv (c) 2013-2026 Mike Bostock, ISC. */',
};

async function compile() {
  // Crates are unpacked first: the build's flags name their folder, and must not change after the first run.
  if (!hasCrates()) await run('cargo', ['fetch', '--locked']);
  // As a cdylib alone: beside an rlib, link-time optimisation keeps what other crates might call.
  const { program, args, env } = wasmCargo('rustc', '--release', '--lib', '--locked', '--crate-type', 'cdylib');
  await run(program, args, { env });
}

const sources = () => [...filesUnder([element]), ...filesUnder([at('tsconfig.json'), at('tsconfig.cli.json')])];

/** Checks the TypeScript and writes the declarations beside the bundles. */
async function types() {
  const hash = hashOf([...sources(), ...scripts()]);
  if (isStamped('types', hash) && fs.existsSync(path.join(dist, 'index.d.ts'))) return 'up to date';
  for (const file of filesUnder([dist], [path.join(dist, 'demo')])) if (file.endsWith('.d.ts')) fs.rmSync(file);
  await run(bin('tsc'), ['-p', 'tsconfig.json']);
  if (fs.existsSync(path.join(element, 'cli.ts'))) await run(bin('tsc'), ['-p', 'tsconfig.cli.json']);
  // tsc copies neither declarations nor JSON that declarations may name.
  for (const file of filesUnder([core])) if (file.endsWith('.d.ts')) copyToDist(file);
  stamp('types', hash);
}

function copyToDist(file) {
  const to = path.join(dist, path.relative(element, file));
  fs.mkdirSync(path.dirname(to), { recursive: true });
  fs.copyFileSync(file, to);
}

/** What the entries share stays one module beside them. */
const shared = {
  name: 'shared',
  setup({ onResolve }) {
    const apart = ({ path: to }) => ({ path: `./${path.basename(to)}`, external: true });
    onResolve({ filter: /^\.\.?\/(throughline|index|details|asking|views)\.js$/ }, apart);
    onResolve({ filter: /^\.\.?\/(parts|picture-on)\.js$/ }, () => ({ path: './throughline.js', external: true }));
  },
};

/** The shared module loads it when it is time. */
const later = {
  name: 'later',
  setup({ onResolve }) {
    onResolve({ filter: /\/details\.js$/ }, ({ kind }) =>
      kind === 'dynamic-import' ? { path: './details.js', external: true } : undefined,
    );
  },
};

/** What every page loads is minified once more: terser looks further than esbuild, which saves a fortieth. */
async function squeezed(file) {
  const { minify } = await import('terser');
  const options = { module: true, ecma: 2022, compress: { passes: 2 }, format: { ecma: 2022, ascii_only: false } };
  const { code } = await minify(fs.readFileSync(file, 'utf8'), options);
  fs.writeFileSync(file, code);
}

/** ES modules that share one instance, and one classic script with everything inside. */
async function bundle(readable) {
  const hash = hashOf([...sources(), ...scripts()], readable);
  if (isStamped('bundle', hash) && fs.existsSync(path.join(dist, 'index.js'))) return 'up to date';
  const { build } = await import('esbuild');
  for (const name of fs.readdirSync(dist)) if (name.endsWith('.js')) fs.rmSync(path.join(dist, name));
  const common = {
    bundle: true,
    minify: !readable,
    target: 'es2022',
    legalComments: 'none',
    logLevel: 'silent',
    absWorkingDir: at(),
    outdir: dist,
    external: ['node:*'],
  };
  const entry = (name) => path.join(element, `${name}.ts`);
  const esm = { ...common, format: 'esm' };
  await build({
    ...esm,
    entryPoints: [entry('throughline')],
    splitting: true,
    chunkNames: '[name]-[hash]',
    plugins: [later],
  });
  await build({ ...esm, entryPoints: ENTRIES.map(entry), plugins: [shared] });
  for (const [name, js] of Object.entries(NOTICES))
    await build({ ...esm, entryPoints: [entry(name)], plugins: [shared], banner: { js } });
  await build({
    ...common,
    entryPoints: { 'throughline.classic': entry('classic') },
    format: 'iife',
    globalName: 'Throughline',
  });
  if (!readable) for (const name of ['throughline.js', 'details.js']) await squeezed(path.join(dist, name));
  for (const name of fs.readdirSync(dist)) if (name.endsWith('.js')) unescapeIn(path.join(dist, name));
  for (const [name, text] of Object.entries(languageModules())) fs.writeFileSync(path.join(dist, name), text);
  const cli = path.join(dist, 'cli.js');
  if (fs.existsSync(cli)) fs.chmodSync(cli, 0o755);
  stamp('bundle', hash);
}

/** Modules of languages lie beside those that ask for them; esbuild would look for them among the sources. */
function unescapeIn(file) {
  const text = unescaped(fs.readFileSync(file, 'utf8'));
  fs.writeFileSync(file, text.replaceAll('`language:', '`./language-'));
}

function describe() {
  const files = { 'schema.json': 'schema/plan.schema.json', 'custom-elements.json': 'custom-elements.json' };
  for (const [to, from] of Object.entries(files)) fs.copyFileSync(path.join(element, from), path.join(dist, to));
}

export async function build({ readable = false } = {}) {
  console.log('Build');
  await step('Rust to wasm', compile);
  await step('wasm-bindgen, wasm-opt, split', shrink);
  await step('TypeScript', types);
  await step('bundles', () => bundle(readable));
  describe();
  await step('demo', buildDemo);
}

if (import.meta.url === pathToFileURL(process.argv[1]).href) {
  await main(() => build({ readable: process.argv.includes('--readable') }));
}
