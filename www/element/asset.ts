/** Where the wasm files lie when nobody says: beside the package's modules. */
import type { Parts } from './loader.js';

// Bundlers copy what stands in exactly this form, and write its address.
export const assets: Parts = {
  core: () => new URL('throughline-core.wasm', import.meta.url),
  later: [
    () => new URL('throughline-reader.wasm', import.meta.url),
    () => new URL('throughline-insight.wasm', import.meta.url),
    () => new URL('throughline-rest.wasm', import.meta.url),
  ],
};
