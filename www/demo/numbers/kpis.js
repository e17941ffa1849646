/** What each family of measures is called, and how a KPI of it is read to begin with. */

const FAMILIES = {
  'resolution-time': { title: 'Time to resolution', unit: 'h', direction: 'down', variant: 'median' },
  'first-reply-time': { title: 'Time to first reply', unit: 'h', direction: 'down', variant: 'median' },
  'sla-compliance': { title: 'Kept by the promised time', unit: '%', direction: 'up', variant: 'share' },
  csat: { title: 'Satisfied', unit: '%', direction: 'up', variant: 'top-2-box' },
  nps: { title: 'Would recommend (NPS)', unit: 'points', direction: 'up', variant: 'net' },
  enps: { title: 'Would recommend working here (eNPS)', unit: 'points', direction: 'up', variant: 'net' },
  ces: { title: 'Easy to be helped (CES)', unit: '%', direction: 'up', variant: 'top-3-box' },
  'ces-1': { title: 'Effort (CES 1.0)', unit: 'rating', direction: 'down', variant: 'mean' },
  fcr: { title: 'First-contact resolution', unit: '%', direction: 'up', variant: 'gross' },
  aht: { title: 'Handling time', unit: 'min', direction: 'down', variant: 'mean' },
  'service-level': { title: 'Service level', unit: '%', direction: 'up', variant: 'l3' },
  asa: { title: 'Speed of answer', unit: 's', direction: 'down', variant: 'mean' },
  abandonment: { title: 'Abandoned', unit: '%', direction: 'down', variant: 'all' },
  occupancy: { title: 'Occupancy', unit: '%', direction: 'up', variant: 'share' },
  backlog: { title: 'Backlog', unit: 'cases', direction: 'down', variant: 'count' },
  'reopen-rate': { title: 'Reopened', unit: '%', direction: 'down', variant: 'cases' },
  complaints: { title: 'Complaints resolved', unit: '%', direction: 'up', variant: 'resolved' },
  recovery: { title: 'Recovered after a complaint', unit: 'points', direction: 'up', variant: 'kept' },
  retention: { title: 'Kept', unit: '%', direction: 'up', variant: 'share' },
  churn: { title: 'Lost', unit: '%', direction: 'down', variant: 'share' },
  'contact-rate': { title: 'Contacts per customer', unit: '%', direction: 'down', variant: 'per-customer' },
  'self-service': { title: 'Solved in self-service', unit: '%', direction: 'up', variant: 'share' },
  deflection: { title: 'Contacts avoided', unit: '%', direction: 'up', variant: 'share' },
  containment: { title: 'Resolved by the bot alone', unit: '%', direction: 'up', variant: 'share' },
  favourability: { title: 'Favourable', unit: '%', direction: 'up', variant: 'favourable' },
  'cronbach-alpha': { title: 'The items make a scale (alpha)', unit: 'coefficient', direction: 'up', variant: 'alpha' },
  counts: { title: 'Share', unit: '%', direction: 'up', variant: 'share' },
};

/** The targets of the made-up service; a reader's own file has none until he gives one. */
const OWN = {
  reply: { baseline: 7.6, target: 4.4 },
  resolution: { baseline: 40, target: 22 },
  promise: { baseline: 74, target: 90 },
  rating: { baseline: 69, target: 82 },
};

/** The KPI of a measure, as its family is read to begin with. */
export function kpiOf(mapping, measure, made) {
  const { title, ...rest } = FAMILIES[measure.kpi] ?? {
    title: measure.id,
    unit: '%',
    direction: 'up',
    variant: 'share',
  };
  const several = mapping.measures.filter(({ kpi }) => kpi === measure.kpi).length > 1;
  const { variant, ...shown } = rest;
  return {
    id: `kpi-${measure.id}`,
    title: several ? `${title}: ${measure.column ?? measure.id}` : title,
    ...shown,
    ...(made ? OWN[measure.id] : {}),
    interval: mapping.period ?? 'month',
    measure: { source: mapping.source, measure: measure.id, variant },
  };
}

/** A small plan: one goal for each KPI. */
export function planOf(mapping, kpis) {
  return {
    version: 1,
    title: mapping.name ?? mapping.source,
    owners: [{ id: 'you', name: 'You' }],
    mission: { id: 'mission', title: 'Serve customers well', owners: [{ owner: 'you' }] },
    goals: kpis.map((kpi) => ({
      id: `goal-${kpi.id}`,
      title: kpi.title,
      owners: [{ owner: 'you' }],
      serves: [{ to: 'mission' }],
      kpis: [kpi],
    })),
  };
}
