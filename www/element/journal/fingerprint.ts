/** What tells one plan from another, however its fields are ordered. */
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import canonicalize from 'canonicalize';
import { reading } from '../throughline.js';
import type { Plan } from '../types.js';

/** The SHA-256 of a plan's canonical JSON (RFC 8785), in hexadecimal. */
export function fingerprint(plan: Plan | string): string {
  const plain = plainPlan(plan);
  return reading('json-syntax', () => bytesToHex(sha256(utf8ToBytes(canonicalize(plain) ?? 'null'))));
}

/** A plan as plain JSON of its own: nothing in it is the caller's. */
export function plainPlan(plan: Plan | string): Plan {
  return reading('json-syntax', () => JSON.parse(toJson(plan)) as Plan);
}

/** What is given as JSON: text as it is, anything else as its text. */
export function toJson(given: unknown): string {
  return typeof given === 'string' ? given : reading('json-syntax', () => JSON.stringify(given) ?? 'null');
}
