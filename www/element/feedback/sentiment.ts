/** VADER on one text, and what many texts come to. */
import { share } from './shares.js';
import type { Sentiment } from './types.js';
import { polarity } from './vader.js';
import { straight } from './words.js';

export const LEXICON = 'vader-sentiment 1.1.3';
/** VADER is made for what is said at one go. A longer text is scored in pieces, which keeps each task short as well. */
const LONGEST = 600;
/** The bounds that its authors give. */
const BOUND = 0.05;

export interface Scored {
  compound: number;
  /** Whether any word of it is in the lexicon. */
  known: boolean;
}

export const UNSCORED: Scored = { compound: 0, known: false };

/** The score of a text, from −1 to 1: of a long one the mean of its pieces. */
export function score(text: string): Scored {
  // The lexicon knows the straight apostrophe.
  const plain = straight(text).replaceAll(/[“”]/g, '"');
  const found = pieces(plain).map(polarity);
  const known = found.filter(({ pos, neg }) => pos > 0 || neg > 0);
  if (known.length === 0) return UNSCORED;
  return { compound: found.reduce((sum, { compound }) => sum + compound, 0) / found.length, known: true };
}

function pieces(text: string): string[] {
  if (text.length <= LONGEST) return [text];
  const all: string[] = [];
  for (const sentence of text.split(/(?<=[.!?\n])\s+/)) {
    const last = all.at(-1);
    if (last !== undefined && last.length + sentence.length < LONGEST) all[all.length - 1] = `${last} ${sentence}`;
    else for (let from = 0; from < sentence.length; from += LONGEST) all.push(sentence.slice(from, from + LONGEST));
  }
  return all;
}

/** Adds up scores. */
export class Mood {
  n = 0;
  negative = 0;
  positive = 0;
  #sum = 0;
  #withoutWords = 0;

  add({ compound, known }: Scored): void {
    this.n += 1;
    this.#sum += compound;
    if (!known) this.#withoutWords += 1;
    if (compound <= -BOUND) this.negative += 1;
    else if (compound >= BOUND) this.positive += 1;
  }

  get mean(): number {
    return this.#sum / this.n;
  }

  told(): Sentiment {
    const { n, mean, negative, positive } = this;
    return {
      n,
      mean,
      negative: share(negative, n),
      neutral: share(n - negative - positive, n),
      positive: share(positive, n),
      withoutWords: this.#withoutWords,
    };
  }
}
