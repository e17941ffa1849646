// Hostile input: whatever a caller gives, he hears of it in the package's own error, and the board goes on working.
import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { before, test } from 'node:test';
import { pathToFileURL } from 'node:url';
import { dist } from '../../scripts/lib/paths.mjs';
import { plan } from '../support/plan.mjs';

const throughline = await import(pathToFileURL(path.join(dist, 'index.js')).href);
const { Board, ThroughlineError, check, initSync, messagesFor, setMessages, snapshotOf } = throughline;
before(() => initSync(fs.readFileSync(path.join(dist, 'throughline.wasm'))));

const HEADER = 'created,resolved\n';
const ROW = '2026-10-01T08:00,2026-10-01T10:00\n';
const mapping = {
  version: 1,
  source: 'cases',
  period: 'month',
  columns: { created: 'created', resolved: 'resolved' },
  measures: [{ id: 'resolution', kpi: 'resolution-time' }],
};
const open = (given = plan()) => Board.openSync(given, { asOf: '2026-11-20' });
const kpi = (board, id) => board.scores().kpis.find((one) => one.id === id);

function nested(depth) {
  let value = {};
  for (let at = 0; at < depth; at += 1) value = { inside: value };
  return value;
}

const throwing = (what) =>
  Object.defineProperty({}, 'version', {
    enumerable: true,
    get() {
      throw what;
    },
  });
const circle = {};
circle.self = circle;
const deny = () => {
  throw new Error('denied');
};
const denied = new Proxy({}, { get: deny, has: deny, ownKeys: deny, getPrototypeOf: deny });
const revoked = (() => {
  const { proxy, revoke } = Proxy.revocable({}, {});
  revoke();
  return proxy;
})();

const JUNK = {
  undefined: undefined,
  null: null,
  number: 42,
  NaN: Number.NaN,
  infinity: Number.NEGATIVE_INFINITY,
  bigint: 10n,
  symbol: Symbol('x'),
  function: () => 1,
  empty: '',
  brace: '{',
  'deep text': '['.repeat(10_000) + ']'.repeat(10_000),
  'deep object': nested(10_000),
  'no stack is deep enough': nested(200_000),
  circle,
  'a getter throws': throwing(new Error('boom')),
  'a getter throws null': throwing(null),
  'a getter throws nothing printable': throwing(Object.create(null)),
  denied,
  revoked,
  'list of null': [null],
  'invalid date': new Date(Number.NaN),
  'lone surrogate': '\ud800',
  map: new Map([[1, 2]]),
  'no prototype': Object.create(null),
  bytes: new Uint8Array([255, 254, 0]),
  'toJSON throws': { toJSON: deny },
  'toString throws': { toString: deny },
};

/** A context that takes everything, as a canvas does. */
const canvasLike = (member) =>
  new Proxy(
    {},
    {
      get: (_target, name) => {
        if (name === 'getContext') return undefined;
        return name === 'measureText' ? () => ({ width: 5 }) : member;
      },
      set: () => true,
    },
  );
const context = canvasLike(() => undefined);
const drawn = { view: 'map', width: 500, ratio: 1 };

const CALLS = {
  open: (junk) => Board.open(junk),
  'open asOf': (junk) => Board.open(plan(), { asOf: junk }),
  'open options': (junk) => Board.open(plan(), junk),
  check: (junk) => check(junk),
  setPlan: (junk, board) => board.setPlan(junk),
  setAsOf: (junk, board) => board.setAsOf(junk),
  record: (junk, board) => board.record(junk),
  'record one': (junk, board) => board.record([junk]),
  'record value': (junk, board) => board.record({ kpi: 'reply', at: '2026-10-31', value: junk }),
  load: (junk, board) => board.load(junk),
  'load how': (junk, board) => board.load({ version: 1, sources: [] }, junk),
  explain: (junk, board) => board.explain(junk),
  series: (junk, board) => board.series(junk),
  describe: (junk, board) => board.describe(junk),
  'describe locale': (junk, board) => board.describe('overview', junk),
  'ingest rows': (junk, board) => board.ingest(junk, mapping),
  'ingest row': (junk, board) => board.ingest([junk], mapping),
  'ingest cell': (junk, board) => board.ingest([{ created: junk, resolved: 'x' }], mapping),
  'ingest mapping': (junk, board) => board.ingest(HEADER, junk),
  'ingest a blob, mapping': (junk, board) => board.ingest(new Blob([HEADER]), junk),
  'ingest how': (junk, board) => board.ingest(HEADER, mapping, junk),
  'ingest zone': (junk, board) => board.ingest(HEADER, { ...mapping, zone: junk }),
  'ingest chunk': (junk, board) => board.ingest(stream(junk), mapping),
  snapshotOf: (junk) => snapshotOf(junk, mapping),
  'snapshotOf mapping': (junk) => snapshotOf(HEADER, junk),
  'draw on': (junk, board) => board.draw(junk, drawn),
  'draw options': (junk, board) => board.draw(context, junk),
  'draw view': (junk, board) => board.draw(context, { ...drawn, view: junk }),
  'draw width': (junk, board) => board.draw(context, { ...drawn, width: junk }),
  'draw ratio': (junk, board) => board.draw(context, { ...drawn, ratio: junk }),
  'draw palette': (junk, board) => board.draw(context, { ...drawn, palette: junk }),
  'draw labels': (junk, board) => board.draw(context, { ...drawn, labels: { nodes: { quick: junk } } }),
  'draw focus': (junk, board) => board.draw(context, { ...drawn, view: 'line', focus: junk }),
  layout: (junk, board) => board.layout(drawn, junk),
  on: (junk, board) => board.on('change', junk),
};

function stream(...chunks) {
  return new ReadableStream({
    start(controller) {
      for (const chunk of chunks) controller.enqueue(chunk);
      controller.close();
    },
  });
}

/** What a caller must never get: somebody else's error, a death, an empty or endless sentence. */
function assertOurs(thrown, where) {
  assert.ok(thrown instanceof ThroughlineError, `${where}: ${typeof thrown} ${thrown?.name} ${thrown?.message}`);
  assert.ok(!['board-failed', 'unexpected'].includes(thrown.code), `${where}: ${thrown.message}`);
  assert.ok(
    thrown.message.length > 10 && thrown.message.length < 2000,
    `${where}: ${thrown.message.length} characters`,
  );
  assert.equal(typeof thrown.path, 'string');
  for (const { message } of thrown.issues) assert.doesNotMatch(message, /^issue\./, where);
}

for (const [call, run] of Object.entries(CALLS)) {
  test(`${call}: junk is refused in words, and the board goes on`, async () => {
    const board = open();
    for (const [name, junk] of Object.entries(JUNK)) {
      try {
        await run(junk, board);
      } catch (thrown) {
        assertOurs(thrown, `${call}, ${name}`);
      }
    }
    board.setPlan(plan());
    board.setAsOf('2026-11-20');
    board.record({ kpi: 'reply', at: '2026-10-31', value: 2 });
    assert.equal(kpi(board, 'reply').progress, 1);
    board.free();
  });
}

test('days that are none are refused at the edge as everywhere', () => {
  const days = [
    '',
    '0000-00-00',
    '2026-02-30',
    '10000-01-01',
    '-0001-01-01',
    '20261031',
    '2026-10-31T00:00',
    ' 2026-10-31',
  ];
  for (const asOf of days) {
    const path = asOf === '' ? undefined : '/asOf';
    assert.throws(() => Board.openSync(plan(), { asOf }), { code: 'options-invalid', ...(path && { path }) }, asOf);
  }
  for (const at of [8.64e15, -8.64e15, Number.NaN]) {
    assert.throws(() => Board.openSync(plan(), { asOf: new Date(at) }), { code: 'options-invalid' });
  }
});

test('the first and the last day there are can be read and recorded', () => {
  const board = open();
  for (const at of ['0001-01-01', '9999-12-31']) {
    board.record({ kpi: 'reply', at, value: 1 });
    board.setAsOf(at);
    assert.ok(board.explain('mission').steps.length > 0);
    board.describe('reply');
  }
  board.free();
});

test('ids and units that every object knows are names like others', () => {
  for (const name of ['__proto__', 'constructor', 'toString', '<img src=x onerror=alert(1)>', '\u202e\n😀']) {
    const given = plan();
    given.goals[0].id = name;
    given.strategies[0].serves[0].to = name;
    given.goals[0].kpis[0].unit = name;
    const board = open(given);
    assert.equal(board.explain(name).subject, name);
    assert.ok(board.describe(name).sentences.every((said) => !said.includes('[native code]')));
    assert.ok(board.describe('reply').sentences.length > 0);
    board.draw(context, { ...drawn, focus: name, labels: { nodes: { [name]: { title: 'x', status: 'x' } } } });
    board.free();
  }
});

test('what a caller does with his records afterwards changes nothing, and any number of them is taken at once', () => {
  const board = open();
  const record = { kpi: 'reply', at: '2026-10-31', value: 3 };
  board.record(record);
  record.value = 'broken';
  board.rest();
  assert.equal(kpi(board, 'reply').value, 3);
  board.record(Array.from({ length: 130_000 }, () => ({ kpi: 'reply', at: '2026-10-31', value: 4 })));
  assert.equal(kpi(board, 'reply').value, 4);
  board.free();
});

test('records made while a change is told are replayed in their order', () => {
  const board = open();
  let once = true;
  board.on('change', () => {
    if (once) {
      once = false;
      board.record({ kpi: 'reply', at: '2026-10-31', value: 5 });
    }
  });
  board.record({ kpi: 'reply', at: '2026-10-31', value: 3 });
  assert.equal(kpi(board, 'reply').value, 5);
  board.rest();
  assert.equal(kpi(board, 'reply').value, 5);
  board.free();
});

test('a listener may free the board that tells it', () => {
  const board = open();
  board.on('change', () => board.free());
  board.load({ version: 1, sources: [] });
  assert.equal(board.freed, true);
  assert.throws(() => board.load({ version: 1, sources: [] }), { code: 'freed' });
  assert.throws(() => board.ingest(HEADER, mapping), { code: 'freed' });
});

test('a picture whose width is none, or beyond all, is still a picture', () => {
  const board = open();
  for (const width of [0, -5, 1e9]) {
    const { nodes } = board.draw(context, { ...drawn, width, ratio: 1e9, focus: 'nobody', palette: { ink: 'url(x)' } });
    assert.equal(nodes.length, 5);
    assert.ok(nodes.every((node) => [node.x, node.y, node.width, node.height].every(Number.isFinite)));
  }
  board.free();
});

test('a context that throws midway costs nothing but that picture', () => {
  const board = open();
  board.record({ kpi: 'reply', at: '2026-10-31', value: 2 });
  const broken = canvasLike(deny);
  assert.throws(() => board.draw(broken, drawn), { name: 'ThroughlineError', code: 'board-failed' });
  board.record([]);
  assert.equal(kpi(board, 'reply').progress, 1);
  board.draw(context, drawn);
  board.free();
});

test('tables that are none say so, and the next good one is taken', async () => {
  const bytes = new Uint8Array(100_000).map((_, at) => (at * 7919) % 256);
  const tables = {
    binary: bytes,
    'binary without NUL': bytes.map((byte) => byte || 1),
    'UTF-16': Buffer.from(`\ufeff${HEADER}`, 'utf16le'),
    'a mark alone': Uint8Array.of(0xef, 0xbb, 0xbf),
    'half a mark': Uint8Array.of(0xef, 0xbb),
    nothing: '',
    'blank lines': '\n\r\n\n',
    'one long line': 'x'.repeat(10_000_000),
    'a hundred thousand columns': `${Array.from({ length: 100_000 }, (_, at) => `c${at}`)}\n`,
    quotes: '"'.repeat(1_000_000),
    'sep alone': 'sep=;\n',
  };
  const board = open();
  for (const [name, table] of Object.entries(tables)) {
    const before = performance.now();
    assert.throws(
      () => board.ingest(table, mapping),
      (thrown) => {
        assertOurs(thrown, name);
        return true;
      },
    );
    assert.ok(performance.now() - before < 10_000, `${name} takes too long`);
  }
  assert.equal(board.ingest(HEADER + ROW, mapping).used, 1);
  assert.equal(board.ingest(HEADER, mapping).read, 0);
  const open1 = `${HEADER}${ROW}"2026-10-01T08:00,2026-10-01T10:00\n`;
  assert.equal(board.ingest(open1, mapping, { replace: true }).refused, 1);
  board.free();
});

test('rows as objects have the columns they own, whatever these are called', () => {
  const rows = [{ created: '2026-10-01T08:00', resolved: '2026-10-01T10:00' }, JSON.parse('{"constructor":"x"}')];
  const { snapshot } = snapshotOf(rows, { ...mapping, dimension: 'constructor' });
  assert.ok(!JSON.stringify(snapshot).includes('native code'));
});

test('a stream that fails, is taken, or never ends leaves the board as it was', async () => {
  const board = open();
  const utf8 = (text) => new TextEncoder().encode(text);
  let pulled = 0;
  const failing = new ReadableStream({
    pull(controller) {
      pulled += 1;
      if (pulled > 3) controller.error(new Error('the line went dead'));
      else controller.enqueue(utf8(HEADER));
    },
  });
  await assert.rejects(board.ingest(failing, mapping), (thrown) => {
    assertOurs(thrown, 'failing stream');
    return thrown.code === 'csv-unreadable' && thrown.message.includes('the line went dead');
  });
  const taken = new ReadableStream();
  taken.getReader();
  await assert.rejects(board.ingest(taken, mapping), { code: 'options-invalid' });
  const byteByByte = stream(...[...utf8(HEADER + ROW)].map((byte) => Uint8Array.of(byte)));
  const other = stream(utf8(HEADER), utf8(ROW.repeat(3)));
  const reports = [board.ingest(byteByByte, mapping), board.ingest(other, { ...mapping, source: 'other' })];
  board.record({ kpi: 'reply', at: '2026-10-31', value: 2 });
  assert.deepEqual(
    (await Promise.all(reports)).map(({ used }) => used),
    [1, 3],
  );
  assert.equal(kpi(board, 'resolution').value, 2);

  let cancelled = false;
  const silent = new ReadableStream({
    cancel() {
      cancelled = true;
    },
  });
  const waiting = board.ingest(silent, mapping);
  board.free();
  await assert.rejects(waiting, { code: 'freed' });
  assert.equal(cancelled, true);
});

test('snapshots that contradict themselves are refused, and leave the numbers that were there', () => {
  const { snapshot } = snapshotOf(HEADER + ROW.repeat(9), mapping);
  const cell = (given) => given.sources[0].measures[0].cells[0];
  const spoil = {
    'a negative count': (given) => Object.assign(cell(given), { n: -1 }),
    'half a case': (given) => Object.assign(cell(given), { n: 1.5 }),
    'a count beyond all': (given) => Object.assign(cell(given), { n: 1e300 }),
    'another version': (given) => Object.assign(given, { version: 99 }),
    'mixed periods': (given) => Object.assign(cell(given), { period: '2026-W40' }),
    'a month that is none': (given) => Object.assign(cell(given), { period: '2026-13' }),
    'a bucket out of reach': (given) => Object.assign(cell(given).durations, { buckets: [1e9, 9] }),
    'a negative bucket': (given) => Object.assign(cell(given).durations, { buckets: [5, -9] }),
    'an endless list of buckets': (given) =>
      Object.assign(cell(given).durations, { buckets: Array.from({ length: 200_000 }, (_, at) => at % 2) }),
    'a source twice': (given) => given.sources.push(given.sources[0]),
    'time backwards': (given) => Object.assign(given.sources[0], { span: { first: '2026-12-01', last: '2026-01-01' } }),
  };
  const board = open();
  board.load(snapshot);
  const before = board.scores();
  for (const [name, how] of Object.entries(spoil)) {
    const given = structuredClone(snapshot);
    how(given);
    assert.throws(() => board.load(given, { replace: true }), { code: 'snapshot-invalid' }, name);
    board.record([]);
    assert.deepEqual(board.scores(), before, name);
  }
  board.free();
});

test('a translation that is written wrong stays English; what every object inherits is no message', () => {
  setMessages('nl', { 'error.freed': '{', 'error.unknown-id': 5 });
  const words = messagesFor('nl');
  assert.equal(words.text('error.freed'), messagesFor('en').text('error.freed'));
  assert.equal(words.text('error.unknown-id'), messagesFor('en').text('error.unknown-id'));
  for (const code of ['constructor', '__proto__', 'toString']) {
    assert.equal(words.has(code), false);
    assert.equal(words.text(code), code);
  }
  for (const locale of ['en_US', 'x', '', '<b>', 'de-DE-u-nu-'])
    assert.ok(messagesFor(locale).text('error.freed').length > 0);
});
