/** What entries are signed with, and entries by their kind. */
import { ThroughlineError } from '../throughline.js';
import type { JournalEntry, Params } from '../types.js';

/** Who, when, and under which id; a fresh time and id where they are left out. */
export interface Signed {
  readonly actor: string;
  readonly time?: string | Date;
  readonly id?: string;
}

export type EntryOf<Kind extends JournalEntry['kind']> = Extract<JournalEntry, { kind: Kind }>;
export type EditEntry = EntryOf<'edit'>;

/** What every entry has, from who signs it. */
export function signed({ actor, time = new Date(), id = newId() }: Signed): {
  id: string;
  actor: string;
  time: string;
} {
  return { id, actor, time: time instanceof Date ? time.toISOString() : time };
}

/** An instant as a journal keeps it (RFC 3339). */
const INSTANT = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)$/i;

/**
 * The same of what any caller gave.
 *
 * @throws {ThroughlineError} `options-invalid`, with every fault and its place.
 */
export function signedBy<How extends Signed>(how: How): How {
  const { actor, time, id, about } = (how ?? {}) as { readonly [Name in keyof Signed | 'about']?: unknown };
  const issues = [
    ...(actor === undefined ? [issue('missing-field', '', { field: 'actor' })] : textFault(actor, '/actor')),
    ...texts({ id, about }),
    ...(time === undefined || isInstant(time) ? [] : [issue('not-a-time', '/time', { value: shown(time) })]),
  ];
  if (issues.length > 0) throw new ThroughlineError('options-invalid', {}, issues);
  return how;
}

function texts(given: Readonly<Record<string, unknown>>) {
  return Object.entries(given).flatMap(([name, value]) => (value === undefined ? [] : textFault(value, `/${name}`)));
}

function textFault(value: unknown, path: string) {
  if (typeof value !== 'string') return [issue('wrong-type', path, { expected: 'string', found: kind(value) })];
  // JSON cannot carry half of a pair, as a text that was cut in the middle of an emoji has it.
  if (/\p{Surrogate}/u.test(value)) return [issue('half-a-character', path)];
  return /[^\s\u0085]/.test(value) ? [] : [issue('empty-text', path)];
}

function isInstant(time: unknown): boolean {
  if (time instanceof Date) return !Number.isNaN(time.getTime()) && isInstant(time.toISOString());
  return typeof time === 'string' && INSTANT.test(time) && !Number.isNaN(Date.parse(time)) && isDay(time.slice(0, 10));
}

/** The 31st of February goes back as another day. */
function isDay(day: string): boolean {
  const at = new Date(`${day}T00:00:00Z`);
  return !Number.isNaN(at.getTime()) && at.toISOString().startsWith(day);
}

export const issue = (code: string, path: string, params: Params = {}) => ({ code, path, params });

export const kind = (value: unknown) => (value === null ? 'null' : Array.isArray(value) ? 'array' : typeof value);

const shown = (value: unknown) => (typeof value === 'string' ? value : kind(value));

/** A UUID of version 4; `crypto.randomUUID` is kept from pages that came without encryption. */
function newId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x40;
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}
