/** What stands behind an element: its plan and data from wherever they come, the board on them, and their state. */
import { Board } from '../board.js';
import { reading, type ThroughlineError, toError } from '../error.js';
import { toDay } from '../given.js';
import { begin, complete, hasReader, wholly } from '../loader.js';
import { Model } from '../model.js';
import type { Change, Plan, Snapshot } from '../types.js';
import { type Brought, type Feed, feeds, fetchAhead, parsed, readFeed, sourcesOf } from './feeds.js';
import { Poller, Source } from './sources.js';

export type State = 'empty' | 'loading' | 'ready' | 'failed' | 'refused';

/** What the attributes say. */
export interface Settings {
  plan: string | undefined;
  data: readonly string[];
  mappings: readonly string[];
  asOf: string | undefined;
  refresh: number;
  paused: boolean;
}

export interface Listener {
  /** Something to be shown is another than before. */
  stale(): void;
  changed(change: Change): void;
  ready(board: Board): void;
  failed(error: ThroughlineError): void;
  /** Loads what a first picture does without. */
  complete(): Promise<void>;
}

const PATIENCE = 300;

export class Session {
  state: State = 'empty';
  error: ThroughlineError | undefined;
  board: Board | undefined;
  plan: Plan | undefined;
  /** When the sources were last known to be good, in milliseconds. */
  goodAt = 0;
  readonly #listener: Listener;
  readonly #poller = new Poller(() => this.#poll());
  #settings: Settings = { plan: undefined, data: [], mappings: [], asOf: undefined, refresh: 0, paused: false };
  #given: { plan?: Plan | undefined; snapshot?: Snapshot | undefined; board?: Board | undefined } = {};
  #feeds: Feed[] = [];
  /** What files brought to the board that stands, those of earlier attributes included. */
  #brought: Brought = new Map();
  #abort = new AbortController();
  #midnight: ReturnType<typeof setTimeout> | undefined;
  #unlisten: (() => void) | undefined;
  #awake = false;

  constructor(listener: Listener) {
    this.#listener = listener;
  }

  get polled(): boolean {
    return this.#feeds.length > 0 && this.#settings.refresh > 0;
  }

  get settings(): Settings {
    return this.#settings;
  }

  /** Plan, snapshot or a whole board from the host's own hands; they stand before what the attributes name. */
  give(given: { plan?: Plan | undefined; snapshot?: Snapshot | undefined; board?: Board | undefined }): void {
    this.#given = { ...this.#given, ...given };
    if (this.#awake) void this.load();
  }

  configure(settings: Settings): void {
    const before = this.#settings;
    this.#settings = settings;
    if (!this.#awake) return;
    const same = (name: 'plan' | 'data' | 'mappings') => String(before[name]) === String(settings[name]);
    if (!same('plan') || !same('data') || !same('mappings')) void this.load();
    else {
      if (before.asOf !== settings.asOf) this.tick();
      this.#pace();
      this.#listener.stale();
    }
  }

  wake(): void {
    if (this.#awake) return;
    this.#awake = true;
    void this.load();
  }

  /** Gives back wasm memory, timers and requests; `wake` takes everything up again. */
  sleep(): void {
    this.#awake = false;
    this.#abort.abort();
    this.#poller.stop();
    clearTimeout(this.#midnight);
    this.#unlisten?.();
    this.#unlisten = undefined;
    if (this.board !== this.#given.board) this.board?.rest();
    this.#feeds = [];
  }

  /** The page is seen again. */
  seen(): void {
    this.tick();
    if (!this.#settings.paused) this.#poller.wake();
  }

  /** Reads plan and data again, from the start. */
  async load(): Promise<void> {
    this.#abort.abort();
    const mine = new AbortController();
    this.#abort = mine;
    // What the polls ask for belongs to what was shown before.
    this.#poller.every(0);
    if (this.board === undefined) this.#become('loading');
    const opened = await this.#tried(mine.signal, () => wholly(() => this.#open(mine.signal)));
    // What stands can be explained, though its numbers could not be read.
    await this.#tried(mine.signal, () => this.#explained(mine.signal, opened));
    if (!mine.signal.aborted) this.#pace();
  }

  async #tried(signal: AbortSignal, run: () => Promise<void>): Promise<boolean> {
    try {
      await run();
      return true;
    } catch (thrown) {
      if (!signal.aborted) this.fail(toError(thrown));
      return false;
    }
  }

  /** Asks the sources now. */
  async refresh(): Promise<void> {
    if (this.state !== 'ready' || !hasReader()) return this.load();
    try {
      await this.#poll();
    } catch {
      // Shown already: the last good state stays.
    }
  }

  /** Moves the board to today where no day is fixed, and waits for the next midnight. */
  tick(): void {
    clearTimeout(this.#midnight);
    if (!this.#awake) return;
    const { asOf } = this.#settings;
    const day = toDay(asOf);
    const { board } = this;
    if (board !== undefined && board !== this.#given.board && board.scores().asOf !== day)
      void wholly(() => board.setAsOf(day)).catch((thrown) => this.fail(toError(thrown)));
    if (asOf !== undefined) return;
    const now = new Date();
    const next = new Date(now.getFullYear(), now.getMonth(), now.getDate() + 1, 0, 0, 1);
    this.#midnight = setTimeout(() => this.tick(), next.getTime() - now.getTime());
  }

  async #open(signal: AbortSignal): Promise<void> {
    const coming = this.#readPlan(signal);
    if (coming === undefined) return this.#become('empty');
    this.#feeds = this.#given.board === undefined ? feeds(this.#settings) : [];
    for (const feed of this.#feeds) fetchAhead(feed, signal);
    // All at once: on a slow link each wait for another is a wait of the reader's.
    const [plan, started] = await Promise.all([coming, this.#started()]);
    if (signal.aborted || plan === undefined) return;
    if (!started) {
      this.plan = shown(plan);
      return this.#become('refused');
    }
    // What stands stays until everything that takes its place is there.
    if (this.board !== undefined) for (const feed of this.#feeds) await readFeed(feed, signal);
    if (signal.aborted) return;
    this.#adopt(plan);
    if (this.#given.snapshot !== undefined) this.board?.load(this.#given.snapshot, { replace: true });
    for (const feed of this.#feeds) await this.#feed(feed, signal);
    if (signal.aborted || this.board === undefined) return;
    await this.#dropOld(signal);
    if (signal.aborted) return;
    this.goodAt = Date.now();
    this.error = undefined;
    this.#become('ready');
    this.tick();
  }

  /** Loads what a reader may ask for next, once the first picture has had its frame. */
  async #explained(signal: AbortSignal, opened: boolean): Promise<void> {
    if (this.state !== 'ready') return;
    await pictured();
    await this.#listener.complete();
    if (signal.aborted || !opened || this.board === undefined) return;
    this.#listener.ready(this.board);
  }

  #readPlan(signal: AbortSignal): Promise<Plan | string | undefined> | Plan | undefined {
    const { board, plan } = this.#given;
    if (board !== undefined) return board.plan();
    if (plan !== undefined) return plan;
    return this.#settings.plan === undefined ? undefined : new Source(this.#settings.plan).read(signal);
  }

  /** Whether wasm runs here. A policy that refuses it is no failure: the plan is shown without scores. */
  async #started(): Promise<boolean> {
    try {
      await begin();
      return true;
    } catch (thrown) {
      const error = toError(thrown);
      if (error.code !== 'wasm-refused') throw error;
      this.error = error;
      this.#listener.failed(error);
      return false;
    }
  }

  #adopt(plan: Plan | string): void {
    const given = this.#given.board;
    const before = this.board;
    if (given !== undefined) this.board = given;
    else if (this.board === undefined || this.board.freed)
      this.board = Board.openSync(plan, { asOf: toDay(this.#settings.asOf) });
    else this.board.setPlan(plan);
    if (this.board !== before) this.#brought.clear();
    this.plan = this.board.plan();
    this.#unlisten?.();
    this.#unlisten = this.board.on('change', (event) => {
      this.plan = this.board?.plan();
      this.#listener.changed(event.detail);
    });
  }

  async #poll(): Promise<void> {
    const { signal } = this.#abort;
    try {
      for (const feed of this.#feeds) await this.#feed(feed, signal);
      if (!signal.aborted) await this.#dropOld(signal);
    } catch (thrown) {
      if (!signal.aborted) this.fail(toError(thrown));
      throw thrown;
    }
    this.goodAt = Date.now();
    if (this.error === undefined) return;
    this.error = undefined;
    this.#listener.stale();
  }

  async #feed(feed: Feed, signal: AbortSignal): Promise<void> {
    const read = await readFeed(feed, signal);
    if (read === undefined || signal.aborted || this.board === undefined) return;
    feed.read = undefined;
    const { board } = this;
    try {
      const brought =
        typeof read === 'string' ? await this.#load(board, read) : await this.#ingest(board, read, feed, signal);
      for (const [source, hash] of brought) {
        feed.brought.set(source, hash);
        this.#brought.set(source, hash);
      }
    } catch (thrown) {
      // It was not taken: the next poll must not be told that nothing has changed.
      feed.source.forget();
      feed.mapping?.forget();
      throw thrown;
    }
  }

  async #load(board: Board, text: string): Promise<Brought> {
    await wholly(() => board.load(text, { replace: true }));
    return sourcesOf(text);
  }

  async #ingest(board: Board, rows: Blob, { known }: Feed, signal: AbortSignal): Promise<Brought> {
    await complete();
    if (signal.aborted || known === undefined) return new Map();
    const { source, hash } = await board.ingest(rows, known, { replace: true, signal });
    return new Map([[source, hash]]);
  }

  /** Takes out what only files brought that the attributes no longer name; the host's own stays. */
  async #dropOld(signal: AbortSignal): Promise<void> {
    const named = new Set(this.#feeds.flatMap(({ brought }) => [...brought.keys()]));
    const old = [...this.#brought].filter(([source]) => !named.has(source));
    if (old.length === 0) return;
    const { board } = this;
    if (board === undefined) return;
    const given = this.#given.snapshot === undefined ? undefined : sourcesOf(this.#given.snapshot);
    const standing = sourcesOf(await wholly(() => board.snapshot()));
    if (signal.aborted) return;
    for (const [source, hash] of old) {
      // Another hash is another file's: the host put it in the place of what the feed had brought.
      const ours = standing.has(source) && standing.get(source) === hash && given?.has(source) !== true;
      if (ours) await wholly(() => board.remove(source));
      this.#brought.delete(source);
      if (signal.aborted) return;
    }
  }

  #pace(): void {
    const { refresh, paused } = this.#settings;
    this.#poller.every(this.#awake && !paused && this.#feeds.length > 0 ? refresh : 0);
  }

  #become(state: State): void {
    this.state = state;
    this.#listener.stale();
  }

  fail(error: ThroughlineError): void {
    this.error = error;
    if (this.board === undefined || this.state !== 'ready') this.state = this.board === undefined ? 'failed' : 'ready';
    this.#listener.failed(error);
    this.#listener.stale();
  }
}

/** A page that is hidden draws no frames: after a while it counts as drawn all the same. */
function pictured(): Promise<void> {
  return new Promise((done) => {
    setTimeout(done, PATIENCE);
    requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(done)));
  });
}

/** A plan that no core has checked: it must at least have the shape of one. */
function shown(plan: Plan | string): Plan {
  const read = (typeof plan === 'string' ? parsed(plan) : plan) as Plan;
  return reading('plan-invalid', () => new Model(read).plan);
}
