// What a caller gives is read once and before Rust holds anything: whatever throws, no reader of rows is left behind.
import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { before, test } from 'node:test';
import { pathToFileURL } from 'node:url';
import { dist } from '../../scripts/lib/paths.mjs';
import { plan } from '../support/plan.mjs';

/** How many readers there are: each export that makes one, takes one over or drops one is counted. */
let readers = 0;
let made = 0;
const COUNTED = { reader_new: 1, __wbg_reader_free: -1, core_take: -1, core_begin: -1, snapshotOf: -1 };
const { Instance } = WebAssembly;
WebAssembly.Instance = class {
  constructor(module, imports) {
    const { exports } = new Instance(module, imports);
    const counted = ([name, by]) => [
      name,
      (...given) => {
        // What a call takes over is gone even where it then refuses; what it refuses to make was never there.
        if (by < 0) readers += by;
        const result = exports[name](...given);
        if (by > 0 && !result[2]) [readers, made] = [readers + 1, made + 1];
        return result;
      },
    ];
    for (const name of Object.keys(COUNTED)) assert.equal(typeof exports[name], 'function', name);
    this.exports = { ...exports, ...Object.fromEntries(Object.entries(COUNTED).map(counted)) };
  }
};
const { Board, initSync, snapshotOf } = await import(pathToFileURL(path.join(dist, 'index.js')).href);
before(() => initSync(fs.readFileSync(path.join(dist, 'throughline.wasm'))));

const mapping = {
  version: 1,
  source: 'cases',
  columns: { created: 'created', resolved: 'resolved' },
  measures: [{ id: 'resolution', kpi: 'resolution-time' }],
};
const CSV = 'created,resolved\n2026-10-01T08:00,2026-10-01T10:00\n';
const open = () => Board.openSync(plan(), { asOf: '2026-11-20' });

/** An object whose member throws at its `which`-th reading; `reads` says how often it was read. */
function throwing(name, which, reads = { count: 0 }) {
  const get = () => {
    reads.count += 1;
    if (reads.count === which) throw new Error('boom');
    return undefined;
  };
  return Object.defineProperty({}, name, { enumerable: true, get });
}

const BAD = {
  'replace throws': (board) => board.ingest(CSV, mapping, throwing('replace', 1)),
  'signal throws': (board) => board.ingest(CSV, mapping, throwing('signal', 1)),
  'onProgress throws, rows in slices': (board) => board.ingest(new Blob([CSV]), mapping, throwing('onProgress', 1)),
  'the mapping throws': (board) => board.ingest(CSV, accessor('columns')),
  'the zone throws': (board) => board.ingest(new Blob([CSV]), accessor('zone')),
  'no such zone': (board) => board.ingest(CSV, { ...mapping, zone: 'Nowhere/At-all' }),
  'no such mapping': (board) => board.ingest(CSV, { ...mapping, measures: 5 }),
  'a cell throws': (board) => board.ingest([throwing('created', 1)], mapping),
  'no rows': (board) => board.ingest('', mapping),
  'no rows, in slices': (board) => board.ingest(new Blob([]), mapping),
  'a snapshot of no rows': () => snapshotOf('', mapping),
  'a snapshot of a cell that throws': () => snapshotOf([throwing('created', 1)], mapping),
};

/** Not a spread, which would read it. */
function accessor(name) {
  return Object.defineProperties(throwing(name, 1), {
    version: { value: 1, enumerable: true },
    source: { value: 'cases', enumerable: true },
  });
}

for (const [name, run] of Object.entries(BAD)) {
  test(`${name}: the board keeps what it has, and no reader stays`, async () => {
    const board = open();
    board.ingest(CSV, mapping);
    const before = board.scores();
    assert.equal(readers, 0);
    await assert.rejects(async () => run(board), { name: 'ThroughlineError' });
    assert.equal(readers, 0);
    assert.deepEqual(board.scores(), before);
    assert.equal(board.ingest(CSV, mapping).used, 1);
    board.free();
  });
}

for (const name of ['replace', 'signal', 'onProgress']) {
  test(`${name} is read once`, async () => {
    const board = open();
    const reads = { count: 0 };
    const since = made;
    // At a second reading it would throw: a reader made between the two would stay.
    await board.ingest(CSV, mapping, throwing(name, 2, reads));
    assert.deepEqual([reads.count, made - since, readers], [1, 1, 0]);
    board.free();
  });
}
