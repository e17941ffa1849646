// By hand: a 2-D context, the extremes of each column of pixels, plain axes; what could be had without a library.
const [LEFT, BELOW, ABOVE, RIGHT] = [50, 24, 20, 10];
const COLOURS = ['#1560bd', '#d2691e'];

function steps(low, high, count) {
  const rough = (high - low) / count;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = [1, 2, 5, 10].find((mantissa) => mantissa * power >= rough) * power;
  const all = [];
  for (let value = Math.ceil(low / step) * step; value <= high; value += step) all.push(value);
  return all;
}

function first(list, count, value) {
  let [low, high] = [0, count];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (list[middle] < value) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** One pass over what is shown: the first, lowest, highest and last of each column. */
function columns({ x, y, count }, from, to, wide) {
  const found = { open: [], low: [], high: [], close: [], least: Infinity, most: -Infinity };
  const [start, end] = [Math.max(0, first(x, count, from) - 1), Math.min(count, first(x, count, to) + 1)];
  for (let at = start; at < end; at += 1) {
    const column = Math.max(0, Math.min(wide, (((x[at] - from) * wide) / (to - from)) | 0));
    const value = y[at];
    if (found.open[column] === undefined) {
      found.open[column] = found.low[column] = found.high[column] = value;
    }
    found.close[column] = value;
    if (value < found.low[column]) found.low[column] = value;
    if (value > found.high[column]) found.high[column] = value;
    if (value < found.least) found.least = value;
    if (value > found.most) found.most = value;
  }
  return found;
}

function paint({ context, width, height, lines, from, to }) {
  const [wide, tall] = [width - LEFT - RIGHT, height - ABOVE - BELOW];
  const found = lines.map((line) => columns(line, from, to, wide));
  const least = Math.min(...found.map((each) => each.least));
  const most = Math.max(...found.map((each) => each.most));
  const up = (value) => ABOVE + tall * (1 - (value - least) / (most - least));
  context.clearRect(0, 0, width, height);
  context.font = '11px sans-serif';
  context.strokeStyle = '#ddd';
  context.fillStyle = '#333';
  context.lineWidth = 1;
  context.beginPath();
  for (const value of steps(least, most, 6)) {
    const y = Math.round(up(value)) + 0.5;
    context.moveTo(LEFT, y);
    context.lineTo(width - RIGHT, y);
    context.fillText(value.toFixed(0), 8, y + 4);
  }
  for (const time of steps(from, to, 8)) {
    const x = Math.round(LEFT + (wide * (time - from)) / (to - from)) + 0.5;
    context.fillText(new Date(time).toISOString().slice(5, 16), x - 20, height - 8);
  }
  context.stroke();
  found.forEach(({ open, low, high, close }, nth) => {
    context.strokeStyle = COLOURS[nth];
    context.beginPath();
    open.forEach((value, column) => {
      context.lineTo(LEFT + column, up(value));
      if (low[column] === high[column]) return;
      for (const each of [low, high, close]) context.lineTo(LEFT + column, up(each[column]));
    });
    context.stroke();
  });
}

function made(place, lines, { width, height }) {
  const canvas = place.appendChild(document.createElement('canvas'));
  [canvas.width, canvas.height] = [width, height];
  const [{ x, count }] = lines;
  const chart = { context: canvas.getContext('2d'), width, height, lines, from: x[0], to: x[count - 1] };
  paint(chart);
  return chart;
}

const lineOf = (x, y) => ({ x, y, count: x.length });
const linesOf = ({ x, series }) => series.map((y) => lineOf(x, y));

export default {
  prepare: ({ x, y }) => lineOf(x, y),
  line: (place, line, size) => made(place, [line], size),
  append: (chart, x, y) => {
    const [line] = chart.lines;
    if (line.count === line.x.length) {
      for (const name of ['x', 'y']) {
        const larger = new Float64Array(line.count + 4096);
        larger.set(line[name]);
        line[name] = larger;
      }
    }
    [line.x[line.count], line.y[line.count], chart.to] = [x, y, x];
    line.count += 1;
    paint(chart);
  },
  zoom: (chart, from, to) => paint(Object.assign(chart, { from, to })),
  many: (places, all, size) => places.map((place, at) => made(place, linesOf(all[at]), size)),
  manyAgain: (charts, all) => {
    for (const [at, chart] of charts.entries()) paint(Object.assign(chart, { lines: linesOf(all[at]) }));
  },
};
