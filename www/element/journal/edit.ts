/** Edits of a plan as events: a JSON Patch (RFC 6902) and its inverse, which take back and do again (P15). */
import { applyPatch, type Operation } from 'rfc6902';
import { check, reading, ThroughlineError } from '../throughline.js';
import type { PatchOperation, Plan } from '../types.js';
import { difference } from './difference.js';
import { fingerprint, plainPlan } from './fingerprint.js';
import { held } from './steps.js';
import { type EditEntry, issue, kind, type Signed, signed, signedBy } from './types.js';

/** What to change: a function that changes a copy or gives another plan, the other plan, or a JSON Patch. */
export type Change = ((plan: Plan) => unknown) | Plan | readonly PatchOperation[];

/** The plan as it is after an edit, and the entry for the journal. */
export interface Edited {
  readonly plan: Plan;
  readonly entry: EditEntry;
}

/**
 * Changes a plan. The one that is given stays as it is; the new one is a plan that a board opens.
 *
 * @throws {ThroughlineError} `plan-invalid` where it is none, `edit-failed`, `nothing-changed` or `options-invalid`, with
 * every fault and its place.
 */
export function edit(plan: Plan | string, change: Change, how: Signed & { about?: string }): Edited {
  const who = reading('options-invalid', () => signedBy(how));
  const before = plainPlan(plan);
  const after = checked(changed(before, change));
  const patch = reading('edit-failed', () => difference(before, after));
  if (patch.length === 0) throw new ThroughlineError('nothing-changed');
  const ends = { plan: fingerprint(before), result: fingerprint(after) };
  const about = who.about === undefined ? {} : { about: who.about };
  const inverse = difference(after, before);
  held(patch);
  held(inverse);
  return { plan: after, entry: { kind: 'edit', ...signed(who), ...about, ...ends, patch, inverse } };
}

/** Makes an edit of a journal on the plan that it was made on. */
export function apply(plan: Plan | string, entry: EditEntry): Plan {
  const made = editOf(entry);
  return checked(led(plan, made.plan, made.patch, made.result));
}

/** Takes an edit back: the plan must be the one that it led to. The entry says so, and can be taken back itself. */
export function undo(plan: Plan | string, entry: EditEntry, how: Signed): Edited {
  const who = reading('options-invalid', () => signedBy(how));
  const made = editOf(entry);
  const about = made.about === undefined ? {} : { about: made.about };
  return {
    plan: checked(takenBack(plan, made)),
    entry: {
      kind: 'edit',
      ...signed(who),
      ...about,
      plan: made.result,
      result: made.plan,
      patch: made.inverse,
      inverse: made.patch,
      undoes: made.id,
    },
  };
}

/** The plan before an edit, which no board need open: a plan may have been mended. */
export function takenBack(plan: Plan | string, { plan: before, result, inverse }: EditEntry): Plan {
  return led(plan, result, inverse, before);
}

/** Does again what was taken back: `undone` is the entry that `undo` gave. */
export function redo(plan: Plan | string, undone: EditEntry, how: Signed): Edited {
  const made = editOf(undone);
  if (made.undoes === undefined) throw new ThroughlineError('not-undone', { id: made.id });
  return undo(plan, made, how);
}

/** @throws {ThroughlineError} `plan-invalid`, as a board does. */
function checked(plan: Plan): Plan {
  check(plan);
  return plan;
}

/** An entry of a journal as far as it is read here, as plain JSON of its own. */
function editOf(entry: EditEntry): EditEntry {
  const read: unknown = reading('journal-invalid', () => JSON.parse(JSON.stringify(entry) ?? 'null'));
  const { kind: is, ...fields } = (read ?? {}) as Readonly<Record<string, unknown>>;
  const wrong = ['id', 'plan', 'result'].filter((name) => typeof fields[name] !== 'string');
  const issues = [
    ...(is === 'edit'
      ? []
      : [issue('unknown-value', '/kind', { value: typeof is === 'string' ? is : kind(is), allowed: 'edit' })]),
    ...wrong.map((name) => issue('wrong-type', `/${name}`, { expected: 'string', found: kind(fields[name]) })),
  ];
  if (issues.length > 0) throw new ThroughlineError('journal-invalid', {}, issues);
  return read as EditEntry;
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
    const given = reading('edit-failed', () => now(change(copy)));
    // A short function may give whatever its last step gave: a plan is an object with a mission.
    return plainPlan(isPlan(given) ? given : copy);
  }
  if (Array.isArray(change)) return patched(plainPlan(before), change);
  return plainPlan(change as Plan);
}

/** A promise would change the copy when it is too late. */
function now(given: unknown): unknown {
  if (typeof (given as { then?: unknown } | null | undefined)?.then !== 'function') return given;
  throw new ThroughlineError('edit-failed', {}, [issue('wrong-type', '', { expected: 'object', found: 'promise' })]);
}

/** Changes a plan in place, all of the patch or none of it. */
function patched(plan: Plan, patch: readonly PatchOperation[]): Plan {
  // What is put in is a copy: later steps may change it, and the entry must stay as it is.
  const steps = held(reading('edit-failed', () => JSON.parse(JSON.stringify(patch ?? null)))) as unknown as Operation[];
  const holder = { plan };
  const prefixed = steps.map((step) => ({
    ...step,
    path: `/plan${step.path}`,
    ...('from' in step ? { from: `/plan${step.from}` } : {}),
  }));
  const at = reading('edit-failed', () => applyPatch(holder, prefixed as Operation[])).findIndex(
    (done) => done !== null,
  );
  if (at < 0) return holder.plan;
  const { op, path } = steps[at] as Operation;
  throw new ThroughlineError('edit-failed', {}, [issue('patch-failed', `/patch/${at}`, { op, path })]);
}

function isPlan(given: unknown): given is Plan {
  return typeof given === 'object' && given !== null && 'mission' in given;
}
