/** The package's main entry: nothing is registered and no browser is needed, so it imports under Node and on a server. */
import * as rest from './en-rest.js';
import { assets, learn, provide } from './throughline.js';

// A program may ask for anything at once (`initSync`): it has all the words from the start.
learn(rest);
provide(assets);

export * from './charts.js';
export * from './exported.js';
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
