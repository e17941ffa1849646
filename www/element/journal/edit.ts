/** Edits of a plan as events: a JSON Patch (RFC 6902) and its inverse, which take back and do again (P15). */
import { applyPatch, type Operation } from 'rfc6902';
import { ThroughlineError } from '../throughline.js';
import type { PatchOperation, Plan } from '../types.js';
import { difference } from './difference.js';
import { attempt, fingerprint, plainPlan } from './fingerprint.js';
import { type EditEntry, type Signed, signed } from './types.js';

/** What to change: a function that changes a copy or gives another plan, the other plan, or a JSON Patch. */
export type Change = ((plan: Plan) => unknown) | Plan | readonly PatchOperation[];

/** The plan as it is after an edit, and the entry for the journal. */
export interface Edited {
  readonly plan: Plan;
  readonly entry: EditEntry;
}

/** Where no plan has anything, and where what an object is made of could be changed. */
const REFUSED = new Set(['__proto__', 'constructor', 'prototype']);

/** Changes a plan. The one that is given stays as it is; whether the new one is a valid plan the board says. */
export function edit(plan: Plan | string, change: Change, how: Signed & { about?: string }): Edited {
  const before = plainPlan(plan);
  const after = changed(before, change);
  const patch = difference(before, after);
  if (patch.length === 0) throw new ThroughlineError('nothing-changed');
  const ends = { plan: fingerprint(before), result: fingerprint(after) };
  const about = how.about === undefined ? {} : { about: how.about };
  const inverse = difference(after, before);
  [...patch, ...inverse].forEach(guarded);
  return { plan: after, entry: { kind: 'edit', ...signed(how), ...about, ...ends, patch, inverse } };
}

/** Makes an edit of a journal on the plan that it was made on. */
export function apply(plan: Plan | string, entry: EditEntry): Plan {
  return led(plan, entry.plan, entry.patch, entry.result);
}

/** Takes an edit back: the plan must be the one that it led to. The entry says so, and can be taken back itself. */
export function undo(plan: Plan | string, entry: EditEntry, how: Signed): Edited {
  const before = led(plan, entry.result, entry.inverse, entry.plan);
  const about = entry.about === undefined ? {} : { about: entry.about };
  return {
    plan: before,
    entry: {
      kind: 'edit',
      ...signed(how),
      ...about,
      plan: entry.result,
      result: entry.plan,
      patch: entry.inverse,
      inverse: entry.patch,
      undoes: entry.id,
    },
  };
}

/** Does again what was taken back: `undone` is the entry that `undo` gave. */
export function redo(plan: Plan | string, undone: EditEntry, how: Signed): Edited {
  if (undone.undoes === undefined) throw new ThroughlineError('not-undone', { id: undone.id });
  return undo(plan, undone, how);
}

/** A patch on the plan that it was made on, to the plan that it is said to lead to. */
function led(plan: Plan | string, from: string, patch: readonly PatchOperation[], to: string): Plan {
  const found = fingerprint(plan);
  if (found !== from) throw new ThroughlineError('plan-differs', { expected: from, found });
  const after = patched(plainPlan(plan), patch);
  const result = fingerprint(after);
  if (result !== to) throw new ThroughlineError('edit-differs', { expected: to, found: result });
  return after;
}

function changed(before: Plan, change: Change): Plan {
  if (typeof change === 'function') {
    const copy = plainPlan(before);
    const given = attempt('edit-failed', () => change(copy));
    // A short function may give whatever its last step gave: a plan is an object with a mission.
    return plainPlan(isPlan(given) ? given : copy);
  }
  if (Array.isArray(change)) return patched(plainPlan(before), change);
  return plainPlan(change as Plan);
}

/** Changes a plan in place, all of the patch or none of it. */
function patched(plan: Plan, patch: readonly PatchOperation[]): Plan {
  patch.forEach(guarded);
  // What is put in is a copy: later steps may change it, and the entry must stay as it is.
  const steps = JSON.parse(JSON.stringify(patch)) as Operation[];
  const holder = { plan };
  const prefixed = steps.map((step) => ({
    ...step,
    path: `/plan${step.path}`,
    ...('from' in step ? { from: `/plan${step.from}` } : {}),
  }));
  const at = applyPatch(holder, prefixed as Operation[]).findIndex((result) => result !== null);
  if (at < 0) return holder.plan;
  const { op, path } = patch[at] as PatchOperation;
  throw new ThroughlineError('edit-failed', {}, [{ code: 'patch-failed', path: `/patch/${at}`, params: { op, path } }]);
}

function guarded({ path, from, value }: PatchOperation, at: number): void {
  for (const pointer of [path, ...(from === undefined ? [] : [from])]) {
    const names = pointer.split('/').map((name) => name.replaceAll('~1', '/').replaceAll('~0', '~'));
    if (!names.some((name) => REFUSED.has(name)) && !reaches(value)) continue;
    const issue = { code: 'pointer-refused', path: `/patch/${at}/path`, params: { value: pointer } };
    throw new ThroughlineError('edit-failed', {}, [issue]);
  }
}

function isPlan(given: unknown): given is Plan {
  return typeof given === 'object' && given !== null && 'mission' in given;
}

/** Whether a value has such a name anywhere in it. */
function reaches(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return false;
  return Object.entries(value).some(([name, inside]) => REFUSED.has(name) || reaches(inside));
}
