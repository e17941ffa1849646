// Chart.js: it has no graph, so the map is points and lines with a small plugin for cards and words; and bars.
import {
  BarController,
  BarElement,
  CategoryScale,
  Chart,
  LinearScale,
  LineElement,
  PointElement,
  ScatterController,
} from 'chart.js';
import { drawing } from './board.mjs';
import { canvas, painted, table } from './page.js';

Chart.register(ScatterController, PointElement, LineElement, BarController, BarElement, LinearScale, CategoryScale);
const { nodes, links, kpis } = drawing();
const byId = new Map(nodes.map((node) => [node.id, node]));

function words(context, text, x, y) {
  const lines = [''];
  for (const word of text.split(' ')) {
    const longer = `${lines.at(-1)} ${word}`.trim();
    if (context.measureText(longer).width > 104) lines.push(word);
    else lines[lines.length - 1] = longer;
  }
  for (const [index, line] of lines.entries()) context.fillText(line, x, y + (index - (lines.length - 1) / 2) * 12);
}

const cards = {
  id: 'cards',
  afterDatasetsDraw({ ctx, scales }) {
    const at = ({ x, y }) => [scales.x.getPixelForValue(x), scales.y.getPixelForValue(y)];
    ctx.strokeStyle = '#888';
    for (const { from, to } of links) {
      ctx.beginPath();
      ctx.moveTo(...at(byId.get(from)));
      ctx.lineTo(...at(byId.get(to)));
      ctx.stroke();
    }
    ctx.font = '10px sans-serif';
    ctx.textAlign = 'center';
    for (const node of nodes) {
      const [x, y] = at(node);
      ctx.fillStyle = node.colour;
      ctx.fillRect(x - 56, y - 22, 112, 44);
      ctx.fillStyle = '#fff';
      words(ctx, node.title, x, y);
    }
  },
};

const still = {
  responsive: false,
  animation: false,
  plugins: { legend: { display: false }, tooltip: { enabled: false } },
};
new Chart(canvas('map', 1200, 520), {
  type: 'scatter',
  data: { datasets: [{ data: nodes.map(({ x, y }) => ({ x, y })), pointRadius: 2 }] },
  options: {
    ...still,
    scales: { x: { display: false, min: 0, max: 1200 }, y: { display: false, reverse: true, min: 0, max: 520 } },
  },
  plugins: [cards],
});
new Chart(canvas('scorecard', 1200, 320), {
  type: 'bar',
  data: { labels: kpis.map(({ title }) => title), datasets: [{ data: kpis.map(({ progress }) => progress) }] },
  options: { ...still, indexAxis: 'y', scales: { x: { max: 1 } } },
});

table(kpis);
painted();
