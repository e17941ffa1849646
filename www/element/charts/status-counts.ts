/** From the scores of a board to counts of statuses by level: every word is handed in. */
import type { Kind, Scores, Status, StatusCountsRequest, StatusLevel } from '../types.js';

/** A kind of node, or all KPIs. */
export type StatusLevelName = Kind | 'kpi';

/** What status counts say, and how. */
export interface StatusCountsWords {
  /** What a level is called. */
  level: (level: StatusLevelName) => string;
  /** How many have a status, with its word. */
  count: (count: number, status: Status) => string;
  /** A number in the reader's digits. */
  number?: (count: number) => string;
  /** Which levels, from the top; goals, strategies, actions and KPIs where left out. */
  levels?: readonly StatusLevelName[];
  /** The words of the legend. */
  legend?: Record<string, string>;
}

const LEVELS: readonly StatusLevelName[] = ['goal', 'strategy', 'action', 'kpi'];
/** From what is well to what nobody knows. */
const ORDER: readonly Status[] = [
  'done',
  'met',
  'on-track',
  'at-risk',
  'off-track',
  'not-met',
  'cannot-tell',
  'stale',
  'not-started',
  'no-data',
];

/**
 * How many of each level stand how, as `board.scores()` has them.
 *
 * @example
 * ```js
 * const made = statusCountsOf(board.scores(), { level: (level) => level, count: (count, status) => `${count} ${status}` });
 * drawStatusCounts(canvas, { width: 640, ...made });
 * ```
 */
export function statusCountsOf(
  { nodes, kpis }: Scores,
  words: StatusCountsWords,
): Pick<StatusCountsRequest, 'levels' | 'words'> {
  const number = words.number ?? String;
  const level = (id: StatusLevelName): StatusLevel => {
    const found = id === 'kpi' ? kpis : nodes.filter(({ kind }) => kind === id);
    const counts = ORDER.map((status) => ({ status, count: found.filter((one) => one.status === status).length }));
    const shown = counts.filter(({ count }) => count > 0);
    const parts = shown.map(({ status, count }) => {
      return { status, count, text: words.count(count, status), short: number(count) };
    });
    return { id, label: words.level(id), text: number(found.length), counts: parts };
  };
  return { levels: (words.levels ?? LEVELS).map(level), words: { ...words.legend } };
}
