// What `throughline/journal` makes of an edit, a board opens and a journal takes; what it does not take, it refuses with a place (P15).
import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { pathToFileURL } from 'node:url';
import { dist } from '../../scripts/lib/paths.mjs';
import { DAYS, HOSTILE, NUMBERS, seeded, TEXTS } from './support/hostile-values.mjs';

const load = (name) => import(pathToFileURL(path.join(dist, name)).href);
const { Board, init } = await load('index.js');
const { apply, edit, mergeJournals, planAtReview, recordsOf, redo, undo, withOverrides } = await load('journal.js');
await init(fs.readFileSync(path.join(dist, 'throughline.wasm')));

/** More rounds, and others, by hand: FUZZ_ROUNDS=100000 FUZZ_SEED=7. */
const ROUNDS = Number(process.env.FUZZ_ROUNDS ?? 300);
const SEED = Number(process.env.FUZZ_SEED ?? 1);
const asOf = '2026-11-20';
const who = { actor: 'ana', time: '2026-11-20T09:00:00Z', id: 'e1' };
const kpi = {
  id: 'solved',
  title: 'Solved',
  unit: '%',
  baseline: 60,
  target: 85,
  values: [{ at: '2026-10-31', value: 76 }],
};
const PLAN = {
  version: 1,
  title: 'Example',
  owners: [{ id: 'ana', name: 'Ana' }],
  mission: { id: 'mission', title: 'Help' },
  goals: [
    { id: 'quick', title: 'Quick', start: '2026-01-01', due: '2026-12-31', serves: [{ to: 'mission' }], kpis: [kpi] },
    { id: 'calm', title: 'Calm', owners: [{ owner: 'ana' }], serves: [{ to: 'mission', share: 0.5 }] },
  ],
  actions: [{ id: 'train', title: 'Train', serves: [{ to: 'quick' }], shouldMove: ['solved'] }],
};

function tried(call, told) {
  try {
    return { answer: call() };
  } catch (error) {
    assert.equal(error?.name, 'ThroughlineError', `${told()}: ${error?.stack ?? String(error)}`);
    assert.doesNotMatch(error.message, /error\.|issue\.|\{\w+\}/, told());
    const alone = ['nothing-changed', 'plan-differs', 'edit-differs', 'not-undone'];
    assert.ok(error.issues.length > 0 || alone.includes(error.code), `${error.code}: ${told()}`);
    return { error };
  }
}

/** The law: what came out is opened by a board, and its entry is taken by a journal. */
function held({ plan, entry }, told) {
  try {
    const board = Board.openSync(plan, { asOf });
    if (entry !== undefined) mergeJournals(board, [{ version: 1, entries: [entry] }]);
    board.free();
  } catch (error) {
    assert.fail(`what was taken is refused: ${error.message} ${told()}`);
  }
}

const shown = (value) => {
  try {
    return JSON.stringify(value).slice(0, 1_500);
  } catch {
    return Object.prototype.toString.call(value);
  }
};

/** Those of what was changed before may not be asked for. */
function names(inside) {
  try {
    return Object.keys(inside);
  } catch {
    return [];
  }
}

/** Something else somewhere in a thing, in place. */
function mutate(thing, random) {
  const pick = (list) => list[Math.floor(random() * list.length)];
  const places = [];
  const walk = (inside) => {
    for (const name of names(inside)) {
      places.push([inside, name]);
      const { value } = Object.getOwnPropertyDescriptor(inside, name) ?? {};
      if (typeof value === 'object' && value !== null && places.length < 1_000) walk(value);
    }
  };
  walk(thing);
  const [holder, name] = pick(places);
  const how = Math.floor(random() * 6);
  if (how === 0) delete holder[name];
  else if (how === 1) holder[pick(TEXTS)] = pick(TEXTS);
  else if (how === 2) holder[name] = pick(HOSTILE)();
  else if (how === 3 && Array.isArray(holder)) holder.push(holder[0]);
  else holder[name] = pick([...TEXTS, ...NUMBERS, ...DAYS, 'quick', 'mission', 'train', 0.5]);
}

test('an edit that is taken leads to a plan that a board opens, there, back and there again', () => {
  let [taken, refused] = [0, 0];
  for (let round = 0; round < ROUNDS; round += 1) {
    const random = seeded(SEED + round);
    const change = (plan) => {
      const times = random() < 0.8 ? 1 : 2;
      for (let time = 0; time < times; time += 1) mutate(plan, random);
      return random() < 0.2 ? { ...plan } : undefined;
    };
    const signs = { ...who, about: 'solved' };
    if (random() < 0.2) mutate(signs, random);
    const told = () => `${round} ${shown(signs)}`;
    const { answer, error } = tried(() => edit(PLAN, change, signs), told);
    if (error !== undefined) refused += 1;
    if (answer === undefined) continue;
    taken += 1;
    held(answer, told);
    const back = undo(answer.plan, answer.entry, who);
    assert.deepEqual(back.plan, PLAN);
    held(back, told);
    assert.deepEqual(redo(back.plan, back.entry, who).plan, answer.plan);
    const entry = structuredClone(answer.entry);
    mutate(entry, random);
    const applied = tried(() => apply(PLAN, entry), told);
    if (applied.answer !== undefined) held({ plan: applied.answer }, told);
    tried(() => undo(answer.plan, entry, signs), told);
    tried(() => redo(answer.plan, entry, signs), told);
    const log = { version: 1, entries: [entry] };
    if (random() < 0.3) mutate(log, random);
    for (const ask of [recordsOf, (given) => withOverrides(PLAN, given), (given) => planAtReview(PLAN, given)])
      tried(() => ask(log), told);
  }
  assert.ok(taken > ROUNDS / 20 && refused > ROUNDS / 2, `${taken} taken, ${refused} refused`);
});

const refusal = (call) => {
  const { error } = tried(call, () => 'a named case');
  assert.ok(error !== undefined, 'it was taken');
  return [error.code, ...error.issues.map(({ code, path: pointer }) => `${pointer} ${code}`)];
};

test('found: an edit whose plan a board refuses is refused with the same issues', () => {
  const gone = (plan) => plan.goals.shift();
  assert.deepEqual(
    refusal(() => edit(PLAN, gone, who)),
    ['plan-invalid', '/actions/0/shouldMove/0 unknown-reference', '/actions/0/serves/0/to unknown-reference'],
  );
  const twice = [{ op: 'add', path: '/goals/-', value: { id: 'calm', title: 'Twice' } }];
  assert.deepEqual(
    refusal(() => edit(PLAN, twice, who)),
    ['plan-invalid', '/goals/2/id duplicate-id'],
  );
});

test('found: a plan that was wrong can be mended, and the edit that mended it is not taken back into what was wrong', () => {
  const wrong = { ...PLAN, goals: [...PLAN.goals, { id: 'calm', title: 'Twice' }] };
  const mended = edit(wrong, (plan) => plan.goals.pop(), who);
  assert.deepEqual(mended.plan, PLAN);
  assert.deepEqual(
    refusal(() => undo(mended.plan, mended.entry, who)),
    ['plan-invalid', '/goals/2/id duplicate-id'],
  );
});

test('found: who signs, a step and an entry that cannot be are named with their place, and nothing raw is thrown', () => {
  const change = [{ op: 'replace', path: '/title', value: 'New' }];
  const by = (how) => refusal(() => edit(PLAN, change, how));
  assert.deepEqual(by(undefined), ['options-invalid', ' missing-field']);
  assert.deepEqual(by({ actor: ' ' }), ['options-invalid', '/actor empty-text']);
  assert.deepEqual(by({ actor: '\ud800' }), ['options-invalid', '/actor half-a-character']);
  assert.deepEqual(by({ ...who, time: new Date(Number.NaN) }), ['options-invalid', '/time not-a-time']);
  assert.deepEqual(by({ ...who, time: '2026-02-30T09:00:00Z' }), ['options-invalid', '/time not-a-time']);
  assert.deepEqual(by({ ...who, id: 7, about: '' }), ['options-invalid', '/id wrong-type', '/about empty-text']);
  const step = (given) => refusal(() => edit(PLAN, [given], who));
  assert.deepEqual(step(null), ['edit-failed', '/patch/0 wrong-type']);
  assert.deepEqual(step({ op: 'remove' }), ['edit-failed', '/patch/0 missing-field']);
  assert.deepEqual(step({ op: 'remove', path: 7 }), ['edit-failed', '/patch/0/path wrong-type']);
  assert.deepEqual(step({ op: 'add', path: 'goals', value: 1 }), ['edit-failed', '/patch/0/path not-a-pointer']);
  assert.deepEqual(step({ op: 'melt', path: '' }), ['edit-failed', '/patch/0/op unknown-value']);
  assert.deepEqual(refusal(() => apply(PLAN, null))[0], 'journal-invalid');
  assert.deepEqual(
    refusal(() => recordsOf({ entries: [null] })),
    ['journal-invalid', '/entries/0 wrong-type'],
  );
  assert.deepEqual(
    refusal(() => planAtReview(PLAN, null)),
    ['journal-invalid', '/entries wrong-type'],
  );
});

test('found: a change that comes later, in a promise, is refused: it would be lost', () => {
  const later = async (plan) => Object.assign(plan, { title: 'Late' });
  assert.deepEqual(
    refusal(() => edit(PLAN, later, who)),
    ['edit-failed', ' wrong-type'],
  );
});
