/**
 * The painted map and, over it, a real button on every card: one Tab stop, arrows that move by where things lie, Enter
 * to choose, Escape to leave. The focus ring is the button's own, drawn by HTML.
 */
import type { Board } from '../board.js';
import { type Description, h } from '../dom.js';
import type { DrawOptions, Geometry, Spot } from '../drawing.js';
import type { Context } from './context.js';
import { cardName, kpiName } from './labels.js';

/** The place for the picture; what is inside the canvas is drawn by `Painter`. */
export function picture(context: Context, geometry: Geometry | undefined, view: 'map' | 'scorecard'): Description {
  const { words, model, reached } = context;
  const boxes = geometry?.nodes ?? [];
  const first = model.nodes.has(boxes[0]?.id ?? '') ? model.mission.id : boxes[0]?.id;
  const current = [reached, context.selected].find((id) => boxes.some((box) => box.id === id)) ?? first;
  const size = geometry === undefined ? undefined : `${geometry.height}px`;
  return h(
    'div',
    { class: 'map', part: 'map', key: `picture-${view}`, '--:height': size },
    h('canvas', { 'aria-hidden': 'true', 'data-foreign': true }),
    h(
      'div',
      {
        class: 'cards',
        role: 'group',
        'aria-label': words.text(`${view}.label`, { cards: boxes.length }),
        'aria-describedby': 'map-help',
      },
      boxes.map((box) => card(context, box, box.id === current)),
    ),
    h('p', { id: 'map-help', class: 'unseen' }, words.text('map.help')),
  );
}

function card(context: Context, box: Spot, current: boolean): Description {
  return h('button', {
    type: 'button',
    class: 'card',
    key: box.id,
    'data-id': box.id,
    tabindex: current ? 0 : -1,
    'aria-pressed': String(context.selected === box.id),
    'aria-label': nameOf(context, box.id),
    '--:left': `${box.x}px`,
    '--:top': `${box.y}px`,
    '--:width': `${box.width}px`,
    '--:height': `${box.height}px`,
    onclick: () => context.select(context.selected === box.id ? undefined : box.id),
  });
}

function nameOf({ model, words }: Context, id: string): string {
  const node = model.nodes.get(id);
  const kpi = model.kpis.get(id);
  if (node !== undefined) return cardName(words, node);
  return kpi === undefined ? id : kpiName(words, kpi);
}

/** Paints one canvas, at most once a frame, and only when what it shows has changed. */
export class Painter {
  #shown = '';
  #frame = 0;

  /** Where everything lies for these options. */
  layout(board: Board, canvas: HTMLCanvasElement, options: DrawOptions): Geometry | undefined {
    const context = canvas.getContext('2d');
    return context === null ? undefined : board.layout(options, context);
  }

  /** Paints in the next frame; several calls before it make one picture. `stamp` grows with every change of the board. */
  paint(
    canvas: HTMLCanvasElement,
    height: number,
    { stamp, options }: { stamp: number; options: DrawOptions },
    draw: () => void,
  ): void {
    cancelAnimationFrame(this.#frame);
    this.#frame = requestAnimationFrame(() => {
      const wanted = `${stamp} ${height} ${JSON.stringify(options)}`;
      if (wanted === this.#shown) return;
      this.#shown = wanted;
      fit(canvas, options.width, height, options.ratio ?? 1);
      draw();
    });
  }

  stop(): void {
    cancelAnimationFrame(this.#frame);
    this.#shown = '';
  }
}

/** A canvas of whole device pixels, so that nothing is blurred; resizing clears it, so it is done only when needed. */
function fit(canvas: HTMLCanvasElement, width: number, height: number, ratio: number): void {
  const [wide, high] = [Math.round(width * ratio), Math.round(height * ratio)];
  if (canvas.width !== wide) canvas.width = wide;
  if (canvas.height !== high) canvas.height = high;
  canvas.style.setProperty('width', `${width}px`);
  canvas.style.setProperty('height', `${height}px`);
}

/** The card that lies nearest in the direction of an arrow: straight ahead counts more than aside. */
export function neighbour(boxes: readonly Spot[], from: string, key: string): Spot | undefined {
  const here = boxes.find((box) => box.id === from);
  const way = { ArrowUp: [0, -1], ArrowDown: [0, 1], ArrowLeft: [-1, 0], ArrowRight: [1, 0] }[key];
  if (here === undefined || way === undefined) return undefined;
  const [dx, dy] = way as [number, number];
  const middle = (box: Spot) => [box.x + box.width / 2, box.y + box.height / 2] as const;
  const [x, y] = middle(here);
  let best: Spot | undefined;
  let least = Number.POSITIVE_INFINITY;
  for (const box of boxes) {
    const [bx, by] = middle(box);
    const ahead = (bx - x) * dx + (by - y) * dy;
    const aside = Math.abs((bx - x) * dy) + Math.abs((by - y) * dx);
    const cost = ahead + aside * 2;
    // What overlaps in the row asked for is never "ahead" in it.
    if (ahead > (dx === 0 ? here.height : here.width) / 2 && cost < least) [best, least] = [box, cost];
  }
  return best;
}
