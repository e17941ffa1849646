// A trend on a real canvas: what is known has the accent's colour where it belongs, what is missing has none.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { html, shot, useBrowser } from './support/browser.mjs';
import { steady } from './support/picture.mjs';

const open = useBrowser();
const PAPER = [251, 250, 247];
const ACCENT = [43, 76, 155];
const START = `
import { drawTrend, init, layoutTrend, trendData } from '/package/index.js';
await init();
globalThis.trend = { drawTrend, layoutTrend, trendData };
document.body.dataset.ready = '';`;

const files = {
  '/index.html': html({ scripts: ['/start.js'], body: '<canvas id="trend"></canvas>' }),
  '/start.js': START,
};
const page = (t, settings) => open(t, { files, context: settings, ready: 'body[data-ready]' });

const VALUES = [3, 5, 4, undefined, 6, 7, 6.5, undefined, undefined, 8];
const request = (more) => ({
  width: 600,
  height: 200,
  ratio: 2,
  base: 'zero',
  points: VALUES.map((value, at) => ({ at: 20_000 + at, value })),
  ...more,
});

/** Draws, and reads the pixels at points given in CSS pixels. */
const drawn = (tab, asked, points = []) =>
  tab.evaluate(
    ([asked, points]) => {
      const canvas = document.querySelector('#trend');
      const geometry = globalThis.trend.drawTrend(canvas, asked);
      const context = canvas.getContext('2d');
      const pixel = ([x, y]) => [
        ...context.getImageData(Math.round(x * asked.ratio), Math.round(y * asked.ratio), 1, 1).data,
      ];
      const columns = Object.fromEntries(Object.entries(geometry.points).map(([name, list]) => [name, [...list]]));
      return {
        geometry: { ...geometry, points: columns },
        size: [canvas.width, canvas.height],
        pixels: points.map(pixel),
      };
    },
    [asked, points],
  );

test('points lie where their values say, in the accent’s colour; over what is missing nothing is drawn', async (t) => {
  const { page: tab, kept } = await page(t);
  const { geometry, size } = await drawn(tab, request());
  assert.deepEqual(size, [1200, Math.round(geometry.height * 2)]);
  const { plot, points } = geometry;
  assert.deepEqual(points.index, [0, 1, 2, 4, 5, 6, 9]);
  const at = (place, value) => [plot.x + (plot.width * place) / 9, plot.y + plot.height * (1 - value / geometry.high)];
  for (const [nth, index] of points.index.entries()) {
    const [x, y] = at(index, VALUES[index]);
    assert.ok(Math.hypot(points.x[nth] - x, points.y[nth] - y) < 1e-6, `${index}`);
  }
  const { pixels } = await drawn(tab, request(), [
    at(0, 3),
    at(5, 7),
    at(9, 8),
    at(0.5, 4),
    at(4.5, 6.5),
    // Half-way over each gap, at every height that a line could have there.
    ...[3.6, 4, 4.5, 5, 5.4].map((value) => at(3, value)),
    ...[6.7, 7, 7.25, 7.5, 7.8].map((value) => at(7.7, value)),
  ]);
  for (const pixel of pixels.slice(0, 5)) assert.deepEqual(pixel.slice(0, 3), ACCENT);
  for (const pixel of pixels.slice(5)) assert.notDeepEqual(pixel.slice(0, 3), ACCENT);
  const [corner] = (await drawn(tab, request(), [[1, 1]])).pixels;
  assert.deepEqual(corner.slice(0, 3), PAPER);
  assert.deepEqual(kept.errors, []);
});

test('hairlines are sharp at ratio 1, 1.5 and 2', async (t) => {
  const { page: tab } = await page(t);
  for (const ratio of [1, 1.5, 2]) {
    const rows = await tab.evaluate(
      (asked) => {
        const canvas = document.querySelector('#trend');
        const { plot, valueTicks } = globalThis.trend.drawTrend(canvas, asked);
        const context = canvas.getContext('2d');
        // A column with nothing in it but the grid, between the last two points.
        const x = Math.round((plot.x + plot.width * 0.8) * asked.ratio);
        return valueTicks.slice(1, -1).map(({ place }) => {
          const y = Math.round(place * asked.ratio);
          const { data } = context.getImageData(x, y - 4, 1, 9);
          return Array.from({ length: 9 }, (_, row) => [...data.slice(row * 4, row * 4 + 3)].join());
        });
      },
      { ...request({ points: [{ at: 0, value: 9.7 }, { at: 10 }] }), ratio },
    );
    for (const row of rows) {
      // Paper and the rule's colour, and no mixture of the two.
      assert.deepEqual([...new Set(row)].sort(), ['217,214,206', '251,250,247'], `${ratio}: ${row}`);
      assert.equal(row.filter((each) => each === '217,214,206').length, Math.round(ratio), `${ratio}`);
    }
  }
});

/** Every layer there is. */
const full = (more) => {
  const values = [61, 63, 61, 63, 62, 61, 64, 62, 69, 71, 70, 72, 72, 70, 73, 73, 74, 75];
  const day = (step) => 20_089 + Math.round(30.44 * step);
  return {
    width: 800,
    ratio: 1,
    points: values.map((value, at) => ({ at: day(at), value, low: value - 1.2, high: value + 1.2 })),
    before: values.map((value, at) => ({ at: day(at), value: value - 5 + Math.sin(at) })),
    target: [
      { at: day(0), value: 65 },
      { at: day(9), value: 72 },
    ],
    zones: [
      { status: 'off-track', to: 62 },
      { status: 'at-risk', from: 62, to: 70 },
      { status: 'on-track', from: 70 },
    ],
    limits: [
      { to: day(7.4), centre: 62.2, lower: 58.6, upper: 65.8 },
      { from: day(7.6), to: day(17), centre: 71.9, lower: 68.3, upper: 75.5 },
    ],
    signals: [{ at: day(8), better: true }, { at: day(9) }],
    notes: [
      { id: 'coaching', label: 'Coaching', from: day(5.5), to: day(8) },
      { id: 'base', label: 'Knowledge base', from: day(5.8) },
      { id: 'bot', label: 'Chat bot', from: day(13) },
    ],
    forecast: [1, 2, 3, 4].map((step) => ({
      at: day(17 + step),
      mean: 75 + step / 2,
      intervals: [
        { low: 74 - step / 2, high: 76 + step },
        { low: 73 - step, high: 77 + 2 * step },
      ],
    })),
    stale: { from: day(17), to: day(17.9) },
    words: {
      value: 'First contact resolution',
      before: 'A year before',
      target: 'Target',
      centre: 'Centre',
      limits: 'Limits',
      signal: 'Signal',
      interval: '95 % interval',
      forecast: 'Expected',
      stale: 'No newer value',
    },
    locale: 'en-GB',
    ...more,
  };
};

test('nothing covers anything at any width, either way, by day and by night', async (t) => {
  const { page: tab, kept } = await page(t, { deviceScaleFactor: 1 });
  for (const width of [320, 800, 1600]) {
    for (const direction of ['ltr', 'rtl']) {
      const { geometry } = await drawn(tab, full({ width, direction }));
      for (const [at, one] of geometry.notes.entries()) {
        assert.ok(one.x >= 0 && one.y >= 0 && one.x + one.width <= width && one.y + one.height <= geometry.plot.y);
        for (const other of geometry.notes.slice(at + 1)) {
          const apart =
            one.x + one.width <= other.x + 0.001 ||
            other.x + other.width <= one.x + 0.001 ||
            one.y + one.height <= other.y + 0.001 ||
            other.y + other.height <= one.y + 0.001;
          assert.ok(apart, `${width} ${direction}: ${JSON.stringify([one, other])}`);
        }
      }
      await shot(tab.locator('#trend'), `trend-${width}-${direction}`);
    }
    const palette = {
      paper: '#14171a',
      raised: '#1c2126',
      ink: '#eceff1',
      second: '#a3adb5',
      rule: '#39424a',
      accent: '#8fb2ff',
      onTrack: '#5cc79e',
      atRisk: '#f0ae4e',
      offTrack: '#ff8a80',
      stale: '#a3adb5',
    };
    await drawn(tab, full({ width, palette, hover: 20_400 }));
    await shot(tab.locator('#trend'), `trend-${width}-dark`);
  }
  assert.deepEqual(kept.errors, []);
});

test('labels are the reader’s: months, percent, large numbers', async (t) => {
  const { page: tab } = await page(t);
  const said = await tab.evaluate(
    (asked) => {
      const written = [];
      const context = document.querySelector('#trend').getContext('2d');
      const fill = context.fillText.bind(context);
      context.fillText = (text, x, y) => {
        written.push(text);
        fill(text, x, y);
      };
      const take = (more) => {
        written.length = 0;
        globalThis.trend.drawTrend(context, { ...asked, ...more });
        return [...written];
      };
      const month = (at, value) => ({ at, value });
      return {
        months: take({
          points: [month('2026-01-01', 0), month('2026-12-31', 1)],
          locale: 'de',
          numbers: { style: 'percent' },
        }),
        millions: take({ points: [month(0, 0), month(10, 4_000_000)], locale: 'en' }),
        close: take({ points: [month(0, 1e9), month(10, 1e9 + 1)], base: 'data', locale: 'en' }),
        own: take({
          points: [month(0, 0), month(9, 2)],
          write: { value: (value) => `${value} s`, time: () => ['now'] },
        }),
      };
    },
    { width: 600, ratio: 1 },
  );
  assert.ok(
    said.months.includes('2026') && said.months.includes('Apr') && said.months.includes('20\u00a0%'),
    said.months.join(),
  );
  assert.ok(said.millions.includes('4M') && said.millions.includes('0'), said.millions.join());
  assert.ok(said.close.includes('1,000,000,000.2'), said.close.join());
  assert.ok(said.own.includes('2 s') && said.own.includes('now'), said.own.join());
});

test('a million points keep their extremes; what joins and what is freed', async (t) => {
  const { page: tab } = await page(t);
  const said = await tab.evaluate(() => {
    const canvas = document.querySelector('#trend');
    const { drawTrend, trendData } = globalThis.trend;
    const count = 1_000_000;
    const x = Float64Array.from({ length: count }, (_, at) => 1.7e12 + at * 1000);
    const y = Float64Array.from({ length: count }, (_, at) => 50 + 20 * Math.sin(at / 5e4) + ((at * 7919) % 13));
    [y[123_456], y[765_432]] = [400, -300];
    const data = trendData(x, y, { time: 'milliseconds' });
    const all = drawTrend(canvas, { width: 800, data });
    const clock = performance.now();
    const near = drawTrend(canvas, { width: 800, data, window: { from: x[123_400], to: x[123_500] } });
    const zoom = performance.now() - clock;
    data.append([x[count - 1] + 1000, x[count - 1] + 2000], [Number.NaN, 500]);
    const more = drawTrend(canvas, { width: 800, data });
    const tell = (run) => {
      try {
        run();
        return 'nothing';
      } catch (error) {
        return [error.code, ...error.issues.map(({ code, path }) => `${code} ${path}`)].join(' ');
      }
    };
    const back = tell(() => data.append([0], [1]));
    const kept = data.length;
    data.free();
    data.free();
    return {
      all: [all.dense, all.facts.highest.index, all.facts.lowest.index, all.facts.known],
      near: [near.dense, near.points.index.length, near.facts.highest.value],
      more: [more.facts.highest.value, more.facts.missing],
      back,
      kept,
      lost: tell(() => drawTrend(canvas, { width: 800, data })),
      nulls: tell(() => trendData([1, 2, 3], [1, null, 'x'])),
      uneven: tell(() => trendData([1, 2], [1])),
      zoom,
    };
  });
  assert.deepEqual(said.all, [true, 123_456, 765_432, 1_000_000]);
  assert.deepEqual(said.near, [false, 101, 400]);
  assert.deepEqual(said.more, [500, 1]);
  assert.equal(said.back, 'trend-invalid time-backwards /x/0');
  assert.equal(said.kept, 1_000_002);
  assert.equal(said.lost, 'trend-lost');
  assert.equal(said.nulls, 'trend-invalid not-a-number /y/2');
  assert.equal(said.uneven, 'trend-invalid counts-differ /y');
});

test('a layout draws nothing, a context keeps its size, the same request gives the same picture', async (t) => {
  const { page: tab } = await page(t);
  const said = await steady(tab, {
    name: 'trend',
    layout: 'layoutTrend',
    draw: 'drawTrend',
    request: request(),
    lit: 20_004.6,
  });
  assert.deepEqual(said, { untouched: true, kept: [300, 150], same: true, again: true, other: true, hover: 5 });
});
