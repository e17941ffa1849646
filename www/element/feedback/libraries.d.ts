declare module 'vader-sentiment/src/vaderSentiment.js' {
  /** A text as VADER reads it. */
  interface Read {
    words_and_emoticons: readonly string[];
    is_cap_diff: boolean;
  }

  export const NEGATE: readonly string[];
  export const BOOSTER_DICT: Readonly<Record<string, number>>;
  export function allcap_differential(words: readonly string[]): boolean;
  export const SentimentIntensityAnalyzer: {
    sentiment_valence(valence: number, read: Read, item: string, index: number, sentiments: number[]): number[];
    but_check(words: readonly string[], sentiments: number[]): number[];
    score_valence(sentiments: number[], text: string): { neg: number; neu: number; pos: number; compound: number };
  };
}

declare module 'stopword/src/stopwords_eng.js' {
  export const eng: readonly string[];
}
