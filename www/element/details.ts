/** The details of a choice and how they look: a module of its own, which comes after the first picture. */
export { closer } from './element/closer.js';
export { panel } from './element/panel.js';
export { details } from './element/styles/details.js';
