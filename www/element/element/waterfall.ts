/** A node's score as a waterfall: each contributor's points, its bar where those before it end, and what is unknown. */
import type { Board } from '../board.js';
import type { Child, Description } from '../dom.js';
import type { ContributionPart, Contributions } from '../types.js';
import { asked } from './asked.js';
import type { Context } from './context.js';
import { block, h, mark } from './parts.js';

const HEADS = ['from', 'weight', 'score', 'points'];
/** Less than this is what adding up leaves over. */
const NOTHING = 1e-9;

export function waterfall(context: Context, board: Board, id: string): Description {
  const { words } = context;
  const made = asked(context, board, `contributions ${id}`, () => board.contributions(id));
  if (made === undefined) return h('p', { class: 'closer note', key: 'asking' }, words.text('closer.coming'));
  const { parts, leaves, score } = made;
  const title = words.text('waterfall.title', { scored: score !== undefined, score: score ?? 0 });
  if (parts.length === 0) return block(title, 'asking', h('p', { class: 'note' }, words.text('waterfall.none')));
  const same = leaves.length === parts.length && leaves.every((leaf) => parts.some((part) => part.id === leaf.id));
  return block(
    title,
    'asking',
    // Where all is known there is nothing between the bounds.
    made.bounds.high - made.bounds.low > NOTHING &&
      h('p', { class: 'note' }, words.text('waterfall.about', { ...made.bounds })),
    table(context, 'parts', parts, made),
    leaves.length > 0 && !same && table(context, 'leaves', leaves, made),
  );
}

function table(context: Context, name: string, list: readonly ContributionPart[], made: Contributions): Description {
  const { words } = context;
  const caption = words.text(`waterfall.${name}`);
  const byHand = name === 'parts' && Math.abs(made.rest) > NOTHING;
  return h(
    'div',
    { class: 'scroll', key: name, tabindex: 0, role: 'region', 'aria-label': caption },
    h(
      'table',
      { class: 'inputs waterfall' },
      h('caption', {}, caption),
      h('thead', {}, h('tr', {}, ...HEADS.map((head) => h('th', { scope: 'col' }, words.text(`waterfall.${head}`))))),
      h('tbody', {}, ...list.map((part) => row(context, part))),
      h(
        'tfoot',
        {},
        byHand && foot(context, 'by-hand', made.rest),
        made.score !== undefined && foot(context, 'whole', made.score),
      ),
    ),
  );
}

function row(context: Context, part: ContributionPart): Description {
  const { words, select } = context;
  const share = (value: number) => words.write.number(value, 'percent1');
  const known = part.score !== undefined;
  const on = () => select(part.id);
  return h(
    'tr',
    { key: part.id, class: known ? 'gives' : 'unknown' },
    h(
      'th',
      { scope: 'row' },
      mark(part.status),
      h('span', { class: 'unseen' }, words.text(`status.${part.status}`)),
      h(
        'span',
        {},
        h('button', { type: 'button', class: 'link', onclick: on }, h('bdi', {}, part.title)),
        decides(context, part),
      ),
      known && h('span', { class: 'step', 'aria-hidden': 'true', '--start': part.start, '--end': part.end }),
    ),
    // What is unknown has no numbers; what it could still give is said in their place, not squeezed into one of them.
    ...(part.score === undefined
      ? [h('td', { colspan: 3 }, words.text('waterfall.could', { ...part.bounds }))]
      : [part.effective, part.score, part.points].map((value) => h('td', {}, share(value)))),
  );
}

function decides({ words }: Context, part: ContributionPart): Child {
  return part.decides && h('span', { class: 'note' }, ' ', words.text('waterfall.decides'));
}

function foot({ words }: Context, name: string, points: number): Description {
  return h(
    'tr',
    { key: name },
    h('th', { scope: 'row', colspan: 3 }, words.text(`waterfall.${name}`)),
    h('td', {}, words.write.number(points, 'percent1')),
  );
}
