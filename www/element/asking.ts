/** What only some readers ask: what a score is made of, where a number is going, and what if it were another. It comes when asked for. */
export { foreseen } from './element/foreseen.js';
export { asking as sheet } from './element/styles/asking.js';
export { supposing } from './element/supposing.js';
export { waterfall } from './element/waterfall.js';
