// A radar on a real canvas: what is known has the accent's colour where it belongs, what is unknown has none.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { html, shot, useBrowser } from './support/browser.mjs';
import { steady } from './support/picture.mjs';

const open = useBrowser();
const PAPER = [251, 250, 247];
const ACCENT = [43, 76, 155];
const START = `
import { drawRadar, init, layoutRadar } from '/package/index.js';
await init();
globalThis.radar = { drawRadar, layoutRadar };
document.body.dataset.ready = '';`;

const files = {
  '/index.html': html({ scripts: ['/start.js'], body: '<canvas id="radar"></canvas>' }),
  '/start.js': START,
};
const page = (t, settings) => open(t, { files, context: settings, ready: 'body[data-ready]' });

const VALUES = [3, undefined, 5, 2, 4.5, 1.5];
const request = (more) => ({
  width: 600,
  ratio: 2,
  scale: { low: 1, high: 5, step: 1 },
  axes: VALUES.map((value, at) => ({ id: `area-${at}`, label: `Area of service ${at + 1}`, value })),
  ...more,
});

/** Draws, and reads the pixels at points given in CSS pixels. */
const drawn = (tab, asked, points = []) =>
  tab.evaluate(
    ([asked, points]) => {
      const canvas = document.querySelector('#radar');
      const geometry = globalThis.radar.drawRadar(canvas, asked);
      const context = canvas.getContext('2d');
      const pixel = ({ x, y }) => [
        ...context.getImageData(Math.round(x * asked.ratio), Math.round(y * asked.ratio), 1, 1).data,
      ];
      return { geometry, size: [canvas.width, canvas.height], pixels: points.map(pixel) };
    },
    [asked, points],
  );

/** Where a share of a spoke lies, by the definition: clockwise from straight up. */
const out = ({ middle, radius }, at, share, of = VALUES.length) => {
  const angle = (2 * Math.PI * at) / of - Math.PI / 2;
  return { x: middle.x + radius * share * Math.cos(angle), y: middle.y + radius * share * Math.sin(angle) };
};

test('points lie at their share of the spoke, in the accent’s colour; what is unknown has none', async (t) => {
  const { page: tab, kept } = await page(t);
  const { geometry, size } = await drawn(tab, request());
  assert.deepEqual(size, [1200, Math.round(geometry.height * 2)]);
  assert.equal(geometry.numbered, false);
  const points = VALUES.map((value, at) => out(geometry, at, ((value ?? 1) - 1) / 4));
  for (const [at, { point }] of geometry.axes.entries()) {
    assert.equal(point === undefined, VALUES[at] === undefined);
    if (point) assert.ok(Math.hypot(point.x - points[at].x, point.y - points[at].y) < 1e-6);
  }
  // Half-way between two neighbours runs the outline; none runs between what is known and what is not.
  const between = (one, other) => ({ x: (one.x + other.x) / 2, y: (one.y + other.y) / 2 });
  const known = points.filter((_, at) => VALUES[at] !== undefined);
  const { pixels } = await drawn(tab, request(), [
    ...known,
    between(points[2], points[3]),
    between(points[0], points[5]),
    between(out(geometry, 0, 0.5), out(geometry, 1, 0.5)),
    between(out(geometry, 1, 0.5), out(geometry, 2, 1)),
  ]);
  const accents = pixels.slice(0, known.length + 2);
  for (const pixel of accents) assert.deepEqual(pixel.slice(0, 3), ACCENT);
  for (const pixel of pixels.slice(-2)) assert.notDeepEqual(pixel.slice(0, 3), ACCENT);
  const [corner] = (await drawn(tab, request(), [{ x: 1, y: 1 }])).pixels;
  assert.deepEqual(corner.slice(0, 3), PAPER);
  assert.deepEqual(kept.errors, []);
});

test('labels stay inside and apart with the page’s own type, at any width, whole or as numbers', async (t) => {
  const { page: tab } = await page(t);
  const labels = ['Knowledge management', 'Voice of the customer', 'Forecasting and staffing', 'Coaching', 'Quality'];
  const axes = Array.from({ length: 10 }, (_, at) => ({ id: `${at}`, label: labels[at % 5], value: 3 }));
  const found = new Set();
  for (const width of [280, 320, 375, 480, 640, 900]) {
    for (const direction of ['ltr', 'rtl']) {
      const { geometry } = await drawn(tab, { ...request(), width, direction, axes });
      found.add(geometry.numbered);
      for (const [at, one] of geometry.axes.entries()) {
        assert.ok(one.x >= 0 && one.y >= 0 && one.x + one.width <= width && one.y + one.height <= geometry.height);
        for (const other of geometry.axes.slice(at + 1)) {
          const apart =
            one.x + one.width <= other.x + 0.001 ||
            other.x + other.width <= one.x + 0.001 ||
            one.y + one.height <= other.y + 0.001 ||
            other.y + other.height <= one.y + 0.001;
          assert.ok(apart, `${width} ${direction}: ${JSON.stringify([one, other])}`);
        }
      }
      await shot(tab.locator('#radar'), `radar-${width}-${direction}`);
    }
  }
  assert.ok(found.has(false));
});

test('a layout draws nothing, a context keeps its size, the same request gives the same picture', async (t) => {
  const { page: tab } = await page(t);
  const said = await steady(tab, {
    name: 'radar',
    layout: 'layoutRadar',
    draw: 'drawRadar',
    request: request(),
    lit: 'area-1',
  });
  const { hover: _none, ...held } = said;
  assert.deepEqual(held, { untouched: true, kept: [300, 150], same: true, again: true, other: true });
});

test('every mistake is told, each with its place', async (t) => {
  const { page: tab } = await page(t);
  const issues = await tab.evaluate(
    (asked) => {
      try {
        globalThis.radar.drawRadar(document.querySelector('#radar'), asked);
        return [];
      } catch (error) {
        return [error.code, ...error.issues.map(({ code, path, message }) => [code, path, /\w/.test(message)])];
      }
    },
    {
      ...request({ select: 'area-9', ratio: 20, colour: 'red' }),
      axes: [
        { id: 'a', label: '', value: 7 },
        { id: 'a', label: 'A', low: 4, high: 2 },
        { id: 'b', label: 'B', low: 2, before: 0 },
      ],
    },
  );
  assert.deepEqual(issues.slice(0, 1), ['radar-invalid']);
  assert.deepEqual(
    issues.slice(1).sort(),
    [
      ['duplicate-id', '/axes/1', true],
      ['empty-text', '/axes/0/label', true],
      ['missing-field', '/axes/2', true],
      ['out-of-range', '/axes/0/value', true],
      ['out-of-range', '/axes/1/high', true],
      ['out-of-range', '/axes/2/before', true],
      ['out-of-range', '/ratio', true],
      ['unknown-field', '/colour', true],
      ['unknown-reference', '/select', true],
    ].sort(),
  );
});
