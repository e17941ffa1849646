// The package's command: rows to a snapshot, a plan's check, and what a shell is told.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { after, test } from 'node:test';
import { pathToFileURL } from 'node:url';
import { dist } from '../../scripts/lib/paths.mjs';
import { plan } from '../support/plan.mjs';

const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'throughline-command-'));
after(() => fs.rmSync(folder, { recursive: true }));

function put(name, text) {
  const file = path.join(folder, name);
  fs.writeFileSync(file, typeof text === 'string' ? text : JSON.stringify(text));
  return file;
}
const call = (...args) => spawnSync(process.execPath, [path.join(dist, 'cli.js'), ...args], { encoding: 'utf8' });

const measures = [{ id: 'resolution', kpi: 'resolution-time' }];
const columns = { created: 'created', resolved: 'resolved' };
const mapping = put('mapping.json', { version: 1, source: 'cases', columns, measures });
const other = put('other.json', { version: 1, source: 'more', columns, measures });
const rows = put('rows.csv', 'created,resolved\n2026-10-01T08:00,2026-10-01T10:00\n2026-10-02T08:00,soon\n');

test('rows become a snapshot; what could not be read is told beside it', () => {
  const { status, stdout, stderr } = call('snapshot', '--mapping', mapping, rows);
  assert.equal(status, 0, stderr);
  assert.deepEqual(
    JSON.parse(stdout).sources.map(({ id }) => id),
    ['cases'],
  );
  assert.match(stderr, /2 rows read, 1 used, 1 refused/);
  assert.match(stderr, /row 3, column resolved: "soon" is no date/);
});

test('several tables make one snapshot, each by its mapping', () => {
  const { status, stdout } = call('snapshot', '--mapping', mapping, '--mapping', other, rows, rows);
  assert.equal(status, 0);
  assert.deepEqual(
    JSON.parse(stdout).sources.map(({ id }) => id),
    ['cases', 'more'],
  );
});

test('snapshots are merged: other days of a source added up, small groups still left out', () => {
  const month = (name) => {
    const line = (at) =>
      `2026-${name}-01T08:00,2026-${name}-0${(at % 5) + 1}T10:00,${at < 3 ? 'few' : at < 9 ? 'some' : 'many'}`;
    const lines = Array.from({ length: 30 }, (_, at) => line(at));
    return put(`${name}.csv`, `created,resolved,Team\n${lines.join('\n')}\n`);
  };
  const teams = put('teams.json', { version: 1, source: 'cases', dimension: 'Team', columns, measures });
  const written = ['09', '10'].map((name) =>
    put(`${name}.json`, call('snapshot', '--mapping', teams, month(name)).stdout),
  );
  const { status, stdout, stderr } = call('merge', ...written);
  assert.equal(status, 0, stderr);
  const [source] = JSON.parse(stdout).sources;
  assert.equal(source.used, 60);
  assert.deepEqual(
    source.measures[0].cells.map(({ period, segment = '', n }) => `${period} ${segment} ${n}`),
    ['2026-09  30', '2026-09 many 21', '2026-10  30', '2026-10 many 21'],
  );
  assert.equal(source.measures[0].suppressed.length, 4);
  assert.match(call('merge', written[0], written[0]).stderr, /overlapping/);
  // Two tables of one source make one entry of it.
  const both = call('snapshot', '--mapping', teams, month('09'), month('10'));
  assert.deepEqual(JSON.parse(both.stdout).sources[0].measures, source.measures);
});

test('a plan is checked, every issue with its place', () => {
  assert.match(call('check', put('plan.json', plan())).stdout, /a valid plan/);
  const { status, stderr } = call('check', put('wrong.json', { ...plan(), goals: [{ id: 'g' }] }));
  assert.equal(status, 1);
  assert.match(stderr, /\/goals\/0[^\n]*: "title" is missing\./);
});

test('a wrong call says how to call it', () => {
  assert.equal(call('snapshot').status, 2);
  assert.equal(call('merge').status, 2);
  assert.equal(call('publish').status, 2);
  assert.match(call('--help').stdout, /throughline snapshot --mapping/);
  assert.equal(call('check', path.join(folder, 'nothing.json')).status, 1);
});

test('a receipt is confirmed by plan and rows, or what differs is told', async () => {
  const { Board, initSync } = await import(pathToFileURL(path.join(dist, 'index.js')).href);
  initSync(fs.readFileSync(path.join(dist, 'throughline.wasm')));
  const measure = { source: 'cases', measure: 'resolution', variant: 'mean' };
  const kpi = { id: 'time', title: 'Time', unit: 'h', direction: 'down', target: 4, interval: 'month', measure };
  const read = { version: 1, title: 'Plan', mission: { id: 'mission', title: 'Help', kpis: [kpi] } };
  const board = Board.openSync(read, { asOf: '2026-11-20' });
  board.ingest(fs.readFileSync(rows), JSON.parse(fs.readFileSync(mapping, 'utf8')));
  const receipt = put('receipt.json', board.receipt());
  const snapshot = put('snapshot.json', board.snapshot());
  board.free();
  const file = put('read.json', read);
  const good = call('confirm', receipt, file, mapping, rows);
  assert.equal(good.status, 0, good.stderr + good.stdout);
  assert.match(good.stdout, /The value of time: the same\nAll of it is confirmed\./);
  assert.equal(call('confirm', receipt, snapshot, file).status, 0);
  const longer = put('longer.csv', 'created,resolved\n2026-10-01T08:00,2026-10-01T12:00\n');
  const bad = call('confirm', receipt, file, mapping, longer);
  assert.equal(bad.status, 1);
  assert.match(bad.stdout, /! The data of cases: [0-9a-f]{12}… where the receipt says [0-9a-f]{12}…/);
  assert.match(bad.stdout, /! The value of time: 4 where the receipt says 2\n2 lines are not confirmed\./);
  assert.equal(call('confirm', receipt).status, 2);
});
