// What a reader touches when the picture stands: choices with their details, live values, another day, a plan and numbers
// that come anew, and the mistakes that such calls can make. Rows, receipts and calculations are not a reader's.
import { kpisOf, modelOf, nodesOf, show } from './play.mjs';

/** So many snapshots in a row that the board puts them together. */
const POLLS = 12;
const DAYS = ['2026-11-21', '2026-12-31', '2027-02-01', '2025-01-01'];

/** A call that goes wrong, as it may for a reader: the error is told in words. */
function wrong(call) {
  try {
    call();
  } catch (error) {
    if (typeof error.code === 'string' && error.code !== 'board-failed') return;
    throw error;
  }
}

/** The details of a choice as the element shows them, and what a host's own page may ask beside them. */
function choose(page, board, plan, id) {
  const model = modelOf(page, board, plan);
  const context = {
    model,
    words: page.messagesFor('en'),
    selected: id,
    folded: new Set(),
    select() {},
    fold() {},
    lack() {},
  };
  page.panel(context, board.explain(id), board);
  page.chaseView(context, board);
  board.describe(id);
}

function ask(board, kpi) {
  const id = kpi.id;
  board.series(id);
  wrong(() => board.variants(id));
  wrong(() => board.signals(id));
  for (const chart of [undefined, 'xmr', 'p', 'laney'])
    wrong(() => board.signals(id, { chart, phases: ['2026-05-01'] }));
  wrong(() => board.compare({ kpi: id }));
  wrong(() => board.compare({ kpi: id, from: '2026-06', to: '2026-09' }));
  for (const by of [['Channel'], ['Team'], ['Region'], ['Channel', 'Team']])
    wrong(() => board.breakdown({ kpi: id, by }));
}

/** Values and progress as they are reported, one by one and together, and taken back. */
function record(board, plan) {
  const [first, ...others] = kpisOf(plan).filter(({ measure }) => measure === undefined);
  if (first !== undefined) {
    const { id: kpi } = first;
    board.record({ kpi, at: '2026-11-14', numerator: 40, denominator: 80, n: 80 });
    board.record({ kpi, at: '2026-11-15', value: 12.5, n: 30, low: 11, high: 14, actor: 'ana' });
    board.record([first, ...others].map(({ id }) => ({ kpi: id, at: '2026-11-18', value: 3 })));
    board.record({ kpi, at: '2026-11-15', remove: true });
  }
  // A value that is reported beside those that rows gave, better and worse than they are.
  for (const { id: kpi } of kpisOf(plan)) {
    for (const value of [3, 40, 4000]) board.record({ kpi, at: '2026-11-18', value });
    board.record({ kpi, at: '2026-11-18', remove: true });
  }
  for (const { id: action } of plan.actions ?? []) {
    board.record({ action, at: '2026-11-15', progress: 0.5 });
    board.record({ action, at: '2026-11-16', progress: 1 });
    board.record({ action, at: '2026-11-16', remove: true });
  }
}

function mistakes(board) {
  wrong(() => board.record({ kpi: 'nobody', at: '2026-11-15', value: 1 }));
  wrong(() => board.record({ kpi: 1, when: 'today' }));
  wrong(() => board.setAsOf('yesterday'));
  wrong(() => board.draw({ measureText() {} }, { view: 'none' }));
  wrong(() => board.compare({ kpi: 'nobody', befor: 1 }));
  wrong(() => board.breakdown({ kpi: 'nobody', by: [] }));
  for (const call of ['explain', 'series', 'variants', 'signals']) wrong(() => board[call]('nobody'));
}

export function read(page, { plan, asOf, snapshot }) {
  const board = page.Board.openSync(plan, { asOf });
  if (snapshot !== undefined) board.load(snapshot, { replace: true });
  const ids = [...nodesOf(plan), ...kpisOf(plan)].map(({ id }) => id);
  for (const id of ids) choose(page, board, plan, id);
  for (const kpi of kpisOf(plan)) ask(board, kpi);
  board.describe('overview');
  record(board, plan);
  for (const id of ids.slice(0, 3)) choose(page, board, plan, id);
  for (const day of DAYS) board.setAsOf(day);
  board.setAsOf(asOf);
  board.setPlan(plan);
  if (snapshot !== undefined) for (let poll = 0; poll < POLLS; poll += 1) board.load(snapshot, { replace: true });
  for (const source of board.snapshot().sources) {
    for (const { id } of source.measures) board.cohorts(source.id, id);
    board.remove(source.id);
  }
  mistakes(board);
  show(page, board, plan, [{ select: ids.at(-1), hover: ids[0], focus: ids.at(-2) }, { select: ids[0] }]);
  // A page that went to sleep and wakes again plays everything anew.
  board.rest();
  board.scores();
  board.free();
}
