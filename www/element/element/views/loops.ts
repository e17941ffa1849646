/** Feedback loops (P5): heard, decided, told back; how many are closed, and which wait. */
import type { Child, Description } from '../../dom.js';
import type { FeedbackLoop, LoopClosing, NodeClosing } from '../../types.js';
import type { Context } from '../context.js';
import { h } from '../parts.js';
import type { Told } from './journal.js';
import { link, say, table } from './kit.js';
import { entry } from './since.js';

export function loops(context: Context, told: Told): Child[] {
  const { overall, nodes, waiting, unknown, strays } = told.loops;
  if (overall.heard === 0) return [say(context, 'view.no-feedback'), say(context, 'view.no-feedback-next', {}, 'note')];
  return [
    say(context, 'view.loops-sum', closing(overall), 'sum'),
    byNode(context, nodes),
    waiting.length > 0 && h('p', { class: 'kind' }, context.words.text('view.waiting', { count: waiting.length })),
    waiting.length > 0 &&
      h(
        'ul',
        { class: 'items' },
        waiting.map((one) => loop(context, told, one)),
      ),
    unknown.length > 0 && say(context, 'view.unknown-answers', { count: unknown.length }, 'note'),
    strays.length > 0 && say(context, 'view.strays', { count: strays.length }, 'note'),
  ];
}

function closing({ heard, told, open, decided, rate, medianDays }: LoopClosing) {
  const days = medianDays ?? 0;
  return { heard, told, open, decided, rate: rate ?? 0, days, timed: medianDays !== undefined };
}

const HEADS = ['about', 'heard', 'waits', 'closed'];
/** Where there is room for two columns, the counts stand under what it is about. */
const NARROW = ['about', 'closed'];

function byNode(context: Context, nodes: readonly NodeClosing[]): Description {
  const { words, narrow } = context;
  return table(
    'loops-table',
    words.text('view.loops'),
    (narrow ? NARROW : HEADS).map((name) => words.text(`view.head-${name}`)),
    nodes.map((one) => row(context, one)),
  );
}

function row(context: Context, { id, closing: found }: NodeClosing): Description {
  const { words, narrow } = context;
  const { heard, open, decided, rate } = found;
  const waits = words.text('view.waits', { open, decided });
  const counted = words.write.number(heard, '');
  return h(
    'tr',
    { key: id, 'data-id': id },
    h(
      'th',
      { scope: 'row' },
      link(context, id),
      narrow && h('p', { class: 'note' }, words.text('view.heard', { heard }), ' · ', waits),
    ),
    !narrow && [h('td', {}, counted), h('td', {}, waits)],
    h(
      'td',
      {},
      h('span', { class: 'number' }, rate === undefined ? words.text('value.dash') : words.write.share(rate)),
      rate !== undefined &&
        h('span', { class: 'bar', 'aria-hidden': 'true' }, h('span', { class: 'fill', '--share': rate })),
    ),
  );
}

/** What somebody said, as they said it, and what it waits for. */
function loop(
  context: Context,
  { journal }: Told,
  { id, about, from, heard, state, age, decisions }: FeedbackLoop,
): Description {
  const said = entry(journal, id, 'feedback');
  const decided = decisions.flatMap((one) => entry(journal, one, 'decision') ?? []);
  return h(
    'li',
    { key: id, 'data-id': id },
    h(
      'div',
      { class: 'item-head' },
      h('p', { class: 'quoted' }, h('bdi', {}, said?.text ?? id)),
      say(
        context,
        'view.said-by',
        { from, at: heard.slice(0, 10), channel: said?.channel ?? '', via: said?.channel !== undefined },
        'note',
      ),
    ),
    h(
      'div',
      {},
      h('p', {}, link(context, about)),
      say(context, `view.loop-${state}`, { age }, 'note'),
      ...decided.map(({ text }) => say(context, 'view.decided', { text }, 'note')),
    ),
  );
}
