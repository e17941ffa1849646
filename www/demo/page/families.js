/** The form of "rows of your own": the families that it offers, and the mapping of what its reader settled on. */
import { FAMILIES as KNOWN } from '../shared/families.js';

/** Distinct values of a column, most frequent first. */
export function valuesOf(table, column) {
  const place = table.header.indexOf(column);
  const counts = new Map();
  for (const row of table.rows) counts.set(row[place] ?? '', (counts.get(row[place] ?? '') ?? 0) + 1);
  return [...counts]
    .sort((a, b) => b[1] - a[1])
    .map(([value]) => value)
    .filter((value) => value !== '');
}

const TIMES = ['s', 'min', 'h', 'd'];

/** What the form reads: the roles a family needs, and how it is counted, where its title does not tell. */
const NEEDS = {
  'resolution-time': { needs: ['created', 'resolved'], how: 'median' },
  'first-reply-time': { needs: ['created', 'firstReply'], how: 'median' },
  'sla-compliance': { needs: ['created', 'resolved', 'due'] },
  csat: { needs: ['rating'], how: '4s and 5s of a 1 to 5 rating' },
  nps: { needs: ['recommend'], how: '0 to 10' },
  counts: { needs: ['all', 'part'], how: 'a part of all, in two columns of counts' },
  retention: { needs: ['kept'] },
};

/** What can be read from rows: the KPI family, the roles it needs, how it is read, and the units it may feed. */
export const FAMILIES = Object.entries(NEEDS).map(([id, { needs, how }]) => {
  const { title, unit, variant } = KNOWN[id];
  const words = how === undefined ? title : `${title}: ${how}`;
  return { id, words, needs, variant, units: TIMES.includes(unit) ? TIMES : [unit] };
});

/** The families that a guess could feed, in its order; a log of events tells the time to resolution alone. */
export function familiesFor({ mapping }) {
  const measured = (mapping?.measures ?? []).map(({ kpi }) => kpi);
  return measured.flatMap((kpi) => FAMILIES.find(({ id }) => id === kpi) ?? []);
}

/** The guess as the form asks for it: a column a role, the date of an answer where the form has one for all. */
export function rolesOf({ roles }) {
  const found = Object.fromEntries(roles.map(({ role, column }) => [role, column]));
  return { ...found, created: found.created ?? found.answered ?? found.resolved };
}

/** The mapping for a family and the columns the reader settled on. */
export function mappingFor(family, { columns, several, dates, lost, failures, at, name }) {
  const { id, created, firstReply, resolved, due, rating, recommend, kept, all, part, segment } = columns;
  const measure = { id: 'yours', kpi: family };
  if (family === 'csat') Object.assign(measure, { column: rating, scale: 5 });
  if (family === 'nps') Object.assign(measure, { column: recommend });
  if (family === 'retention') Object.assign(measure, { column: kept, lost });
  if (family === 'counts') Object.assign(measure, { denominator: all, [failures ? 'complement' : 'numerator']: part });
  const mapping = {
    version: 1,
    source: 'your-file',
    name,
    period: 'month',
    zone: 'UTC',
    dates,
    missing: ['NA', 'N/A', 'n/a', '-', 'NULL', 'null'],
  };
  if (segment) mapping.dimension = segment;
  if (several) {
    mapping.events = { case: id, time: created, created: 'first', resolved: 'last' };
  } else {
    if (id) mapping.id = id;
    const surveyed = ['csat', 'nps', 'retention', 'counts'].includes(family);
    const roles = surveyed ? { answered: resolved || created } : { created, firstReply, resolved, due };
    mapping.columns = Object.fromEntries(Object.entries(roles).filter(([, column]) => column));
    if (surveyed && !mapping.columns.answered) mapping.at = at;
  }
  mapping.measures = [measure];
  return mapping;
}

/** The plan with a KPI fed by the reader's file: all of its rows, and never stale, whatever their dates. */
export function attach(plan, kpiId, variant) {
  const copy = structuredClone(plan);
  const nodes = [copy.mission, ...(copy.goals ?? []), ...(copy.strategies ?? []), ...(copy.actions ?? [])];
  for (const kpi of nodes.flatMap((node) => node.kpis ?? [])) {
    if (kpi.id !== kpiId) continue;
    kpi.measure = { source: 'your-file', measure: 'yours', variant };
    kpi.window = 'all';
    delete kpi.interval;
    delete kpi.values;
  }
  return copy;
}
