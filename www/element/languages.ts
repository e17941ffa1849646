/** The languages that are shipped beside English, for programs: an element loads the page's own by itself. */
import { messagesFor, speak } from './throughline.js';

/** Their tags. */
export const languages = ['ar', 'de', 'es', 'fr', 'ja'] as const;

/** What says the messages of each file: the first picture, why a number stands there, findings, the views and forms. */
const PARTS = ['', '-why', '-findings', '-views'];

/**
 * Loads all words of a locale's language, beneath what `setMessages` gave: then `messagesFor`, `board.describe` and whatever
 * takes a locale says them. What cannot be loaded stays English; each file is asked for once.
 *
 * @param locale a BCP 47 tag, as `de` or `de-AT`.
 * @returns whether the language is one of those that are shipped.
 */
export async function loadLanguage(locale: string): Promise<boolean> {
  const tag = messagesFor(locale).locale;
  await Promise.all(PARTS.map((part) => speak(tag, part)));
  return languages.some((language) => tag === language || tag.startsWith(`${language}-`));
}
