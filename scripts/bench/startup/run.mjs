// Start-up: navigation to a painted board (strategy map of 34 nodes and scorecard), cold, beside ECharts and Chart.js.
// Interleaved in a shuffled order, a fresh browser each, medians; the peers get places and progress ready made.
import fs from 'node:fs';
import path from 'node:path';
import { build } from 'esbuild';
import { launch } from '../../../tests/browser/support/browser.mjs';
import { at, dist } from '../../lib/paths.mjs';
import { AS_OF, plan } from './board.mjs';
import { serveLink } from './link.mjs';

const here = at('scripts', 'bench', 'startup');
const out = at('target', 'bench', 'startup');
const PEERS = { 'ECharts (tree-shaken)': 'echarts', 'Chart.js': 'chartjs' };
/** Ours twice: bundled with the plan in the script, as the peers are; and as one tag over the package's own files. */
const BUNDLED = 'Throughline, bundled';
const TAG = 'Throughline, one tag and a plan to fetch';
const LINKS = { local: {}, '9 Mbit/s, 60 ms': { mbps: 9, rtt: 60 } };

/** The same page for all: the time of the second frame after the word that all is painted. */
function html(body, script) {
  return `<!doctype html><html lang="en"><meta charset="utf-8"><title>Board</title>
<script>addEventListener('board-painted', () => {
  globalThis.paintedAt ??= (requestAnimationFrame(() => requestAnimationFrame(() => { globalThis.done = performance.now(); })), 1);
}, true);</script>
<script type="module" src="${script}"></script><body>${body}</body></html>`;
}

async function prepare() {
  fs.rmSync(out, { recursive: true, force: true });
  fs.mkdirSync(out, { recursive: true });
  const entryPoints = [...Object.values(PEERS), 'bundled'].map((name) => path.join(here, `${name}.js`));
  const alias = { throughline: dist };
  const nodePaths = [at('scripts', 'bench', 'node_modules')];
  const shape = { bundle: true, minify: true, format: 'esm', target: 'es2022', logLevel: 'error' };
  await build({ ...shape, entryPoints, nodePaths, alias, outdir: out });
  for (const name of Object.values(PEERS)) fs.writeFileSync(path.join(out, `${name}.html`), html('', `./${name}.js`));
  for (const part of ['core', 'reader', 'rest'])
    fs.copyFileSync(path.join(dist, `throughline-${part}.wasm`), path.join(out, `throughline-${part}.wasm`));
  const tag = (plan) => `<strategy-board ${plan}as-of="${AS_OF}" view="overview"></strategy-board>`;
  fs.writeFileSync(path.join(out, 'bundled.html'), html(tag(''), './bundled.js'));
  fs.writeFileSync(path.join(out, 'tag.html'), html(tag('plan="./plan.json" '), '/package/element.js'));
  fs.writeFileSync(path.join(out, 'plan.json'), JSON.stringify(plan));
}

async function once(url, picture) {
  const browser = await launch();
  try {
    const page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
    await page.goto('about:blank');
    await page.goto(url, { waitUntil: 'commit' });
    await page.waitForFunction(() => globalThis.done, undefined, { timeout: 30_000, polling: 50 });
    if (picture) await page.screenshot({ path: picture });
    return await page.evaluate(() => globalThis.done);
  } finally {
    await browser.close();
  }
}

const median = (values) => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)];

/** A seeded shuffle, so that no page always comes after the same one. */
function shuffled(jobs, seed) {
  let state = seed;
  const next = () => {
    state = (state * 1_664_525 + 1_013_904_223) % 2 ** 32;
    return state / 2 ** 32;
  };
  return jobs
    .map((job) => [next(), job])
    .sort(([a], [b]) => a - b)
    .map(([, job]) => job);
}

function print(times, sizes) {
  const pages = Object.keys(times);
  console.log(
    `\n${'median ms, navigation to painted board'.padEnd(42)}${Object.keys(LINKS)
      .map((link) => link.padStart(18))
      .join('')}${'brotli KB'.padStart(12)}`,
  );
  const cell = (value) => (value === undefined ? 'failed' : value.toFixed(0)).padStart(18);
  for (const page of pages) {
    const medians = Object.keys(LINKS).map((link) => median(times[page][link]));
    console.log(`${page.padEnd(42)}${medians.map(cell).join('')}${(sizes[page] / 1024).toFixed(1).padStart(12)}`);
  }
  for (const ours of [BUNDLED, TAG]) {
    for (const peer of Object.keys(PEERS)) {
      const ratios = Object.keys(LINKS).map((link) => median(times[ours][link]) / median(times[peer][link]));
      const cells = ratios.map((ratio) => (Number.isNaN(ratio) ? '–' : ratio.toFixed(2)).padStart(18));
      console.log(`${`${ours === TAG ? 'one tag' : 'bundled'} ÷ ${peer}`.padEnd(42)}${cells.join('')}`);
    }
  }
  console.log('Target: at most 0.8 of ECharts (tree-shaken) on both links. Differences under about a third are noise.');
}

export async function startup({ times: repetitions = 7 } = {}) {
  await prepare();
  const pages = { [BUNDLED]: 'bundled', [TAG]: 'tag', ...PEERS };
  const folders = { '/package/': dist, '/': out };
  const links = {};
  for (const [name, shape] of Object.entries(LINKS)) links[name] = await serveLink(folders, shape);
  const times = Object.fromEntries(
    Object.keys(pages).map((page) => [page, Object.fromEntries(Object.keys(LINKS).map((link) => [link, []]))]),
  );
  const sizes = {};
  try {
    // Once unmeasured: fills the server's store of packed files, shows what is transferred, and keeps a picture.
    for (const [page, file] of Object.entries(pages)) {
      for (const link of Object.values(links)) {
        link.sent.clear();
        await once(`${link.url}${file}.html`, path.join(out, `${file}.png`)).catch((error) =>
          console.log(`    ${page}: ${error.message.split('\n')[0]}`),
        );
        sizes[page] = [...link.sent.values()].reduce((total, bytes) => total + bytes, 0);
      }
    }
    for (let repetition = 0; repetition < repetitions; repetition += 1) {
      const jobs = Object.keys(pages).flatMap((page) => Object.keys(links).map((link) => [page, link]));
      for (const [page, link] of shuffled(jobs, repetition + 1)) {
        const time = await once(`${links[link].url}${pages[page]}.html`).catch(() => undefined);
        if (time !== undefined) times[page][link].push(time);
      }
      console.log(`    ${repetition + 1} of ${repetitions}`);
    }
  } finally {
    for (const link of Object.values(links)) await link.close();
  }
  fs.writeFileSync(path.join(out, 'times.json'), `${JSON.stringify({ times, sizes }, null, 1)}\n`);
  print(times, sizes);
}
