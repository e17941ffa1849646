/** The alignment matrix: what serves each goal, how much of the goal hangs on it, and what data say of the links. */
import type { Board } from '../../board.js';
import { alignmentMatrixOf } from '../../charts/alignment-matrix.js';
import { drawAlignmentMatrix, layoutAlignmentMatrix } from '../../charts.js';
import type { Description } from '../../dom.js';
import type { AlignmentMatrixRequest, Contributions } from '../../types.js';
import { asked } from '../asked.js';
import type { Context } from '../context.js';
import { h } from '../parts.js';
import { charted } from './charted.js';
import { asking, empty, page, say, standing, table } from './kit.js';

/** As many as a picture takes. */
const GOALS = 40;
const ROWS = 100;
const STATES = ['consistent', 'contradicts', 'no-support', 'untestable'];

export function matrixOfAlignment(context: Context, board: Board, host: HTMLElement): Description {
  const { model, words } = context;
  const goals = [...model.nodes.values()].filter(({ kind }) => kind === 'goal').slice(0, GOALS);
  const found = goals.map(({ id }) => asked(context, board, `contributions ${id}`, () => board.contributions(id)));
  const links = asked(context, board, 'evidence', () => board.evidence());
  if (links === undefined || found.includes(undefined)) return page(context, 'alignment', asking(context));
  const made = few(
    alignmentMatrixOf(found as Contributions[], {
      share: (share) => words.write.share(share),
      title: (id, own) => model.nodes.get(id)?.title ?? own,
      unknown: words.text('view.unknown'),
      evidence: links,
      legend: {
        unknown: words.text('view.share-unknown'),
        ...Object.fromEntries(STATES.map((state) => [state, words.text(`view.evidence-${state}`)])),
      },
    }),
  );
  if (made.cells.length === 0) return page(context, 'alignment', empty(context, 'alignment'));
  const name = ({ id, column = '' }: { id: string; column?: string }) => inWords(context, made, id, column);
  return page(
    context,
    'alignment',
    say(context, 'view.alignment-about', {}, 'lead'),
    charted<AlignmentMatrixRequest>(context, host, {
      name: 'alignment',
      label: words.text('view.alignment-label', { rows: made.rows.length, goals: made.columns.length }),
      made,
      layout: layoutAlignmentMatrix,
      draw: drawAlignmentMatrix,
      lit: ({ id, column = '' }) => ({ row: id, column }),
      named: name,
      isPicked: ({ id }) => context.selected === id,
      pick: ({ id }) => context.select(id),
    }),
    h('p', { class: 'note' }, words.text('view.chart-help')),
    h('details', { class: 'more', key: 'numbers' }, h('summary', {}, words.text('view.as-table')), rows(context, made)),
  );
}

type Made = ReturnType<typeof alignmentMatrixOf>;

function few(made: Made): Made {
  const rows = made.rows.slice(0, ROWS);
  const kept = new Set(rows.map(({ id }) => id));
  return { ...made, rows, cells: made.cells.filter(({ row }) => kept.has(row)) };
}

function inWords({ words }: Context, made: Made, row: string, column: string): string {
  const label = (heads: Made['rows'], id: string) => heads.find((head) => head.id === id)?.label ?? id;
  const cell = made.cells.find((one) => one.row === row && one.column === column);
  return words.text('view.share-of', {
    strategy: label(made.rows, row),
    goal: label(made.columns, column),
    known: cell?.share !== undefined,
    share: cell?.share ?? 0,
    evidence: cell?.evidence === undefined ? '' : words.text(`view.evidence-${cell.evidence}`),
    looked: cell?.evidence !== undefined,
  });
}

function rows(context: Context, made: Made): Description {
  const { words } = context;
  const heads = ['view.head-contributor', 'view.head-goal', 'view.head-share', 'view.head-evidence'].map((code) =>
    words.text(code),
  );
  const row = ({ row: id, column, share, evidence }: Made['cells'][number]) =>
    h(
      'tr',
      { key: `${id} ${column}` },
      h('th', { scope: 'row' }, ...standing(context, id)),
      h('td', {}, ...standing(context, column)),
      h('td', {}, share === undefined ? words.text('view.share-unknown') : words.write.share(share)),
      h('td', {}, evidence === undefined ? words.text('value.none') : words.text(`view.evidence-${evidence}`)),
    );
  const label = words.text('view.alignment-label', { rows: made.rows.length, goals: made.columns.length });
  return table('alignment-table', label, heads, made.cells.map(row));
}
