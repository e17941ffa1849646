/**
 * A chart in a view: a canvas with a real button on everything that can be pointed at, one Tab stop for all of them with
 * arrow keys that move by where things lie. The table beside it says the same.
 */
import type { Description } from '../../dom.js';
import type { ChartGeometry, ChartSpot } from '../../types.js';
import type { Context } from '../context.js';
import { looksOf } from '../looks.js';
import { h } from '../parts.js';
import { asking } from './kit.js';

interface Drawn {
  width: number;
  hover?: unknown;
}

/** What a chart shows, and what is done with it. */
export interface Chart<R extends Drawn> {
  name: string;
  /** What it is, in one sentence. */
  label: string;
  /** What it is asked with, but for its size and colours. */
  made: Omit<R, 'width'>;
  layout: (request: R, context: CanvasRenderingContext2D) => ChartGeometry;
  draw: (canvas: HTMLCanvasElement, request: R) => ChartGeometry;
  /** What lights up for a spot. */
  lit: (spot: ChartSpot) => R['hover'];
  /** What a spot is called by a screen reader. */
  named: (spot: ChartSpot) => string;
  pick: (spot: ChartSpot) => void;
  isPicked: (spot: ChartSpot) => boolean;
}

/** What is kept of a chart from one showing to the next. */
interface Kept {
  /** What was last reached by keyboard. */
  reached?: string;
  /** What was asked for, as text, and where it lies: most changes of a board leave a chart as it is. */
  asked?: string;
  geometry?: ChartGeometry;
}

/** By the name of the chart, of each host. */
const kept = new WeakMap<HTMLElement, Map<string, Kept>>();
/** What each canvas shows: it is drawn again only where that is another. */
const shown = new WeakMap<HTMLCanvasElement, string>();
/** A context to measure with, for all of them. */
let measure: CanvasRenderingContext2D | null | undefined;

const keyOf = ({ id, column = '' }: ChartSpot) => `${id} ${column}`;

export function charted<R extends Drawn>(context: Context, host: HTMLElement, chart: Chart<R>): Description {
  const root = host.shadowRoot as ShadowRoot;
  const looks = looksOf(context, root.querySelector('.board') ?? host);
  const request = { ...looks, width: widthOf(root, host), ...chart.made } as unknown as R;
  const own = keptOf(host, chart.name);
  const geometry = laidOut(context, own, chart, request);
  if (geometry === undefined) return asking(context);
  const { width, height, spots } = geometry;
  const known = spots.find((spot) => keyOf(spot) === own.reached) ?? spots[0];
  // When the page has been put together the canvas is there.
  queueMicrotask(() => paint(root, chart, request));
  const light = (spot: ChartSpot | undefined) => {
    paint(root, chart, spot === undefined ? request : { ...request, hover: chart.lit(spot) });
  };
  const reach = (spot: ChartSpot) => {
    own.reached = keyOf(spot);
    for (const button of boxOf(root, chart.name)?.querySelectorAll('button') ?? []) {
      const here = button.dataset.key === keyOf(spot);
      button.tabIndex = here ? 0 : -1;
      if (here) button.focus();
    }
  };
  return h(
    'div',
    {
      class: 'charted',
      key: chart.name,
      'data-chart': chart.name,
      '--:height': `${height}px`,
      '--:max-width': `${width}px`,
    },
    h('canvas', { 'aria-hidden': 'true', 'data-foreign': true }),
    h(
      'div',
      { class: 'over', role: 'group', 'aria-label': chart.label, onpointerleave: () => light(undefined) },
      spots.map((spot) =>
        h('button', {
          type: 'button',
          key: keyOf(spot),
          'data-key': keyOf(spot),
          tabindex: spot === known ? 0 : -1,
          'aria-label': chart.named(spot),
          'aria-pressed': String(chart.isPicked(spot)),
          '--:left': `${spot.x}px`,
          '--:top': `${spot.y}px`,
          '--:width': `${spot.width}px`,
          '--:height': `${spot.height}px`,
          onpointerenter: () => light(spot),
          onfocus: () => light(spot),
          onblur: () => light(undefined),
          onclick: () => chart.pick(spot),
          onkeydown: (event: KeyboardEvent) => {
            const to = beside(spots, spot, event.key);
            if (to === undefined) return;
            event.preventDefault();
            reach(to);
          },
        }),
      ),
    ),
  );
}

function keptOf(host: HTMLElement, name: string): Kept {
  const charts = kept.get(host) ?? new Map<string, Kept>();
  const own = charts.get(name) ?? {};
  kept.set(host, charts.set(name, own));
  return own;
}

/** Where it lies; nothing while the part of the module that draws is still to come. */
function laidOut<R extends Drawn>(context: Context, own: Kept, { layout }: Chart<R>, request: R) {
  measure ??= document.createElement('canvas').getContext('2d');
  if (measure === null) return undefined;
  const asked = JSON.stringify(request);
  if (own.asked === asked) return own.geometry;
  try {
    own.geometry = layout(request, measure);
    own.asked = asked;
    return own.geometry;
  } catch (thrown) {
    context.lack(thrown);
    return undefined;
  }
}

const boxOf = (root: ShadowRoot, name: string) => root.querySelector<HTMLElement>(`.charted[data-chart="${name}"]`);

function paint<R extends Drawn>(root: ShadowRoot, chart: Chart<R>, request: R): void {
  const canvas = boxOf(root, chart.name)?.querySelector('canvas');
  if (!canvas) return;
  const wanted = JSON.stringify(request);
  if (shown.get(canvas) === wanted) return;
  shown.set(canvas, wanted);
  chart.draw(canvas, request);
}

/** As wide as the column that it stands in. */
function widthOf(root: ShadowRoot, host: HTMLElement): number {
  const room = root.querySelector<HTMLElement>('.main')?.clientWidth || host.clientWidth;
  return Math.min(4000, Math.max(240, Math.floor(room)));
}

const WAYS: Readonly<Record<string, readonly [number, number]>> = {
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
};

/** The nearest spot in the direction of an arrow, what lies straight ahead before what lies aside; of Home and End the outermost. */
function beside(spots: readonly ChartSpot[], from: ChartSpot, key: string): ChartSpot | undefined {
  if (key === 'Home') return spots[0];
  if (key === 'End') return spots.at(-1);
  const way = WAYS[key];
  if (way === undefined) return undefined;
  const [dx, dy] = way;
  const middle = ({ x, y, width, height }: ChartSpot) => [x + width / 2, y + height / 2] as const;
  const [x, y] = middle(from);
  const cost = (spot: ChartSpot) => {
    const [toX, toY] = middle(spot);
    const ahead = (toX - x) * dx + (toY - y) * dy;
    return ahead < 1 ? Number.POSITIVE_INFINITY : ahead + 3 * Math.abs((toX - x) * dy + (toY - y) * dx);
  };
  const best = spots.reduce((one, other) => (cost(other) < cost(one) ? other : one), from);
  return best === from ? undefined : best;
}
