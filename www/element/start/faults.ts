/** Faults in what was answered: all of them, each with its place, before anything is made of it. */
import { ThroughlineError } from '../throughline.js';
import type { Params } from '../types.js';
import { Foreign } from './copier.js';

const DAY = /^\d{4}-\d{2}-\d{2}$/;
/** Something that a reader sees: a board takes the line break of old terminals (U+0085) for a space, too. */
const SAYS = /[^\s\u0085]/;
/** Half of a pair, as a text that was cut in the middle of an emoji has: JSON cannot carry it. */
const HALF = /\p{Surrogate}/u;

export class Faults {
  readonly #found: { code: string; path: string; params: Params }[] = [];

  add(code: string, path: string, params: Params = {}): undefined {
    this.#found.push({ code, path, params });
    return undefined;
  }

  /** An object with none but known fields, or with any; absent where nothing is there. */
  object(value: unknown, path: string, known?: Iterable<string>): Record<string, unknown> | undefined {
    if (value === undefined) return undefined;
    const isObject = typeof value === 'object' && value !== null && !Array.isArray(value);
    if (!isObject || value instanceof Foreign) return this.#type('object', value, path);
    const names = known === undefined ? undefined : new Set(known);
    for (const name of Object.keys(value)) {
      if (names?.has(name) === false) this.add('unknown-field', `${path}/${escaped(name)}`, { field: name });
    }
    return value as Record<string, unknown>;
  }

  list(value: unknown, path: string): readonly unknown[] {
    if (value === undefined) return [];
    if (Array.isArray(value)) return value;
    this.#type('array', value, path);
    return [];
  }

  /** A text with something in it, without what stands around it. */
  text(value: unknown, path: string): string | undefined {
    if (value === undefined) return undefined;
    if (typeof value !== 'string') return this.#type('string', value, path);
    if (!SAYS.test(value)) return this.add('empty-text', path);
    return HALF.test(value) ? this.add('half-a-character', path) : value.trim();
  }

  /** A text of any kind, as it is. */
  word(value: unknown, path: string): void {
    if (value !== undefined && typeof value !== 'string') this.#type('string', value, path);
  }

  number(value: unknown, path: string, [min, max]: readonly [number, number]): number | undefined {
    if (value === undefined) return undefined;
    if (typeof value !== 'number') return this.#type('number', value, path);
    if (!Number.isFinite(value)) return this.add('not-a-number', path);
    if (value >= min && value <= max) return value;
    return this.add('out-of-range', path, Number.isFinite(min) ? { min, max } : {});
  }

  oneOf<Choice extends string>(value: unknown, path: string, choices: readonly Choice[]): Choice | undefined {
    if (value === undefined) return undefined;
    const found = choices.find((choice) => choice === value);
    if (found !== undefined) return found;
    return this.add('unknown-value', path, { value: shown(value), allowed: choices.join(', ') });
  }

  day(value: unknown, path: string): string | undefined {
    if (value === undefined) return undefined;
    const isDay = typeof value === 'string' && DAY.test(value) && isReal(value);
    return isDay ? (value as string) : this.add('not-a-date', path, { value: shown(value) });
  }

  /** A whole number between two. */
  whole(value: unknown, path: string, range: readonly [number, number]): number | undefined {
    const number = this.number(value, path, range);
    if (number === undefined || Number.isInteger(number)) return number;
    return this.add('wrong-type', path, { expected: 'integer', found: 'number' });
  }

  version(value: unknown, path = ''): void {
    if (value === 1) return;
    if (value === undefined) this.add('missing-field', path, { field: 'version' });
    else this.add('version-unsupported', `${path}/version`, { version: shown(value), supported: 1 });
  }

  /** @throws {ThroughlineError} with every fault, where there is one. */
  end(code: string): void {
    if (this.#found.length > 0) throw new ThroughlineError(code, {}, this.#found);
  }

  #type(expected: string, value: unknown, path: string): undefined {
    return this.add('wrong-type', path, { expected, found: typeName(value) });
  }
}

function typeName(value: unknown): string {
  if (value instanceof Foreign) return value.kind;
  return value === null ? 'null' : Array.isArray(value) ? 'array' : typeof value;
}

/** What was given, for a sentence: of what is no word or number only its kind, since it may run code as it is written. */
function shown(value: unknown): string {
  return typeof value === 'object' || typeof value === 'function' ? typeName(value) : String(value);
}

/** As JSON pointers write a name (RFC 6901). */
export const escaped = (name: string) => name.replaceAll('~', '~0').replaceAll('/', '~1');

/** The 31st of February goes back as another day. */
function isReal(day: string): boolean {
  const time = new Date(`${day}T00:00:00Z`);
  return !Number.isNaN(time.getTime()) && time.toISOString().startsWith(day);
}
