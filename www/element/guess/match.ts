/** Which column of a table plays which role of an entry, by names and by values. */
import { type Entry, type MeasureTemplate, needsOf, plain, type Role, WORDS } from './entry.js';
import type { FirstRows } from './first-rows.js';
import { isCount, isTime, isVerdict, share, type Values, valuesOf, within } from './values.js';

export interface Column {
  readonly name: string;
  readonly values: Values;
}

export interface Found {
  readonly role: Role;
  readonly column: Column;
  /** 0 to 1: how well the name fits, halved where no value does. */
  readonly confidence: number;
  /** Whether the name is one that is documented, or only looks like it. */
  readonly exact: boolean;
  /** The share of values that fit; absent where there are none to look at. */
  readonly fits: number | undefined;
}

export interface Match {
  readonly entry: Entry;
  readonly found: ReadonlyMap<Role, Found>;
  readonly measures: readonly MeasureTemplate[];
  /** Several rows a case. */
  readonly events: boolean;
  readonly weight: number;
}

/** How far a name is trusted by its place among the names of a role: those that come first say more. */
const TRUST = [0.9, 0.75, 0.6, 0.5];
const FEWEST_FITTING = 0.6;
/** Tickets that were exported twice in one file may repeat. */
const MOSTLY = 0.7;
const MOST_SEGMENTS = 50;
/** In a log of two hundred rows a case has twenty at most. */
const FEWEST_IDS = 0.05;
const TIMES: readonly Role[] = ['created', 'firstReply', 'resolved', 'due', 'answered'];

export function columnsOf({ header, rows }: FirstRows): Column[] {
  return header.map((name, at) => ({ name, values: valuesOf(rows.map((row) => row[at] ?? '')) }));
}

/** The table as this entry reads it; nothing where one of its marks is missing or nothing could be measured. */
export function match(entry: Entry, columns: readonly Column[]): Match | undefined {
  const names = new Set(columns.map(({ name }) => plain(name)));
  if (!entry.marks.every((mark) => names.has(plain(mark)))) return undefined;
  const found = new Map<Role, Found>();
  const taken = new Set<Column>();
  for (const role of Object.keys(entry.roles) as Role[]) {
    const one = columnFor(role, entry.roles[role] ?? [], columns, taken);
    if (one === undefined) continue;
    found.set(role, one);
    taken.add(one.column);
  }
  const events = isLog(entry, found);
  // What comes again is no row's own number: rows would take one another's place.
  const id = found.get('id')?.column.values;
  if (!events && id !== undefined && id.distinct.size < id.known.length * MOSTLY) found.delete('id');
  const can = (measure: MeasureTemplate) =>
    events ? measure.kpi === 'resolution-time' : needsOf(measure).every((role) => found.has(role));
  const measures = entry.measures.filter(can);
  if (measures.length === 0) return undefined;
  const weight = [...found.values()].reduce((sum, { confidence }) => sum + confidence, 0);
  return { entry, found, measures, events, weight };
}

/** A case id that repeats, beside one time a row, makes a log of events. */
function isLog(entry: Entry, found: ReadonlyMap<Role, Found>): boolean {
  const id = found.get('id')?.column.values;
  const times = TIMES.filter((role) => found.has(role)).length;
  if (entry.table !== 'tickets' || id === undefined || times !== 1 || id.known.length < 6) return false;
  return id.distinct.size < id.known.length * MOSTLY;
}

function columnFor(
  role: Role,
  names: readonly string[],
  columns: readonly Column[],
  taken: ReadonlySet<Column>,
): Found | undefined {
  for (const [at, name] of names.entries()) {
    const pattern = /^\/(.*)\/$/.exec(name)?.[1];
    const test = pattern === undefined ? undefined : new RegExp(pattern);
    for (const column of columns) {
      const named = test?.test(column.name.toLowerCase()) ?? plain(column.name) === plain(name);
      if (!named || taken.has(column)) continue;
      const fits = column.values.known.length === 0 ? undefined : fitting(role, column.values);
      if (fits !== undefined && fits < FEWEST_FITTING) continue;
      const trust = test === undefined ? 1 : (TRUST[Math.min(at, TRUST.length - 1)] as number);
      return { role, column, confidence: trust * (0.5 + 0.5 * (fits ?? 0.5)), exact: test === undefined, fits };
    }
  }
  return undefined;
}

/** The share of a column's values that can be what the role asks for. */
function fitting(role: Role, values: Values): number {
  if (TIMES.includes(role)) return share(values, isTime);
  switch (role) {
    case 'rating':
    case 'agree':
      return wordsOf(values) === undefined ? share(values, within(1, 10)) : 1;
    case 'recommend':
      return share(values, within(0, 10));
    case 'kept':
      return share(values, isVerdict);
    case 'all':
    case 'part':
      return share(values, isCount);
    case 'segment':
      return values.distinct.size <= Math.min(MOST_SEGMENTS, Math.max(2, values.known.length / 2)) ? 1 : 0;
    default:
      return identities(values);
  }
}

/** Numbers of cases are many: in a log they come several times each, a few words that come again are none. */
function identities(values: Values): number {
  const each = values.distinct.size / Math.max(1, values.known.length);
  return each < FEWEST_IDS || values.known.some(isTime) ? 0 : 1;
}

/** The scale whose words a column says, with the words as they stand there. */
export function wordsOf({ distinct }: Values): { scale: number; words: Record<string, number> } | undefined {
  if (distinct.size === 0 || distinct.size > 12) return undefined;
  const said = (word: string) => word.toLowerCase().replaceAll(/[_-]+/g, ' ');
  const known = WORDS.find(({ words }) => [...distinct].every((word) => said(word) in words));
  if (known === undefined) return undefined;
  const words = [...distinct].map((word): [string, number] => [word, known.words[said(word)] ?? 0]);
  return { scale: known.scale, words: Object.fromEntries(words.sort((a, b) => a[1] - b[1])) };
}
