// A plan from nothing: the seven steps, where a team stands on them, the maturity check and its proposals (P9, P10).
import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { pathToFileURL } from 'node:url';
import { at, dist } from '../../scripts/lib/paths.mjs';

const load = (name) => import(pathToFileURL(path.join(dist, name)).href);
const { Board, init, setMessages } = await load('index.js');
const start = await load('start.js');
const { candidates, maturity, maturityAreas, measureChoices, programmePlan, programmeStanding, programmeSteps } = start;
const { goalSuggestions, proposals, withStrategies } = start;
await init(fs.readFileSync(path.join(dist, 'throughline.wasm')));

const asOf = '2026-11-20';
const demo = JSON.parse(fs.readFileSync(at('www', 'demo', 'plan.json'), 'utf8'));

/** What a newcomer answers within two minutes. */
const ANSWERS = {
  version: 1,
  due: '2027-06-30',
  vision: { mission: 'Everybody is helped at once', vision: 'People speak of it', standing: 'in-use' },
  needs: { needs: [{ title: 'An answer in time', importance: 5, satisfaction: 3 }, { title: 'Not to say it twice' }] },
  hiring: { standing: 'in-use' },
  goals: {
    goals: [
      {
        title: 'Solved at the first contact',
        measure: 'fcr',
        now: 70,
        target: 85,
        how: 'Bring the expert',
        owner: 'Ben Roth',
      },
      { title: 'People like it here', audience: 'internal', measure: 'enps', now: 5 },
    ],
  },
  training: {
    work: [{ title: 'Two hours of learning' }, { title: 'Listen in', due: '2027-01-31', owner: 'Ben Roth' }],
  },
  accountability: {
    owners: [{ name: 'Ana Beck', team: 'Service' }],
    standards: [{ goal: 'Solved at the first contact', standard: 'Solved when you ask' }],
    reviews: 'quarter',
    checkIns: 'month',
  },
  recognition: { standing: 'not-begun' },
};

function withBoard(plan, use) {
  const board = Board.openSync(plan, { asOf });
  try {
    return use(board);
  } finally {
    board.free();
  }
}

/** A generator of numbers from 0 to 1 that is the same on every machine (mulberry32). */
function seeded(seed) {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

const thrown = (run) => {
  try {
    run();
  } catch (error) {
    return error;
  }
  return assert.fail('it was taken');
};

test('the seven steps, in the order and with the names of the brief, each asking something in words', () => {
  const steps = programmeSteps();
  assert.deepEqual(
    steps.map(({ title }) => title),
    ['Vision', 'Customer needs', 'Hiring', 'Goals', 'Skills training', 'Accountability', 'Recognition'],
  );
  for (const { why, questions } of steps) {
    assert.ok(why.length > 20 && questions.length > 0);
    for (const { text, hint } of questions) assert.doesNotMatch(`${text}${hint}`, /start\./);
  }
});

test('answers make the whole chain: mission, goals, strategies, actions, needs, owners, standard, review', () => {
  const { plan } = programmePlan(ANSWERS, { asOf });
  assert.deepEqual(
    [plan.mission.title, plan.vision.title, plan.title],
    [ANSWERS.vision.mission, 'People speak of it', plan.mission.title],
  );
  const [solved, like] = plan.goals;
  assert.deepEqual(
    [solved.id, solved.start, solved.due, solved.serves],
    ['solved-at-the-first-contact', asOf, '2027-06-30', [{ to: 'mission' }]],
  );
  const { baseline, target, values, direction, unit, standard, owner } = solved.kpis[0];
  assert.deepEqual(
    { baseline, target, direction, unit, standard, owner },
    { baseline: 70, target: 85, direction: 'up', unit: '%', standard: 'Solved when you ask', owner: 'ben-roth' },
  );
  // It was so before anything was done: the day before.
  assert.deepEqual(values, [{ at: '2026-11-19', value: 70 }]);
  assert.deepEqual([like.kpis[0].target, like.audience], [undefined, 'internal']);
  const [how, training] = plan.strategies;
  assert.deepEqual([how.title, how.serves], ['Bring the expert', [{ to: solved.id }]]);
  assert.deepEqual(training.serves, [{ to: like.id }], 'work on people serves the goals about the team');
  const work = plan.actions.map(({ title, kind, due, owners, serves }) => [
    title,
    kind,
    due,
    owners[0].owner,
    serves[0].to,
  ]);
  assert.deepEqual(work, [
    ['Two hours of learning', 'training', '2027-06-30', 'ana-beck', training.id],
    ['Listen in', 'training', '2027-01-31', 'ben-roth', training.id],
  ]);
  assert.deepEqual(plan.owners, [
    { id: 'ana-beck', name: 'Ana Beck', team: 'Service' },
    { id: 'ben-roth', name: 'Ben Roth' },
  ]);
  assert.deepEqual([plan.reviews, plan.checkIns], [{ every: 'quarter', last: asOf }, 'month']);
  assert.equal(plan.needs[1].importance, undefined, 'what nobody rated has no rating');
  withBoard(plan, (board) => {
    const status = Object.fromEntries(board.scores().nodes.map((node) => [node.id, node.status]));
    assert.deepEqual(
      [status[solved.id], status[like.id]],
      ['not-started', 'no-data'],
      'there is no score without a target',
    );
    assert.equal(board.needs().needs[0].gap.value, 0.5, '(5 − 1)/4 less (3 − 1)/4');
  });
});

test('what nobody answered stays open, and is not made up', () => {
  const { plan, open } = programmePlan(ANSWERS, { asOf });
  assert.deepEqual(
    open.map(({ step, field }) => `${step} ${field}`),
    ['vision companyMission', 'hiring hiring', 'goals goals/1/how', 'goals goals/1/target', 'recognition recognition'],
  );
  assert.ok(open.every(({ text }) => text.endsWith('?')));
  const nothing = programmePlan({ version: 1 }, { asOf });
  assert.equal(nothing.plan, undefined);
  assert.equal(nothing.open.length, 3 + 1 + 1 + 1 + 1 + 3 + 1);
  assert.deepEqual([plan.actions.some(({ kind }) => kind === 'hiring'), plan.companyMission], [false, undefined]);
});

test('of any answers the plan holds, says no number that was not given, and calls nothing good or bad yet', () => {
  const random = seeded(20261120);
  const some = (list) => list.filter(() => random() < 0.6);
  const maybe = (value) => (random() < 0.6 ? value : undefined);
  const goals = goalSuggestions();
  for (let round = 0; round < 200; round += 1) {
    const measured = () => (random() < 0.6 ? { now: maybe(41 + Math.floor(random() * 9)) } : { measure: undefined });
    const chosen = some(goals).map((goal) => ({
      ...goal,
      ...measured(),
      how: maybe(`How ${Math.floor(random() * 3)}`),
    }));
    const answers = {
      version: 1,
      due: maybe('2027-05-31'),
      vision: { mission: 'Help', vision: maybe('Joy'), companyMission: maybe('Warm') },
      needs: { needs: some(['a', 'b', 'ü', '語', '語']).map((title) => ({ title, importance: maybe(4) })) },
      goals: { goals: chosen },
      hiring: { work: some(['a', 'Meet', 'Meet']).map((title) => ({ title })) },
      recognition: maybe({ work: [{ title: 'Thank', owner: maybe('Ö') }] }),
      accountability: { owners: some([{ name: 'Ana' }, { name: 'Ana!' }]), reviews: maybe('month') },
    };
    const { plan } = programmePlan(JSON.parse(JSON.stringify(answers)), { asOf });
    const given = new Set(JSON.stringify(answers).match(/(?<=:)\d+/g));
    const kpis = plan.goals.flatMap((goal) => goal.kpis ?? []);
    for (const { baseline, target, values = [] } of kpis) {
      assert.equal(target, undefined);
      for (const number of [baseline, ...values.map(({ value }) => value)]) {
        assert.ok(number === undefined || given.has(String(number)));
      }
    }
    withBoard(plan, (board) => {
      for (const { id, status } of board.scores().nodes)
        assert.match(status, /^(no-data|not-started|cannot-tell)$/, id);
    });
  }
});

test('every fault is told at once, with its place, and nothing is made', () => {
  const wrong = {
    version: 2,
    vison: {},
    due: '2026-02-31',
    vision: { mission: ' ', standing: 'great' },
    needs: { needs: [{ title: 'x', importance: 6 }] },
    hiring: { work: 'all' },
    goals: {
      goals: [
        { titel: 'x' },
        { title: 'y', measure: 'zz', now: '3' },
        { title: 'z', measure: 'csat', now: 80, target: 70 },
        { title: 'v', measure: 'csat', now: 80, target: 80, due: '2020-01-01' },
        { title: 'u', measure: 'fcr', now: 101, target: Number.NaN },
        { title: 'w', now: 3 },
        3,
      ],
    },
    accountability: {
      standards: [{ standard: 's', goal: 'q' }, { standard: 's' }, { standard: 's', goal: 'y' }],
      reviews: 'often',
    },
  };
  const { code, issues } = thrown(() => programmePlan(wrong, { asOf }));
  assert.equal(code, 'answers-invalid');
  assert.deepEqual(
    issues.map(({ code, path }) => `${path} ${code}`),
    [
      '/vison unknown-field',
      '/version version-unsupported',
      '/vision/standing unknown-value',
      '/due not-a-date',
      '/goals/goals/0/titel unknown-field',
      '/goals/goals/0 missing-field',
      '/goals/goals/1/measure unknown-value',
      '/goals/goals/1/now wrong-type',
      '/goals/goals/2/target direction-contradicts-target',
      '/goals/goals/3/target baseline-equals-target',
      '/goals/goals/3/due dates-reversed',
      '/goals/goals/4/now out-of-range',
      '/goals/goals/4/target not-a-number',
      '/goals/goals/5 missing-field',
      '/goals/goals/6 wrong-type',
      '/vision/mission empty-text',
      '/needs/needs/0/importance out-of-range',
      '/hiring/work wrong-type',
      '/accountability/standards/0/goal unknown-reference',
      '/accountability/standards/1 missing-field',
      '/accountability/standards/2/goal standard-without-measure',
      '/accountability/reviews unknown-value',
    ],
  );
  for (const { message } of issues) assert.doesNotMatch(message, /^\w+(-\w+)+$|undefined|[{}]/, message);
  for (const given of [null, 3, [], 'x'])
    assert.equal(thrown(() => programmePlan(given, { asOf })).code, 'answers-invalid');
  assert.equal(thrown(() => programmePlan({ version: 1 }, { asOf: '20 November' })).path, '/asOf');
});

test('where a team stands: what it says and what the plan shows stay two things', () => {
  const { plan } = programmePlan(ANSWERS, { asOf });
  const { steps, answered, of } = programmeStanding(plan, { answers: ANSWERS, asOf });
  assert.deepEqual([answered, of], [3, 7]);
  // By hand: no company mission; one need of two rated, none served; nothing of hiring; a target lacks; training moves nothing.
  assert.deepEqual(
    steps.map(({ step, said, shown, differs }) => [step, said, shown, differs?.code]),
    [
      ['vision', 'in-use', 'part', undefined],
      ['needs', undefined, 'part', undefined],
      ['hiring', 'in-use', 'missing', 'said-not-shown'],
      ['goals', undefined, 'part', undefined],
      ['training', undefined, 'part', undefined],
      ['accountability', undefined, 'whole', undefined],
      ['recognition', 'not-begun', 'missing', undefined],
    ],
  );
  const counts = Object.fromEntries(
    steps.flatMap(({ checks }) => checks.map(({ code, n, of: all }) => [code, [n, all]])),
  );
  assert.deepEqual(counts['needs-rated'], [1, 2]);
  assert.deepEqual(counts['goals-measured'], [1, 2]);
  // Two goals, one strategy of a goal, one of training, two actions.
  assert.deepEqual(counts.owned, [6, 6]);
  const checks = steps.flatMap((step) => step.checks);
  assert.ok(checks.every(({ holds, todo }) => holds === (todo === undefined)));
});

test('any plan can be asked; without one every step is missing', () => {
  const none = programmeStanding(undefined);
  assert.ok(none.steps.every(({ shown, said }) => shown === 'missing' && said === undefined));
  assert.equal(none.answered, 0);
  // Fernhill: an action of each kind with owner, dates and KPIs, counted in its file; the robot has no owner.
  const shown = Object.fromEntries(programmeStanding(demo).steps.map((step) => [step.step, step.shown]));
  assert.deepEqual(
    [shown.vision, shown.hiring, shown.goals, shown.training, shown.recognition],
    Array(5).fill('whole'),
  );
  assert.equal(shown.accountability, 'part');
  const late = programmeStanding(demo, { answers: { version: 1, hiring: { standing: 'not-begun' } }, asOf });
  assert.equal(late.steps[2].differs.code, 'shown-not-said');
});

test('the check covers the ten challenges and the seven practice areas, three statements each', () => {
  const areas = maturityAreas();
  const of = (group) => areas.filter((area) => area.group === group).map(({ id }) => id);
  assert.deepEqual(of('challenge'), [
    'customer-centricity',
    'siloed-channels',
    'knowledge-management',
    'personalisation',
    'complaint-handling',
    'empowerment',
    'automation-and-ai',
    'training',
    'measurement',
    'agility',
  ]);
  assert.deepEqual(of('practice'), [
    'innovation',
    'technology',
    'process',
    'invention',
    'education-and-training',
    'content',
    'data',
  ]);
  const texts = areas.flatMap(({ statements }) => statements.map(({ text }) => text));
  assert.deepEqual([texts.length, new Set(texts).size], [51, 51]);
});

test('an area is the mean of what was answered; not answered and not known are in no mean', () => {
  const { areas, groups, people } = maturity({
    version: 1,
    at: asOf,
    answers: {
      'data-1': 2,
      'data-2': 'not-known',
      'content-1': 5,
      'content-2': 4,
      'content-3': 4,
      'agility-3': 'not-known',
    },
  });
  const by = Object.fromEntries(areas.map((area) => [area.id, area]));
  assert.deepEqual([by.data.score, by.data.level, by.data.answered, by.data.notKnown, by.data.of], [2, 2, 1, 1, 3]);
  assert.equal(by.content.score, 13 / 3);
  assert.deepEqual([by.content.level, by.content.levelName], [4, 'Managed']);
  assert.deepEqual([by.agility.score, by.agility.level, by.agility.people], [undefined, undefined, 0]);
  // Two of seven are too few for a number of all.
  assert.deepEqual([groups[1].score, groups[1].known, groups[1].of, people], [undefined, 2, 7, 1]);
});

test('each person counts once, and the spread is told from five people on', () => {
  const one = (answers) => ({ version: 1, answers });
  // By hand: means 2, 4 and 5 of those who answered; together 11 ÷ 3, not 18 ÷ 5.
  const three = [one({ 'data-1': 1, 'data-2': 3 }), one({ 'data-1': 4, 'data-2': 4 }), one({ 'data-1': 5 }), one({})];
  const data = maturity(three).areas.find(({ id }) => id === 'data');
  assert.ok(Math.abs(data.score - 11 / 3) < 1e-12);
  assert.deepEqual([data.people, data.answered, data.of, data.low, data.high], [3, 5, 12, undefined, undefined]);
  const five = [...three, one({ 'data-3': 3 }), one({ 'data-3': 2 })];
  const spread = maturity(five).areas.find(({ id }) => id === 'data');
  assert.deepEqual([spread.people, spread.low, spread.high], [5, 2, 5]);
  // Four fifths of a group are enough, fewer are not.
  const eight = maturityAreas()
    .filter(({ group }) => group === 'challenge')
    .slice(0, 8);
  const known = Object.fromEntries(eight.map(({ statements }, index) => [statements[0].id, (index % 5) + 1]));
  assert.equal(maturity(one(known)).groups[0].score, (1 + 2 + 3 + 4 + 5 + 1 + 2 + 3) / 8);
  delete known[eight[0].statements[0].id];
  assert.equal(maturity(one(known)).groups[0].score, undefined);
});

test('answers that cannot be are told, each with its place', () => {
  const { code, issues } = thrown(() =>
    maturity([{ version: 1, answers: { 'data-1': 6, 'data-2': 2.5, 'x-9': 1, 'data-3': 'maybe' } }, { at: 'today' }]),
  );
  assert.equal(code, 'answers-invalid');
  assert.deepEqual(
    issues.map(({ code, path }) => `${path} ${code}`),
    [
      '/0/answers/data-1 out-of-range',
      '/0/answers/data-2 wrong-type',
      '/0/answers/x-9 unknown-statement',
      '/0/answers/data-3 wrong-type',
      '/1 missing-field',
      '/1/at not-a-date',
      '/1 missing-field',
    ],
  );
  for (const { message } of issues) assert.doesNotMatch(message, /undefined|[{}]/);
});

test('the library: thirty and more strategies for every area and every trend, told by KPIs that exist', () => {
  const all = candidates();
  const ids = all.map(({ id }) => id);
  assert.ok(all.length >= 30, `${all.length}`);
  for (const told of ['docs/start.md', 'www/demo/start.html'])
    assert.match(fs.readFileSync(at(...told.split('/')), 'utf8'), new RegExp(`\\b${all.length} strategies\\b`), told);
  assert.equal(new Set(ids).size, all.length);
  const areas = maturityAreas().map(({ id }) => id);
  const helped = new Map(areas.map((id) => [id, 0]));
  for (const { helps } of all) for (const id of helps) helped.set(id, helped.get(id) + 1);
  assert.equal(helped.size, areas.length, 'no area that there is not');
  for (const [id, times] of helped) assert.ok(times >= 3, `${id}: ${times}`);
  const trends = new Map();
  for (const { trend } of all) if (trend !== undefined) trends.set(trend.id, (trends.get(trend.id) ?? 0) + 1);
  assert.deepEqual([...trends.keys()].sort(), [
    'ai',
    'collaborative',
    'continuous-feedback',
    'data-driven',
    'mobile',
    'proactive',
    'self-service',
    'social',
    'virtual-and-augmented-reality',
    'voice',
  ]);
  const measures = measureChoices();
  const known = new Set(measures.map(({ id }) => id));
  const catalogue = fs
    .readFileSync(at('docs', 'kpis.md'), 'utf8')
    .split('<!-- families -->')[1]
    .split('<!-- /families -->')[0];
  const families = new Set([...catalogue.matchAll(/^\| `([a-z0-9-]+)`/gm)].map(([, family]) => family));
  for (const { family } of measures) assert.ok(family === undefined || families.has(family), family);
  for (const { id, title, measures: own, guard, needs, helps, actions } of all) {
    assert.ok(own.length > 0 && own.every((measure) => known.has(measure)), id);
    assert.ok(guard === undefined || known.has(guard), id);
    assert.ok(
      needs.every(({ area, level }) => areas.includes(area) && level >= 2 && level <= 3),
      id,
    );
    assert.ok(title.length <= 41 && helps.length > 0 && actions.length === 2, id);
    assert.doesNotMatch(JSON.stringify(actions), /start\./);
  }
});

const rated = (levels) => {
  const answers = Object.entries(levels).flatMap(([area, level]) => [1, 2, 3].map((at) => [`${area}-${at}`, level]));
  return maturity({ version: 1, answers: Object.fromEntries(answers) });
};
const everywhere = (level) => Object.fromEntries(maturityAreas().map(({ id }) => [id, level]));

test('proposed is what closes the widest gaps, then what closes most of the rest', () => {
  const found = proposals(rated({ ...everywhere(4), content: 1, 'customer-centricity': 2, 'complaint-handling': 3 }));
  // By hand: plain words help content (3) and customer-centricity (2); then complaint handling (1) is all that is left.
  assert.deepEqual(
    found.now.map(({ candidate, gain }) => [candidate.id, gain]),
    [
      ['plain-words', 5],
      ['own-the-complaint', 1],
    ],
  );
  assert.deepEqual(
    found.now[0].helps.map(({ area, gap, counted }) => [area, gap, counted]),
    [
      ['content', 3, true],
      ['customer-centricity', 2, true],
    ],
  );
  assert.deepEqual([proposals(rated(everywhere(4))).now, proposals(rated(everywhere(5)), { aim: 5 }).now], [[], []]);
  assert.equal(proposals(rated(everywhere(4)), { aim: 5 }).now.length, 5);
});

test('what is not known proposes nothing; what needs something first says so and waits', () => {
  const nothing = proposals(maturity({ version: 1, answers: {} }));
  assert.deepEqual([nothing.now, nothing.later, nothing.unjudged.length], [[], [], candidates().length]);
  const found = proposals(rated({ 'automation-and-ai': 1, data: 2 }), { most: 50 });
  const now = found.now.map(({ candidate }) => candidate.id);
  assert.ok(!now.includes('sort-by-content'));
  const waiting = found.later.find(({ candidate }) => candidate.id === 'sort-by-content');
  assert.equal(waiting.first[0].text, 'Data: 2 of 3 that it needs.');
  const bot = found.later.find(({ candidate }) => candidate.id === 'bot-for-the-simple');
  assert.equal(bot.first[0].code, 'unknown', 'an area that nobody answered for is not far enough');
  const weighed = proposals(rated({ ...everywhere(4), content: 3, agility: 1 }), { weights: { agility: 0 } });
  assert.deepEqual(
    weighed.now.map(({ helps }) => helps.some(({ area }) => area === 'content')),
    [true],
  );
  for (const wrong of [{ most: 0 }, { aim: 9 }, { weights: { data: -1 } }, { weights: { x: 1 } }, { most: 1.5 }]) {
    assert.equal(thrown(() => proposals(rated({ data: 1 }), wrong)).code, 'options-invalid', JSON.stringify(wrong));
  }
});

test('a second, plain search agrees; and no three that could begin close 1.6 times as much', () => {
  const random = seeded(7);
  for (let round = 0; round < 12; round += 1) {
    const levels = Object.fromEntries(maturityAreas().map(({ id }) => [id, 1 + Math.floor(random() * 5)]));
    const found = proposals(rated(levels), { most: 3 });
    const gap = (area) => Math.max(0, 4 - levels[area]);
    const ready = candidates().filter(({ needs }) => needs.every(({ area, level }) => levels[area] >= level));
    const worth = (chosen) =>
      [...new Set(chosen.flatMap(({ helps }) => helps))].reduce((sum, area) => sum + gap(area), 0);
    const gained = found.now.reduce((sum, { gain }) => sum + gain, 0);
    assert.equal(gained, worth(found.now.map(({ candidate }) => candidate)));
    const first = Math.max(...ready.map((candidate) => worth([candidate])));
    assert.equal(found.now[0]?.gain ?? 0, first);
    let best = 0;
    for (const one of ready)
      for (const two of ready) for (const three of ready) best = Math.max(best, worth([one, two, three]));
    assert.ok(gained >= best * (1 - 1 / Math.E) && gained <= best, `${gained} of ${best}`);
  }
});

test('strategies go into any plan, which holds, keeps all it had, and gets no target', () => {
  const before = JSON.stringify(demo);
  const all = candidates().map(({ id }) => id);
  const whole = withStrategies(demo, all, { serves: ['stay'], start: asOf, due: '2026-12-31' });
  assert.equal(JSON.stringify(demo), before);
  assert.deepEqual(whole.strategies.slice(0, demo.strategies.length), demo.strategies);
  assert.equal(whole.strategies.length, demo.strategies.length + all.length);
  assert.equal(whole.actions.length, demo.actions.length + 2 * all.length);
  const added = whole.strategies.slice(demo.strategies.length);
  assert.ok(added.every(({ serves }) => serves.length === 1 && serves[0].to === 'stay'));
  assert.ok(
    added
      .flatMap(({ kpis = [] }) => kpis)
      .every(({ target, baseline, values }) => target === undefined && baseline === undefined && values === undefined),
  );
  withBoard(whole, (board) =>
    assert.ok(board.inspect().some((finding) => (finding.finding ?? finding.id) === 'kpi-without-target')),
  );
  // A second time there is nothing to add.
  assert.deepEqual(withStrategies(whole, all), whole);
});

test('a strategy brings its KPI with a guard, or uses the one that the plan has', () => {
  const bare = { version: 1, title: 'T', mission: { id: 'mission', title: 'Help' } };
  const [made] = withStrategies(bare, ['help-yourself']).strategies;
  assert.deepEqual(
    made.kpis.map(({ id, guard, weight }) => [id, guard, weight]),
    [
      ['self-service', 'ces', undefined],
      ['ces', undefined, 0],
    ],
  );
  assert.deepEqual(made.serves, [{ to: 'mission' }]);
  const { plan } = programmePlan(ANSWERS, { asOf });
  const used = withStrategies(plan, ['put-it-right']);
  assert.equal(used.strategies.at(-1).kpis, undefined);
  assert.deepEqual(used.actions.at(-1).shouldMove, ['fcr']);
  const owned = withStrategies(plan, ['swarm'], { owner: 'ana-beck' });
  assert.deepEqual(
    [owned.strategies.at(-1).owners, owned.actions.at(-1).owners],
    Array(2).fill([{ owner: 'ana-beck' }]),
  );
  const { issues } = thrown(() => withStrategies(plan, ['swarm', 'nonsense'], { serves: ['fcr'], owner: 'nobody' }));
  assert.deepEqual(
    issues.map(({ path, code }) => `${path} ${code}`),
    ['/chosen/1 unknown-reference', '/serves/0 unknown-reference', '/owner unknown-reference'],
  );
});

test('another language is the host’s to give, as all words are', () => {
  setMessages('de', {
    'start.step.vision': 'Zielbild',
    'start.area.data': 'Daten',
    'start.candidate.swarm': 'Hilfe holen',
  });
  assert.equal(programmeSteps('de')[0].title, 'Zielbild');
  assert.equal(maturityAreas('de').at(-1).title, 'Daten');
  assert.equal(candidates('de').find(({ id }) => id === 'swarm').title, 'Hilfe holen');
  assert.equal(programmeSteps('de')[1].title, 'Customer needs');
});

test('every word of the entry is used, and every code has one', () => {
  const words = JSON.parse(fs.readFileSync(at('www', 'element', 'start', 'en.json'), 'utf8'));
  const said = new Set();
  setMessages('en-x-start', Object.fromEntries(Object.keys(words).map((code) => [code, `<${code}>`])));
  const locale = 'en-x-start';
  const { plan, open } = programmePlan(ANSWERS, { asOf, locale });
  const standing = programmeStanding(plan, { answers: ANSWERS, asOf, locale });
  const shown = programmeStanding(demo, { answers: { version: 1, hiring: { standing: 'not-begun' } }, asOf, locale });
  const levels = maturity(
    Array(1).fill({
      version: 1,
      answers: Object.fromEntries([1, 2, 3, 4, 5].map((n, i) => [`${maturityAreas()[i].id}-1`, n])),
    }),
    locale,
  );
  const later = proposals(rated({ 'automation-and-ai': 1, data: 2 }), { locale }).later.flatMap(({ first }) => first);
  const empty = programmeStanding(undefined, { locale });
  const three = programmePlan(
    { ...ANSWERS, hiring: { work: [{ title: 'a' }] }, recognition: { work: [{ title: 'b' }] } },
    { asOf, locale },
  );
  const all = [
    programmeSteps(locale),
    goalSuggestions(locale),
    measureChoices(locale),
    maturityAreas(locale),
    candidates(locale),
  ];
  for (const found of JSON.stringify([all, plan, open, standing, shown, levels, later, empty, three]).matchAll(
    /<([^<>]+)>/g,
  ))
    said.add(found[1]);
  // Words for the page to say: of a standing, a state and an answer; and those of errors, tried above.
  const paged = /^(start\.(standing|state|answer)\.|error\.|issue\.)/;
  assert.deepEqual(
    Object.keys(words).filter((code) => !said.has(code) && !paged.test(code)),
    [],
  );
  assert.ok([...said].every((code) => code in words));
});

test('whatever is handed in, each call answers or says what is wrong: nothing else is ever thrown', () => {
  const throwing = new Proxy(
    {},
    {
      get() {
        throw new Error('boo');
      },
    },
  );
  const getter = {
    get version() {
      throw new Error('boo');
    },
  };
  const loop = { version: 1 };
  loop.loop = loop;
  const anything = [
    null,
    undefined,
    3,
    Number.NaN,
    10n,
    'x',
    true,
    Symbol('s'),
    () => 1,
    [],
    [null],
    {},
    { version: 1 },
    throwing,
    getter,
    loop,
  ];
  const plan = { version: 1, title: 'T', mission: { id: 'm', title: 'M' } };
  const found = rated({ data: 2 });
  const calls = [
    (given) => programmePlan(given),
    (given) => programmePlan({ version: 1 }, given),
    (given) => programmeStanding(given),
    (given) => programmeStanding(plan, given),
    (given) => programmeStanding({ ...plan, goals: given, journey: [given] }),
    (given) => programmeStanding(plan, { answers: given }),
    (given) => maturity(given),
    (given) => maturity({ version: 1, answers: given }),
    (given) => proposals(given),
    (given) => proposals({ areas: [given] }),
    (given) => proposals(found, given),
    (given) => withStrategies(given, ['swarm']),
    (given) => withStrategies({ ...plan, strategies: [{ id: 's', kpis: given }] }, ['swarm']),
    (given) => withStrategies(plan, given),
    (given) => withStrategies(plan, ['swarm'], given),
    (given) => programmeSteps(given),
    (given) => candidates(given),
  ];
  let refused = 0;
  for (const call of calls) {
    for (const given of anything) {
      try {
        call(given);
      } catch (error) {
        refused += 1;
        assert.equal(error.name, 'ThroughlineError', `${call}: ${error.stack}`);
        assert.match(error.code, /^(answers|options|plan)-invalid$/);
        assert.ok(error.issues.length > 0, `${call}`);
      }
    }
  }
  assert.ok(refused > 100, `${refused}`);
});

test('a reactive host may hand in proxies, and a plan as its JSON', () => {
  const seen = (value) =>
    typeof value === 'object' && value !== null
      ? new Proxy(value, { get: (target, name) => seen(Reflect.get(target, name)) })
      : value;
  assert.deepEqual(programmePlan(seen(ANSWERS), { asOf }), programmePlan(ANSWERS, { asOf }));
  const text = JSON.stringify(demo);
  assert.deepEqual(withStrategies(text, ['swarm']), withStrategies(demo, ['swarm']));
  assert.deepEqual(programmeStanding(text), programmeStanding(demo));
  assert.equal(thrown(() => withStrategies('{', ['swarm'])).code, 'plan-invalid');
});

test('of two of one name none is lost without a word', () => {
  const { issues } = thrown(() =>
    programmePlan(
      {
        version: 1,
        vision: { mission: 'M' },
        goals: {
          goals: [
            { title: 'A', measure: 'csat' },
            { title: ' A ', measure: 'fcr' },
          ],
        },
        accountability: {
          owners: [
            { name: 'Ana', team: 'One' },
            { name: 'Ana', team: 'Two' },
          ],
          standards: [
            { goal: 'A', standard: 'x' },
            { goal: 'A', standard: 'y' },
          ],
        },
      },
      { asOf },
    ),
  );
  assert.deepEqual(
    issues.map(({ path, code }) => `${path} ${code}`),
    [
      '/goals/goals/1/title listed-twice',
      '/accountability/owners/1/name listed-twice',
      '/accountability/standards/1/goal listed-twice',
    ],
  );
});
