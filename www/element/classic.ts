/** The classic script: everything inside, `<strategy-board>` registered, the API under the global `Throughline`. */
import { define } from './element/define.js';
import { inlined } from './inlined.js';
import { provide } from './loader.js';

provide(inlined);
define();

export * from './api.js';
export { StrategyBoardElement } from './element/board-element.js';
export { define } from './element/define.js';
