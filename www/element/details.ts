/** The details of a choice, causes, what changed, the views in the picture's place, what my line aims at, and how they look: a module that comes after the first picture. */
export { aims } from './element/aims.js';
export { why } from './element/causes.js';
export { chaseBlock } from './element/chase.js';
export { closer } from './element/closer.js';
export { changes } from './element/moved.js';
export { panel } from './element/panel.js';
export { details } from './element/styles/details.js';
export { whole } from './element/whole.js';
