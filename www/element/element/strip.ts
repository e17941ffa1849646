/** My line (U1): my task, the strategy, the goal, the mission, each with its number and my share of it. */

import { throughLine } from '../describe.js';
import { type Description, h } from '../dom.js';
import type { Model, NodeView } from '../model.js';
import { type Context, sentence } from './context.js';
import { figure, kindWord, nodeNumber } from './figures.js';
import { statusWord } from './marks.js';

/** What stands under each stop, once it has come. */
type Aims = (context: Context, node: NodeView) => Description | false;

export function strip(context: Context, focus: string, aims?: Aims): Description {
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
      way.map((node, at) => stop(context, node, at === 0 ? undefined : shareIn(model, focus, node), aims)),
      broken && h('li', { class: 'gap', key: 'gap' }, words.text('map.no-path')),
    ),
  );
}

function stop(context: Context, node: NodeView, share: number | undefined, aims: Aims | undefined): Description {
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
    aims?.(context, node) ?? false,
  );
}

/** How much of a stop on the way is mine (AL-P): the weights up to it multiplied, over all ways that lead there. */
function shareIn(model: Model, id: string, stop: NodeView): number | undefined {
  if (id === stop.id) return 1;
  const score = model.nodes.get(id)?.score;
  if (score === undefined || stop === model.mission) return score?.contribution;
  let share: number | undefined;
  for (const { id: parent, effective } of score.parents) {
    const further = shareIn(model, parent, stop);
    if (further !== undefined) share = (share ?? 0) + effective * further;
  }
  return share;
}
