/** The package's main entry: nothing is registered and no browser is needed, so it imports under Node and on a server. */
import { assets, provide } from './throughline.js';

provide(assets);

export type * from './api.js';
export {
  Board,
  check,
  init,
  initSync,
  messagesFor,
  setMessages,
  snapshotOf,
  ThroughlineError,
  version,
} from './throughline.js';
