// Charts on a real canvas: colours where values are, none where nothing is known, and labels that never touch.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { html, shot, useBrowser } from './support/browser.mjs';

const open = useBrowser();
const PAPER = [251, 250, 247];
const ACCENT = [43, 76, 155];
const START = `
import * as throughline from '/package/index.js';
await throughline.init();
globalThis.charts = throughline;
document.body.dataset.ready = '';`;

const files = {
  '/index.html': html({ scripts: ['/start.js'], body: '<canvas id="chart"></canvas>' }),
  '/start.js': START,
};
const page = (t, settings) => open(t, { files, context: settings, ready: 'body[data-ready]' });

/** Draws, and reads the pixels at points given in CSS pixels of what `where` finds in the geometry. */
const drawn = (tab, name, asked, points = []) =>
  tab.evaluate(
    ([name, asked, points]) => {
      const canvas = document.querySelector('#chart');
      const geometry = globalThis.charts[`draw${name}`](canvas, asked);
      const context = canvas.getContext('2d');
      const pixel = ([spot, dx, dy]) => {
        const { x, y } = geometry.spots[spot];
        const at = [(x + dx) * geometry.ratio, (y + dy) * geometry.ratio].map(Math.round);
        return [...context.getImageData(at[0], at[1], 1, 1).data];
      };
      return { geometry, size: [canvas.width, canvas.height], pixels: points.map(pixel) };
    },
    [name, asked, points],
  );

function apart({ width, height, labels, spots }, name) {
  const all = [...labels, ...spots];
  for (const [at, one] of all.entries()) {
    const inside = one.x >= 0 && one.y >= 0 && one.x + one.width <= width + 0.001;
    assert.ok(inside && one.y + one.height <= height + 0.001, `${name}: ${JSON.stringify(one)}`);
    for (const other of all.slice(at + 1)) {
      const clear =
        one.x + one.width <= other.x + 0.001 ||
        other.x + other.width <= one.x + 0.001 ||
        one.y + one.height <= other.y + 0.001 ||
        other.y + other.height <= one.y + 0.001;
      assert.ok(clear, `${name}: ${JSON.stringify([one, other])}`);
    }
  }
}

const WIDTHS = [240, 320, 480, 800, 1600];

/** At any width, either way: nothing over anything. */
async function atAnyWidth(tab, name, asked) {
  const forms = new Set();
  for (const width of WIDTHS) {
    for (const direction of ['ltr', 'rtl']) {
      const { geometry } = await drawn(tab, name, { ...asked, width, direction });
      apart(geometry, `${name} ${width} ${direction}`);
      forms.add(geometry.form);
      if (direction === 'ltr') await shot(tab.locator('#chart'), `${name}-${width}`);
    }
  }
  return [...forms].sort();
}

const head = (label) => ({ id: label, label });
const CHANNELS = ['Phone', 'E-mail', 'Chat', 'Self-service portal'];
const SIZES = ['1–9 seats', '10–99 seats', '100–999 seats', '1,000 seats and more'];
const heat = (more) => ({
  width: 640,
  ratio: 2,
  rows: CHANNELS.map(head),
  columns: SIZES.map(head),
  scale: { low: 0, high: 100 },
  cells: CHANNELS.flatMap((row, down) =>
    SIZES.map((column, across) => {
      const value = (down * 4 + across) * 6 + 4;
      if (across === 1 && down === 2) return { row, column, suppressed: true, text: 'n < 10' };
      if (across === 2 && down === 1) return { row, column };
      return { row, column, value, text: `${value} %`, note: `n ${value + 30}`, low: value - 3, high: value + 4 };
    }),
  ),
  words: { low: '0 %', high: '100 %', suppressed: 'Too few to show', unknown: 'No data' },
  ...more,
});

test('a heat map: the strongest value has the accent, what is unknown the paper, in every form nothing touches', async (t) => {
  const { page: tab, kept } = await page(t);
  const { geometry, size, pixels } = await drawn(tab, 'HeatMap', heat(), [
    [15, 4, 4],
    [0, 4, 4],
    [6, 4, 4],
  ]);
  assert.deepEqual(size, [1280, Math.round(geometry.height * 2)]);
  assert.deepEqual(pixels[0].slice(0, 3), ACCENT);
  assert.notDeepEqual(pixels[1].slice(0, 3), PAPER);
  assert.deepEqual(pixels[2].slice(0, 3), PAPER);
  const forms = await atAnyWidth(tab, 'HeatMap', heat());
  assert.ok(forms.includes('table') && forms.includes('list'), forms.join());
  assert.deepEqual(kept.errors, []);
});

test('an alignment matrix: a disc where there is a share, none where there is none', async (t) => {
  const { page: tab, kept } = await page(t);
  const asked = {
    width: 640,
    ratio: 2,
    rows: CHANNELS.map(head),
    columns: ['Answer fast', 'Solve at the first contact'].map(head),
    cells: [
      { row: 'Phone', column: 'Answer fast', share: 0.6, text: '60 %', evidence: 'consistent' },
      { row: 'Chat', column: 'Answer fast', text: 'unknown' },
      { row: 'E-mail', column: 'Solve at the first contact', share: 0.02, text: '2 %', evidence: 'no-support' },
    ],
    words: { consistent: 'Data agree', 'no-support': 'Data say neither', unknown: 'Not known' },
  };
  const { geometry } = await drawn(tab, 'AlignmentMatrix', asked);
  const middle = geometry.spots[0].width / 2;
  const { pixels } = await drawn(tab, 'AlignmentMatrix', asked, [
    [0, middle, 20],
    [1, middle - 10, 24],
  ]);
  assert.deepEqual(pixels[0].slice(0, 3), ACCENT);
  assert.deepEqual(pixels[1].slice(0, 3), PAPER);
  await atAnyWidth(tab, 'AlignmentMatrix', asked);
  assert.deepEqual(kept.errors, []);
});

const scale = (low, high) => ({ low, high, lowText: `${low}`, highText: `${high}` });
const BULLETS = {
  width: 640,
  ratio: 2,
  bullets: [
    {
      id: 'csat',
      label: 'Customer satisfaction',
      text: '72 %',
      scale: scale(0, 100),
      value: 72,
      target: 85,
      baseline: 60,
    },
    { id: 'fcr', label: 'First contact resolution', note: 'No value since June', scale: scale(0, 100), target: 80 },
  ],
  words: { value: 'Value', target: 'Target', baseline: 'Baseline', unknown: 'Not known' },
};

test('bullets and gauges: a bar to its value, none where there is none', async (t) => {
  const { page: tab, kept } = await page(t);
  const { geometry } = await drawn(tab, 'Bullets', BULLETS);
  const [csat, fcr] = geometry.spots;
  assert.equal(fcr.at.value, undefined);
  assert.ok(Math.abs(csat.at.value - (csat.x + 0.72 * csat.width)) < 1e-6);
  const { pixels } = await drawn(tab, 'Bullets', BULLETS, [
    [0, 0.3 * csat.width, 12],
    [0, 0.8 * csat.width, 12],
    [1, 0.3 * fcr.width, 12],
  ]);
  assert.deepEqual(pixels[0].slice(0, 3), ACCENT);
  for (const pixel of pixels.slice(1)) assert.notDeepEqual(pixel.slice(0, 3), ACCENT);
  assert.deepEqual(await atAnyWidth(tab, 'Bullets', BULLETS), ['narrow', 'wide']);
  assert.deepEqual(await atAnyWidth(tab, 'Bullets', { ...BULLETS, as: 'gauge' }), ['gauge']);
  assert.deepEqual(kept.errors, []);
});

test('a tornado, a waterfall and status counts keep everything apart at any width', async (t) => {
  const { page: tab, kept } = await page(t);
  const swings = [
    {
      id: 'fcr',
      label: 'First contact resolution',
      text: '38–71 %',
      worse: { at: 0.38, flips: 'off-track' },
      better: { at: 0.71 },
    },
    { id: 'ces', label: 'Customer effort', text: 'not known' },
  ];
  const words = { worse: 'Worse', better: 'Better', 'off-track': 'Flips to off track', unknown: 'Not known' };
  await atAnyWidth(tab, 'Tornado', { width: 0, ratio: 1, swings, now: 0.54, nowText: 'Today 54 %', words });
  const steps = [
    { id: 'fcr', label: 'First contact resolution', text: '31 %', from: 0, to: 0.31 },
    { id: 'ces', label: 'Customer effort', text: '0–20 %', low: 0.31, high: 0.51 },
    { id: 'all', label: 'Keep customers', text: '31 %', from: 0, to: 0.31, total: true },
  ];
  await atAnyWidth(tab, 'Waterfall', { width: 0, ratio: 1, steps });
  const counts = [
    { status: 'on-track', count: 7, text: '7 on track' },
    { status: 'off-track', count: 1, text: '1 off track' },
  ];
  const levels = [{ id: 'kpis', label: 'KPIs', text: '8', counts }];
  await atAnyWidth(tab, 'StatusCounts', { width: 0, ratio: 1, levels });
  const { geometry } = await drawn(tab, 'StatusCounts', { width: 640, ratio: 2, levels });
  const [on, off] = geometry.spots;
  assert.ok(Math.abs(on.width - 7 * off.width) < 1e-6 && on.column === 'on-track');
  assert.deepEqual(kept.errors, []);
});
