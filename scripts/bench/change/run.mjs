// A change: one value of a tree of 100,000 nodes, 10,000 of them in one call, and everything anew; in Node, beside what was
// written by hand and two libraries of signals. All must come to the same score of the mission.
import fs from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import { dist, at as place } from '../../lib/paths.mjs';
import { at, tree } from './tree.mjs';

const PEERS = {
  Throughline: 'ours',
  'JavaScript by hand, typed arrays': 'typed',
  'Preact signals': 'signals',
  MobX: 'mobx',
};
const [SINGLE, MANY, WARM] = [2000, 10_000, 2000];
const out = place('target', 'bench', 'change');
const median = (values) => values.toSorted((one, other) => one - other)[Math.floor(values.length / 2)];

async function peer(name) {
  const outfile = path.join(out, `${name}.mjs`);
  await build({
    entryPoints: [place('scripts', 'bench', 'change', 'peers', `${name}.mjs`)],
    bundle: true,
    format: 'esm',
    platform: 'node',
    nodePaths: [place('scripts', 'bench', 'node_modules')],
    alias: { throughline: path.join(dist, 'index.js') },
    external: [path.join(dist, '*')],
    outfile,
    logLevel: 'error',
  });
  return import(pathToFileURL(outfile).href);
}

/** Milliseconds of one call. */
function timed(call) {
  const began = performance.now();
  call();
  return performance.now() - began;
}

/** One change in microseconds, 10,000 and everything anew in milliseconds, of one peer. */
function measured(open, size) {
  const grown = tree(size);
  let opened;
  const opening = timed(() => {
    opened = open(grown);
  });
  const change = (seed) => opened.set(at(seed, grown.leaves), at(seed * 7, 101));
  for (let seed = 0; seed < WARM; seed += 1) change(seed);
  const single = Array.from({ length: SINGLE }, (_, seed) => timed(() => change(WARM + seed)));
  const leaves = Array.from({ length: MANY }, (_, seed) => at(seed * 3 + 1, grown.leaves));
  const values = leaves.map((_, seed) => at(seed * 11 + 5, 101));
  const many = timed(() => opened.batch(leaves, values));
  const full = opened.full === undefined ? Number.NaN : timed(() => opened.full());
  const found = { opening, single: 1000 * median(single), many, full, score: opened.score() };
  opened.free?.();
  return found;
}

export async function change({ times = 7, nodes = 100_000 } = {}) {
  fs.mkdirSync(out, { recursive: true });
  const { init } = await import(pathToFileURL(path.join(dist, 'index.js')).href);
  await init(fs.readFileSync(path.join(dist, 'throughline.wasm')));
  const peers = await Promise.all(Object.values(PEERS).map(peer));
  const runs = peers.map(() => []);
  for (let repetition = 0; repetition < times; repetition += 1) {
    // Each begins once: what ran before leaves its rubbish to the next.
    for (let turn = 0; turn < peers.length; turn += 1) {
      const which = (turn + repetition) % peers.length;
      runs[which].push(measured(peers[which].open, nodes));
    }
    console.log(`    ${repetition + 1} of ${times}`);
  }
  print(runs, nodes);
}

function print(runs, nodes) {
  const heads = ['open ms', 'one change µs', '10,000 ms', 'all anew ms', 'score'];
  const wide = 16;
  console.log(
    `\n${`A change: ${nodes.toLocaleString('en')} nodes`.padEnd(36)}${heads.map((head) => head.padStart(wide)).join('')}`,
  );
  const scores = runs.map(([first]) => first.score);
  Object.keys(PEERS).forEach((name, which) => {
    const of = (key) => median(runs[which].map((found) => found[key]));
    const cells = [of('opening'), of('single'), of('many'), of('full')].map((value) =>
      Number.isNaN(value) ? '–' : value.toFixed(1),
    );
    const apart = Math.abs(scores[which] - scores[1]);
    const same = apart < 1e-9 ? 'equal' : `apart ${apart.toExponential(1)}`;
    console.log(`${name.padEnd(36)}${[...cells, same].map((cell) => cell.padStart(wide)).join('')}`);
    if (apart >= 1e-9) process.exitCode = 1;
  });
  console.log('Target: at most 30 µs a change by the published API, 10,000 in one call at most 2 × everything anew.');
}
