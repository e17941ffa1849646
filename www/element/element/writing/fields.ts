/** The fields of a form, and the way from what was typed to an entry, or to what is wrong with it. */
import { signed } from '../../journal/types.js';
import type { JournalEntry } from '../../types.js';

export type Values = Map<string, string>;
/** By the name of the field, in the order of the form: a code. */
export type Faults = Map<string, string>;
/** What the fields say, by the names of the journal. */
export type Said = Record<string, unknown>;

/** What an entry is about. */
export interface Subject {
  readonly id: string;
  readonly kind: string;
  /** Of a KPI. */
  readonly unit?: string | undefined;
}

/** Something to choose from: in somebody's own words, with what tells it from others. */
export interface Pick {
  readonly id: string;
  readonly text: string;
  readonly note: string;
}

export interface Field {
  readonly name: string;
  /** The message of its label, where it is not of its name. */
  readonly label?: string;
  readonly required?: boolean;
  readonly long?: boolean;
  readonly number?: boolean;
  readonly type?: 'date';
  readonly choices?: readonly string[];
  /** Any number of these. */
  readonly picks?: readonly Pick[];
  readonly unit?: string;
}

/** A kind of form. */
export interface Kind {
  readonly kind: JournalEntry['kind'];
  /** Which feedback it answers: loops in this state. */
  readonly answers?: 'open' | 'decided';
  fields(subject: Subject, picks: readonly Pick[]): readonly Field[];
  /** What no field can know by itself. */
  check?(said: Said, faults: Faults): void;
}

const SHARES = new Set(['confidence', 'progress', 'score']);

/** Reads what was typed: an entry, or every fault. */
export function read(
  kind: Kind,
  fields: readonly Field[],
  { subject, typed, actor }: { subject: Subject; typed: Values; actor: string },
): { entry?: JournalEntry; faults: Faults } {
  const faults: Faults = new Map();
  const said: Said = {};
  for (const field of fields) one(field, (typed.get(field.name) ?? '').trim(), said, faults);
  kind.check?.(said, faults);
  if (faults.size > 0) {
    const inOrder = fields.flatMap(({ name }) => (faults.has(name) ? [name] : []));
    return { faults: new Map(inOrder.map((name) => [name, faults.get(name) ?? ''])) };
  }
  return { faults, entry: { kind: kind.kind, ...signed({ actor }), about: subject.id, ...said } as JournalEntry };
}

function one(field: Field, text: string, said: Said, faults: Faults): void {
  const { name } = field;
  if (field.picks !== undefined) {
    const chosen = picked(text).filter((id) => field.picks?.some((pick) => pick.id === id));
    if (chosen.length > 0) said[name] = chosen;
    else if (field.required) faults.set(name, 'pick');
  } else if (text === '') {
    if (field.required) faults.set(name, 'missing');
  } else if (field.number) counted(name, text, said, faults);
  else if (field.type === 'date' && !/^\d{4}-\d{2}-\d{2}$/.test(text)) faults.set(name, 'date');
  else said[name] = text;
}

function counted(name: string, text: string, said: Said, faults: Faults): void {
  const value = number(text);
  const share = SHARES.has(name);
  if (Number.isNaN(value)) faults.set(name, 'number');
  else if (share && (value < 0 || value > 100)) faults.set(name, 'share');
  else said[name] = share ? value / 100 : value;
}

/** A number as people write it, with a point or a comma. */
function number(text: string): number {
  return /^[-+]?\d*[.,]?\d+$/.test(text) ? Number(text.replace(',', '.')) : Number.NaN;
}

/** What is chosen is kept as text, as everything typed is. */
export function picked(text: string): string[] {
  return text === '' ? [] : (JSON.parse(text) as string[]);
}
