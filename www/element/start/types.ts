/** What goes into a start from nothing, and what comes out: the seven-step programme (P9). */
import type { Audience, Direction, Granularity, Params, Plan } from '../types.js';

/** The seven steps of a service programme, in their order. */
export type StepId = 'vision' | 'needs' | 'hiring' | 'goals' | 'training' | 'accountability' | 'recognition';

/** Where a team says that it stands on a step. Not answered is not known, which is none of these. */
export type Standing = 'not-begun' | 'under-way' | 'in-use' | 'reviewed';

/** A sentence with its code. */
export interface Said {
  readonly code: string;
  readonly params: Params;
  /** In words of the locale that was asked for. */
  readonly text: string;
}

/** One thing that a step asks. */
export interface ProgrammeQuestion {
  /** The field of the step's answers. */
  readonly field: string;
  readonly text: string;
  readonly hint: string;
  /** Answers that others gave: to begin with, not to keep. */
  readonly suggestions: readonly string[];
}

/** One step of the template. */
export interface ProgrammeStep {
  readonly id: StepId;
  readonly title: string;
  /** Why it is a step. */
  readonly why: string;
  readonly questions: readonly ProgrammeQuestion[];
}

/** A measure that a goal may be told by. */
export interface MeasureChoice {
  readonly id: string;
  readonly title: string;
  /** The family of KPIs that computes it from rows; absent where it is counted by hand. */
  readonly family?: string;
  readonly unit: string;
  readonly direction: Direction;
}

/** What is answered so far. Every field may be absent: nothing is made up in its place. */
export interface ProgrammeAnswers {
  readonly version: 1;
  /** The name of the plan; the mission where absent. */
  readonly title?: string;
  /** The last day of goals and work that name none, as YYYY-MM-DD. */
  readonly due?: string;
  readonly vision?: VisionAnswers;
  readonly needs?: NeedsAnswers;
  readonly hiring?: WorkAnswers;
  readonly goals?: GoalsAnswers;
  readonly training?: WorkAnswers;
  readonly accountability?: AccountabilityAnswers;
  readonly recognition?: WorkAnswers;
}

interface Stood {
  readonly standing?: Standing;
}

export interface VisionAnswers extends Stood {
  readonly mission?: string;
  readonly vision?: string;
  readonly companyMission?: string;
}

export interface NeedsAnswers extends Stood {
  readonly needs?: readonly NeedAnswer[];
}

/** A need, and what customers said of it on a scale from 1 to 5. */
export interface NeedAnswer {
  readonly title: string;
  readonly importance?: number;
  readonly satisfaction?: number;
}

export interface GoalsAnswers extends Stood {
  readonly goals?: readonly GoalAnswer[];
}

export interface GoalAnswer {
  readonly title: string;
  /** `customer` where absent. */
  readonly audience?: Audience;
  /** How it will be reached: the title of its strategy. */
  readonly how?: string;
  /** One of `measureChoices()`. */
  readonly measure?: string;
  /** Where the measure stands today, in its unit: its baseline, and its first value. */
  readonly now?: number;
  readonly target?: number;
  readonly due?: string;
  /** The name of who answers for it; the first of `accountability.owners` where absent. */
  readonly owner?: string;
}

export interface WorkAnswers extends Stood {
  readonly work?: readonly WorkAnswer[];
}

/** A piece of work: it becomes an action of the step's kind. */
export interface WorkAnswer {
  readonly title: string;
  readonly owner?: string;
  readonly due?: string;
}

export interface AccountabilityAnswers extends Stood {
  readonly owners?: readonly OwnerAnswer[];
  /** What is promised to customers by reaching the target of a goal, by the goal's title. */
  readonly standards?: readonly StandardAnswer[];
  readonly reviews?: Granularity;
  readonly checkIns?: Granularity;
}

export interface OwnerAnswer {
  readonly name: string;
  readonly team?: string;
}

export interface StandardAnswer {
  readonly goal: string;
  readonly standard: string;
}

/** What answers make. */
export interface ProgrammePlan {
  /** A plan that `Board.open` takes; absent until there is a mission. */
  readonly plan?: Plan;
  /** What nobody has answered yet, in the order of the steps. */
  readonly open: readonly OpenQuestion[];
}

export interface OpenQuestion {
  readonly step: StepId;
  readonly field: string;
  readonly text: string;
}

/** Something that a step asks of a plan, and whether the plan has it. */
export interface StepCheck extends Said {
  /** How many there are that have it. */
  readonly n: number;
  /** Of how many. */
  readonly of: number;
  readonly holds: boolean;
  /** What to do; absent where it holds. */
  readonly todo?: string;
}

/** Where a team stands on one step: what it says, and what its plan shows. They are never mixed. */
export interface StepStanding {
  readonly step: StepId;
  readonly title: string;
  /** What the team said; absent where nobody answered. */
  readonly said?: Standing;
  /** What the plan shows. */
  readonly shown: 'missing' | 'part' | 'whole';
  readonly checks: readonly StepCheck[];
  /** Where the two tell opposite things. */
  readonly differs?: Said;
}

export interface ProgrammeStanding {
  readonly steps: readonly StepStanding[];
  /** How many of the seven the team has answered. */
  readonly answered: number;
  readonly of: 7;
}
