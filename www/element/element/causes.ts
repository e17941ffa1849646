/** What a measure of the alignment counts, and what keeps it low. */
import type { Child } from '../dom.js';
import type { Cause, Metric } from '../types.js';
import type { Context } from './context.js';
import { h, sentence, titleOf, titlesIn } from './parts.js';

const SHOWN = 3;

export function why(context: Context, metric: Metric, weight: number): Child[] {
  const { words } = context;
  const { id, numerator, denominator, causes } = metric;
  const more = causes.length - SHOWN;
  return [
    h('p', { class: 'note' }, words.text(`metric-about.${id}`, { numerator, denominator, weight })),
    causes.length > 0 &&
      h(
        'ul',
        { class: 'causes' },
        causes.slice(0, SHOWN).map((cause) => h('li', {}, causeLine(context, cause))),
        more > 0 && h('li', {}, words.text('alignment.more', { more })),
      ),
  ];
}

function causeLine({ words, model }: Context, { code, node, params }: Cause): Child[] {
  const args = { title: titleOf(model, node), ...titlesIn(model, params) };
  return sentence(words, { code: `cause.${code}`, args }, ['title']);
}
