/** What tells one plan from another, however its fields are ordered. */
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import canonicalize from 'canonicalize';
import { ThroughlineError } from '../throughline.js';
import type { Plan } from '../types.js';

/** The SHA-256 of a plan's canonical JSON (RFC 8785), in hexadecimal. */
export function fingerprint(plan: Plan | string): string {
  const plain = plainPlan(plan);
  return attempt('json-syntax', () => bytesToHex(sha256(utf8ToBytes(canonicalize(plain) ?? 'null'))));
}

/** A plan as plain JSON of its own: nothing in it is the caller's. */
export function plainPlan(plan: Plan | string): Plan {
  return attempt('json-syntax', () => JSON.parse(toJson(plan)) as Plan);
}

/** What is given as JSON: text as it is, anything else as its text. */
export function toJson(given: unknown): string {
  return typeof given === 'string' ? given : attempt('json-syntax', () => JSON.stringify(given) ?? 'null');
}

/** What a caller gave may throw as it is read: it becomes the package's error. */
export function attempt<Result>(code: string, read: () => Result): Result {
  try {
    return read();
  } catch (thrown) {
    if (thrown instanceof ThroughlineError) throw thrown;
    const params = { said: said(thrown) };
    throw new ThroughlineError(code, params, [{ code: 'unreadable', path: '', params }], thrown);
  }
}

/** Whatever is thrown, an object without a prototype as well, is said. */
function said(thrown: unknown): string {
  try {
    return thrown instanceof Error ? thrown.message : String(thrown);
  } catch {
    return typeof thrown;
  }
}
