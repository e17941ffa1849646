/** `<strategy-board>`: attributes, properties, events and life; what it shows is made by `View`. */
import type { Board } from '../board.js';
import { ThroughlineError, toError } from '../error.js';
import type { Arrival, Loading } from '../given.js';
import { hasReader } from '../loader.js';
import type { Rows, SyncRows } from '../rows.js';
import type { Change, Explanation, IngestReport, Journal, Mapping, Plan, Snapshot, ValueRecord } from '../types.js';
import { Session, type Settings } from './session.js';
import { VIEWS, View, type ViewName } from './view.js';

const EVERY_MINUTE = 60;

/** On a server there is no such class: the module must load there all the same. */
const Base = (globalThis.HTMLElement ?? class {}) as typeof HTMLElement;

export class StrategyBoardElement extends Base {
  static readonly observedAttributes = [
    'plan',
    'data',
    'mapping',
    'view',
    'focus',
    'as-of',
    'refresh',
    'paused',
    'locale',
    'theme',
    'actor',
    'writable',
    'journal',
  ];

  /** Who writes, as the host knows it; with `writable` the details offer to write down check-ins and the like. */
  declare actor: string | undefined;
  declare writable: boolean;
  /** What people said, decided and changed: for the review and the loops of feedback. A new one is set, none is changed in place. */
  declare journal: Journal | string | undefined;
  readonly #session: Session;
  readonly #view: View;
  #alive: AbortController | undefined;

  constructor() {
    super();
    this.#session = new Session({
      stale: () => this.#view.schedule(),
      changed: (change) => this.#changed(change),
      ready: (board) => this.#tell('board-ready', { board }),
      failed: (error) => this.#tell('board-error', error),
      complete: () => this.#view.complete(),
    });
    this.#view = new View(this, this.attachShadow({ mode: 'open' }), this.#session, {
      select: (id) => this.#tell('board-select', { id }),
      painted: () => this.#tell('board-painted', {}),
      pause: (paused) => this.toggleAttribute('paused', paused),
      retry: () => void this.#session.load(),
    });
  }

  connectedCallback(): void {
    for (const name of ['plan', 'snapshot', 'board', 'selected'] as const) this.#upgrade(name);
    if (this.#alive !== undefined) return;
    this.#alive = new AbortController();
    const { signal } = this.#alive;
    document.addEventListener(
      'visibilitychange',
      () => {
        if (!document.hidden) this.#session.seen();
      },
      { signal },
    );
    this.#view.wake(signal);
    this.#session.configure(this.#settings());
    this.#session.wake();
  }

  /** A move takes an element out and puts it back in one task: only one that stays out gives its memory back. */
  disconnectedCallback(): void {
    queueMicrotask(() => {
      if (this.isConnected) return;
      this.#alive?.abort();
      this.#alive = undefined;
      this.#view.sleep();
      this.#session.sleep();
    });
  }

  attributeChangedCallback(_name: string, before: string | null, after: string | null): void {
    if (before === after || this.#alive === undefined) return;
    this.#session.configure(this.#settings());
    this.#view.schedule();
  }

  /** The plan that is shown. Setting it puts the `plan` attribute aside. */
  get plan(): Plan | undefined {
    return this.#session.plan;
  }

  set plan(plan: Plan | undefined) {
    this.#session.give({ plan });
  }

  /** What the board holds of its sources, without the rows. */
  get snapshot(): Snapshot | undefined {
    return this.board?.snapshot();
  }

  set snapshot(snapshot: Snapshot | undefined) {
    this.#session.give({ snapshot });
  }

  /** The board behind the picture, from `board-ready` on. One that is set stays the host's: it is never freed here. */
  get board(): Board | undefined {
    return hasReader() ? this.#session.board : undefined;
  }

  set board(board: Board | undefined) {
    this.#session.give({ board });
  }

  /** The id of the node or KPI that is chosen. */
  get selected(): string | undefined {
    return this.#view.selected;
  }

  set selected(id: string | undefined) {
    this.#view.choose(id, false);
  }

  get view(): ViewName {
    const wanted = this.getAttribute('view') as ViewName;
    return VIEWS.includes(wanted) ? wanted : 'map';
  }

  set view(view: ViewName) {
    this.setAttribute('view', view);
  }

  /** Reads rows of one table into the board. */
  ingest(rows: SyncRows, mapping: Mapping, how?: Arrival): IngestReport;
  ingest(rows: Rows, mapping: Mapping, how?: Loading): Promise<IngestReport>;
  ingest(rows: Rows, mapping: Mapping, how: Loading = {}): IngestReport | Promise<IngestReport> {
    return this.#ready().ingest(rows, mapping, how);
  }

  record(records: ValueRecord | readonly ValueRecord[]): Change {
    return this.#ready().record(records);
  }

  load(snapshot: Snapshot | string, how: Arrival = {}): Change {
    return this.#ready().load(snapshot, how);
  }

  explain(id: string): Explanation {
    return this.#ready().explain(id);
  }

  /** Asks the sources now, or tries again after a failure. */
  refresh(): Promise<void> {
    this.#view.schedule();
    return this.#session.refresh();
  }

  #ready(): Board {
    const { board } = this;
    if (board === undefined) throw new ThroughlineError('not-ready');
    return board;
  }

  #changed(change: Change): void {
    this.#view.changed(change);
    this.#tell('board-change', change);
  }

  #tell(type: string, detail: unknown): void {
    this.dispatchEvent(
      new CustomEvent(type, {
        bubbles: true,
        composed: true,
        detail: detail instanceof Error ? toError(detail) : detail,
      }),
    );
  }

  #settings(): Settings {
    const text = (name: string) => this.getAttribute(name)?.trim() || undefined;
    const urls = (name: string) => text(name)?.split(/\s+/).map(whole) ?? [];
    const refresh = Number(text('refresh') ?? EVERY_MINUTE);
    return {
      plan: urls('plan')[0],
      data: urls('data'),
      mappings: urls('mapping'),
      asOf: text('as-of'),
      refresh: Number.isFinite(refresh) ? Math.max(0, refresh) : EVERY_MINUTE,
      paused: this.hasAttribute('paused'),
    };
  }

  /** A property set before the class was known would hide the accessor: it is set again, through it. */
  #upgrade(name: 'plan' | 'snapshot' | 'board' | 'selected'): void {
    if (!Object.hasOwn(this, name)) return;
    const value = this[name];
    delete this[name];
    Object.assign(this, { [name]: value });
  }
}

/** The whole address; what is none is left as it is, and fails where it is fetched. */
function whole(url: string): string {
  try {
    return new URL(url, document.baseURI).href;
  } catch {
    return url;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'strategy-board': StrategyBoardElement;
  }
}
