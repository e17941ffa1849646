/** What the charts have in common: each is laid out, its canvas made as large, and drawn. */
import { pictureOn } from './picture-on.js';
import { sized } from './sized.js';
import type { ChartGeometry } from './types.js';

export type Target = HTMLCanvasElement | CanvasRenderingContext2D;

/** By the numbers that `src/wasm/edge/chart.rs` knows them by. */
const CHARTS = ['heat', 'matrix', 'bullets', 'tornado', 'waterfall', 'counts'] as const;
export type Chart = (typeof CHARTS)[number];

/** As `CHARTS` in `src/wasm/edge/picture.rs`. */
const FIRST = 16;
const step = (name: Chart) => FIRST + 2 * CHARTS.indexOf(name);

export function laid(name: Chart, target: unknown, request: unknown): ChartGeometry {
  return pictureOn(target, request, step(name)) as ChartGeometry;
}

/** A canvas is made as large as the picture; a context is drawn on as it is. */
export function drawn(name: Chart, target: Target, request: unknown): ChartGeometry {
  if ('getContext' in target) sized(target, laid(name, target, request));
  return pictureOn(target, request, step(name) + 1) as ChartGeometry;
}
