/**
 * What leads from one plan to another, as a JSON Patch. The library looks for the shortest way through two lists, which
 * takes the product of their lengths: lists of a plan are long and their things have ids, so they are walked once here.
 */
import { createPatch, type Operation, type Pointer } from 'rfc6902';
import type { PatchOperation, Plan } from '../types.js';

type Json = unknown;
type Value = NonNullable<PatchOperation['value']>;

export function difference(before: Plan, after: Plan): PatchOperation[] {
  return between(before, after, '');
}

function between(before: Json, after: Json, at: string): PatchOperation[] {
  const steps = createPatch(before, after, (one, other, pointer: Pointer) =>
    Array.isArray(one) && Array.isArray(other)
      ? (lists(one, other, pointer.toString()) as unknown as Operation[])
      : undefined,
  );
  return (steps as unknown as PatchOperation[]).map((step) => ({
    ...step,
    path: `${at}${step.path}`,
    ...(step.from === undefined ? {} : { from: `${at}${step.from}` }),
  }));
}

/** What is the same at both ends stays; what is between is changed where it is the same thing, else replaced. */
function lists(before: readonly Json[], after: readonly Json[], at: string): PatchOperation[] {
  const least = Math.min(before.length, after.length);
  let head = 0;
  while (head < least && same(before[head], after[head])) head += 1;
  let tail = 0;
  while (tail < least - head && same(before[before.length - 1 - tail], after[after.length - 1 - tail])) tail += 1;
  const steps: PatchOperation[] = [];
  const [ends, goes] = [before.length - tail, after.length - tail];
  const both = Math.min(ends, goes);
  for (let place = head; place < both; place += 1) {
    const [one, other] = [before[place], after[place]];
    const path = `${at}/${place}`;
    steps.push(...(idOf(one) === idOf(other) ? between(one, other, path) : [replaced(path, other)]));
  }
  for (let place = ends - 1; place >= both; place -= 1) steps.push({ op: 'remove', path: `${at}/${place}` });
  for (let place = both; place < goes; place += 1)
    steps.push({ op: 'add', path: `${at}/${place}`, value: after[place] as Value });
  return steps;
}

function replaced(path: string, value: Json): PatchOperation {
  return { op: 'replace', path, value: value as Value };
}

function same(one: Json, other: Json): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}

function idOf(thing: Json): unknown {
  return typeof thing === 'object' && thing !== null ? (thing as { id?: unknown }).id : undefined;
}
