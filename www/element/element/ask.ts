/** The way to what only some readers ask: one press loads it, and it stays open until the page goes. */
import type { Board } from '../board.js';
import type { Child } from '../dom.js';
import type { KpiView } from '../model.js';
import type { Context } from './context.js';
import { addSheet, h } from './parts.js';
import { spoken } from './spoken.js';

/** No node has such ids, so that these stand among the folded ones without being one. */
const OPENED = '\u0000asking';
const FAILED = '\u0000asking-failed';

let loaded: typeof import('../asking.js') | undefined;

/** Whether what is asked stands open: then the waterfall says what the plain table of inputs would. */
export const isAsking = ({ folded }: Context): boolean => loaded !== undefined && folded.has(OPENED);

/** The button; once it was pressed, of a node what its score is made of, of a KPI where it is going and the question what if. */
export function asking(
  context: Context,
  board: Board,
  id: string,
  kpi: KpiView | undefined,
  host?: HTMLElement,
): Child {
  if (loaded !== undefined && isAsking(context) && spoken(context, 'why'))
    return kpi === undefined
      ? loaded.waterfall(context, board, id)
      : [loaded.foreseen(context, board, kpi, host), loaded.supposing(context, board, kpi)];
  const { words } = context;
  const open = { type: 'button', class: 'link', onclick: (event: Event) => void press(context, event) };
  return h(
    'p',
    { class: 'closer', key: 'asking' },
    h('button', open, words.text(kpi === undefined ? 'waterfall.open' : 'what-if.open')),
    context.folded.has(FAILED) && h('span', { class: 'note', role: 'status' }, ' ', words.text('what-if.failed')),
  );
}

async function press(context: Context, { currentTarget }: Event): Promise<void> {
  const root = (currentTarget as Element).getRootNode() as ShadowRoot;
  try {
    loaded ??= await import('../asking.js');
  } catch {
    return context.fold(FAILED, true);
  }
  root.adoptedStyleSheets = addSheet(loaded.sheet);
  context.fold(FAILED, false);
  context.fold(OPENED, true);
}
