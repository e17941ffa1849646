/** Importing this registers `<strategy-board>`. */
import { assets } from './asset.js';
import { define } from './element/define.js';
import { provide } from './loader.js';

provide(assets);
define();

export * from './api.js';
export { StrategyBoardElement } from './element/board-element.js';
export { define } from './element/define.js';
