/** The same with the wasm file inside: nothing is fetched. Nothing is registered either: call `define()`. */
import { inlined } from './inlined.js';
import { provide } from './loader.js';

provide(inlined);

export * from './api.js';
export { StrategyBoardElement } from './element/board-element.js';
export { define } from './element/define.js';
