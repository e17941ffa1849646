/** What is asked of an analysis: every option read once, and checked. */
import { eng } from 'stopword/src/stopwords_eng.js';
import { ThroughlineError } from '../throughline.js';
import { FILLERS } from './fillers.js';
import type { FeedbackOptions, FeedbackRows } from './types.js';

const MINIMUM = 5;
const THEMES = 20;

export interface Asked {
  /** As a canonical tag. */
  language: string;
  /** Whether there are a lexicon and words that say nothing. */
  english: boolean;
  /** The column of the text. */
  text: string | undefined;
  /** The columns that groups are made of. */
  columns: readonly string[];
  minimum: number;
  themes: number;
  /** Words that say nothing; none where the language has no list. */
  stopWords: readonly string[] | undefined;
  exclude: readonly string[];
  locale: string;
  signal: AbortSignal | undefined;
}

/** @throws {ThroughlineError} `options-invalid`. */
export function asked(rows: FeedbackRows, options: FeedbackOptions): Asked {
  const { language, text, by = [], minimum = MINIMUM, themes = THEMES } = options;
  const { stopWords, exclude = [], locale = 'en', signal } = options;
  const tag = canonical(language);
  const columns = typeof by === 'string' ? [by] : by;
  if (!Array.isArray(rows)) throw wrong('rows');
  // A host may ask for more, never for less.
  if (!(Number.isInteger(minimum) && minimum >= MINIMUM)) throw wrong('minimum');
  if (text === undefined && rows.some((row) => typeof row !== 'string')) throw wrong('text');
  for (const column of text === undefined ? [] : [text, ...columns]) {
    const has = (row: unknown) => typeof row === 'object' && row !== null && column in row;
    if (rows.length > 0 && !rows.some(has)) throw wrong(column);
  }
  const english = tag.split('-')[0] === 'en';
  const nothing = stopWords ?? (english ? eng : undefined);
  return {
    language: tag,
    english,
    text,
    columns,
    minimum,
    themes: Math.max(0, themes),
    stopWords: nothing && [...nothing, ...(english ? FILLERS : [])],
    exclude,
    locale,
    signal,
  };
}

function canonical(language: unknown): string {
  try {
    const [tag] = Intl.getCanonicalLocales(String(language));
    if (typeof language === 'string' && tag !== undefined) return tag;
  } catch {
    // Told below.
  }
  throw wrong('language');
}

function wrong(said: string): ThroughlineError {
  return new ThroughlineError('options-invalid', { said });
}
