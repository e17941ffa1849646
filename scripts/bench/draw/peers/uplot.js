// uPlot: columns as it wants them; it draws in a microtask.
import UPlot from 'uplot';

const drawn = () => Promise.resolve();
const series = (colours) => [{}, ...colours.map((stroke) => ({ stroke, width: 1, points: { show: false } }))];

function made(place, data, { width, height }, colours) {
  return new UPlot({ width, height, ms: 1, legend: { show: false }, series: series(colours) }, data, place);
}

const dataOf = ({ x, series: lines }) => [x, ...lines];

export default {
  prepare: ({ x, y }) => [x, y],
  async line(place, data, size) {
    const plot = made(place, data, size, ['#1560bd']);
    await drawn();
    return { plot, data, count: data[0].length };
  },
  async append(chart, x, y) {
    if (chart.count === chart.data[0].length) {
      chart.data = chart.data.map((column) => {
        const larger = new Float64Array(chart.count + 4096);
        larger.set(column);
        return larger;
      });
    }
    [chart.data[0][chart.count], chart.data[1][chart.count]] = [x, y];
    chart.count += 1;
    chart.plot.setData(chart.data.map((column) => column.subarray(0, chart.count)));
    await drawn();
  },
  async zoom({ plot }, min, max) {
    plot.setScale('x', { min, max });
    await drawn();
  },
  async many(places, all, size) {
    const plots = places.map((place, at) => made(place, dataOf(all[at]), size, ['#1560bd', '#d2691e']));
    await drawn();
    return plots;
  },
  async manyAgain(plots, all) {
    for (const [at, plot] of plots.entries()) plot.setData(dataOf(all[at]));
    await drawn();
  },
};
