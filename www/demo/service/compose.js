/**
 * The plan and the journal of the page "The service": the published plan, with what `added.json` says beside it, and the
 * entries of `entries.json` with a review and an edit that were made by the package's own calls. The build writes both.
 */

const nodesOf = ({ mission, goals = [], strategies = [], actions = [] }) => [
  mission,
  ...goals,
  ...strategies,
  ...actions,
];

/** The plan with journey, needs, cycles and promises; what is given stays as it is. */
export function composePlan(plan, { plan: more, nodes, kpis, measured, actions }) {
  const whole = { ...structuredClone(plan), ...more };
  whole.actions = [...whole.actions, ...actions];
  for (const node of nodesOf(whole)) {
    Object.assign(node, nodes[node.id]);
    node.kpis = [...(node.kpis ?? []), ...(measured[node.id] ?? [])];
    for (const kpi of node.kpis) Object.assign(kpi, kpis[kpi.id]);
    if (node.kpis.length === 0) delete node.kpis;
  }
  return whole;
}

/** The target that was eased in November: the edit is an entry, and the review tells of it. */
const EASED = { kpi: 'answers', from: 35, time: '2026-11-04T08:30:00Z', id: 'target-of-answers' };
const REVIEW = { actor: 'mira', id: 'review-october', time: '2026-10-14T13:00:00Z' };

export function composeJournal(plan, entries, { edit, reviewEntry, boardAt }) {
  const target = ({ kpis = [] }) => kpis.find(({ id }) => id === EASED.kpi);
  const now = nodesOf(plan).map(target).find(Boolean).target;
  const before = structuredClone(plan);
  for (const node of nodesOf(before)) if (target(node)) target(node).target = EASED.from;
  const eased = edit(
    before,
    (next) => {
      for (const node of nodesOf(next)) if (target(node)) target(node).target = now;
    },
    { actor: 'tomas', time: EASED.time, id: EASED.id, about: EASED.kpi },
  );
  const journal = { version: 1, entries };
  const note = 'Fewer calls, but the ones that stay are hard. We look at the price letter next.';
  const held = reviewEntry(boardAt(before, REVIEW.time.slice(0, 10)), journal, { ...REVIEW, note });
  return { version: 1, entries: [...entries, held, eased.entry] };
}
