// Rows: tickets → months × teams × channels × KPIs, beside peers from npm and JavaScript written by hand for the file.
// A fresh browser each, in a shuffled order, medians; memory is the renderer's peak over what it held before reading.
import fs from 'node:fs';
import http from 'node:http';
import path from 'node:path';
import { build } from 'esbuild';
import { launch } from '../../../tests/browser/support/browser.mjs';
import { at, dist } from '../../lib/paths.mjs';
import { tickets } from './tickets.mjs';

const here = at('scripts', 'bench', 'rows');
const modules = at('scripts', 'bench', 'node_modules');
const out = at('target', 'bench', 'rows');
const PEERS = {
  Throughline: 'ours',
  'JavaScript by hand, typed arrays': 'typed',
  'DuckDB-WASM, one thread': 'duckdb',
  Arquero: 'arquero',
  'uDSV, strings only': 'udsv',
  'PapaParse, strings only': 'papaparse',
  'd3-dsv, strings only': 'd3-dsv',
};
const TYPES = { '.js': 'text/javascript', '.wasm': 'application/wasm', '.csv': 'text/csv', '.html': 'text/html' };

const PAGE = `<!doctype html><html lang="en"><meta charset="utf-8"><title>Rows</title><script type="module">
globalThis.longest = 0;
new PerformanceObserver((list) => {
  for (const { duration } of list.getEntries()) globalThis.longest = Math.max(globalThis.longest, duration);
}).observe({ type: 'longtask' });
globalThis.load = async (name) => { globalThis.file = await (await fetch(name)).blob(); };
globalThis.go = async (peer) => {
  const { run } = await import('./' + peer + '.js');
  globalThis.longest = 0;
  const found = await run(globalThis.file);
  await new Promise((done) => setTimeout(done, 200));
  return { ...found, longest: globalThis.longest };
};
</script>`;

async function prepare() {
  fs.mkdirSync(out, { recursive: true });
  const entryPoints = Object.values(PEERS).map((name) => path.join(here, 'peers', `${name}.js`));
  const shape = { bundle: true, minify: true, format: 'esm', target: 'es2022', logLevel: 'error' };
  await build({ ...shape, entryPoints, nodePaths: [modules], external: ['/package/*'], outdir: out });
  fs.writeFileSync(path.join(out, 'index.html'), PAGE);
}

function serve() {
  const folders = { '/package/': dist, '/peers/': modules, '/': out };
  const server = http.createServer((request, response) => {
    const { pathname } = new URL(request.url, 'http://localhost');
    const [prefix, folder] = Object.entries(folders).find(([start]) => pathname.startsWith(start));
    const file = path.join(folder, pathname.slice(prefix.length) || 'index.html');
    if (!file.startsWith(folder) || !fs.existsSync(file)) return response.writeHead(404).end();
    response.writeHead(200, {
      'Content-Type': TYPES[path.extname(file)] ?? 'application/octet-stream',
      'Content-Length': fs.statSync(file).size,
    });
    fs.createReadStream(file).pipe(response);
  });
  return new Promise((done) => server.listen(0, '127.0.0.1', () => done(server)));
}

/** The renderers' processes, and what one of them held at most. */
const status = (pid, line) => {
  try {
    return Number(new RegExp(`${line}:\\s+(\\d+)`).exec(fs.readFileSync(`/proc/${pid}/status`, 'utf8'))[1]);
  } catch {
    return 0;
  }
};

async function renderers(browser) {
  const session = await browser.newBrowserCDPSession();
  const { processInfo } = await session.send('SystemInfo.getProcessInfo');
  return processInfo.filter(({ type }) => type === 'renderer').map(({ id }) => id);
}

function forget(pid) {
  try {
    fs.writeFileSync(`/proc/${pid}/clear_refs`, '5');
  } catch {
    // Another system, or no leave: the peak is then that of the whole life.
  }
}

async function once(url, name, peer) {
  const browser = await launch();
  try {
    const page = await browser.newPage();
    page.setDefaultTimeout(300_000);
    await page.goto(url);
    await page.evaluate((file) => globalThis.load(file), name);
    const pids = await renderers(browser).catch(() => []);
    const base = Math.max(0, ...pids.map((pid) => status(pid, 'VmRSS')));
    pids.forEach(forget);
    const found = await page.evaluate((which) => globalThis.go(which), peer);
    const peak = Math.max(0, ...pids.map((pid) => status(pid, 'VmHWM')));
    return { ...found, memory: (peak - base) / 1024 };
  } finally {
    await browser.close();
  }
}

const median = (values) => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)];

function shuffled(list, seed) {
  let state = seed;
  const next = () => {
    state = (state * 1_664_525 + 1_013_904_223) % 2 ** 32;
    return state;
  };
  return list
    .map((one) => [next(), one])
    .sort(([a], [b]) => a - b)
    .map(([, one]) => one);
}

function print(runs, rows) {
  const heads = ['read ms', 'aggregate ms', 'sum ÷ ours', 'longest task', 'MB over base'];
  console.log(
    `\n${`Rows: ${rows.toLocaleString('en')} tickets → groups × KPIs`.padEnd(44)}${heads.map((head) => head.padStart(14)).join('')}`,
  );
  const of = (name, what) => median(runs[name].map(what));
  const sum = (name) => of(name, ({ read, aggregate = 0 }) => read + aggregate);
  for (const name of Object.keys(PEERS)) {
    if (runs[name].length === 0) {
      console.log(`${name.padEnd(44)}${'failed'.padStart(14)}`);
      continue;
    }
    const groups = runs[name][0].aggregate === undefined ? undefined : of(name, ({ aggregate }) => aggregate);
    const cells = [
      of(name, ({ read }) => read).toFixed(0),
      groups?.toFixed(0) ?? '–',
      runs.Throughline.length === 0 ? '–' : (sum(name) / sum('Throughline')).toFixed(2),
      of(name, ({ longest }) => longest).toFixed(0),
      of(name, ({ memory }) => memory).toFixed(0),
    ];
    console.log(`${name.padEnd(44)}${cells.map((cell) => cell.padStart(14)).join('')}`);
  }
  console.log('Target: no task over 50 ms, at most 80 MB, ahead of JavaScript by hand, 6 × ahead of DuckDB-WASM.');
}

export async function rows({ times = 5, rows: count = 1_000_000, only } = {}) {
  await prepare();
  const name = path.basename(tickets(out, count));
  const server = await serve();
  const url = `http://127.0.0.1:${server.address().port}/`;
  const chosen = Object.entries(PEERS).filter(([, peer]) => only === undefined || only.split(',').includes(peer));
  const runs = Object.fromEntries(Object.keys(PEERS).map((peer) => [peer, []]));
  try {
    for (let repetition = 0; repetition < times; repetition += 1) {
      for (const [peer, file] of shuffled(chosen, repetition + 1)) {
        const found = await once(url, name, file).catch((error) =>
          console.log(`    ${peer}: ${error.message.split('\n')[0]}`),
        );
        if (found !== undefined) runs[peer].push(found);
      }
      console.log(`    ${repetition + 1} of ${times}`);
    }
  } finally {
    server.close();
  }
  fs.writeFileSync(path.join(out, `runs-${count}.json`), `${JSON.stringify(runs, null, 1)}\n`);
  print(runs, count);
}
