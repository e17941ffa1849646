/** How a KPI went: a picture that one can walk along, the same in a sentence, and as a table. */
import type { Board } from '../board.js';
import type { Child, Description } from '../dom.js';
import type { Sentence } from '../explaining.js';
import type { KpiView } from '../model.js';
import { asked } from './asked.js';
import type { Context } from './context.js';
import { type Course, courseOf, type Stop } from './course.js';
import { h, sentence, titleOf } from './parts.js';
import { nearest, painted } from './trend-canvas.js';

/** Where a reader of a board is on his way along which KPI. */
const reached = new WeakMap<Board, { kpi: string; at: string }>();

export function trended(context: Context, board: Board, kpi: KpiView, host: HTMLElement): Child {
  const { words } = context;
  const course = asked(context, board, `course ${kpi.id}`, () => courseOf(context.model, board, kpi));
  if (course === undefined) return h('p', { class: 'note', key: 'trend-coming' }, words.text('closer.coming'));
  const known = course.stops.filter(({ value }) => value !== undefined);
  if (known.length === 0) return h('p', { key: 'trend-empty' }, words.text('trend.empty'));
  const here = reached.get(board);
  const at = here?.kpi === kpi.id ? known.findIndex((stop) => stop.at === here.at) : -1;
  const go = (stop: Stop | undefined) => {
    if (stop?.at === (at < 0 ? undefined : here?.at)) return;
    if (stop === undefined) reached.delete(board);
    else reached.set(board, { kpi: kpi.id, at: stop.at });
    context.fold('', false);
  };
  const stop = known[at];
  painted(context, host, { ...course.layers, ...labels(context, kpi), ...(stop && { hover: stop.at }) });
  return h(
    'div',
    { class: 'trend', key: `trend ${kpi.id}` },
    h('p', { class: 'readout', 'aria-hidden': 'true' }, pointed(context, kpi, course, stop ?? (known.at(-1) as Stop))),
    h(
      'div',
      { class: 'plot' },
      h('canvas', { 'aria-hidden': 'true', 'data-foreign': true }),
      along(context, kpi, course, known, at, go),
    ),
    h('p', {}, sentence(words, facts(context, kpi, known)), counts(context, course, known)),
    course.programmes.length > 0 && programmes(context, course),
    table(context, kpi, course),
  );
}

/** How the picture is written: the words of its key, and numbers in the KPI's unit. */
function labels({ words }: Context, { plan }: KpiView) {
  const names = ['value', 'target', 'centre', 'limits', 'signal', 'interval', 'forecast', 'stale'];
  const key = Object.fromEntries(names.map((name) => [name, words.text(`trend.key-${name}`)]));
  const write = { value: (value: number) => words.write.value(value, plan.unit) };
  return { words: key, write, locale: words.locale };
}

/** One Tab stop over the picture: arrows go from value to value, and each is told as it is reached. */
function along(
  context: Context,
  kpi: KpiView,
  course: Course,
  known: readonly Stop[],
  at: number,
  go: (stop: Stop | undefined) => void,
): Description {
  const { words } = context;
  const last = known.length - 1;
  const now = at < 0 ? last : at;
  const keyed = (event: KeyboardEvent) => {
    const mirrored = getComputedStyle(event.currentTarget as Element).direction === 'rtl';
    const [back, on] = mirrored ? ['ArrowRight', 'ArrowLeft'] : ['ArrowLeft', 'ArrowRight'];
    const steps: Record<string, number> = {
      [back as string]: -1,
      [on as string]: 1,
      ArrowDown: -1,
      ArrowUp: 1,
      PageDown: -12,
      PageUp: 12,
    };
    const to = event.key === 'Home' ? 0 : event.key === 'End' ? last : now + (steps[event.key] ?? Number.NaN);
    if (Number.isNaN(to)) return;
    event.preventDefault();
    event.stopPropagation();
    // The first step shows where one is; the next ones lead on.
    go(known[at < 0 && steps[event.key] !== undefined ? now : Math.max(0, Math.min(last, to))]);
  };
  return h('div', {
    class: 'along',
    role: 'slider',
    tabindex: 0,
    'aria-label': words.text('trend.along', { title: kpi.title }),
    'aria-valuemin': 1,
    'aria-valuemax': known.length,
    'aria-valuenow': now + 1,
    'aria-valuetext': pointed(context, kpi, course, known[now] as Stop),
    onkeydown: keyed,
    onpointermove: (event: PointerEvent) => go(course.stops[nearest(event) ?? -1]),
    onpointerleave: () => go(undefined),
    onblur: () => go(undefined),
  });
}

/** A value in words, with its day, its interval and whether it is a signal. */
function pointed(
  { words }: Context,
  { plan }: KpiView,
  { signals }: Course,
  { at, value = 0, low, high }: Stop,
): string {
  const write = (of: number | undefined) => (of === undefined ? '' : words.write.value(of, plan.unit));
  const args = { at, value: write(value), ranged: low !== undefined, low: write(low), high: write(high) };
  return words.text('trend.point', { ...args, signal: signals.has(at) });
}

/** What the picture says at a glance. */
function facts({ words }: Context, { plan }: KpiView, known: readonly Stop[]): Sentence {
  const values = known.map(({ value = 0 }) => value);
  const write = (of = 0) => words.write.value(of, plan.unit);
  const ends = { from: known[0]?.at ?? '', to: known.at(-1)?.at ?? '' };
  const reach = { low: write(Math.min(...values)), high: write(Math.max(...values)) };
  const single = known.length === 1;
  return {
    code: 'trend.facts',
    args: { single, ...ends, first: write(values[0]), last: write(values.at(-1)), ...reach },
  };
}

/** How many stand out, and how many are missing. */
function counts({ words }: Context, { stops, signals }: Course, known: readonly Stop[]): string {
  const missing = stops.length - known.length;
  const said = [
    signals.size > 0 && words.text('trend.signals', { signals: signals.size }),
    missing > 0 && words.text('trend.missing', { missing }),
  ];
  return said.map((each) => (each === false ? '' : ` ${each}`)).join('');
}

/** The numbers of the picture. */
function programmes({ model, words, select }: Context, { programmes: ids }: Course): Description {
  return h(
    'ol',
    { class: 'programmes', 'aria-label': words.text('trend.programmes') },
    ids.map((id) =>
      h(
        'li',
        { key: id },
        h('button', { type: 'button', class: 'link', onclick: () => select(id) }, h('bdi', {}, titleOf(model, id))),
      ),
    ),
  );
}

/** Every value, the latest first. */
function table(context: Context, kpi: KpiView, { stops, signals }: Course): Description {
  const { words } = context;
  const ranged = stops.some(({ low }) => low !== undefined);
  const heads = ['day', 'value', ...(ranged ? ['interval'] : []), ...(signals.size > 0 ? ['signal'] : [])];
  const write = (of: number | undefined) =>
    of === undefined ? words.text('value.none') : words.write.value(of, kpi.plan.unit);
  const row = ({ at, value, low, high }: Stop) =>
    h(
      'tr',
      { key: at },
      h('th', { scope: 'row' }, words.write.date(at, '')),
      h('td', {}, write(value)),
      ranged && h('td', {}, low === undefined ? words.text('value.none') : `${write(low)} – ${write(high)}`),
      signals.size > 0 && h('td', {}, signals.has(at) && words.text('trend.key-signal')),
    );
  return h(
    'details',
    { class: 'more' },
    h('summary', {}, words.text('trend.table', { values: stops.length })),
    h(
      'div',
      { class: 'scroll', tabindex: 0, role: 'region', 'aria-label': words.text('trend.along', { title: kpi.title }) },
      h(
        'table',
        { class: 'inputs' },
        h(
          'thead',
          {},
          h(
            'tr',
            {},
            heads.map((name) => h('th', { scope: 'col' }, words.text(`trend.head-${name}`))),
          ),
        ),
        h('tbody', {}, stops.toReversed().map(row)),
      ),
    ),
  );
}
