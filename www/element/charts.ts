/** Pictures that need no board: each is drawn from a request, and says where its parts lie. */
import { drawn, laid, type Target } from './chart-drawn.js';
import type {
  AlignmentMatrixRequest,
  BulletsRequest,
  ChartGeometry,
  HeatMapRequest,
  StatusCountsRequest,
  TornadoRequest,
  WaterfallRequest,
} from './types.js';

export { type AlignmentMatrixWords, alignmentMatrixOf } from './charts/alignment-matrix.js';
export { type BulletsWords, bulletsOf } from './charts/bullets.js';
export { type HeatMapWords, heatMapOf } from './charts/heat-map.js';
export { type StatusCountsWords, type StatusLevelName, statusCountsOf } from './charts/status-counts.js';
export { type TornadoWords, tornadoOf } from './charts/tornado.js';
export { type WaterfallWords, waterfallOf } from './charts/waterfall.js';

/**
 * Where everything of a heat map would lie, in CSS pixels; nothing is drawn.
 *
 * @throws {ThroughlineError} as {@link drawHeatMap}.
 */
export function layoutHeatMap(request: HeatMapRequest, context: CanvasRenderingContext2D): ChartGeometry {
  return laid('heat', context, request);
}

/**
 * Draws a heat map, and gives back where its labels and cells lie, in CSS pixels, so that a page can lay buttons and a table
 * over it. A cell without a `value` is unknown and has a dashed edge; one that is `suppressed` is hatched. Where the words of
 * the cells find no room the picture is a list, or tiles without words: `form` says which.
 *
 * A canvas is made as large as the picture; a context is drawn on as it is. `init()` must have been called.
 *
 * @throws {ThroughlineError} `chart-invalid`, with `issues`; `options-invalid` where the target is no canvas.
 *
 * @example
 * ```js
 * const { spots } = drawHeatMap(canvas, {
 *   width: 640,
 *   rows: [{ id: 'mail', label: 'E-mail' }],
 *   columns: [{ id: 'eu', label: 'Europe' }, { id: 'us', label: 'America' }],
 *   cells: [
 *     { row: 'mail', column: 'eu', value: 0.82, text: '82 %', note: 'n 140' },
 *     { row: 'mail', column: 'us', suppressed: true, text: 'n < 10' },
 *   ],
 * });
 * ```
 */
export function drawHeatMap(target: Target, request: HeatMapRequest): ChartGeometry {
  return drawn('heat', target, request);
}

/**
 * Where everything of an alignment matrix would lie, in CSS pixels; nothing is drawn.
 *
 * @throws {ThroughlineError} as {@link drawAlignmentMatrix}.
 */
export function layoutAlignmentMatrix(
  request: AlignmentMatrixRequest,
  context: CanvasRenderingContext2D,
): ChartGeometry {
  return laid('matrix', context, request);
}

/**
 * Draws an alignment matrix: strategies or actions against goals, how much of a goal hangs on each as the area of a disc, what
 * data say of the link as a mark beside it. Otherwise as {@link drawHeatMap}.
 *
 * @throws {ThroughlineError} `chart-invalid`, with `issues`; `options-invalid` where the target is no canvas.
 */
export function drawAlignmentMatrix(target: Target, request: AlignmentMatrixRequest): ChartGeometry {
  return drawn('matrix', target, request);
}

/**
 * Where everything of bullets would lie, in CSS pixels; nothing is drawn.
 *
 * @throws {ThroughlineError} as {@link drawBullets}.
 */
export function layoutBullets(request: BulletsRequest, context: CanvasRenderingContext2D): ChartGeometry {
  return laid('bullets', context, request);
}

/**
 * Draws bullets: values beside target, baseline and what others reach, each on its own scale. A bullet without a `value` has a
 * dashed edge. `as: 'gauge'` draws half circles, which take more room and are read less exactly.
 *
 * A canvas is made as large as the picture; a context is drawn on as it is. `init()` must have been called.
 *
 * @throws {ThroughlineError} `chart-invalid`, with `issues`; `options-invalid` where the target is no canvas.
 */
export function drawBullets(target: Target, request: BulletsRequest): ChartGeometry {
  return drawn('bullets', target, request);
}

/**
 * Where everything of a tornado would lie, in CSS pixels; nothing is drawn.
 *
 * @throws {ThroughlineError} as {@link drawTornado}.
 */
export function layoutTornado(request: TornadoRequest, context: CanvasRenderingContext2D): ChartGeometry {
  return laid('tornado', context, request);
}

/**
 * Draws a tornado: how far each of several numbers could move one from what it is today. An end at which a status flips is marked
 * with that status' shape.
 *
 * A canvas is made as large as the picture; a context is drawn on as it is. `init()` must have been called.
 *
 * @throws {ThroughlineError} `chart-invalid`, with `issues`; `options-invalid` where the target is no canvas.
 */
export function drawTornado(target: Target, request: TornadoRequest): ChartGeometry {
  return drawn('tornado', target, request);
}

/**
 * Where everything of a waterfall would lie, in CSS pixels; nothing is drawn.
 *
 * @throws {ThroughlineError} as {@link drawWaterfall}.
 */
export function layoutWaterfall(request: WaterfallRequest, context: CanvasRenderingContext2D): ChartGeometry {
  return laid('waterfall', context, request);
}

/**
 * Draws a waterfall: what a number is made of, each step where the one before ends. An unknown step is a hatched range.
 *
 * A canvas is made as large as the picture; a context is drawn on as it is. `init()` must have been called.
 *
 * @throws {ThroughlineError} `chart-invalid`, with `issues`; `options-invalid` where the target is no canvas.
 */
export function drawWaterfall(target: Target, request: WaterfallRequest): ChartGeometry {
  return drawn('waterfall', target, request);
}

/**
 * Where everything of status counts would lie, in CSS pixels; nothing is drawn.
 *
 * @throws {ThroughlineError} as {@link drawStatusCounts}.
 */
export function layoutStatusCounts(request: StatusCountsRequest, context: CanvasRenderingContext2D): ChartGeometry {
  return laid('counts', context, request);
}

/**
 * Draws status counts: a bar a level, its parts as long as so many have the status, with shape, number and word.
 *
 * A canvas is made as large as the picture; a context is drawn on as it is. `init()` must have been called.
 *
 * @throws {ThroughlineError} `chart-invalid`, with `issues`; `options-invalid` where the target is no canvas.
 */
export function drawStatusCounts(target: Target, request: StatusCountsRequest): ChartGeometry {
  return drawn('counts', target, request);
}
