// What a reader asks beyond the details: why, what if, how it will go on, what worked, who to thank, what a journal comes to.
import { kpisOf, nodesOf } from './play.mjs';

/** A queue and its agents. */
const STAFFED = { calls: 100, period: 1800, handlingTime: 180, agents: 14, within: 20 };

const DIMENSIONS = ['Channel', 'Team', 'Region'];

/** A question may have no answer here; its refusal in words is part of what is asked. */
function tried(call) {
  try {
    return call();
  } catch (error) {
    if (typeof error.code !== 'string' || error.code === 'board-failed') throw error;
    return undefined;
  }
}

const time = (day) => `2026-11-${day}T09:00:00+01:00`;

/** A journal of every kind of entry. */
function journalOf(plan) {
  const [first, last] = [plan.mission.id, nodesOf(plan).at(-1).id];
  const kpi = kpisOf(plan)[0]?.id ?? first;
  const told = { actor: 'ana', text: 'We call back.' };
  return {
    version: 1,
    entries: [
      {
        kind: 'feedback',
        id: 'c1',
        actor: 'desk',
        time: time('01'),
        about: last,
        text: 'Slow',
        from: 'customer',
        channel: 'phone',
      },
      { kind: 'feedback', id: 'c2', actor: 'desk', time: time('02'), about: last, text: 'Noisy', from: 'employee' },
      { kind: 'decision', id: 'd1', time: time('04'), ...told, answers: ['c1'] },
      { kind: 'told', id: 'e1', time: time('05'), ...told, answers: ['c1'], channel: 'mail' },
      { kind: 'check-in', id: 'a1', actor: 'ana', time: time('03'), about: first, confidence: 0.6, note: 'Ill' },
      { kind: 'check-in', id: 'a2', actor: 'ana', time: time('10'), about: first, confidence: 0.4 },
      {
        kind: 'check-in',
        id: 'a3',
        actor: 'ana',
        time: time('11'),
        about: kpi,
        confidence: 0.5,
        value: 3,
        at: '2026-11-10',
      },
      {
        kind: 'override',
        id: 'o1',
        actor: 'ana',
        time: time('11'),
        about: kpi,
        score: 0.5,
        reason: 'Known',
        until: '2026-12-31',
      },
      { kind: 'review', id: 'r1', actor: 'ana', time: time('12'), decisions: ['d1'], note: 'Fine' },
      {
        kind: 'edit',
        id: 'p1',
        actor: 'ana',
        time: time('13'),
        plan: '0'.repeat(16),
        result: '1'.repeat(16),
        patch: [{ op: 'replace', path: '/title', value: 'New' }],
        inverse: [{ op: 'replace', path: '/title', value: 'Old' }],
      },
    ],
  };
}

function journal(board, plan) {
  const text = JSON.stringify(journalOf(plan));
  for (const what of ['loops', 'check-ins', 'okr']) tried(() => board.ask(what, text));
  const before = JSON.stringify({ ...plan, title: 'Before', goals: (plan.goals ?? []).slice(1) });
  tried(() => board.ask('review', JSON.stringify({ journal: text })));
  tried(() => board.ask('review', JSON.stringify({ journal: text, before })));
  tried(() => board.ask('plan-changes', before));
  tried(() => board.ask('journals', `[${text},${text}]`));
}

/** Every kind of change, alone and two scenarios side by side. */
function whatIf(board, plan, kpis) {
  const [one, two] = kpis;
  const link = (plan.actions ?? []).flatMap(({ id, serves }) => (serves ?? []).map(({ to }) => ({ from: id, to })))[0];
  const changes = [
    ...(one === undefined
      ? []
      : [
          { kpi: one, value: 3 },
          { kpi: one, target: 7 },
          { kpi: one, baseline: 1 },
          { kpi: one, weight: 2 },
        ]),
    ...(link === undefined
      ? []
      : [
          { link, weight: 2 },
          { link, share: 0.5 },
        ]),
    ...(one === undefined || two === undefined ? [] : [{ staffing: STAFFED, sets: { serviceLevel: one, wait: two } }]),
    ...(one === undefined
      ? []
      : [{ staffing: { ...STAFFED, patience: 90, shrinkage: 0.3 }, sets: { occupancy: one } }]),
    { kpi: 'nobody', value: 1 },
  ];
  for (const change of changes) tried(() => board.scenario('One', [change]));
  const some = changes.slice(0, 1);
  tried(() =>
    board.compareScenarios([
      { version: 1, name: 'A', changes: some },
      { version: 1, name: 'B', changes: some },
    ]),
  );
}

/** Everything that may be asked of a board that its reader's part has not got. */
export function question(page, { plan, asOf, snapshot }) {
  const board = page.Board.openSync(plan, { asOf });
  if (snapshot !== undefined) board.load(snapshot, { replace: true });
  const nodes = nodesOf(plan).map(({ id }) => id);
  const kpis = kpisOf(plan).map(({ id }) => id);
  for (const ask of [
    'inspect',
    'smart',
    'chances',
    'evidence',
    'programmes',
    'needs',
    'journey',
    'accountability',
    'sensitivity',
  ])
    tried(() => board[ask]());
  for (const id of nodes) {
    tried(() => board.alignment(id));
    tried(() => board.contributions(id));
    tried(() => board.moved(id, { from: '2026-10-01' }));
  }
  tried(() => board.sensitivity(nodes[1]));
  for (const kpi of kpis) {
    tried(() => board.forecast(kpi));
    for (const by of DIMENSIONS) tried(() => board.recognition(kpi, { by }));
  }
  whatIf(board, plan, kpis);
  journal(board, plan);
  for (const asked of [
    STAFFED,
    { ...STAFFED, patience: 90 },
    { ...STAFFED, shrinkage: 0.3, wanted: { serviceLevel: 0.9, occupancy: 0.85 } },
  ])
    tried(() => page.staffing(asked));
  board.free();
}
