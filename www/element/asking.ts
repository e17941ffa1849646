/** What only some readers ask: what a score is made of, and what if a number were another. It comes when asked for. */
export { asking as sheet } from './element/styles/asking.js';
export { supposing } from './element/supposing.js';
export { waterfall } from './element/waterfall.js';
