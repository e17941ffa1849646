/** Segments of a KPI over its last periods, as a heat map and a table: where it is high, where it is low, how sure that is. */
import type { Board } from '../../board.js';
import { heatMapOf } from '../../charts/heat-map.js';
import { drawHeatMap, layoutHeatMap } from '../../charts.js';
import type { Child, Description } from '../../dom.js';
import type { KpiView } from '../../model.js';
import type { BreakdownRow, HeatMapRequest } from '../../types.js';
import { asked } from '../asked.js';
import type { Context } from '../context.js';
import { h } from '../parts.js';
import { charted } from './charted.js';
import { asking, empty, page, period, say, table, worth } from './kit.js';

/** So many periods are told apart beside one another. */
const PERIODS = 6;
/** More segments than these are no picture. */
const MOST = 40;

interface Choice {
  kpi?: string;
  by?: string;
  cell?: string;
}

/** What a reader looks at: kept beside the board, and gone with it. */
const chosen = new WeakMap<Board, Choice>();

export function segments(context: Context, board: Board, host: HTMLElement): Description {
  const { model } = context;
  const kpis = [...model.kpis.values()].filter(({ plan }) => plan.measure !== undefined && !plan.measure.segment);
  const choice = chosen.get(board) ?? {};
  const kpi = kpis.find(({ id }) => id === (choice.kpi ?? context.selected)) ?? kpis[0];
  if (kpi === undefined) return page(context, 'segments', empty(context, 'segments'));
  const found = asked(context, board, `compare ${kpi.id}`, () => board.compare({ kpi: kpi.id }));
  if (found === undefined) return page(context, 'segments', asking(context));
  const by = found.dimensions.find((one) => one === choice.by) ?? found.dimensions[0];
  const look = (more: Choice) => {
    chosen.set(board, { ...choice, kpi: kpi.id, ...more });
    context.fold('', false);
  };
  return page(
    context,
    'segments',
    say(context, 'view.segments-about', {}, 'lead'),
    choices(context, { kpis, kpi, dimensions: found.dimensions, by }, look),
    ...(by === undefined
      ? [empty(context, 'segments')]
      : shown(context, board, host, { kpi, by, look, cell: choice.cell })),
  );
}

interface Offered {
  kpis: readonly KpiView[];
  kpi: KpiView;
  dimensions: readonly string[];
  by: string | undefined;
}

function choices(
  { words }: Context,
  { kpis, kpi, dimensions, by }: Offered,
  look: (more: Choice) => void,
): Description {
  const select = (
    name: string,
    now: string | undefined,
    options: readonly (readonly [string, string])[],
    on: (to: string) => void,
  ) =>
    h(
      'label',
      { key: name },
      h('span', {}, words.text(`view.segments-${name}`)),
      h(
        'select',
        { onchange: (event: Event) => on((event.currentTarget as HTMLSelectElement).value) },
        options.map(([value, title]) => h('option', { value, selected: value === now }, title)),
      ),
    );
  return h(
    'div',
    { class: 'choices' },
    select(
      'kpi',
      kpi.id,
      kpis.map(({ id, title }) => [id, title] as const),
      (to) => look({ kpi: to, cell: '' }),
    ),
    dimensions.length > 1 &&
      select(
        'by',
        by,
        dimensions.map((one) => [one, one] as const),
        (to) => look({ by: to, cell: '' }),
      ),
  );
}

interface Shown {
  kpi: KpiView;
  by: string;
  cell: string | undefined;
  look: (more: Choice) => void;
}

function shown(context: Context, board: Board, host: HTMLElement, { kpi, by, cell, look }: Shown): Child[] {
  const { words } = context;
  const question = { kpi: kpi.id, by: [by], periods: PERIODS };
  const found = asked(context, board, `segments ${kpi.id} ${by}`, () => board.breakdown(question));
  if (found === undefined) return [asking(context)];
  const parts = found.rows.filter((row) => row.segment[by] !== undefined);
  if (parts.length === 0) return [empty(context, 'segments')];
  const value = (of: number) => worth(context, kpi.id, of);
  const made = few(
    heatMapOf(found, {
      value,
      cases: (n) => words.text('view.cases', { n }),
      missing: ({ code, params }) =>
        code === 'suppressed'
          ? words.text('view.under', { minimum: Number(params.minimum ?? 0) })
          : words.text('value.dash'),
      period: (id) => period(context, id),
      locale: words.locale,
      legend: legend(context),
    }),
  );
  const at = (row: string, column: string) =>
    parts.find((part) => (part.segment[by] || '–') === row && (part.period ?? '–') === column);
  const name = (row: string, column: string) => sentence(context, kpi, at(row, column));
  const picked = made.cells.find((one) => `${one.row} ${one.column}` === cell);
  return [
    charted<HeatMapRequest>(context, host, {
      name: 'segments',
      label: words.text('view.segments-label', { title: kpi.title, dimension: by }),
      made: {
        ...made,
        words: ends(made, value),
        ...(picked === undefined ? {} : { select: { row: picked.row, column: picked.column } }),
      },
      layout: layoutHeatMap,
      draw: drawHeatMap,
      lit: ({ id, column = '' }) => ({ row: id, column }),
      named: ({ id, column = '' }) => `${id}, ${labelOf(made, column)}: ${name(id, column)}`,
      isPicked: ({ id, column = '' }) => cell === `${id} ${column}`,
      pick: ({ id, column = '' }) => look({ cell: cell === `${id} ${column}` ? '' : `${id} ${column}` }),
    }),
    h(
      'p',
      { class: 'note', role: 'status' },
      picked === undefined
        ? words.text('view.chart-help')
        : [h('bdi', {}, picked.row), ` · ${labelOf(made, picked.column)}: ${name(picked.row, picked.column)}`],
    ),
    h(
      'details',
      { class: 'more', key: 'numbers' },
      h('summary', {}, words.text('view.as-table')),
      numbers(context, made, { by, title: kpi.title, name }),
    ),
  ];
}

type Made = ReturnType<typeof heatMapOf>;

/** The first of more segments than a picture can show. */
function few(made: Made): Made {
  const rows = made.rows.slice(0, MOST);
  const kept = new Set(rows.map(({ id }) => id));
  return { ...made, rows, cells: made.cells.filter(({ row }) => kept.has(row)) };
}

const labelOf = ({ columns }: Made, id: string) => columns.find((one) => one.id === id)?.label ?? id;

function legend({ words }: Context): Record<string, string> {
  return { suppressed: words.text('view.suppressed'), unknown: words.text('view.unknown') };
}

/** What stands at both ends of the colours. */
function ends({ scale, words }: Made, write: (of: number) => string): Record<string, string> {
  return { ...(scale === undefined ? {} : { low: write(scale.low), high: write(scale.high) }), ...words };
}

/** A cell in words: value, interval, cases; or why there is none. */
function sentence({ words, model }: Context, kpi: KpiView, row: BreakdownRow | undefined): string {
  if (row === undefined) return words.text('value.none');
  const { value, interval, n, missing } = row;
  if (value === undefined) {
    return missing === undefined
      ? words.text('value.none')
      : words.text(`because.${missing.code}`, { ...missing.params });
  }
  const unit = model.kpis.get(kpi.id)?.plan.unit;
  const write = (of: number | undefined) => (of === undefined ? '' : words.write.value(of, unit));
  const [low, high] = [write(interval?.low), write(interval?.high)];
  const sure = interval !== undefined;
  return words.text('view.cell', { value: write(value), sure, low, high, counted: n !== undefined, n: n ?? 0 });
}

interface Numbers {
  by: string;
  title: string;
  name: (row: string, column: string) => string;
}

function numbers({ words }: Context, made: Made, { by, title, name }: Numbers): Description {
  const rows = made.rows.map(({ id, label }) =>
    h(
      'tr',
      { key: id },
      h('th', { scope: 'row' }, h('bdi', {}, label)),
      made.columns.map((column) => h('td', {}, name(id, column.id))),
    ),
  );
  const heads = [h('bdi', {}, by), ...made.columns.map(({ label }) => label)];
  return table('segments-table', words.text('view.segments-label', { title, dimension: by }), heads, rows);
}
