/** What comes after the first picture, for whoever wants to read more: the words, and the sentences of an explanation. */
export { default as rest } from './messages/en-rest.json' with { type: 'json' };
export * from './telling.js';
