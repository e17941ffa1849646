/** From the answers of the seven steps to a plan. What nobody answered stays open: nothing is made up in its place. */
import { messagesFor } from '../throughline.js';
import type { Action, Goal, Kpi, Need, Owner, Ownership, Plan, Strategy } from '../types.js';
import { options } from './given.js';
import { Ids } from './ids.js';
import { kpiOf } from './measures.js';
import { openQuestions } from './open.js';
import { dayBefore, dayOf } from './options.js';
import { type ReadAnswers, readAnswers, some, WORK_STEPS, type WorkStep } from './reading.js';
import type { GoalAnswer, NeedAnswer, ProgrammeAnswers, ProgrammePlan } from './types.js';

/** The scale that needs are rated on. */
const SCALE = { zero: 1, one: 5 };

export interface ProgrammeOptions {
  /** The day that the answers are of, as YYYY-MM-DD: goals and work begin on it. Today where absent. */
  readonly asOf?: string;
  /** The language of the titles that the template gives. */
  readonly locale?: string;
}

/**
 * What the answers make: goals with their strategies, the work of hiring, training and recognition beneath strategies of
 * its own, needs, owners, standards and the next review.
 *
 * @throws {ThroughlineError} `answers-invalid`, with every fault and its place.
 */
export function programmePlan(answers: ProgrammeAnswers, how?: ProgrammeOptions): ProgrammePlan {
  const { locale = 'en', asOf: day } = options(how);
  const asOf = dayOf(day);
  const read = readAnswers(answers, asOf);
  const open = openQuestions(read, locale);
  const { mission } = read;
  return mission === undefined ? { open } : { plan: new Template(read, asOf, locale).plan(mission), open };
}

/** The plan being made: ids that are given, and what they were given for. */
class Template {
  readonly #read: ReadAnswers;
  readonly #asOf: string;
  readonly #locale: string;
  readonly #ids = new Ids(['mission', 'vision', 'company']);
  readonly #owners = new Map<string, Owner>();
  readonly #standards: ReadonlyMap<string, string>;

  constructor(read: ReadAnswers, asOf: string, locale: string) {
    this.#read = read;
    this.#asOf = asOf;
    this.#locale = locale;
    this.#standards = new Map(read.standards.map(({ goal, standard }) => [goal, standard]));
    this.#named();
  }

  plan(mission: string): Plan {
    const { title = mission, vision, companyMission, reviews, checkIns, needs } = this.#read;
    const goals = this.#read.goals.map((goal) => this.#goal(goal));
    const strategies = this.#read.goals.flatMap((goal, at) => this.#strategy(goal, goals[at]));
    const work = WORK_STEPS.flatMap((step) => this.#workOf(step, goals));
    return {
      version: 1,
      title,
      owners: [...this.#owners.values()],
      ...(companyMission === undefined ? {} : { companyMission: { id: 'company', title: companyMission } }),
      mission: { id: 'mission', title: mission, ...this.#owned() },
      ...(vision === undefined ? {} : { vision: { id: 'vision', title: vision } }),
      goals,
      strategies: [...strategies, ...work.map(({ strategy }) => strategy)],
      actions: work.flatMap(({ actions }) => actions),
      ...(needs.length === 0 ? {} : { needs: needs.map((need) => this.#need(need)) }),
      // The day on which the plan is made is the first on which it is looked at.
      ...(reviews === undefined ? {} : { reviews: { every: reviews, last: this.#asOf } }),
      ...some({ checkIns }),
    };
  }

  /** Everybody who is named, those of the list first. */
  #named(): void {
    const { owners, goals, work } = this.#read;
    const ids = new Ids();
    const others = [...goals, ...WORK_STEPS.flatMap((step) => work[step])].flatMap(({ owner }) => owner ?? []);
    for (const { name, team } of [...owners, ...others.map((name) => ({ name, team: undefined }))]) {
      if (!this.#owners.has(name)) this.#owners.set(name, { id: ids.make(name, 'owner'), name, ...some({ team }) });
    }
  }

  /** One owner who answers for it: the one named, else the first of all. */
  #owned(name?: string): { owners?: Ownership[] } {
    const owner = this.#owners.get(name ?? this.#read.owners[0]?.name ?? '');
    return owner === undefined ? {} : { owners: [{ owner: owner.id }] };
  }

  #dates(due = this.#read.due): { start: string; due?: string } {
    return { start: this.#asOf, ...some({ due }) };
  }

  #goal(goal: GoalAnswer): Goal {
    const { title, audience = 'customer', owner, due } = goal;
    const id = this.#ids.make(title, 'goal');
    const kpi = this.#kpi(goal, owner);
    return {
      id,
      title,
      audience,
      ...this.#owned(owner),
      ...this.#dates(due),
      serves: [{ to: 'mission' }],
      ...(kpi === undefined ? {} : { kpis: [kpi] }),
    };
  }

  /** Where it stands is both where it starts from and its first value, true before anything is done. */
  #kpi({ title, measure, now, target }: GoalAnswer, owner: string | undefined): Kpi | undefined {
    if (measure === undefined) return undefined;
    const kpi = kpiOf(measure, this.#ids.make(measure, 'kpi'), this.#locale);
    if (kpi === undefined) return undefined;
    const standard = this.#standards.get(title);
    const values = now === undefined ? undefined : [{ at: dayBefore(this.#asOf), value: now }];
    const [first] = this.#owned(owner).owners ?? [];
    return { ...kpi, ...some({ baseline: now, target, values, standard, owner: first?.owner }) };
  }

  #strategy({ how, owner, due }: GoalAnswer, goal: Goal | undefined): Strategy[] {
    if (how === undefined || goal === undefined) return [];
    const id = this.#ids.make(how, 'strategy');
    return [{ id, title: how, ...this.#owned(owner), ...this.#dates(due), serves: [{ to: goal.id }] }];
  }

  /** The work of a step beneath a strategy of its own, which serves the goals about the team, else all of them. */
  #workOf(step: WorkStep, goals: readonly Goal[]): { strategy: Strategy; actions: Action[] }[] {
    const work = this.#read.work[step];
    if (work.length === 0) return [];
    const title = messagesFor(this.#locale).text(`start.strategy.${step}`);
    const id = this.#ids.make(title, step);
    const internal = goals.filter(({ audience }) => audience === 'internal');
    const served = internal.length > 0 ? internal : goals;
    const to = served.length > 0 ? served.map((goal) => ({ to: goal.id })) : [{ to: 'mission' }];
    const actions = work.map(({ title, owner, due }) => ({
      id: this.#ids.make(title, 'action'),
      title,
      kind: step,
      ...this.#owned(owner),
      ...this.#dates(due),
      serves: [{ to: id }],
    }));
    return [{ strategy: { id, title, ...this.#owned(), ...this.#dates(), serves: to }, actions }];
  }

  #need({ title, importance, satisfaction }: NeedAnswer): Need {
    const rated = (value: number | undefined) =>
      value === undefined ? undefined : { ...SCALE, values: [{ at: this.#asOf, value }] };
    const ratings = some({ importance: rated(importance), satisfaction: rated(satisfaction) });
    return { id: this.#ids.make(title, 'need'), title, ...ratings };
  }
}
