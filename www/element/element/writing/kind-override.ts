/** A status or score set by hand, with its reason and last day. */
import type { Faults, Field, Kind, Said } from './fields.js';

const FIELDS: readonly Field[] = [
  { name: 'status', choices: ['on-track', 'at-risk', 'off-track'] },
  { name: 'score', number: true },
  { name: 'reason', required: true, long: true },
  { name: 'until', required: true, type: 'date' },
];

export const override: Kind = {
  kind: 'override',
  fields: () => FIELDS,
  check: ({ score, status, until }: Said, faults: Faults) => {
    if (score === undefined && status === undefined && !faults.has('score')) faults.set('status', 'either');
    const today = new Date().toISOString().slice(0, 10);
    if (typeof until === 'string' && until < today) faults.set('until', 'past');
  },
};
