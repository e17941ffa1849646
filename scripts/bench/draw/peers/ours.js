// Ours: points kept beside wasm, a picture through plotters.
import { drawTrend, init, trendData } from 'throughline';

const canvasIn = (place) => place.appendChild(document.createElement('canvas'));
const sizes = ({ width, height }) => ({ width, height: height - 50, ratio: 1, base: 'data' });

function paint(chart) {
  drawTrend(chart.canvas, chart.asked);
  return chart;
}

export default {
  ready: () => init(),
  prepare: (data) => data,
  line: (place, { x, y }, size) => {
    const data = trendData(x, y, { time: 'milliseconds' });
    return paint({ canvas: canvasIn(place), asked: { ...sizes(size), data, locale: 'en' } });
  },
  append: (chart, x, y) => {
    chart.asked.data.append([x], [y]);
    paint(chart);
  },
  zoom: (chart, from, to) => {
    chart.asked.window = { from, to };
    paint(chart);
  },
  many: (places, all, size) => places.map((place, at) => small({ canvas: canvasIn(place), size }, all[at])),
  manyAgain: (charts, all) => {
    for (const [at, chart] of charts.entries()) small(chart, all[at]);
  },
};

/** Two series: the second is the one to compare with. The first comes as columns, which need no text. */
function small(chart, { x, series: [now, before] }) {
  chart.data?.free();
  chart.data = trendData(x, now, { time: 'milliseconds' });
  const points = Array.from(before, (value, at) => ({ at: x[at], value }));
  drawTrend(chart.canvas, { ...sizes(chart.size), data: chart.data, before: points, locale: 'en' });
  return chart;
}
