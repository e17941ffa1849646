/** From what `board.contributions` answers of each goal to an alignment matrix' request: every word is handed in. */
import type { AlignmentMatrixRequest, Contributions, LinkEvidence } from '../types.js';

/** What an alignment matrix says, and how. */
export interface AlignmentMatrixWords {
  /** A share of a goal in the reader's language. */
  share: (share: number) => string;
  /** What a goal or a strategy is called; the plan's own title where left out. */
  title?: (id: string, title: string) => string;
  /** What is written where a share is unknown. */
  unknown?: string;
  /** What data say of the links that drive: those of `board.evidence()`. */
  evidence?: readonly LinkEvidence[];
  /** The words of the legend. */
  legend?: Record<string, string>;
}

type Made = Pick<AlignmentMatrixRequest, 'rows' | 'columns' | 'cells' | 'words'>;

/**
 * The rows, columns, cells and words of an alignment matrix: the goals across, what serves them down, in the order in which
 * goals name it. The disc is the part of the goal's score that a contributor may make (`effective`); of one whose score is
 * unknown, which counts for nothing until it is known, the disc is a ring with a question mark.
 *
 * @example
 * ```js
 * const goals = board.scores().nodes.filter(({ kind }) => kind === 'goal');
 * const percent = new Intl.NumberFormat('en', { style: 'percent' });
 * const made = alignmentMatrixOf(goals.map(({ id }) => board.contributions(id)), { share: (share) => percent.format(share) });
 * drawAlignmentMatrix(canvas, { width: 640, ...made });
 * ```
 */
export function alignmentMatrixOf(goals: readonly Contributions[], words: AlignmentMatrixWords): Made {
  const title = (id: string, own: string) => words.title?.(id, own) ?? own;
  const rows = new Map<string, { id: string; label: string }>();
  const cells: Made['cells'] = [];
  for (const goal of goals) {
    for (const part of goal.parts) {
      if (part.kind === 'kpi') continue;
      rows.set(part.id, { id: part.id, label: title(part.id, part.title) });
      const state = words.evidence?.find(({ from, to }) => from === part.id && to === goal.subject)?.state;
      const known = part.score !== undefined;
      const text = known ? words.share(part.effective) : words.unknown;
      cells.push({
        row: part.id,
        column: goal.subject,
        ...(known ? { share: Math.min(1, Math.max(0, part.effective)) } : {}),
        ...(text === undefined ? {} : { text }),
        ...(state === undefined ? {} : { evidence: state }),
      });
    }
  }
  const columns = goals.map((goal) => ({ id: goal.subject, label: title(goal.subject, goal.title) }));
  return { rows: [...rows.values()], columns, cells, words: { ...words.legend } };
}
