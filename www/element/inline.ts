/** The same with the wasm file inside: nothing is fetched. Nothing is registered either: call `define()`. */
import { inlined, provide } from './throughline.js';

provide(inlined);

export * from './charts.js';
export * from './exported.js';
export { drawRadar, layoutRadar } from './radar.js';
export { define, StrategyBoardElement } from './throughline.js';
export {
  drawTrend,
  layoutTrend,
  type TrendAsked,
  type TrendColumn,
  type TrendData,
  type TrendGeometry,
  type TrendPoints,
  type TrendWriting,
  trendData,
} from './trend.js';
