/**
 * VADER on one text. Lexicon and rules are the library's; its way from a text to words is ours, after the authors' own
 * latest release (vaderSentiment 3.3.2): that one takes every mark off both ends of a word and knows a negation with a
 * capital, which the library does not ("Not good" would be praise). It is a good deal quicker as well.
 */
import {
  allcap_differential,
  BOOSTER_DICT,
  NEGATE,
  SentimentIntensityAnalyzer as rules,
} from 'vader-sentiment/src/vaderSentiment.js';

export interface Polarity {
  neg: number;
  pos: number;
  compound: number;
}

const MARKS = /^[!-/:-@[-`{-~]+|[!-/:-@[-`{-~]+$/g;
/** What the rules look for in small letters alone. */
const SMALL = new Set([...NEGATE, 'but', 'never']);

/** A word without the marks at its ends; what has hardly a letter is an emoticon and stays. */
function bare(token: string): string {
  const plain = token.replace(MARKS, '');
  return plain.length <= 2 ? token : plain;
}

export function polarity(text: string): Polarity {
  const written = text.split(/\s+/).filter(Boolean).map(bare);
  const lower = written.map((word) => word.toLowerCase());
  const words = written.map((word, index) => {
    const small = lower[index] ?? '';
    return SMALL.has(small) || small.includes("n't") ? small : word;
  });
  const read = { words_and_emoticons: words, is_cap_diff: allcap_differential(written) };
  let sentiments: number[] = [];
  for (const [index, word] of words.entries()) {
    const kindOf = lower[index] === 'kind' && lower[index + 1] === 'of';
    if (kindOf || Object.hasOwn(BOOSTER_DICT, lower[index] ?? '')) sentiments.push(0);
    else sentiments = rules.sentiment_valence(0, read, word, index, sentiments);
  }
  return rules.score_valence(rules.but_check(words, sentiments), text);
}
