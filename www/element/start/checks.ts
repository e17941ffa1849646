/** What each step asks of a plan, counted. */
import type { Action, Goal, Kpi, Plan, PlanNode } from '../types.js';
import type { StepId } from './types.js';

/** So many of so many; of none where there is nothing to have it. */
export interface Check {
  readonly code: string;
  readonly n: number;
  readonly of: number;
}

const there = (code: string, value: unknown): Check => ({ code, n: value === undefined ? 0 : 1, of: 1 });
const some = (code: string, all: readonly unknown[]): Check => ({ code, n: all.length, of: Math.max(1, all.length) });

function those<Item>(code: string, all: readonly Item[], has: (item: Item) => boolean): Check {
  return { code, n: all.filter(has).length, of: all.length };
}

/** The checks of a step; every one fails where there is no plan. */
export function checksOf(step: StepId, plan: Plan | undefined): Check[] {
  switch (step) {
    case 'vision':
      return [
        there('mission', plan?.mission),
        there('vision', plan?.vision),
        there('company-mission', plan?.companyMission),
      ];
    case 'needs':
      return ofNeeds(plan);
    case 'goals':
      return ofGoals(plan);
    case 'accountability':
      return ofDuty(plan);
    default:
      return ofWork(plan?.actions?.filter(({ kind }) => kind === step) ?? []);
  }
}

function ofNeeds({ needs = [], journey = [] }: Partial<Plan> = {}): Check[] {
  const served = new Set(
    journey.flatMap(({ touchpoints = [] }) =>
      touchpoints.flatMap(({ id, pains = [] }) => (pains.some(({ servedBy }) => servedBy?.length) ? [id] : [])),
    ),
  );
  return [
    some('needs', needs),
    those(
      'needs-rated',
      needs,
      ({ importance, satisfaction }) => importance !== undefined && satisfaction !== undefined,
    ),
    those('needs-served', needs, ({ servedBy = [], at }) => servedBy.length > 0 || served.has(at ?? '')),
  ];
}

function ofGoals(plan: Plan | undefined): Check[] {
  const { goals = [], strategies = [], actions = [] } = plan ?? {};
  const pursued = new Set([...strategies, ...actions].flatMap(({ serves = [] }) => serves.map(({ to }) => to)));
  const aimed = ({ kpis = [] }: Goal) => kpis.some(({ target }) => target !== undefined);
  return [
    some('goals', goals),
    those('goals-measured', goals, aimed),
    those('goals-dated', goals, ({ due }) => due !== undefined),
    those('goals-pursued', goals, ({ id }) => pursued.has(id)),
  ];
}

function ofWork(work: readonly Action[]): Check[] {
  return [
    some('work', work),
    those('work-owned', work, answeredFor),
    those('work-dated', work, ({ start, due }) => start !== undefined && due !== undefined),
    those('work-aimed', work, ({ shouldMove = [], kpis = [] }) => shouldMove.length + kpis.length > 0),
  ];
}

function ofDuty(plan: Plan | undefined): Check[] {
  const { goals = [], strategies = [], actions = [] } = plan ?? {};
  const nodes = [...goals, ...strategies, ...actions];
  const kpis: readonly Kpi[] = [plan?.mission, ...nodes].flatMap((node) => node?.kpis ?? []);
  return [
    those('owned', nodes, answeredFor),
    some(
      'standards',
      kpis.filter(({ standard }) => standard !== undefined),
    ),
    there('reviews', plan?.reviews),
  ];
}

/** One owner who is accountable, not several. */
function answeredFor({ owners = [] }: PlanNode): boolean {
  return owners.filter(({ accountable }) => accountable !== false).length === 1;
}
