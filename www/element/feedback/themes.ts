/** Words and phrases that recur: in how many texts, how those sound, and in which groups. */
import type { Slices } from './slices.js';
import type { Reader, Token } from './words.js';

/** No phrase is longer. */
const LONGEST = 3;
/** A phrase stands for a word in it that is hardly ever said otherwise. */
const COVERED = 0.8;

/** A theme before it is told. */
export interface Candidate {
  words: string;
  /** The stems, with a space between. */
  key: string;
  length: number;
  /** The texts that have it. */
  texts: number[];
}

/** What may not stand in a theme, and what may not begin or end it. */
export interface Unwanted {
  stop: ReadonlySet<string>;
  exclude: ReadonlySet<string>;
  reader: Reader;
}

/** The phrases of one length in a text, each once, with the words as written; `may` says which parts recur. */
function* phrases(text: Token[][], length: number, may: (key: string) => boolean): Generator<[string, string]> {
  for (const piece of text) {
    for (let from = 0; from + length <= piece.length; from += 1) {
      const tokens = piece.slice(from, from + length);
      const key = tokens.map(({ stem }) => stem).join(' ');
      if (may(key)) yield [key, tokens.map(({ word }) => word).join(' ')];
    }
  }
}

/** What recurs in `minimum` texts or more, the most frequent first. */
export async function themes(
  texts: readonly Token[][][],
  unwanted: Unwanted,
  minimum: number,
  slices: Slices,
): Promise<{ found: Candidate[]; names: number }> {
  const { stop, exclude, reader } = unwanted;
  const recurs = new Map<string, Candidate>();
  let names = 0;
  const wanted = (stem: string) => stem.length > 1 && !exclude.has(stem) && !reader.isName(stem);
  for (let length = 1; length <= LONGEST; length += 1) {
    const ends = (key: string) => {
      const stems = key.split(' ');
      // What is longer recurs only where both shorter parts do (and those may be stop words within).
      return !stop.has(stems[0] ?? '') && !stop.has(stems.at(-1) ?? '') && stems.every((stem) => wanted(stem));
    };
    const may = (key: string) => length === 1 || inner(key, recurs, stop);
    const counts = new Map<string, Map<string, number> & { texts?: number[] }>();
    await slices.each(texts, (text, place) => {
      for (const [key, words] of phrases(text, length, may)) {
        let spellings = counts.get(key);
        if (spellings === undefined) {
          spellings = new Map();
          spellings.texts = [];
          counts.set(key, spellings);
        }
        spellings.set(words, (spellings.get(words) ?? 0) + 1);
        if (spellings.texts?.at(-1) !== place) spellings.texts?.push(place);
      }
    });
    await slices.each(counts, ([key, spellings]) => {
      const { texts: said = [] } = spellings;
      if (said.length < minimum) return;
      if (length === 1 && !stop.has(key) && reader.isName(key)) names += 1;
      if (!ends(key)) return;
      const [words] = [...spellings].reduce((most, one) => (one[1] > most[1] ? one : most));
      recurs.set(key, { words, key, length, texts: said });
    });
  }
  return { found: await told(recurs, slices), names };
}

/** Whether the words at both ends recur, so that the phrase can. */
function inner(key: string, recurs: ReadonlyMap<string, Candidate>, stop: ReadonlySet<string>): boolean {
  const stems = key.split(' ');
  const [first = '', last = ''] = [stems[0], stems.at(-1)];
  return recurs.has(first) && recurs.has(last) && stems.every((stem) => stop.has(stem) || recurs.has(stem));
}

/** Every shorter phrase within one. */
function* parts(key: string): Generator<string> {
  const stems = key.split(' ');
  for (let length = 1; length < stems.length; length += 1) {
    for (let from = 0; from + length <= stems.length; from += 1) yield stems.slice(from, from + length).join(' ');
  }
}

/** Without the words that a phrase says better, the most frequent first. */
async function told(recurs: ReadonlyMap<string, Candidate>, slices: Slices): Promise<Candidate[]> {
  const covered = new Set<string>();
  await slices.each(recurs.values(), ({ key, texts }) => {
    for (const part of parts(key)) {
      const said = recurs.get(part)?.texts.length;
      if (said !== undefined && texts.length >= COVERED * said) covered.add(part);
    }
  });
  const kept = [...recurs.values()].filter(({ key }) => !covered.has(key));
  const order = (one: Candidate, other: Candidate) =>
    other.texts.length - one.texts.length || other.length - one.length || (one.key < other.key ? -1 : 1);
  return kept.sort(order);
}
