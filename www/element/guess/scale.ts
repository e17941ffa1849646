/** Scales that answers are given on: by their numbers, or by their words. */
import { WORDS } from './entry.js';
import type { Values } from './values.js';

/** The best answer of a scale of numbers: 5, 7 or 10. */
export function topOf({ known }: Values): number {
  const most = Math.max(5, ...known.map(Number).filter(Number.isFinite));
  return most <= 5 ? 5 : most <= 7 ? 7 : 10;
}

interface Worded {
  readonly scale: number;
  readonly words: Record<string, number>;
  /** All words of the scale, as the table of scales has them. */
  readonly known: Readonly<Record<string, number>>;
}

/** The scale whose words a column says, with the words as they stand there. */
export function wordsOf({ distinct }: Values): Worded | undefined {
  if (distinct.size === 0 || distinct.size > 12) return undefined;
  const said = (word: string) => word.toLowerCase().replaceAll(/[_-]+/g, ' ');
  const known = WORDS.find(({ words }) => [...distinct].every((word) => said(word) in words));
  if (known === undefined) return undefined;
  const words = [...distinct].map((word): [string, number] => [word, known.words[said(word)] ?? 0]);
  return { scale: known.scale, words: Object.fromEntries(words.sort((a, b) => a[1] - b[1])), known: known.words };
}
