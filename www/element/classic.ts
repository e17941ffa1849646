/** The classic script: everything inside, `<strategy-board>` registered, the API under the global `Throughline`. */
import { define } from './element/define.js';

export * from './inline.js';

define();
