/** Proposed strategies put into a plan: strategies with their actions and KPIs. The plan that is given stays as it is. */
import type { Action, Kpi, Plan, Strategy } from '../types.js';
import { candidates } from './candidates.js';
import { Faults } from './faults.js';
import { given, options, planOf } from './given.js';
import { Ids } from './ids.js';
import type { Candidate } from './maturity-types.js';
import { kpiOf } from './measures.js';
import { some } from './reading.js';

export interface IntoPlanOptions {
  /** The ids of the nodes that they serve; every goal where absent, and the mission where there is none. */
  readonly serves?: readonly string[];
  /** The id of the plan's owner who answers for them; nobody where absent, which a finding then says. */
  readonly owner?: string;
  /** The last day of strategies and actions, as YYYY-MM-DD. */
  readonly due?: string;
  readonly start?: string;
  readonly locale?: string;
}

/**
 * The plan with strategies of the library, each with its actions, the KPI it should move first and a guard beside it.
 * A KPI that the plan has by the same title is used, not made again; so is a strategy. There is no target: that is the
 * team's to set.
 *
 * @param chosen ids of candidates.
 * @throws {ThroughlineError} `plan-invalid` or `options-invalid`, with every fault and its place.
 */
export function withStrategies(plan: Plan | string, chosen: readonly string[], how?: IntoPlanOptions): Plan {
  const own = planOf(plan);
  const asked = options(how);
  const library = new Map(candidates(asked.locale).map((candidate) => [candidate.id, candidate]));
  const ids = refuse(given(chosen, 'options-invalid'), library, asked, own);
  const adding = new Adding(own, idsOf(own), asked);
  for (const id of ids) {
    const candidate = library.get(id);
    if (candidate !== undefined) adding.add(candidate);
  }
  return adding.plan();
}

/** Everything that an id of a node or a KPI must differ from. */
function idsOf(plan: Plan): string[] {
  const { mission, companyMission, vision, goals = [], strategies = [], actions = [], needs = [], journey = [] } = plan;
  const nodes = [mission, ...goals, ...strategies, ...actions];
  const parts = [...needs, ...journey, ...journey.flatMap(({ touchpoints = [] }) => touchpoints)];
  const others = [companyMission, vision].flatMap((node) => node ?? []);
  const kpis = nodes.flatMap((node) => node.kpis ?? []);
  return [...nodes, ...others, ...kpis, ...parts].map(({ id }) => id);
}

/** The ids that were chosen, when nothing is wrong with them or with the options. */
function refuse(
  chosen: unknown,
  library: ReadonlyMap<string, unknown>,
  asked: IntoPlanOptions,
  { mission, goals = [], strategies = [], owners = [] }: Plan,
): string[] {
  const faults = new Faults();
  // What a strategy may serve.
  const seen = new Set<unknown>();
  const parents = new Set([mission, ...goals, ...strategies].map(({ id }) => id));
  const known = (id: unknown, path: string, has: (id: string) => boolean) => {
    const text = faults.text(id, path);
    if (text !== undefined && !has(text)) faults.add('unknown-reference', path, { id: text });
  };
  if (chosen === undefined) faults.add('missing-field', '', { field: 'chosen' });
  const ids = faults.list(chosen, '/chosen');
  for (const [at, id] of ids.entries()) known(id ?? null, `/chosen/${at}`, (one) => library.has(one));
  const served = faults.list(asked.serves, '/serves');
  for (const [at, id] of served.entries()) {
    known(id ?? null, `/serves/${at}`, (one) => parents.has(one));
    if (typeof id === 'string' && seen.has(id)) faults.add('listed-twice', `/serves/${at}`, { value: id });
    seen.add(id);
  }
  known(asked.owner, '/owner', (one) => owners.some(({ id }) => id === one));
  const start = faults.day(asked.start, '/start');
  const due = faults.day(asked.due, '/due');
  if (start !== undefined && due !== undefined && due < start) faults.add('dates-reversed', '/due', { due, start });
  faults.end('options-invalid');
  return ids as string[];
}

class Adding {
  readonly #plan: Plan;
  readonly #options: IntoPlanOptions;
  readonly #ids: Ids;
  readonly #kpis: Map<string, string>;
  readonly #titles: Set<string>;
  readonly #strategies: Strategy[] = [];
  readonly #actions: Action[] = [];

  constructor(plan: Plan, ids: readonly string[], options: IntoPlanOptions) {
    this.#plan = plan;
    this.#options = options;
    this.#ids = new Ids(ids);
    const { mission, goals = [], strategies = [], actions = [] } = plan;
    const kpis = [mission, ...goals, ...strategies, ...actions].flatMap((node) => node.kpis ?? []);
    this.#titles = new Set(strategies.map(({ title }) => title));
    this.#kpis = new Map(kpis.map(({ id, title }) => [title, id]));
  }

  add(candidate: Candidate): void {
    const { title, because, actions } = candidate;
    if (this.#titles.has(title)) return;
    this.#titles.add(title);
    const id = this.#ids.make(title, 'strategy');
    const { own, moved } = this.#measured(candidate);
    const kpis = own.length === 0 ? {} : { kpis: own };
    const parents = this.#parents().map((to) => ({ to }));
    this.#strategies.push({ id, title, description: because, ...this.#shared(), serves: parents, ...kpis });
    for (const { kind, title: does } of actions) {
      this.#actions.push({
        id: this.#ids.make(does, 'action'),
        title: does,
        kind: kind as NonNullable<Action['kind']>,
        ...this.#shared(),
        serves: [{ to: id }],
        shouldMove: moved,
      });
    }
  }

  plan(): Plan {
    const { strategies = [], actions = [] } = this.#plan;
    return {
      ...this.#plan,
      strategies: [...strategies, ...this.#strategies],
      actions: [...actions, ...this.#actions],
    };
  }

  #parents(): readonly string[] {
    const { serves } = this.#options;
    const goals = this.#plan.goals ?? [];
    if (serves !== undefined && serves.length > 0) return serves;
    return goals.length > 0 ? goals.map(({ id }) => id) : [this.#plan.mission.id];
  }

  /** What all of them have. */
  #shared(): Pick<Action, 'start' | 'due' | 'owners'> {
    const { start, due, owner } = this.#options;
    return some({ start, due, owners: owner === undefined ? undefined : [{ owner }] });
  }

  /** The KPIs that are new here, and the ids of all that it should move. */
  #measured({ measures, guard }: Candidate): { own: Kpi[]; moved: string[] } {
    // The soonest to move is measured here; the others only where the plan has them.
    const [first = '', ...others] = measures;
    const there = [first, ...others].flatMap((measure) => this.#known(measure) ?? []);
    if (this.#known(first) !== undefined) return { own: [], moved: there };
    const watched = guard === undefined ? undefined : (this.#known(guard) ?? this.#made(guard, { weight: 0 }));
    const watchedId = typeof watched === 'object' ? watched.id : watched;
    const kpi = this.#made(first, watchedId === undefined ? {} : { guard: watchedId });
    const own = [kpi, watched].filter((made) => typeof made === 'object');
    return { own, moved: [...(kpi === undefined ? [] : [kpi.id]), ...there] };
  }

  /** The id of the KPI that the plan has by a measure's title. */
  #known(measure: string): string | undefined {
    return this.#kpis.get(kpiOf(measure, '', this.#locale)?.title ?? '');
  }

  #made(measure: string, more: Partial<Kpi>): Kpi | undefined {
    const kpi = kpiOf(measure, this.#ids.make(measure, 'kpi'), this.#locale);
    if (kpi === undefined) return undefined;
    this.#kpis.set(kpi.title, kpi.id);
    return { ...kpi, ...more };
  }

  get #locale(): string {
    return this.#options.locale ?? 'en';
  }
}
