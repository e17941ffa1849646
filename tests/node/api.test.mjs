// The API as a programmer meets it, in Node, on the built package.
import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { pathToFileURL } from 'node:url';
import { dist } from '../../scripts/lib/paths.mjs';
import { plan } from '../support/plan.mjs';

const throughline = await import(pathToFileURL(path.join(dist, 'index.js')).href);
const { Board, ThroughlineError, check, initSync, snapshotOf } = throughline;

test('before it is started every call says so', () => {
  assert.throws(() => Board.openSync(plan()), { name: 'ThroughlineError', code: 'not-initialised' });
});

test('a page in place of the wasm file is told apart, and can be followed by the right one', async () => {
  const page = new Response('<!doctype html>', { headers: { 'Content-Type': 'text/html' } });
  await assert.rejects(throughline.init(page), { code: 'wasm-not-wasm' });
  await assert.rejects(throughline.init(new Response('', { status: 404 })), { code: 'wasm-missing' });
  initSync(fs.readFileSync(path.join(dist, 'throughline.wasm')));
  await throughline.init();
});

test('a board scores a plan, and a record moves what depends on it', () => {
  const board = Board.openSync(plan(), { asOf: '2026-11-20' });
  const before = board.scores().kpis.find(({ id }) => id === 'reply');
  // Baseline 10 h, target 2 h, value 6 h: half of the way.
  assert.equal(before.progress, 0.5);
  const heard = [];
  const stop = board.on('change', (event) => heard.push(event.detail));
  const change = board.record({ kpi: 'reply', at: '2026-10-31', value: 2 });
  assert.deepEqual(heard, [change]);
  assert.deepEqual(
    change.kpis.map(({ id }) => id),
    ['reply'],
  );
  assert.equal(board.scores().kpis.find(({ id }) => id === 'reply').progress, 1);
  stop();
  board.record({ kpi: 'reply', at: '2026-10-31', value: 3 });
  assert.equal(heard.length, 1);
  board.free();
});

test('a progress report is shown as it was reported', () => {
  const board = Board.openSync(plan(), { asOf: '2026-11-20' });
  const progress = () => board.scores().nodes.find(({ id }) => id === 'route').progress;
  assert.equal(progress(), 0.4);
  board.record({ action: 'route', at: '2026-11-15', progress: 0.7 });
  assert.equal(progress(), 0.7);
  board.free();
});

test('a plan gives back what it was', () => {
  const board = Board.openSync(JSON.stringify(plan()));
  assert.deepEqual(board.plan(), plan());
  board.free();
});

test('an error has a code, a path, every issue with its sentence', () => {
  const wrong = { ...plan(), goals: [{ ...plan().goals[0], serves: [{ to: 'misson' }], titlee: 'x' }] };
  try {
    check(wrong);
    assert.fail('the plan was accepted');
  } catch (error) {
    assert.ok(error instanceof ThroughlineError && error instanceof Error);
    assert.equal(error.code, 'plan-invalid');
    const byCode = Object.fromEntries(error.issues.map((issue) => [issue.code, issue]));
    assert.equal(byCode['unknown-reference'].path, '/goals/0/serves/0/to');
    assert.equal(byCode['unknown-reference'].params.nearest, 'mission');
    assert.match(byCode['unknown-field'].message, /did you mean "title"/);
    assert.equal(error.path, error.issues[0].path);
    assert.ok(error.message.includes(error.issues[0].message));
  }
  assert.throws(() => check('{'), { code: 'json-syntax' });
  assert.throws(() => Board.openSync(plan(), { asOf: 'yesterday' }), { code: 'options-invalid', path: '/asOf' });
});

test('a number that is none is refused, not turned into zero', () => {
  const wrong = plan();
  wrong.goals[0].kpis[0].target = Number.NaN;
  assert.throws(
    () => check(wrong),
    (error) => error.issues.some(({ path: at }) => at === '/goals/0/kpis/0/target'),
  );
});

test('an unknown id and a freed board are errors', () => {
  const board = Board.openSync(plan(), { asOf: '2026-11-20' });
  assert.throws(() => board.explain('nobody'), { code: 'unknown-id' });
  assert.throws(() => board.series('mission'), { code: 'unknown-id' });
  board.free();
  board.free();
  assert.equal(board.freed, true);
  assert.throws(() => board.scores(), { code: 'freed' });
});

const mapping = {
  version: 1,
  source: 'cases',
  period: 'month',
  columns: { created: 'created', resolved: 'resolved' },
  measures: [{ id: 'resolution', kpi: 'resolution-time' }],
};
const rows = [
  { created: '2026-10-01T08:00', resolved: '2026-10-01T10:00' },
  { created: '2026-10-02T08:00', resolved: '2026-10-02T12:00' },
  { created: '2026-10-03T08:00', resolved: 'soon' },
];

test('rows come as objects, text, bytes, a blob or a stream, and all say the same', async () => {
  const text = `created,resolved\n${rows.map(({ created, resolved }) => `${created},${resolved}`).join('\n')}`;
  const forms = [rows, text, new TextEncoder().encode(text), new Blob([text]), new Blob([text]).stream()];
  for (const form of forms) {
    const board = Board.openSync(plan(), { asOf: '2026-11-20' });
    const report = await board.ingest(form, mapping);
    assert.deepEqual([report.read, report.used, report.refused], [3, 2, 1]);
    assert.equal(report.issues[0].row, 4);
    // Two hours and four hours: three on average.
    assert.equal(board.scores().kpis.find(({ id }) => id === 'resolution').value, 3);
    board.free();
  }
});

test('a snapshot carries the numbers without the rows', () => {
  const { report, snapshot } = snapshotOf(rows, mapping);
  assert.equal(report.used, 2);
  assert.ok(!JSON.stringify(snapshot).includes('2026-10-01T08:00'));
  const board = Board.openSync(plan(), { asOf: '2026-11-20' });
  board.load(snapshot);
  assert.equal(board.scores().kpis.find(({ id }) => id === 'resolution').value, 3);
  assert.deepEqual(board.snapshot(), snapshot);
  assert.throws(() => board.load(snapshot), { code: 'snapshot-invalid' });
  board.load(snapshot, { replace: true });
  board.free();
});

test('how rows or a snapshot arrive is read, and what is wrong with it is named', () => {
  const board = Board.openSync(plan(), { asOf: '2026-11-20' });
  const { snapshot } = snapshotOf(rows, mapping);
  const wrong = [
    [{ replace: 'yes' }, '/replace'],
    [{ replace: null }, '/replace'],
    [{ replace: Symbol('yes') }, '/replace'],
    [true, ''],
    ['replace', ''],
  ];
  for (const [how, path] of wrong) {
    for (const call of [() => board.load(snapshot, how), () => board.ingest(rows, mapping, how)]) {
      assert.throws(call, (error) => error.code === 'options-invalid' && error.issues[0].path === path);
    }
  }
  assert.deepEqual(board.snapshot().sources, []);
  for (const how of [undefined, null, {}, { replace: undefined }, { replace: false }, { replace: true }]) {
    assert.equal(board.ingest(rows, mapping, how).used, 2);
    board.remove('cases');
    board.load(snapshot, how);
    board.remove('cases');
  }
  board.free();
});

test('a source is taken out again, and a board that rested stands without it', () => {
  const value = (board) => board.scores().kpis.find(({ id }) => id === 'resolution').value;
  const board = Board.openSync(plan(), { asOf: '2026-11-20' });
  const { snapshot } = snapshotOf(rows, mapping);
  const survey = { ...snapshot, sources: [{ ...snapshot.sources[0], id: 'others' }] };
  const typed = board.scores();
  board.load(survey);
  board.load(snapshot);
  assert.equal(value(board), 3);
  const heard = [];
  board.on('change', ({ detail }) => heard.push(detail));
  assert.throws(
    () => board.remove('case'),
    ({ code, issues }) => code === 'unknown-id' && issues[0].params.nearest === 'cases',
  );
  assert.throws(() => board.remove(Symbol('cases')), { code: 'unknown-id' });
  const change = board.remove('cases');
  assert.deepEqual(
    change.kpis.map(({ id }) => id),
    ['resolution'],
  );
  assert.deepEqual(heard, [change]);
  assert.deepEqual(board.scores(), typed);
  for (const _ of [1, 2]) {
    board.rest();
    assert.deepEqual(board.scores(), typed);
    assert.deepEqual(
      board.snapshot().sources.map(({ id }) => id),
      ['others'],
    );
  }
  // It comes back as rows, is revived, and goes as what the rows came to.
  board.ingest(rows, mapping);
  board.rest();
  assert.equal(value(board), 3);
  board.remove('cases');
  board.remove('others');
  board.rest();
  assert.deepEqual([board.scores(), board.snapshot().sources], [typed, []]);
  board.free();
});

test('a zone by its name is computed from Intl, daylight saving included', () => {
  const board = Board.openSync(plan(), { asOf: '2026-11-20' });
  // Clocks go back at 03:00 on 25 October 2026 in Rome: from 00:00 to 06:00 are seven hours.
  const night = [{ created: '2026-10-25T00:00', resolved: '2026-10-25T06:00' }];
  board.ingest(night, { ...mapping, zone: 'Europe/Rome' });
  assert.equal(board.scores().kpis.find(({ id }) => id === 'resolution').value, 7);
  assert.throws(() => board.ingest(night, { ...mapping, zone: 'Europe/Roma' }), {
    code: 'mapping-invalid',
    path: '/zone',
  });
  board.free();
});

test('a series is columns of numbers', () => {
  const board = Board.openSync(plan(), { asOf: '2026-11-20' });
  const { at, value, low } = board.series('reply');
  assert.deepEqual(at, ['2026-09-30', '2026-10-31']);
  assert.ok(value instanceof Float64Array);
  assert.deepEqual([...value], [8, 6]);
  assert.ok(low.every(Number.isNaN));
  board.free();
});

test('a board that rested stands where it stood', () => {
  const board = Board.openSync(plan(), { asOf: '2026-11-20' });
  board.ingest(rows, mapping);
  board.record({ kpi: 'reply', at: '2026-10-31', value: 3 });
  const before = board.scores();
  board.rest();
  assert.deepEqual(board.scores(), before);
  assert.deepEqual(board.record([]).kpis, []);
  board.free();
});

test('numbers that are too old to count are not told as none at all', () => {
  const first = (with_, asOf) => {
    const board = Board.openSync(with_, { asOf });
    const [said] = board.describe('overview').sentences;
    board.free();
    return said;
  };
  const two = plan();
  two.goals.push({ id: 'kind', title: 'Kind help', serves: [{ to: 'mission' }] });
  const none = plan();
  delete none.goals[0].kpis[0].values;
  assert.equal(first(none, '2026-11-20'), 'The goal has no numbers yet.');
  assert.equal(first(plan(), '2027-11-20'), 'The goal’s numbers are too old to count.');
  assert.equal(first(two, '2027-11-20'), 'The numbers of 1 of the 2 goals are too old to count; 1 has none.');
});

test('it is described in sentences, in the language that is asked for', () => {
  const board = Board.openSync(plan(), { asOf: '2026-11-20' });
  const { title, sentences } = board.describe('overview');
  assert.equal(title, 'A small plan');
  assert.match(sentences[0], /^0 of 1 goal on track; Quick help is held back by First reply \(off track\)\.$/);
  throughline.setMessages('de', { 'overview.held-back': '{good} von {goals} Zielen; {goal}: {kpi} ({status})' });
  assert.equal(board.describe('overview', 'de-AT').sentences[0], '0 von 1 Zielen; Quick help: First reply (off track)');
  assert.ok(board.describe('reply').sentences.every((said) => !/undefined|NaN|^[a-z]+\.[a-z-]+$/.test(said)));
  board.free();
});
