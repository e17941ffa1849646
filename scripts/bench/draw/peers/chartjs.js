// Chart.js: no parsing, thinned to the extremes, no animation.
import { Chart, registerables } from 'chart.js';

Chart.register(...registerables);

const points = (x, y) => Array.from(x, (at, index) => ({ x: at, y: y[index] }));
const time = {
  type: 'linear',
  ticks: { maxRotation: 0, maxTicksLimit: 8, callback: (at) => new Date(at).toISOString().slice(5, 16) },
};
const dataset = (data, nth) => ({ data, borderColor: ['#1560bd', '#d2691e'][nth], borderWidth: 1, pointRadius: 0 });

function made(place, datas, { width, height }) {
  const canvas = place.appendChild(document.createElement('canvas'));
  [canvas.width, canvas.height] = [width, height];
  const decimation = { enabled: true, algorithm: 'min-max', samples: 2 * width };
  const options = { responsive: false, devicePixelRatio: 1, animation: false, parsing: false, normalized: true };
  const plugins = { legend: { display: false }, decimation };
  return new Chart(canvas, {
    type: 'line',
    data: { datasets: datas.map(dataset) },
    options: { ...options, plugins, scales: { x: time } },
  });
}

export default {
  prepare: ({ x, y }) => points(x, y),
  line: (place, data, size) => made(place, [data], size),
  append: (chart, x, y) => {
    const [set] = chart.data.datasets;
    const all = set._data ?? set.data;
    all.push({ x, y });
    if (set._data) set.data = all;
    chart.update('none');
  },
  zoom: (chart, min, max) => {
    Object.assign(chart.options.scales.x, { min, max });
    chart.update('none');
  },
  many: (places, all, size) =>
    places.map((place, at) =>
      made(
        place,
        all[at].series.map((y) => points(all[at].x, y)),
        size,
      ),
    ),
  manyAgain: (charts, all) =>
    charts.forEach((chart, at) => {
      chart.data.datasets.forEach((set, nth) => {
        set.data = points(all[at].x, all[at].series[nth]);
      });
      chart.update('none');
    }),
};
