// Hostile surroundings: what a server, a host page or a plan can do to the element.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { boardPage, painted, plan, text } from './support/board.mjs';
import { useBrowser } from './support/browser.mjs';

const open = useBrowser();
const LIVE = 'data="/rows.csv" mapping="/mapping.json" view="overview" refresh="0"';

/** Keeps whatever nobody caught. */
async function watched(page) {
  await page.evaluate(() => {
    globalThis.uncaught = [];
    addEventListener('error', (event) => globalThis.uncaught.push(String(event.message)));
    addEventListener('unhandledrejection', (event) => globalThis.uncaught.push(String(event.reason)));
    globalThis.failures = [];
    document.addEventListener('board-error', ({ detail }) => globalThis.failures.push([detail.name, detail.code]));
  });
}

test('a plan file that is none is told in words; the next good one is shown', async (t) => {
  const { page, site } = await open(t, { files: boardPage(LIVE) });
  await painted(page);
  await watched(page);
  site.files['/html.json'] = '<!doctype html><title>Sign in</title>';
  site.files['/half.json'] = JSON.stringify(plan()).slice(0, 99);
  site.files['/null.json'] = 'null';
  site.files['/deep.json'] = '['.repeat(100_000);
  const wanted = {
    '/nowhere.json': 'source-failed',
    '/html.json': 'json-syntax',
    '/half.json': 'json-syntax',
    '/null.json': 'plan-invalid',
    '/deep.json': 'json-syntax',
    'http://[': 'source-unreachable',
  };
  for (const [url, code] of Object.entries(wanted)) {
    const failed = await page.evaluate(
      (named) =>
        new Promise((done) => {
          document.addEventListener('board-error', ({ detail }) => done([detail.name, detail.code]), { once: true });
          document.querySelector('strategy-board').setAttribute('plan', named);
        }),
      url,
    );
    assert.deepEqual(failed, ['ThroughlineError', code], url);
  }
  await page.evaluate(
    () =>
      new Promise((done) => {
        document.addEventListener('board-ready', done, { once: true });
        document.querySelector('strategy-board').setAttribute('plan', '/plan.json');
      }),
  );
  assert.deepEqual(await page.evaluate(() => globalThis.uncaught), []);
});

test('a mapping that was half written is asked for again, and one that changed is applied to the same rows', async (t) => {
  const files = boardPage(LIVE);
  const good = files['/mapping.json'];
  files['/mapping.json'] = good.slice(0, 40);
  const { page } = await open(t, { files });
  await page.waitForFunction(() => document.querySelector('strategy-board')?.shadowRoot?.querySelector('.notice'));
  const value = () => text(page, 'tr[data-id=resolution] .col-value');
  const refresh = () => page.evaluate(() => document.querySelector('strategy-board').refresh());
  files['/mapping.json'] = good;
  await refresh();
  await refresh();
  await page.waitForFunction(() => !document.querySelector('strategy-board').shadowRoot.querySelector('.notice'));
  assert.equal(await value(), '3 hr');
  // The same bytes read as if created were resolved: the rows did not change, what they come to does.
  files['/mapping.json'] = good.replace('"resolved":"resolved"', '"resolved":"created"');
  assert.notEqual(files['/mapping.json'], good);
  await refresh();
  await page.waitForFunction(
    () =>
      document.querySelector('strategy-board').shadowRoot.querySelector('tr[data-id=resolution] .col-value')
        .textContent === '0 hr',
  );
});

test('of plans that are asked for in a row the last one is shown, however late another answers', async (t) => {
  const files = boardPage('refresh="0"');
  const routes = {};
  for (const [name, wait] of [
    ['slow', 500],
    ['quick', 20],
  ]) {
    routes[`/${name}.json`] = (_request, response) =>
      setTimeout(() => response.writeHead(200).end(JSON.stringify({ ...plan(), title: name })), wait);
  }
  const { page } = await open(t, { files, routes });
  await painted(page);
  await watched(page);
  await page.evaluate(() => {
    const board = document.querySelector('strategy-board');
    for (const name of ['slow', 'slow', 'quick']) board.setAttribute('plan', `/${name}.json`);
  });
  await page.waitForTimeout(900);
  assert.equal(await page.evaluate(() => document.querySelector('strategy-board').plan.title), 'quick');
  assert.deepEqual(await page.evaluate(() => [...globalThis.uncaught, ...globalThis.failures]), []);
});

test('no pace that is written makes the element hammer the server', async (t) => {
  const { page, site } = await open(t, { files: boardPage('data="/rows.csv" mapping="/mapping.json"') });
  await painted(page);
  await watched(page);
  for (const pace of ['-5', 'NaN', '1e12', '99999999999', '0.0001', '']) {
    await page.evaluate((given) => document.querySelector('strategy-board').setAttribute('refresh', given), pace);
    const before = site.requests.length;
    await page.waitForTimeout(400);
    assert.ok(site.requests.length - before <= 10, `${pace}: ${site.requests.length - before} requests`);
  }
  assert.deepEqual(await page.evaluate(() => globalThis.uncaught), []);
});

test('names from a plan never become markup, and odd attributes and units stop nothing', async (t) => {
  const nasty = '<img src=x onerror="globalThis.hit=1">\u202e';
  const given = plan();
  given.title = nasty;
  given.goals[0].id = nasty;
  given.goals[0].title = nasty;
  given.strategies[0].serves[0].to = nasty;
  Object.assign(given.goals[0].kpis[0], { id: '__proto__', title: 'x'.repeat(10_000), unit: 'constructor' });
  const files = boardPage(`${LIVE} locale="en_US" theme="no" focus="nobody" as-of="never"`);
  const { page } = await open(t, { files });
  await painted(page).catch(() => {});
  files['/plan.json'] = JSON.stringify(given);
  await watched(page);
  await page.evaluate(() => {
    const board = document.querySelector('strategy-board');
    board.setAttribute('as-of', '2026-11-20');
    board.selected = '__proto__';
    return board.refresh();
  });
  await painted(page);
  for (const view of ['map', 'line', 'scorecard', 'overview', 'nothing', '']) {
    await page.evaluate((name) => document.querySelector('strategy-board').setAttribute('view', name), view);
    await page.waitForTimeout(120);
  }
  const seen = await page.evaluate(() => ({
    hit: globalThis.hit,
    images: document.querySelector('strategy-board').shadowRoot.querySelectorAll('img').length,
    uncaught: globalThis.uncaught,
  }));
  assert.deepEqual(seen, { hit: undefined, images: 0, uncaught: [] });
});

test('a refused core shows a plan only where there is one', async (t) => {
  for (const broken of [
    'null',
    '{',
    '[]',
    '{"mission":null}',
    '{"version":1,"title":"x","mission":{"id":"m","title":"M"},"goals":5}',
  ]) {
    const files = { ...boardPage('refresh="0"'), '/plan.json': broken };
    const { page } = await open(t, { files, policy: 'no-wasm' });
    await watched(page);
    await page.waitForTimeout(300);
    assert.deepEqual(await page.evaluate(() => globalThis.uncaught), [], broken);
    assert.ok(await text(page, '.board'), broken);
  }
});

test('fifty boards at once, gone as soon as they came, and a board that its host freed', async (t) => {
  const { page } = await open(t, { files: boardPage('refresh="0"') });
  await painted(page);
  await watched(page);
  await page.evaluate(async () => {
    const made = Array.from({ length: 50 }, () => {
      const board = document.createElement('strategy-board');
      board.setAttribute('plan', '/plan.json');
      document.body.append(board);
      return board;
    });
    for (const board of made.slice(0, 25)) board.remove();
    await Promise.all(
      made.slice(25).map((board) => new Promise((done) => board.addEventListener('board-ready', done))),
    );
    for (const board of made) board.remove();
    const { Board } = await import('/package/index.js');
    const board = await Board.open(document.querySelector('strategy-board').plan);
    document.querySelector('strategy-board').board = board;
    await new Promise((done) => setTimeout(done, 200));
    board.free();
    document.querySelector('strategy-board').setAttribute('view', 'scorecard');
    await new Promise((done) => setTimeout(done, 300));
  });
  assert.deepEqual(await page.evaluate(() => globalThis.uncaught), []);
});
