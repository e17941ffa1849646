// ECharts with what a line takes: canvas, typed arrays, sampling to the extremes.
import { LineChart } from 'echarts/charts';
import { DataZoomInsideComponent, GridComponent } from 'echarts/components';
import * as echarts from 'echarts/core';
import { CanvasRenderer } from 'echarts/renderers';

echarts.use([LineChart, GridComponent, DataZoomInsideComponent, CanvasRenderer]);

function pairs(x, y) {
  const all = new Float64Array(x.length * 2);
  for (let at = 0; at < x.length; at += 1) [all[2 * at], all[2 * at + 1]] = [x[at], y[at]];
  return all;
}

const line = (data) => ({
  type: 'line',
  symbol: 'none',
  sampling: 'minmax',
  lineStyle: { width: 1 },
  dimensions: ['x', 'y'],
  encode: { x: 0, y: 1 },
  data,
});
const flush = (chart) => chart.getZr().flush();

function made(place, datas, size) {
  const chart = echarts.init(place, null, { ...size, renderer: 'canvas', devicePixelRatio: 1 });
  chart.setOption({
    animation: false,
    grid: { left: 50, right: 20, top: 20, bottom: 40 },
    xAxis: { type: 'time' },
    yAxis: { type: 'value', scale: true },
    dataZoom: [{ type: 'inside' }],
    series: datas.map(line),
  });
  flush(chart);
  return chart;
}

const datasOf = ({ x, series }) => series.map((y) => pairs(x, y));

export default {
  prepare: ({ x, y }) => pairs(x, y),
  line: (place, data, size) => ({ chart: made(place, [data], size), data, count: data.length }),
  append: (kept, x, y) => {
    if (kept.count === kept.data.length) {
      const larger = new Float64Array(kept.count + 8192);
      larger.set(kept.data);
      kept.data = larger;
    }
    [kept.data[kept.count], kept.data[kept.count + 1]] = [x, y];
    kept.count += 2;
    kept.chart.setOption({ series: [{ data: kept.data.subarray(0, kept.count) }] });
    flush(kept.chart);
  },
  zoom: ({ chart }, startValue, endValue) => {
    chart.dispatchAction({ type: 'dataZoom', startValue, endValue }, { flush: true });
    flush(chart);
  },
  many: (places, all, size) => places.map((place, at) => made(place, datasOf(all[at]), size)),
  manyAgain: (charts, all) =>
    charts.forEach((chart, at) => {
      chart.setOption({ series: datasOf(all[at]).map((data) => ({ data })) });
      flush(chart);
    }),
};
