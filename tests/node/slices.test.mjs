// Rows that are read in slices: the same as at once, told how far they are, given up without a trace.
import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { pathToFileURL } from 'node:url';
import { dist } from '../../scripts/lib/paths.mjs';
import { plan } from '../support/plan.mjs';

const { Board, initSync } = await import(pathToFileURL(path.join(dist, 'index.js')).href);
initSync(fs.readFileSync(path.join(dist, 'throughline.wasm')));

const mapping = {
  version: 1,
  source: 'cases',
  id: 'id',
  columns: { created: 'created', resolved: 'resolved' },
  dimension: 'team',
  measures: [{ id: 'resolution', kpi: 'resolution-time' }],
};
const MANY = 200_000;
const row = (at) => `T${at},Tëam ${at % 7},2026-10-${10 + (at % 9)} 08:00,2026-10-2${at % 9} 1${at % 9}:30`;
const text = `id,team,created,resolved\n${Array.from({ length: MANY }, (_, at) => row(at)).join('\n')}\n`;
const bytes = new TextEncoder().encode(text);
const open = () => Board.openSync(plan(), { asOf: '2026-11-20' });
const stream = (step) =>
  new ReadableStream({
    start(controller) {
      for (let from = 0; from < bytes.length; from += step) controller.enqueue(bytes.subarray(from, from + step));
      controller.close();
    },
  });

/** A file as an older browser has it, whose stream fills no room of others. */
const inSlices = (file) => {
  file.stream = () => new ReadableStream();
  return file;
};

test('a file, a stream, a response, text and bytes in slices come to the same as at once', async () => {
  const once = open();
  const { hash, used } = once.ingest(text, mapping);
  assert.equal(used, MANY);
  const length = { 'Content-Length': String(bytes.length) };
  const forms = {
    file: () => [new Blob([bytes])],
    stream: () => [stream(1_000_003)],
    response: () => [new Response(stream(777_777), { headers: length })],
    text: () => [text, { onProgress: () => undefined }],
    bytes: () => [bytes, { signal: new AbortController().signal }],
  };
  for (const [name, form] of Object.entries(forms)) {
    const board = open();
    const [rows, how] = form();
    const report = await board.ingest(rows, mapping, how);
    assert.deepEqual([report.hash, report.used, report.new], [hash, used, used], name);
    assert.deepEqual(board.scores(), once.scores(), name);
    assert.deepEqual(board.snapshot(), once.snapshot(), name);
    board.free();
  }
  once.free();
});

/** The hash of a file as docs/snapshot.md has it. */
function hashOf(file) {
  const parts = [];
  for (let from = 0; from < file.length; from += 1 << 20) parts.push(file.subarray(from, from + (1 << 20)));
  const hashes = parts.map((part) => createHash('sha256').update(part).digest());
  if (parts.length < 2) return createHash('sha256').update(file).digest('hex');
  return `${createHash('sha256').update(Buffer.concat(hashes)).digest('hex')}-${parts.length}`;
}

test('the hash of a file is the same by the page and by the core, and that of its parts', async () => {
  const head = 'id,team,created,resolved\n';
  const lengths = [head.length + 41, (1 << 20) - 1, 1 << 20, (1 << 20) + 1, 3 << 20, 5_000_011];
  const { crypto } = globalThis;
  for (const length of lengths) {
    const file = Buffer.alloc(length, `${head}T1,A,2026-10-01 08:00,2026-10-02 08:00\n`);
    const expected = hashOf(file);
    const by = async (rows) => (await open().ingest(rows, { ...mapping, id: undefined })).hash;
    assert.equal(await by(new Blob([file])), expected, `${length} by the page`);
    assert.equal(
      open().ingest(new Uint8Array(file), { ...mapping, id: undefined }).hash,
      expected,
      `${length} at once`,
    );
    // Pages that came without encryption have no such hash.
    Object.defineProperty(globalThis, 'crypto', { value: {}, configurable: true });
    try {
      assert.equal(await by(new Blob([file])), expected, `${length} by the core`);
    } finally {
      Object.defineProperty(globalThis, 'crypto', { value: crypto, configurable: true });
    }
  }
});

test('a file that can no longer be read is an error, wherever it stops', async () => {
  const board = open();
  for (const good of [0, 1, 2]) {
    const file = new Blob([bytes]);
    let asked = 0;
    inSlices(file);
    // As a file does that somebody moves or changes while it is read.
    file.slice = (from, to) => {
      asked += 1;
      const piece = new Blob([bytes.subarray(from, to)]);
      if (asked > good) piece.arrayBuffer = () => Promise.reject(new DOMException('gone', 'NotReadableError'));
      return piece;
    };
    await assert.rejects(board.ingest(file, mapping), { code: 'csv-unreadable' });
    assert.deepEqual(board.snapshot(), open().snapshot());
  }
});

test('a file whose stream breaks off is an error', async () => {
  const board = open();
  for (const good of [0, 1000, 3 << 19]) {
    const file = new Blob([bytes]);
    file.stream = () =>
      new ReadableStream({
        type: 'bytes',
        start(controller) {
          if (good > 0) controller.enqueue(bytes.slice(0, good));
        },
        pull(controller) {
          controller.error(new DOMException('gone', 'NotReadableError'));
        },
      });
    await assert.rejects(board.ingest(file, mapping), { code: 'csv-unreadable' });
    assert.deepEqual(board.snapshot(), open().snapshot());
  }
});

test('a file gives the same numbers and hash by its stream and in slices', async () => {
  const [one, other] = [open(), open()];
  const streamed = await one.ingest(new Blob([bytes]), mapping);
  const sliced = await other.ingest(inSlices(new Blob([bytes])), mapping);
  assert.deepEqual(sliced, streamed);
  assert.deepEqual(other.snapshot(), one.snapshot());
});

test('a hash that fails is an error, and leaves the board as it was', async () => {
  const { subtle } = globalThis.crypto;
  const board = open();
  const broken = () => Promise.reject(new Error('no hash today'));
  const own = Object.getOwnPropertyDescriptor(Object.getPrototypeOf(subtle), 'digest');
  Object.defineProperty(Object.getPrototypeOf(subtle), 'digest', { ...own, value: broken });
  try {
    await assert.rejects(board.ingest(new Blob([bytes]), mapping), { code: 'csv-unreadable' });
  } finally {
    Object.defineProperty(Object.getPrototypeOf(subtle), 'digest', own);
  }
  assert.deepEqual(board.snapshot(), open().snapshot());
  assert.equal((await board.ingest(new Blob([bytes]), mapping)).used, MANY);
});

test('progress only grows, and the page has its turn in between', async () => {
  const board = open();
  const told = [];
  let turns = 0;
  let over = false;
  // A turn of the loop, not of a clock: how fast the machine is does not matter.
  const others = () => {
    turns += 1;
    if (!over) setImmediate(others);
  };
  setImmediate(others);
  const heard = [];
  board.on('change', () => heard.push(told.length));
  await board.ingest(new Blob([bytes]), mapping, { onProgress: (progress) => told.push(progress) });
  over = true;
  assert.ok(told.length > 1, `told ${told.length} times`);
  assert.ok(turns > 1, `${turns} turns of others`);
  for (const [at, { read, total, rows }] of told.entries()) {
    assert.equal(total, bytes.length);
    const before = told[at - 1];
    if (before !== undefined) assert.ok(read >= before.read && rows >= before.rows, `step ${at}`);
  }
  // The delimiter is settled once a first part is there; the last row ends with the file.
  assert.equal(told.at(-1).read, bytes.length);
  assert.ok(told.at(-1).rows >= MANY - 1);
  assert.deepEqual(heard, [told.length], 'one change, at the end');
  board.free();
});

test('what is given up leaves the board as it was', async () => {
  const board = open();
  board.ingest(text.slice(0, text.indexOf('\n', 5000) + 1), mapping);
  const before = [board.scores(), board.snapshot()];
  const moments = [
    () => AbortSignal.abort(new Error('too early')),
    (later) => later((read) => read > 1_000_000),
    (later) => later((read) => read === bytes.length),
  ];
  for (const moment of moments) {
    const giveUp = new AbortController();
    let stop = () => false;
    const early = moment((when) => {
      stop = when;
      return undefined;
    });
    const how = {
      signal: early ?? giveUp.signal,
      onProgress: ({ read }) => {
        if (stop(read)) giveUp.abort();
      },
    };
    await assert.rejects(board.ingest(new Blob([bytes]), mapping, how), { name: 'ThroughlineError', code: 'aborted' });
    assert.deepEqual([board.scores(), board.snapshot()], before);
  }
  const report = await board.ingest(new Blob([bytes]), mapping);
  assert.equal(report.updated + report.new, MANY);
  board.free();
});

test('rows that come in the meantime are kept', async () => {
  const [board, other] = [open(), open()];
  const half = text.indexOf('\n', text.length / 2) + 1;
  const header = text.slice(0, text.indexOf('\n') + 1);
  const waiting = board.ingest(new Blob([text.slice(0, half)]), mapping);
  board.ingest(header + text.slice(half), mapping);
  await waiting;
  other.ingest(text, mapping);
  assert.deepEqual(
    board.scores().kpis.map(({ value, n }) => [value, n]),
    other.scores().kpis.map(({ value, n }) => [value, n]),
  );
  board.free();
  other.free();
});

test('a response that ends before its announced length, or is no file at all, changes nothing', async () => {
  const board = open();
  const before = board.snapshot();
  const short = new Response(stream(500_000), { headers: { 'Content-Length': String(bytes.length + 10) } });
  await assert.rejects(board.ingest(short, mapping), (thrown) => {
    assert.equal(thrown.code, 'csv-unreadable');
    assert.deepEqual(thrown.issues[0].params, { read: bytes.length, total: bytes.length + 10 });
    return /cut-short/.test(thrown.issues[0].code) && /announced/.test(thrown.message);
  });
  // Packed, the length is that of what was sent.
  const packed = { 'Content-Length': '10', 'Content-Encoding': 'gzip' };
  await board.ingest(new Response(bytes, { headers: packed }), { ...mapping, source: 'packed' });
  board.remove('packed');
  await assert.rejects(board.ingest(new Response('not found', { status: 404 }), mapping), { code: 'options-invalid' });
  assert.deepEqual(board.snapshot(), before);
  board.free();
});
