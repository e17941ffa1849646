/** Texts to words: addresses and numbers go, names are looked out for. */

/** Addresses, links and handles, and whatever has a digit in it. */
const PRIVATE = /@|:\/\/|www\.|\p{N}/u;
const WORD = /\p{L}[\p{L}\p{M}]*(?:'\p{L}+)?/gu;
/** Phrases do not reach over these. */
const BREAK = /[.!?…;:,()[\]"\n\r\t/–—]+|\s-+\s/;
const SENTENCE = /[.!?…\n]/;
const PIECES = new RegExp(`(${BREAK.source})`, 'u');

/** A word as it stands: alike words are one, whatever their number. */
export interface Token {
  /** The word in small letters, a plural as its singular. */
  stem: string;
  /** The word in small letters. */
  word: string;
}

/** How often a word is written how, where that says something. */
interface Spelling {
  small: number;
  capital: number;
}

/** Harman's S-stemmer: as little as makes `delays` and `delay` one. */
export function singular(word: string): string {
  if (/[^aeiou]ies$/.test(word) && word.length > 4) return `${word.slice(0, -3)}y`;
  if (/(?:ss|x|ch|sh)es$/.test(word)) return word.slice(0, -2);
  if (/[^sui']s$/.test(word) && word.length > 3) return word.slice(0, -1);
  return word;
}

/** A word, or a break where one stood that is private. One look at each, however long it is. */
function open(written: string): string {
  return PRIVATE.test(written) ? ',' : written;
}

/** To small letters; the few languages that do it in their own way ask for the slow one. */
export function smallLetters(language: string): (word: string) => string {
  if (/^(tr|az|lt)\b/.test(language)) return (word) => word.toLocaleLowerCase(language);
  return (word) => word.toLowerCase();
}

/** One apostrophe for all that are written as one. */
export function straight(text: string): string {
  return text.replaceAll(/[‘’ʼ]/g, "'");
}

/** Reads texts into words, and notes which of them are probably names. */
export class Reader {
  readonly #spellings = new Map<string, Spelling>();
  readonly #small: (word: string) => string;

  constructor(language: string) {
    this.#small = smallLetters(language);
  }

  /** The words of a text, piece by piece: phrases stay within one. */
  read(text: string): Token[][] {
    const plain = straight(text).replaceAll(/\S+/g, open);
    const shouted = plain === plain.toUpperCase() && plain !== plain.toLowerCase();
    let starts = true;
    const found: Token[][] = [];
    for (const piece of plain.split(PIECES)) {
      if (piece === undefined) continue;
      const tokens: Token[] = [];
      for (const [written] of piece.matchAll(WORD)) {
        tokens.push(this.#token(written, starts, shouted));
        starts = false;
      }
      if (tokens.length > 0) found.push(tokens);
      if (SENTENCE.test(piece)) starts = true;
    }
    return found;
  }

  /**
   * Whether a word is probably a name: it is never written small, or within sentences mostly with a capital. In German
   * every noun is, so that nothing can be told.
   */
  isName(stem: string): boolean {
    const { small, capital } = this.#spellings.get(stem) ?? { small: 1, capital: 0 };
    return small === 0 || capital > small;
  }

  #token(written: string, starts: boolean, shouted: boolean): Token {
    const word = this.#small(written);
    const stem = singular(word.replace(/'s$/, ''));
    let spelling = this.#spellings.get(stem);
    if (spelling === undefined) {
      spelling = { small: 0, capital: 0 };
      this.#spellings.set(stem, spelling);
    }
    // Short words in capitals are abbreviations; a text in capitals says nothing, nor does the start of a sentence.
    if (
      shouted ||
      written === word ||
      (written.length < 5 && written === written.toUpperCase() && written.length > 1)
    ) {
      spelling.small += 1;
    } else if (!starts) {
      spelling.capital += 1;
    }
    return { stem, word };
  }
}
