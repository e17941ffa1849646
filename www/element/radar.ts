/** The radar: several axes of one scale, such as the domains of a maturity assessment. It needs no board. */
import { pictureOn } from './picture-on.js';
import { sized } from './sized.js';
import type { RadarGeometry, RadarRequest } from './types.js';

/** By `Asked` in `src/wasm/edge/picture.rs`. */
const [LAID, DRAWN] = [0, 1];

/**
 * Where everything of a radar would lie, in CSS pixels; nothing is drawn.
 *
 * @throws {ThroughlineError} as {@link drawRadar}.
 */
export function layoutRadar(request: RadarRequest, context: CanvasRenderingContext2D): RadarGeometry {
  return pictureOn(context, request, LAID) as RadarGeometry;
}

/**
 * Draws a radar and gives back where its labels and points lie, in CSS pixels, so that a page can put something over them
 * that takes the focus and says the values. An axis without a `value` is unknown: it has no point, and the outline has a
 * gap there. Where the labels find no room the picture has numbers in their places, and `numbered` is true.
 *
 * A canvas is made as large as the picture, `width × ratio` by `height × ratio`; a context is drawn on as it is. `init()`
 * must have been called.
 *
 * @throws {ThroughlineError} `radar-invalid`, with `issues`; `options-invalid` where the target is no canvas.
 *
 * @example
 * ```js
 * const { axes } = drawRadar(canvas, {
 *   width: 640,
 *   ratio: devicePixelRatio,
 *   scale: { low: 1, high: 5, step: 1 },
 *   axes: [
 *     { id: 'knowledge', label: 'Knowledge management', value: 3.4, low: 2, high: 5 },
 *     { id: 'coaching', label: 'Coaching', value: 2.1 },
 *     { id: 'forecasting', label: 'Forecasting' },
 *   ],
 * });
 * axes[2].point; // undefined: nobody has told
 * ```
 */
export function drawRadar(target: HTMLCanvasElement | CanvasRenderingContext2D, request: RadarRequest): RadarGeometry {
  if ('getContext' in target) sized(target, pictureOn(target, request, LAID) as RadarGeometry);
  return pictureOn(target, request, DRAWN) as RadarGeometry;
}
