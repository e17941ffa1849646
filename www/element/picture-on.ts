/** The one call that pictures without a board make into wasm; it lies where the instance does. */
import * as glue from './core/throughline.js';
import { contextOf, toJson } from './given.js';
import { call } from './loader.js';

/** `step` is a number of `Asked` in `src/wasm/edge/picture.rs`; bytes go as they are, and need no context. */
export function pictureOn(target: unknown, asked: unknown, step: number): unknown {
  if (asked instanceof Uint8Array) return call(() => glue.picture(target as CanvasRenderingContext2D, asked, step));
  return pictureOn(contextOf(target), new TextEncoder().encode(toJson(asked)), step);
}
