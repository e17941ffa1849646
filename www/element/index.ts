// The pure entry: nothing registered, imports under Node and in SSR.
import { assetUrl } from './asset.js';
import type { InitInput } from './core/throughline.js';
import { startWith } from './loader.js';

export { version } from './loader.js';

/** Starts the core, by default with the wasm file beside this module. */
export function init(input?: InitInput): Promise<void> {
  return startWith(() => input ?? assetUrl());
}
