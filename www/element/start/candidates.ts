/** The library of strategies that a maturity check proposes from; its rows are in `library.json`, their words in `en.json`. */
import type { Catalog } from '../messages/catalog.js';
import { messagesFor } from '../throughline.js';
import library from './library.json' with { type: 'json' };
import type { Candidate } from './maturity-types.js';

interface Row {
  readonly id: string;
  readonly helps: readonly string[];
  readonly trend?: string;
  readonly measures: readonly string[];
  readonly guard?: string;
  readonly effort: 1 | 2 | 3;
  readonly needs?: readonly { readonly area: string; readonly level: number }[];
  readonly actions: readonly string[];
}

/** The ten trends of the field that the library covers. */
export const TRENDS = [
  'self-service',
  'ai',
  'social',
  'mobile',
  'proactive',
  'virtual-and-augmented-reality',
  'data-driven',
  'collaborative',
  'voice',
  'continuous-feedback',
] as const;

const ROWS = library as readonly Row[];

/** Every strategy of the library, in words of a locale. */
export function candidates(locale = 'en'): Candidate[] {
  const words = messagesFor(locale);
  return ROWS.map((row) => told(row, words));
}

function told({ id, trend, guard, needs = [], actions, ...row }: Row, words: Catalog): Candidate {
  const caution = `start.caution.${id}`;
  return {
    id,
    title: words.text(`start.candidate.${id}`),
    because: words.text(`start.because.${id}`),
    ...(words.has(caution) ? { caution: words.text(caution) } : {}),
    ...row,
    ...(trend === undefined ? {} : { trend: { id: trend, title: words.text(`start.trend.${trend}`) } }),
    ...(guard === undefined ? {} : { guard }),
    needs,
    actions: actions.map((kind, at) => ({ kind, title: words.text(`start.action.${id}.${at + 1}`) })),
  };
}
