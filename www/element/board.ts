/**
 * The board as programs use it. Plan, snapshot and records are kept here as well as in wasm, so that an instance that
 * died is replaced and everything is played to it again.
 */
import * as glue from './core/throughline.js';
import { type Described, describe } from './describe.js';
import type { DrawOptions, Geometry } from './drawing.js';
import { ThroughlineError } from './error.js';
import { call, init, instance } from './loader.js';
import { isSync, type Rows, type SyncRows, streamed, windows } from './rows.js';
import type {
  Alignment,
  Change,
  Chase,
  Explanation,
  Finding,
  IngestReport,
  Mapping,
  OpenOptions,
  Plan,
  Scores,
  Series,
  Snapshot,
  ValueRecord,
} from './types.js';
import { withZone } from './zone.js';

const RESTING = -1;

type Listener = (event: CustomEvent<Change>) => void;

/** What an instance must be told to stand where this one stands. */
interface Held {
  plan: string;
  asOf: string;
  snapshot: string | undefined;
  records: ValueRecord[];
}

/** How rows or a snapshot come to what is there already: they join it, unless `replace` is set. */
export interface Arrival {
  replace?: boolean;
}

export class Board extends EventTarget {
  #core: glue.Core | undefined;
  #instance: number;
  readonly #held: Held;
  #scores: Scores | undefined;

  private constructor(core: glue.Core, held: Held) {
    super();
    this.#core = core;
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
    const held: Held = { plan: toJson(plan), asOf: toDay(options.asOf), snapshot: undefined, records: [] };
    return new Board(
      call(() => glue.Core.open(held.plan, held.asOf)),
      held,
    );
  }

  /**
   * Reads rows of one table. Text, bytes and objects are read at once; a file or a stream gives a promise.
   * Rows of the same identity are updated, new ones added; with `replace` they take the place of the source's rows.
   */
  ingest(rows: SyncRows, mapping: Mapping, how?: Arrival): IngestReport;
  ingest(rows: Rows, mapping: Mapping, how?: Arrival): Promise<IngestReport>;
  ingest(rows: Rows, mapping: Mapping, how: Arrival = {}): IngestReport | Promise<IngestReport> {
    const reader = this.#reader(mapping);
    if (!isSync(rows)) return this.#ingestStream(reader, rows, how);
    try {
      for (const window of windows(rows)) call(() => reader.feed(window));
    } catch (thrown) {
      reader.free();
      throw thrown;
    }
    return this.#take(reader, how);
  }

  /**
   * Loads a snapshot. Its sources join what is there, and are refused where their spans overlap with it; with `replace`
   * they take the place of what the board held of them.
   */
  load(snapshot: Snapshot | string, how: Arrival = {}): Change {
    const change = this.#change((core) => core.load(toJson(snapshot), how.replace ?? false));
    this.#held.snapshot = call(() => this.#live().snapshot());
    return change;
  }

  /** Takes one or more values, progress reports or removals. All of them are taken, or none. */
  record(records: ValueRecord | readonly ValueRecord[]): Change {
    const list = Array.isArray(records) ? (records as readonly ValueRecord[]) : [records as ValueRecord];
    const change = this.#change((core) => core.record(toJson(list)));
    this.#held.records.push(...list);
    return change;
  }

  /** What the rows came to, without the rows. */
  snapshot(): Snapshot {
    return JSON.parse(call(() => this.#live().snapshot())) as Snapshot;
  }

  scores(): Scores {
    this.#scores ??= call(() => this.#live().scores() as Scores);
    return this.#scores;
  }

  alignment(): Alignment {
    return call(() => this.#live().alignment() as Alignment);
  }

  findings(): Finding[] {
    return call(() => this.#live().findings() as Finding[]);
  }

  /** What is missing or stale, and whom to ask: first what would narrow the mission's bounds most. */
  chase(): Chase[] {
    return call(() => this.#live().chase() as Chase[]);
  }

  /** Why a node or a KPI stands where it stands. */
  explain(id: string): Explanation {
    return call(() => this.#live().explain(id) as Explanation);
  }

  /** A KPI's values by period. */
  series(kpi: string): Series {
    return call(() => this.#live().series(kpi) as Series);
  }

  /** Sentences about a node, a KPI, or the whole (`overview`), in a language. */
  describe(subject: string, locale = 'en'): Described {
    return describe(this, subject, locale);
  }

  plan(): Plan {
    return JSON.parse(this.#held.plan) as Plan;
  }

  /** Puts another plan under the same data. */
  setPlan(plan: Plan | string): Change {
    const json = toJson(plan);
    const change = this.#change((core) => core.setPlan(json));
    this.#held.plan = json;
    return change;
  }

  /** Moves the day that the board is read on. */
  setAsOf(day: string | Date): Change {
    const text = toDay(day);
    const change = this.#change((core) => core.setAsOf(text));
    this.#held.asOf = text;
    return change;
  }

  /** Where everything of a picture would lie, in CSS pixels. */
  layout(options: DrawOptions, context: CanvasRenderingContext2D): Geometry {
    return call(() => this.#live().layout(context, options) as Geometry);
  }

  /** Paints a picture on a canvas and gives back where everything lies. */
  draw(target: HTMLCanvasElement | CanvasRenderingContext2D, options: DrawOptions): Geometry {
    const context = 'getContext' in target ? target.getContext('2d') : target;
    if (context === null) throw new ThroughlineError('options-invalid', { said: 'canvas' });
    return call(() => this.#live().draw(context, options) as Geometry);
  }

  /** Calls `listener` after every change that moved something; gives back the way to stop. */
  on(type: 'change', listener: Listener): () => void {
    const heard = listener as EventListener;
    this.addEventListener(type, heard);
    return () => this.removeEventListener(type, heard);
  }

  /** Gives the memory back. The board cannot be used afterwards; calling it again does nothing. */
  free(): void {
    const core = this.#core;
    this.#core = undefined;
    if (core !== undefined && this.#instance === instance()) core.free();
  }

  /** Gives the memory back for now: the next call opens the board again from what is kept here. */
  rest(): void {
    if (this.#core !== undefined && this.#instance === instance()) this.#core.free();
    // No instance has this number: the next call finds another one and plays everything again.
    if (this.#core !== undefined) this.#instance = RESTING;
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
    const { plan, asOf, snapshot, records } = this.#held;
    const core = glue.Core.open(plan, asOf);
    if (snapshot !== undefined) core.load(snapshot, true);
    if (records.length > 0) core.record(toJson(records));
    this.#core = core;
    this.#instance = instance();
  }

  #reader(mapping: Mapping): glue.Reader {
    const json = toJson(withZone(mapping));
    return call(() => {
      this.#live();
      return new glue.Reader(json);
    });
  }

  async #ingestStream(reader: glue.Reader, rows: Rows, how: Arrival): Promise<IngestReport> {
    const started = instance();
    try {
      for await (const window of streamed(rows)) call(() => reader.feed(window));
    } catch (thrown) {
      if (started === instance()) reader.free();
      throw thrown;
    }
    return this.#take(reader, how);
  }

  #take(reader: glue.Reader, how: Arrival): IngestReport {
    const report = call(() => this.#live().take(reader, how.replace ?? false) as IngestReport);
    this.#held.snapshot = call(() => this.#live().snapshot());
    this.#tell(report.change);
    return report;
  }

  /** Calls, then tells: nobody hears of a change while Rust still holds the board. */
  #change(run: (core: glue.Core) => unknown): Change {
    const change = call(() => run(this.#live()) as Change);
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
  const reader = call(() => new glue.Reader(toJson(withZone(mapping))));
  for (const window of windows(rows)) call(() => reader.feed(window));
  const made = call(() => glue.snapshotOf(reader) as { report: IngestReport; snapshot: string });
  return { report: made.report, snapshot: JSON.parse(made.snapshot) as Snapshot };
}

function toJson(value: unknown): string {
  if (typeof value === 'string') return value;
  try {
    // A number that JSON cannot write would silently turn into null: it is named instead, and refused by the decoder.
    return (
      JSON.stringify(value, (_key, item: unknown) =>
        typeof item === 'number' && !Number.isFinite(item) ? String(item) : item,
      ) ?? 'null'
    );
  } catch (thrown) {
    throw new ThroughlineError('json-syntax', { said: thrown instanceof Error ? thrown.message : String(thrown) });
  }
}

/** A day as `YYYY-MM-DD`; a Date is read on the reader's own calendar. Without one it is today. */
export function toDay(day: string | Date | undefined): string {
  if (typeof day === 'string') return day;
  const date = day ?? new Date();
  const two = (part: number) => String(part).padStart(2, '0');
  return `${String(date.getFullYear()).padStart(4, '0')}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
}
