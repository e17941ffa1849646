/** Views of what the board computes beside the scores (programmes, needs, people, the review), and the forms: they come when one is asked for. */
import type { Messages } from './messages/catalog.js';
import english from './messages/en-views.json' with { type: 'json' };

export { views as sheet } from './element/styles/views.js';
export { viewed } from './element/views/viewed.js';
export { write } from './element/writing/write.js';
export const words: Messages = english;
