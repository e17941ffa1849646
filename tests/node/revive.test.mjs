// A wasm instance that dies is replaced by a fresh one, and every board is played to it again.
import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { pathToFileURL } from 'node:url';
import { dist } from '../../scripts/lib/paths.mjs';
import { plan } from '../support/plan.mjs';

// Exports that die when they are told to, as a panic makes them: an `unreachable` is a RuntimeError.
let dying;
let instances = 0;
const { Instance } = WebAssembly;
WebAssembly.Instance = class {
  constructor(module, imports) {
    const { exports } = new Instance(module, imports);
    instances += 1;
    const mine = instances;
    let dead = false;
    this.exports = new Proxy(
      {},
      {
        get: (_target, name) => {
          const real = exports[name];
          if (typeof real !== 'function') return real;
          return (...given) => {
            if (dead) throw new WebAssembly.RuntimeError(`instance ${mine} was used after its death`);
            if (name === dying) {
              dying = undefined;
              dead = true;
              throw new WebAssembly.RuntimeError('unreachable');
            }
            return real(...given);
          };
        },
      },
    );
  }
};
const { Board, initSync } = await import(pathToFileURL(path.join(dist, 'index.js')).href);

const mapping = {
  version: 1,
  source: 'cases',
  columns: { created: 'created', resolved: 'resolved' },
  measures: [{ id: 'resolution', kpi: 'resolution-time' }],
};
const rows = [{ created: '2026-10-01T08:00', resolved: '2026-10-01T10:00' }];

test('boards live on when the instance dies', () => {
  initSync(fs.readFileSync(path.join(dist, 'throughline.wasm')));
  const [one, other] = [0, 1].map(() => Board.openSync(plan(), { asOf: '2026-11-20' }));
  one.ingest(rows, mapping);
  one.record({ kpi: 'reply', at: '2026-10-31', value: 3 });
  other.setAsOf('2026-11-25');
  const before = [one.scores(), other.scores()];
  dying = 'core_explain';
  assert.throws(() => one.explain('quick'), { code: 'board-failed' });
  assert.equal(instances, 2);
  // A record drops what was remembered of the scores, so they are asked of the fresh instance.
  assert.deepEqual(one.record([]).kpis, []);
  assert.deepEqual(one.scores(), before[0]);
  assert.deepEqual(other.record([]).kpis, []);
  assert.deepEqual(other.scores(), before[1]);
  assert.equal(one.explain('quick').subject, 'quick');
  one.free();
  other.free();
});

test('people, small groups and the same protection are there again when the instance has died', () => {
  const how = {
    version: 1,
    source: 'cases',
    columns: { created: 'created', resolved: 'resolved' },
    dimensions: ['Team', { column: 'Agent', person: true }],
    minimum: 7,
    measures: [{ id: 'rating', kpi: 'csat', column: 'Rating', date: 'resolved' }],
  };
  const lines = Array.from({ length: 120 }, (_, at) => {
    const team = at < 3 ? 'Small' : ['North', 'South', 'East'][at % 3];
    return { created: '2026-10-01', resolved: '2026-10-02', Team: team, Agent: `A${at % 4}`, Rating: 1 + (at % 5) };
  });
  const board = Board.openSync(plan(), { asOf: '2026-11-20' });
  board.ingest(lines, how);
  const asked = (by) => board.breakdown({ source: 'cases', measure: 'rating', variant: 'mean', by: [by] });
  const before = { people: asked('Agent'), teams: asked('Team'), snapshot: board.snapshot() };
  assert.equal(before.people.rows.filter(({ own }) => own !== undefined).length, 4);
  assert.deepEqual(
    before.teams.rows.filter(({ missing }) => missing).map(({ segment, missing }) => [segment.Team, missing.params]),
    [
      ['East', { minimum: 7 }],
      ['Small', { minimum: 7 }],
    ],
  );
  assert.deepEqual(before.snapshot.sources[0].dimensions ?? before.snapshot.sources[0].dimension, 'Team');
  dying = 'core_explain';
  assert.throws(() => board.explain('quick'), { code: 'board-failed' });
  const after = { people: asked('Agent'), teams: asked('Team'), snapshot: board.snapshot() };
  assert.deepEqual(after, before);
  board.free();
});

test('an instance that dies while a hash is waited for, or what is held is written down, dies once', async () => {
  const open = () => Board.openSync(plan(), { asOf: '2026-11-20' });
  const [one, other] = [open(), open()];
  const kill = () => {
    dying = 'core_explain';
    assert.throws(() => other.explain('quick'), { code: 'board-failed' });
  };
  const { subtle } = globalThis.crypto;
  const own = Object.getOwnPropertyDescriptor(Object.getPrototypeOf(subtle), 'digest');
  let asked = 0;
  const slow = async (...given) => {
    asked += 1;
    const first = asked === 1;
    await new Promise((done) => setTimeout(done, 20));
    if (first) kill();
    return own.value.apply(subtle, given);
  };
  const before = instances;
  Object.defineProperty(Object.getPrototypeOf(subtle), 'digest', { ...own, value: slow });
  const file = new Blob(['created,resolved\n', '2026-10-01T08:00,2026-10-01T10:00\n'.repeat(200_000)]);
  try {
    await assert.rejects(one.ingest(file, mapping, { onProgress: () => undefined }), { code: 'board-failed' });
  } finally {
    Object.defineProperty(Object.getPrototypeOf(subtle), 'digest', own);
  }
  assert.equal(instances, before + 1);
  assert.equal(one.ingest(rows, mapping).used, 1);

  const stop = one.on('change', kill);
  await assert.rejects(one.ingest(new Blob(['created,resolved\n2026-10-01,2026-10-02\n']), mapping), {
    code: 'board-failed',
  });
  stop();
  assert.equal(instances, before + 2);
  assert.equal(one.ingest(rows, mapping).used, 1);
});
