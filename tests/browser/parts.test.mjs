// The module in two parts: the core paints by itself, the rest comes after the first picture, late or never.
import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import * as bench from '../../scripts/bench/startup/board.mjs';
import { at, dist } from '../../scripts/lib/paths.mjs';
import { boardPage, MAPPING, painted, ROWS } from './support/board.mjs';
import { html, useBrowser } from './support/browser.mjs';

const open = useBrowser();
const REST = '/package/throughline-rest.wasm';
const json = (...parts) => fs.readFileSync(at(...parts), 'utf8');

/** Keeps the rest back until `send` is called. */
function held() {
  let send;
  const sent = new Promise((done) => {
    send = done;
  });
  const answer = async (_request, response) => {
    await sent;
    response.writeHead(200, { 'Content-Type': 'application/wasm' });
    response.end(fs.readFileSync(path.join(dist, 'throughline-rest.wasm')));
  };
  return { send, routes: { [REST]: answer } };
}

/** Waits for a painted picture where there is one, and reads how many pixels of it are not blank. */
async function inked(page) {
  await painted(page);
  await page.waitForFunction(() => {
    const canvas = document.querySelector('strategy-board').shadowRoot.querySelector('canvas');
    if (canvas === null || canvas.width === 0) return false;
    const { data } = canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height);
    return data.some((value, index) => index % 4 === 3 && value > 0);
  });
}

const ready = (page) => page.waitForFunction(() => document.querySelector('strategy-board').board !== undefined);

const PLANS = {
  'the demo': { plan: json('www', 'demo', 'plan.json'), data: json('dist', 'demo', 'data', 'snapshot.json') },
  'the plan of the bench': { plan: JSON.stringify(bench.plan) },
  'the smallest plan': { plan: json('tests', 'fixtures', 'plans', 'valid', 'smallest.json') },
};

for (const [name, { plan, data }] of Object.entries(PLANS)) {
  for (const view of ['overview', 'scorecard']) {
    test(`${name} is painted by the core alone: ${view}`, async (t) => {
      const { routes, send } = held();
      const files = boardPage(`view="${view}" ${data ? 'data="/snapshot.json"' : ''}`);
      const { page, kept } = await open(t, {
        files: { ...files, '/plan.json': plan, '/snapshot.json': data ?? '' },
        routes,
      });
      await inked(page);
      assert.equal(await page.evaluate(() => document.querySelector('strategy-board').board), undefined);
      send();
      await ready(page);
      assert.equal(await page.evaluate(() => document.querySelector('strategy-board').board.plan().version), 1);
      assert.deepEqual(kept.errors, []);
    });
  }
}

test('a plan that uses every field is painted with the core, or else as soon as the rest is there', async (t) => {
  const { routes, send } = held();
  const files = {
    ...boardPage('view="overview"'),
    '/plan.json': json('tests', 'fixtures', 'plans', 'valid', 'whole.json'),
  };
  const { page, kept } = await open(t, { files, routes });
  send();
  await inked(page);
  await ready(page);
  assert.deepEqual(kept.errors, []);
});

test('a choice made before the rest is there is explained when it comes', async (t) => {
  const { routes, send } = held();
  const { page } = await open(t, { files: boardPage('view="overview"'), routes });
  await painted(page);
  await page.evaluate(() => {
    document.querySelector('strategy-board').selected = 'quick';
  });
  send();
  await page.waitForFunction(() =>
    document
      .querySelector('strategy-board')
      .shadowRoot.querySelector('[part=panel], .panel')
      ?.textContent.includes('%'),
  );
});

test('rows wait for the rest', async (t) => {
  const { routes, send } = held();
  const { page } = await open(t, {
    files: boardPage('data="/rows.csv" mapping="/mapping.json" view="scorecard"'),
    routes,
  });
  send();
  await ready(page);
  // Rows are read in slices: they come to the board when all of them are counted.
  await page.waitForFunction(() => {
    const { shadowRoot } = document.querySelector('strategy-board');
    return /\d/.test(shadowRoot.querySelector('tr[data-id=resolution] .col-value')?.textContent ?? '');
  });
});

test('a plan with mistakes waits for the rest to name them', async (t) => {
  const { routes, send } = held();
  const broken = { ...JSON.parse(json('tests', 'fixtures', 'plans', 'valid', 'smallest.json')), gaols: [] };
  const files = { ...boardPage(), '/plan.json': JSON.stringify(broken) };
  const { page } = await open(t, { files, routes });
  send();
  await page.waitForFunction(() => /gaols/.test(document.querySelector('strategy-board').shadowRoot.textContent));
});

test('without the rest the board stays, and says what is missing; a retry mends it', async (t) => {
  let broken = true;
  const answer = (_request, response) => {
    response.writeHead(broken ? 503 : 200, { 'Content-Type': 'application/wasm' });
    response.end(broken ? '' : fs.readFileSync(path.join(dist, 'throughline-rest.wasm')));
  };
  const { page } = await open(t, { files: boardPage('view="overview"'), routes: { [REST]: answer } });
  await inked(page);
  await page.waitForFunction(() => /503/.test(document.querySelector('strategy-board').shadowRoot.textContent));
  assert.equal(await page.evaluate(() => document.querySelector('strategy-board').board), undefined);
  broken = false;
  await page.evaluate(() => document.querySelector('strategy-board').refresh());
  await ready(page);
});

test('a rest of another build is not put together with the core', async (t) => {
  const bytes = fs.readFileSync(path.join(dist, 'throughline-rest.wasm'));
  const place = bytes.indexOf('pair:') + 'pair:'.length;
  bytes.write(bytes.toString('latin1', place, place + 1) === '0' ? '1' : '0', place, 'latin1');
  const answer = (_request, response) => {
    response.writeHead(200, { 'Content-Type': 'application/wasm' });
    response.end(bytes);
  };
  const { page } = await open(t, { files: boardPage('view="overview"'), routes: { [REST]: answer } });
  await inked(page);
  await page.waitForFunction(() =>
    /different builds/.test(document.querySelector('strategy-board').shadowRoot.textContent),
  );
});

test('a program gets both parts by one init, fetched at once', async (t) => {
  const script = `
    import { Board, init } from '/package/index.js';
    await init();
    const plan = await (await fetch('/plan.json')).json();
    const board = Board.openSync(plan, { asOf: '2026-11-20' });
    const report = board.ingest(${JSON.stringify(ROWS)}, ${JSON.stringify(MAPPING)});
    globalThis.said = [report.used, board.explain('quick').subject];`;
  const files = { ...boardPage(), '/index.html': html({ scripts: ['/own.js'] }), '/own.js': script };
  // Neither is answered before both are asked for.
  const asked = new Set();
  let both;
  const bothAsked = new Promise((done) => {
    both = done;
  });
  const answer = (name) => async (_request, response) => {
    asked.add(name);
    if (asked.size === 2) both();
    await bothAsked;
    response.writeHead(200, { 'Content-Type': 'application/wasm' });
    response.end(fs.readFileSync(path.join(dist, name)));
  };
  const parts = ['throughline-core.wasm', 'throughline-rest.wasm'];
  const routes = Object.fromEntries(parts.map((name) => [`/package/${name}`, answer(name)]));
  const { page, site } = await open(t, { files, routes });
  await page.waitForFunction(() => globalThis.said !== undefined);
  assert.ok(!site.requests.some(({ path: to }) => to.includes('en-rest')), 'a program has all the words inside');
  assert.equal((await page.evaluate(() => globalThis.said))[1], 'quick');
});
