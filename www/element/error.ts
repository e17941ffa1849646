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
      return { code: issue.code, path, params: given, message: words.text(`issue.${issue.code}`, { path, ...given }) };
    });
    super(sentence(code, params, issues), cause === undefined ? undefined : { cause });
    this.code = code;
    this.params = params;
    this.issues = issues;
    this.path = issues[0]?.path ?? '';
  }
}

function sentence(code: string, params: Params, issues: readonly Issue[]): string {
  const words = messagesFor('en');
  const head = words.text(`error.${code}`, params);
  const first = issues[0];
  if (first === undefined) return head;
  const where = first.path === '' ? '/' : first.path;
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

/** The package's error for whatever was thrown. */
export function toError(thrown: unknown, fallback = 'unexpected'): ThroughlineError {
  if (thrown instanceof ThroughlineError) return thrown;
  if (isRaw(thrown)) return new ThroughlineError(thrown.code, thrown.params ?? {}, thrown.issues ?? []);
  const said = thrown instanceof Error ? thrown.message : String(thrown);
  return new ThroughlineError(fallback, { said }, [], thrown);
}
