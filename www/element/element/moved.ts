/** What the last live change moved, so that a reader sees why the picture is another. */
import type { Child, Description } from '../dom.js';
import type { Move } from '../types.js';
import type { Context } from './context.js';
import { block, h, mark, statusWord, titleOf } from './parts.js';

export function changes(context: Context): Description | false {
  const { words, change } = context;
  if (change === undefined) return false;
  const moved = [...change.kpis, ...change.nodes].filter(
    (one) => one.after !== undefined && one.before?.status !== one.after.status,
  );
  if (moved.length === 0) return false;
  return block(
    words.text('changes.title'),
    'changes',
    h(
      'ul',
      {},
      moved.slice(0, 6).map((one) => h('li', { key: one.id }, movedLine(context, one))),
    ),
  );
}

function movedLine(context: Context, { id, before, after }: Move): Child[] {
  const { words, model } = context;
  const title = titleOf(model, id);
  return [
    h('button', { type: 'button', class: 'link', onclick: () => context.select(id) }, h('bdi', {}, title)),
    h(
      'span',
      { class: 'moved' },
      before !== undefined && [
        mark(before.status),
        h(
          'span',
          { class: 'unseen' },
          words.text('changes.from', { status: words.text(`status-in.${before.status}`) }),
        ),
        h('span', { 'aria-hidden': 'true', class: 'arrow' }),
      ],
      after !== undefined && statusWord(words, after.status),
    ),
  ];
}
