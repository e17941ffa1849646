// One made-up source with a measure of every family, by two dimensions, and a plan with a KPI for each of their variants.

/** What families of several counts and sums are counted in, with what a row adds to each. */
const TALLIES = {
  fcr: [['gross', 'net'], { contacts: 10, firstContact: 7, notResolvable: 1, undetermined: 1 }],
  aht: [['mean', 'talk', 'hold', 'wrap'], { handled: 10, talk: 3000, hold: 300, wrap: 600 }],
  'service-level': [
    ['l1', 'l2', 'l3', 'l4', 'l5'],
    { answered: 9, answeredWithin: 7, abandoned: 2, abandonedWithin: 1, abandonedShort: 1 },
  ],
  asa: [['mean'], { answered: 9, waiting: 270 }],
  abandonment: [['all', 'without-short'], { offered: 10, abandoned: 2, short: 1 }],
  occupancy: [['share'], { handling: 3900, available: 5000 }],
  backlog: [['count'], { created: 10, resolved: 9, reopened: 1 }],
  'reopen-rate': [['cases', 'events'], { solved: 9, reopened: 1, reopenings: 2 }],
  complaints: [
    ['resolved', 'acknowledged', 'escalated', 'in-time'],
    { received: 5, acknowledged: 4, escalated: 1, resolved: 4, resolvedInTime: 3, overdue: 1 },
  ],
  recovery: [
    ['kept', 'satisfied'],
    { afterComplaint: 4, goodAfterComplaint: 3, withoutComplaint: 6, goodWithoutComplaint: 5 },
  ],
  retention: [['share'], { start: 10, end: 9, new: 1 }],
  churn: [['share'], { start: 10, lost: 2 }],
  clv: [['first-margin-later', 'first-margin-now'], { revenue: 900, cost: 400 }],
  'clv-historical': [['margin', 'revenue'], { customers: 10, revenue: 900, cost: 400 }],
  'contact-rate': [['per-customer', 'per-order'], { contacts: 10, customers: 8, orders: 6 }],
  'self-service': [['share'], { selfService: 4, solved: 9 }],
  deflection: [['share'], { avoided: 4, contacts: 10 }],
  containment: [['share'], { botResolved: 4, conversations: 10 }],
};

/** What else a family needs of its mapping. */
const MORE = { deflection: { estimate: 'Made up' }, clv: { discount: 0.1 } };

/** Lengths of time. */
const IN_HOURS = new Set(['resolution-time', 'first-reply-time', 'aht', 'asa']);

/** Families of a value a row. */
const VALUES = [
  ['resolution-time', ['mean', 'median', 'p90', 'p90-nearest-rank', 'share-within'], { limit: 36_000 }],
  ['first-reply-time', ['mean', 'median', 'p95', 'share-within'], { limit: 7200 }],
  ['sla-compliance', ['share'], { limit: 36_000 }],
  ['csat', ['top-2-box', 'top-box', 'mean'], { column: 'five' }],
  ['favourability', ['favourable', 'mean'], { column: 'five' }],
  ['nps', ['net', 'net-wald'], { column: 'ten' }],
  ['enps', ['net'], { column: 'ten' }],
  ['ces', ['mean', 'top-3-box', 'index'], { column: 'seven' }],
  ['ces-1', ['mean'], { column: 'five' }],
  ['cronbach-alpha', ['alpha'], { columns: ['five', 'other'], scale: 5 }],
  ['counts', ['share'], { denominator: 'contacts', numerator: 'firstContact' }],
];

const FAMILIES = [
  ...VALUES,
  ...Object.entries(TALLIES).map(([kpi, [variants, counts]]) => [
    kpi,
    variants,
    { counts: { ...sums(counts), ...(kpi === 'clv' ? { lost: { column: 'five', is: ['1'] } } : {}) }, ...MORE[kpi] },
  ]),
];
const COUNTS = Object.assign({}, ...Object.values(TALLIES).map(([, counts]) => counts));
const MONTHS = Array.from({ length: 14 }, (_, at) => `${2025 + Math.floor((at + 8) / 12)}-${two(((at + 8) % 12) + 1)}`);

function sums(counts) {
  return Object.fromEntries(Object.keys(counts).map((name) => [name, { sum: name }]));
}

function two(number) {
  return String(number).padStart(2, '0');
}

export const mapping = {
  version: 1,
  source: 'wide',
  columns: { created: 'At', firstReply: 'Replied', resolved: 'Solved' },
  dimensions: ['Channel', 'Team'],
  cross: [['Channel', 'Team']],
  measures: FAMILIES.map(([kpi, , more]) => ({ id: kpi, kpi, ...more })),
};

/** Ten rows a month of each channel and team; of one channel too few to be shown. */
export function rows() {
  const groups = ['mail', 'phone'].flatMap((channel) => ['North', 'South'].map((team) => [channel, team, 10]));
  return MONTHS.flatMap((month, later) =>
    [...groups, ['chat', 'South', 6], ['fax', 'North', 2]].flatMap(([Channel, Team, times]) =>
      Array.from({ length: times }, (_, at) => {
        const good = (at + later + Team.length) % 5;
        const time = (hours) => `${month}-${two(at + 1)}T${two(8 + hours)}:00`;
        const answers = { five: good + 1, other: 5 - (at % 3), seven: good + 2, ten: 2 * good + 1 };
        return { At: time(0), Replied: time(good), Solved: time(2 + at), Channel, Team, ...answers, ...COUNTS };
      }),
    ),
  );
}

/** Every variant of every family, some by month, some by quarter, some of a segment, some over several periods. */
export function plan() {
  const kpis = FAMILIES.flatMap(([kpi, variants], of) =>
    variants.map((variant, at) => ({
      id: `${kpi}-${variant}`,
      title: `${kpi} ${variant}`,
      ...(IN_HOURS.has(kpi) && variant !== 'share-within' ? { unit: 'h' } : {}),
      baseline: 10,
      target: at % 2 === 0 ? 80 : 5,
      interval: at === 1 ? 'quarter' : 'month',
      measure: {
        source: 'wide',
        measure: kpi,
        variant,
        ...(of % 5 === 1 ? { segment: { Channel: 'mail' } } : {}),
      },
      ...(of % 7 === 3 ? { window: { last: 3 } } : {}),
    })),
  );
  return { version: 1, title: 'Wide', mission: { id: 'mission', title: 'Help', kpis } };
}
