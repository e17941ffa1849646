// The command and the page write the same snapshot, byte for byte: of a file at once, in chunks of any size, and merged.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { after, test } from 'node:test';
import { at, demoOut, dist } from '../../scripts/lib/paths.mjs';
import { plan } from '../support/plan.mjs';
import { html, useBrowser } from './support/browser.mjs';

const open = useBrowser();
const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'throughline-snapshot-'));
after(() => fs.rmSync(folder, { recursive: true }));
const shared = path.join(process.env.THROUGHLINE_DATA ?? at('..', 'shared', 'data'), 'cs');

const tickets = {
  version: 1,
  source: 'tickets',
  name: 'Tickets – Köln',
  period: 'month',
  zone: 'Europe/Vienna',
  id: 'Case',
  columns: { created: 'Created', firstReply: 'First reply', resolved: 'Resolved', due: 'Due' },
  dimensions: ['Channel', 'Topic'],
  cross: [['Channel', 'Topic']],
  measures: [
    { id: 'reply', kpi: 'first-reply-time', limit: 14400 },
    { id: 'resolution', kpi: 'resolution-time', limit: 172800 },
    { id: 'promise', kpi: 'sla-compliance', denominator: 'due' },
    { id: 'rating', kpi: 'csat', column: 'Rating', scale: 5, date: 'Resolved' },
    { id: 'backlog', kpi: 'backlog', opening: 12, counts: {} },
    { id: 'rated', kpi: 'containment', counts: { botResolved: { column: 'Rating', atLeast: 4 } } },
  ],
};
const weekly = { ...tickets, period: 'week', source: 'weeks', calendar: { weekStart: 'sunday' } };
const events = {
  version: 1,
  source: 'log',
  events: { case: 'CaseID', time: 'CompleteTimestamp' },
  measures: [{ id: 'resolution', kpi: 'resolution-time', limit: 86400 }],
};
const months = {
  version: 1,
  source: 'hospital',
  measures: [{ id: 'hours', kpi: 'counts', denominator: 'attendances', complement: 'breaches', date: 'period' }],
};

/** The command's own words on a file. */
function written(...args) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [path.join(dist, 'cli.js'), ...args], {
    encoding: 'utf8',
    maxBuffer: 1 << 28,
  });
  assert.equal(status, 0, stderr);
  return stdout;
}

function put(name, content) {
  const file = path.join(folder, name);
  fs.writeFileSync(file, typeof content === 'object' && !Buffer.isBuffer(content) ? JSON.stringify(content) : content);
  return file;
}

/** The same by the page: at once, as a stream of chunks of this size, and by a board. */
async function inPage(tab, rows, mapping, size) {
  return tab.evaluate(
    async ([address, how, chunk, given]) => {
      const { Board, snapshotOf, init } = globalThis.throughline;
      await init();
      const bytes = new Uint8Array(await (await fetch(address)).arrayBuffer());
      const board = await Board.open(given, { asOf: '2026-11-20' });
      const pieces = [];
      for (let from = 0; from < bytes.length; from += chunk) pieces.push(bytes.slice(from, from + chunk));
      const stream = new ReadableStream({
        start(controller) {
          for (const piece of pieces) controller.enqueue(piece);
          controller.close();
        },
      });
      await board.ingest(stream, how);
      const streamed = JSON.stringify(board.snapshot());
      board.ingest(bytes, how, { replace: true });
      const again = JSON.stringify(board.snapshot());
      board.free();
      return { atOnce: JSON.stringify(snapshotOf(bytes, how).snapshot), streamed, again };
    },
    [rows, mapping, size, plan()],
  );
}

async function page(t, files) {
  const start = `import * as throughline from '/package/index.js';\nglobalThis.throughline = throughline;`;
  const { page: tab } = await open(t, {
    files: { '/index.html': html({ scripts: ['/start.js'] }), '/start.js': start, ...files },
  });
  await tab.waitForFunction(() => globalThis.throughline);
  return tab;
}

const sample = path.join(demoOut, 'data', 'made-up-tickets.csv');
const FILES = [
  ['made-up tickets, two dimensions and their pairs', sample, tickets, 9973],
  ['the same by weeks from Sunday', sample, weekly, 65_537],
  ['an event log', path.join(shared, 'helpdesk_italy_eventlog.csv'), events, 1021],
  ['counts of hospitals', path.join(shared, 'nhs_ae_attendances.csv'), months, 4096],
];

for (const [name, file, mapping, size] of FILES) {
  test(`${name}: the command writes what the page writes`, async (t) => {
    if (!fs.existsSync(file)) return t.skip('passed over: the file is not here');
    const command = written('snapshot', '--mapping', put('mapping.json', mapping), file);
    const tab = await page(t, { '/rows.csv': fs.readFileSync(file) });
    const found = await inPage(tab, '/rows.csv', mapping, size);
    assert.ok(command.length > 2000);
    for (const [how, text] of Object.entries(found)) assert.equal(`${text}\n`, command, how);
  });
}

test('merged by the command as by the page, in whatever order the months come', async (t) => {
  const [header, ...lines] = fs.readFileSync(sample, 'utf8').trim().split('\n');
  const parts = ['2025-11', '2025-12', '2026-01'].map((month) =>
    // Nothing of a case may lie in another month: snapshots of the same days are refused.
    lines.filter((line) => [3, 4, 5, 6].every((at) => line.split(',')[at].startsWith(`${month}-1`))),
  );
  const mapping = put('months.json', { ...tickets, measures: tickets.measures.slice(0, 4) });
  const snapshots = parts.map((rows, place) => {
    const file = put(`rows-${place}.csv`, [header, ...rows].join('\n'));
    return put(`part-${place}.json`, written('snapshot', '--mapping', mapping, file));
  });
  const texts = snapshots.map((file) => fs.readFileSync(file, 'utf8'));
  const tab = await page(t, {});
  for (const order of [
    [0, 1, 2],
    [2, 0, 1],
  ]) {
    const command = written('merge', ...order.map((place) => snapshots[place]));
    const merged = await tab.evaluate(
      async (given) => {
        await globalThis.throughline.init();
        return JSON.stringify(globalThis.throughline.mergeSnapshots(given));
      },
      order.map((place) => texts[place]),
    );
    assert.equal(`${merged}\n`, command);
    assert.equal(JSON.parse(command).sources[0].used, parts.flat().length);
  }
});
