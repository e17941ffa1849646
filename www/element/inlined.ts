/** The wasm bytes, out of modules of their own that load when they are needed. */
import { decoded } from './decoded.js';
import type { Parts } from './loader.js';

export const inlined: Parts = {
  core: async () => decoded((await import('./core/core-bytes.js')).default),
  later: [
    async () => decoded((await import('./core/reader-bytes.js')).default),
    async () => decoded((await import('./core/insight-bytes.js')).default),
    async () => decoded((await import('./core/rest-bytes.js')).default),
  ],
};
