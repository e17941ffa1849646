/** What could move the mission, and what it is made of today: two pictures, each with a table that says the same. */
import { byId, h } from '../shared/dom.js';
import { keepDrawn, paletteOf } from '../shared/palette.js';
import { drawTornado, drawWaterfall, messagesFor, tornadoOf, waterfallOf } from '../throughline/index.js';

/** More KPIs than these move it too little to be seen. */
const MOST = 8;
const words = messagesFor('en');
const percent = (score) => words.write.number(score, 'percent1');
const range = (low, high) => `${percent(low)} – ${percent(high)}`;
const FLIPS = ['on-track', 'at-risk', 'off-track', 'cannot-tell'];
const flips = Object.fromEntries(FLIPS.map((status) => [status, `Becomes ${words.text(`status-in.${status}`)}`]));

/** Draws `make()` into the box' canvas, now and whenever the box or its colours change. */
function picture(box, draw, made) {
  const canvas = h('canvas', { role: 'img', 'aria-label': `${box.dataset.about} The table below says each.` });
  box.replaceChildren(canvas);
  const put = () => {
    if (box.clientWidth === 0) return;
    const width = Math.max(240, Math.floor(box.clientWidth));
    const { fontFamily } = getComputedStyle(box);
    draw(canvas, { width, ratio: devicePixelRatio, font: fontFamily, palette: paletteOf(box), ...made });
  };
  keepDrawn(box, put);
}

const row = (cells) =>
  h(
    'tr',
    {},
    h('th', { scope: 'row' }, cells[0]),
    cells.slice(1).map((text) => h('td', { class: 'number' }, text)),
  );

function table(id, heads, rows) {
  const head = heads.map((text) => h('th', { scope: 'col' }, text));
  byId(id).replaceChildren(h('thead', {}, h('tr', {}, head)), h('tbody', {}, rows.map(row)));
}

/** The board's answers about its mission. */
export function showPictures(board) {
  const { mission } = board.scores();
  const swings = board.sensitivity(mission);
  const shown = { ...swings, tornado: swings.tornado.slice(0, MOST) };
  const tornado = tornadoOf(shown, {
    score: percent,
    range,
    now: (score) => `Today ${percent(score)}`,
    unknown: 'not known',
    legend: { worse: 'At its worse end', better: 'At its better end', unknown: 'Not known', ...flips },
  });
  picture(byId('tornado'), drawTornado, tornado);
  table(
    'tornado-table',
    ['Number', 'The mission’s score could be', 'Status at its ends'],
    shown.tornado.map(({ title, worse, better }) => [
      title,
      worse.score === undefined || better.score === undefined ? 'not known' : range(worse.score, better.score),
      [worse, better].map(({ status }) => words.text(`status-in.${status}`)).join(' – '),
    ]),
  );
  const made = board.contributions(mission);
  const waterfall = waterfallOf(made, {
    score: percent,
    range,
    byHand: 'Set by hand',
    unknown: 'not known',
    legend: { more: 'Gives', less: 'Takes away', total: 'Score', unknown: 'Could still give' },
  });
  picture(byId('waterfall'), drawWaterfall, waterfall);
  table(
    'waterfall-table',
    ['Part', 'Points'],
    waterfall.steps.map(({ label, text = '' }) => [label, text]),
  );
}
