/** What every entry gives, taken from the module that they share. */
export type * from './api.js';
export {
  Board,
  calculate,
  check,
  init,
  initSync,
  lifetime,
  mergeSnapshots,
  messagesFor,
  refusedCsv,
  setMessages,
  snapshotOf,
  staffing,
  ThroughlineError,
  version,
} from './throughline.js';
