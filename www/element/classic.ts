/** The classic script: everything inside, `<strategy-board>` registered, the API under the global `Throughline`. */

import bytes from './core/whole-bytes.js';
import { decoded } from './decoded.js';
import { define } from './element/define.js';
import * as rest from './en-rest.js';
import { provide } from './loader.js';
import { learn } from './taught.js';

learn(rest);
provide({ core: () => decoded(bytes) });
define();

export * from './api.js';
export { StrategyBoardElement } from './element/board-element.js';
export { define } from './element/define.js';
export * from './pictures.js';
