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
