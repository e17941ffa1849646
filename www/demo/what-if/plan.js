/** The demo's plan with the phones in it: two KPIs that a staffing says something of. */

/** The half-hour as it is today, which the fields begin with; callers give up after a while. */
export const TODAY = {
  calls: 96,
  period: 1800,
  handlingTime: 270,
  agents: 23,
  shrinkage: 0.3,
  patience: 240,
  within: 20,
};

/** What a staffing sets. */
export const SETS = { serviceLevel: 'answered-in-time', wait: 'speed-of-answer' };

const months = ['2026-05-31', '2026-06-30', '2026-07-31', '2026-08-31', '2026-09-30', '2026-10-31'];
const typed = (values) => values.map((value, at) => ({ at: months[at], value }));

/** Both are typed in: they are what the phone system reported, and not what a model says. */
const PHONES = [
  {
    id: 'answered-in-time',
    title: 'Calls answered within 20 seconds',
    unit: '%',
    baseline: 55,
    target: 85,
    weight: 3,
    interval: 'month',
    values: typed([58, 60, 64, 66, 70, 73.4]),
  },
  {
    id: 'speed-of-answer',
    title: 'Wait for an answer, mean',
    unit: 's',
    baseline: 45,
    target: 10,
    interval: 'month',
    values: typed([42, 36, 30, 25, 19, 15.2]),
  },
];

/** The plan, with these under the strategy that has the right people there at the right hour. */
export function withPhones(plan) {
  const strategies = plan.strategies.map((strategy) =>
    strategy.id === 'right-people' ? { ...strategy, kpis: [...strategy.kpis, ...PHONES] } : strategy,
  );
  return { ...plan, strategies };
}
