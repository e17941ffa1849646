/** Importing this registers `<strategy-board>`. */
import { assets, define, provide } from './throughline.js';

provide(assets);
define();

export * from './exported.js';
export { define, StrategyBoardElement } from './throughline.js';
