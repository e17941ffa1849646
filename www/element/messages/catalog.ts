/** Messages by code, in a language: what turns the codes and parameters of the board into words. */
import first from './en.json' with { type: 'json' };
import { type Arguments, Pattern, type Piece } from './format.js';
import { LocaleWriter } from './writer.js';

export type Messages = Readonly<Record<string, string>>;

/** English: what a first picture says, and the rest when it has come (`teach`). */
const english: Record<string, string> = { ...first };

/** A code that no language knows is shown as it is, so that nothing is ever silent. */
const UNKNOWN = '{code}';

export class Catalog {
  readonly locale: string;
  readonly write: LocaleWriter;
  readonly #messages: Messages;
  readonly #patterns = new Map<string, Pattern>();

  constructor(locale: string, messages: Messages) {
    this.locale = locale;
    this.write = new LocaleWriter(locale);
    this.#messages = messages;
  }

  has(code: string): boolean {
    return Object.hasOwn(this.#messages, code) || Object.hasOwn(english, code);
  }

  /** The sentence of a code. */
  text(code: string, args: Arguments = {}): string {
    return this.pieces(code, args)
      .map((piece) => piece.text)
      .join('');
  }

  /** The sentence in pieces: what was filled in stands apart. */
  pieces(code: string, args: Arguments = {}): Piece[] {
    return this.#pattern(code).pieces({ code, ...args }, this.write);
  }

  #pattern(code: string): Pattern {
    let pattern = this.#patterns.get(code);
    if (pattern === undefined) {
      pattern = translated(own(this.#messages, code)) ?? new Pattern(own(english, code) ?? UNKNOWN);
      this.#patterns.set(code, pattern);
    }
    return pattern;
  }
}

/** Codes may come from anywhere; what every object inherits is no message. */
function own(messages: Messages, code: string): string | undefined {
  return Object.hasOwn(messages, code) ? messages[code] : undefined;
}

/** A message that its translator wrote wrong must not take the board down: the English one stands in. */
function translated(source: unknown): Pattern | undefined {
  if (typeof source !== 'string') return undefined;
  try {
    return new Pattern(source);
  } catch (thrown) {
    console.warn(`throughline: ${thrown instanceof Error ? thrown.message : String(thrown)}`);
    return undefined;
  }
}

const languages = new Map<string, Messages>([['en', english]]);
/** The files of languages that were asked for, by their names; those that are still to come are promises. */
const files = new Map<string, Promise<unknown> | undefined>();
const catalogs = new Map<string, Catalog>();

/** Lays words over the English ones that are there. */
export function teach(messages: Messages): void {
  Object.assign(english, messages);
  catalogs.clear();
}

/** Adds a language, or replaces messages of one: `setMessages('de', {…})`. What it lacks stays English. */
export function setMessages(language: string, messages: Messages): void {
  languages.set(language, { ...languages.get(language), ...messages });
  catalogs.clear();
}

/**
 * A promise while words of a locale are on their way, kept when they have come or cannot; else nothing. Languages that are
 * shipped come by the part of the page that says them, beneath what the host gave; each file is asked for once.
 */
export function speak(locale: string, part = ''): Promise<unknown> | undefined {
  const tag = /^(ar|de|es|fr|ja)\b/.exec(locale)?.[0];
  const file = `${tag}${part}`;
  if (tag !== undefined && !files.has(file)) {
    const came = (found?: { default: Messages }) => {
      setMessages(tag, { ...found?.default, ...languages.get(tag) });
      files.set(file, undefined);
    };
    files.set(
      file,
      // The build writes a path where it says "language:", in the form that the bundlers of hosts know.
      import(`language:${file}.js`).then(came, () => came()),
    );
  }
  return files.get(file);
}

/** The catalog for a locale (a BCP 47 tag): numbers and dates in the locale, words in the nearest language there is. */
export function messagesFor(locale: string): Catalog {
  const tag = supported(locale);
  let catalog = catalogs.get(tag);
  if (catalog === undefined) {
    const language = languages.get(tag) ?? languages.get(tag.split('-')[0] ?? '') ?? {};
    catalog = new Catalog(tag, language);
    catalogs.set(tag, catalog);
  }
  return catalog;
}

/** A page may declare any language; one that is no valid tag must not stop the board. */
function supported(locale: string): string {
  try {
    return Intl.getCanonicalLocales(locale)[0] ?? 'en';
  } catch {
    return 'en';
  }
}
