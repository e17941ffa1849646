// A service with everything that the views beside the scores show: the numbers are those of the documents' examples.
import { boardPage } from './board.mjs';

const monthEnd = (year, month) => new Date(Date.UTC(year, month + 1, 0)).toISOString().slice(0, 10);
const months = (year, values) => values.map((value, month) => ({ at: monthEnd(year, month), value }));
const rated = (value, sd) => ({ zero: 1, one: 5, values: [{ at: '2026-09-30', value, n: 200, sd }] });

/** 12 values around 70 before the course (docs/programmes.md: limits of 66.3 and 75.0), then 73 to 78. */
const SOLVED = [70, 72, 71, 69, 71, 72, 70, 71, 69, 71, 70, 72, 71, 73, 76, 77, 78];

export const service = () => ({
  version: 1,
  title: 'A service',
  period: 'month',
  reviews: { every: 'month' },
  owners: [
    { id: 'ana', name: 'Ana Ruiz' },
    { id: 'ben', name: 'Ben Oduya' },
  ],
  cycles: [{ id: 'q3', title: 'Third quarter', start: '2026-07-01', end: '2026-09-30' }],
  mission: {
    id: 'mission',
    title: 'Help everyone',
    owners: [{ owner: 'ana' }],
    kpis: [
      { id: 'fcr', title: 'Solved at once', unit: '%', baseline: 70, target: 80, values: months(2025, SOLVED) },
      {
        id: 'wait',
        title: 'Wait',
        unit: 's',
        direction: 'down',
        target: 20,
        owner: 'ana',
        standard: 'Answer within 20 s',
        values: months(2026, [18, 19, 18, 17, 18, 19, 18, 18, 31, 34]),
      },
      {
        id: 'staffed',
        title: 'Staffed',
        unit: '%',
        direction: 'up',
        target: 95,
        owner: 'ben',
        values: months(2026, [95, 96, 95, 96, 95, 94, 95, 96, 80, 78]),
      },
    ],
  },
  goals: [
    {
      id: 'quick',
      title: 'Answers at once',
      owners: [{ owner: 'ben' }],
      cycle: 'q3',
      serves: [{ to: 'mission' }],
      kpis: [
        {
          id: 'reply',
          title: 'Replies',
          weight: 3,
          baseline: 0,
          target: 100,
          values: [{ at: '2026-09-30', value: 50 }],
        },
        {
          id: 'closed',
          title: 'Closed',
          weight: 1,
          baseline: 0,
          target: 100,
          values: [{ at: '2026-09-30', value: 120 }],
        },
      ],
    },
  ],
  actions: [
    {
      id: 'course',
      title: 'A course in listening',
      kind: 'training',
      effort: 12,
      progress: 1,
      start: '2026-01-01',
      due: '2026-02-28',
      owners: [{ owner: 'ana' }],
      serves: [{ to: 'quick' }],
      shouldMove: ['fcr'],
    },
    {
      id: 'callback',
      title: 'Offer to call back',
      kind: 'process',
      effort: 4,
      progress: 0.5,
      start: '2026-09-01',
      due: '2026-12-31',
      checkIns: 'week',
      serves: [{ to: 'quick' }],
      shouldMove: ['wait', 'fcr'],
    },
    { id: 'poster', title: 'A poster', serves: [{ to: 'quick' }] },
  ],
  drives: [{ from: 'staffed', to: 'wait', effect: 'lowers' }],
  journey: [
    {
      id: 'ask',
      title: 'Asks for help',
      touchpoints: [
        {
          id: 'call',
          title: 'Calls us',
          channel: 'Phone',
          momentOfTruth: true,
          kpis: ['wait'],
          pains: [
            { id: 'queue', title: 'Waits in a queue', servedBy: ['callback'] },
            { id: 'menu', title: 'Gets lost in the menu' },
          ],
        },
        { id: 'form', title: 'Writes to us' },
      ],
    },
    { id: 'after', title: 'Hears afterwards', touchpoints: [] },
  ],
  // The gaps of docs/journey.md, and one that nobody rated.
  needs: [
    {
      id: 'soon',
      title: 'An answer at once',
      at: 'call',
      servedBy: ['callback'],
      importance: rated(4.6, 0.8),
      satisfaction: rated(3.4, 1.1),
    },
    { id: 'known', title: 'Not to say it twice', importance: rated(4.5, 0.8), satisfaction: rated(3.4, 1.1) },
    { id: 'polite', title: 'To be treated well', importance: rated(4.2, 0.9), satisfaction: rated(4.5, 0.7) },
    { id: 'told', title: 'To be told', at: 'after' },
  ],
});

/** A page as others have it, with the board on that service. */
export function servicePage(view, attributes = '', plan = service()) {
  const files = boardPage(`view="${view}" ${attributes}`);
  const put = (from, to) => {
    files['/index.html'] = files['/index.html'].replace(from, to);
  };
  put('<strategy-board', '<main><h1>Service</h1><strategy-board');
  put('</strategy-board>', '</strategy-board></main>');
  files['/plan.json'] = JSON.stringify(plan);
  return files;
}

/** What a reader sees of every match, each in one line. */
export const all = (page, selector) =>
  page
    .locator(`strategy-board ${selector}`)
    .evaluateAll((found) => found.map((one) => one.textContent.replace(/\s+/g, ' ').trim()));

const by = (actor, id, day) => ({ actor, id, time: `2026-11-${day}T09:00:00Z` });

/** A review in October, and what was said since: one loop is closed, one is decided, one waits. */
export const journal = () => ({
  version: 1,
  entries: [
    { kind: 'feedback', ...by('desk', 'c1', '02'), about: 'quick', text: 'Nobody calls back', from: 'customer' },
    {
      kind: 'feedback',
      ...by('desk', 'c2', '03'),
      about: 'quick',
      text: 'The menu is endless',
      from: 'customer',
      channel: 'phone',
    },
    { kind: 'feedback', ...by('jon', 'c3', '05'), about: 'wait', text: 'Too many calls on Mondays', from: 'employee' },
    { kind: 'decision', ...by('ana', 'd1', '04'), text: 'We call back within a day.', answers: ['c1'] },
    { kind: 'decision', ...by('ana', 'd2', '05'), text: 'A shorter menu.', answers: ['c2'] },
    { kind: 'told', ...by('ana', 'e1', '06'), answers: ['c1'] },
    { kind: 'check-in', ...by('ben', 'a1', '03'), about: 'callback', confidence: 0.4 },
    { kind: 'check-in', ...by('ben', 'a2', '04'), about: 'quick', confidence: 0.7 },
    {
      kind: 'review',
      actor: 'ana',
      id: 'r1',
      time: '2026-10-10T09:00:00Z',
      note: 'On the way. <b>Really</b>',
      findings: [{ finding: 'no-data', about: 'staffed' }],
      stood: [{ id: 'wait', status: 'met' }],
    },
  ],
});
