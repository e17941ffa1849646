/** What entries are signed with, and entries by their kind. */
import type { JournalEntry } from '../types.js';

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

/** A UUID of version 4; `crypto.randomUUID` is kept from pages that came without encryption. */
function newId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x40;
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}
