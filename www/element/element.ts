/** Importing this registers `<strategy-board>`. */
import { assets, define, provide } from './throughline.js';

provide(assets);
define();

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
