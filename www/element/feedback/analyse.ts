/** Texts to an analysis, step by step. */
import { type Asked, asked } from './asked.js';
import { tellable } from './groups.js';
import { limit } from './limits.js';
import { LEXICON, Mood, type Scored, score, UNSCORED } from './sentiment.js';
import { differ, share } from './shares.js';
import { Slices } from './slices.js';
import { type Candidate, themes } from './themes.js';
import type {
  FeedbackAnalysis,
  FeedbackGroup,
  FeedbackLimit,
  FeedbackOptions,
  FeedbackRows,
  FeedbackTheme,
  ThemeGroup,
} from './types.js';
import { Reader, singular, smallLetters, type Token } from './words.js';

/** A text of so many words with fewer common words of the language among them looks like another language. */
const LONG = 5;
const COMMON = 0.15;
/** Told where so many of the longer texts do. */
const FOREIGN = 0.3;
/** Said by so many that it is told as a limit. */
const WITHOUT_WORDS = 0.2;

/** No text is read further: nobody writes so much, and each is one task. */
const LONGEST = 20_000;

/** A text with the groups that it is in. */
interface Said {
  text: string;
  /** By column. */
  groups: readonly string[];
}

/**
 * Says how texts sound and what recurs in them, in the page: nothing leaves it. The work is done in short tasks.
 *
 * Groups and themes under `minimum` texts are not told, nor what would give them away. No text comes out, no address, no
 * number; words that look like names are in no theme. What it cannot do stands in `limits`.
 *
 * @throws {ThroughlineError} `options-invalid`; or the reason of `signal`.
 *
 * @example
 * ```js
 * import { analyseFeedback } from 'throughline/feedback';
 * const found = await analyseFeedback(rows, { text: 'Comment', by: 'Channel', language: 'en' });
 * found.sentiment.negative; // { count: 41, share: 0.32, low: 0.25, high: 0.41 }
 * found.themes[0]; // { words: 'waiting time', n: 23, share, sentiment: -0.42, groups: [{ value: 'Phone', lift: 2.1, … }] }
 * ```
 */
export async function analyseFeedback(rows: FeedbackRows, options: FeedbackOptions): Promise<FeedbackAnalysis> {
  return new Analysis(rows, options).run();
}

class Analysis {
  readonly #rows: FeedbackRows;
  readonly #asked: Asked;
  readonly #slices: Slices;
  readonly #limits: FeedbackLimit[] = [];

  constructor(rows: FeedbackRows, options: FeedbackOptions) {
    this.#rows = rows;
    this.#asked = asked(rows, options);
    this.#slices = new Slices(this.#asked.signal);
  }

  async run(): Promise<FeedbackAnalysis> {
    const said = await this.#read();
    const n = said.length;
    const { language, english, minimum } = this.#asked;
    const base = { language, n, empty: this.#rows.length - n };
    const method = english ? ({ method: 'vader', lexicon: LEXICON } as const) : ({ method: 'none' } as const);
    if (!english) this.#limit('no-lexicon', { language });
    if (n < minimum) {
      this.#limit('too-few', { n, minimum });
      return { ...method, ...base, groups: [], themes: [], limits: this.#limits };
    }
    const scores = english ? await this.#scores(said) : undefined;
    const groups = await this.#groups(said, scores);
    const told = await this.#themes(said, scores, groups);
    if (scores) this.#limit('irony', {});
    const sentiment = scores && { sentiment: await this.#mood(scores) };
    return { ...method, ...base, ...sentiment, groups, themes: told, limits: this.#limits };
  }

  #limit(code: string, params: Record<string, string | number>): void {
    this.#limits.push(limit(code, params, this.#asked.locale));
  }

  async #read(): Promise<Said[]> {
    const said: Said[] = [];
    const { text: column, columns } = this.#asked;
    let cut = 0;
    await this.#slices.each<FeedbackRows[number]>(this.#rows, (row) => {
      const cell = typeof row === 'string' ? row : row?.[column ?? ''];
      const text = typeof cell === 'string' ? cell.trim() : '';
      const groups = columns.map((by) => (typeof row === 'string' ? '' : String(row?.[by] ?? '').trim()));
      if (text.length > LONGEST) cut += 1;
      if (text !== '') said.push({ text: text.slice(0, LONGEST), groups });
    });
    if (cut > 0) this.#limit('long-texts', { count: cut, length: LONGEST });
    return said;
  }

  async #scores(said: readonly Said[]): Promise<Scored[]> {
    const scores: Scored[] = [];
    await this.#slices.each(said, ({ text }) => scores.push(score(text)));
    return scores;
  }

  async #mood(scores: readonly Scored[]): Promise<ReturnType<Mood['told']>> {
    const mood = new Mood();
    await this.#slices.each(scores, (one) => mood.add(one));
    const told = mood.told();
    const without = told.withoutWords / told.n;
    if (without > WITHOUT_WORDS) this.#limit('without-words', { share: without });
    return told;
  }

  async #groups(said: readonly Said[], scores: readonly Scored[] | undefined): Promise<FeedbackGroup[]> {
    const { columns, minimum } = this.#asked;
    const groups: FeedbackGroup[] = [];
    for (const [column, by] of columns.entries()) {
      const moods = new Map<string, Mood>();
      await this.#slices.each(said, ({ groups: values }, place) => {
        const value = values[column] ?? '';
        const mood = moods.get(value) ?? new Mood();
        moods.set(value, mood);
        mood.add(scores?.[place] ?? UNSCORED);
      });
      const shown = tellable(new Map([...moods].map(([value, { n }]) => [value, n])), minimum);
      const left = moods.size - shown.size;
      if (left > 0) this.#limit('small-groups', { count: left, by, minimum });
      const order = [...shown].sort((one, other) => other[1] - one[1] || (one[0] < other[0] ? -1 : 1));
      for (const [value, n] of order) {
        const mood = moods.get(value);
        // An empty value is no group; its texts count in the whole.
        if (value !== '') groups.push({ by, value, n, ...(scores && mood && { sentiment: mood.told() }) });
      }
    }
    return groups;
  }

  async #themes(
    said: readonly Said[],
    scores: readonly Scored[] | undefined,
    groups: readonly FeedbackGroup[],
  ): Promise<FeedbackTheme[]> {
    const { language, minimum, stopWords, exclude, themes: most } = this.#asked;
    if (stopWords === undefined) {
      this.#limit('no-stop-words', { language });
      return [];
    }
    const reader = new Reader(language);
    const stems = (words: readonly string[]) => {
      const small = words.map(smallLetters(language));
      return new Set(small.flatMap((word) => [word, singular(word)]));
    };
    const stop = stems(stopWords);
    const texts: Token[][][] = [];
    await this.#slices.each(said, ({ text }) => texts.push(reader.read(text)));
    await this.#sameLanguage(texts, stop);
    const unwanted = { stop, exclude: stems(exclude), reader };
    const { found, names } = await themes(texts, unwanted, minimum, this.#slices);
    if (names > 0) this.#limit('names-left-out', { count: names });
    const told: FeedbackTheme[] = [];
    await this.#slices.each(found.slice(0, most), (one) => told.push(this.#theme(one, said, scores, groups)));
    return told;
  }

  async #sameLanguage(texts: readonly Token[][][], stop: ReadonlySet<string>): Promise<void> {
    let [long, foreign] = [0, 0];
    await this.#slices.each(texts, (text) => {
      const words = text.flat();
      if (words.length < LONG) return;
      long += 1;
      if (words.filter(({ word }) => stop.has(word)).length < COMMON * words.length) foreign += 1;
    });
    const { language, minimum } = this.#asked;
    if (long >= minimum && foreign > FOREIGN * long) {
      this.#limit('other-language', { share: foreign / long, language });
    }
  }

  #theme(
    { words, texts }: Candidate,
    said: readonly Said[],
    scores: readonly Scored[] | undefined,
    groups: readonly FeedbackGroup[],
  ): FeedbackTheme {
    const mood = new Mood();
    for (const place of texts) mood.add(scores?.[place] ?? UNSCORED);
    const cells = this.#asked.columns.flatMap((by, column) => {
      const counts = new Map<string, number>();
      for (const place of texts) {
        const value = said[place]?.groups[column] ?? '';
        counts.set(value, (counts.get(value) ?? 0) + 1);
      }
      const shown = tellable(counts, this.#asked.minimum);
      const of = groups.filter((group) => group.by === by && shown.has(group.value));
      return of.map(({ value, n }) => cell(by, value, shown.get(value) ?? 0, n, texts.length, said.length));
    });
    return {
      words,
      n: texts.length,
      share: share(texts.length, said.length),
      ...(scores && { sentiment: mood.mean }),
      groups: cells,
    };
  }
}

/** A theme in a group, beside the rest. */
function cell(by: string, value: string, count: number, n: number, all: number, of: number): ThemeGroup {
  const [own, rest] = [share(count, n), share(all - count, of - n)];
  const lift = rest.count > 0 ? { lift: own.share / rest.share } : {};
  return { by, value, n: count, share: own, ...lift, differs: of > n && differ(own, rest) };
}
