/** What a stop of my line aims at: its KPIs with their targets, or by when it is to be done. */
import type { Description } from '../dom.js';
import type { KpiView, NodeView } from '../model.js';
import type { Context } from './context.js';
import { h, kpiTarget, kpiValue, mark, sentence } from './parts.js';

const SHOWN = 3;

export function aims(context: Context, node: NodeView): Description | false {
  const { words } = context;
  const more = node.kpis.length - SHOWN;
  const { due } = node.plan;
  if (node.kpis.length === 0 && due === undefined) return false;
  return h(
    'ul',
    { class: 'aims' },
    node.kpis.slice(0, SHOWN).map((kpi) => aim(context, kpi)),
    more > 0 && h('li', { key: 'more', class: 'only' }, words.text('alignment.more', { more })),
    due !== undefined && h('li', { key: 'due', class: 'only' }, words.text('strip.due', { due })),
  );
}

function aim(context: Context, kpi: KpiView): Description {
  const { words, select } = context;
  const args = { value: kpiValue(words, kpi), target: kpiTarget(words, kpi), aimed: kpi.plan.target !== undefined };
  return h(
    'li',
    { key: kpi.id },
    kpi.score !== undefined && mark(kpi.score.status),
    h('button', { type: 'button', class: 'link', onclick: () => select(kpi.id) }, h('bdi', {}, kpi.title)),
    h('span', {}, sentence(words, { code: 'strip.aim', args })),
    kpi.score !== undefined && h('span', { class: 'unseen' }, words.text(`status.${kpi.score.status}`)),
  );
}
