/** The scorecard: a table of every KPI, with its value, target, status, change and freshness. */
import { type Description, h } from '../dom.js';
import type { KpiView } from '../model.js';
import type { Context } from './context.js';
import { freshness, kpiChange, kpiTarget, kpiValue } from './figures.js';
import { statusWord } from './marks.js';

const COLUMNS = ['kpi', 'value', 'target', 'status', 'change', 'freshness'];

export function table(context: Context): Description {
  const { model, words } = context;
  const groups = [...model.nodes.values()].filter((node) => node.kpis.length > 0);
  return h(
    'div',
    { class: 'scroll', key: 'scorecard', tabindex: 0, role: 'region', 'aria-label': words.text('table.label') },
    h(
      'table',
      { class: 'scorecard', part: 'table' },
      h('caption', {}, words.text('table.caption', { kpis: model.kpis.size })),
      h(
        'thead',
        {},
        h(
          'tr',
          {},
          COLUMNS.map((name) => h('th', { scope: 'col', class: `col-${name}` }, words.text(`table.${name}`))),
        ),
      ),
      groups.map((node) =>
        h(
          'tbody',
          { key: node.id },
          h(
            'tr',
            { class: 'group' },
            h(
              'th',
              { scope: 'rowgroup', colspan: COLUMNS.length },
              h('span', { class: 'kind' }, words.text(`kind.${node.kind}`)),
              h('bdi', {}, node.title),
            ),
          ),
          node.kpis.map((kpi) => row(context, kpi)),
        ),
      ),
    ),
  );
}

function row(context: Context, kpi: KpiView): Description {
  const { words } = context;
  const status = kpi.score?.status;
  const chosen = context.selected === kpi.id;
  const faint = kpi.score?.freshness === 'stale';
  return h(
    'tr',
    { key: kpi.id, 'data-id': kpi.id, class: `${chosen ? 'chosen' : ''} ${faint ? 'faint' : ''}`.trim() || undefined },
    h(
      'th',
      { scope: 'row', class: 'col-kpi' },
      h(
        'button',
        { type: 'button', class: 'link', 'aria-pressed': String(chosen), onclick: () => context.select(kpi.id) },
        h('bdi', {}, kpi.title),
      ),
    ),
    h('td', { class: 'col-value' }, kpiValue(words, kpi)),
    h('td', { class: 'col-target' }, kpiTarget(words, kpi)),
    h('td', { class: 'col-status' }, status === undefined ? words.text('status.unknown') : statusWord(words, status)),
    h('td', { class: 'col-change' }, kpiChange(words, kpi)),
    h('td', { class: 'col-freshness' }, freshness(words, kpi)),
  );
}
