/** The trend: one value over time, with all that it is read against. It needs no board. */
import { pictureOn } from './picture-on.js';
import { sized } from './sized.js';
import { numberOf, type TrendData } from './trend-data.js';
import { labelsOf, type TrendWriting } from './trend-labels.js';
import type { TrendLayout, TrendRequest, TrendTicks } from './types.js';

export { type TrendColumn, type TrendData, trendData } from './trend-data.js';
export type { TrendWriting } from './trend-labels.js';

/** What is asked for: a request, the points where they were kept before, and how labels are written. */
export interface TrendAsked extends TrendRequest, TrendWriting {
  /** Points kept by `trendData`, in place of `points`; `time` is then theirs. */
  data?: TrendData;
}

/** The points drawn, as columns: each has its place in the series, its time and value, and where it lies. */
export interface TrendPoints {
  index: Float64Array;
  at: Float64Array;
  value: Float64Array;
  /** From the left edge, CSS pixels. */
  x: Float64Array;
  /** From the upper edge, CSS pixels. */
  y: Float64Array;
}

/** Where a trend lies, and what it says. */
export interface TrendGeometry extends TrendLayout {
  points: TrendPoints;
}

/** By `Asked` in `src/wasm/edge/picture.rs`. */
const [TREND, LAID, DRAWN] = [2, 3, 4] as const;

/**
 * Where everything of a trend would lie, in CSS pixels, and what it says; nothing is drawn.
 *
 * @throws {ThroughlineError} as {@link drawTrend}.
 */
export function layoutTrend(request: TrendAsked, context: CanvasRenderingContext2D): TrendGeometry {
  return laid(context, request);
}

/**
 * Draws a trend and gives back where its plot, ticks, notes and points lie, in CSS pixels, and what it says as numbers, so that
 * a page can say it in words, follow a pointer and offer a table. A value that is absent is a gap in the line and never zero.
 *
 * A canvas is made as large as the picture, `width × ratio` by `height × ratio`; a context is drawn on as it is. `init()`
 * must have been called.
 *
 * @throws {ThroughlineError} `trend-invalid`, with `issues`; `trend-lost` where `data` was freed, or its instance is gone;
 * `options-invalid` where the target is no canvas.
 *
 * @example
 * ```js
 * const { facts } = drawTrend(canvas, {
 *   width: 640,
 *   ratio: devicePixelRatio,
 *   points: [
 *     { at: '2026-08-31', value: 71.2 },
 *     { at: '2026-09-30' },
 *     { at: '2026-10-31', value: 74.6, low: 73.1, high: 76.1 },
 *   ],
 *   target: [{ at: '2026-01-01', value: 75 }],
 *   words: { value: 'First contact resolution', target: 'Target' },
 * });
 * facts.missing; // 1: September, a gap in the line
 * ```
 */
export function drawTrend(target: HTMLCanvasElement | CanvasRenderingContext2D, request: TrendAsked): TrendGeometry {
  const geometry = laid(target, request);
  if ('getContext' in target) sized(target, geometry);
  pictureOn(target, '', DRAWN);
  return geometry;
}

/** Which ticks, then what stands there, then where all of it lies. */
function laid(target: unknown, request: TrendAsked): TrendGeometry {
  const { data, locale, numbers, write, ...asked } = { ...request };
  const named = data && { data: numberOf(data), time: data.time };
  const ticks = pictureOn(target, { ...asked, ...named }, TREND) as TrendTicks;
  return pictureOn(target, labelsOf(ticks, { locale, numbers, write } as TrendWriting), LAID) as TrendGeometry;
}
