/** The one call that a radar makes into wasm; it lies where the instance does. */
import * as glue from './core/throughline.js';
import { contextOf, toJson } from './given.js';
import { call } from './loader.js';
import type { RadarGeometry } from './types.js';

export function radarOn(target: unknown, request: unknown, paint: boolean): RadarGeometry {
  const [context, json] = [contextOf(target), toJson(request)];
  return call(() => glue.radar(context, json, paint) as RadarGeometry);
}
