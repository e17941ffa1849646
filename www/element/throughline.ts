/**
 * Everything, in one file beside the entries: a page that asks for an entry waits for one module more, not for a tree of
 * them, and all entries of a page share one instance of wasm. Importing this does nothing.
 */
export * from './api.js';
export { assets } from './asset.js';
export { StrategyBoardElement } from './element/board-element.js';
export { define } from './element/define.js';
export * from './element/parts.js';
export { inlined } from './inlined.js';
export { provide } from './loader.js';
export { teach } from './messages/catalog.js';
export { pictureOn } from './picture-on.js';
export { learn } from './taught.js';
