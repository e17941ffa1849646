/** The same with the wasm file inside: nothing is fetched. Nothing is registered either: call `define()`. */
import { inlined, provide } from './throughline.js';

provide(inlined);

export type * from './api.js';
export {
  Board,
  calculate,
  check,
  define,
  init,
  initSync,
  messagesFor,
  StrategyBoardElement,
  setMessages,
  snapshotOf,
  ThroughlineError,
  version,
} from './throughline.js';
