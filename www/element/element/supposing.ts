/** "What if": another value of a KPI is supposed, and what would move is told beside the truth, never in its place. */
import type { Board } from '../board.js';
import type { Description } from '../dom.js';
import type { KpiView } from '../model.js';
import type { Outlook, Shift, Stand } from '../types.js';
import { asked } from './asked.js';
import type { Context } from './context.js';
import { block, h, statusWord } from './parts.js';

/** More than these are counted, not listed. */
const MOST = 12;

interface Supposed {
  kpi: string;
  value: number;
}

/** What a reader of a board supposes: kept beside the board, and gone with it. */
const supposed = new WeakMap<Board, Supposed>();

export function supposing(context: Context, board: Board, kpi: KpiView): Description {
  const { words } = context;
  const now = supposed.get(board);
  // Another KPI was chosen meanwhile: what was supposed there must not wait to be taken for the truth later.
  if (now !== undefined && now.kpi !== kpi.id) supposed.delete(board);
  const value = now?.kpi === kpi.id ? now.value : undefined;
  return block(
    words.text('what-if.title'),
    'asking what-if',
    h('p', { class: 'note' }, words.text('what-if.about')),
    form(context, board, kpi),
    h('div', { role: 'status' }, value !== undefined && answer(context, board, kpi, value)),
  );
}

function form(context: Context, board: Board, kpi: KpiView): Description {
  const { words } = context;
  const { unit } = kpi.plan;
  const start = kpi.score?.value ?? kpi.plan.target;
  const ask = (event: Event) => {
    event.preventDefault();
    const field = (event.currentTarget as HTMLFormElement).querySelector('input');
    if (field === null || Number.isNaN(field.valueAsNumber)) return;
    supposed.set(board, { kpi: kpi.id, value: field.valueAsNumber });
    context.fold('', false);
  };
  const given = start === undefined ? undefined : String(Number(start.toPrecision(4)));
  return h(
    'form',
    { class: 'ask', key: kpi.id, onsubmit: ask },
    h(
      'label',
      {},
      h('span', {}, words.text('what-if.field', { measured: unit !== undefined, unit: unit ?? '' })),
      h('input', { type: 'number', step: 'any', required: true, value: given }),
    ),
    h('button', { type: 'submit', class: 'copy' }, words.text('what-if.ask')),
  );
}

function answer(context: Context, board: Board, kpi: KpiView, value: number): Description {
  const { words } = context;
  const found = asked(context, board, `what-if ${kpi.id} ${value}`, () => outlook(board, kpi, value));
  const name = words.text('what-if.were', { title: kpi.title, value: words.write.value(value, kpi.plan.unit) });
  const back = () => {
    supposed.delete(board);
    context.fold('', false);
  };
  return h(
    'div',
    { class: 'supposed', role: 'group', 'aria-label': words.text('what-if.tag') },
    h('p', { class: 'tag' }, words.text('what-if.tag')),
    h('p', {}, h('bdi', {}, name)),
    found === undefined && h('p', { class: 'note' }, words.text('closer.coming')),
    typeof found === 'string' && h('p', {}, found),
    typeof found === 'object' && shifts(context, kpi, found),
    h('p', { class: 'note' }, words.text('what-if.unsaved')),
    h('button', { type: 'button', class: 'quiet', onclick: back }, words.text('what-if.back')),
  );
}

/** The answer, or the sentence in which it is refused. */
function outlook(board: Board, { id, title }: KpiView, value: number): Outlook | string {
  try {
    return board.scenario(title, [{ kpi: id, value }]);
  } catch (thrown) {
    const { code, issues = [], message } = thrown as { code?: string; issues?: { message: string }[]; message: string };
    if (code === 'rest-missing') throw thrown;
    return issues.length === 0 ? message : issues.map((issue) => issue.message).join(' ');
  }
}

function shifts(context: Context, kpi: KpiView, { mission, nodes, kpis }: Outlook): Description {
  const { words } = context;
  const own = kpis.filter(({ id }) => id === kpi.id);
  const moved = [...nodes, ...kpis].filter(({ id }) => id !== mission.id && id !== kpi.id);
  const more = moved.length - MOST;
  return h(
    'ul',
    { class: 'shifts' },
    [mission, ...own, ...moved.slice(0, MOST)].map((each) => h('li', { key: each.id }, ...shift(context, each))),
    moved.length === 0 && own.length === 0 && h('li', {}, words.text('what-if.nothing')),
    more > 0 && h('li', {}, words.text('what-if.more', { more })),
  );
}

function shift(context: Context, { id, title, before, after }: Shift): Description[] {
  const { words, select } = context;
  const isKpi = context.model.kpis.has(id);
  const numbers = (of: Stand) =>
    of.score === undefined ? words.text('value.none') : words.write.number(of.score, 'percent1');
  const values = isKpi && before.value !== after.value;
  const unit = context.model.kpis.get(id)?.plan.unit;
  const written = (of: Stand) =>
    of.value === undefined ? words.text('value.none') : words.write.value(of.value, unit);
  const stand = (of: Stand, name: string) =>
    h(
      'span',
      { class: name },
      h('span', { class: 'unseen' }, words.text(`what-if.${name}`)),
      statusWord(words, of.status),
      h('bdi', {}, values ? `${written(of)} · ${numbers(of)}` : numbers(of)),
    );
  return [
    h('button', { type: 'button', class: 'link', onclick: () => select(id) }, h('bdi', {}, title)),
    h(
      'span',
      { class: 'from-to' },
      stand(before, 'is'),
      h('span', { class: 'arrow', 'aria-hidden': 'true' }),
      stand(after, 'would'),
    ),
  ];
}
