/** What every entry of the package exports. */
export { Board, check, snapshotOf } from './board.js';
export type { Described } from './describe.js';
export type { Box, DrawOptions, Geometry, KpiLabel, Labels, NodeLabel, Palette, Role } from './drawing.js';
export { ThroughlineError, type Issue } from './error.js';
export { init, initSync, type InitInput } from './loader.js';
export { setMessages, type Messages } from './messages/catalog.js';
export type { Cell, Rows, SyncRows } from './rows.js';
export type * from './types.js';
