/** What an analysis cannot do, in words: English here, other languages by `setMessages`. */
import { type Arguments, Pattern } from '../messages/format.js';
import { LocaleWriter } from '../messages/writer.js';
import { messagesFor } from '../throughline.js';
import type { FeedbackLimit } from './types.js';

const ENGLISH: Readonly<Record<string, string>> = {
  'no-lexicon': 'There is no lexicon for this language ({language}), so nothing is said of sentiment; English has one.',
  'no-stop-words':
    'There is no list of words that say nothing for this language ({language}), so no themes are told; give your own.',
  'too-few': '{n, plural, one {# text} other {# texts}} are fewer than {minimum}, so nothing is told of them.',
  'small-groups':
    '{count, plural, one {# group} other {# groups}} of {by} with fewer than {minimum} texts, or that would give one away, {count, plural, one {is} other {are}} left out.',
  'other-language':
    '{share, number, percent} of the longer texts have hardly a common word of the language ({language}): they may be in another one, and are read wrongly.',
  'without-words':
    '{share, number, percent} of the texts have no word that the lexicon knows; they count as neutral for want of words.',
  'names-left-out':
    '{count, plural, one {# word that looks} other {# words that look}} like a name {count, plural, one {is} other {are}} in no theme; a name written small is not seen: give it in “exclude”.',
  'long-texts':
    '{count, plural, one {# text is} other {# texts are}} longer than {length, number} characters and read no further.',
  irony:
    'Words are scored, not what is meant: irony, and what is good or bad only here, are missed. Read texts before you act on them.',
};

/** A limit with its sentence, in the language asked for where it has one. */
export function limit(code: string, params: Record<string, string | number>, locale: string): FeedbackLimit {
  const words = messagesFor(locale);
  const name = `feedback.${code}`;
  if (words.has(name)) return { code, params, text: words.text(name, params) };
  const pieces = new Pattern(ENGLISH[code] ?? code).pieces(params as Arguments, new LocaleWriter('en'));
  return { code, params, text: pieces.map(({ text }) => text).join('') };
}
