/**
 * The board as programs use it. Plan, snapshot and records are kept here as well as in wasm, so that an instance that
 * died is replaced and everything is played to it again.
 */
import * as glue from './core/throughline.js';
import { type Described, describe } from './describe.js';
import type { DrawOptions, Geometry } from './drawing.js';
import { reading, ThroughlineError } from './error.js';
import { type Arrival, contextOf, idOf, type Loading, loadingOf, plainly, toDay, toJson } from './given.js';
import { type Collect, filled, mappingJson, poured } from './intake.js';
import { call, hasReader, hold, init, instance } from './loader.js';
import { isSync, type Rows, type SyncRows, toBytes } from './rows.js';
import type {
  Accountability,
  Alignment,
  Breakdown,
  BreakdownQuestion,
  Change,
  Chase,
  Cohort,
  ComparisonQuestion,
  Confirmation,
  Contributions,
  CustomerJourney,
  Explanation,
  Finding,
  FindingRule,
  Forecast,
  IngestReport,
  LinkEvidence,
  Mapping,
  MovedScore,
  Needs,
  OpenOptions,
  Outlook,
  PeriodComparison,
  Plan,
  Programmes,
  Receipt,
  Recognition,
  RecognitionOptions,
  Scenario,
  ScenarioChange,
  ScenarioComparison,
  ScoreChance,
  Scores,
  Sensitivity,
  Series,
  Signals,
  Smart,
  Snapshot,
  ValueRecord,
  Variants,
} from './types.js';

const RESTING = -1;
/** More snapshots than these are kept as the one that they came to. */
const MANY = 8;

type Listener = (event: CustomEvent<Change>) => void;

/** What an instance must be told to stand where this one stands. */
interface Held {
  plan: string;
  asOf: string;
  snapshot: string | undefined;
  /** Snapshots that came after it. To write them as one needs more of the module than a first picture. */
  loads: Loaded[];
  /** As they were taken, in JSON: what the caller does with his objects afterwards changes nothing. */
  records: string[];
}

interface Loaded {
  json: string;
  replace: boolean;
}

export class Board extends EventTarget {
  #core: glue.Core | undefined;
  #instance: number;
  readonly #held: Held;
  readonly #gone = new AbortController();
  #scores: Scores | undefined;
  /** How often what is held was put into words: only the last of them counts. */
  #keeps = 0;

  private constructor(core: glue.Core, held: Held) {
    super();
    this.#core = hold(core);
    this.#instance = instance();
    this.#held = held;
  }

  /** Checks a plan and opens a board on it, loading the wasm module if nobody has yet. */
  static async open(plan: Plan | string, options: OpenOptions = {}): Promise<Board> {
    await init();
    return Board.openSync(plan, options);
  }

  /** The same at once; `init` or `initSync` must have been called. */
  static openSync(plan: Plan | string, options: OpenOptions = {}): Board {
    const asOf = toDay(reading('options-invalid', () => (options as OpenOptions | null)?.asOf));
    const held: Held = { plan: toJson(plan), asOf, snapshot: undefined, loads: [], records: [] };
    return new Board(
      call(() => glue.Core.open(held.plan, held.asOf)),
      held,
    );
  }

  /**
   * Reads rows of one table. Text, bytes and objects are read at once; a file, a stream or a response gives a promise,
   * as everything does that comes with a `signal` or `onProgress`: it is read in slices, between which the page has its
   * turn. Rows of the same identity are updated, new ones added; with `replace` they take the place of the source's rows.
   */
  ingest(rows: SyncRows, mapping: Mapping, how?: Arrival): IngestReport;
  ingest(rows: Rows, mapping: Mapping, how?: Loading): Promise<IngestReport>;
  ingest(rows: Rows, mapping: Mapping, how: Loading = {}): IngestReport | Promise<IngestReport> {
    const loading = loadingOf(how);
    const sliced = !isSync(rows) || loading.signal !== undefined || loading.onProgress !== undefined;
    const json = mappingJson(mapping);
    const bytes = sliced ? undefined : toBytes(rows);
    // Nothing of the caller's runs from here on until the rows are in: a reader is never left behind.
    call(() => this.#live());
    if (bytes === undefined) return this.#pour(json, rows, loading);
    const reader = filled(json, bytes);
    return this.#take(call(() => this.#live().take(reader, loading.replace) as IngestReport));
  }

  /**
   * Loads a snapshot. Its sources join what is there, and are refused where their spans overlap with it; with `replace`
   * they take the place of what the board held of them.
   */
  load(snapshot: Snapshot | string, how: Arrival = {}): Change {
    const json = toJson(snapshot);
    const { replace } = loadingOf(how);
    return this.#change(
      (core) => core.load(json, replace),
      (core) => this.#keep(core, { json, replace }),
    );
  }

  /**
   * Takes a source out again: its rows, and what a snapshot brought of it. KPIs that were read from it fall back to their
   * typed values; what was recorded stays.
   */
  remove(source: string): Change {
    const known = idOf(source);
    return this.#change(
      (core) => core.remove(known),
      (core) => this.#merge(core),
    );
  }

  /** Takes one or more values, progress reports or removals. All of them are taken, or none. */
  record(records: ValueRecord | readonly ValueRecord[]): Change {
    const json = toJson(reading('json-syntax', () => (Array.isArray(records) ? records : [records])));
    return this.#change(
      (core) => core.record(json),
      () => this.#held.records.push(json),
    );
  }

  /** What the rows came to, without the rows. */
  snapshot(): Snapshot {
    return JSON.parse(call(() => this.#live().snapshot())) as Snapshot;
  }

  scores(): Scores {
    this.#scores ??= call(() => this.#live().scores() as Scores);
    return this.#scores;
  }

  /** How well the plan hangs together; of a node, how well that and all beneath it do. */
  alignment(node?: string): Alignment {
    if (node === undefined) return call(() => this.#live().alignment() as Alignment);
    const known = idOf(node);
    return call(() => this.#live().ask('alignment', known) as Alignment);
  }

  findings(): Finding[] {
    return call(() => this.#live().findings() as Finding[]);
  }

  /**
   * Metrics that may do harm: one whose guard gets worse while it gets better, one without a guard, and cases that pile up
   * just within a limit. They need values over time or the rows, so they are looked for when asked.
   */
  problems(): Finding[] {
    return call(() => this.#live().problems() as Finding[]);
  }

  /**
   * Every finding there is, the gravest first: those of `findings` and of `problems`, and those of all the rules that no
   * picture waits for. `Board.findingRules` lists the rules.
   */
  inspect(): Finding[] {
    return call(() => this.#live().ask('inspect', '') as Finding[]);
  }

  /** The rules by which pitfalls are found, each with its severity, its remedy and where it is documented. */
  static findingRules(): FindingRule[] {
    return call(() => glue.findingRules() as FindingRule[]);
  }

  /** The goals by the five checks of SMART, each with its reason and what to change. */
  smart(): Smart {
    return call(() => this.#live().ask('smart', '') as Smart);
  }

  /** What is missing or stale, and whom to ask: first what would narrow the mission's bounds most. */
  chase(): Chase[] {
    return call(() => this.#live().chase() as Chase[]);
  }

  /** Why a node or a KPI stands where it stands. */
  explain(id: string): Explanation {
    const known = idOf(id);
    return call(() => this.#live().explain(known) as Explanation);
  }

  /**
   * A node's score as a sum: what each contributor gives and where its bar begins and ends in a waterfall, and the same
   * of every KPI below. What is unknown gives nothing, and says what it could give.
   */
  contributions(node: string): Contributions {
    const known = idOf(node);
    return call(() => this.#live().ask('contributions', known) as Contributions);
  }

  /**
   * What moved a node's score between two days, by contributor and by KPI: value, weight, coverage and mix, which add up
   * to the difference. The board stays at its own day, which is the second one unless another is named.
   */
  moved(node: string, days: { from: string | Date; to?: string | Date }): MovedScore {
    const { from, to } = reading('options-invalid', () => ({ ...days }));
    const first = from === undefined ? undefined : toDay(from);
    const json = plainly({ id: idOf(node), from: first, to: to === undefined ? this.#held.asOf : toDay(to) });
    return call(() => this.#live().ask('moved', json) as MovedScore);
  }

  /**
   * What if: everything that other values, targets, weights or courses would move, beside the truth and never in it.
   * `outlook.scenario` is the scenario as it can be kept, and given here again.
   */
  scenario(name: string, changes: readonly ScenarioChange[]): Outlook;
  scenario(scenario: Scenario | string): Outlook;
  scenario(first: Scenario | string, changes?: readonly ScenarioChange[]): Outlook {
    const json = toJson(changes === undefined ? first : { version: 1, name: first, changes });
    return call(() => this.#live().ask('scenario', json) as Outlook);
  }

  /** Several scenarios side by side, beside the truth: the mission, then whatever one of them moves. */
  compareScenarios(scenarios: readonly (Scenario | string)[]): ScenarioComparison {
    const texts = reading('json-syntax', () => [...scenarios].map(toJson));
    const json = `[${texts.join(',')}]`;
    return call(() => this.#live().ask('scenarios', json) as ScenarioComparison);
  }

  /**
   * What a node hangs on, the mission unless one is named: how far each KPI below could swing its score, and the smallest
   * changes of one weight that flip its status.
   */
  sensitivity(node?: string): Sensitivity {
    const known = node === undefined ? undefined : idOf(node);
    return call(() => this.#live().ask('sensitivity', known ?? '') as Sensitivity);
  }

  /**
   * The customers of a measure by the period they came in, oldest first: the share still there at the end of that
   * period, of the next, and so on. None where the measure does not follow customers (`began`, `ended`).
   */
  cohorts(source: string, measure: string): Cohort[] {
    const [from, of] = [idOf(source), idOf(measure)];
    return call(() => this.#live().cohorts(from, of) as Cohort[]);
  }

  /**
   * Every definition of a KPI's measure on the same data, the KPI's own first: what each gives, how the KPI would stand
   * by it, and whether its status hangs on the definition.
   */
  variants(kpi: string): Variants {
    const known = idOf(kpi);
    return call(() => this.#live().variants(known) as Variants);
  }

  /**
   * How sure the scores are: of every KPI with an interval, and of every node that one goes into, an interval of the
   * score and the chance of being on track. How it is worked out stands in `docs/scores.md`.
   */
  chances(): ScoreChance[] {
    return call(() => this.#live().ask('chances', '') as ScoreChance[]);
  }

  /** A receipt for the numbers as they stand: hashes of plan, data and records, the day, definitions and values. */
  receipt(): Receipt {
    return JSON.parse(call(() => this.#live().receipt())) as Receipt;
  }

  /** Holds a receipt against this board, line by line. */
  confirm(receipt: Receipt | string): Confirmation {
    const json = toJson(receipt);
    return call(() => this.#live().confirm(json) as Confirmation);
  }

  /** A KPI's values by period. */
  series(kpi: string): Series {
    const known = idOf(kpi);
    return call(() => this.#live().series(known) as Series);
  }

  /** A KPI's measure (or any measure) by the segments of one or two dimensions, beside the whole that they make. */
  breakdown(question: BreakdownQuestion): Breakdown {
    const json = plainly(question);
    return call(() => this.#live().breakdown(json) as Breakdown);
  }

  /**
   * Two periods of a KPI's measure (or any measure), the last two complete ones unless told: the difference with its
   * interval and verdict, and the change split into rate and mix.
   */
  compare(question: ComparisonQuestion): PeriodComparison {
    const json = plainly(question);
    return call(() => this.#live().compare(json) as PeriodComparison);
  }

  /**
   * A KPI's series as a process-behaviour chart, with trend and seasons; `phases` are days on which limits start anew.
   * Shares are charted after Laney, unless `chart` asks for the plain `p` or for `xmr`; everything else is `xmr`.
   */
  signals(kpi: string, options: { phases?: readonly string[]; chart?: 'xmr' | 'p' | 'laney' } = {}): Signals {
    const json = plainly({ ...options, kpi: idOf(kpi) });
    return call(() => this.#live().signals(json) as Signals);
  }

  /**
   * Where a KPI is going: its next periods with intervals, to its target date unless `periods` says how many, the chance
   * of its target, and what must happen beside the best that was ever seen.
   */
  forecast(kpi: string, options: { periods?: number } = {}): Forecast {
    const json = plainly({ ...options, kpi: idOf(kpi) });
    return call(() => this.#live().ask('forecast', json) as Forecast);
  }

  /**
   * What the numbers say of every "drives" link, in the plan's order: whether the changes of the effect follow those of the
   * cause. Never a proof.
   */
  evidence(): LinkEvidence[] {
    return call(() => this.#live().ask('evidence', '') as LinkEvidence[]);
  }

  /**
   * Every action as a programme: its stage, and what each KPI that it should move did after its end by the rules of the
   * process-behaviour chart, with the totals by kind. Never a proof: what else was at work is named beside it.
   */
  programmes(): Programmes {
    return call(() => this.#live().ask('programmes', '') as Programmes);
  }

  /**
   * What customers need, from the largest gap between importance and satisfaction down, each with its interval: needs that
   * cannot be told apart share their places. With the lines of the matrix, and how the gaps moved.
   */
  needs(): Needs {
    return call(() => this.#live().ask('needs', '') as Needs);
  }

  /** The customers' way through the service: what is felt and what hurts at each stage and touchpoint. */
  journey(): CustomerJourney {
    return call(() => this.#live().ask('journey', '') as CustomerJourney);
  }

  /**
   * Who serves well: of the values of a dimension (teams, people) those whose figure is above the standard, drawn towards what
   * all have in common, with the chance of it. The standard is the KPI's target unless another is given. Groups under `least`
   * cases (10) are never named, nor given away; nobody is named below the standard.
   */
  recognition(kpi: string, options: RecognitionOptions): Recognition {
    const json = plainly({ ...options, kpi: idOf(kpi) });
    return call(() => this.#live().ask('recognition', json) as Recognition);
  }

  /**
   * Who answers for what: each owner's nodes and KPIs with coverage and freshness, the service standards (`standard` of a KPI)
   * with what moved where one is missed and what can be done, and trainings that are due again: their KPI slipped back, or
   * none has ended for `trainingMonths` (12).
   */
  accountability(options: { trainingMonths?: number } = {}): Accountability {
    return call(() => this.#live().ask('accountability', plainly(options)) as Accountability);
  }

  /** Asks by name what entries on demand ask (`throughline/journal`): use their functions. */
  ask(what: string, of: string): unknown {
    return call(() => this.#live().ask(what, of));
  }

  /** Sentences about a node, a KPI, or the whole (`overview`), in a language. */
  describe(subject: string, locale = 'en'): Described {
    return describe(this, idOf(subject), locale);
  }

  plan(): Plan {
    return JSON.parse(this.#held.plan) as Plan;
  }

  /** Puts another plan under the same data. */
  setPlan(plan: Plan | string): Change {
    const json = toJson(plan);
    return this.#change(
      (core) => core.setPlan(json),
      () => {
        this.#held.plan = json;
      },
    );
  }

  /** Moves the day that the board is read on. */
  setAsOf(day: string | Date): Change {
    const text = toDay(day);
    return this.#change(
      (core) => core.setAsOf(text),
      () => {
        this.#held.asOf = text;
      },
    );
  }

  /** Where everything of a picture would lie, in CSS pixels. */
  layout(options: DrawOptions, context: CanvasRenderingContext2D): Geometry {
    const [canvas, plain] = [contextOf(context), plainly(options)];
    return call(() => this.#live().layout(canvas, plain) as Geometry);
  }

  /** Paints a picture on a canvas and gives back where everything lies. */
  draw(target: HTMLCanvasElement | CanvasRenderingContext2D, options: DrawOptions): Geometry {
    const [canvas, plain] = [contextOf(target), plainly(options)];
    return call(() => this.#live().draw(canvas, plain) as Geometry);
  }

  /** Calls `listener` after every change that moved something; gives back the way to stop. */
  on(type: 'change', listener: Listener): () => void {
    const heard = listener as EventListener;
    reading('options-invalid', () => this.addEventListener(type, heard));
    return () => this.removeEventListener(type, heard);
  }

  /** Gives the memory back. The board cannot be used afterwards; calling it again does nothing. */
  free(): void {
    const core = this.#core;
    this.#core = undefined;
    this.#gone.abort();
    this.#release(core);
  }

  /** Gives the memory back for now: the next call opens the board again from what is kept here. */
  rest(): void {
    this.#release(this.#core);
    // No instance has this number: the next call finds another one and plays everything again.
    if (this.#core !== undefined) this.#instance = RESTING;
  }

  /** What gives memory back comes with the reader's part; before that, the handle is held until it has come. */
  #release(core: glue.Core | undefined): void {
    if (this.#instance === instance() && hasReader()) core?.free();
  }

  get freed(): boolean {
    return this.#core === undefined;
  }

  #live(): glue.Core {
    if (this.#core === undefined) throw new ThroughlineError('freed');
    if (this.#instance !== instance()) this.#replay();
    return this.#core;
  }

  /** Plays plan, snapshot and records to the instance that took the place of a dead one. */
  #replay(): void {
    const { plan, asOf, snapshot, loads, records } = this.#held;
    const core = glue.Core.open(plan, asOf);
    if (snapshot !== undefined) core.restore(snapshot);
    for (const { json, replace } of loads) core.load(json, replace);
    for (const json of records) core.record(json);
    this.#core = hold(core);
    this.#instance = instance();
  }

  #pour(json: string, rows: Rows, loading: Loading & { replace: boolean }): Promise<IngestReport> {
    return poured(json, rows, {
      ...loading,
      gone: this.#gone.signal,
      live: () => this.#live(),
      take: (intake, collect) => this.#adopt(intake, collect),
    });
  }

  #take(report: IngestReport): IngestReport {
    call(() => this.#merge(this.#live()));
    this.#tell(report.change);
    return report;
  }

  async #adopt(intake: glue.Intake, collect: Collect): Promise<IngestReport> {
    const report = call(() => this.#live().adopt(intake) as IngestReport);
    const kept = this.#keepAll(collect);
    this.#tell(report.change);
    await kept;
    return report;
  }

  /** Keeps what the board holds now. It takes a while, in which more may come: that stays beside it. */
  async #keepAll(collect: Collect): Promise<void> {
    const started = instance();
    const keeping = call(() => this.#live().keep());
    const [mine, before] = [++this.#keeps, this.#held.loads.length];
    try {
      const text = await collect(() => {
        // What is asked of a dead instance would end the fresh one.
        if (started !== instance()) throw new ThroughlineError('board-failed', { said: 'ingest' });
        return call(() => keeping.next());
      });
      if (mine !== this.#keeps) return;
      this.#held.snapshot = text;
      this.#held.loads = this.#held.loads.slice(before);
    } finally {
      if (started === instance()) keeping.free();
    }
  }

  #keep(core: glue.Core, loaded: Loaded): void {
    this.#held.loads.push(loaded);
    if (this.#held.loads.length > MANY && hasReader()) this.#merge(core);
  }

  #merge(core: glue.Core): void {
    this.#keeps += 1;
    const keeping = core.keep();
    let text = '';
    for (let piece = keeping.next(); piece !== undefined; piece = keeping.next()) text += piece;
    keeping.free();
    this.#held.snapshot = text;
    this.#held.loads = [];
  }

  /** Calls, keeps what was taken, then tells: nobody hears of a change while Rust still holds the board. */
  #change(run: (core: glue.Core) => unknown, keep: (core: glue.Core) => void): Change {
    const change = call(() => {
      const core = this.#live();
      const moved = run(core) as Change;
      keep(core);
      return moved;
    });
    this.#tell(change);
    return change;
  }

  #tell(change: Change): void {
    this.#scores = undefined;
    this.dispatchEvent(new CustomEvent('change', { detail: change }));
  }
}

/** Whether a plan would be accepted; throws with every issue where it would not. */
export function check(plan: Plan | string): void {
  call(() => glue.checkPlan(toJson(plan)));
}

/** Rows to a snapshot without any board: what an analyst publishes. */
export function snapshotOf(rows: SyncRows, mapping: Mapping): { report: IngestReport; snapshot: Snapshot } {
  const [json, bytes] = [mappingJson(mapping), toBytes(rows)];
  const reader = filled(json, bytes);
  const made = call(() => glue.snapshotOf(reader) as { report: IngestReport; snapshot: string });
  return { report: made.report, snapshot: JSON.parse(made.snapshot) as Snapshot };
}

/** Several snapshots as one; refused where two tell about the same days of a source. */
export function mergeSnapshots(snapshots: readonly (Snapshot | string)[]): Snapshot {
  const texts = reading('json-syntax', () => [...snapshots].map(toJson));
  const nothing = '{"version":1,"sources":[]}';
  const merged = texts.reduce((all, text) => call(() => glue.mergeSnapshots(all, text)), nothing);
  return JSON.parse(merged) as Snapshot;
}
