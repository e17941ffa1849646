/** The steps of a JSON Patch (RFC 6902), held to what a journal takes before one of them is made. */
import { ThroughlineError } from '../throughline.js';
import type { PatchOperation } from '../types.js';
import { issue, kind } from './types.js';

/** Where no plan has anything, and where what an object is made of could be changed. */
const REFUSED = new Set(['__proto__', 'constructor', 'prototype']);
const WITH_VALUE = ['add', 'replace', 'test'];
const WITH_FROM = ['move', 'copy'];

/** @throws {ThroughlineError} `edit-failed`, with every fault and its place. */
export function held(patch: unknown): readonly PatchOperation[] {
  const faults = Array.isArray(patch) ? patch.flatMap(faultsOf) : [typeFault('array', patch, '/patch')];
  if (faults.length > 0) throw new ThroughlineError('edit-failed', {}, faults);
  return patch as readonly PatchOperation[];
}

function faultsOf(step: unknown, at: number) {
  const where = `/patch/${at}`;
  if (typeof step !== 'object' || step === null) return [typeFault('object', step, where)];
  const { op, path, from, value } = step as Readonly<Record<string, unknown>>;
  const known = [...WITH_VALUE, ...WITH_FROM, 'remove'];
  if (typeof op !== 'string' || !known.includes(op)) {
    return [issue('unknown-value', `${where}/op`, { value: String(kind(op)), allowed: known.join(', ') })];
  }
  return [
    ...pointerFaults(path, where, 'path', value),
    ...(WITH_FROM.includes(op) ? pointerFaults(from, where, 'from') : []),
    ...(WITH_VALUE.includes(op) && value === undefined ? [issue('missing-field', where, { field: 'value' })] : []),
  ];
}

function pointerFaults(pointer: unknown, where: string, field: string, value?: unknown) {
  if (pointer === undefined) return [issue('missing-field', where, { field })];
  if (typeof pointer !== 'string') return [typeFault('string', pointer, `${where}/${field}`)];
  const params = { value: pointer };
  if (!/^(\/|$)/.test(pointer)) return [issue('not-a-pointer', `${where}/${field}`, params)];
  const names = pointer.split('/').map((name) => name.replaceAll('~1', '/').replaceAll('~0', '~'));
  if (!names.some((name) => REFUSED.has(name)) && !reaches(value)) return [];
  return [issue('pointer-refused', `${where}/path`, params)];
}

/** Whether a value has such a name anywhere in it. */
function reaches(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return false;
  return Object.entries(value).some(([name, inside]) => REFUSED.has(name) || reaches(inside));
}

const typeFault = (expected: string, found: unknown, path: string) =>
  issue('wrong-type', path, { expected, found: kind(found) });
