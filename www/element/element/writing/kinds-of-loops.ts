/** The three steps of a loop (P5): feedback is heard, a decision answers it, and those who gave it are told. */
import type { Field, Kind, Pick } from './fields.js';

const CHANNEL: Field = { name: 'channel' };
const FEEDBACK: readonly Field[] = [
  { name: 'text', label: 'feedback', required: true, long: true },
  { name: 'from', required: true, choices: ['customer', 'employee'] },
  CHANNEL,
];
const DECISION: Field = { name: 'text', label: 'decision', required: true, long: true };
const TOLD: Field = { name: 'text', label: 'told', long: true };

export const feedback: Kind = { kind: 'feedback', fields: () => FEEDBACK };

/** A decision may answer what was heard; it need not. */
export const decision: Kind = {
  kind: 'decision',
  answers: 'open',
  fields: (_subject, picks: readonly Pick[]) =>
    picks.length === 0 ? [DECISION] : [DECISION, { name: 'answers', label: 'answers', picks }],
};

/** Only what was decided can be told: to be told that one was heard closes nothing. */
export const told: Kind = {
  kind: 'told',
  answers: 'decided',
  fields: (_subject, picks: readonly Pick[]) =>
    picks.length === 0 ? [] : [{ name: 'answers', label: 'told-of', required: true, picks }, TOLD, CHANNEL],
};
