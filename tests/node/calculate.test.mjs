// One KPI by itself, as a programmer asks for it, in Node, on the built package.
import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { pathToFileURL } from 'node:url';
import { dist } from '../../scripts/lib/paths.mjs';
import { plan } from '../support/plan.mjs';

const { Board, calculate, init, setMessages, ThroughlineError } = await import(
  pathToFileURL(path.join(dist, 'index.js')).href
);

const PROMOTERS = { promoters: 45, passives: 40, detractors: 15 };
const nps = (counts, more) => ({ family: 'nps', counts, ...more });

test('before it is started it says so', () => {
  assert.throws(() => calculate(nps(PROMOTERS)), { code: 'not-initialised' });
});

test('counts in: value, n, interval, variant, definition and source out', async () => {
  await init(fs.readFileSync(path.join(dist, 'throughline.wasm')));
  const { interval, text, ...rest } = calculate(nps(PROMOTERS));
  assert.deepEqual(rest, {
    family: 'nps',
    variant: 'net',
    value: 30,
    unit: 'points',
    n: 100,
    numerator: 30,
    denominator: 100,
    definition: 'nps.net',
    source: 'reichheld-2003',
    notes: [],
  });
  assert.deepEqual([interval.level, interval.method], [0.95, 'adjusted-wald']);
  assert.equal(((interval.high - interval.low) / 2).toFixed(2), '13.82');
  assert.match(text.definition, /^Net promoter score/);
  assert.match(text.source, /^Reichheld/);
});

test('values in, and what is left out is told', () => {
  const values = [2, 3, 5, 7, 8, 12, 15, 21, 40, 180];
  const ask = (variant) => calculate({ family: 'resolution-time', variant, unit: 'min', values, counts: { open: 3 } });
  assert.equal(ask('mean').value, 29.3);
  assert.equal(ask('p90').value.toFixed(6), '54.000000');
  assert.equal(ask('p90-nearest-rank').value, 40);
  assert.deepEqual(ask('median').text.notes, ['3 open cases have no time yet and are left out.']);
});

test('a small group has no value, and nothing else is told of it', () => {
  const found = calculate({ family: 'enps', values: [10, 9, 9, 10] });
  assert.deepEqual(found.missing, { code: 'suppressed', params: { minimum: 5 } });
  assert.deepEqual(
    ['value', 'n', 'interval', 'numerator'].filter((name) => name in found),
    [],
  );
});

test('the words come in the language that is asked for', () => {
  setMessages('de', { 'definition.nps.net': 'Anteil der Fürsprecher weniger Anteil der Kritiker.' });
  const { text } = calculate(nps(PROMOTERS), 'de-AT');
  assert.equal(text.definition, 'Anteil der Fürsprecher weniger Anteil der Kritiker.');
  assert.match(text.source, /^Reichheld/, 'what it lacks stays English');
});

test('what cannot be is refused with every issue and its place', () => {
  const issuesOf = (request) => {
    try {
      calculate(request);
    } catch (error) {
      assert.ok(error instanceof ThroughlineError);
      assert.equal(error.code, 'calculation-invalid');
      for (const { message } of error.issues) assert.doesNotMatch(message, /issue\.|undefined|NaN|[{}]/);
      return error.issues.map(({ code, path: place }) => `${code} ${place}`).join();
    }
    return assert.fail(`${JSON.stringify(request)} is taken`);
  };
  assert.equal(
    issuesOf(nps({ promoters: -1, passives: 1.5 })),
    'out-of-range /counts/promoters,wrong-type /counts/passives,missing-field /counts',
  );
  assert.equal(issuesOf(nps({ promoters: 0, passives: 0, detractors: 0 })), 'not-above /counts');
  assert.equal(issuesOf({ family: 'csat', values: [5, 6, Number.NaN] }), 'out-of-range /values/1,wrong-type /values/2');
  assert.equal(
    issuesOf({ family: 'fcr', counts: { firstContact: 5, contacts: 4 } }),
    'part-above-whole /counts/firstContact',
  );
  assert.equal(
    issuesOf({ family: 'retention', counts: { start: 200, end: 231, new: 30 } }),
    'part-above-whole /counts/end',
  );
  const undefinedValue = { family: 'clv', amounts: { margin: 100, retention: 1.2, discount: 0.1 } };
  assert.equal(issuesOf(undefinedValue), 'not-below /amounts/retention');
  assert.equal(issuesOf({ family: 'cronbach-alpha', items: [[1, 2], [2]] }), 'counts-differ /items/1');
  assert.equal(issuesOf({ family: 'cronbach-alpha', items: [[1], [2]] }), 'too-few /items/0');
  assert.equal(
    issuesOf({
      family: 'cronbach-alpha',
      items: [
        [1, 2],
        [2, 1],
      ],
    }),
    'no-spread /items',
  );
  for (const request of [undefined, null, 3, [], {}, { family: 'nope' }]) issuesOf(request);
  assert.throws(() => calculate('{'), { code: 'json-syntax' });
});

test('rows that are none are refused by their place, with what to do', () => {
  const mapping = { version: 1, source: 'answers', measures: [{ id: 'answer', kpi: 'nps', column: 'Score' }] };
  const thrown = (rows) => {
    try {
      calculate({ rows, mapping });
    } catch (error) {
      return error;
    }
    return assert.fail(`${rows} is taken`);
  };
  const none = { null: null, number: 7, boolean: true, Object: {}, Blob: new Blob(['Score\n9']), Map: new Map() };
  for (const [found, rows] of Object.entries(none)) {
    const error = thrown(rows);
    assert.ok(error instanceof ThroughlineError);
    const issue = found === 'Blob' ? 'rows-to-come' : 'not-rows';
    assert.deepEqual([error.code, error.path, error.issues[0]?.code], ['calculation-invalid', '/rows', issue], found);
    assert.equal(error.issues[0].params.found, found);
    assert.match(error.message, found === 'Blob' ? /await file\.text\(\)/ : /CSV as text or bytes/);
  }
  for (const row of [null, 3, 'Score']) {
    const { code, path: place, issues } = thrown([{ Score: 9 }, row]);
    assert.deepEqual([code, place, issues[0].code], ['calculation-invalid', '/rows/1', 'not-a-row']);
  }
});

test('an object that throws when it is read is an error of the package, and the next call works', () => {
  const hostile = {
    get family() {
      throw new Error('no');
    },
  };
  assert.throws(() => calculate(hostile), { code: 'json-syntax' });
  assert.equal(calculate(nps(PROMOTERS)).value, 30);
});

test('rows in: by the mapping of a board, with what became of them', () => {
  const mapping = {
    version: 1,
    source: 'tickets',
    zone: 'Europe/Vienna',
    hours: { sat: ['22:00-06:00'], mon: ['09:00-17:00'] },
    columns: { created: 'Opened', resolved: 'Closed' },
    measures: [{ id: 'time', kpi: 'resolution-time', hours: 'business' }],
  };
  const hours = (rows) => calculate({ rows, mapping, unit: 'h' });
  // Clocks go back in the night of the 25th, and forward in that of 29 March.
  const autumn = { Opened: '2026-10-24 18:00', Closed: '2026-10-25 12:00' };
  const spring = { Opened: '2026-03-28 18:00', Closed: '2026-03-29 12:00' };
  assert.equal(hours([autumn]).value, 9);
  assert.equal(hours([spring]).value, 7);
  const found = hours([autumn, spring, { Opened: '2026-10-24 18:00', Closed: 'soon' }]);
  assert.deepEqual([found.value, found.n, found.unit, found.numerator], [8, 2, 'h', 16]);
  assert.deepEqual([found.report.read, found.report.used, found.report.refused], [3, 2, 1]);
  assert.deepEqual([found.report.issues[0].row, found.report.issues[0].column], [4, 'Closed']);
  assert.deepEqual(found.cohorts, []);
  assert.match(found.text.definition, /^Mean time from creation to resolution/);
  // The same table on a board gives the same number.
  const board = Board.openSync(plan(), { asOf: '2026-11-20' });
  board.ingest([autumn], mapping);
  const { rows: told } = board.breakdown({ source: 'tickets', measure: 'time', variant: 'mean', unit: 'h', by: [] });
  assert.equal(told[0].value, 9);
  board.free();
});

test('rows that cannot be asked for are refused as everywhere', () => {
  const columns = { created: 'Opened', resolved: 'Closed' };
  const mapping = { version: 1, source: 't', columns, measures: [{ id: 'time', kpi: 'resolution-time' }] };
  const rows = [{ Opened: '2026-10-24', Closed: '2026-10-25' }];
  const refused = (request) => {
    try {
      calculate(request);
    } catch (error) {
      assert.ok(error instanceof ThroughlineError, String(error));
      for (const { message } of error.issues) assert.doesNotMatch(message, /issue\.|undefined|NaN|[{}]/);
      return `${error.code} ${error.issues.map(({ code, path: place }) => `${code} ${place}`)}`;
    }
    return assert.fail('it is taken');
  };
  assert.equal(refused({ rows, mapping, measure: 'tim' }), 'calculation-invalid unknown-reference /measure');
  assert.equal(refused({ rows, mapping, variant: 'l3' }), 'calculation-invalid unknown-value /variant');
  assert.equal(refused({ rows, mapping, family: 'nps' }), 'calculation-invalid unknown-field /family');
  assert.match(refused({ rows }), /^(json-syntax|mapping-invalid) /);
  assert.match(refused({ rows: [{ Opened: '2026-10-24' }], mapping }), /^mapping-invalid missing-column /);
  assert.equal(refused({ rows: 3, mapping }), 'calculation-invalid not-rows /rows');
  assert.equal(calculate({ rows, mapping, unit: 'd' }).value, 1);
});
