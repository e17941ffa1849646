/**
 * A chart in a view: a canvas with a real button on everything that can be pointed at, one Tab stop for all of them with
 * arrow keys that move by where things lie. The table beside it says the same.
 */
import type { Description } from '../../dom.js';
import type { ChartGeometry, ChartSpot } from '../../types.js';
import type { Context } from '../context.js';
import { readPalette } from '../palette.js';
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

/** What each host last reached by keyboard, by the name of the chart. */
const reached = new WeakMap<HTMLElement, Map<string, string>>();
/** What each canvas shows: it is drawn again only where that is another. */
const shown = new WeakMap<HTMLCanvasElement, string>();
/** A context to measure with, for all of them. */
let measure: CanvasRenderingContext2D | null | undefined;

const keyOf = ({ id, column = '' }: ChartSpot) => `${id} ${column}`;

export function charted<R extends Drawn>(context: Context, host: HTMLElement, chart: Chart<R>): Description {
  const root = host.shadowRoot as ShadowRoot;
  const request = { ...look(root, host), ...chart.made } as unknown as R;
  measure ??= document.createElement('canvas').getContext('2d');
  if (measure === null) return asking(context);
  let geometry: ChartGeometry;
  try {
    geometry = chart.layout(request, measure);
  } catch (thrown) {
    // The part of the module that draws is still to come.
    context.lack(thrown);
    return asking(context);
  }
  const own = reached.get(host) ?? new Map<string, string>();
  reached.set(host, own);
  const { width, height, spots } = geometry;
  const known = spots.find((spot) => keyOf(spot) === own.get(chart.name)) ?? spots[0];
  // When the page has been put together the canvas is there.
  queueMicrotask(() => paint(root, chart, request));
  const light = (spot: ChartSpot | undefined) => {
    paint(root, chart, spot === undefined ? request : { ...request, hover: chart.lit(spot) });
  };
  const reach = (spot: ChartSpot) => {
    own.set(chart.name, keyOf(spot));
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

const boxOf = (root: ShadowRoot, name: string) => root.querySelector<HTMLElement>(`.charted[data-chart="${name}"]`);

function paint<R extends Drawn>(root: ShadowRoot, chart: Chart<R>, request: R): void {
  const canvas = boxOf(root, chart.name)?.querySelector('canvas');
  if (!canvas) return;
  const wanted = JSON.stringify(request);
  if (shown.get(canvas) === wanted) return;
  shown.set(canvas, wanted);
  chart.draw(canvas, request);
}

/** Size, type and colours as the page really shows them. */
function look(root: ShadowRoot, host: HTMLElement) {
  const board = root.querySelector<HTMLElement>('.board') ?? host;
  const probe = root.querySelector<HTMLElement>('.probe');
  const { direction, fontFamily } = getComputedStyle(board);
  const room = root.querySelector<HTMLElement>('.main')?.clientWidth || host.clientWidth;
  return {
    width: Math.min(4000, Math.max(240, Math.floor(room))),
    ratio: Math.min(8, Math.max(0.25, devicePixelRatio)),
    direction: direction === 'rtl' ? 'rtl' : 'ltr',
    font: fontFamily,
    ...(probe === null ? {} : { palette: readPalette(probe) }),
  };
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
