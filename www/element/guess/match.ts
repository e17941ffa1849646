/** Which column of a table plays which role of an entry, by names and by values. */
import { type Entry, kindOf, type MeasureTemplate, needsOf, plain, type Role, rolesIn } from './entry.js';
import type { FirstRows } from './first-rows.js';
import { topOf, wordsOf } from './scale.js';
import { wordsLike } from './template.js';
import { isCount, isLength, isMoney, isTime, isVerdict, share, type Values, valuesOf, within } from './values.js';

export interface Column {
  readonly name: string;
  readonly values: Values;
}

export interface Found {
  readonly role: Role;
  readonly column: Column;
  /** All columns that play the role, where several may. */
  readonly all: readonly Column[];
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
export const TIMES: readonly Role[] = ['created', 'firstReply', 'resolved', 'due', 'answered'];
/** Where rows are read by what they are, not by what is measured of them. */
const ALWAYS: readonly Role[] = [...TIMES, 'id', 'segment'];
/** What a mean or a share is called: nothing that can be added up. */
const DERIVED = /avg|average|mean|median|percent|%|\bp\d\d\b|longest|\bmax|rate$/i;
/** Lengths are read in seconds; where the name says another unit, plain numbers are none. */
const OTHER_UNIT = /(?:^|[^a-z])(min|mins|minutes?|h|hrs?|hours?|days?|ms)(?:[^a-z]|$)/i;

export function columnsOf({ header, rows }: FirstRows): Column[] {
  return header.map((name, at) => ({ name, values: valuesOf(rows.map((row) => row[at] ?? '')) }));
}

/**
 * The table as this entry reads it; nothing where one of its marks is missing or nothing could be measured. `dated` says
 * whether the day of all rows is known, where no column tells.
 */
export function match(entry: Entry, columns: readonly Column[], dated: boolean): Match | undefined {
  const names = new Set(columns.map(({ name }) => plain(name)));
  if (!entry.marks.every((mark) => names.has(plain(mark)))) return undefined;
  const found = rolesOf(entry, columns);
  const events = isLog(entry, found);
  // What comes again is no row's own number: rows would take one another's place.
  const id = found.get('id')?.column.values;
  if (!events && id !== undefined && id.distinct.size < id.known.length * MOSTLY) found.delete('id');
  const measures = measuresOf(entry, found, events, dated || TIMES.some((role) => found.has(role)));
  if (measures.length === 0) return undefined;
  const used = new Set([
    ...ALWAYS,
    ...(events ? ['activity'] : []),
    ...measures.flatMap((each) => [...needsOf(each), ...rolesIn(each, 'all')]),
  ]);
  const matter = [...found.values()].filter(({ role }) => used.has(role));
  const weight = matter.reduce((sum, { confidence }) => sum + confidence, 0);
  return { entry, found: new Map(matter.map((one) => [one.role, one])), measures, events, weight };
}

function rolesOf(entry: Entry, columns: readonly Column[]): Map<Role, Found> {
  const found = new Map<Role, Found>();
  const taken = new Set<Column>();
  for (const role of Object.keys(entry.roles)) {
    const names = entry.roles[role] ?? [];
    const one = kindOf(role) === 'items' ? itemsFor(role, names, columns) : columnFor(role, names, columns, taken);
    if (one === undefined) continue;
    found.set(role, one);
    // An item of a survey may be read by itself as well.
    if (one.all.length === 1) taken.add(one.column);
  }
  return found;
}

function measuresOf(entry: Entry, found: ReadonlyMap<Role, Found>, events: boolean, dated: boolean): MeasureTemplate[] {
  const can = (measure: MeasureTemplate) => {
    if (events) return measure.kpi === 'resolution-time';
    if ((measure.unless as readonly Role[] | undefined)?.some((role) => found.has(role))) return false;
    return needsOf(measure).every((role) => found.has(role)) && wordsLike(measure, found) && sameUnit(measure, found);
  };
  const all = entry.measures.filter(can);
  const able = all.filter(({ id }, at) => all.findIndex((other) => other.id === id) === at);
  const own = able.filter(({ fallback }) => fallback !== true);
  const chosen = own.length > 0 ? own : able;
  // What has no date needs a day to be true at; where nothing else can be measured, the day is asked for.
  const datable = chosen.filter((measure) => dated || measure.began !== undefined);
  return datable.length > 0 ? datable : chosen;
}

/** Whether lengths of time that are divided by one another are told in the same unit. */
function sameUnit(measure: MeasureTemplate, found: ReadonlyMap<Role, Found>): boolean {
  const spans = needsOf(measure).filter((role) => kindOf(role) === 'span');
  const units = spans.map((role) => OTHER_UNIT.exec(found.get(role)?.column.name ?? '')?.[1]?.[0]?.toLowerCase());
  return new Set(units).size <= 1;
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
      const fits = column.values.known.length === 0 ? undefined : fitting(role, column);
      if (fits !== undefined && fits < FEWEST_FITTING) continue;
      const trust = test === undefined ? 1 : (TRUST[Math.min(at, TRUST.length - 1)] as number);
      const confidence = trust * (0.5 + 0.5 * (fits ?? 0.5));
      return { role, column, all: [column], confidence, exact: test === undefined, fits };
    }
  }
  return undefined;
}

/** All columns of one scale that are called like items of a survey: two at least. */
function itemsFor(role: Role, names: readonly string[], columns: readonly Column[]): Found | undefined {
  const tests = names.map((name) => new RegExp(name.slice(1, -1)));
  const named = columns.filter(({ name }) => tests.some((test) => test.test(name.toLowerCase())));
  const asked = named.filter(({ values }) => scaleOf(values) !== undefined);
  const scale = scaleOf(asked[0]?.values ?? valuesOf([]));
  const all = asked.filter(({ values }) => scaleOf(values) === scale);
  const [column] = all;
  if (column === undefined || all.length < 2) return undefined;
  return { role, column, all, confidence: TRUST[1] as number, exact: false, fits: 1 };
}

/** What makes two items answers on one scale: the words, or the highest number that such scales have. */
function scaleOf(values: Values): string | undefined {
  const worded = wordsOf(values);
  if (worded !== undefined) return Object.keys(worded.known).join();
  if (values.known.length === 0 || share(values, within(1, 10)) < 1) return undefined;
  return String(topOf(values));
}

/** The share of a column's values that can be what the role asks for. */
function fitting(role: Role, { name, values }: Column): number {
  switch (kindOf(role)) {
    case 'time':
      return share(values, isTime);
    case 'scale':
      return wordsOf(values) === undefined ? share(values, within(1, 10)) : 1;
    case 'points':
      return share(values, within(0, 10));
    case 'effort':
      return share(values, within(1, 5));
    case 'ease':
      return values.known.some((value) => Number(value) > 5) ? share(values, within(1, 7)) : 0;
    case 'verdict':
      return share(values, isVerdict);
    case 'count':
      return DERIVED.test(name) ? 0 : share(values, isCount);
    case 'length':
      if (DERIVED.test(name) || (OTHER_UNIT.test(name) && share(values, isCount) > 0)) return 0;
      return share(values, isLength);
    case 'span':
      return DERIVED.test(name) ? 0 : share(values, isLength);
    case 'money':
      return DERIVED.test(name) ? 0 : share(values, isMoney);
    case 'word':
      return values.known.some(isTime) || values.distinct.size > MOST_SEGMENTS ? 0 : 1;
    case 'text':
      return share(values, (value) => /\S\s+\S/.test(value));
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
