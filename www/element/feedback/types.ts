/** What goes into an analysis of feedback, and what comes out. */
import type { Cell } from '../rows.js';

/** Texts, or rows of which one column is the text. */
export type FeedbackRows = readonly string[] | readonly Readonly<Record<string, Cell>>[];

export interface FeedbackOptions {
  /** The language of the texts, as a BCP 47 tag. There is a lexicon for English alone. */
  language: string;
  /** The column that has the text; rows that are objects need it. */
  text?: string;
  /** The column that groups are made of, such as the channel; or several. */
  by?: string | readonly string[];
  /** The smallest group and the rarest theme that is shown: 5, or more. */
  minimum?: number;
  /** How many themes are told at most; 20 where absent. */
  themes?: number;
  /** Words that say nothing, in place of the English ones: other languages need them for themes. */
  stopWords?: readonly string[];
  /** Words that are to be in no theme, such as names. */
  exclude?: readonly string[];
  /** The language of the sentences in `limits`; English where absent. */
  locale?: string;
  /** Ends the work: the promise is rejected with its reason. */
  signal?: AbortSignal;
}

/** A share with Wilson's 95 % interval. */
export interface SentimentShare {
  /** How many texts. */
  count: number;
  /** Of all, from 0 to 1. */
  share: number;
  low: number;
  high: number;
}

/** How texts sound. */
export interface Sentiment {
  /** How many texts were scored. */
  n: number;
  /** The mean of VADER's compound score, from −1 to 1. */
  mean: number;
  /** Score −0.05 and below, between, and 0.05 and above. */
  negative: SentimentShare;
  neutral: SentimentShare;
  positive: SentimentShare;
  /** How many have no word that the lexicon knows: neutral for want of words. */
  withoutWords: number;
}

/** One value of a column that groups are made of. */
export interface FeedbackGroup {
  /** The column. */
  by: string;
  value: string;
  /** How many texts. */
  n: number;
  /** Absent where there is no lexicon for the language. */
  sentiment?: Sentiment;
}

/** A word or a phrase that recurs. */
export interface FeedbackTheme {
  /** The words, in small letters. */
  words: string;
  /** How many texts have it, each counted once; of all texts. */
  n: number;
  share: SentimentShare;
  /** The mean compound score of the texts that have it; absent without a lexicon. */
  sentiment?: number;
  /** Where it is said more or less; cells under the minimum are left out. */
  groups: ThemeGroup[];
}

/** A theme in one group. */
export interface ThemeGroup {
  by: string;
  value: string;
  /** How many texts of the group have it, of all of the group. */
  n: number;
  share: SentimentShare;
  /** Its share in this group ÷ its share in the rest; absent where nobody of the rest says it. */
  lift?: number;
  /** Whether group and rest differ by more than chance explains (Newcombe, 95 %). */
  differs: boolean;
}

/** What the analysis cannot do, or did not. */
export interface FeedbackLimit {
  code: string;
  params: Record<string, string | number>;
  /** The same in words. */
  text: string;
}

export interface FeedbackAnalysis {
  /** `vader`, or `none` where there is no lexicon. */
  method: 'vader' | 'none';
  /** The lexicon and its version; absent where there is none. */
  lexicon?: string;
  language: string;
  /** How many texts there are. */
  n: number;
  /** How many rows have no text. */
  empty: number;
  /** Absent where there is no lexicon for the language, or fewer texts than the minimum. */
  sentiment?: Sentiment;
  groups: FeedbackGroup[];
  themes: FeedbackTheme[];
  limits: FeedbackLimit[];
}
