/** The KPIs that a file gives, and a small plan of them. */
import { FAMILIES } from '../shared/families.js';

/** The targets of the made-up service; a reader's own file has none until he gives one. */
const OWN = {
  reply: { baseline: 7.6, target: 4.4 },
  resolution: { baseline: 40, target: 22 },
  promise: { baseline: 74, target: 90 },
  rating: { baseline: 69, target: 82 },
};

/** The KPI of a measure, as its family is read to begin with. */
export function kpiOf(mapping, measure, made) {
  const { title, variant, ...shown } = FAMILIES[measure.kpi];
  const several = mapping.measures.filter(({ kpi }) => kpi === measure.kpi).length > 1;
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
    period: mapping.period ?? 'month',
    ...(mapping.calendar === undefined ? {} : { calendar: mapping.calendar }),
    // Nobody is known here but whoever gave the file.
    owners: [{ id: 'keeper', name: 'whoever keeps this file' }],
    mission: { id: 'mission', title: 'Serve customers well', owners: [{ owner: 'keeper' }] },
    goals: kpis.map((kpi) => ({
      id: `goal-${kpi.id}`,
      title: kpi.title,
      owners: [{ owner: 'keeper' }],
      serves: [{ to: 'mission' }],
      kpis: [kpi],
    })),
  };
}
