/** What stands behind an element: its plan and data from wherever they come, the board on them, and their state. */
import { Board, toDay } from '../board.js';
import { reading, type ThroughlineError, toError } from '../error.js';
import { begin, complete, isWhole, wholly } from '../loader.js';
import { Model } from '../model.js';
import type { Change, Mapping, Plan, Snapshot } from '../types.js';
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
}

const PATIENCE = 300;

interface Feed {
  source: Source;
  mapping: Source | undefined;
  written: string | undefined;
  known: Mapping | undefined;
  /** What was asked for before there was a board to take it. */
  ahead?: Promise<string | undefined> | undefined;
}

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
    try {
      await wholly(() => this.#open(mine.signal));
      await this.#whole(mine.signal);
    } catch (thrown) {
      if (!mine.signal.aborted) this.#fail(toError(thrown));
    }
    if (!mine.signal.aborted) this.#pace();
  }

  /** Asks the sources now. */
  async refresh(): Promise<void> {
    if (this.state !== 'ready' || !isWhole()) return this.load();
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
      void wholly(() => board.setAsOf(day)).catch((thrown) => this.#fail(toError(thrown)));
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
    this.#adopt(plan);
    if (this.#given.snapshot !== undefined) this.board?.load(this.#given.snapshot, { replace: true });
    for (const feed of this.#feeds) await this.#feed(feed, signal);
    if (signal.aborted || this.board === undefined) return;
    this.goodAt = Date.now();
    this.error = undefined;
    this.#become('ready');
    this.tick();
  }

  /** Loads what the first picture did without, once that has had its frame; then every call can be made. */
  async #whole(signal: AbortSignal): Promise<void> {
    if (this.state !== 'ready') return;
    await pictured();
    await complete();
    if (signal.aborted || this.board === undefined) return;
    this.#listener.stale();
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
    if (given !== undefined) this.board = given;
    else if (this.board === undefined || this.board.freed)
      this.board = Board.openSync(plan, { asOf: toDay(this.#settings.asOf) });
    else this.board.setPlan(plan);
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
    } catch (thrown) {
      if (!signal.aborted) this.#fail(toError(thrown));
      throw thrown;
    }
    this.goodAt = Date.now();
    if (this.error === undefined) return;
    this.error = undefined;
    this.#listener.stale();
  }

  async #feed(feed: Feed, signal: AbortSignal): Promise<void> {
    if (feed.mapping !== undefined) {
      const mapping = await feed.mapping.read(signal);
      if (mapping !== undefined) {
        // By another mapping the same rows come to something else: they are asked for again.
        if (mapping !== feed.written && feed.ahead === undefined) feed.source.forget();
        feed.written = mapping;
        feed.known = taken(feed.mapping, mapping);
      }
    }
    const text = await (feed.ahead ?? feed.source.read(signal));
    feed.ahead = undefined;
    if (text === undefined || signal.aborted || this.board === undefined) return;
    const { board } = this;
    try {
      if (feed.known === undefined) await wholly(() => board.load(text, { replace: true }));
      else await this.#ingest(board, text, feed.known, signal);
    } catch (thrown) {
      // It was not taken: the next poll must not be told that nothing has changed.
      feed.source.forget();
      feed.mapping?.forget();
      throw thrown;
    }
  }

  async #ingest(board: Board, text: string, mapping: Mapping, signal: AbortSignal): Promise<void> {
    await complete();
    if (!signal.aborted) board.ingest(text, mapping, { replace: true });
  }

  #pace(): void {
    const { refresh, paused } = this.#settings;
    this.#poller.every(this.#awake && !paused && this.#feeds.length > 0 ? refresh : 0);
  }

  #become(state: State): void {
    this.state = state;
    this.#listener.stale();
  }

  #fail(error: ThroughlineError): void {
    this.error = error;
    if (this.board === undefined || this.state !== 'ready') this.state = this.board === undefined ? 'failed' : 'ready';
    this.#listener.failed(error);
    this.#listener.stale();
  }
}

function fetchAhead(feed: Feed, signal: AbortSignal): void {
  feed.ahead = feed.source.read(signal);
  // Whoever takes it hears of a failure; where nobody comes to that, it is nobody's.
  feed.ahead.catch(() => undefined);
}

/** A page that is hidden draws no frames: after a while it counts as drawn all the same. */
function pictured(): Promise<void> {
  return new Promise((done) => {
    setTimeout(done, PATIENCE);
    requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(done)));
  });
}

function parsed(text: string): unknown {
  return reading('json-syntax', () => JSON.parse(text));
}

/** A mapping; one that is no JSON is asked for again, or the next poll would be told that nothing has changed. */
function taken(source: Source, text: string): Mapping {
  try {
    return parsed(text) as Mapping;
  } catch (thrown) {
    source.forget();
    throw thrown;
  }
}

/** A plan that no core has checked: it must at least have the shape of one. */
function shown(plan: Plan | string): Plan {
  const read = (typeof plan === 'string' ? parsed(plan) : plan) as Plan;
  return reading('plan-invalid', () => new Model(read).plan);
}

/** Each data file is a snapshot (`.json`) or a table, which takes the next mapping. */
function feeds({ data, mappings }: Settings): Feed[] {
  const left = [...mappings];
  return data.map((url) => {
    const path = url.split(/[?#]/)[0] ?? '';
    const mapping = path.endsWith('.json') ? undefined : left.shift();
    return {
      source: new Source(url),
      mapping: mapping === undefined ? undefined : new Source(mapping),
      written: undefined,
      known: undefined,
    };
  });
}
