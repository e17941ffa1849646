// The same API with the wasm bytes inside, in a lazy chunk of their own.
import type { InitInput } from './core/throughline.js';
import { startWith } from './loader.js';

export { version } from './loader.js';

async function bytes(): Promise<Uint8Array<ArrayBuffer>> {
  const { default: base64 } = await import('./core/bytes.js');
  return Uint8Array.from(atob(base64), (char) => char.charCodeAt(0));
}

/** Starts the core, by default with the bytes inside. */
export function init(input?: InitInput): Promise<void> {
  return startWith(() => input ?? bytes());
}
