/** The fields of each form, and the way from what was typed to an entry, or to what is wrong with it. */
import { signed } from '../journal/types.js';
import type { JournalEntry } from '../types.js';

export const KINDS = ['check-in', 'feedback', 'decision', 'override'] as const;
export type Kind = (typeof KINDS)[number];
export type Values = Map<string, string>;
/** By the name of the field, in the order of the form: a code. */
export type Faults = ReadonlyMap<string, string>;

/** What an entry is about. */
export interface Subject {
  readonly id: string;
  readonly kind: string;
  /** Of a KPI. */
  readonly unit?: string | undefined;
}

export interface Field {
  readonly name: string;
  /** The message of its label, where it is not of its name. */
  readonly label?: string;
  readonly required?: boolean;
  readonly long?: boolean;
  readonly number?: boolean;
  readonly type?: 'date';
  readonly choices?: readonly string[];
  /** Where the words of its choices are. */
  readonly words?: string;
  readonly unit?: string;
}

const STATUSES = ['on-track', 'at-risk', 'off-track'];
const NOTE: Field = { name: 'note', long: true };
const FORMS: Readonly<Record<Kind, readonly Field[]>> = {
  'check-in': [{ name: 'confidence', required: true, number: true }, NOTE],
  feedback: [
    { name: 'text', label: 'feedback', required: true, long: true },
    { name: 'from', required: true, choices: ['customer', 'employee'] },
    { name: 'channel' },
  ],
  decision: [{ name: 'text', label: 'decision', required: true, long: true }],
  override: [
    { name: 'status', choices: STATUSES },
    { name: 'score', number: true },
    { name: 'reason', required: true, long: true },
    { name: 'until', required: true, type: 'date' },
  ],
};

/** A check-in on a KPI may bring its value, one on an action its progress. */
export function fieldsOf(kind: Kind, subject: Subject): readonly Field[] {
  if (kind !== 'check-in') return FORMS[kind];
  const unit = subject.unit === undefined ? {} : { unit: subject.unit };
  if (subject.kind === 'kpi') return [...FORMS[kind], { name: 'value', number: true, ...unit }];
  return subject.kind === 'action' ? [...FORMS[kind], { name: 'progress', number: true }] : FORMS[kind];
}

/** A number as people write it, with a point or a comma. */
function number(text: string): number {
  return /^[-+]?\d*[.,]?\d+$/.test(text) ? Number(text.replace(',', '.')) : Number.NaN;
}

const SHARES = new Set(['confidence', 'progress', 'score']);

export function read(
  kind: Kind,
  subject: Subject,
  typed: Values,
  actor: string,
): { entry?: JournalEntry; faults: Faults } {
  const faults = new Map<string, string>();
  const said: Record<string, unknown> = {};
  for (const field of fieldsOf(kind, subject)) {
    const { name } = field;
    const text = (typed.get(name) ?? '').trim();
    if (text === '') {
      if (field.required) faults.set(name, 'missing');
    } else if (field.number) {
      const value = number(text);
      const share = SHARES.has(name);
      if (Number.isNaN(value)) faults.set(name, 'number');
      else if (share && (value < 0 || value > 100)) faults.set(name, 'share');
      else said[name] = share ? value / 100 : value;
    } else if (field.type === 'date') {
      if (/^\d{4}-\d{2}-\d{2}$/.test(text)) said[name] = text;
      else faults.set(name, 'date');
    } else said[name] = text;
  }
  if (kind === 'override') {
    if (said.score === undefined && said.status === undefined && !faults.has('score')) faults.set('status', 'either');
    const today = new Date().toISOString().slice(0, 10);
    if (typeof said.until === 'string' && said.until < today) faults.set('until', 'past');
  }
  if (faults.size > 0) {
    const inOrder = fieldsOf(kind, subject).flatMap(({ name }) => (faults.has(name) ? [name] : []));
    return { faults: new Map(inOrder.map((name) => [name, faults.get(name) ?? ''])) };
  }
  return { faults, entry: { kind, ...signed({ actor }), about: subject.id, ...said } as JournalEntry };
}
