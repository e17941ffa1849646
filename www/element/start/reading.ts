/** The answers of the seven steps, read once and checked: what is made of them can rely on them. */
import type { Audience, Granularity } from '../types.js';
import { Faults } from './faults.js';
import { given } from './given.js';
import { kpiOf, measureIds } from './measures.js';
import type {
  AccountabilityAnswers,
  GoalAnswer,
  NeedAnswer,
  OwnerAnswer,
  ProgrammeAnswers,
  StandardAnswer,
  Standing,
  StepId,
  WorkAnswer,
} from './types.js';

export const STANDINGS: readonly Standing[] = ['not-begun', 'under-way', 'in-use', 'reviewed'];
export type WorkStep = 'hiring' | 'training' | 'recognition';
export const WORK_STEPS: readonly WorkStep[] = ['hiring', 'training', 'recognition'];

const EVERY: readonly Granularity[] = ['day', 'week', 'month', 'quarter', 'year'];
const AUDIENCES: readonly Audience[] = ['customer', 'internal'];
const RATED = [1, 5] as const;
const ANY = [Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY] as const;
/** What values of a unit can be. */
const RANGES: Readonly<Record<string, readonly [number, number]>> = { '%': [0, 100], points: [-100, 100] };

/** The answers without empty ends; lists are there, if empty. */
export interface ReadAnswers {
  readonly title: string | undefined;
  readonly due: string | undefined;
  readonly mission: string | undefined;
  readonly vision: string | undefined;
  readonly companyMission: string | undefined;
  readonly needs: readonly NeedAnswer[];
  readonly goals: readonly GoalAnswer[];
  readonly work: Readonly<Record<WorkStep, readonly WorkAnswer[]>>;
  readonly owners: readonly OwnerAnswer[];
  readonly standards: readonly StandardAnswer[];
  readonly reviews: Granularity | undefined;
  readonly checkIns: Granularity | undefined;
  readonly standing: Readonly<Partial<Record<StepId, Standing>>>;
}

/** @throws {ThroughlineError} `answers-invalid`, with every fault and its place. */
export function readAnswers(answers: ProgrammeAnswers, asOf: string): ReadAnswers {
  const faults = new Faults();
  const read = new Reader(faults, asOf).all(given(answers ?? null, 'answers-invalid'));
  faults.end('answers-invalid');
  return read;
}

/** One pass over the answers; what is wrong is told and left out. */
class Reader {
  readonly #faults: Faults;
  readonly #asOf: string;
  readonly #standing: Partial<Record<StepId, Standing>> = {};

  constructor(faults: Faults, asOf: string) {
    this.#faults = faults;
    this.#asOf = asOf;
  }

  all(given: unknown): ReadAnswers {
    const known = ['version', 'title', 'due', 'vision', 'needs', ...WORK_STEPS, 'goals', 'accountability'];
    const top = this.#faults.object(given, '', known) ?? {};
    this.#faults.version(top.version);
    const vision = this.#step(top.vision, 'vision', ['mission', 'vision', 'companyMission']);
    const needs = this.#step(top.needs, 'needs', ['needs']);
    const goals = this.#step(top.goals, 'goals', ['goals']);
    const duty = this.#step(top.accountability, 'accountability', ['owners', 'standards', 'reviews', 'checkIns']);
    const due = this.#due(top.due, '/due');
    const listed = this.#list(goals.goals, '/goals/goals', (goal, path) => this.#goal(goal, path));
    this.#twice(goals.goals, 'title', '/goals/goals');
    this.#twice(duty.owners, 'name', '/accountability/owners');
    this.#twice(duty.standards, 'goal', '/accountability/standards');
    return {
      title: this.#faults.text(top.title, '/title'),
      due,
      mission: this.#faults.text(vision.mission, '/vision/mission'),
      vision: this.#faults.text(vision.vision, '/vision/vision'),
      companyMission: this.#faults.text(vision.companyMission, '/vision/companyMission'),
      needs: this.#list(needs.needs, '/needs/needs', (need, path) => this.#need(need, path)),
      goals: listed,
      work: {
        hiring: this.#work(top.hiring, 'hiring'),
        training: this.#work(top.training, 'training'),
        recognition: this.#work(top.recognition, 'recognition'),
      },
      ...this.#accountability(duty, listed),
      standing: this.#standing,
    };
  }

  #step(value: unknown, step: StepId, known: readonly string[]): Record<string, unknown> {
    const found = this.#faults.object(value, `/${step}`, [...known, 'standing']) ?? {};
    const standing = this.#faults.oneOf(found.standing, `/${step}/standing`, STANDINGS);
    if (standing !== undefined) this.#standing[step] = standing;
    return found;
  }

  #list<Item>(value: unknown, path: string, read: (item: unknown, path: string) => Item | undefined): Item[] {
    return this.#faults
      .list(value, path)
      .map((item, at) => read(item, `${path}/${at}`))
      .filter((item) => item !== undefined);
  }

  /** What is told apart by its name can be there once: of two, one would be lost. */
  #twice(value: unknown, name: string, path: string): void {
    const seen = new Set<string>();
    for (const [at, item] of (Array.isArray(value) ? value : []).entries()) {
      const said: unknown = item?.[name];
      const text = typeof said === 'string' ? said.trim() : '';
      if (seen.has(text)) this.#faults.add('listed-twice', `${path}/${at}/${name}`, { value: text });
      if (text !== '') seen.add(text);
    }
  }

  #titled(value: unknown, path: string, known: readonly string[], name = 'title') {
    const given = this.#faults.object(value, path, [name, ...known]);
    if (given === undefined) {
      if (value === undefined) this.#faults.add('wrong-type', path, { expected: 'object', found: 'undefined' });
      return undefined;
    }
    if (given[name] === undefined) this.#faults.add('missing-field', path, { field: name });
    const title = this.#faults.text(given[name], `${path}/${name}`);
    return title === undefined ? undefined : { given, title };
  }

  #need(value: unknown, path: string): NeedAnswer | undefined {
    const read = this.#titled(value, path, ['importance', 'satisfaction']);
    if (read === undefined) return undefined;
    const { title, given } = read;
    const importance = this.#faults.number(given.importance, `${path}/importance`, RATED);
    const satisfaction = this.#faults.number(given.satisfaction, `${path}/satisfaction`, RATED);
    return { title, ...some({ importance, satisfaction }) };
  }

  #goal(value: unknown, path: string): GoalAnswer | undefined {
    const read = this.#titled(value, path, ['audience', 'how', 'measure', 'now', 'target', 'due', 'owner']);
    if (read === undefined) return undefined;
    const { title, given } = read;
    const measure = this.#faults.oneOf(given.measure, `${path}/measure`, measureIds());
    return {
      title,
      ...some({
        audience: this.#faults.oneOf(given.audience, `${path}/audience`, AUDIENCES),
        how: this.#faults.text(given.how, `${path}/how`),
        measure,
        ...this.#ends(given, measure, path),
        due: this.#due(given.due, `${path}/due`),
        owner: this.#faults.text(given.owner, `${path}/owner`),
      }),
    };
  }

  /** Where a measure stands and where it should be: within what its unit can be, and the right way round. */
  #ends(given: Record<string, unknown>, measure: string | undefined, path: string) {
    const kpi = measure === undefined ? undefined : kpiOf(measure, measure, 'en');
    const range = RANGES[kpi?.unit ?? ''] ?? (kpi === undefined ? ANY : ([0, Number.POSITIVE_INFINITY] as const));
    const now = this.#faults.number(given.now, `${path}/now`, range);
    const target = this.#faults.number(given.target, `${path}/target`, range);
    // A number of nothing would be lost without a word.
    const lost = (now ?? target) !== undefined && given.measure === undefined;
    if (lost) this.#faults.add('missing-field', path, { field: 'measure' });
    if (kpi === undefined || now === undefined || target === undefined) return { now, target };
    if (now === target) this.#faults.add('baseline-equals-target', `${path}/target`);
    else if (target > now !== (kpi.direction === 'up')) {
      const params = { direction: String(kpi.direction), baseline: now, target };
      this.#faults.add('direction-contradicts-target', `${path}/target`, params);
    }
    return { now, target };
  }

  #due(value: unknown, path: string): string | undefined {
    const due = this.#faults.day(value, path);
    if (due !== undefined && due < this.#asOf) this.#faults.add('dates-reversed', path, { due, start: this.#asOf });
    return due;
  }

  #work(value: unknown, step: WorkStep): WorkAnswer[] {
    const { work } = this.#step(value, step, ['work']);
    return this.#list(work, `/${step}/work`, (item, path) => {
      const read = this.#titled(item, path, ['owner', 'due']);
      if (read === undefined) return undefined;
      const owner = this.#faults.text(read.given.owner, `${path}/owner`);
      return { title: read.title, ...some({ owner, due: this.#due(read.given.due, `${path}/due`) }) };
    });
  }

  #accountability(duty: Record<string, unknown>, goals: readonly GoalAnswer[]): Required<Duty> {
    const at = '/accountability';
    const named = new Map(goals.map((goal) => [goal.title, goal]));
    return {
      owners: this.#list(duty.owners, `${at}/owners`, (item, path) => {
        const read = this.#titled(item, path, ['team'], 'name');
        if (read === undefined) return undefined;
        return { name: read.title, ...some({ team: this.#faults.text(read.given.team, `${path}/team`) }) };
      }),
      standards: this.#list(duty.standards, `${at}/standards`, (item, path) => this.#standard(item, path, named)),
      reviews: this.#faults.oneOf(duty.reviews, `${at}/reviews`, EVERY),
      checkIns: this.#faults.oneOf(duty.checkIns, `${at}/checkIns`, EVERY),
    };
  }

  #standard(value: unknown, path: string, goals: ReadonlyMap<string, GoalAnswer>): StandardAnswer | undefined {
    const read = this.#titled(value, path, ['goal'], 'standard');
    if (read === undefined) return undefined;
    const goal = this.#faults.text(read.given.goal, `${path}/goal`);
    if (goal === undefined) return this.#faults.add('missing-field', path, { field: 'goal' });
    const found = goals.get(goal);
    if (found === undefined) return this.#faults.add('unknown-reference', `${path}/goal`, { id: goal });
    if (found.measure === undefined) return this.#faults.add('standard-without-measure', `${path}/goal`, { goal });
    return { goal, standard: read.title };
  }
}

type Duty = {
  owners: readonly OwnerAnswer[];
  standards: readonly StandardAnswer[];
} & { [Field in 'reviews' | 'checkIns']: AccountabilityAnswers[Field] | undefined };

/** The fields that have something. */
export function some<Fields extends object>(fields: Fields): { [Name in keyof Fields]?: NonNullable<Fields[Name]> } {
  const there = Object.entries(fields).filter(([, value]) => value !== undefined);
  return Object.fromEntries(there) as { [Name in keyof Fields]?: NonNullable<Fields[Name]> };
}
