/** The wasm bytes, out of modules of their own that load when they are needed. */
import type { Parts } from './loader.js';

export const inlined: Parts = {
  core: async () => decoded((await import('./core/core-bytes.js')).default),
  rest: async () => decoded((await import('./core/rest-bytes.js')).default),
};

/** By `atob`: a strict policy refuses to fetch a `data:` address. */
export function decoded(base64: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(atob(base64), (char) => char.charCodeAt(0));
}
