// The module in parts: the core paints by itself, the reader's part comes after the first picture, the rest when it is
// asked for; each late or never.
import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import * as bench from '../../scripts/bench/startup/board.mjs';
import { at, dist } from '../../scripts/lib/paths.mjs';
import { boardPage, MAPPING, painted, ROWS, text } from './support/board.mjs';
import { html, useBrowser } from './support/browser.mjs';

const open = useBrowser();
const READER = 'throughline-reader.wasm';
const REST = 'throughline-rest.wasm';
const json = (...parts) => fs.readFileSync(at(...parts), 'utf8');

const wasm = (name) => fs.readFileSync(path.join(dist, name));

function answered(response, bytes, status = 200) {
  response.writeHead(status, { 'Content-Type': 'application/wasm' });
  response.end(bytes);
}

/** Keeps parts back until `send` is called. */
function held(...names) {
  let send;
  const sent = new Promise((done) => {
    send = done;
  });
  const answer = (name) => async (_request, response) => {
    await sent;
    answered(response, wasm(name));
  };
  return { send, routes: Object.fromEntries(names.map((name) => [`/package/${name}`, answer(name)])) };
}

/** A part that the server cannot give until it is mended. */
function broken(name) {
  const server = { broken: true };
  const answer = (_request, response) => answered(response, server.broken ? '' : wasm(name), server.broken ? 503 : 200);
  return { server, routes: { [`/package/${name}`]: answer } };
}

/** A part of another build: one character of the seal is another. */
function ofAnotherBuild(name) {
  const bytes = wasm(name);
  const place = bytes.indexOf('pair:') + 'pair:'.length;
  bytes.write(bytes.toString('latin1', place, place + 1) === '0' ? '1' : '0', place, 'latin1');
  return { [`/package/${name}`]: (_request, response) => answered(response, bytes) };
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
      const { routes, send } = held(READER);
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

test('a plan that uses every field is painted with the core, or else as soon as the next part is there', async (t) => {
  const { routes, send } = held(READER);
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

test('a choice made before the next part is there is explained when it comes', async (t) => {
  const { routes, send } = held(READER);
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

test('a board that goes before the next part is there leaves without a fault', async (t) => {
  const { routes, send } = held(READER);
  const { page, kept } = await open(t, { files: boardPage('view="overview"'), routes });
  await painted(page);
  await page.evaluate(async () => {
    const board = document.querySelector('strategy-board');
    board.remove();
    for (let at = 0; at < 3; at += 1) await new Promise(requestAnimationFrame);
    document.body.append(board);
  });
  await painted(page);
  send();
  await ready(page);
  assert.deepEqual(kept.errors, []);
});

/** The words beside the picture, in one line. */
const panel = (page) => text(page, '.panel');

test("a reader's page never asks for the rest: choices, live values, another day, a poll", async (t) => {
  const { plan, data } = PLANS['the demo'];
  const files = { ...boardPage('data="/snapshot.json" refresh="0.2"'), '/plan.json': plan, '/snapshot.json': data };
  const { page, site, kept } = await open(t, { files });
  await ready(page);
  const kpis = ['goals', 'strategies', 'actions']
    .flatMap((kind) => JSON.parse(plan)[kind])
    .flatMap((node) => node.kpis ?? []);
  assert.ok(kpis.length > 8);
  for (const { id, title } of kpis) {
    await page.evaluate((chosen) => {
      document.querySelector('strategy-board').selected = chosen;
    }, id);
    await page.waitForFunction(
      (name) => document.querySelector('strategy-board').shadowRoot.querySelector('.panel')?.textContent.includes(name),
      title,
    );
  }
  const measured = kpis.find(({ measure }) => measure !== undefined && measure.segment === undefined);
  await page.evaluate((id) => {
    document.querySelector('strategy-board').selected = id;
  }, measured.id);
  await page.waitForFunction(() => document.querySelector('strategy-board').shadowRoot.querySelector('.deeper table'));
  assert.match(await panel(page), /By other definitions/);
  const typed = kpis.find(({ measure }) => measure === undefined);
  const answers = await page.evaluate(
    ([of, id]) => {
      const element = document.querySelector('strategy-board');
      element.record({ kpi: id, at: '2026-11-19', value: 7 });
      element.board.setAsOf('2026-11-21');
      const { board } = element;
      return [board.scores().asOf, board.signals(of).enough, board.series(of).at.length > 3, element.snapshot.version];
    },
    [measured.id, typed.id],
  );
  assert.deepEqual(answers, ['2026-11-21', true, true, 1]);
  site.files['/snapshot.json'] = data.replace('"used"', ' "used"');
  await page.waitForTimeout(600);
  assert.ok(site.requests.some(({ path: to }) => to.endsWith(READER)));
  assert.ok(!site.requests.some(({ path: to }) => to.endsWith(REST)), 'the rest was asked for');
  assert.deepEqual(kept.errors, []);
});

test('rows wait for the rest', async (t) => {
  const { routes, send } = held(REST);
  const { page } = await open(t, {
    files: boardPage('data="/rows.csv" mapping="/mapping.json" view="scorecard"'),
    routes,
  });
  const shown = () =>
    page.evaluate(() => {
      const { shadowRoot } = document.querySelector('strategy-board');
      return /\d/.test(shadowRoot.querySelector('tr[data-id=resolution] .col-value')?.textContent ?? '');
    });
  await page.waitForTimeout(500);
  assert.equal(await shown(), false);
  send();
  await ready(page);
  // Rows are read in slices: they come to the board when all of them are counted.
  while (!(await shown())) await page.waitForTimeout(50);
});

test('rows that a page hands over wait by themselves; what cannot wait says so, and loses nothing', async (t) => {
  const { routes, send } = held(REST);
  const script = `
    import { calculate, init } from '/package/element.js';
    globalThis.calculate = () => calculate({ family: 'nps', counts: { promoters: 45, passives: 40, detractors: 15 } }).value;
    globalThis.init = init;`;
  const files = { ...boardPage('view="overview"', { scripts: ['/own.js'] }), '/own.js': script };
  const { page } = await open(t, { files, routes });
  await ready(page);
  const early = await page.evaluate(
    ({ rows, mapping }) => {
      const { board } = document.querySelector('strategy-board');
      const before = JSON.stringify(board.scores());
      const code = (call) => {
        try {
          call();
        } catch (error) {
          return error.code;
        }
      };
      globalThis.ingested = board.ingest(new Blob([rows]), mapping).then(({ used }) => used);
      const codes = [() => board.ingest(rows, mapping), () => board.receipt(), globalThis.calculate].map(code);
      board.record([]);
      return { codes, same: JSON.stringify(board.scores()) === before, explained: board.explain('quick').subject };
    },
    { rows: ROWS, mapping: MAPPING },
  );
  assert.deepEqual(early, { codes: Array(3).fill('rest-missing'), same: true, explained: 'quick' });
  send();
  assert.equal(await page.evaluate(() => globalThis.ingested), 2);
  await page.evaluate(() => globalThis.init());
  const late = await page.evaluate(
    ({ rows, mapping }) => {
      const { board } = document.querySelector('strategy-board');
      return [board.ingest(rows, mapping, { replace: true }).used, globalThis.calculate(), board.receipt().version];
    },
    { rows: ROWS, mapping: MAPPING },
  );
  assert.deepEqual(late, [2, 30, 1]);
});

test('whoever gives up while the rest is still to come is answered at once', async (t) => {
  const { routes } = held(REST);
  const { page, kept } = await open(t, { files: boardPage('view="overview"'), routes });
  await ready(page);
  const answers = await page.evaluate(
    async ({ rows, mapping }) => {
      const { board } = document.querySelector('strategy-board');
      const soon = (promise) =>
        Promise.race([
          promise.then(
            () => 'taken',
            (error) => error.code,
          ),
          new Promise((done) => setTimeout(done, 2000, 'late')),
        ]);
      const [already, later] = [AbortSignal.abort(), new AbortController()];
      let let_go = false;
      const stream = new ReadableStream({
        cancel: () => {
          let_go = true;
        },
      });
      const first = soon(board.ingest(new Blob([rows]), mapping, { signal: already }));
      const second = soon(board.ingest(stream, mapping, { signal: later.signal }));
      setTimeout(() => later.abort(), 50);
      const codes = [await first, await second];
      return { codes, let_go };
    },
    { rows: ROWS, mapping: MAPPING },
  );
  assert.deepEqual(answers, { codes: ['aborted', 'aborted'], let_go: true });
  assert.deepEqual(kept.errors, []);
});

for (const name of [READER, REST]) {
  test(`of two who wait for ${name} at once neither is told that all is well when it does not fit`, async (t) => {
    const script = `
      import { calculate, init } from '/package/index.js';
      const told = (all) => all.map(({ status, reason }) => reason?.code ?? status);
      const both = () => Promise.allSettled([init(), init(), init()]);
      globalThis.said = both().then(told);
      globalThis.again = () => both().then(told);
      globalThis.ask = () => calculate({ family: 'nps', counts: { promoters: 45, passives: 40, detractors: 15 } }).value;`;
    const files = { '/index.html': html({ scripts: ['/own.js'] }), '/own.js': script };
    const routes = ofAnotherBuild(name);
    const { page } = await open(t, { files, routes });
    await page.waitForFunction(() => globalThis.said !== undefined);
    assert.deepEqual(await page.evaluate(() => globalThis.said), Array(3).fill('wasm-mismatch'));
    routes[`/package/${name}`] = (_request, response) => answered(response, wasm(name));
    assert.deepEqual(await page.evaluate(() => globalThis.again()), Array(3).fill('fulfilled'));
    assert.equal(await page.evaluate(() => globalThis.ask()), 30);
  });
}

test('a calculation may be the first call of all', async (t) => {
  const script = `
    import { calculate, init } from '/package/index.js';
    const ask = () => calculate({ family: 'nps', counts: { promoters: 45, passives: 40, detractors: 15 } }).value;
    let code;
    try { ask(); } catch (error) { code = error.code; }
    await init();
    globalThis.said = [code, ask()];`;
  const files = { '/index.html': html({ scripts: ['/own.js'] }), '/own.js': script };
  const { page } = await open(t, { files });
  await page.waitForFunction(() => globalThis.said !== undefined);
  assert.deepEqual(await page.evaluate(() => globalThis.said), ['not-initialised', 30]);
});

test('every mistake in a plan is named, whichever part that takes', async (t) => {
  const folder = at('tests', 'fixtures', 'plans', 'invalid');
  const names = fs.readdirSync(folder).filter((name) => !name.includes('.expected.'));
  const script = `
    document.addEventListener('board-error', ({ detail }) => {
      globalThis.issues = detail.issues.map(({ code, path }) => code + ' ' + path).sort();
    });`;
  const files = { ...boardPage('', { scripts: ['/own.js', '/package/element.js'] }), '/own.js': script };
  const { page, site } = await open(t, { files });
  const parts = new Set();
  for (const name of names) {
    site.files['/plan.json'] = fs.readFileSync(path.join(folder, name), 'utf8');
    const before = site.requests.length;
    await page.reload();
    await page.waitForFunction(() => globalThis.issues !== undefined, undefined, { timeout: 5000 });
    const expected = JSON.parse(fs.readFileSync(path.join(folder, name.replace('.json', '.expected.json')), 'utf8'));
    const places = expected.map(([code, place]) => `${code} ${place}`).sort();
    assert.deepEqual(await page.evaluate(() => globalThis.issues), places, name);
    for (const { path: to } of site.requests.slice(before)) parts.add(path.basename(to));
  }
  assert.ok(parts.has(READER) && parts.has(REST), [...parts].join());
});

test("without the reader's part the board stays, and says what is missing; a retry mends it", async (t) => {
  const { server, routes } = broken(READER);
  const { page } = await open(t, { files: boardPage('view="overview"'), routes });
  await inked(page);
  await page.waitForFunction(() => /503/.test(document.querySelector('strategy-board').shadowRoot.textContent));
  assert.equal(await page.evaluate(() => document.querySelector('strategy-board').board), undefined);
  server.broken = false;
  await page.evaluate(() => document.querySelector('strategy-board').refresh());
  await ready(page);
});

test('without the rest the board stays and explains, and says what is missing; a retry mends it', async (t) => {
  const { server, routes } = broken(REST);
  const files = boardPage('data="/rows.csv" mapping="/mapping.json" view="overview"');
  const { page } = await open(t, { files, routes });
  await inked(page);
  await page.waitForFunction(() => /503/.test(document.querySelector('strategy-board').shadowRoot.textContent));
  await ready(page);
  await page.evaluate(() => {
    document.querySelector('strategy-board').selected = 'quick';
  });
  await page.waitForFunction(() =>
    document.querySelector('strategy-board').shadowRoot.querySelector('.panel .why')?.textContent.includes('%'),
  );
  server.broken = false;
  await page.evaluate(() => document.querySelector('strategy-board').refresh());
  await page.waitForFunction(() => !/503/.test(document.querySelector('strategy-board').shadowRoot.textContent));
  const value = await page.evaluate(() => {
    const { board } = document.querySelector('strategy-board');
    return board.scores().kpis.find(({ id }) => id === 'resolution').value;
  });
  assert.equal(value, 3);
});

for (const [name, attributes] of [
  [READER, ''],
  [REST, 'data="/rows.csv" mapping="/mapping.json"'],
]) {
  test(`${name} of another build is not put together with the others`, async (t) => {
    const files = boardPage(`view="overview" ${attributes}`);
    const { page } = await open(t, { files, routes: ofAnotherBuild(name) });
    await inked(page);
    await page.waitForFunction(() =>
      /different builds/.test(document.querySelector('strategy-board').shadowRoot.textContent),
    );
  });
}

test('a program gets all parts by one init, fetched at once', async (t) => {
  const script = `
    import { Board, init } from '/package/index.js';
    await init();
    const plan = await (await fetch('/plan.json')).json();
    const board = Board.openSync(plan, { asOf: '2026-11-20' });
    const report = board.ingest(${JSON.stringify(ROWS)}, ${JSON.stringify(MAPPING)});
    globalThis.said = [report.used, board.explain('quick').subject];`;
  const files = { ...boardPage(), '/index.html': html({ scripts: ['/own.js'] }), '/own.js': script };
  // None is answered before all are asked for.
  const asked = new Set();
  let all;
  const allAsked = new Promise((done) => {
    all = done;
  });
  const answer = (name) => async (_request, response) => {
    asked.add(name);
    if (asked.size === 3) all();
    await allAsked;
    answered(response, wasm(name));
  };
  const parts = ['throughline-core.wasm', READER, REST];
  const routes = Object.fromEntries(parts.map((name) => [`/package/${name}`, answer(name)]));
  const { page, site } = await open(t, { files, routes });
  await page.waitForFunction(() => globalThis.said !== undefined);
  assert.ok(!site.requests.some(({ path: to }) => to.includes('en-rest')), 'a program has all the words inside');
  assert.equal((await page.evaluate(() => globalThis.said))[1], 'quick');
});
