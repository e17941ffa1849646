/** From what `board.breakdown` answers to a heat map's request: every word is handed in. */
import type { Breakdown, BreakdownRow, HeatMapCell, HeatMapRequest, Reason } from '../types.js';

/** What a heat map of segments says, and how. */
export interface HeatMapWords {
  /** A value in the reader's language, with its unit. */
  value: (value: number) => string;
  /** How many cases stand behind a value; nothing where left out. */
  cases?: (n: number) => string;
  /** An interval; nothing where left out. */
  interval?: (low: number, high: number) => string;
  /** Why there is no value: `suppressed`, `no-cases` and what else `missing` may say. */
  missing?: (reason: Reason) => string;
  /** What a value of a dimension is called; the value itself where left out. */
  segment?: (dimension: string, value: string) => string;
  /** What a period is called; its id where left out. */
  period?: (id: string) => string;
  /** The head of the one column where there is neither a second dimension nor more than one period. */
  column?: string;
  /** Rows by the mean of their values (highest first), by name, or as the board gives them; `name` where left out. */
  order?: 'value' | 'name' | 'given';
  /** The language by which names are put in order. */
  locale?: string;
  /** The words of the legend. */
  legend?: Record<string, string>;
}

const HELD_BACK = 'suppressed';
/** What stands in for the place of a case whose column is empty. */
const NOTHING = '';

/**
 * The rows, columns, cells and words of a heat map of a breakdown: the first dimension down, across the second one, or the
 * periods. Wholes are left out: they are no segments.
 *
 * @example
 * ```js
 * const found = board.breakdown({ kpi: 'csat', by: ['Channel'], periods: 6 });
 * const percent = new Intl.NumberFormat('en', { style: 'percent' });
 * drawHeatMap(canvas, { width: 640, ...heatMapOf(found, { value: (value) => percent.format(value / 100) }) });
 * ```
 */
export function heatMapOf(
  { by, rows }: Breakdown,
  words: HeatMapWords,
): Pick<HeatMapRequest, 'rows' | 'columns' | 'cells' | 'scale' | 'words'> {
  const [down, over] = by;
  if (down === undefined) return { rows: [], columns: [], cells: [], words: { ...words.legend } };
  const parts = rows.filter((row) => Object.keys(row.segment).length > 0);
  const columnOf = (row: BreakdownRow) =>
    over === undefined ? (row.period ?? NOTHING) : (row.segment[over] ?? NOTHING);
  const rowOf = (row: BreakdownRow) => row.segment[down] ?? NOTHING;
  const named = (dimension: string, value: string) => words.segment?.(dimension, value) ?? value;
  const heads = (ids: Iterable<string>, label: (id: string) => string) =>
    [...new Set(ids)].map((id) => ({ id: keyed(id), label: label(id) || '–' }));
  const period = (id: string) => (id === NOTHING ? (words.column ?? '') : (words.period?.(id) ?? id));
  const columns = heads(parts.map(columnOf), (id) => (over === undefined ? period(id) : named(over, id)));
  const sole = over === undefined && columns.length === 1 && words.column !== undefined;
  return {
    rows: ordered(
      heads(parts.map(rowOf), (id) => named(down, id)),
      parts,
      { rowOf, words },
    ),
    columns: sole ? columns.map(({ id }) => ({ id, label: words.column ?? '' })) : columns,
    cells: parts.map((row) => ({ row: keyed(rowOf(row)), column: keyed(columnOf(row)), ...cell(row, words) })),
    ...scaleOf(parts),
    words: { ...words.legend },
  };
}

/** One that holds the intervals as well: none of them is to end at the side of its cell. */
function scaleOf(parts: readonly BreakdownRow[]): Pick<HeatMapRequest, 'scale'> {
  const known = parts.flatMap(({ value, interval }) => [value, interval?.low, interval?.high]);
  const all = known.filter((one) => one !== undefined);
  const [low, high] = [Math.min(...all), Math.max(...all)];
  return low < high ? { scale: { low, high } } : {};
}

/** An id is never empty. */
function keyed(id: string): string {
  return id === NOTHING ? '–' : id;
}

interface Head {
  id: string;
  label: string;
}

function ordered(
  heads: Head[],
  parts: readonly BreakdownRow[],
  { rowOf, words }: { rowOf: (row: BreakdownRow) => string; words: HeatMapWords },
): Head[] {
  if (words.order === 'given') return heads;
  const names = new Intl.Collator(words.locale, { numeric: true });
  const byName = (one: Head, other: Head) => names.compare(one.label, other.label);
  if (words.order !== 'value') return heads.sort(byName);
  const mean = new Map(heads.map(({ id }) => [id, meanOf(parts.filter((row) => keyed(rowOf(row)) === id))]));
  // What has no value stands last, whichever way it is sorted.
  const level = ({ id }: Head) => mean.get(id) ?? Number.NEGATIVE_INFINITY;
  return heads.sort((one, other) => level(other) - level(one) || byName(one, other));
}

/** The plain mean: no cell counts for more than another in a picture of cells. */
function meanOf(rows: readonly BreakdownRow[]): number | undefined {
  const values = rows.flatMap(({ value }) => (value === undefined ? [] : [value]));
  return values.length === 0 ? undefined : values.reduce((sum, value) => sum + value, 0) / values.length;
}

function cell({ value, n, interval, missing }: BreakdownRow, words: HeatMapWords): Omit<HeatMapCell, 'row' | 'column'> {
  const notes = [
    n !== undefined && words.cases?.(n),
    interval !== undefined && words.interval?.(interval.low, interval.high),
  ];
  const note = notes.filter((one) => typeof one === 'string' && one !== '').join(' · ');
  if (value === undefined) {
    const text = missing === undefined ? '' : (words.missing?.(missing) ?? '');
    return { ...(missing?.code === HELD_BACK ? { suppressed: true } : {}), ...(text === '' ? {} : { text }) };
  }
  return {
    value,
    text: words.value(value),
    ...(note === '' ? {} : { note }),
    ...(interval === undefined ? {} : { low: interval.low, high: interval.high }),
  };
}
