/** The scorecard: a table of every KPI, with its value, target, status, change and freshness. */
import { type Description, h } from '../dom.js';
import type { KpiView } from '../model.js';
import { type Context, sentence } from './context.js';
import { freshness, kindWord, kpiChange, kpiTarget, kpiValue } from './figures.js';
import { statusWord } from './marks.js';

const COLUMNS = ['kpi', 'value', 'target', 'status', 'change', 'freshness'];
/** Where there is room for two columns, target and age stand under the title, the status under the value. */
const NARROW = ['kpi', 'value'];

export function table(context: Context): Description {
  const { model, words } = context;
  const columns = context.narrow ? NARROW : COLUMNS;
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
          columns.map((name) => h('th', { scope: 'col', class: `col-${name}` }, words.text(`table.${name}`))),
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
              { scope: 'rowgroup', colspan: columns.length },
              h('span', { class: 'kind' }, kindWord(words, node)),
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
  const standing = status === undefined ? words.text('status.unknown') : statusWord(words, status);
  const told = (name: string, text: string) => h('td', { class: `col-${name}` }, h('bdi', {}, text));
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
      context.narrow &&
        h(
          'p',
          { class: 'note' },
          h('span', {}, sentence(words, { code: 'panel.target', args: { target: kpiTarget(words, kpi) } })),
          h('span', {}, freshness(words, kpi)),
        ),
    ),
    context.narrow
      ? h('td', { class: 'col-value' }, h('bdi', {}, kpiValue(words, kpi)), h('p', { class: 'col-status' }, standing))
      : [
          told('value', kpiValue(words, kpi)),
          told('target', kpiTarget(words, kpi)),
          h('td', { class: 'col-status' }, standing),
          told('change', kpiChange(words, kpi)),
          told('freshness', freshness(words, kpi)),
        ],
  );
}
