/** The shapes that cross between the page and the board: those generated from the Rust types, and the few that are ours. */
export type * from './types/shapes.js';

import type { Action, CalculatedKpi, Cohort, Goal, IngestReport, Mission, SegmentName } from './types/shapes.js';

/** Any node of a plan as JSON: what all kinds have, and what some have. */
export type PlanNode = Pick<Action, 'id' | 'title'> &
  Partial<Omit<Action, 'id' | 'title'>> &
  Partial<Pick<Goal, 'audience'>> &
  Partial<Pick<Mission, 'tension'>>;

/** A KPI's values by period, in columns; a number that is missing is NaN. */
export interface Series {
  kpi: string;
  /** The last day of each period, as YYYY-MM-DD. */
  at: string[];
  value: Float64Array;
  low: Float64Array;
  high: Float64Array;
  n: Float64Array;
}

/** A KPI by its id, or a measure of a source without any KPI. */
export type MeasureQuestion =
  | { kpi: string }
  | {
      source: string;
      measure: string;
      variant: string;
      /** The unit of lengths of time. */
      unit?: string;
      segment?: SegmentName;
      window?: { last: number } | 'all';
    };

/** A measure by its segments. */
export type BreakdownQuestion = MeasureQuestion & {
  /** The dimensions to split by: one, or two that the mapping crosses. */
  by: readonly string[];
  /** So many of the last complete periods, each for itself; the whole window as one where absent. */
  periods?: number;
};

/** A measure in two periods. */
export type ComparisonQuestion = MeasureQuestion & {
  /** The earlier period, as 2026-09 or 2026-Q3; the one before the last complete one where absent. */
  from?: string;
  /** The later one; the last complete one where absent. */
  to?: string;
  by?: readonly string[];
};

/** Who is asked about, and how, to recognise who serves well. */
export interface RecognitionOptions {
  /** The dimension whose values are the groups. */
  by: string;
  /** So many of the last complete periods together; the KPI's own window where absent. */
  periods?: number;
  /** What one must be above; the KPI's target where absent. */
  standard?: number;
  /** The least number of cases of a group, 5 or more; 10 where absent. */
  least?: number;
}

/** A KPI calculated by itself: its codes, and the same in words. */
export interface Calculated extends CalculatedKpi {
  /** In words: the definition, where it comes from, and what there is to know about the value. */
  text: { definition: string; source: string; notes: string[] };
}

/** A KPI calculated from rows. */
export interface CalculatedFromRows extends Calculated {
  /** What became of the rows: how many were used, and why the others were not. */
  report: IngestReport;
  /** Customers who come and go, by the period they came in; none of other rows. */
  cohorts: Cohort[];
}

/** What rows came to without the rows; made by `snapshot()` or the command, read by `load()`. */
export type Snapshot = Readonly<Record<string, unknown>>;

/** What the columns of a table mean (see the mapping's documentation). */
export type Mapping = Readonly<Record<string, unknown>>;

/** A value, a progress report, or the removal of one. */
export type ValueRecord = Readonly<Record<string, unknown>>;

export interface OpenOptions {
  /** The day that the board is read on; today where none is given. */
  asOf?: string | Date;
}
