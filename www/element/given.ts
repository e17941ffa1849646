/** What callers give, read before Rust holds anything: getters and proxies run here, and may throw. */
import { reading, ThroughlineError, wordsOf } from './error.js';
import type { Progress } from './pour.js';

/** How rows or a snapshot come to what is there already: they join it, unless `replace` is set. */
export interface Arrival {
  replace?: boolean;
}

/** How rows come that are read in slices. */
export interface Loading extends Arrival {
  /** Gives up: the board stays as it was, and the promise is rejected with the code `aborted`. */
  signal?: AbortSignal | undefined;
  /** Hears how far reading has come, between two slices and at the end. */
  onProgress?: ((progress: Progress) => void) | undefined;
}

/** Every option is read once; what is no such option is named by its place. */
export function loadingOf(how: Loading | null | undefined): Loading & { replace: boolean } {
  const given = how ?? {};
  if (typeof given !== 'object') throw wrongOption('', 'object', given);
  const { replace = false, signal, onProgress } = reading('options-invalid', () => ({ ...given }));
  if (typeof replace !== 'boolean') throw wrongOption('/replace', 'boolean', replace);
  const heard = signal ?? undefined;
  const listens = () => heard === undefined || typeof heard.addEventListener === 'function';
  if (!reading('options-invalid', listens)) throw wrongOption('/signal', 'AbortSignal', signal);
  return { replace, signal: heard, onProgress };
}

function wrongOption(path: string, expected: string, found: unknown): ThroughlineError {
  const params = { expected, found: found === null ? 'null' : typeof found };
  return new ThroughlineError('options-invalid', {}, [{ code: 'wrong-type', path, params }]);
}

/** An id that is no text is nobody's: Rust would take it for the address of one. */
export function idOf(id: unknown): string {
  if (typeof id === 'string') return id;
  throw new ThroughlineError('unknown-id', {}, [{ code: 'unknown-reference', path: '', params: { id: wordsOf(id) } }]);
}

/** The 2-D context of a canvas, or the one that was given. */
export function contextOf(target: unknown): CanvasRenderingContext2D {
  return reading('options-invalid', () => {
    const given = target as Partial<HTMLCanvasElement> | null | undefined;
    const context = typeof given?.getContext === 'function' ? given.getContext('2d') : given;
    if (typeof (context as CanvasRenderingContext2D | undefined)?.measureText !== 'function') throw new Error('canvas');
    return context as CanvasRenderingContext2D;
  });
}

/** Options as JSON: nothing of the page's runs while Rust reads them. */
export function plainly(options: object): string {
  return reading('options-invalid', () => JSON.stringify(options) ?? 'null');
}

/** What a caller gave, as JSON text; text is taken for JSON already. */
export function toJson(value: unknown): string {
  if (typeof value === 'string') return value;
  return reading('json-syntax', () => {
    const text = JSON.stringify(value) ?? 'null';
    // A number that JSON cannot write silently turns into null: it is named instead, and refused by the decoder. To ask
    // each value costs more than to write it, so only a text that has such a word is written so.
    return text.includes('null') ? (JSON.stringify(value, named) ?? text) : text;
  });
}

const named = (_key: string, item: unknown) =>
  typeof item === 'number' && !Number.isFinite(item) ? String(item) : item;

/** A day as `YYYY-MM-DD`; a Date is read on the reader's own calendar. Without one it is today. */
export function toDay(day: string | Date | undefined): string {
  if (typeof day === 'string') return day;
  const date = day ?? new Date();
  // Dates of other frames are dates too; a proxy may answer with anything.
  const time = reading('options-invalid', () => (typeof date.getTime === 'function' ? date.getTime() : Number.NaN));
  if (Number.isNaN(time)) {
    throw new ThroughlineError('options-invalid', {}, [
      { code: 'not-a-date', path: '/asOf', params: { value: wordsOf(day) } },
    ]);
  }
  const two = (part: number) => String(part).padStart(2, '0');
  return `${String(date.getFullYear()).padStart(4, '0')}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
}
