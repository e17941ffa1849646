/**
 * What a table that nobody has described yet may mean: a mapping, guessed from its header and its first rows. Nothing is
 * decided here: whoever uses it shows the guess, how sure it is, and what to confirm.
 */
import { isPerson, type Split, splitsOf } from './guess/dimensions.js';
import { ENTRIES, type Entry, kindOf, type MeasureTemplate, needsOf, type Role } from './guess/entry.js';
import { type FirstRows, firstRows, firstRowsOf } from './guess/first-rows.js';
import { type Column, columnsOf, type Found, type Match, match, TIMES } from './guess/match.js';
import { filled, summed } from './guess/template.js';
import { type DateFormats, dateFormats, isTime } from './guess/values.js';
import { type Mapping, messagesFor } from './throughline.js';

export type { Entry, FirstRows, MeasureTemplate, Role };
export { ENTRIES as exportsKnown, firstRows, firstRowsOf };

export interface GuessOptions {
  /** The reader's language and country: it settles which of day and month comes first where no value does. */
  readonly locale?: string;
  /** The id of the source; the kind of the table where absent. */
  readonly source?: string;
  readonly name?: string;
  /** The zone of times without an offset; UTC where absent, and asked for. */
  readonly zone?: string;
  /** The day that all rows are true at, for a table without dates. */
  readonly at?: string;
  /** Exports beside those that are known, which are looked at first. */
  readonly entries?: readonly Entry[];
}

export interface GuessedRole {
  readonly column: string;
  readonly role: Role;
  readonly confidence: number;
  /** In words of the locale. */
  readonly why: string;
}

/** What to confirm before a number is trusted. */
export interface Question {
  readonly code:
    | 'date-order'
    | 'zone'
    | 'id'
    | 'at'
    | 'lost'
    | 'in-time'
    | 'repeats'
    | 'opening'
    | 'discount'
    | 'unverified';
  readonly text: string;
  /** What it could be instead, the guess first. */
  readonly choices: readonly string[];
}

export interface Alternative {
  readonly entry: string;
  readonly vendor?: string;
  readonly table: string;
  readonly confidence: number;
}

export interface Guess {
  /** The mapping; absent where nothing could be measured. */
  readonly mapping: Mapping | undefined;
  /**
   * 0 to 1: the mean over the columns that the measures need of how well name and values fit (a documented name 1, one
   * that looks like it 0.5 to 0.9, halved as no value fits), times 0.9 for each open question of dates, zone or words.
   */
  readonly confidence: number;
  /** The entry of the table of known exports, and whose export it describes. */
  readonly entry: string | undefined;
  readonly vendor: string | undefined;
  readonly table: string | undefined;
  /** Whether a real export of that vendor was read by the entry; otherwise it is made from documentation alone. */
  readonly verified: boolean;
  readonly roles: readonly GuessedRole[];
  readonly alternatives: readonly Alternative[];
  readonly unused: readonly string[];
  readonly questions: readonly Question[];
  /** How times may be written, the likeliest first. */
  readonly dates: readonly string[];
}

/** Enough of a file to guess by. */
const GLANCE = 256 * 1024;
const UNSURE = 0.9;

/** Guesses what the columns of a table mean, from a text, from rows (the header first), or from a file. */
export function guessMapping(table: string | readonly (readonly string[])[], options?: GuessOptions): Guess;
export function guessMapping(file: Blob, options?: GuessOptions): Promise<Guess>;
export function guessMapping(
  given: string | readonly (readonly string[])[] | Blob,
  options: GuessOptions = {},
): Guess | Promise<Guess> {
  if (typeof given === 'string') return guessed(firstRowsOf(given.slice(0, GLANCE), given.length > GLANCE), options);
  if (Array.isArray(given)) {
    const [header = [], ...rows] = given as readonly (readonly string[])[];
    return guessed({ delimiter: ',', header, rows }, options);
  }
  const file = given as Blob;
  const glance = file.slice(0, GLANCE).text();
  return glance.then((text) => guessed(firstRowsOf(text, file.size > GLANCE), options));
}

function guessed(table: FirstRows, options: GuessOptions): Guess {
  const columns = columnsOf(table);
  const matches = [...(options.entries ?? []), ...ENTRIES]
    .flatMap((entry) => match(entry, columns, options.at !== undefined) ?? [])
    .map((one) => ({ one, ...readOf(one, options) }))
    .sort((a, b) => rank(b.one) - rank(a.one) || b.one.weight - a.one.weight);
  const best = matches[0];
  if (best === undefined) return nothing(columns);
  const { one, confidence, questions, dates } = best;
  const people = !ABOUT_PEOPLE.has(one.entry.table);
  const segment = one.found.get('segment')?.column;
  // Who worked on a case may stand where what it is split by is looked for.
  const own = segment === undefined || !isPerson(segment) ? 'plain' : people ? 'person' : 'none';
  const found = [...one.found.values()].filter(({ role }) => role !== 'segment' || own !== 'none');
  // What cases are about may split them, whatever else it is read for.
  const read = found.filter(({ role }) => role !== 'topic');
  const taken = new Set(read.flatMap(({ all }) => all));
  const splits = splitsOf(columns, taken, own === 'none' ? undefined : segment, people);
  const used = new Set([...found, ...splits].map(({ column }) => column));
  return {
    mapping: withSplits(best.mapping, splits, own),
    confidence,
    entry: one.entry.id,
    vendor: one.entry.vendor,
    table: one.entry.table,
    verified: one.entry.verified,
    roles: [
      ...found.map((each) => roleOf(each, one.entry, options)),
      ...splits.map((split) => roleOf({ ...split, exact: false, fits: 1 }, one.entry, options)),
    ],
    alternatives: matches.slice(1).map(({ one: { entry }, confidence: sure }) => alternative(entry, sure)),
    unused: columns.filter((column) => !used.has(column)).map(({ name }) => name),
    questions,
    dates: dates.formats,
  };
}

/** What employees said is split by nobody of them. */
const ABOUT_PEOPLE = new Set(['employees', 'staffing']);

/** The mapping split by these columns too; by people so that they are shown in large groups alone, and never named. */
function withSplits(
  { dimension, ...mapping }: Mapping,
  splits: readonly Split[],
  own: 'plain' | 'person' | 'none',
): Mapping {
  const more = splits.map(({ column: { name }, person }) => (person ? { column: name, person } : name));
  const known =
    dimension === undefined || own === 'none'
      ? []
      : [own === 'person' ? { column: dimension, person: true } : dimension];
  const all = [...known, ...more];
  const [only] = all;
  if (all.length === 0) return mapping;
  return all.length === 1 && typeof only === 'string'
    ? { ...mapping, dimension: only }
    : { ...mapping, dimensions: all };
}

function nothing(columns: readonly Column[]): Guess {
  return {
    mapping: undefined,
    confidence: 0,
    entry: undefined,
    vendor: undefined,
    table: undefined,
    verified: false,
    roles: [],
    alternatives: [],
    unused: columns.map(({ name }) => name),
    questions: [],
    dates: ['iso'],
  };
}

/** An export whose marks are all there is meant before any table that merely looks like something. */
function rank({ entry }: Match): number {
  return entry.marks.length > 0 ? 1 : 0;
}

function alternative({ id, vendor, table }: Entry, confidence: number): Alternative {
  return { entry: id, table, confidence, ...(vendor === undefined ? {} : { vendor }) };
}

function roleOf(
  { column, role, confidence, exact, fits }: Omit<Found, 'all'>,
  { vendor }: Entry,
  options: GuessOptions,
) {
  const words = messagesFor(options.locale ?? 'en');
  const name = words.text(exact ? 'guess.name' : 'guess.pattern', {
    vendor: vendor ?? '',
    known: vendor !== undefined,
  });
  const values = fits === undefined ? words.text('guess.no-values') : words.text('guess.values', { fits });
  return { column: column.name, role, confidence: rounded(confidence), why: `${name}; ${values}` };
}

interface Read {
  mapping: Mapping;
  confidence: number;
  questions: Question[];
  dates: DateFormats;
}

/** The mapping of a match, how sure it is, and what to confirm. */
function readOf(one: Match, options: GuessOptions): Read {
  const { entry, found, measures, events } = one;
  const name = (role: Role) => found.get(role)?.column.name;
  const timed = TIMES.filter((role) => found.has(role));
  const samples = [...found.values()].flatMap(({ role, column }) =>
    kindOf(role) === 'time' ? column.values.known : [],
  );
  const dates = dateFormats(samples, options.locale);
  const surveyed = measures.every(({ kpi }) => !(kpi in TIMED));
  const needed = new Set<Role>(events ? ['id'] : measures.flatMap(needsOf));
  if (timed.length > 0 && (surveyed || events)) needed.add(timed[0] as Role);
  const questions = asked(one, { dates, samples, timed, surveyed }, options);
  const sure = [...needed].map((role) => found.get(role)?.confidence ?? 0);
  const doubts = questions.filter(({ code }) => ['date-order', 'zone', 'lost'].includes(code)).length;
  const confidence = rounded((sure.reduce((sum, each) => sum + each, 0) / sure.length) * UNSURE ** doubts);
  const missing = [...new Set([...found.values()].flatMap(({ column }) => column.values.absent))];
  const decimal = summed(found).some((column) => column.values.known.some((value) => value.includes(',')));
  const followed = measures.every(({ began }) => began !== undefined);
  const day = timed.length === 0 && !followed ? options.at : undefined;
  const mapping: Record<string, unknown> = {
    version: 1,
    source: options.source ?? entry.table,
    ...(options.name === undefined ? {} : { name: options.name }),
    period: 'month',
    zone: options.zone ?? 'UTC',
    dates: samples.length === 0 ? (entry.dates ?? 'iso') : dates.formats[0],
    ...(decimal ? { decimal: ',' } : {}),
    ...(missing.length === 0 ? {} : { missing }),
    ...identity(one, surveyed),
    ...(found.has('segment') ? { dimension: name('segment') } : {}),
    ...(day === undefined ? {} : { at: day }),
    measures: measures.map((measure) => filled(measure, found)),
  };
  return { mapping, confidence, questions, dates };
}

/** Families that are made of a case's own times. */
const TIMED: Readonly<Record<string, true>> = {
  'resolution-time': true,
  'first-reply-time': true,
  'sla-compliance': true,
};

function identity({ found, events }: Match, surveyed: boolean): Record<string, unknown> {
  const name = (role: Role) => found.get(role)?.column.name;
  const id = name('id');
  if (events) {
    const time = name('created') ?? name('resolved') ?? name('answered');
    const activity = found.get('activity')?.column;
    const kinds = activity === undefined ? undefined : kindsOf(activity);
    return { events: { case: id, time, created: 'first', resolved: 'last', ...kinds } };
  }
  const roles: Readonly<Record<string, string | undefined>> = {
    created: name('created'),
    firstReply: name('firstReply'),
    resolved: name('resolved'),
    firstResolved: name('resolved') === undefined ? undefined : name('firstResolved'),
    due: name('due'),
    answered:
      name('answered') ??
      (name('began') === undefined ? name('ended') : undefined) ??
      (surveyed ? name('resolved') : undefined),
  };
  const columns = Object.fromEntries(Object.entries(roles).filter(([, column]) => column !== undefined));
  return { ...(id === undefined ? {} : { id }), ...(Object.keys(columns).length === 0 ? {} : { columns }) };
}

/** Which words of a log create, resolve and open a case again; nothing where none of them resolves one. */
function kindsOf({ name, values }: Column): Record<string, unknown> | undefined {
  const like = (test: RegExp) => [...values.distinct].filter((word) => test.test(word));
  const resolved = like(/resol|solv|clos|complet|done/i);
  if (resolved.length === 0) return undefined;
  const reopened = like(/re-?open/i);
  const created = like(/creat|open|submit|receiv/i).filter((word) => !reopened.includes(word));
  const lists = Object.entries({ created, resolved, reopened }).filter(([, words]) => words.length > 0);
  return { kinds: { column: name, ...Object.fromEntries(lists) } };
}

interface Known {
  dates: DateFormats;
  samples: readonly string[];
  timed: readonly Role[];
  surveyed: boolean;
}

function asked(one: Match, { dates, samples, timed, surveyed }: Known, options: GuessOptions): Question[] {
  const words = messagesFor(options.locale ?? 'en');
  const questions: Question[] = [];
  const ask = (code: Question['code'], choices: readonly string[] = [], args = {}) =>
    questions.push({ code, text: words.text(`guess.ask-${code}`, args), choices });
  if (dates.open) ask('date-order', dates.formats.slice(0, 2), { sample: samples.find(isTime) ?? '' });
  const clocked = samples.some((value) => /\d:\d{2}/.test(value));
  if (clocked && !dates.zoned && options.zone === undefined) ask('zone', ['UTC']);
  if (!one.found.has('id') && !surveyed) ask('id');
  if (timed.length === 0 && options.at === undefined) ask('at');
  const kept = one.found.get('kept')?.column;
  if (kept !== undefined) ask('lost', [...kept.values.distinct].slice(0, 12), { column: kept.name });
  const [level] = one.measures.filter(({ kpi }) => kpi === 'service-level' || kpi === 'abandonment');
  if (level !== undefined && one.found.has('wait') && JSON.stringify(level).includes('atMost')) ask('in-time');
  const [again] = one.measures.filter(({ window }) => window !== undefined);
  if (again !== undefined) ask('repeats', [], { days: again.window as number });
  if (one.measures.some(({ kpi, counts }) => kpi === 'backlog' && !('created' in Object(counts)))) ask('opening');
  if (one.measures.some(({ discount }) => discount !== undefined)) ask('discount');
  if (one.entry.vendor !== undefined && !one.entry.verified) ask('unverified', [], { vendor: one.entry.vendor });
  return questions;
}

function rounded(confidence: number): number {
  return Math.round(confidence * 1000) / 1000;
}
