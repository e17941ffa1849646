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
    { id: 'reply', kpi: 'first-reply-time', limit: 14400 },
    { id: 'resolution', kpi: 'resolution-time', limit: 172800 },
    { id: 'promise', kpi: 'sla-compliance', limit: 172800, denominator: 'created' },
    { id: 'csat', kpi: 'csat', column: 'csat', scale: 5, date: 'created' },
    { id: 'nps', kpi: 'nps', column: 'nps', date: 'created' },
    { id: 'effort', kpi: 'csat', column: 'ces', scale: 7, date: 'created' },
    { id: 'again', kpi: 'counts', denominator: 'contacts', numerator: 'reopened', date: 'created' },
  ],
};

export async function run(file) {
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
  return { read, aggregate: all - read, rows: report.used };
}
