/**
 * The journal beside a board: what it comes to, and edits of the plan as events that can be taken back. An entry of its
 * own, loaded when it is wanted. Nothing is saved here: the host keeps plan and journal.
 */
// The words of its errors and of changes.
import './index.js';

export { checkIns, describeChange, feedbackLoops, mergeJournals, okr, planChanges, review } from './journal/asked.js';
export { apply, type Change, type Edited, edit, redo, undo } from './journal/edit.js';
export { fingerprint } from './journal/fingerprint.js';
export { planAtReview, recordsOf, reviewEntry, withOverrides } from './journal/taken.js';
export type { EditEntry, Signed } from './journal/types.js';
