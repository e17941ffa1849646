/** Words that come later than the first picture, in languages other than English. */
import type { Context } from './context.js';
import { speak } from './parts.js';

/** Whether the words of a file are there, or cannot come; where they are on their way it is shown again when they have come. */
export function spoken({ words, fold }: Context, file: 'why' | 'findings' | 'views'): boolean {
  const coming = speak(words.locale, `-${file}`);
  void coming?.then(() => fold('', false));
  return coming === undefined;
}
