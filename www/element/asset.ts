/** Where the wasm file lies when nobody says: beside the package's modules. */
import type { InitInput } from './loader.js';

export function assetUrl(): InitInput {
  return new URL('throughline.wasm', import.meta.url);
}
