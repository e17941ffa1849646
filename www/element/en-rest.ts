/** What comes after the first picture, for whoever wants to read more: the words, and the sentences of an explanation. */
import type { Messages } from './messages/catalog.js';
import words from './messages/en-rest.json' with { type: 'json' };

export * from './telling.js';
export const rest: Messages = words;
