// Rows: tickets → months × teams × channels × KPIs, beside peers from npm and what was written by hand for the file, as
// wasm and as JavaScript. A fresh browser each, in a shuffled order, medians; memory is the renderer's peak over what it
// held before reading. What was found is compared with the reference (reference.mjs).
import fs from 'node:fs';
import http from 'node:http';
import path from 'node:path';
import { build } from 'esbuild';
import { launch } from '../../../tests/browser/support/browser.mjs';
import { at, dist } from '../../lib/paths.mjs';
import { hand } from './hand.mjs';
import { distance, reference, verdict } from './reference.mjs';
import { CHANNELS, TEAMS, tickets } from './tickets.mjs';

const here = at('scripts', 'bench', 'rows');
const modules = at('scripts', 'bench', 'node_modules');
const out = at('target', 'bench', 'rows');
const PEERS = {
  Throughline: 'ours',
  'wasm by hand, for this one file': 'hand',
  'JavaScript by hand, typed arrays': 'typed',
  'DuckDB-WASM, one thread': 'duckdb',
  Arquero: 'arquero',
  'uDSV, strings only': 'udsv',
  'PapaParse, strings only': 'papaparse',
  'd3-dsv, strings only': 'd3-dsv',
};
const HAND = 'wasm by hand, for this one file';
const MILLION = 1_000_000;
/** Of a column of the table. */
const WIDE = 17;
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
  const { values, ...found } = await run(globalThis.file, ${JSON.stringify({ teams: TEAMS, channels: CHANNELS })});
  globalThis.values = values;
  await new Promise((done) => setTimeout(done, 200));
  return { ...found, longest: globalThis.longest };
};
</script>`;

async function prepare(chosen) {
  fs.mkdirSync(out, { recursive: true });
  const entryPoints = chosen.map(([, name]) => path.join(here, 'peers', `${name}.js`));
  const shape = { bundle: true, minify: true, format: 'esm', target: 'es2022', logLevel: 'error' };
  await build({ ...shape, entryPoints, nodePaths: [modules], external: ['/package/*'], outdir: out });
  fs.writeFileSync(path.join(out, 'index.html'), PAGE);
  fs.copyFileSync(await hand(), path.join(out, 'hand.wasm'));
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
    const values = await page.evaluate(() => globalThis.values?.());
    return { found: { ...found, memory: (peak - base) / 1024 }, values };
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

const count = (rows) => rows.toLocaleString('en');

/** The medians of a peer's runs. */
function summed(runs) {
  const of = (what) => median(runs.map(what));
  return {
    read: of(({ read }) => read),
    groups: runs[0].aggregate === undefined ? undefined : of(({ aggregate }) => aggregate),
    sum: of(({ read, aggregate = 0 }) => read + aggregate),
    longest: of(({ longest }) => longest),
    memory: of(({ memory }) => memory),
  };
}

function print(runs, rows, verdicts) {
  const heads = ['read ms', 'aggregate ms', 'sum ÷ wasm', 'sum ÷ ours', 'longest task', 'MB over base', 'KPIs'];
  const title = `Rows: ${count(rows)} tickets → groups × KPIs`;
  console.log(`\n${title.padEnd(44)}${heads.map((head) => head.padStart(WIDE)).join('')}`);
  const all = Object.fromEntries(
    Object.entries(runs).map(([name, list]) => [name, list.length > 0 ? summed(list) : undefined]),
  );
  const beside = (sum, other) => (other === undefined ? '–' : (sum / other.sum).toFixed(2));
  for (const [name, found] of Object.entries(all)) {
    if (found === undefined) continue;
    const cells = [
      found.read.toFixed(0),
      found.groups?.toFixed(0) ?? '–',
      beside(found.sum, all[HAND]),
      beside(found.sum, all.Throughline),
      found.longest.toFixed(0),
      found.memory.toFixed(0),
      verdicts[name] ?? '–',
    ];
    console.log(`${name.padEnd(44)}${cells.map((cell) => cell.padStart(WIDE)).join('')}`);
  }
  console.log(
    'Target: at most 1.5 × the wasm by hand, no task over 50 ms, at most 80 MB, KPIs equal to 1e-12, 6 × ahead of DuckDB-WASM.',
  );
  return all;
}

/** Whether time and memory grow as the rows do, where a million of them were measured before. */
function linear(all, rows) {
  const file = path.join(out, `runs-${MILLION}.json`);
  if (rows === MILLION || !fs.existsSync(file)) return;
  const before = JSON.parse(fs.readFileSync(file, 'utf8'));
  console.log(`\nBeside ${count(MILLION)} rows (× ${(rows / MILLION).toFixed(2)}), as they were measured last`);
  for (const [name, found] of Object.entries(all)) {
    if (found === undefined || !before[name]?.length) continue;
    const { sum, memory } = summed(before[name]);
    const times = (now, then) => `× ${(now / then).toFixed(2)}`;
    console.log(`${name.padEnd(44)}time ${times(found.sum, sum)}, memory ${times(found.memory, memory)}`);
  }
}

async function measure(url, name, known, { times, rows, chosen }) {
  const [runs, verdicts] = [Object.fromEntries(chosen.map(([peer]) => [peer, []])), {}];
  let equal = true;
  for (let repetition = 0; repetition < times; repetition += 1) {
    for (const [peer, file] of shuffled(chosen, repetition + 1)) {
      const run = await once(url, name, file).catch((error) =>
        console.log(`    ${peer}: ${error.message.split('\n')[0]}`),
      );
      if (run === undefined) continue;
      runs[peer].push(run.found);
      if (run.values === undefined) continue;
      const found = verdict(distance(run.values, known), rows);
      equal &&= found.equal;
      // One that is apart once stays so.
      if (!found.equal || verdicts[peer] === undefined) verdicts[peer] = found.words;
    }
    console.log(`    ${repetition + 1} of ${times}`);
  }
  return { runs, verdicts, equal };
}

export async function rows({ times = 7, rows: wanted = MILLION, only } = {}) {
  const chosen = Object.entries(PEERS).filter(([, peer]) => only === undefined || only.split(',').includes(peer));
  await prepare(chosen);
  const file = tickets(out, wanted);
  const known = await reference(file);
  const server = await serve();
  const url = `http://127.0.0.1:${server.address().port}/`;
  const asked = { times, rows: wanted, chosen };
  const { runs, verdicts, equal } = await measure(url, path.basename(file), known, asked).finally(() => server.close());
  fs.writeFileSync(path.join(out, `runs-${wanted}.json`), `${JSON.stringify(runs, null, 1)}\n`);
  linear(print(runs, wanted, verdicts), wanted);
  if (!equal) {
    console.log('What was found is NOT EQUAL to the reference.');
    process.exitCode = 1;
  }
}
