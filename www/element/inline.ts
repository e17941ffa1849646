/** The same with the wasm file's bytes inside: nothing is fetched. Nothing is registered: call `define()`. */
import { provide } from './loader.js';

provide(bytes);

/** By `atob`: a strict policy refuses to fetch a `data:` address. The bytes are a lazy chunk of their own. */
async function bytes(): Promise<Uint8Array<ArrayBuffer>> {
  const { default: base64 } = await import('./core/bytes.js');
  return Uint8Array.from(atob(base64), (char) => char.charCodeAt(0));
}

export * from './api.js';
export { StrategyBoardElement } from './element/board-element.js';
export { define } from './element/define.js';
