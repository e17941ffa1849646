/** What a journal comes to beside a board. The board keeps none: it is handed in with each question. */
import type { Board } from '../board.js';
import { messagesFor } from '../throughline.js';
import type { CheckedIn, CycleGrade, FeedbackLoops, Journal, Plan, PlanChange, ReviewReport } from '../types.js';
import { toJson } from './fingerprint.js';

/** The feedback loops up to the board's day: heard, decided, told back. */
export function feedbackLoops(board: Board, journal: Journal | string): FeedbackLoops {
  return board.ask('loops', toJson(journal)) as FeedbackLoops;
}

/** Check-ins: confidence, and whether the next is overdue, which overrides health. */
export function checkIns(board: Board, journal: Journal | string): CheckedIn[] {
  return board.ask('check-ins', toJson(journal)) as CheckedIn[];
}

/** The cycles of the plan: objectives, key results and their grades. */
export function okr(board: Board, journal: Journal | string): CycleGrade[] {
  return board.ask('okr', toJson(journal)) as CycleGrade[];
}

/** When the plan is reviewed, and what changed since the last one; `before` is the plan of that day (`planAtReview`). */
export function review(
  board: Board,
  journal: Journal | string,
  options: { before?: Plan | string | undefined } = {},
): ReviewReport {
  const { before } = options;
  const asked = { journal: toJson(journal), ...(before === undefined ? {} : { before: toJson(before) }) };
  return board.ask('review', JSON.stringify(asked)) as ReviewReport;
}

/** What the board's plan came to differ in from another, in terms that a reader has. */
export function planChanges(board: Board, before: Plan | string): PlanChange[] {
  return board.ask('plan-changes', toJson(before)) as PlanChange[];
}

/** Several journals as one: the union of their entries by id, in any order. */
export function mergeJournals(board: Board, journals: readonly (Journal | string)[]): Journal {
  return board.ask('journals', `[${[...journals].map(toJson).join(',')}]`) as Journal;
}

/** A difference between two plans as a sentence: "Solved: target eased from 85 % to 80 %". */
export function describeChange({ code, title, params }: PlanChange, locale = 'en'): string {
  const words = messagesFor(locale);
  const { unit, from, to, ...rest } = params;
  const end = (value: typeof from) =>
    typeof value === 'number' && typeof unit === 'string' ? words.write.value(value, unit) : value;
  const args = { ...rest, title, was: from !== undefined, is: to !== undefined, from: end(from), to: end(to) };
  return words.text(`plan-change.${code}`, args);
}
