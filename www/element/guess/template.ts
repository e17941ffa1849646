/** Measures as entries describe them, filled with the columns and words of one table. */
import { kindOf, type MeasureTemplate, type Role, rolesIn } from './entry.js';
import type { Column, Found } from './match.js';
import { topOf, wordsOf } from './scale.js';
import { isVerdict, saysLost, type Values } from './values.js';

type Columns = ReadonlyMap<Role, Found>;
type Template = Readonly<Record<string, unknown>>;

/** What is counted went wrong: the share is of the others. */
const WRONG = /breach|missed|abandon|overdue|late/i;
/** Words for yes and no, where a table has no values to take them from. */
const SAID: Readonly<Record<string, readonly string[]>> = {
  yes: ['yes', 'true', '1'],
  no: ['no', 'false', '0'],
  lost: ['yes', 'true', '1'],
  kept: ['no', 'false', '0'],
};
/** A column is full where no more than this share of its rows says nothing. */
const MOST_EMPTY = 0.05;

/** A measure with its columns; scales, words and sides as the values have them. */
export function filled(measure: MeasureTemplate, found: Columns): Template {
  const { fallback: _, needs: __, unless: ___, ...template } = measure;
  const entries = fields(template, found).flatMap(([key, value]): [string, unknown][] => {
    if (typeof value !== 'string' || !value.startsWith('$')) return [[key, value]];
    if (value.startsWith('$$')) {
      const all = found.get(value.slice(2))?.all ?? [];
      return [[key, all.map(({ name }) => name)], ...ofScale(measure.kpi, all)];
    }
    const column = found.get(value.slice(1))?.column;
    const wrong = key === 'numerator' && WRONG.test(column?.name ?? '');
    const scaled = key === 'column' && column !== undefined ? ofScale(measure.kpi, [column]) : [];
    return [[wrong ? 'complement' : key, column?.name], ...scaled, ...ofLoss(measure.kpi, key, column)];
  });
  const whole = entries.map(([key, value]): [string, unknown] => [
    key,
    key === 'counts' ? counts(value, found) : value,
  ]);
  const isEmpty = (value: unknown) => typeof value === 'object' && Object.keys(value as object).length === 0;
  return Object.fromEntries(whole.filter(([key, value]) => key !== 'counts' || !isEmpty(value)));
}

/** Whether the words that a measure looks for stand in the columns. */
export function wordsLike(template: unknown, found: Columns): boolean {
  if (typeof template !== 'object' || template === null) return true;
  if ('like' in template) return condition(template as Template, found).is.length > 0;
  if ('says' in template && !Array.isArray(template)) return condition(template as Template, found).is.length > 0;
  const needed = Object.entries(template).filter(([key]) => !key.includes('?'));
  return needed.every(([, value]) => wordsLike(value, found));
}

/** The fields of a template that the table has columns for, without their marks. */
function fields(template: Template, found: Columns): [string, unknown][] {
  const given = new Map<string, unknown>();
  for (const [name, value] of Object.entries(template)) {
    const [key = name] = name.split('?');
    const there = rolesIn(value).every((role) => found.has(role));
    const fits = !name.includes('?') || (there && isFull(value, found) && wordsLike(value, found));
    if (fits && !given.has(key)) given.set(key, value);
  }
  return [...given];
}

/** Whether nearly every row says something, where that is asked. */
function isFull(template: unknown, found: Columns): boolean {
  if (typeof template !== 'object' || template === null || !('full' in template)) return true;
  return rolesIn(template).every((role) => {
    const { all, known } = found.get(role)?.column.values ?? { all: [], known: [] };
    return all.length - known.length <= all.length * MOST_EMPTY;
  });
}

function counts(given: unknown, found: Columns): unknown {
  const rules = fields(given as Template, found).map(([name, rule]) => [name, ruled(rule, found)]);
  return Object.fromEntries(rules);
}

function ruled(rule: unknown, found: Columns): unknown {
  const { all, full: _, ...rest } = rule as Template;
  if (Array.isArray(all)) return { ...(ruled(rest, found) as Template), all: all.map((each) => ruled(each, found)) };
  const own = 'says' in rest || 'like' in rest ? condition(rest, found) : 'good' in rest ? good(rest, found) : rest;
  const named = Object.entries(own).map(([key, value]) => [key, nameOf(value, found)]);
  return Object.fromEntries(named);
}

function nameOf(value: unknown, found: Columns): unknown {
  if (typeof value !== 'string' || !value.startsWith('$')) return value;
  return found.get(value.slice(1))?.column.name;
}

function columnOf(template: Template, found: Columns): Column | undefined {
  return found.get(String(template.column).slice(1))?.column;
}

/** The words of the file that say it. */
function condition(template: Template, found: Columns): { is: readonly string[] } & Template {
  const { says, like, ...rest } = template;
  const column = columnOf(template, found);
  const distinct = [...(column?.values.distinct ?? [])];
  if (like !== undefined) {
    const test = new RegExp(String(like), 'i');
    return { ...rest, is: distinct.filter((value) => test.test(value)) };
  }
  const is = distinct.filter((value) => says === side(column?.name ?? '', value, says));
  return { ...rest, is: distinct.length === 0 ? (SAID[String(says)] ?? []) : is };
}

/** What a value says, in the words of what is asked: yes or no, lost or kept. */
function side(column: string, value: string, asked: unknown): string | undefined {
  if (!isVerdict(value)) return undefined;
  if (asked === 'yes' || asked === 'no') return saysLost('left', value) ? 'yes' : 'no';
  return saysLost(column, value) ? 'lost' : 'kept';
}

/** The upper two answers of a scale, in numbers or in words. */
function good(template: Template, found: Columns): Template {
  const { good: _, ...rest } = template;
  const values = columnOf(template, found)?.values as Values;
  const worded = wordsOf(values);
  if (worded === undefined) return { ...rest, atLeast: topOf(values) - 1 };
  return { ...rest, is: Object.keys(worded.words).filter((word) => (worded.words[word] ?? 0) >= worded.scale - 1) };
}

function ofScale(kpi: string, columns: readonly Column[]): [string, unknown][] {
  if (!['csat', 'favourability', 'cronbach-alpha'].includes(kpi)) return [];
  const worded = columns.map(({ values }) => wordsOf(values));
  const [first] = worded;
  if (first !== undefined) {
    const words = Object.assign({}, ...worded.map((each) => each?.words)) as Record<string, number>;
    const sorted = Object.entries(words).sort((a, b) => a[1] - b[1]);
    return [
      ['scale', first.scale],
      ['words', Object.fromEntries(sorted)],
    ];
  }
  return [['scale', Math.max(...columns.map(({ values }) => topOf(values)))]];
}

function ofLoss(kpi: string, key: string, column: Column | undefined): [string, unknown][] {
  if (kpi !== 'retention' || key !== 'column' || column === undefined) return [];
  return [['lost', [...column.values.distinct].filter((value) => saysLost(column.name, value))]];
}

/** The columns that a measure adds up. */
export function summed(found: Columns): Column[] {
  return [...found.values()]
    .filter(({ role }) => ['count', 'length', 'span', 'money'].includes(kindOf(role)))
    .map(({ column }) => column);
}
