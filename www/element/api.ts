/** What every entry of the package exports. */
export { Board, check, mergeSnapshots, snapshotOf } from './board.js';
export { calculate, type RowsCalculation } from './calculate.js';
export type { Described } from './describe.js';
export { type Issue, ThroughlineError } from './error.js';
export type { Arrival, Loading } from './given.js';
export { lifetime } from './lifetime.js';
export { type InitInput, init, initSync, version } from './loader.js';
export { type Messages, messagesFor, setMessages } from './messages/catalog.js';
export type { Progress } from './pour.js';
export { refusedCsv } from './refused.js';
export type { Cell, Rows, SyncRows } from './rows.js';
export { staffing } from './staffing.js';
export type * from './types.js';
