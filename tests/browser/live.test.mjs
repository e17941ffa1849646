// Live: a served file that changes, a server that fails, a page left open past midnight, a board that comes and goes.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { boardPage, MAPPING, painted, plan, ROWS, text } from './support/board.mjs';
import { nextEvent, useBrowser } from './support/browser.mjs';

const open = useBrowser();
const LIVE = 'data="/rows.csv" mapping="/mapping.json" refresh="0.2" view="overview"';
const resolution = (page) => text(page, 'tr[data-id=resolution] .col-value');

test('a row added to the served file changes the board without a reload; an unchanged file costs a 304', async (t) => {
  const files = boardPage(LIVE);
  const { page, site } = await open(t, { files });
  await painted(page);
  // Two hours and four hours.
  assert.equal(await resolution(page), '3 hr');
  await page.evaluate(() => {
    globalThis.changes = [];
    document.addEventListener('board-change', (event) => globalThis.changes.push(event.detail));
  });
  await page.waitForTimeout(700);
  const asked = site.requests.filter(({ path }) => path === '/rows.csv');
  assert.ok(asked.length >= 3, 'it is polled');
  assert.ok(
    asked.slice(1).every(({ conditional }) => conditional),
    'with conditions',
  );
  assert.deepEqual(await page.evaluate(() => globalThis.changes), [], 'nothing changed, so nothing is told');
  const changed = nextEvent(page, 'board-change');
  files['/rows.csv'] = `${ROWS}2026-10-05T08:00,2026-10-05T17:00\n`;
  const { kpis } = await changed;
  assert.deepEqual(
    kpis.map(({ id }) => id),
    ['resolution'],
  );
  await page.waitForFunction(
    () =>
      document.querySelector('strategy-board').shadowRoot.querySelector('tr[data-id=resolution] .col-value')
        .textContent === '5 hr',
  );
});

test('a server that fails leaves the last good numbers, says so, backs off and comes back', async (t) => {
  const files = boardPage(LIVE);
  let failing = false;
  let asked = 0;
  const routes = {
    '/rows.csv': (_request, response) => {
      asked += 1;
      if (failing) response.writeHead(500).end();
      else response.writeHead(200, { 'Content-Type': 'text/csv' }).end(files['/rows.csv']);
    },
  };
  const { page } = await open(t, { files, routes });
  await painted(page);
  failing = true;
  await page.locator('strategy-board .notice.slim').waitFor();
  assert.equal(await resolution(page), '3 hr');
  assert.match(await text(page, '.notice'), /status 500.*last good numbers/);
  assert.match(await text(page, '.live'), /Cannot be updated/);
  const before = asked;
  await page.waitForTimeout(2000);
  // At 0.2 s ten would come; doubling waits let three or four through.
  assert.ok(asked - before <= 5, `${asked - before} requests in two seconds`);
  failing = false;
  await page.locator('strategy-board .notice.slim button').click();
  await page.locator('strategy-board .notice.slim').waitFor({ state: 'detached' });
});

test('updates pause and resume by a button that all can see', async (t) => {
  const { page, site } = await open(t, { files: boardPage(LIVE) });
  await painted(page);
  await page.getByRole('button', { name: 'Pause updates' }).click();
  await page.waitForTimeout(300);
  const before = site.requests.length;
  await page.waitForTimeout(700);
  assert.equal(site.requests.length, before);
  await page.getByRole('button', { name: 'Resume updates' }).click();
  await page.waitForTimeout(700);
  assert.ok(site.requests.length > before);
});

test('a moved board polls once, not twice, and keeps what was chosen', async (t) => {
  const { page, site } = await open(t, { files: boardPage(LIVE.replace('0.2', '0.5')) });
  await painted(page);
  await page.evaluate(() => {
    const board = document.querySelector('strategy-board');
    board.selected = 'quick';
    for (let at = 0; at < 20; at += 1) {
      const place = document.createElement('div');
      document.body.append(place);
      place.append(board);
    }
  });
  const before = site.requests.filter(({ path }) => path === '/rows.csv').length;
  await page.waitForTimeout(2200);
  const after = site.requests.filter(({ path }) => path === '/rows.csv').length;
  assert.ok(after - before <= 5, `${after - before} polls in 2.2 s at one in 0.5 s`);
  await page.locator('strategy-board .panel').waitFor();
});

test('a value that is recorded repaints, once for many in one go', async (t) => {
  const { page } = await open(t, { files: boardPage('view="overview"') });
  await painted(page);
  await page.waitForTimeout(200);
  const paints = await page.evaluate(async () => {
    const board = document.querySelector('strategy-board');
    let painted = 0;
    document.addEventListener('board-painted', () => {
      painted += 1;
    });
    for (let value = 6; value >= 2; value -= 0.5) board.record({ kpi: 'reply', at: '2026-10-31', value });
    await new Promise((done) => setTimeout(done, 400));
    return painted;
  });
  assert.equal(paints, 1);
  assert.equal(await text(page, 'tr[data-id=reply] .col-value'), '2 hr');
  assert.equal(await text(page, 'tr[data-id=reply] .col-status'), 'On track');
});

test('a page left open ages at midnight where no day is fixed', async (t) => {
  const files = boardPage();
  files['/index.html'] = files['/index.html']
    .replace('as-of="2026-11-20"', 'view="overview"')
    .replace('<script', '<script src="/clock.js"></script><script');
  const { page, context } = await open(t, { files, path: '/nothing' });
  await context.clock.install({ time: new Date(2026, 11, 10, 23, 59, 30) });
  await page.goto(new URL('/', page.url()).href);
  await context.clock.runFor(2000);
  await painted(page);
  await page.waitForFunction(() => document.querySelector('strategy-board').board !== undefined);
  const day = () => page.evaluate(() => document.querySelector('strategy-board').board.scores().asOf);
  assert.equal(await day(), '2026-12-10');
  // October's value, monthly with a week's grace: fresh until 8 December, so two days more change its age, not its state.
  await context.clock.runFor(60_000);
  assert.equal(await day(), '2026-12-11');
});

const REPLIES = {
  ...MAPPING,
  source: 'replies',
  columns: { created: 'created', firstReply: 'resolved' },
  measures: [{ id: 'reply', kpi: 'first-reply-time' }],
};

test('numbers of files that the attributes no longer name go; what the host brought stays', async (t) => {
  const files = boardPage('data="/rows.csv /replies.csv" mapping="/mapping.json /replies.json" view="overview"');
  files['/replies.csv'] = ROWS;
  files['/replies.json'] = JSON.stringify(REPLIES);
  const { page } = await open(t, { files });
  const set = (attributes) =>
    page.evaluate((all) => {
      const board = document.querySelector('strategy-board');
      for (const [name, value] of Object.entries(all)) board.setAttribute(name, value);
    }, attributes);
  const sources = () =>
    page.evaluate(() => {
      const { board } = document.querySelector('strategy-board');
      return (
        board &&
        String(
          board
            .snapshot()
            .sources.map(({ id }) => id)
            .sort(),
        )
      );
    });
  const settled = async (expected) => {
    for (let tries = 0; tries < 50 && (await sources()) !== expected; tries += 1) await page.waitForTimeout(50);
    assert.equal(await sources(), expected);
  };
  await painted(page);
  await page.waitForTimeout(500);
  await settled('cases,replies');
  await page.evaluate(
    ({ mapping, rows }) => {
      const { board } = document.querySelector('strategy-board');
      board.ingest(rows, { ...mapping, source: 'host' });
      board.record({ kpi: 'reply', at: '2026-10-31', value: 2 });
    },
    { mapping: MAPPING, rows: ROWS },
  );
  // Files that cannot be had leave everything as it was, also where another of them can.
  const failed = nextEvent(page, 'board-error');
  await set({ data: '/rows.csv /nothing.csv', mapping: '/mapping.json /mapping.json' });
  await failed;
  assert.equal(await sources(), 'cases,host,replies');
  assert.equal(await resolution(page), '3 hr');
  await set({ data: '/replies.csv', mapping: '/replies.json' });
  await settled('host,replies');
  await page.waitForFunction(
    () =>
      !/\d/.test(
        document.querySelector('strategy-board').shadowRoot.querySelector('tr[data-id=resolution] .col-value')
          .textContent,
      ),
  );
  // What the host put in the place of a file's is the host's.
  await page.evaluate(
    ({ mapping, rows }) =>
      document.querySelector('strategy-board').board.ingest(`${rows}2026-10-06T08:00,2026-10-06T09:00\n`, mapping),
    { mapping: REPLIES, rows: ROWS },
  );
  await set({ data: '', mapping: '' });
  await page.waitForTimeout(300);
  assert.equal(await sources(), 'host,replies');
});

test('two hundred boards come, move and go without growth', async (t) => {
  const files = boardPage('view="overview"', { scripts: ['/before.js', '/package/element.js'] });
  files['/before.js'] = `
    const { Instance } = WebAssembly;
    WebAssembly.Instance = function (...given) {
      const made = new Instance(...given);
      // The rest has no memory of its own.
      globalThis.wasmMemory = made.exports.memory ?? globalThis.wasmMemory;
      return made;
    };`;
  const { page, context } = await open(t, { files });
  await painted(page);
  const session = await context.newCDPSession(page);
  await session.send('Performance.enable');
  const counts = async () => {
    await session.send('HeapProfiler.collectGarbage');
    const { metrics } = await session.send('Performance.getMetrics');
    const of = (name) => metrics.find((metric) => metric.name === name).value;
    return { nodes: of('Nodes'), listeners: of('JSEventListeners') };
  };
  const round = (times) =>
    page.evaluate(
      async ([count, json]) => {
        for (let at = 0; at < count; at += 1) {
          const board = document.createElement('strategy-board');
          board.plan = JSON.parse(json);
          board.setAttribute('as-of', '2026-11-20');
          const ready = new Promise((done) => board.addEventListener('board-painted', done, { once: true }));
          document.body.append(board);
          await ready;
          const place = document.createElement('div');
          document.body.append(place);
          place.append(board);
          board.remove();
          place.remove();
          await null;
        }
      },
      [times, JSON.stringify(plan())],
    );
  const pages = () => page.evaluate(() => globalThis.wasmMemory.buffer.byteLength / 65536);
  await round(20);
  const [before, pagesBefore] = [await counts(), await pages()];
  await round(200);
  let after = await counts();
  // The last board may still be held by a frame that is on its way; what grows stays.
  for (let tries = 0; tries < 5 && after.nodes - before.nodes >= 200; tries += 1) {
    await page.waitForTimeout(200);
    after = await counts();
  }
  assert.equal(await pages(), pagesBefore, 'wasm memory');
  assert.ok(after.nodes - before.nodes < 200, `nodes ${before.nodes} → ${after.nodes}`);
  assert.ok(after.listeners - before.listeners < 50, `listeners ${before.listeners} → ${after.listeners}`);
});

test('a board that is taken out and put back later stands where it stood', async (t) => {
  const { page } = await open(t, { files: boardPage(`${LIVE} as-of="2026-11-20"`) });
  await painted(page);
  const again = await page.evaluate(async () => {
    const board = document.querySelector('strategy-board');
    board.record({ kpi: 'reply', at: '2026-10-31', value: 3 });
    board.remove();
    await new Promise((done) => setTimeout(done, 100));
    const ready = new Promise((done) => board.addEventListener('board-painted', done, { once: true }));
    document.body.append(board);
    await ready;
    return board.board.scores().kpis.map(({ id, value }) => [id, value]);
  });
  assert.deepEqual(again, [
    ['reply', 3],
    ['resolution', 3],
  ]);
});
