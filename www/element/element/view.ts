/** What the element shows: puts the views together, once a frame at most, and hands the canvas to the painter. */
import { headline, throughLine } from '../describe.js';
import { type Child, type Description, h, patch } from '../dom.js';
import type { DrawOptions, Geometry, Palette } from '../drawing.js';
import { toError } from '../error.js';
import { completeReader, hasReader, lacksRest, more } from '../loader.js';
import { type Catalog, messagesFor, speak } from '../messages/catalog.js';
import { Model } from '../model.js';
import type { Change, Explanation } from '../types.js';
import { alignment, findings } from './aside.js';
import type { Context } from './context.js';
import { header, type Live } from './header.js';
import { labels } from './labels.js';
import { neighbour, Painter, picture } from './map.js';
import { apply, readPalette } from './palette.js';
import type { Session } from './session.js';
import { empty, failed, loading, refused, warning } from './states.js';
import { strip } from './strip.js';
import { addSheet, sheets } from './styles/sheets.js';
import { table } from './table.js';
import { tree } from './tree.js';

export const VIEWS = [
  'map',
  'scorecard',
  'overview',
  'line',
  'chase',
  'programmes',
  'needs',
  'people',
  'review',
  'segments',
  'alignment',
] as const;
export type ViewName = (typeof VIEWS)[number];

/** The others stand in the picture's place. */
const isPicture = (name: ViewName) => VIEWS.indexOf(name) < 3;

export interface Acts {
  select(id: string | undefined): void;
  painted(): void;
  pause(paused: boolean): void;
  retry(): void;
}

/** Below this the outline stands in for the map; above the other there is room for the panel beside it. */
const NARROW = 480;
const WIDE = 900;
/** The panel's column and the gap beside it (see styles/layout). */
const SIDE = 340 + 24;
const MINUTE = 60_000;

function fold({ words }: Context, key: 'outline' | 'scorecard', inside: Description, shut: boolean): Description {
  if (!shut) return inside;
  return h('details', { class: 'more', key: `more-${key}` }, h('summary', {}, words.text(`more.${key}`)), inside);
}

export class View {
  selected: string | undefined;
  readonly #host: HTMLElement;
  readonly #shadow: ShadowRoot;
  readonly #session: Session;
  readonly #acts: Acts;
  readonly #root = document.createElement('div');
  readonly #probe = document.createElement('i');
  readonly #voice = document.createElement('p');
  readonly #painter = new Painter();
  readonly #folded = new Set<string>();
  #observer: ResizeObserver | undefined;
  #frame = 0;
  #stamp = 0;
  #width = 0;
  #hover: string | undefined;
  #reached: string | undefined;
  #geometry: Geometry | undefined;
  #change: Change | undefined;
  /** What shows the details of a choice, and the chase list: it comes after the first picture, as its words do. */
  #details: typeof import('../details.js') | undefined;
  /** Whether a part of the module was asked for that something cannot be shown without. */
  #lacking = false;
  #model: { stamp: number; model: Model } | undefined;
  #minute: ReturnType<typeof setInterval> | undefined;

  constructor(host: HTMLElement, shadow: ShadowRoot, session: Session, acts: Acts) {
    this.#host = host;
    this.#shadow = shadow;
    this.#session = session;
    this.#acts = acts;
    shadow.adoptedStyleSheets = sheets();
    this.#root.className = 'board';
    this.#probe.className = 'probe';
    this.#probe.ariaHidden = 'true';
    this.#voice.className = 'unseen';
    this.#voice.setAttribute('aria-live', 'polite');
    shadow.append(this.#root, this.#voice, this.#probe);
  }

  wake(signal: AbortSignal): void {
    const heard = { signal };
    this.#observer = new ResizeObserver((entries) => this.#resized(entries.at(-1)?.contentRect.width ?? 0));
    this.#observer.observe(this.#root);
    for (const query of [
      '(prefers-color-scheme: dark)',
      '(forced-colors: active)',
      '(prefers-reduced-motion: reduce)',
    ]) {
      matchMedia(query).addEventListener('change', () => this.schedule(), heard);
    }
    // A host's theme changes without a word; the probe's colour moves with it, and a transition tells.
    this.#probe.addEventListener('transitionend', () => this.schedule(), heard);
    // Nor does its direction of writing: the page's own `dir` and `lang` are watched.
    const page = new MutationObserver(() => this.schedule());
    page.observe(document.documentElement, { attributes: true, attributeFilter: ['dir', 'lang'] });
    signal.addEventListener('abort', () => page.disconnect());
    this.#root.addEventListener('keydown', (event) => this.#key(event), heard);
    for (const type of ['pointerover', 'focusin'])
      this.#root.addEventListener(type, (event) => this.#point(event), heard);
    for (const type of ['pointerleave', 'focusout'])
      this.#root.addEventListener(type, () => this.#light(undefined), heard);
    this.#minute = setInterval(() => {
      if (this.#session.polled && !document.hidden) this.schedule();
    }, MINUTE);
    this.schedule();
  }

  sleep(): void {
    this.#observer?.disconnect();
    cancelAnimationFrame(this.#frame);
    clearInterval(this.#minute);
    this.#frame = 0;
    this.#painter.stop();
  }

  /** Shows it in the next frame; many reasons before it make one picture. */
  schedule(): void {
    if (!this.#host.isConnected) return;
    this.#frame ||= requestAnimationFrame(() => {
      this.#frame = 0;
      if (this.#host.isConnected) this.#attempt(() => this.#show());
    });
  }

  /** Loads what the first picture did without: the reader's part of the module, its words, the details of a choice. */
  async complete(): Promise<void> {
    const [details] = await Promise.all([import('../details.js'), completeReader()]);
    this.#shadow.adoptedStyleSheets = addSheet(details.details);
    this.#details = details;
    this.#lacking = false;
    this.schedule();
  }

  /** A plan may ask for more than the parts of the module that are there: then it is shown when the next has come. */
  #attempt(show: () => void): void {
    try {
      show();
    } catch (thrown) {
      if (!lacksRest(thrown)) throw thrown;
      this.#lack(thrown);
    }
  }

  /** What a part is missing for is shown when that has come. It is asked for once; the next try is the reader's. */
  #lack(thrown: unknown): void {
    if (this.#lacking || !lacksRest(thrown)) return;
    this.#lacking = true;
    const again = (came: boolean) => {
      if (!came) return;
      this.#lacking = false;
      // What was half drawn is drawn again.
      this.#painter.stop();
      this.schedule();
    };
    // That the reader's part cannot come is the session's to say.
    void more().then(again, (failed) => hasReader() && this.#session.fail(toError(failed)));
  }

  changed(change: Change): void {
    this.#stamp += 1;
    this.schedule();
    // What the first reading of the sources moves is no news.
    if (this.#session.state !== 'ready') return;
    this.#change = change;
    this.#say();
  }

  choose(id: string | undefined, told = true): void {
    if (id === this.selected) return;
    this.selected = id;
    if (told) this.#acts.select(id);
    this.schedule();
    this.#say();
  }

  get #words(): Catalog {
    const { lang } = this.#host.closest<HTMLElement>('[lang]') ?? { lang: '' };
    return messagesFor(this.#host.getAttribute('locale') || lang || 'en');
  }

  /** Read out politely: the line of what is chosen, else how the board stands now. */
  #say(): void {
    const model = this.#current();
    if (model === undefined) return;
    const chosen = this.selected;
    const said =
      chosen !== undefined && model.nodes.has(chosen) ? throughLine(model, chosen) : headline(model, this.#words);
    this.#voice.textContent = this.#words.text(said.code, said.args);
  }

  #current(): Model | undefined {
    const { board, plan, state } = this.#session;
    if (plan === undefined) return undefined;
    if (state === 'refused' || board === undefined) return new Model(plan);
    // Its host has freed it: what was last read of it stays.
    if (board.freed) return this.#model?.model;
    if (this.#model?.stamp !== this.#stamp || this.#model.model.plan !== plan) {
      const computed = {
        scores: board.scores(),
        alignment: board.alignment(),
        findings: board.findings(),
      };
      this.#model = { stamp: this.#stamp, model: new Model(plan, computed) };
    }
    return this.#model.model;
  }

  #show(): void {
    const words = this.#words;
    const coming = speak(words.locale);
    if (coming) {
      void coming.then(() => this.schedule());
      return;
    }
    this.#root.dir = getComputedStyle(this.#host).direction;
    const { board, state, error } = this.#session;
    if (board?.freed === true) return;
    const model = state === 'ready' || state === 'refused' ? this.#current() : undefined;
    if (model === undefined) {
      patch(this.#root, this.#without(words));
      return;
    }
    const palette = readPalette(this.#probe);
    apply(this.#root, palette);
    const context = this.#context(model, words, palette);
    const pictured = this.#pictured();
    const options = pictured === undefined ? undefined : this.#options(context, pictured);
    if (options !== undefined) this.#geometry = this.#laidOut(options);
    this.#root.dataset.size = this.#width < NARROW ? 'narrow' : this.#width < WIDE ? 'medium' : 'wide';
    patch(
      this.#root,
      state === 'ready' && error !== undefined && warning(words, error, this.#acts.retry),
      state === 'refused' && refused(words),
      header(context, this.#live(), () => this.#acts.pause(!this.#session.settings.paused)),
      this.#body(context),
    );
    if (options !== undefined) this.#paint(options);
    else this.#acts.painted();
  }

  #without(words: Catalog): Description {
    const { state, error } = this.#session;
    if (state === 'failed' && error !== undefined) return failed(words, error, this.#acts.retry);
    return state === 'loading' ? loading(words) : empty(words);
  }

  #body(context: Context): Description {
    const name = this.#name();
    const { board, state } = this.#session;
    const panelled = this.#details?.panel(context, this.#explanation(), board, this.#host);
    const ready = board !== undefined && state === 'ready';
    const asked = ready && this.#details?.chaseBlock(context, board);
    const closer = ready && this.#details?.closer(context, board);
    const about = !isPicture(name)
      ? []
      : [alignment(context, this.#details?.why), this.#details?.changes(context), asked, findings(context), closer];
    return h(
      'div',
      { class: 'body', key: 'body' },
      h('div', { class: 'main', key: 'main' }, this.#main(context, name)),
      h('div', { class: 'side', key: 'side' }, panelled || about),
    );
  }

  /** The strip of a line, the picture, and the same as an outline and a table: folded where a picture shows it. */
  #main(context: Context, name: ViewName): Child[] {
    const focus = this.#host.getAttribute('focus') ?? undefined;
    const lined = focus !== undefined || name === 'line';
    const line = lined && strip(context, focus ?? this.selected ?? context.model.mission.id, this.#details?.aims);
    if (name === 'line') return [line];
    const { board } = this.#session;
    if (board !== undefined && !isPicture(name)) return [line, this.#details?.whole(name, context, board, this.#host)];
    const pictured = this.#pictured();
    const outline = fold(context, 'outline', tree(context), name === 'scorecard' || pictured === 'map');
    const scores = fold(
      context,
      'scorecard',
      table(context),
      pictured !== undefined ? name !== 'overview' : name !== 'scorecard',
    );
    return [
      line,
      pictured !== undefined && picture(context, this.#geometry, pictured),
      ...(name === 'scorecard' ? [scores, outline] : [outline, scores]),
    ];
  }

  #context(model: Model, words: Catalog, palette: Palette): Context {
    return {
      model,
      words,
      palette,
      selected: this.selected,
      reached: this.#reached,
      folded: this.#folded,
      narrow: this.#width < NARROW,
      change: this.#change,
      select: (id) => this.choose(id),
      lack: (thrown) => this.#lack(thrown),
      fold: (id, shut) => {
        if (shut) this.#folded.add(id);
        else this.#folded.delete(id);
        this.schedule();
      },
    };
  }

  #name(): ViewName {
    return (this.#host as unknown as { view: ViewName }).view;
  }

  /** The picture that there is room and data for. */
  #pictured(): 'map' | 'scorecard' | undefined {
    const name = this.#name();
    if (!isPicture(name) || this.#width < NARROW || this.#session.state !== 'ready') return undefined;
    return name === 'scorecard' ? 'scorecard' : 'map';
  }

  #live(): Live | undefined {
    const { polled, settings, error, goodAt } = this.#session;
    if (!polled) return undefined;
    return { paused: settings.paused, failed: error !== undefined, age: Math.floor((Date.now() - goodAt) / MINUTE) };
  }

  #explanation(): Explanation | undefined {
    const { board } = this.#session;
    if (this.selected === undefined || board === undefined || this.#session.state !== 'ready') return undefined;
    try {
      return board.explain(this.selected);
    } catch (thrown) {
      // A plan without this subject has come meanwhile: there is nothing to explain.
      this.#lack(thrown);
      return undefined;
    }
  }

  #options({ model, words, palette }: Context, view: 'map' | 'scorecard'): DrawOptions {
    const style = getComputedStyle(this.#root);
    const focus = this.#host.getAttribute('focus');
    return {
      view,
      width: this.#mapWidth(),
      ratio: devicePixelRatio,
      direction: style.direction === 'rtl' ? 'rtl' : 'ltr',
      font: style.fontFamily,
      palette,
      labels: labels(model, words),
      ...(focus === null ? {} : { focus }),
      ...(this.selected === undefined ? {} : { select: this.selected }),
      ...(this.#hover === undefined ? {} : { hover: this.#hover }),
    };
  }

  /** The column that the map stands in, as the style sheet lays it out. */
  #mapWidth(): number {
    return this.#width < WIDE ? this.#width : this.#width - SIDE;
  }

  #laidOut(options: DrawOptions): Geometry | undefined {
    const { board } = this.#session;
    const canvas = this.#root.querySelector('canvas') ?? document.createElement('canvas');
    return board === undefined ? undefined : this.#painter.layout(board, canvas, options);
  }

  #paint(options: DrawOptions): void {
    const canvas = this.#root.querySelector('canvas');
    const { board } = this.#session;
    if (canvas === null || board === undefined || this.#geometry === undefined) return;
    const { height } = this.#geometry;
    this.#painter.paint(canvas, height, { stamp: this.#stamp, options }, () => {
      if (board.freed) return;
      this.#attempt(() => {
        board.draw(canvas, options);
        this.#acts.painted();
      });
    });
  }

  #resized(content: number): void {
    const width = Math.floor(content);
    if (width === this.#width) return;
    this.#width = width;
    this.schedule();
  }

  #point(event: Event): void {
    const target = event.target as Element;
    const card = target.closest<HTMLElement>('.card');
    const reached = event.type === 'focusin' ? target.closest<HTMLElement>('.card, .item')?.dataset.id : undefined;
    if (reached !== undefined && reached !== this.#reached) {
      this.#reached = reached;
      this.schedule();
    }
    this.#light(card?.dataset.id);
  }

  #light(id: string | undefined): void {
    if (id === this.#hover) return;
    this.#hover = id;
    this.schedule();
  }

  #key(event: KeyboardEvent): void {
    const card = (event.target as HTMLElement).closest<HTMLElement>('.card');
    if (event.key === 'Escape' && this.selected !== undefined) this.choose(undefined);
    else if (event.key === 'Escape') card?.blur();
    else if (card === null || this.#geometry === undefined) return;
    else {
      const to = neighbour(this.#geometry.nodes, card.dataset.id ?? '', event.key);
      if (to === undefined) return;
      const button = this.#root.querySelector<HTMLElement>(`.card[data-id="${CSS.escape(to.id)}"]`);
      button?.focus();
    }
    event.preventDefault();
  }
}
