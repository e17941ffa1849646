/** The same with the wasm file inside: nothing is fetched. Nothing is registered either: call `define()`. */
import { inlined, provide } from './throughline.js';

provide(inlined);

export * from './exported.js';
export * from './pictures.js';
export { define, StrategyBoardElement } from './throughline.js';
