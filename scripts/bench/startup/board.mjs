// The board every page paints: a strategy map of 34 nodes and a scorecard of 12 KPIs, in our own words.
const GOALS = [
  ['answers', 'Answers come sooner', 'customer'],
  ['first-time', 'Settled at the first contact', 'customer'],
  ['trust', 'Customers stay because of us', 'customer'],
  ['crew', 'A crew that stays and learns', 'internal'],
];
const STRATEGIES = [
  ['triage', 'Sort what comes in', 'answers'],
  ['staffing', 'Staff the hours that matter', 'answers'],
  ['callbacks', 'Call back instead of queues', 'answers'],
  ['knowledge', 'One place for what we know', 'first-time'],
  ['authority', 'Let agents decide', 'first-time'],
  ['self-service', 'Pages that answer by themselves', 'first-time'],
  ['follow-up', 'Ask again after a week', 'trust'],
  ['outages', 'Tell before they ask', 'trust'],
  ['coaching', 'Coach in the work', 'crew'],
  ['workload', 'A fair share of the load', 'crew'],
];
const ACTIONS = [
  ['Name ten reasons for contact', 'triage', 'process'],
  ['Route by reason', 'triage', 'technology'],
  ['Forecast by half-hour', 'staffing', 'process'],
  ['Hire six evening agents', 'staffing', 'hiring'],
  ['Offer a call-back at two minutes', 'callbacks', 'technology'],
  ['Rewrite the hundred most read articles', 'knowledge', 'knowledge'],
  ['Retire what nobody reads', 'knowledge', 'knowledge'],
  ['Refunds to fifty without asking', 'authority', 'process'],
  ['Train for the three hardest cases', 'authority', 'training'],
  ['Order status without a login', 'self-service', 'technology'],
  ['Search that knows our words', 'self-service', 'technology'],
  ['Survey after seven days', 'follow-up', 'process'],
  ['Ring every unhappy customer', 'follow-up', 'process'],
  ['Outage messages by text', 'outages', 'technology'],
  ['A page that says what is wrong', 'outages', 'technology'],
  ['An hour of coaching a week', 'coaching', 'training'],
  ['Thank what went well', 'coaching', 'recognition'],
  ['Rotate the heavy queue', 'workload', 'process'],
];
const KPIS = [
  ['answers', 'First reply, median', 'h', 'down', 7.5, 4, 5.1],
  ['answers', 'Answered in a day', '%', 'up', 61, 85, 74],
  ['first-time', 'Settled at first contact', '%', 'up', 58, 75, 63],
  ['first-time', 'Opened again', '%', 'down', 12, 6, 8.5],
  ['trust', 'Recommend us', 'points', 'up', 18, 40, 37],
  ['trust', 'Customers kept', '%', 'up', 84, 90, 85.9],
  ['crew', 'Agents who left', '%', 'down', 24, 15, 22],
  ['crew', 'Would work here again', '%', 'up', 60, 75, 71],
  ['triage', 'Sent to the right desk', '%', 'up', 70, 92, 88],
  ['knowledge', 'Found in search', '%', 'up', 40, 70, 66],
  ['callbacks', 'Calls given up', '%', 'down', 11, 4, 4.4],
  ['coaching', 'Hours of coaching', 'h', 'up', 0.5, 4, 2.2],
];
export const AS_OF = '2026-11-15';

const slug = (title) => title.toLowerCase().replaceAll(/[^a-z]+/g, '-');
const kpisOf = (node) =>
  KPIS.filter(([owner]) => owner === node).map(([, title, unit, direction, baseline, target, value]) => ({
    id: `kpi-${slug(title)}`,
    title,
    unit,
    direction,
    baseline,
    target,
    interval: 'month',
    values: [{ at: '2026-10-31', value }],
  }));

/** The plan in our own format. */
export const plan = {
  version: 1,
  title: 'Benchmark board',
  mission: { id: 'mission', title: 'Help that earns the next order' },
  vision: { id: 'vision', title: 'The desk customers thank' },
  goals: GOALS.map(([id, title, audience]) => ({ id, title, audience, serves: [{ to: 'mission' }], kpis: kpisOf(id) })),
  strategies: STRATEGIES.map(([id, title, to]) => ({ id, title, serves: [{ to }], kpis: kpisOf(id) })),
  actions: ACTIONS.map(([title, to, kind], index) => ({
    id: slug(title),
    title,
    kind,
    effort: 5 + (index % 4) * 5,
    progress: ((index * 7) % 10) / 10,
    start: '2026-01-01',
    due: '2026-12-31',
    serves: [{ to }, ...(index % 6 === 5 ? [{ to: STRATEGIES[(index + 3) % STRATEGIES.length][0] }] : [])],
  })),
};

/** The same board for peers that only draw: places, links and progress are given to them ready made. */
export function drawing() {
  const rows = [[plan.mission], plan.goals, plan.strategies, plan.actions.slice(0, 9), plan.actions.slice(9)];
  const colours = ['#1f7a4d', '#b25e00', '#b3261e'];
  const nodes = rows.flatMap((row, level) =>
    row.map(({ id, title }, index) => ({
      id,
      title,
      x: ((index + 0.5) / row.length) * 1200,
      y: 50 + level * 100,
      colour: colours[(level + index) % colours.length],
    })),
  );
  nodes.push({ id: 'vision', title: plan.vision.title, x: 150, y: 50, colour: '#666666' });
  const served = [...plan.goals, ...plan.strategies, ...plan.actions];
  const links = served.flatMap(({ id, serves }) => serves.map(({ to }) => ({ from: id, to })));
  const kpis = KPIS.map(([, title, unit, , baseline, target, value]) => ({
    title,
    unit,
    value,
    target,
    progress: Math.max(0, Math.min(1, (value - baseline) / (target - baseline))),
  }));
  return { nodes, links, kpis };
}
