// Plays what a page does on a module that remembers which of its functions ran, and writes their places as JSON lists:
// what runs before somebody touches the page, and what a reader's page runs in all. What is missing here costs a page one
// more download, never a result: a call that meets a function too early is made again when that is there.
// Usage: node scripts/profile/run.mjs PROBE.wasm CORE.json READER.json
import fs from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import { files } from '../../www/demo/generator/write.js';
import * as bench from '../bench/startup/board.mjs';
import { at, element } from '../lib/paths.mjs';
import { question } from './insight.mjs';
import { play } from './play.mjs';
import { read } from './reader.mjs';
import * as wide from './wide.mjs';

const [probe, ...out] = process.argv.slice(2);
const AS_OF = '2026-11-20';
const SOURCES = ['tickets', 'surveys', 'customers', 'employees'];

/** Views of their own stand on the finished parts, which are not there yet when a fresh copy is built. */
const views = {
  name: 'views',
  setup({ onResolve }) {
    onResolve({ filter: /\/views\.js$/ }, ({ path: to }) => ({ path: to, external: true }));
  },
};

/** The page's own code, as one module for Node. */
async function ours() {
  const contents = `
    export { Board } from './board.js';
    export { initSync } from './loader.js';
    export { panel } from './details.js';
    export { chaseView } from './element/chase.js';
    export { learn } from './taught.js';
    export * as rest from './en-rest.js';
    export { labels } from './element/labels.js';
    export { Model } from './model.js';
    export { staffing } from './staffing.js';
    export { messagesFor } from './messages/catalog.js';
    export { __wbg_reset_state as freshInstance, initSync as exportsOf } from './core/throughline.js';`;
  const outfile = path.join(path.dirname(out[0]), 'page.mjs');
  const stdin = { contents, resolveDir: element, loader: 'ts' };
  await build({ stdin, outfile, bundle: true, format: 'esm', platform: 'node', plugins: [views], logLevel: 'silent' });
  return import(pathToFileURL(outfile).href);
}

const json = (...parts) => JSON.parse(fs.readFileSync(at(...parts), 'utf8'));
const demoFile = (...parts) => json('www', 'demo', ...parts);

/** The snapshot of the demo's rows: written by the probe itself. */
function snapshot({ Board }, plan) {
  const board = Board.openSync(plan, { asOf: AS_OF });
  const rows = files();
  for (const source of SOURCES) board.ingest(rows[`made-up-${source}.csv`], demoFile('mapping', `${source}.json`));
  return board.snapshot();
}

function snapshotOfAll({ Board }) {
  const board = Board.openSync(wide.plan(), { asOf: AS_OF });
  board.ingest(wide.rows(), wide.mapping);
  return board.snapshot();
}

/** What ran in the instance that is there: its places into a file. */
function written(page, file) {
  const ran = Object.entries(page.exportsOf({})).filter(([name, flag]) => /^ran\d+$/.test(name) && flag.value === 1);
  const places = ran.map(([name]) => Number(name.slice('ran'.length)));
  fs.writeFileSync(file, JSON.stringify(places.sort((a, b) => a - b)));
}

const page = await ours();
page.initSync(fs.readFileSync(probe));
page.learn(page.rest);
const demo = demoFile('plan.json');
// What few plans have (overrides, milestones, every setting) is left to the reader's part, mistakes to the rest.
const [smallest, whole, journey, functions] = ['smallest', 'whole', 'journey', 'functions'].map((name) =>
  json('tests', 'fixtures', 'plans', 'valid', `${name}.json`),
);
const [data, all] = [snapshot(page, demo), snapshotOfAll(page)];
// In an instance of its own, so that what runs once in an instance counts, and writing the snapshots does not.
page.freshInstance();
const shown = [
  { plan: demo, asOf: AS_OF, snapshot: data },
  // A plan whose rows are still on their way: what they will give is missing, and is told so.
  { plan: demo, asOf: AS_OF },
  { plan: bench.plan, asOf: bench.AS_OF },
  { plan: smallest, asOf: AS_OF },
];
for (const board of shown) play(page, board);
written(page, out[0]);
const readers = [...shown, { plan: whole, asOf: AS_OF }, { plan: wide.plan(), asOf: AS_OF, snapshot: all }];
for (const board of readers) {
  play(page, board);
  read(page, board);
}
written(page, out[1]);
const asked = [...readers, { plan: journey, asOf: AS_OF }, { plan: functions, asOf: AS_OF }];
for (const board of asked) question(page, board);
written(page, out[2]);
