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
    export { initSync as exportsOf } from './core/throughline.js';`;
  const outfile = path.join(path.dirname(out), 'page.mjs');
  const stdin = { contents, resolveDir: element, loader: 'ts' };
  await build({ stdin, outfile, bundle: true, format: 'esm', platform: 'node', logLevel: 'silent' });
  return import(pathToFileURL(outfile).href);
}

const read = (...parts) => JSON.parse(fs.readFileSync(at('www', 'demo', ...parts), 'utf8'));

/** The snapshot of the demo's rows: written by the probe itself, before anything counts. */
function snapshot({ Board }, plan) {
  const board = Board.openSync(plan, { asOf: AS_OF });
  const rows = files();
  for (const source of SOURCES) board.ingest(rows[`made-up-${source}.csv`], read('mapping', `${source}.json`));
  return board.snapshot();
}

const page = await ours();
page.initSync(fs.readFileSync(probe));
const flags = Object.entries(page.exportsOf({})).filter(([name]) => /^ran\d+$/.test(name));
const atStart = flags.filter(([, flag]) => flag.value === 1);
const demo = read('plan.json');
const data = snapshot(page, demo);
for (const [, flag] of flags) flag.value = 0;
play(page, { plan: demo, asOf: AS_OF, snapshot: data });
play(page, { plan: bench.plan, asOf: bench.AS_OF });
// The least that a plan must have. What few plans have (overrides, milestones, every setting) is left to the rest.
const smallest = fs.readFileSync(at('tests', 'fixtures', 'plans', 'valid', 'smallest.json'), 'utf8');
play(page, { plan: JSON.parse(smallest), asOf: AS_OF });
const ran = new Set(
  [...atStart, ...flags.filter(([, flag]) => flag.value === 1)].map(([name]) => Number(name.slice(3))),
);
fs.writeFileSync(out, JSON.stringify([...ran].sort((a, b) => a - b)));
