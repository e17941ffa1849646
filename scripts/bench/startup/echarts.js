// ECharts, tree-shaken: a graph with places given, and horizontal bars with their targets.
import { BarChart, GraphChart, ScatterChart } from 'echarts/charts';
import { GridComponent } from 'echarts/components';
import * as echarts from 'echarts/core';
import { CanvasRenderer } from 'echarts/renderers';
import { drawing } from './board.mjs';
import { painted, place, table } from './page.js';

echarts.use([GraphChart, BarChart, ScatterChart, GridComponent, CanvasRenderer]);
const { nodes, links, kpis } = drawing();

const map = echarts.init(place('map', 1200, 520));
map.setOption({
  animation: false,
  series: {
    type: 'graph',
    layout: 'none',
    symbol: 'rect',
    symbolSize: [112, 44],
    label: { show: true, width: 104, overflow: 'break', fontSize: 10, color: '#fff' },
    data: nodes.map(({ id, title, x, y, colour }) => ({ id, name: title, x, y, itemStyle: { color: colour } })),
    links: links.map(({ from, to }) => ({ source: from, target: to })),
    lineStyle: { color: '#888', curveness: 0.1 },
  },
});

const scorecard = echarts.init(place('scorecard', 1200, 320));
const titles = kpis.map(({ title }) => title);
scorecard.setOption({
  animation: false,
  grid: { left: 180 },
  xAxis: { type: 'value', max: 1 },
  yAxis: { type: 'category', data: titles },
  series: [
    { type: 'bar', data: kpis.map(({ progress }) => progress), label: { show: true } },
    { type: 'scatter', data: titles.map((title) => [1, title]), symbolSize: 6 },
  ],
});

table(kpis);
for (const chart of [map, scorecard]) chart.getZr().flush();
painted();
