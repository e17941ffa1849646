/**
 * The shapes that cross between the page and the board. The ones that Rust writes are declared to match
 * `src/wasm/shape`; a check compares them with the types generated from there.
 */
export type Status =
  | 'on-track'
  | 'at-risk'
  | 'off-track'
  | 'cannot-tell'
  | 'stale'
  | 'no-data'
  | 'not-started'
  | 'done'
  | 'met'
  | 'not-met';

export type NodeKind = 'company-mission' | 'mission' | 'vision' | 'goal' | 'strategy' | 'action';

/** What a code says of its case: plain values only, so that a message can be made in any language. */
export type Params = Readonly<Record<string, string | number | boolean | readonly string[]>>;

export interface Reason {
  code: string;
  params?: Params;
}

export interface Interval {
  low: number;
  high: number;
  level?: number;
  method: string;
}

export interface ParentLink {
  id: string;
  weight: number;
  share: number;
  effective: number;
}

export interface Execution {
  score?: number;
  coverage: number;
  effort: number;
  actions: number;
  done: number;
}

export interface NodeScore {
  id: string;
  kind: NodeKind;
  title: string;
  status: Status;
  because: Reason;
  score?: number;
  pace?: number;
  coverage: number;
  low: number;
  high: number;
  leading?: number;
  lagging?: number;
  execution?: Execution;
  perspective?: string;
  owners: string[];
  parents: ParentLink[];
  contribution?: number;
  level: number;
}

export interface ValueChange {
  from: number;
  to: number;
  delta: number;
  since: string;
}

export interface Provenance {
  kind: string;
  source?: string;
  measure?: string;
  variant?: string;
  rows?: number;
}

export interface KpiScore {
  id: string;
  node: string;
  title: string;
  unit?: string;
  direction?: 'up' | 'down';
  status: Status;
  because: Reason;
  value?: number;
  n?: number;
  interval?: Interval;
  at?: string;
  period?: string;
  complete?: boolean;
  age?: number;
  freshness: 'fresh' | 'stale' | 'no-interval' | 'none';
  baseline?: number;
  target?: number;
  progress?: number;
  score?: number;
  pace?: number;
  expected?: number;
  change?: ValueChange;
  provenance: Provenance;
  last?: Status;
  approximation?: number;
}

export interface Scores {
  asOf: string;
  mission: string;
  nodes: NodeScore[];
  kpis: KpiScore[];
}

export interface Cause {
  code: string;
  node: string;
  params?: Params;
}
export interface Metric {
  id: string;
  value?: number;
  numerator?: number;
  denominator?: number;
  causes: Cause[];
}
export interface Alignment {
  index?: number;
  weights: Record<string, number>;
  used: string[];
  metrics: Metric[];
  contribution: { node: string; value: number }[];
  effort?: number;
}

export interface Finding {
  id: string;
  severity: 'error' | 'warning' | 'note';
  node: string;
  params?: Params;
  remedy: string;
  off?: { reason: string };
}

export interface ExplanationInput {
  id: string;
  kind: string;
  title: string;
  weight: number;
  share: number;
  effective: number;
  score?: number;
  coverage: number;
  status: Status;
  contribution?: number;
}
export interface Explanation {
  subject: string;
  kind: 'node' | 'kpi';
  title: string;
  status: Status;
  because: Reason;
  unit?: string;
  score?: number;
  pace?: number;
  coverage?: number;
  value?: number;
  formula: string;
  variant?: string;
  definition: string;
  inputs: ExplanationInput[];
  bounds?: { low: number; high: number };
  n?: number;
  interval?: Interval;
  source?: { id: string; name?: string; hash?: string; read?: number; used?: number; share?: number };
  at?: string;
  asOf: string;
  rounding: Reason;
  unrounded?: number;
  steps: Reason[];
  recent: unknown[];
}

export interface Standing {
  status: Status;
  score?: number;
}
export interface Moved {
  id: string;
  before?: Standing;
  after?: Standing;
}
export interface Change {
  nodes: Moved[];
  kpis: Moved[];
  findings: { added: Finding[]; removed: Finding[] };
  alignment?: { before?: number; after?: number };
}

export interface RowIssue {
  row: number;
  line: number;
  column?: string;
  code: string;
  params?: Params;
}
export interface IngestReport {
  source: string;
  read: number;
  used: number;
  refused: number;
  share?: number;
  cases?: number;
  hash: string;
  new: number;
  updated: number;
  delimiter?: string;
  columns: string[];
  issues: RowIssue[];
  warnings: Reason[];
  change: Change;
}

/** One value of a series: the end of its period, the value, and its interval where it has one (else NaN). */
export interface Series {
  kpi: string;
  at: string[];
  value: Float64Array;
  low: Float64Array;
  high: Float64Array;
  n: Float64Array;
}

/** A plan as JSON; the schema says the whole of it. Only what the element itself reads is named here. */
export interface PlanKpi {
  id: string;
  title: string;
  unit?: string;
  target?: number;
  baseline?: number;
  owner?: string;
  values?: readonly { at: string; value?: number; numerator?: number; denominator?: number }[];
}
export interface PlanNode {
  id: string;
  title: string;
  description?: string;
  perspective?: string;
  start?: string;
  due?: string;
  owners?: readonly { owner: string; accountable?: boolean; commitment?: string }[];
  serves?: readonly { to: string; weight?: number; share?: number }[];
  kpis?: readonly PlanKpi[];
  kind?: string;
  effort?: number;
  progress?: number;
  audience?: string;
  tension?: string;
}
export interface Plan {
  version: 1;
  title?: string;
  period?: string;
  owners?: readonly { id: string; name: string; team?: string; outside?: boolean }[];
  perspectives?: readonly { id: string; title: string }[];
  companyMission?: PlanNode;
  mission: PlanNode;
  vision?: PlanNode;
  goals?: readonly PlanNode[];
  strategies?: readonly PlanNode[];
  actions?: readonly PlanNode[];
  drives?: readonly { from: string; to: string; effect?: 'raises' | 'lowers'; lag?: number; note?: string }[];
  settings?: Readonly<Record<string, unknown>>;
}

export type Snapshot = Readonly<Record<string, unknown>>;
export type Mapping = Readonly<Record<string, unknown>>;
export type ValueRecord = Readonly<Record<string, unknown>>;

export interface OpenOptions {
  asOf?: string | Date;
}
