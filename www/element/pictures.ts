/** The pictures that need no board, as every entry but the element's offers them. */
export * from './charts.js';
export { drawRadar, layoutRadar } from './radar.js';
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
