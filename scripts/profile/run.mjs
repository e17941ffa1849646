// Plays what a page does before somebody touches it, on a module that remembers which of its functions ran, and writes
// their places as a JSON list. What is missing here costs a page one more download before its first picture, never a
// result: a call that meets a function of the rest too early is made again when the rest is there.
// Usage: node scripts/profile/run.mjs PROBE.wasm RAN.json
import fs from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import { files } from '../../www/demo/generator/write.js';
import * as bench from '../bench/startup/board.mjs';
import { at, element } from '../lib/paths.mjs';
import { play } from './play.mjs';

const [probe, out] = process.argv.slice(2);
const AS_OF = '2026-11-20';
const SOURCES = ['tickets', 'surveys', 'customers', 'employees'];

/** The page's own code, as one module for Node. */
async function ours() {
  const contents = `
    export { Board } from './board.js';
    export { initSync } from './loader.js';
    export { labels } from './element/labels.js';
    export { Model } from './model.js';
    export { messagesFor } from './messages/catalog.js';
    export { __wbg_reset_state as freshInstance, initSync as exportsOf } from './core/throughline.js';`;
  const outfile = path.join(path.dirname(out), 'page.mjs');
  const stdin = { contents, resolveDir: element, loader: 'ts' };
  await build({ stdin, outfile, bundle: true, format: 'esm', platform: 'node', logLevel: 'silent' });
  return import(pathToFileURL(outfile).href);
}

const read = (...parts) => JSON.parse(fs.readFileSync(at('www', 'demo', ...parts), 'utf8'));

/** The snapshot of the demo's rows: written by the probe itself. */
function snapshot({ Board }, plan) {
  const board = Board.openSync(plan, { asOf: AS_OF });
  const rows = files();
  for (const source of SOURCES) board.ingest(rows[`made-up-${source}.csv`], read('mapping', `${source}.json`));
  return board.snapshot();
}

const page = await ours();
page.initSync(fs.readFileSync(probe));
const demo = read('plan.json');
const data = snapshot(page, demo);
// In an instance of its own, so that what runs once in an instance counts, and writing the snapshot does not.
page.freshInstance();
play(page, { plan: demo, asOf: AS_OF, snapshot: data });
// A plan whose rows are still on their way: what they will give is missing, and is told so.
play(page, { plan: demo, asOf: AS_OF });
play(page, { plan: bench.plan, asOf: bench.AS_OF });
// The least that a plan must have. What few plans have (overrides, milestones, every setting) is left to the rest.
const smallest = fs.readFileSync(at('tests', 'fixtures', 'plans', 'valid', 'smallest.json'), 'utf8');
play(page, { plan: JSON.parse(smallest), asOf: AS_OF });
const ran = Object.entries(page.exportsOf({})).filter(([name, flag]) => /^ran\d+$/.test(name) && flag.value === 1);
const places = ran.map(([name]) => Number(name.slice('ran'.length)));
fs.writeFileSync(out, JSON.stringify(places.sort((a, b) => a - b)));
