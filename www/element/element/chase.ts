/** The chase list (U2): every missing or stale number, what knowing it is worth, whom to ask, and the letter that asks. */

import type { Board } from '../board.js';
import type { Child, Description } from '../dom.js';
import type { Chase } from '../types.js';
import { asked } from './asked.js';
import type { Context } from './context.js';
import { copied } from './copy.js';
import { type Asking, letters, listed } from './letters.js';
import { block, h, mark, sentence } from './parts.js';

const SHOWN = 3;

/** What is missing, where it is worth anything to the mission first; nothing where the board cannot say it yet. */
function chased(context: Context, board: Board): readonly Chase[] {
  return asked(context, board, 'chase', () => board.chase()) ?? [];
}

/** The first few, beside the picture. */
export function chaseBlock(context: Context, board: Board): Description | false {
  const { words } = context;
  const list = chased(context, board).filter((one) => one.narrows > 0);
  if (list.length === 0) return false;
  const line = (one: Chase) =>
    h('li', { key: one.kpi }, mark(one.status), link(context, one), h('span', { class: 'note' }, why(context, one)));
  return block(words.text('chase.title'), 'chase', h('ul', {}, list.slice(0, SHOWN).map(line)));
}

function link({ select }: Context, one: Chase): Description {
  return h('button', { type: 'button', class: 'link', onclick: () => select(one.kpi) }, h('bdi', {}, one.title));
}

function why({ model, words }: Context, one: Chase): Child[] {
  const args = { owned: one.owner !== undefined, owner: model.ownerName(one.owner ?? ''), narrows: one.narrows };
  return sentence(words, { code: 'chase.why', args });
}

/** The whole list as a view of its own. */
export function chaseView(context: Context, board: Board): Description {
  const { words, model } = context;
  const list = chased(context, board);
  const { score } = model.mission;
  const bounds = { low: score?.low ?? 0, high: score?.high ?? 1, coverage: score?.coverage ?? 0 };
  return h(
    'section',
    { class: 'chased', part: 'chase', key: 'chased', 'aria-labelledby': 'chased-title' },
    h('h3', { id: 'chased-title' }, words.text('chase.title')),
    h('p', {}, sentence(words, { code: list.length === 0 ? 'chase.none' : 'chase.about', args: bounds })),
    list.length > 0 && table(context, list),
    list.length > 0 && post(context, list),
  );
}

const COLUMNS = ['number', 'status', 'ask', 'narrows'];
/** Where there is room for two columns, status and owner stand under the number's name. */
const NARROW = ['number', 'narrows'];

function table(context: Context, list: readonly Chase[]): Description {
  const { words } = context;
  const heads = context.narrow ? NARROW : COLUMNS;
  return h(
    'div',
    { class: 'scroll', tabindex: 0, role: 'region', 'aria-label': words.text('chase.list') },
    h(
      'table',
      { class: 'to-ask' },
      h(
        'thead',
        {},
        h(
          'tr',
          {},
          heads.map((name) =>
            h('th', { scope: 'col', class: name === 'narrows' && name }, words.text(`chase.${name}`)),
          ),
        ),
      ),
      h(
        'tbody',
        {},
        list.map((one) => row(context, one)),
      ),
    ),
  );
}

function row(context: Context, one: Chase): Description {
  const { words, model, narrow } = context;
  const measures = model.nodes.get(one.node)?.title ?? one.node;
  const stood = [mark(one.status), h('span', {}, stands(context, one))];
  const owner = one.owner === undefined ? words.text('chase.nobody') : h('bdi', {}, model.ownerName(one.owner));
  return h(
    'tr',
    { key: one.kpi, 'data-id': one.kpi },
    h(
      'th',
      { scope: 'row' },
      link(context, one),
      h('p', { class: 'note' }, sentence(words, { code: 'chase.of', args: { node: measures } })),
      narrow && [
        h('p', { class: 'note status-of' }, stood),
        h('p', { class: 'note' }, words.text('chase.ask'), ' ', owner),
      ],
    ),
    !narrow && [h('td', { class: 'status-of' }, stood), h('td', {}, owner)],
    h(
      'td',
      { class: 'narrows' },
      one.narrows > 0 ? words.write.number(one.narrows, 'percent1') : words.text('value.dash'),
    ),
  );
}

function stands({ words }: Context, { status, age }: Chase): string {
  return words.text('chase.stands', { status: words.text(`status.${status}`), age: age ?? 0, aged: age !== undefined });
}

/** The letters, one to each who is to be asked, and the list of all: shown, and copied on demand. Nothing is sent. */
function post(context: Context, list: readonly Chase[]): Description {
  const { words } = context;
  const texts = [listed(context, list), ...letters(context, list)];
  return block(
    words.text('chase.letters'),
    'letters',
    h('p', { class: 'note' }, words.text('chase.letters-about')),
    texts.map((one) => letter(context, one)),
  );
}

function letter({ words }: Context, { to, title, body }: Asking): Description {
  const name = `letter-${to ?? 'all'}`;
  return h(
    'details',
    { key: name, class: 'letter' },
    h('summary', {}, h('bdi', {}, title)),
    h('textarea', { readonly: true, rows: Math.min(16, body.split('\n').length + 1), 'aria-label': title }, body),
    h(
      'div',
      { class: 'row' },
      h('button', { type: 'button', class: 'copy', onclick: copied(words) }, words.text('chase.copy')),
      h('span', { class: 'note', role: 'status', 'data-foreign': true }),
    ),
  );
}
