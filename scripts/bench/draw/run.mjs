// Drawing: a line of 100,000 and of 1,000,000 points, first, one point more, another window; twelve small charts.
// Interleaved in a shuffled order, a fresh browser each, medians; a pixel is read back, so that drawing is done.
import fs from 'node:fs';
import path from 'node:path';
import { build } from 'esbuild';
import { launch } from '../../../tests/browser/support/browser.mjs';
import { at, dist } from '../../lib/paths.mjs';
import { serveLink } from '../startup/link.mjs';

const here = at('scripts', 'bench', 'draw');
const out = at('target', 'bench', 'draw');
const PEERS = {
  Throughline: 'ours',
  'canvas, by hand': 'canvas',
  uPlot: 'uplot',
  'Chart.js': 'chartjs',
  ECharts: 'echarts',
};
const SCENES = { million: ['first', 'append', 'zoom'], tenth: ['first', 'append', 'zoom'], dozen: ['first', 'all'] };
const NAMES = {
  'million first': '1,000,000 points, first',
  'million append': 'one point more',
  'million zoom': 'another window',
  'tenth first': '100,000 points, first',
  'tenth append': 'one point more',
  'tenth zoom': 'another window',
  'dozen first': 'twelve small charts, first',
  'dozen all': 'all of them anew',
};

const median = (values) => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)];

async function prepare() {
  fs.rmSync(out, { recursive: true, force: true });
  fs.mkdirSync(out, { recursive: true });
  const nodePaths = [at('scripts', 'bench', 'node_modules')];
  const shape = { bundle: true, minify: true, format: 'esm', target: 'es2022', logLevel: 'error', nodePaths };
  const entryPoints = [
    ...Object.values(PEERS).map((name) => path.join(here, 'peers', `${name}.js`)),
    path.join(here, 'page.js'),
  ];
  await build({ ...shape, entryPoints, external: ['throughline'], outdir: out, outbase: here });
  const map = JSON.stringify({ imports: { throughline: '/package/index.js' } });
  const page = `<!doctype html><meta charset="utf-8"><title>Draw</title><script type="importmap">${map}</script><body></body>`;
  fs.writeFileSync(path.join(out, 'index.html'), page);
}

async function once(url, peer, scene) {
  const browser = await launch();
  try {
    const page = await browser.newPage({ viewport: { width: 1300, height: 900 } });
    await page.goto(`${url}index.html`);
    return await page.evaluate(
      async ([peer, scene]) => {
        const [{ run }, { default: chosen }] = await Promise.all([import('./page.js'), import(`./peers/${peer}.js`)]);
        return run(chosen, scene);
      },
      [peer, scene],
    );
  } finally {
    await browser.close();
  }
}

function shuffled(jobs) {
  return jobs
    .map((job) => [Math.random(), job])
    .sort(([a], [b]) => a - b)
    .map(([, job]) => job);
}

function print(times) {
  const peers = Object.keys(PEERS);
  const line = (name, cells) => console.log(`${name.padEnd(30)}${cells.map((cell) => cell.padStart(17)).join('')}`);
  line('\nmedian ms, script and pixels', peers);
  const rows = Object.entries(SCENES).flatMap(([scene, parts]) => parts.map((part) => `${scene} ${part}`));
  const of = (peer, row) => median(times[peer]?.[row] ?? []);
  for (const row of rows)
    line(
      NAMES[row],
      peers.map((peer) => of(peer, row)?.toFixed(1) ?? 'failed'),
    );
  console.log();
  line('ours ÷ theirs', peers.slice(1));
  for (const row of rows)
    line(
      NAMES[row],
      peers.slice(1).map((peer) => (of('Throughline', row) / of(peer, row)).toFixed(2)),
    );
  console.log(
    'Target: below uPlot in each, at most 1.5 of the canvas by hand; a point more and another window in 3 ms.',
  );
}

export async function draw({ times: repetitions = 7, only } = {}) {
  await prepare();
  const link = await serveLink({ '/package/': dist, '/': out }, {});
  const chosen = Object.entries(PEERS).filter(([, file]) => only === undefined || only.split(',').includes(file));
  const times = Object.fromEntries(chosen.map(([name]) => [name, {}]));
  try {
    for (let repetition = 0; repetition < repetitions; repetition += 1) {
      const jobs = chosen.flatMap(([name, file]) => Object.keys(SCENES).map((scene) => [name, file, scene]));
      for (const [name, file, scene] of shuffled(jobs)) {
        const found = await once(link.url, file, scene).catch((error) =>
          console.log(`    ${name}: ${error.message.split('\n')[0]}`),
        );
        for (const [part, all] of Object.entries(found ?? {})) {
          const row = `${scene} ${part}`;
          times[name][row] = [...(times[name][row] ?? []), median(all)];
        }
      }
      console.log(`    ${repetition + 1} of ${repetitions}`);
    }
  } finally {
    await link.close();
  }
  fs.writeFileSync(path.join(out, 'times.json'), `${JSON.stringify(times, null, 1)}\n`);
  print(times);
}
