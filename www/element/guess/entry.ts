/** What is known of exports: a table of data (entries.json), one entry an export. */
import data from './entries.json' with { type: 'json' };

export type Role =
  | 'id'
  | 'created'
  | 'firstReply'
  | 'resolved'
  | 'due'
  | 'answered'
  | 'rating'
  | 'recommend'
  | 'agree'
  | 'kept'
  | 'all'
  | 'part'
  | 'segment';

/** A measure as a mapping has it; a text that begins with `$` stands for the column of that role. */
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
  readonly roles: Readonly<Partial<Record<Role, readonly string[]>>>;
  /** How it writes times, where it does not depend on who exports. */
  readonly dates?: string;
  readonly measures: readonly MeasureTemplate[];
}

export const ENTRIES = data.entries as unknown as readonly Entry[];
export const NEEDS = data.needs as Readonly<Record<string, readonly Role[]>>;
export const WORDS = data.words as unknown as readonly { scale: number; words: Readonly<Record<string, number>> }[];

/** Names are compared without capitals, blanks and marks: `Case Number` is `CaseNumber`. */
export function plain(name: string): string {
  return name.toLowerCase().replaceAll(/[^\p{L}\p{N}]/gu, '');
}

/** The roles that a measure needs. */
export function needsOf(measure: MeasureTemplate): Role[] {
  const named = Object.values(measure).filter((value) => typeof value === 'string' && value.startsWith('$'));
  return [...(NEEDS[measure.kpi] ?? []), ...named.map((value) => String(value).slice(1) as Role)];
}
