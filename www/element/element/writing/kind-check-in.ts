/** A check-in: how sure its owner is; on a KPI it may bring the value, on an action how far it has come. */
import type { Field, Kind, Subject } from './fields.js';

const FIELDS: readonly Field[] = [
  { name: 'confidence', required: true, number: true },
  { name: 'note', long: true },
];

export const checkIn: Kind = {
  kind: 'check-in',
  fields: ({ kind, unit }: Subject) => {
    if (kind === 'kpi') return [...FIELDS, { name: 'value', number: true, ...(unit === undefined ? {} : { unit }) }];
    return kind === 'action' ? [...FIELDS, { name: 'progress', number: true }] : FIELDS;
  },
};
