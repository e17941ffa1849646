/** What callers give, read once; nothing of theirs is changed. */
import { unreadable } from '../throughline.js';
import type { Plan } from '../types.js';
import { Copier } from './copier.js';
import { escaped, Faults } from './faults.js';

/** A copy of its own. @throws {ThroughlineError} with `code`, where it cannot be read. */
export function given<Given>(value: Given, code: string): Given {
  const copier = new Copier();
  try {
    return copier.copy(value) as Given;
  } catch (thrown) {
    throw unreadable(code, thrown, copier.trail.map((name) => `/${escaped(name)}`).join(''));
  }
}

/** Options as an object: none is as good as an empty one. */
export function options<Options extends { readonly locale?: string }>(value: Options | undefined): Options {
  const read: unknown = given(value ?? {}, 'options-invalid');
  const faults = new Faults();
  faults.word(faults.object(read, '')?.locale, '/locale');
  faults.end('options-invalid');
  return read as Options;
}

/** The lists of a plan that are read here, and whether what is in them has an id. */
const LISTS: Readonly<Record<string, 'ids' | 'objects' | 'texts'>> = {
  goals: 'ids',
  strategies: 'ids',
  actions: 'ids',
  needs: 'ids',
  journey: 'ids',
  touchpoints: 'ids',
  pains: 'ids',
  kpis: 'ids',
  owners: 'objects',
  serves: 'objects',
  shouldMove: 'texts',
  servedBy: 'texts',
};

/**
 * A plan as far as it is read here: an object or its JSON. Whether it holds as a whole is for a board to say.
 *
 * @throws {ThroughlineError} `plan-invalid`, with every fault and its place.
 */
export function planOf(value: Plan | string): Plan {
  const faults = new Faults();
  const plan = parsed(value);
  const top = faults.object(plan, '');
  if (top === undefined) faults.add('wrong-type', '', { expected: 'object', found: 'undefined' });
  else if (top.mission === undefined) faults.add('missing-field', '', { field: 'mission' });
  for (const [name, node] of Object.entries({
    mission: top?.mission,
    companyMission: top?.companyMission,
    vision: top?.vision,
  })) {
    if (node !== undefined) inside(node, `/${name}`, true, faults);
  }
  lists(top ?? {}, '', faults);
  faults.end('plan-invalid');
  return plan as Plan;
}

/** As a board reads it: what is no text yet as its JSON. */
function parsed(value: unknown): unknown {
  try {
    return JSON.parse(typeof value === 'string' ? value : (JSON.stringify(value) ?? 'null'));
  } catch (thrown) {
    throw unreadable('plan-invalid', thrown);
  }
}

function lists(node: Record<string, unknown>, path: string, faults: Faults): void {
  for (const [name, kind] of Object.entries(LISTS)) {
    if (!Object.hasOwn(node, name)) continue;
    faults.list(node[name], `${path}/${name}`).forEach((item, at) => {
      const where = `${path}/${name}/${at}`;
      if (kind === 'texts') faults.text(item, where);
      else inside(item, where, kind === 'ids', faults);
    });
  }
}

function inside(value: unknown, path: string, named: boolean, faults: Faults): void {
  const node = faults.object(value ?? null, path);
  if (node === undefined) return;
  if (named && node.id === undefined) faults.add('missing-field', path, { field: 'id' });
  else if (named) faults.text(node.id, `${path}/id`);
  lists(node, path, faults);
}
