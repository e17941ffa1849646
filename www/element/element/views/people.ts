/** People (P11, P12): who answers for what and how that stands, which promises are missed and what to do, who serves well. No ranking. */
import type { Board } from '../../board.js';
import type { Child, Description } from '../../dom.js';
import type { Accountability, OwnerCard, Refresher } from '../../types.js';
import { asked } from '../asked.js';
import type { Context } from '../context.js';
import { h, sentence } from '../parts.js';
import { empty, link, links, page, part, say, standing, table } from './kit.js';
import { recognised } from './recognised.js';
import { standards } from './standards.js';

export function people(context: Context, board: Board): Description | undefined {
  const found = asked(context, board, 'accountability', () => board.accountability());
  if (found === undefined) return undefined;
  const thanks = recognised(context, board);
  if (found.owners.length === 0 && found.standards.length === 0 && thanks === false)
    return page(context, 'people', empty(context, 'people'));
  return page(
    context,
    'people',
    say(context, 'view.people-about', {}, 'lead'),
    found.owners.length > 0 && part(context, 'owners', owners(context, found.owners)),
    unowned(context, found),
    part(context, 'standards', standards(context, found.standards)),
    part(context, 'refreshers', refreshers(context, found.refreshers)),
    thanks !== false && part(context, 'recognition', thanks),
  );
}

const HEADS = ['owner', 'work', 'numbers', 'promises'];
/** Where there is room for two columns, numbers and promises stand under the name. */
const NARROW = ['owner', 'work'];

function owners(context: Context, cards: readonly OwnerCard[]): Description {
  const { words, narrow } = context;
  const heads = (narrow ? NARROW : HEADS).map((name) => words.text(`view.head-${name}`));
  const held = cards.filter(({ nodes, kpis }) => nodes.length + kpis.length > 0);
  return table(
    'owners-table',
    words.text('view.owners'),
    heads,
    held.map((card) => row(context, card)),
  );
}

function row(context: Context, card: OwnerCard): Description {
  const { words, model, narrow } = context;
  const person = model.plan.owners?.find(({ id }) => id === card.owner);
  const told = [numbers(context, card), promises(context, card)];
  return h(
    'tr',
    { key: card.owner, 'data-id': card.owner },
    h(
      'th',
      { scope: 'row' },
      h('bdi', { class: 'item-title' }, person?.name ?? card.owner),
      person?.team !== undefined && h('p', { class: 'note' }, h('bdi', {}, person.team)),
      narrow && told.map((one) => h('div', {}, one)),
    ),
    h(
      'td',
      {},
      card.nodes.length === 0
        ? h('span', { class: 'note' }, words.text('view.no-work'))
        : h(
            'ul',
            { class: 'measured' },
            card.nodes.map(({ id }) => h('li', {}, standing(context, id))),
          ),
    ),
    !narrow && told.map((one) => h('td', {}, one)),
  );
}

/** How many of their numbers are known, and which they are. */
function numbers(context: Context, { kpis, known, stale }: OwnerCard): Child {
  const { words } = context;
  if (kpis.length === 0) return h('span', { class: 'note' }, words.text('view.no-numbers'));
  return h(
    'details',
    { class: 'more-of' },
    h('summary', {}, words.text('view.known', { known, kpis: kpis.length, stale })),
    h(
      'ul',
      { class: 'measured' },
      kpis.map(({ id }) => h('li', {}, standing(context, id))),
    ),
  );
}

function promises({ words }: Context, { standards: all, missed }: OwnerCard): Child {
  const text = words.text('view.promises', { standards: all, missed });
  return missed > 0 ? h('strong', {}, text) : h('span', { class: 'note' }, text);
}

function unowned(context: Context, { unowned: ids }: Accountability): Child {
  if (ids.length === 0) return false;
  const { words } = context;
  return part(
    context,
    'unowned',
    h('p', {}, words.text('view.unowned-are', { count: ids.length }), ' ', links(context, ids)),
    say(context, 'view.unowned-next', {}, 'note'),
  );
}

function refreshers(context: Context, list: readonly Refresher[]): Child {
  if (list.length === 0) return say(context, 'view.no-refreshers', {}, 'note');
  return h(
    'ul',
    { class: 'items' },
    list.map((one) => h('li', { key: `${one.action} ${one.kpi}` }, ...refresher(context, one))),
  );
}

function refresher(context: Context, { action, kpi, owner, because, ended, months }: Refresher): Child[] {
  const { words, model } = context;
  const args = { ended, months, because, owned: owner !== undefined, owner: model.ownerName(owner ?? '') };
  return [
    h('p', { class: 'item-title' }, link(context, action)),
    h(
      'div',
      {},
      h('p', { class: 'for' }, words.text('view.refresh-for'), standing(context, kpi)),
      h('p', { class: 'note' }, sentence(words, { code: 'view.refresher', args })),
    ),
  ];
}
