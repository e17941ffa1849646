/** What is known of exports: a table of data (entries.json), one entry an export. */
import data from './entries.json' with { type: 'json' };

/** What a column says of a row: one of the names in the table of kinds, or one that an entry of yours brings along. */
export type Role = string;

/** What the values of a column must be to play a role. */
export type Kind =
  | 'identity'
  | 'time'
  | 'scale'
  | 'points'
  | 'effort'
  | 'ease'
  | 'items'
  | 'verdict'
  | 'count'
  | 'length'
  | 'span'
  | 'money'
  | 'word'
  | 'text'
  | 'segment';

/**
 * A measure as a mapping has it. A text that begins with `$` stands for the column of that role, one that begins with
 * `$$` for all its columns; a field whose name ends with `?` is left out where its column is not there (of several
 * that differ behind the mark the first that is there stands). Conditions may say `says` (yes, no, lost, kept), `like`
 * (a pattern that words match) or `good` (the upper two answers) in place of the words, which are those of the file;
 * and `full`, that nearly every row has a value. A `fallback` is measured where nothing else is; `needs` are roles that it
 * reads without naming them, `unless` roles that mean another thing is counted. Of one id the first that can be stands.
 */
export type MeasureTemplate = { readonly id: string; readonly kpi: string } & Readonly<Record<string, unknown>>;

/** An export: its headers, what its columns mean, and what can be measured in it. */
export interface Entry {
  readonly id: string;
  /** Whose export it is; absent for tables of no program in particular. */
  readonly vendor?: string;
  /** What its rows are: tickets, calls, surveys … */
  readonly table: string;
  /** The documentation that the entry was made from. */
  readonly source?: string;
  /** Whether a real export was read by it. */
  readonly verified: boolean;
  /** Columns that must all be there; none where the roles alone decide. */
  readonly marks: readonly string[];
  /** Names of the columns of each role, the likeliest first; between slashes stands a pattern for lower-case names. */
  readonly roles: Readonly<Record<Role, readonly string[]>>;
  /** How it writes times, where it does not depend on who exports. */
  readonly dates?: string;
  readonly measures: readonly MeasureTemplate[];
}

export const ENTRIES = data.entries as unknown as readonly Entry[];
export const NEEDS = data.needs as Readonly<Record<string, readonly Role[]>>;
export const WORDS = data.words as unknown as readonly { scale: number; words: Readonly<Record<string, number>> }[];
const KINDS = data.kinds as Readonly<Record<Role, Kind>>;

/** A role that is not in the table of kinds is an identity: many values, none a time. */
export function kindOf(role: Role): Kind {
  return KINDS[role] ?? 'identity';
}

/** Names are compared without capitals, blanks and marks: `Case Number` is `CaseNumber`. */
export function plain(name: string): string {
  return name.toLowerCase().replaceAll(/[^\p{L}\p{N}]/gu, '');
}

/** The roles that a measure, or a part of it, cannot do without. */
export function needsOf(measure: MeasureTemplate): Role[] {
  const counted = measure.counts !== undefined || measure.began !== undefined;
  const own = (measure.needs as readonly Role[] | undefined) ?? (counted ? [] : NEEDS[measure.kpi]);
  return [...(own ?? []), ...rolesIn(measure)];
}

/** The roles that a template names: those that it needs, or all of them. */
export function rolesIn(template: unknown, which: 'needed' | 'all' = 'needed'): Role[] {
  if (typeof template === 'string') return template.startsWith('$') ? [template.replace(/^\$+/, '')] : [];
  if (typeof template !== 'object' || template === null) return [];
  const fields = Object.entries(template).filter(([key]) => which === 'all' || !key.includes('?'));
  return fields.flatMap(([, value]) => rolesIn(value, which));
}
