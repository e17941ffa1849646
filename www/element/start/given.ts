/** What callers give, read once: their getters and proxies run here and nowhere else, and nothing of theirs is changed. */
import { ThroughlineError } from '../throughline.js';
import type { Plan } from '../types.js';
import { Faults } from './faults.js';

/** A copy of its own. @throws {ThroughlineError} with `code`, where it cannot be read. */
export function given<Given>(value: Given, code: string): Given {
  try {
    return copy(value) as Given;
  } catch (thrown) {
    const params = { said: thrown instanceof Error ? thrown.message : String(thrown) };
    throw new ThroughlineError(code, params, [{ code: 'unreadable', path: '', params }], thrown);
  }
}

/** Options as an object: none is as good as an empty one. */
export function options<Options extends object>(value: Options | undefined): Options {
  const read: unknown = given(value ?? {}, 'options-invalid');
  const faults = new Faults();
  faults.object(read, '');
  faults.end('options-invalid');
  return read as Options;
}

function copy(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(copy);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, inside]) => [name, copy(inside)]));
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
  const plan: unknown = typeof value === 'string' ? parsed(value) : given(value, 'plan-invalid');
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

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (thrown) {
    const params = { said: thrown instanceof Error ? thrown.message : String(thrown) };
    throw new ThroughlineError('plan-invalid', params, [{ code: 'unreadable', path: '', params }], thrown);
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
