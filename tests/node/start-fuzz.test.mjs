// What `throughline/start` takes, a board opens; what it does not take, it refuses with a place; nothing is lost (P9, P10).
import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { pathToFileURL } from 'node:url';
import { dist } from '../../scripts/lib/paths.mjs';
import { DAYS, HOSTILE, NUMBERS, seeded, TEXTS } from './support/hostile-values.mjs';

const load = (name) => import(pathToFileURL(path.join(dist, name)).href);
const { Board, init } = await load('index.js');
const {
  candidates,
  maturity,
  maturityAreas,
  measureChoices,
  programmePlan,
  programmeStanding,
  proposals,
  withStrategies,
} = await load('start.js');
await init(fs.readFileSync(path.join(dist, 'throughline.wasm')));

/** More rounds, and others, by hand: FUZZ_ROUNDS=100000 FUZZ_SEED=7. */
const ROUNDS = Number(process.env.FUZZ_ROUNDS ?? 200);
const SEED = Number(process.env.FUZZ_SEED ?? 1);
const MEASURES = measureChoices().map(({ id }) => id);
const CHOSEN = candidates().map(({ id }) => id);
const AREAS = maturityAreas();

function opens(plan, asOf) {
  Board.openSync(plan, { asOf }).free();
}

/** What a call came to: its answer, or the error of ours that says why there is none. Anything else fails the test. */
function tried(call, told) {
  try {
    return { answer: call() };
  } catch (error) {
    assert.equal(error?.name, 'ThroughlineError', `${told()}: ${error?.stack ?? String(error)}`);
    assert.match(error.code, /^(answers|options|plan)-invalid$/);
    assert.ok(error.issues.length > 0, told());
    for (const { code, path: pointer, message } of error.issues) {
      assert.match(pointer, /^(\/|$)/, told());
      assert.doesNotMatch(message, /^\s*$|issue\.|\{\w+\}/, `${code}: ${told()}`);
    }
    return { error };
  }
}

class Generator {
  constructor(seed) {
    this.random = seeded(seed);
  }

  below(count) {
    return Math.floor(this.random() * count);
  }

  pick(list) {
    return list[this.below(list.length)];
  }

  often(chance) {
    return this.random() < chance;
  }

  maybe(fields, chance = 0.6) {
    return Object.fromEntries(
      Object.entries(fields)
        .filter(() => this.often(chance))
        .map(([name, make]) => [name, make()]),
    );
  }

  text() {
    return this.often(0.2) ? this.pick(TEXTS) : `Title ${this.below(12)}`;
  }

  day() {
    return this.often(0.15) ? this.pick(DAYS) : `20${27 + this.below(60)}-0${1 + this.below(9)}-1${this.below(10)}`;
  }

  number() {
    return this.often(0.2) ? this.pick(NUMBERS) : this.below(101);
  }

  list(make) {
    return Array.from({ length: this.below(4) }, make);
  }

  goal() {
    return {
      title: this.text(),
      ...this.maybe({
        audience: () => this.pick(['customer', 'internal']),
        how: () => this.text(),
        measure: () => this.pick(MEASURES),
        now: () => this.number(),
        target: () => this.number(),
        due: () => this.day(),
        owner: () => this.text(),
      }),
    };
  }

  work() {
    return {
      work: this.list(() => ({
        title: this.text(),
        ...this.maybe({ owner: () => this.text(), due: () => this.day() }),
      })),
    };
  }

  answers() {
    const goals = this.list(() => this.goal());
    return {
      version: 1,
      vision: { mission: this.text(), ...this.maybe({ vision: () => this.text(), companyMission: () => this.text() }) },
      goals: { goals },
      ...this.maybe({
        title: () => this.text(),
        due: () => this.day(),
        needs: () => ({
          needs: this.list(() => ({
            title: this.text(),
            ...this.maybe({ importance: () => 1 + this.random() * 4, satisfaction: () => this.below(7) }),
          })),
        }),
        hiring: () => this.work(),
        training: () => this.work(),
        recognition: () => this.work(),
        accountability: () => ({
          owners: this.list(() => ({ name: this.text(), ...this.maybe({ team: () => this.text() }) })),
          standards:
            goals.length > 0 && this.often(0.5) ? [{ goal: this.pick(goals).title, standard: this.text() }] : [],
          ...this.maybe({ reviews: () => this.pick(['day', 'week', 'month', 'quarter', 'year']) }),
        }),
      }),
    };
  }

  /** A copy with something else somewhere in it. */
  mutated(value) {
    const copy = structuredClone(value);
    const places = [];
    const walk = (thing) => {
      for (const name of Object.keys(thing)) {
        places.push([thing, name]);
        if (typeof thing[name] === 'object' && thing[name] !== null) walk(thing[name]);
      }
    };
    walk(copy);
    const [holder, name] = this.pick(places);
    const how = this.below(6);
    if (how === 0) delete holder[name];
    else if (how === 1) Object.freeze(holder[name]);
    else if (how === 2) holder[this.pick(TEXTS)] = this.pick(TEXTS);
    else if (how === 3) holder[name] = this.pick([...TEXTS, ...NUMBERS, ...DAYS]);
    else holder[name] = this.pick(HOSTILE)();
    return copy;
  }
}

/** Every text and number that was answered. */
function leaves(value, found = []) {
  if (typeof value === 'string') found.push(value.trim());
  else if (typeof value === 'number') found.push(value);
  else if (typeof value === 'object' && value !== null)
    for (const inside of Object.values(value)) leaves(inside, found);
  return found;
}

/** Whatever can be told from a plan: its leaves, as a set. */
const kept = (plan) => new Set([...leaves(plan)].map((leaf) => (leaf === 0 ? 0 : leaf)));

function assertTaken(answers, asOf, told) {
  const { answer } = tried(() => programmePlan(answers, { asOf }), told);
  if (answer?.plan === undefined) return answer;
  try {
    opens(answer.plan, asOf);
  } catch (error) {
    assert.fail(`a board refuses what was taken: ${error.message} ${told()}`);
  }
  const has = kept(answer.plan);
  // What stands in for days that are not named is not needed where all are.
  const { due: _due, version: _version, ...rest } = answers;
  for (const leaf of leaves(rest)) {
    if (MEASURES.includes(leaf) || leaf === undefined) continue;
    assert.ok(has.has(leaf === 0 ? 0 : leaf), `lost: ${JSON.stringify(leaf)} ${told()}`);
  }
  return answer;
}

const shown = (value) => {
  try {
    return JSON.stringify(value).slice(0, 1_500);
  } catch {
    return Object.prototype.toString.call(value);
  }
};

test('what the template takes, a board opens with every answer in it', () => {
  let taken = 0;
  for (let round = 0; round < ROUNDS; round += 1) {
    const make = new Generator(SEED + round);
    const answers = make.answers();
    const asOf = make.often(0.5) ? make.pick(DAYS) : '2026-11-20';
    if (assertTaken(answers, asOf, () => `${round} ${asOf} ${shown(answers)}`)?.plan !== undefined) taken += 1;
  }
  assert.ok(taken > ROUNDS / 20, `${taken}`);
});

test('answers with anything anywhere in them are taken whole or refused with a place', () => {
  let refused = 0;
  for (let round = 0; round < ROUNDS; round += 1) {
    const make = new Generator(SEED + 1_000_000 + round);
    const sound = make.answers();
    const answers = make.mutated(sound);
    const { error } = tried(
      () => programmePlan(answers, { asOf: '2026-11-20' }),
      () => `${round} ${shown(answers)}`,
    );
    if (error !== undefined) refused += 1;
    else assertTaken(answers, '2026-11-20', () => `${round} ${shown(answers)}`);
    tried(
      () => programmeStanding(undefined, { answers }),
      () => `${round} ${shown(answers)}`,
    );
  }
  assert.ok(refused > ROUNDS / 4 && refused < ROUNDS, `${refused}`);
});

/** Plans that a board takes: of the template, with names and ids that the library would give as well. */
function plans(make) {
  const titles = [
    ...candidates().map(({ title }) => title),
    ...measureChoices().map(({ title }) => title),
    'Goal',
    'Other',
  ];
  const ids = ['a', 'b', 'ces', 'csat', 'fcr', 'swarm', 'strategy', 'action', 'kpi', ...CHOSEN];
  const taken = new Set(['m']);
  const id = () => {
    for (;;) {
      const found = `${make.pick(ids)}${make.pick(['', '-2', '-3', `-${make.below(9)}`])}`;
      if (!taken.has(found) && taken.add(found)) return found;
    }
  };
  const kpi = () => ({ id: id(), title: make.pick(titles), ...make.maybe({ unit: () => '%', direction: () => 'up' }) });
  const node = (to) => ({
    id: id(),
    title: make.pick(titles),
    ...make.maybe({ kpis: () => make.list(kpi), due: () => make.day(), start: () => make.day() }, 0.4),
    ...(to.length > 0 && make.often(0.7) ? { serves: [{ to: make.pick(to) }] } : {}),
  });
  const goals = make.list(() => node(['m']));
  const above = ['m', ...goals.map((goal) => goal.id)];
  return {
    version: 1,
    title: 'T',
    mission: { id: 'm', title: 'M', ...make.maybe({ kpis: () => make.list(kpi) }, 0.3) },
    ...make.maybe({
      goals: () => goals,
      owners: () => [{ id: 'ana', name: 'Ana' }],
      companyMission: () => ({ id: id(), title: 'C' }),
      vision: () => ({ id: id(), title: 'V' }),
      needs: () => make.list(() => ({ id: id(), title: 'N' })),
      journey: () => [
        {
          id: id(),
          title: 'J',
          touchpoints: [{ id: id(), title: 'P', pains: [{ id: id(), title: 'Q' }] }],
        },
      ],
    }),
    ...(make.often(0.5) ? { goals } : {}),
    strategies: make.list(() => node(make.often(0.5) && goals.length > 0 ? ['m'] : above.slice(0, 1))),
    actions: make.list(() => node(['m'])),
  };
}

test('a plan that a board opens is still one with strategies of the library in it', () => {
  let taken = 0;
  for (let round = 0; round < ROUNDS; round += 1) {
    const make = new Generator(SEED + 2_000_000 + round);
    const asOf = '2026-11-20';
    const plan = plans(make);
    try {
      opens(plan, asOf);
    } catch {
      continue;
    }
    const chosen = Array.from({ length: 1 + make.below(6) }, () => make.pick(CHOSEN));
    const nodes = ['m', ...(plan.goals ?? []), ...plan.strategies, 'nobody'].map((one) => one.id ?? one);
    const how = make.maybe({
      serves: () => Array.from({ length: make.below(3) }, () => make.pick(nodes)),
      owner: () => make.pick(['ana', 'nobody']),
      start: () => make.day(),
      due: () => make.day(),
      locale: () => make.pick(['en', 'de', '', 'x'.repeat(40), 'no tag']),
    });
    const odd = make.often(0.3) ? make.mutated({ how, chosen }) : { how, chosen };
    const told = () => `${round} ${shown(odd)} ${shown(plan)}`;
    const { answer } = tried(() => withStrategies(plan, odd.chosen, odd.how), told);
    if (answer === undefined) continue;
    taken += 1;
    try {
      opens(answer, asOf);
    } catch (error) {
      assert.fail(`a board refuses what was taken: ${error.message} ${told()}`);
    }
    const titles = new Set(answer.strategies.map(({ title }) => title));
    for (const one of odd.chosen ?? []) assert.ok(titles.has(candidates().find(({ id }) => id === one).title), told());
  }
  assert.ok(taken > ROUNDS / 10, `${taken}`);
});

test('a maturity check and its proposals answer in numbers or refuse with a place', () => {
  for (let round = 0; round < ROUNDS; round += 1) {
    const make = new Generator(SEED + 3_000_000 + round);
    const person = () => {
      const said = AREAS.flatMap(({ statements }) => statements).filter(() => make.often(0.4));
      return {
        version: 1,
        ...make.maybe({ at: () => make.day() }, 0.1),
        answers: Object.fromEntries(said.map(({ id }) => [id, make.often(0.1) ? 'not-known' : 1 + make.below(5)])),
      };
    };
    const people = Array.from({ length: 1 + make.below(4) }, person);
    const given = make.often(0.5) ? make.mutated({ people }) : { people };
    const told = () => `${round} ${shown(given)}`;
    const { answer: found } = tried(() => maturity(given.people), told);
    if (found === undefined) continue;
    const weight = () => make.pick([0, 1, 1e-300, 5e-324, 1e6, 1e308, -1]);
    const how = make.maybe(
      {
        aim: () => make.number(),
        most: () => make.number(),
        weights: () => Object.fromEntries(AREAS.slice(0, 3).map(({ id }) => [id, weight()])),
      },
      0.3,
    );
    const checked = make.often(0.3) ? make.mutated({ found }).found : found;
    const { answer } = tried(
      () => proposals(checked, how),
      () => `${round} ${shown(how)} ${shown(checked)}`,
    );
    if (answer === undefined) continue;
    const gains = [...answer.now, ...answer.later].map(({ gain }) => gain);
    assert.ok(gains.every(Number.isFinite), told());
  }
});

const refused = (call) => {
  const { error } = tried(call, () => 'a named case');
  assert.ok(error !== undefined, 'it was taken');
  return error.issues.map(({ code, path: pointer }) => `${pointer} ${code}`);
};
const asOf = '2026-11-20';
const vision = (mission) => programmePlan({ version: 1, vision: { mission } }, { asOf });
const PLAN = { version: 1, title: 'T', mission: { id: 'm', title: 'M' }, goals: [{ id: 'g', title: 'G' }] };

test('found: a text that a board takes for empty, or cannot read, is refused at its place', () => {
  assert.deepEqual(
    refused(() => vision('\u0085')),
    ['/vision/mission empty-text'],
  );
  assert.deepEqual(
    refused(() => vision(' \u0085 ')),
    ['/vision/mission empty-text'],
  );
  for (const half of ['\ud800', 'half \udc00 a pair']) {
    assert.deepEqual(
      refused(() => vision(half)),
      ['/vision/mission half-a-character'],
    );
  }
  opens(vision('🙂').plan, asOf);
});

test('found: nothing lies before the first day, so what stood then stands on it', () => {
  const goals = { goals: [{ title: 'G', measure: 'fcr', now: 70, target: 80 }] };
  const first = '0000-01-01';
  const { plan } = programmePlan({ version: 1, vision: { mission: 'M' }, goals }, { asOf: first });
  assert.deepEqual(plan.goals[0].kpis[0].values, [{ at: first, value: 70 }]);
  opens(plan, first);
});

test('found: what is no plain object or whole list is refused, since its answers would be lost', () => {
  const step = (given) => refused(() => programmePlan({ version: 1, vision: given }));
  assert.deepEqual(step(new Map([['mission', 'M']])), ['/vision wrong-type']);
  class Answered {
    get mission() {
      return 'M';
    }
  }
  assert.deepEqual(step(new Answered()), ['/vision wrong-type']);
  const listed = (goals) => refused(() => programmePlan({ version: 1, goals: { goals } }));
  const holed = [{ title: 'A' }];
  holed[2] = { title: 'C' };
  assert.deepEqual(listed(holed), ['/goals/goals wrong-type']);
  assert.deepEqual(listed(Object.assign([], { first: { title: 'A' } })), ['/goals/goals wrong-type']);
  const vast = [];
  vast.length = 4_000_000_000;
  assert.deepEqual(listed(vast), ['/goals/goals wrong-type']);
});

test('found: what cannot be said or read is named by its kind and place, and nothing raw is thrown', () => {
  const goal = (given) => refused(() => programmePlan({ version: 1, goals: { goals: [{ title: 'G', ...given }] } }));
  assert.deepEqual(goal({ measure: [Symbol('s')] }), ['/goals/goals/0/measure unknown-value']);
  assert.deepEqual(goal({ due: { toString: 1 } }), ['/goals/goals/0/due not-a-date']);
  const bare = {
    get title() {
      throw Object.create(null);
    },
  };
  assert.deepEqual(
    refused(() => programmePlan({ version: 1, goals: { goals: [bare] } })),
    ['/goals/goals/0/title unreadable'],
  );
  assert.deepEqual(
    refused(() => programmePlan({ version: 1 }, { locale: { length: 1e9 } })),
    ['/locale wrong-type'],
  );
});

test('found: strategies cannot end before they begin, nor serve the same node twice', () => {
  const how = { start: '2026-12-31', due: '2026-12-30', serves: ['g', 'm', 'g'] };
  assert.deepEqual(
    refused(() => withStrategies(PLAN, ['swarm'], how)),
    ['/serves/2 listed-twice', '/due dates-reversed'],
  );
});

test('found: of an area told twice one would be lost; weights stay numbers when they are added', () => {
  const { areas } = maturity({ version: 1, answers: { 'data-1': 1 } });
  const last = areas.findIndex(({ id }) => id === 'data');
  assert.deepEqual(
    refused(() => proposals({ areas: [...areas, areas[last]] })),
    [`/areas/${areas.length}/id listed-twice`],
  );
  assert.deepEqual(
    refused(() => proposals({ areas }, { weights: { data: 1e308 } })),
    ['/weights/data out-of-range'],
  );
  assert.deepEqual(
    refused(() => proposals({ areas }, { weights: { 'a/b': 1 } })),
    ['/weights/a~1b unknown-field'],
  );
});

test('found: as many people may answer as there are', () => {
  const people = Array.from({ length: 130_000 }, () => ({ version: 1, answers: { 'data-1': 2 } }));
  const { low, high } = maturity(people).areas.find(({ id }) => id === 'data');
  assert.deepEqual([low, high], [2, 2]);
});

/** So long it takes at the least. */
function timed(run) {
  const times = Array.from({ length: 2 }, () => {
    const start = performance.now();
    run();
    return performance.now() - start;
  });
  return Math.min(...times);
}

test('found: eight times as much takes some eight times as long, not sixty-four', () => {
  const many = (count, make) => Array.from({ length: count }, (_, at) => make(at));
  const runs = {
    goals: (n) => {
      const goals = many(n, (at) => ({ title: `Goal ${at}`, measure: 'fcr', now: 1, target: 2 }));
      const standards = goals.map(({ title: goal }) => ({ goal, standard: 'S' }));
      const given = { version: 1, vision: { mission: 'M' }, goals: { goals }, accountability: { standards } };
      return () => programmePlan(given, { asOf });
    },
    same: (n) => {
      const given = { version: 1, vision: { mission: 'M' }, training: { work: many(n, () => ({ title: 'Same' })) } };
      return () => programmePlan(given, { asOf });
    },
    chosen: (n) => {
      const plan = { ...PLAN, strategies: many(n, (at) => ({ id: `s-${at}`, title: `S ${at}` })) };
      return () =>
        withStrategies(
          plan,
          many(n, () => 'swarm'),
        );
    },
    areas: (n) => {
      const areas = many(n, (at) => ({ id: `a-${at}`, title: 'A', score: 1 }));
      return () => proposals({ areas }, { weights: Object.fromEntries(areas.map(({ id }) => [id, 1])) });
    },
  };
  for (const [name, of] of Object.entries(runs)) {
    const [small, large] = [timed(of(1_000)), timed(of(8_000))];
    assert.ok(large < 24 * small + 30, `${name}: ${small} ms for 1,000 and ${large} ms for 8,000`);
  }
});
