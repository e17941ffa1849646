// Generated from the Rust types by `npm run generate`: do not edit.

/**
 * What kind of work an action is.
 */
export type ActionKind =
  'training' | 'hiring' | 'recognition' | 'knowledge' | 'technology' | 'process' | 'other';
/**
 * How several typed values make one.
 */
export type Aggregate = 'last' | 'sum' | 'mean' | 'min' | 'max' | 'count' | 'ratio-of-sums';
/**
 * Whom a goal is for.
 */
export type Audience = 'customer' | 'internal';
/**
 * How far an owner outside the team stands by what was asked.
 */
export type Commitment = 'asked' | 'agreed' | 'delivered';
/**
 * Which way is better.
 */
export type Direction = 'up' | 'down';
/**
 * The sign of a cause's effect.
 */
export type Effect = 'raises' | 'lowers';
/**
 * How progress is expected to run from start to due.
 */
export type Expected =
  | {
      course: 'even';
    }
  | {
      course: 'milestones';
      /**
       * The points, one a day at most.
       *
       * @minItems 1
       */
      points: Milestone[];
    }
  | {
      course: 'steps';
      /**
       * The points, one a day at most.
       *
       * @minItems 1
       */
      points: Milestone[];
    };
/**
 * A rule that looks for a known pitfall.
 */
export type FindingId =
  'orphan' | 'unmeasured-goal' | 'no-owner' | 'stale' | 'strategy-without-action' | 'dates-outside-parent';
/**
 * The length of a period; weeks run from Monday (ISO).
 */
export type Granularity = 'day' | 'week' | 'month' | 'quarter' | 'year';
/**
 * Whether a KPI moves before the outcome or is the outcome.
 */
export type Lead = 'leading' | 'lagging';
/**
 * What a missing contributor does to its parent's score.
 */
export type Missing = 'ignore' | 'propagate' | 'zero';
/**
 * How contributors make a score.
 */
export type RollUp = 'mean' | 'min' | 'max' | 'worst';
/**
 * How a value becomes a score from 0 to 1.
 */
export type ScoreFunction =
  | {
      function: 'linear';
    }
  | {
      function: 'min-max';
      /**
       * The lower bound.
       */
      low: number;
      /**
       * The upper bound.
       */
      high: number;
    }
  | {
      function: 'range';
      /**
       * 0 from here down.
       */
      low0: number;
      /**
       * 1 from here up.
       */
      low: number;
      /**
       * 1 up to here.
       */
      high: number;
      /**
       * 0 from here up.
       */
      high0: number;
    };
/**
 * What a stale value does.
 */
export type Stale = 'leave' | 'keep';
/**
 * A value typed in, as it is or as counts.
 */
export type TypedValue = PlainValue | CountedValue;
/**
 * A named definition; any percentile is written like p90, p99.5 or p90-nearest-rank.
 */
export type Variant =
  | ('mean' | 'median' | 'share-within' | 'top-2-box' | 'top-box' | 'net' | 'favourable' | 'share' | 'p90')
  | string;
/**
 * Which periods a KPI's value covers.
 */
export type Window =
  | 'all'
  | {
      last: number;
    };

/**
 * What is done; serves a strategy, a goal, an action or the mission.
 */
export interface Action {
  /**
   * Unique among nodes and KPIs.
   */
  id: string;
  /**
   * Its short text.
   */
  title: string;
  /**
   * Its long text.
   */
  description?: string;
  /**
   * The id of its perspective: its band of the map.
   */
  perspective?: string;
  /**
   * Who owns it.
   */
  owners?: Ownership[];
  /**
   * The first day.
   */
  start?: string;
  /**
   * The last day.
   */
  due?: string;
  /**
   * The nodes it serves. It may serve several; each then counts its share.
   */
  serves?: Serves[];
  /**
   * What measures it.
   */
  kpis?: Kpi[];
  /**
   * The kind of work; `other` where absent.
   */
  kind?: ActionKind;
  /**
   * Its size, in any unit that all actions share; 1 where absent.
   */
  effort?: number;
  /**
   * How much is done; absent where nobody said, which is not 0.
   */
  progress?: number;
  /**
   * The ids of the KPIs it should move.
   */
  shouldMove?: string[];
}
/**
 * Where the colours change, on pace or score.
 */
export interface Bands {
  /**
   * On track from here up.
   */
  onTrack: number;
  /**
   * At risk from here up, off track below; at most `onTrack`.
   */
  atRisk: number;
}
/**
 * What others reach.
 */
export interface Benchmark {
  /**
   * The figure, in the KPI's unit.
   */
  value: number;
  /**
   * Who published it.
   */
  source: string;
  /**
   * When.
   */
  date: string;
}
/**
 * The mission of the whole company.
 */
export interface CompanyMission {
  /**
   * Unique among nodes and KPIs.
   */
  id: string;
  /**
   * Its short text.
   */
  title: string;
  /**
   * Its long text.
   */
  description?: string;
}
/**
 * A value as counts: 100 · numerator ÷ denominator.
 */
export interface CountedValue {
  /**
   * The day it was true: the end of its period.
   */
  at: string;
  /**
   * Those that count.
   */
  numerator: number;
  /**
   * All of them.
   */
  denominator: number;
  /**
   * How many answers or cases stand behind it.
   */
  n?: number;
  /**
   * The lower end of its interval.
   */
  low?: number;
  /**
   * The upper end of its interval.
   */
  high?: number;
}
/**
 * A "drives" link: cause to effect, never in a roll-up.
 */
export interface Drive {
  /**
   * The id of the cause: a node or KPI.
   */
  from: string;
  /**
   * The id of the effect: a node or KPI.
   */
  to: string;
  /**
   * The sign; `raises` where absent.
   */
  effect?: Effect;
  /**
   * Periods from cause to effect.
   */
  lag?: number;
  /**
   * Why one believes it.
   */
  note?: string;
}
/**
 * An outcome to reach; serves the mission or a goal.
 */
export interface Goal {
  /**
   * Unique among nodes and KPIs.
   */
  id: string;
  /**
   * Its short text.
   */
  title: string;
  /**
   * Its long text.
   */
  description?: string;
  /**
   * The id of its perspective: its band of the map.
   */
  perspective?: string;
  /**
   * Who owns it.
   */
  owners?: Ownership[];
  /**
   * The first day.
   */
  start?: string;
  /**
   * The last day.
   */
  due?: string;
  /**
   * The nodes it serves. It may serve several; each then counts its share.
   */
  serves?: Serves[];
  /**
   * What measures it.
   */
  kpis?: Kpi[];
  /**
   * Whom it is for.
   */
  audience?: Audience;
}
/**
 * The weights of the alignment index.
 */
export interface IndexWeights {
  /**
   * Nodes with a path to the mission; 0.3 where absent.
   */
  'AL-V'?: number;
  /**
   * Goals with a strategy and an action beneath; 0.2 where absent.
   */
  'AL-C'?: number;
  /**
   * Goals and strategies with a KPI in their subtree; 0.25 where absent.
   */
  'AL-M'?: number;
  /**
   * Nodes with exactly one accountable owner; 0.15 where absent.
   */
  'AL-OWN'?: number;
  /**
   * Links whose child's dates lie inside the parent's; 0.1 where absent.
   */
  'AL-T'?: number;
}
/**
 * A measured quantity.
 */
export interface Kpi {
  /**
   * Unique among nodes and KPIs.
   */
  id: string;
  /**
   * Its short text.
   */
  title: string;
  /**
   * Its long text.
   */
  description?: string;
  /**
   * The unit of value, baseline and target: `%`, `h`, `min`, `s`, `d`, `points` or any other.
   */
  unit?: string;
  /**
   * Which way is better. Needed without a baseline; else it follows from baseline and target.
   */
  direction?: Direction;
  /**
   * Where it started.
   */
  baseline?: number;
  /**
   * Where it should be.
   */
  target?: number;
  /**
   * What others reach: a comparison, never a target.
   */
  benchmark?: Benchmark;
  /**
   * The first day; the node's where absent.
   */
  start?: string;
  /**
   * The target date; the node's where absent.
   */
  due?: string;
  /**
   * The weight in its node; 1 where absent.
   */
  weight?: number;
  /**
   * The id of the owner to ask for it.
   */
  owner?: string;
  /**
   * How often a value is due; one without it never goes stale.
   */
  interval?: Granularity;
  /**
   * Whether it moves before the outcome or with it.
   */
  lead?: Lead;
  /**
   * How its value becomes a score; `linear` where absent.
   */
  score?: ScoreFunction;
  /**
   * How its progress is expected to run; `even` where absent.
   */
  expected?: Expected;
  /**
   * Bands of its own; the plan's where absent.
   */
  bands?: Bands;
  /**
   * Which periods its value covers; the last complete one where absent.
   */
  window?: Window;
  /**
   * How several typed values make one; `last` where absent.
   */
  aggregate?: Aggregate;
  /**
   * Where in the data it is read.
   */
  measure?: Reading;
  /**
   * Values typed in, one a day at most.
   */
  values?: TypedValue[];
}
/**
 * The progress expected at a day.
 */
export interface Milestone {
  /**
   * The day.
   */
  date: string;
  /**
   * The progress, from 0 (the baseline) to 1 (the target).
   */
  progress: number;
}
/**
 * The mission of the service.
 */
export interface Mission {
  /**
   * Unique among nodes and KPIs.
   */
  id: string;
  /**
   * Its short text.
   */
  title: string;
  /**
   * Its long text.
   */
  description?: string;
  /**
   * How it pulls against the company mission, in words.
   */
  tension?: string;
  /**
   * Who owns it.
   */
  owners?: Ownership[];
  /**
   * The first day.
   */
  start?: string;
  /**
   * The last day.
   */
  due?: string;
  /**
   * What measures it.
   */
  kpis?: Kpi[];
}
/**
 * A finding switched off.
 */
export interface Off {
  /**
   * Which rule.
   */
  finding: FindingId;
  /**
   * The id of the node or KPI; everywhere where absent.
   */
  node?: string;
  /**
   * Why.
   */
  reason: string;
}
/**
 * Someone who owns nodes or KPIs.
 */
export interface Owner {
  /**
   * Unique among owners.
   */
  id: string;
  /**
   * As shown.
   */
  name: string;
  /**
   * The owner's team.
   */
  team?: string;
  /**
   * Whether the owner is outside the service team; `false` where absent.
   */
  outside?: boolean;
}
/**
 * An owner's part in a node.
 */
export interface Ownership {
  /**
   * The id of the owner.
   */
  owner: string;
  /**
   * Whether this owner answers for the node; `true` where absent.
   */
  accountable?: boolean;
  /**
   * How far an owner outside the team stands by it.
   */
  commitment?: Commitment;
}
/**
 * A band of the map.
 */
export interface Perspective {
  /**
   * Unique among perspectives.
   */
  id: string;
  /**
   * As shown.
   */
  title: string;
}
/**
 * A value as it is.
 */
export interface PlainValue {
  /**
   * The day it was true: the end of its period.
   */
  at: string;
  /**
   * The value, in the KPI's unit.
   */
  value: number;
  /**
   * How many answers or cases stand behind it.
   */
  n?: number;
  /**
   * The lower end of its interval.
   */
  low?: number;
  /**
   * The upper end of its interval.
   */
  high?: number;
}
/**
 * A customer-service plan: mission, goals, strategies, actions and their KPIs.
 */
export interface Plan {
  /**
   * The version of this format.
   */
  version: 1;
  /**
   * The title of the plan.
   */
  title: string;
  /**
   * The period its KPIs are read by; `month` where absent.
   */
  period?: Granularity;
  /**
   * What the plan chooses.
   */
  settings?: Settings;
  /**
   * Everybody who owns something.
   */
  owners?: Owner[];
  /**
   * The bands of the map, top first.
   */
  perspectives?: Perspective[];
  /**
   * The mission of the whole company; the service mission supports it by itself.
   */
  companyMission?: CompanyMission;
  /**
   * The mission of the service: the root of the plan.
   */
  mission: Mission;
  /**
   * Where the service wants to be.
   */
  vision?: Vision;
  /**
   * Outcomes to reach.
   */
  goals?: Goal[];
  /**
   * Plans of attack for goals.
   */
  strategies?: Strategy[];
  /**
   * What is done.
   */
  actions?: Action[];
  /**
   * Causes and effects, apart from the hierarchy.
   */
  drives?: Drive[];
}
/**
 * Where in the data a KPI is read.
 */
export interface Reading {
  /**
   * The id of the source.
   */
  source: string;
  /**
   * The id of the measure in the source.
   */
  measure: string;
  /**
   * The named definition, such as `median` or `p90`.
   */
  variant: Variant;
  /**
   * One segment of the source's dimension; all where absent.
   */
  segment?: string;
}
/**
 * A "serves" link, from the node it stands in to its parent.
 */
export interface Serves {
  /**
   * The id of the node served.
   */
  to: string;
  /**
   * The weight in the parent; 1 where absent. With 0 the link only "supports".
   */
  weight?: number;
  /**
   * The share of this node that counts in this parent; 1 ÷ the number of its parents where absent.
   */
  share?: number;
  /**
   * A remark.
   */
  note?: string;
}
/**
 * What a plan chooses.
 */
export interface Settings {
  /**
   * Where the colours change; 0.9 and 0.7 where absent.
   */
  bands?: Bands;
  /**
   * The coverage a node needs to be on track; 0.8 where absent.
   */
  coverageNeeded?: number;
  /**
   * What a missing contributor does to its parent's score; `ignore` where absent.
   */
  missing?: Missing;
  /**
   * What a stale value does; `leave` (the score) where absent.
   */
  stale?: Stale;
  /**
   * How contributors make a score; `mean` where absent.
   */
  rollUp?: RollUp;
  /**
   * The weights of the alignment index.
   */
  indexWeights?: IndexWeights;
  /**
   * Findings switched off.
   */
  off?: Off[];
}
/**
 * A plan of attack; serves a goal, a strategy or the mission.
 */
export interface Strategy {
  /**
   * Unique among nodes and KPIs.
   */
  id: string;
  /**
   * Its short text.
   */
  title: string;
  /**
   * Its long text.
   */
  description?: string;
  /**
   * The id of its perspective: its band of the map.
   */
  perspective?: string;
  /**
   * Who owns it.
   */
  owners?: Ownership[];
  /**
   * The first day.
   */
  start?: string;
  /**
   * The last day.
   */
  due?: string;
  /**
   * The nodes it serves. It may serve several; each then counts its share.
   */
  serves?: Serves[];
  /**
   * What measures it.
   */
  kpis?: Kpi[];
}
/**
 * Where the service wants to be.
 */
export interface Vision {
  /**
   * Unique among nodes and KPIs.
   */
  id: string;
  /**
   * Its short text.
   */
  title: string;
  /**
   * Its long text.
   */
  description?: string;
}
