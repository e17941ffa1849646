// The journal beside a board: edits as events with their inverse, undo and redo, and what is asked of a journal (P5, P7, P8, P15).
import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import { at, dist } from '../../scripts/lib/paths.mjs';

const load = (name) => import(pathToFileURL(path.join(dist, name)).href);
const { Board, init } = await load('index.js');
const journal = await load('journal.js');
const { apply, edit, fingerprint, redo, undo } = journal;
await init(fs.readFileSync(path.join(dist, 'throughline.wasm')));

const who = { actor: 'ana', time: '2026-11-20T09:00:00Z', id: 'e1' };
const PLAN = {
  version: 1,
  title: 'Example',
  checkIns: 'month',
  reviews: { every: 'month' },
  cycles: [{ id: 'q4', title: 'Q4', start: '2026-10-01', end: '2026-12-31' }],
  mission: { id: 'mission', title: 'Help' },
  goals: [
    {
      id: 'quick',
      title: 'Quick',
      cycle: 'q4',
      serves: [{ to: 'mission' }],
      kpis: [
        {
          id: 'solved',
          title: 'Solved',
          unit: '%',
          baseline: 60,
          target: 85,
          values: [{ at: '2026-10-31', value: 76 }],
        },
      ],
    },
    { id: 'calm', title: 'Calm', serves: [{ to: 'mission' }] },
  ],
  actions: [{ id: 'train', title: 'Train', serves: [{ to: 'quick' }] }],
};
const copy = (value) => JSON.parse(JSON.stringify(value));
const refusal = (code, issue) => (error) =>
  error.name === 'ThroughlineError' &&
  error.code === code &&
  error.issues[0]?.code === issue &&
  !/error\.|issue\./.test(error.message);

function on(plan, use, asOf = '2026-11-20') {
  const board = Board.openSync(plan, { asOf });
  try {
    return use(board);
  } finally {
    board.free();
  }
}

test('the fingerprint is the SHA-256 of canonical JSON: the order of fields is nothing to it', () => {
  // RFC 8785: {"a":1,"b":[2,"é"]}, hashed by sha256sum.
  assert.equal(
    fingerprint('{ "b": [2.0, "\\u00e9"], "a": 1 }'),
    '992f8d0a5d6192a6c1c9dd35a695b4ce8c743eaa26836ab176d7367cf0bd62b1',
  );
  const turned = Object.fromEntries(Object.entries(PLAN).reverse());
  assert.equal(fingerprint(turned), fingerprint(PLAN));
  assert.notEqual(fingerprint({ ...PLAN, title: 'Other' }), fingerprint(PLAN));
});

test('an edit is an event with its inverse, and the plan that was given stays', () => {
  const before = copy(PLAN);
  const easier = (plan) => {
    plan.goals[0].kpis[0].target = 80;
  };
  const { plan, entry } = edit(PLAN, easier, { ...who, about: 'solved' });
  assert.deepEqual(PLAN, before);
  assert.equal(plan.goals[0].kpis[0].target, 80);
  assert.deepEqual(entry, {
    kind: 'edit',
    ...who,
    about: 'solved',
    plan: fingerprint(PLAN),
    result: fingerprint(plan),
    patch: [{ op: 'replace', path: '/goals/0/kpis/0/target', value: 80 }],
    inverse: [{ op: 'replace', path: '/goals/0/kpis/0/target', value: 85 }],
  });
  assert.deepEqual(apply(PLAN, entry), plan);
  const undone = undo(plan, entry, { ...who, id: 'e2' });
  assert.deepEqual(undone.plan, before);
  assert.equal(undone.entry.undoes, 'e1');
  const again = redo(undone.plan, undone.entry, { ...who, id: 'e3' });
  assert.deepEqual(again.plan, plan);
  assert.equal(again.entry.undoes, 'e2');
  // What the journal's format says of them all, the board says too.
  const kept = { version: 1, entries: [entry, undone.entry, again.entry] };
  assert.equal(on(plan, (board) => journal.mergeJournals(board, [kept, kept])).entries.length, 3);
  // The same by another plan, and by a patch.
  assert.deepEqual(edit(PLAN, plan, who).entry.patch, entry.patch);
  assert.deepEqual(edit(PLAN, entry.patch, who).plan, plan);
});

test('an edit fits the plan that it was made on alone, and says so', () => {
  const { plan, entry } = edit(PLAN, { ...PLAN, title: 'New' }, who);
  const other = { ...PLAN, title: 'Other' };
  for (const run of [() => apply(other, entry), () => undo(other, entry, who), () => undo(PLAN, entry, who)])
    assert.throws(run, refusal('plan-differs'));
  assert.throws(() => redo(plan, entry, who), refusal('not-undone'));
  const wrong = { ...entry, inverse: [{ op: 'replace', path: '/title', value: 'Made up' }] };
  assert.throws(() => undo(plan, wrong, who), refusal('edit-differs'));
  assert.throws(() => edit(PLAN, [{ op: 'remove', path: '/goals/7' }], who), refusal('edit-failed', 'patch-failed'));
  assert.throws(() => edit(PLAN, copy(PLAN), who), refusal('nothing-changed'));
  assert.throws(() => edit('{', PLAN, who), refusal('json-syntax', 'unreadable'));
});

test('no patch reaches what objects are made of', () => {
  const paths = ['/__proto__/polluted', '/constructor/prototype/polluted', '/goals/0/__proto__/polluted', '/prototype'];
  for (const at of paths)
    for (const op of [
      { op: 'add', path: at, value: true },
      { op: 'copy', from: at, path: '/title' },
    ]) {
      assert.throws(() => edit(PLAN, [op], who), refusal('edit-failed', 'pointer-refused'), at);
      const entry = { ...edit(PLAN, { ...PLAN, title: 'x' }, who).entry, patch: [op] };
      assert.throws(() => apply(PLAN, entry), refusal('edit-failed', 'pointer-refused'), at);
    }
  const own = JSON.parse('{ "__proto__": { "polluted": 1 } }');
  assert.throws(() => edit(PLAN, (plan) => Object.assign(plan.goals[0], { x: own }), who), { code: 'plan-invalid' });
  assert.equal({}.polluted, undefined);
});

/** Numbers from a seed, so that what fails once fails again (mulberry32). */
function seeded(seed) {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

/** What leads from one list or object to another, as the entry does it inside. */
const { difference, applyPatch } = await bundled(`
  export { difference } from './www/element/journal/difference.ts';
  export { applyPatch } from 'rfc6902';
`);

async function bundled(contents) {
  const stdin = { contents, resolveDir: at() };
  const { outputFiles } = await build({ stdin, bundle: true, write: false, format: 'esm', platform: 'node' });
  return import(`data:text/javascript;base64,${Buffer.from(outputFiles[0].contents).toString('base64')}`);
}

test('whatever is changed, there and back is the same plan', () => {
  const random = seeded(7);
  const pick = (list) => list[Math.floor(random() * list.length)];
  const value = () => pick([1, 'x', null, true, [], {}, [1, 2], { id: 'n', 'a/b': { '~': 0 } }, '', 0.5]);
  const wander = (thing) => {
    const keys = typeof thing === 'object' && thing !== null ? Object.keys(thing) : [];
    if (keys.length === 0 || random() < 0.3) return thing;
    return wander(thing[pick(keys)]);
  };
  let changed = 0;
  for (let round = 0; round < 500; round += 1) {
    const after = copy(PLAN);
    for (let step = 0; step <= random() * 4; step += 1) {
      const place = wander(after);
      if (Array.isArray(place)) {
        pick([
          () => place.push(value()),
          () => place.splice(Math.floor(random() * place.length), 1),
          () => place.unshift(copy(place.at(-1) ?? null)),
          () => place.reverse(),
        ])();
      } else if (typeof place === 'object' && place !== null) {
        const name = pick([...Object.keys(place), 'new', 'a/b', '~tilde', '']);
        if (random() < 0.3) delete place[name];
        else place[name] = value();
      }
    }
    if (JSON.stringify(after) === JSON.stringify(PLAN)) continue;
    changed += 1;
    const holder = { plan: copy(PLAN) };
    const make = (from, to) => difference(copy(from), copy(to)).map((step) => ({ ...step, path: `/plan${step.path}` }));
    applyPatch(holder, copy(make(PLAN, after)));
    assert.deepEqual(holder.plan, after);
    applyPatch(holder, copy(make(after, PLAN)));
    assert.deepEqual(holder.plan, PLAN);
  }
  assert.ok(changed > 300, `${changed} plans were changed`);
});

test('a long list is no long wait, and one thing less in it is one step', () => {
  const goals = Array.from({ length: 5000 }, (_, at) => ({ id: `g${at}`, title: `Goal ${at}` }));
  const { entry } = edit({ ...PLAN, goals, actions: [] }, (plan) => plan.goals.splice(2000, 1), who);
  assert.deepEqual(entry.patch, [{ op: 'remove', path: '/goals/2000' }]);
  assert.deepEqual(entry.inverse, [{ op: 'add', path: '/goals/2000', value: goals[2000] }]);
});

test('a review keeps what stands, and the next one tells what changed, the plan of then had from the edits', () => {
  const held = on(
    PLAN,
    (board) =>
      journal.reviewEntry(
        board,
        { version: 1, entries: [] },
        { actor: 'ana', time: '2026-11-02T09:00:00Z', id: 'r1', note: 'Fine.' },
      ),
    '2026-11-02',
  );
  assert.equal(held.plan, fingerprint(PLAN));
  assert.ok(held.findings.some(({ finding }) => finding === 'no-owner'));
  const first = edit(PLAN, (plan) => Object.assign(plan.goals[0].kpis[0], { target: 80 }), who);
  const second = edit(first.plan, (plan) => plan.goals.pop(), { ...who, id: 'e2', time: '2026-11-20T09:30:00Z' });
  const log = { version: 1, entries: [second.entry, held, first.entry] };
  const before = journal.planAtReview(second.plan, log);
  assert.deepEqual(before, PLAN);
  // Where the edits do not lead there, nothing is made up.
  assert.equal(journal.planAtReview({ ...second.plan, title: 'Changed without the journal' }, log), undefined);
  on(second.plan, (board) => {
    const report = journal.review(board, log, { before });
    const said = report.since.changes.map((change) => journal.describeChange(change));
    assert.deepEqual(said, ['Calm is gone', 'Solved: target eased from 85% to 80%']);
    assert.deepEqual(
      report.findings.map(({ id }) => id),
      ['target-eased'],
    );
    assert.equal(report.next, '2026-12-31');
    assert.equal(report.since.edits, 2);
    assert.deepEqual(journal.planChanges(board, PLAN), report.since.changes);
  });
});

test('check-ins, loops and objectives are asked of a board, and a bad journal is refused with every fault', () => {
  const log = {
    version: 1,
    entries: [
      { kind: 'check-in', ...who, id: 'a', about: 'solved', confidence: 0.4, value: 78, at: '2026-11-15' },
      { kind: 'check-in', ...who, id: 'b', about: 'train', confidence: 0.9, progress: 0.5 },
      { kind: 'feedback', ...who, id: 'c', about: 'quick', text: 'Why?', from: 'employee' },
      {
        kind: 'override',
        ...who,
        id: 'd',
        about: 'calm',
        status: 'at-risk',
        reason: 'They said so.',
        until: '2026-12-31',
      },
    ],
  };
  on(PLAN, (board) => {
    board.record(journal.recordsOf(log));
    board.setPlan(journal.withOverrides(board.plan(), log));
    const standing = (id) => board.scores().nodes.find((node) => node.id === id);
    assert.equal(board.scores().kpis[0].value, 78);
    assert.deepEqual(standing('calm').override, {
      status: 'at-risk',
      reason: 'They said so.',
      author: 'ana',
      expires: '2026-12-31',
      holds: true,
    });
    assert.equal(board.plan().actions[0].progress, undefined);
    const checked = journal.checkIns(board, log);
    assert.equal(checked.find(({ id }) => id === 'train').confidence, 0.9);
    assert.equal(checked.find(({ id }) => id === 'quick').health, 'overdue');
    assert.equal(journal.feedbackLoops(board, log).overall.open, 1);
    const [cycle] = journal.okr(board, log);
    assert.equal(cycle.objectives[0].keyResults[0].grade, 18 / 25);
    assert.equal(cycle.objectives[0].band, 'green');
    assert.throws(() => journal.checkIns(board, { version: 1, entries: [{ kind: 'told' }, { kind: 'tell' }] }), {
      code: 'journal-invalid',
    });
    assert.throws(() => journal.okr(board, '{'), { code: 'json-syntax' });
    assert.throws(() => journal.review(board, log, { before: { version: 1 } }), { code: 'plan-invalid' });
  });
});
