/** My line (U1): my task, the strategy, the goal, the mission, each with its number and my share of it. */

import { throughLine } from '../describe.js';
import { type Description, h } from '../dom.js';
import type { NodeView } from '../model.js';
import { type Context, sentence } from './context.js';
import { figure, kindWord, nodeNumber } from './figures.js';
import { statusWord } from './marks.js';

export function strip(context: Context, focus: string): Description {
  const { model, words } = context;
  const way = model.line(focus);
  if (way.length === 0) return h('p', { class: 'note', key: 'strip' }, words.text('strip.unknown', { id: focus }));
  const broken = way.at(-1) !== model.mission;
  return h(
    'section',
    { class: 'strip', part: 'line', key: 'strip', 'aria-label': words.text('strip.label') },
    h('p', { class: 'line' }, sentence(words, throughLine(model, focus), ['title', 'mission'])),
    h(
      'ol',
      {},
      way.map((node, at) => stop(context, node, at === 0 ? undefined : shareIn(way, at))),
      broken && h('li', { class: 'gap', key: 'gap' }, words.text('map.no-path')),
    ),
  );
}

function stop(context: Context, node: NodeView, share: number | undefined): Description {
  const { words } = context;
  const number = nodeNumber(words, node);
  return h(
    'li',
    { key: node.id, class: context.selected === node.id ? 'chosen' : undefined },
    h(
      'button',
      {
        type: 'button',
        class: 'stop',
        'aria-pressed': String(context.selected === node.id),
        onclick: () => context.select(node.id),
      },
      h('span', { class: 'kind' }, kindWord(words, node)),
      h('bdi', { class: 'title' }, node.title),
      h(
        'span',
        { class: 'standing' },
        number !== undefined && figure(number),
        node.score !== undefined && statusWord(words, node.score.status),
      ),
      share !== undefined && h('span', { class: 'share' }, words.text('strip.share', { share })),
    ),
  );
}

/** How much of a stop on the way is mine: the weights from the first stop up to it, multiplied. */
function shareIn(way: readonly NodeView[], at: number): number | undefined {
  let share = 1;
  for (let step = 0; step < at; step += 1) {
    const link = way[step]?.score?.parents.find((parent) => parent.id === way[step + 1]?.id);
    if (link === undefined) return undefined;
    share *= link.effective;
  }
  return share;
}
