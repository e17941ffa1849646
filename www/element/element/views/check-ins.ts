/** Check-ins: what was said, how sure people are, and which are overdue, whatever the score says. */
import type { Child, Description } from '../../dom.js';
import type { CheckedIn } from '../../types.js';
import type { Context } from '../context.js';
import { h } from '../parts.js';
import { link, say, table } from './kit.js';

const HEADS = ['what', 'last', 'confidence', 'due'];
/** Where there is room for two columns, the last one and the confidence stand under what it is about. */
const NARROW = ['what', 'due'];

export function checkedIn(context: Context, list: readonly CheckedIn[]): Child {
  if (list.length === 0) return [say(context, 'view.no-check-ins'), say(context, 'view.no-check-ins-next', {}, 'note')];
  const { words, narrow } = context;
  const order = ['overdue', 'current', 'not-due'];
  const sorted = [...list].sort((one, other) => order.indexOf(one.state) - order.indexOf(other.state));
  return [
    say(context, 'view.check-ins-sum', { all: list.length, overdue: list.filter(isOverdue).length }, 'sum'),
    table(
      'check-ins-table',
      words.text('view.check-ins'),
      (narrow ? NARROW : HEADS).map((name) => words.text(`view.head-${name}`)),
      sorted.map((one) => row(context, one)),
    ),
  ];
}

const isOverdue = ({ state }: CheckedIn): boolean => state === 'overdue';

function row(context: Context, one: CheckedIn): Description {
  const { words, narrow } = context;
  const { id, at, due, late, state } = one;
  const last = at === undefined ? words.text('view.never') : words.write.date(at, '');
  const told = words.text('view.check-in-due', { state, due: due ?? '', late: late ?? 0, dated: due !== undefined });
  const note = (text: string) => h('p', { class: 'note' }, text);
  return h(
    'tr',
    { key: id, 'data-id': id, 'data-state': state },
    h('th', { scope: 'row' }, link(context, id), narrow && [note(last), note(confident(context, one))]),
    !narrow && [h('td', {}, last), h('td', {}, confident(context, one))],
    h('td', {}, isOverdue(one) ? h('strong', {}, told) : told),
  );
}

/** What people think, with what they thought before: it goes into no score. */
function confident({ words }: Context, { confidence, previous }: CheckedIn): string {
  if (confidence === undefined) return words.text('value.none');
  return words.text('view.confident', { confidence, previous: previous ?? 0, told: previous !== undefined });
}
