// A second implementation: the demo's KPIs counted from the same rows in plain JavaScript, beside the board's.
import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { before, test } from 'node:test';
import { pathToFileURL } from 'node:url';
import { at, demoOut, dist } from '../../scripts/lib/paths.mjs';
import { files } from '../../www/demo/generator/write.js';

const { firstRows } = await import(pathToFileURL(path.join(dist, 'guess.js')).href);
const AS_OF = '2026-11-20';
const EXPORTED = '2026-11-20 18:00';
const SOURCES = ['tickets', 'surveys', 'customers', 'employees'];
const plan = fs.readFileSync(at('www', 'demo', 'plan.json'), 'utf8');
const mapping = (source) => JSON.parse(fs.readFileSync(at('www', 'demo', 'mapping', `${source}.json`), 'utf8'));

let throughline;
let fromRows;
let fromSnapshot;
const tables = {};
before(async () => {
  throughline = await import(pathToFileURL(path.join(dist, 'index.js')).href);
  await throughline.init(fs.readFileSync(path.join(dist, 'throughline.wasm')));
  const made = files();
  const scored = (fill) => {
    const board = throughline.Board.openSync(plan, { asOf: AS_OF });
    fill(board);
    const { kpis } = board.scores();
    board.free();
    return new Map(kpis.map((kpi) => [kpi.id, kpi]));
  };
  fromRows = scored((board) => {
    for (const source of SOURCES) board.ingest(made[`made-up-${source}.csv`], mapping(source));
  });
  fromSnapshot = scored((board) => board.load(fs.readFileSync(path.join(demoOut, 'data', 'snapshot.json'), 'utf8')));
  for (const source of SOURCES) {
    const { header, rows } = firstRows(made[`made-up-${source}.csv`], Number.POSITIVE_INFINITY);
    tables[source] = rows.map((row) => Object.fromEntries(header.map((name, i) => [name, row[i]])));
  }
});

const hours = (from, to) =>
  (Date.parse(`${to.replace(' ', 'T')}Z`) - Date.parse(`${from.replace(' ', 'T')}Z`)) / 3_600_000;
const broken = (row) => row.Created === 'yesterday' || row.Created.startsWith('2026-02-30') || row.Rating === 'ten';
const cases = () => tables.tickets.filter((row) => !broken(row));
const share = (rows, counts) => (100 * rows.filter(counts).length) / rows.length;
const during =
  (column, ...months) =>
  (row) =>
    months.some((month) => row[column].startsWith(month));

/** Type 7 of Hyndman and Fan. */
function quantile(values, p) {
  const sorted = [...values].sort((a, b) => a - b);
  const place = (sorted.length - 1) * p;
  const below = sorted[Math.floor(place)];
  return below + (place % 1) * ((sorted[Math.ceil(place)] ?? below) - below);
}

const OCTOBER = '2026-10';
const QUARTER = ['2026-08', '2026-09', '2026-10'];
const HALF = ['2026-05', '2026-06', '2026-07', ...QUARTER];

/** Each KPI's value, and n, in October 2026 or in its window. */
const COUNTED = {
  'first-reply': () => {
    const times = cases()
      .filter(during('First reply', OCTOBER))
      .map((row) => hours(row.Created, row['First reply']));
    return [quantile(times, 0.5), times.length];
  },
  'chat-reply': () => {
    const chats = cases().filter((row) => row.Channel === 'Chat' && row['First reply'].startsWith(OCTOBER));
    return [
      60 *
        quantile(
          chats.map((row) => hours(row.Created, row['First reply'])),
          0.5,
        ),
      chats.length,
    ];
  },
  'resolution-median': () => {
    const times = cases()
      .filter(during('Resolved', OCTOBER))
      .map((row) => hours(row.Created, row.Resolved));
    return [quantile(times, 0.5), times.length];
  },
  'slow-tail': () => {
    const times = cases()
      .filter(during('Resolved', OCTOBER))
      .map((row) => hours(row.Created, row.Resolved));
    return [quantile(times, 0.9) / 24, times.length];
  },
  'promise-kept': () => {
    const due = cases().filter(during('Due', OCTOBER));
    return [
      share(due, (row) => row.Resolved !== '' && row.Resolved <= row.Due && row.Resolved <= EXPORTED),
      due.length,
    ];
  },
  satisfied: () => {
    const rated = cases().filter((row) => row.Rating !== '' && during('Resolved', ...QUARTER)(row));
    return [share(rated, (row) => Number(row.Rating) >= 4), rated.length];
  },
  recommend: () => {
    const answers = tables.surveys.filter(during('Answered', ...QUARTER));
    const score = (row) => Number(row.Recommend);
    return [share(answers, (row) => score(row) >= 9) - share(answers, (row) => score(row) <= 6), answers.length];
  },
  renewed: () => {
    const ended = tables.customers.filter(during('Ended', ...HALF));
    return [share(ended, (row) => row.Renewed === 'yes'), ended.length];
  },
  'would-return': () => {
    const answers = tables.employees.filter(during('Answered', ...QUARTER));
    return [share(answers, (row) => /^(Agree|Strongly agree)$/.test(row['Choose again'])), answers.length];
  },
  'ideas-heard': () => {
    const answers = tables.employees.filter(during('Answered', ...QUARTER));
    return [share(answers, (row) => /^(Agree|Strongly agree)$/.test(row['Ideas heard'])), answers.length];
  },
};

for (const [id, count] of Object.entries(COUNTED)) {
  test(`${id}: the board's value is the one counted by hand from the rows`, () => {
    const [value, n] = count();
    const kpi = fromRows.get(id);
    assert.equal(kpi.n, n);
    assert.ok(Math.abs(kpi.value - value) <= 1e-9 * Math.max(1, Math.abs(value)), `${kpi.value} is not ${value}`);
  });
}

test('every KPI that is read from rows is counted here', () => {
  const read = [...fromRows.values()].filter(({ provenance }) => provenance?.kind === 'computed').map(({ id }) => id);
  assert.deepEqual(read.sort(), Object.keys(COUNTED).sort());
});

test('the snapshot gives the same numbers: counts exactly, quantiles within their printed error', () => {
  for (const id of Object.keys(COUNTED)) {
    const [rows, snapshot] = [fromRows.get(id), fromSnapshot.get(id)];
    assert.equal(snapshot.n, rows.n, id);
    const error = snapshot.approximation ?? 0;
    assert.ok(error <= 0.011, id);
    assert.ok(
      Math.abs(snapshot.value - rows.value) <= (error + 1e-9) * Math.abs(rows.value),
      `${id}: ${snapshot.value}`,
    );
  }
});
