// The pure entry imports under Node, without side effects, and the core answers.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { pathToFileURL } from 'node:url';
import { at, dist, element } from '../../scripts/lib/paths.mjs';

const load = (name) => import(pathToFileURL(path.join(dist, name)).href);
const { version } = JSON.parse(fs.readFileSync(at('package.json'), 'utf8'));

test('the pure entry defines nothing global and starts from bytes', async () => {
  const before = Object.getOwnPropertyNames(globalThis);
  const throughline = await load('index.js');
  await throughline.init(fs.readFileSync(path.join(dist, 'throughline.wasm')));
  assert.equal(throughline.version(), version);
  assert.deepEqual(Object.getOwnPropertyNames(globalThis), before);
});

test('every entry gives the whole API, and nothing else; the element’s comes without pictures of their own', async () => {
  const parts = fs.readFileSync(path.join(element, 'element', 'parts.ts'), 'utf8');
  const shared = [...parts.matchAll(/export \{([^}]*)\}/g)].flatMap(([, names]) =>
    names.split(',').map((name) => name.trim()),
  );
  const inside = ['assets', 'inlined', 'learn', 'pictureOn', 'provide', ...shared];
  const elements = ['StrategyBoardElement', 'define'];
  const all = Object.keys(await load('throughline.js')).filter((name) => !inside.includes(name));
  assert.deepEqual(Object.keys(await load('element.js')), all);
  // What no first picture waits for: a page with the element takes it from the pure entry, which shares the instance.
  const drawn = [
    'Radar',
    'Trend',
    'HeatMap',
    'AlignmentMatrix',
    'Bullets',
    'Tornado',
    'Waterfall',
    'StatusCounts',
  ].flatMap((name) => [`draw${name}`, `layout${name}`]);
  const pictures = [
    ...drawn,
    'trendData',
    'heatMapOf',
    'alignmentMatrixOf',
    'bulletsOf',
    'tornadoOf',
    'waterfallOf',
    'statusCountsOf',
  ];
  assert.deepEqual(Object.keys(await load('inline.js')), [...all, ...pictures].sort());
  const pure = all.filter((name) => !elements.includes(name));
  assert.deepEqual(Object.keys(await load('index.js')), [...pure, ...pictures].sort());
});

test('crate and package have one version', () => {
  const crate = /^version = "([^"]+)"/m.exec(fs.readFileSync(at('Cargo.toml'), 'utf8'))[1];
  assert.equal(crate, version);
});

test('the command runs', () => {
  const { status, stderr } = spawnSync(process.execPath, [path.join(dist, 'cli.js'), '--version'], {
    encoding: 'utf8',
  });
  assert.equal(status, 0, stderr);
});
