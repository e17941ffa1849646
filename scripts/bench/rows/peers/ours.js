// Rows as a page reads them: a file, in slices, into a board. Reading ends when the last byte is fed.
import { Board, init } from '/package/index.js';

const plan = { version: 1, title: 'Bench', mission: { id: 'm', title: 'Help' } };
const mapping = {
  version: 1,
  source: 'tickets',
  period: 'month',
  id: 'id',
  columns: { created: 'created', firstReply: 'first_response', resolved: 'resolved' },
  dimensions: ['team', 'channel'],
  cross: [['team', 'channel']],
  measures: [
    { id: 'reply', kpi: 'first-reply-time', limit: 14400, date: 'created' },
    { id: 'resolution', kpi: 'resolution-time', limit: 172800, date: 'created' },
    { id: 'promise', kpi: 'sla-compliance', limit: 172800, denominator: 'created' },
    { id: 'csat', kpi: 'csat', column: 'csat', scale: 5, date: 'created' },
    { id: 'nps', kpi: 'nps', column: 'nps', date: 'created' },
    { id: 'effort', kpi: 'csat', column: 'ces', scale: 7, date: 'created' },
    { id: 'again', kpi: 'counts', denominator: 'contacts', numerator: 'reopened', date: 'created' },
  ],
};

/** What is read out in the end, in the order of the reference; ours are shares of a hundred. */
const ASKED = [
  ['reply', 'mean'],
  ['reply', 'median'],
  ['reply', 'p90'],
  ['resolution', 'mean'],
  ['resolution', 'median'],
  ['resolution', 'p90'],
  ['promise', 'share', 100],
  ['csat', 'top-2-box', 100],
  ['nps', 'net', 100],
  ['effort', 'mean'],
  ['again', 'share', 100],
];
const MONTHS = 24;

/** Every KPI of every group, by what a page would ask; null where a group is not shown. */
function values(board, { teams, channels }) {
  const kpis = ASKED.map(([measure, variant]) => ({
    id: `${measure}-${variant}`,
    title: measure,
    unit: measure.startsWith('re') ? 's' : '%',
    direction: 'up',
    interval: 'month',
    measure: { source: 'tickets', measure, variant },
  }));
  board.setPlan({ ...plan, mission: { ...plan.mission, kpis } });
  const all = Array(MONTHS * teams.length * channels.length * ASKED.length).fill(Number.NaN);
  for (const [at, [measure, variant, unit = 1]] of ASKED.entries()) {
    const { rows } = board.breakdown({ kpi: `${measure}-${variant}`, by: ['team', 'channel'], periods: MONTHS });
    for (const { segment, period, value } of rows) {
      if (segment.team === undefined || segment.channel === undefined) continue;
      const month = (Number(period.slice(0, 4)) - 2024) * 12 + Number(period.slice(5)) - 1;
      const group = (month * teams.length + teams.indexOf(segment.team)) * channels.length;
      const place = (group + channels.indexOf(segment.channel)) * ASKED.length + at;
      all[place] = value === undefined ? null : value / unit;
    }
  }
  return all;
}

export async function run(file, words) {
  await init();
  const board = Board.openSync(plan, { asOf: '2026-01-01' });
  const began = performance.now();
  let read = 0;
  const report = await board.ingest(file, mapping, {
    onProgress: (progress) => {
      if (progress.read === progress.total) read = performance.now() - began;
    },
  });
  const all = performance.now() - began;
  return { read, aggregate: all - read, rows: report.used, values: () => values(board, words) };
}
