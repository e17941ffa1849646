/** Recognition (P12): who is above a standard as surely as can be told. Nobody is named below it, and there is no order. */
import type { Board } from '../../board.js';
import type { Child, Description } from '../../dom.js';
import type { RecognisedGroup, Recognition } from '../../types.js';
import { asked } from '../asked.js';
import type { Context } from '../context.js';
import { h, titleOf } from '../parts.js';
import { say, table, worth } from './kit.js';

interface Chosen {
  kpi: string;
  by: string;
}

/** What a reader asked for: kept beside the board, and gone with it. */
const chosen = new WeakMap<Board, Partial<Chosen>>();

/** Nothing where no KPI reads rows that have groups. */
export function recognised(context: Context, board: Board): Child[] | false {
  const measured = [...context.model.kpis.values()].filter(
    ({ plan }) => plan.measure !== undefined && plan.measure.segment === undefined,
  );
  const now = chosen.get(board) ?? {};
  const kpi =
    measured.find(({ id }) => id === now.kpi) ?? measured.find(({ id }) => groups(context, board, id).length > 0);
  if (kpi === undefined) return false;
  const by = groups(context, board, kpi.id);
  const dimension = by.find((name) => name === now.by) ?? by[0];
  const choose = (given: Partial<Chosen>) => {
    chosen.set(board, { kpi: kpi.id, ...(dimension === undefined ? {} : { by: dimension }), ...given });
    context.fold('', false);
  };
  return [
    say(context, 'view.recognition-about', {}, 'note'),
    h(
      'div',
      { class: 'choices' },
      choice(
        context,
        'number',
        measured.map(({ id }) => [id, titleOf(context.model, id)]),
        kpi.id,
        (id) => choose({ kpi: id }),
      ),
      choice(
        context,
        'groups',
        by.map((name) => [name, name]),
        dimension ?? '',
        (name) => choose({ by: name }),
      ),
    ),
    h(
      'div',
      { role: 'status', class: 'named' },
      dimension === undefined ? say(context, 'view.no-groups', {}) : answer(context, board, kpi.id, dimension),
    ),
  ];
}

/** The dimensions that the rows behind a KPI are kept by. */
function groups(context: Context, board: Board, kpi: string): readonly string[] {
  return asked(context, board, `compare ${kpi}`, () => board.compare({ kpi }))?.dimensions ?? [];
}

function choice(
  { words }: Context,
  name: string,
  options: readonly (readonly [string, string])[],
  value: string,
  use: (value: string) => void,
): Description {
  return h(
    'label',
    {},
    h('span', {}, words.text(`view.choose-${name}`)),
    h(
      'select',
      { onchange: (event: Event) => use((event.target as HTMLSelectElement).value) },
      options.map(([id, title]) => h('option', { value: id, selected: id === value, key: id }, title)),
    ),
  );
}

function answer(context: Context, board: Board, kpi: string, by: string): Child[] {
  const found = asked(context, board, `recognition ${kpi} ${by}`, () => board.recognition(kpi, { by }));
  if (found === undefined) return [h('p', { class: 'note' }, context.words.text('closer.coming'))];
  return [...said(context, found), found.named.length > 0 && names(context, found)];
}

/** How many were compared, which were left out and why, and how many of those named are likely to be wrong. */
function said(context: Context, found: Recognition): Child[] {
  const { words } = context;
  const { kpi, compared, leftOut, least, named, expectedFalse, missing, standard } = found;
  const about = { standard: worth(context, kpi, standard), compared, leftOut, least, told: standard !== undefined };
  return [
    say(context, 'view.compared', about),
    missing !== undefined && h('p', {}, words.text(`because.${missing.code}`, { ...missing.params })),
    missing === undefined && named.length === 0 && say(context, 'view.nobody-named', {}),
    named.length > 0 &&
      say(context, 'view.expected-false', { named: named.length, expectedFalse, few: expectedFalse < 0.01 }, 'note'),
  ];
}

function names(context: Context, { kpi, by, named }: Recognition): Description {
  const { words } = context;
  const heads = [h('bdi', {}, by), words.text('view.head-figure'), words.text('view.head-chance')];
  const row = ({ name, value, low, high, chance }: RecognisedGroup) =>
    h(
      'tr',
      { key: name },
      h('th', { scope: 'row' }, h('bdi', {}, name)),
      h(
        'td',
        {},
        worth(context, kpi, value),
        h(
          'p',
          { class: 'note' },
          words.text('view.from-to', { low: worth(context, kpi, low), high: worth(context, kpi, high) }),
        ),
      ),
      h('td', {}, words.text('view.chance', { chance, sure: chance > 0.99 })),
    );
  return table('named-table', words.text('view.named'), heads, named.map(row));
}
