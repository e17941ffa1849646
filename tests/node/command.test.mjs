// The package's command: rows to a snapshot, a plan's check, and what a shell is told.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { after, test } from 'node:test';
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

test('a plan is checked, every issue with its place', () => {
  assert.match(call('check', put('plan.json', plan())).stdout, /a valid plan/);
  const { status, stderr } = call('check', put('wrong.json', { ...plan(), goals: [{ id: 'g' }] }));
  assert.equal(status, 1);
  assert.match(stderr, /\/goals\/0[^\n]*: "title" is missing\./);
});

test('a wrong call says how to call it', () => {
  assert.equal(call('snapshot').status, 2);
  assert.equal(call('publish').status, 2);
  assert.match(call('--help').stdout, /throughline snapshot --mapping/);
  assert.equal(call('check', path.join(folder, 'nothing.json')).status, 1);
});
