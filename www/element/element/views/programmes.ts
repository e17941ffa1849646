/** Programmes (P6): what is done, at what effort, and whether the KPIs that they should move did so afterwards. Never "proved". */
import type { Board } from '../../board.js';
import type { Child, Description } from '../../dom.js';
import type { Programme, Programmes, ProgrammeTotal } from '../../types.js';
import { asked } from '../asked.js';
import type { Context } from '../context.js';
import { h, sentence } from '../parts.js';
import { empty, link, links, page, part, say, table } from './kit.js';
import { movement, why } from './movement.js';

export function programmes(context: Context, board: Board): Description | undefined {
  const found = asked(context, board, 'programmes', () => board.programmes());
  if (found === undefined) return undefined;
  if (found.programmes.length === 0) return page(context, 'programmes', empty(context, 'programmes'));
  const told = found.programmes.filter(isTold);
  const early = found.programmes.filter((one) => !isTold(one));
  return page(
    context,
    'programmes',
    say(context, 'view.programmes-about', {}, 'lead'),
    summed(context, found),
    part(context, 'by-kind', kinds(context, found.totals)),
    told.length > 0 && part(context, 'told', list(context, told)),
    early.length > 0 && part(context, 'early', list(context, early)),
  );
}

/** Whether it is over, so that something can be asked of what came afterwards. */
function isTold({ kpis }: Programme): boolean {
  return kpis.some(({ outcome }) => outcome !== 'too-early');
}

/** Every number is counted once: as what it did, or as why that cannot be said. */
function summed(context: Context, { programmes: all, totals }: Programmes): Description {
  const outcomes = all.flatMap(({ kpis }) => kpis.map(({ outcome }) => outcome));
  const count = (...wanted: string[]) => outcomes.filter((one) => wanted.includes(one)).length;
  const args = {
    programmes: all.length,
    done: totals.reduce((sum, { done }) => sum + done, 0),
    kpis: outcomes.length,
    moved: count('moved'),
    against: count('moved-against'),
    both: count('mixed', 'slipped-back'),
    none: count('no-signal'),
    untold: count('cannot-tell'),
    early: count('too-early'),
  };
  return say(context, 'view.programmes-sum', args, 'sum');
}

function kinds(context: Context, totals: readonly ProgrammeTotal[]): Description {
  const { words } = context;
  const most = Math.max(...totals.map(({ effort }) => effort));
  const heads = context.narrow ? ['kind', 'effort'] : ['kind', 'done', 'effort', 'moved'];
  return table(
    'kinds',
    words.text('view.by-kind'),
    heads.map((name) => words.text(`view.head-${name}`)),
    totals.map((total) => kind(context, total, most)),
  );
}

/** Where there is room for two columns, what is done and what moved stand under the kind. */
function kind(context: Context, total: ProgrammeTotal, most: number): Description {
  const { words, narrow } = context;
  const done = words.text('view.done-of', { done: total.done, all: total.programmes });
  const moved = words.text('view.moved-of', { moved: total.moved, against: total.against, kpis: total.kpis });
  const note = (text: string) => h('p', { class: 'note' }, text);
  return h(
    'tr',
    { key: total.kind },
    h('th', { scope: 'row' }, words.text(`action-kind.${total.kind}`), narrow && [note(done), note(moved)]),
    !narrow && h('td', {}, done),
    h('td', {}, effort(context, total, most)),
    !narrow && h('td', {}, moved),
  );
}

function effort({ words }: Context, { effort: much, unweighed }: ProgrammeTotal, most: number): Child[] {
  return [
    h('span', { class: 'number' }, words.write.number(much, '')),
    h('span', { class: 'bar', 'aria-hidden': 'true' }, h('span', { class: 'fill', '--share': much / (most || 1) })),
    unweighed > 0 && h('span', { class: 'note' }, words.text('view.unweighed', { unweighed })),
  ];
}

function list(context: Context, programmes: readonly Programme[]): Description {
  return h(
    'ul',
    { class: 'items' },
    programmes.map((one) => item(context, one)),
  );
}

function item(context: Context, one: Programme): Description {
  const { words } = context;
  return h(
    'li',
    { key: one.id, 'data-id': one.id },
    h(
      'div',
      { class: 'item-head' },
      h('p', { class: 'kind' }, words.text(`action-kind.${one.kind}`)),
      h('p', { class: 'item-title' }, link(context, one.id)),
      h('p', { class: 'note' }, sentence(words, { code: 'view.programme', args: facts(context, one) })),
      one.progress !== undefined &&
        h('span', { class: 'bar', 'aria-hidden': 'true' }, h('span', { class: 'fill', '--share': one.progress })),
    ),
    h('ul', { class: 'moves' }, moves(context, one)),
  );
}

/** What its KPIs did; where it is too early to ask for one and the same reason, that is said once. */
function moves(context: Context, one: Programme): Child {
  const { words } = context;
  const [first] = one.kpis;
  if (first === undefined) return h('li', {}, say(context, 'view.moves-nothing', {}, 'note'));
  if (isTold(one) || one.kpis.some(({ reason }) => reason !== first.reason))
    return one.kpis.map((kpi) => movement(context, kpi));
  const ids = one.kpis.map(({ kpi }) => kpi);
  return h(
    'li',
    { class: 'move' },
    h('p', {}, words.text('view.should-move'), ' ', links(context, ids)),
    h('p', { class: 'note' }, words.text('programme.too-early'), ' ', why(context, first)),
  );
}

function facts({ words }: Context, { stage, start, due, end, effort: much, progress, lag }: Programme) {
  return {
    stage: words.text(`programme.stage.${stage}`),
    dated: start !== undefined && (end ?? due) !== undefined,
    start: start ?? '',
    end: end ?? due ?? '',
    weighed: much !== undefined,
    effort: much ?? 0,
    told: progress !== undefined && stage !== 'done',
    progress: progress ?? 0,
    lag,
  };
}
