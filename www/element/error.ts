/** The one error that leaves this package, and the way from whatever Rust or the page threw to it. */

import { messagesFor } from './messages/catalog.js';
import type { Params } from './types.js';

export interface Issue {
  readonly code: string;
  /** A JSON pointer into the input. */
  readonly path: string;
  readonly params: Params;
  /** The issue as an English sentence. */
  readonly message: string;
}

interface RawIssue {
  code: string;
  path?: string;
  params?: Params;
}

/** `code` is stable and made for programs; `message` is English and made for people; `issues` lists every fault. */
export class ThroughlineError extends Error {
  override readonly name = 'ThroughlineError';
  readonly code: string;
  readonly path: string;
  readonly issues: readonly Issue[];
  readonly params: Params;

  constructor(code: string, params: Params = {}, raw: readonly RawIssue[] = [], cause?: unknown) {
    const words = messagesFor('en');
    const issues = raw.map((issue) => {
      const given = issue.params ?? {};
      const path = issue.path ?? '';
      const message = words.text(`issue.${issue.code}`, { path, ...brief(given) });
      return { code: issue.code, path, params: given, message };
    });
    super(sentence(code, params, issues), cause === undefined ? undefined : { cause });
    this.code = code;
    this.params = params;
    this.issues = issues;
    this.path = issues[0]?.path ?? '';
  }
}

const LONG = 200;

function short(text: string): string {
  return text.length > LONG ? `${text.slice(0, LONG)}…` : text;
}

/** A sentence quotes no more of the input than a person reads. */
function brief(params: Params): Params {
  const texts = Object.entries(params).map(([name, value]) => [name, typeof value === 'string' ? short(value) : value]);
  return Object.fromEntries(texts) as Params;
}

function sentence(code: string, params: Params, issues: readonly Issue[]): string {
  const words = messagesFor('en');
  const head = words.text(`error.${code}`, brief(params));
  const first = issues[0];
  if (first === undefined) return head;
  const where = first.path === '' ? '/' : short(first.path);
  return words.text('error.with-issue', { head, where, first: first.message, more: issues.length - 1 });
}

/** What Rust throws is a plain object with a code; anything else thrown while it ran means that it died. */
export function isRaw(thrown: unknown): thrown is { code: string; params?: Params; issues?: RawIssue[] } {
  return (
    typeof thrown === 'object' &&
    thrown !== null &&
    !(thrown instanceof Error) &&
    typeof (thrown as { code?: unknown }).code === 'string'
  );
}

/** What was thrown, in words; whatever a page throws (a symbol, an object without a prototype) has some. */
export function wordsOf(thrown: unknown): string {
  try {
    return short(thrown instanceof Error ? thrown.message : String(thrown));
  } catch {
    return typeof thrown;
  }
}

/** The error for what a caller gave and what cannot be read at all. */
export function unreadable(code: string, thrown: unknown, path = ''): ThroughlineError {
  if (thrown instanceof ThroughlineError) return thrown;
  const params = { said: wordsOf(thrown) };
  return new ThroughlineError(code, params, [{ code: 'unreadable', path, params }], thrown);
}

/** Reads what a caller gave: getters and proxies run here, never while Rust holds anything, and may throw. */
export function reading<Result>(code: string, read: () => Result): Result {
  try {
    return read();
  } catch (thrown) {
    throw unreadable(code, thrown);
  }
}

/** The package's error for whatever was thrown. */
export function toError(thrown: unknown, fallback = 'unexpected'): ThroughlineError {
  if (thrown instanceof ThroughlineError) return thrown;
  if (isRaw(thrown)) return new ThroughlineError(thrown.code, thrown.params ?? {}, thrown.issues ?? []);
  return new ThroughlineError(fallback, { said: wordsOf(thrown) }, [], thrown);
}
