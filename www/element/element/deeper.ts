/** Deeper into a KPI: whether it changed, and how it stands in each segment. */
import type { Board } from '../board.js';
import type { Child, Description } from '../dom.js';
import type { KpiView } from '../model.js';
import type { Breakdown, BreakdownRow, PeriodComparison } from '../types.js';
import { asked } from './asked.js';
import type { Context } from './context.js';
import { block, h, sentence } from './parts.js';

/** More segments than these are not listed. */
const MOST = 12;

export function deeper(context: Context, kpi: KpiView, board: Board): Description | false {
  if (kpi.plan.measure === undefined) return false;
  const found = asked(context, board, `compare ${kpi.id}`, () => board.compare({ kpi: kpi.id }));
  if (found === undefined) return false;
  const said = changed(context, kpi, found);
  const [by] = found.dimensions;
  const split = by !== undefined && kpi.plan.measure.segment === undefined;
  const parts = split
    ? asked(context, board, `breakdown ${kpi.id}`, () => board.breakdown({ kpi: kpi.id, by: [by] }))
    : undefined;
  const rows = parts?.rows.slice(1) ?? [];
  const listed = by !== undefined && parts !== undefined && rows.length > 1 && rows.length <= MOST;
  if (said === undefined && !listed) return false;
  return block(
    context.words.text('deeper.title'),
    'deeper',
    said !== undefined && h('div', { class: 'said' }, h('p', {}, said)),
    listed && table(context, kpi, by, parts),
  );
}

function changed({ words }: Context, kpi: KpiView, { total }: PeriodComparison): readonly Child[] | undefined {
  const { difference, before, after } = total;
  if (difference === undefined || before?.at === undefined || after?.at === undefined) return undefined;
  const value = (of: number | undefined) => (of === undefined ? '' : words.write.value(of, kpi.plan.unit, true));
  return sentence(words, {
    code: `deeper.${difference.verdict}`,
    args: {
      from: before.at,
      to: after.at,
      change: value(difference.value),
      low: value(difference.low),
      high: value(difference.high),
      needed: difference.needed ?? 0,
      told: difference.needed !== undefined,
    },
  });
}

function table(context: Context, kpi: KpiView, by: string, { rows }: Breakdown): Description {
  const { words } = context;
  const heads = ['value', 'interval', 'share'];
  return h(
    'div',
    { class: 'scroll', tabindex: 0, role: 'region', 'aria-label': words.text('deeper.by', { dimension: by }) },
    h(
      'table',
      { class: 'inputs' },
      h('caption', {}, words.text('deeper.by', { dimension: by })),
      h(
        'thead',
        {},
        h(
          'tr',
          {},
          h('th', { scope: 'col' }, h('bdi', {}, by)),
          heads.map((name) => h('th', { scope: 'col' }, words.text(`deeper.${name}`))),
        ),
      ),
      h(
        'tbody',
        {},
        rows.map((row) => line(context, kpi, row, row.segment[by])),
      ),
    ),
  );
}

function line({ words }: Context, kpi: KpiView, row: BreakdownRow, name: string | undefined): Description {
  const { missing, interval, share } = row;
  const value = (of: number | undefined) =>
    of === undefined ? words.text('value.none') : words.write.value(of, kpi.plan.unit);
  const why = missing !== undefined ? words.text(`because.${missing.code}`, { ...missing.params }) : undefined;
  return h(
    'tr',
    { key: name ?? '' },
    h('th', { scope: 'row' }, h('bdi', {}, name ?? words.text('deeper.whole'))),
    h('td', why === undefined ? {} : { title: why }, value(row.value)),
    h('td', {}, interval === undefined ? words.text('value.none') : `${value(interval.low)} – ${value(interval.high)}`),
    h('td', {}, share === undefined ? words.text('value.none') : words.write.share(share)),
  );
}
