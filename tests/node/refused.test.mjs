// Refused rows as a table for a spreadsheet: every cell quoted, none that a spreadsheet would compute.
import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { pathToFileURL } from 'node:url';
import { dist } from '../../scripts/lib/paths.mjs';
import { plan } from '../support/plan.mjs';

const { Board, initSync, refusedCsv, setMessages, snapshotOf } = await import(
  pathToFileURL(path.join(dist, 'index.js')).href
);
initSync(fs.readFileSync(path.join(dist, 'throughline.wasm')));

const mapping = {
  version: 1,
  source: 'cases',
  columns: { created: '=Created', resolved: 'resolved' },
  measures: [{ id: 'resolution', kpi: 'resolution-time' }],
};

test('refused rows are written with their text, and nothing in them is a formula', () => {
  const rows = [
    '=Created,resolved,note',
    '=1+1,2026-10-02,x',
    '2026-10-01,soon,"a ""b""',
    'c"',
    '@x,,',
    '2026-10-01,,',
  ];
  const { report } = snapshotOf(rows.join('\n'), mapping);
  assert.deepEqual([report.read, report.used, report.refused], [4, 1, 3]);
  const lines = refusedCsv(report).split('\r\n');
  assert.deepEqual(lines, [
    'row,line,column,code,reason,raw',
    `2,2,"'=Created","not-a-date","""=1+1"" is no date","'=1+1,2026-10-02,x"`,
    '3,3,"resolved","not-a-date","""soon"" is no date","2026-10-01,soon,""a """"b""""\nc"""',
    `4,5,"'=Created","not-a-date","""@x"" is no date","'@x,,"`,
    '',
  ]);
  for (const start of ['=', '+', '-', '@', '\t', '\r']) {
    const issues = [{ row: 2, line: 2, code: 'not-utf-8', params: {}, raw: `${start}1` }];
    assert.match(refusedCsv({ issues }), /,"'[=+\-@\t\r]1"\r\n$/);
  }
});

test('the reasons come in the words of the locale', () => {
  setMessages('de', { 'row.not-a-date': '„{value}“ ist kein Datum' });
  const { report } = snapshotOf('=Created,resolved\nx,\n', mapping);
  assert.match(refusedCsv(report, 'de'), /„x“ ist kein Datum/);
});

test('what was refused is read back by the package itself', () => {
  const text = `=Created,resolved\n${Array.from({ length: 1500 }, (_, at) => `x${at},"a;""b"`).join('\n')}\n`;
  const { report } = snapshotOf(text, mapping);
  assert.deepEqual([report.refused, report.issues.length], [1500, 1000]);
  const again = snapshotOf(refusedCsv(report), { ...mapping, columns: { created: 'raw', resolved: 'reason' } }).report;
  assert.deepEqual([again.read, again.refused], [1000, 1000]);
  // Two faults a row: the first five hundred rows are listed.
  assert.equal(again.issues.at(-1).row, 501);
});

test('the share of rows used stands beside the number, and is never rounded up to all', () => {
  const board = Board.openSync(plan(), { asOf: '2026-11-20' });
  const rows = Array.from({ length: 1999 }, () => '2026-10-01,2026-10-02');
  board.ingest(['=Created,resolved', ...rows, '2026-10-01,soon'].join('\n'), mapping);
  const said = board.describe('resolution').sentences.join(' ');
  assert.match(said, /1,999 of 2,000 rows could be used \(99\.9%\)/);
  board.ingest(['=Created,resolved', ...rows].join('\n'), mapping, { replace: true });
  assert.match(board.describe('resolution').sentences.join(' '), /1,999 of 1,999 rows could be used\./);
  board.free();
});
