/** The course of a KPI as a picture: its values with their intervals, its limits, and what stands out of them. */
import { byId, h } from '../shared/dom.js';
import { keepDrawn, paletteOf } from '../shared/palette.js';
import { drawTrend } from '../throughline/index.js';
import { valued } from './words.js';

const WORDS = {
  value: 'Value',
  interval: '95% interval',
  centre: 'Centre',
  limits: 'Limits of what chance does',
  signal: 'Stands out',
};

const canvas = h('canvas', { role: 'img' });
let shown;

function draw() {
  const box = byId('course-picture');
  if (shown === undefined || box.clientWidth === 0) return;
  const look = { font: getComputedStyle(box).fontFamily, palette: paletteOf(box), ratio: devicePixelRatio };
  drawTrend(canvas, { ...shown.request, ...look, width: Math.max(240, box.clientWidth) });
  canvas.setAttribute('aria-label', `${shown.said} The table below says each value.`);
}

/** Limits for each stretch in which they stay the same. */
function limitsOf({ points, phases }, dayOf) {
  return phases.flatMap(({ from, to }) => {
    const own = points.slice(from, to).filter(({ period, centre }) => centre !== undefined && dayOf.has(period));
    return own.map(({ period, centre, low, high }, at) => {
      const next = own[at + 1] ?? own[at];
      const ends = { ...(low === undefined ? {} : { lower: low }), ...(high === undefined ? {} : { upper: high }) };
      return { from: dayOf.get(period), to: dayOf.get(next.period), centre, ...ends };
    });
  });
}

/** Days after which a period was left out. */
function gapOf(period = '') {
  if (period.includes('W')) return 11;
  if (period.includes('Q')) return 140;
  return period.length === 7 ? 50 : 560;
}

/** Draws the values of complete periods. */
export function showPicture(complete, signals, kpi, said) {
  const rows = complete.filter(({ at }) => at !== undefined).sort((one, other) => (one.at < other.at ? -1 : 1));
  const dayOf = new Map(rows.map(({ period, at }) => [period, at]));
  const points = rows.map(({ at, value, interval }) => ({
    at,
    ...(value === undefined ? {} : { value }),
    ...(interval === undefined || value === undefined ? {} : { low: interval.low, high: interval.high }),
  }));
  const out = [...signals.hits.keys()].filter((period) => dayOf.has(period));
  const request = {
    points,
    limits: limitsOf(signals, dayOf).slice(-50),
    signals: out.map((period) => ({ at: dayOf.get(period) })),
    gap: gapOf(rows[0]?.period),
    words: WORDS,
    locale: 'en',
    write: { value: (value) => valued(value, kpi.unit) },
  };
  if (shown === undefined) {
    byId('course-picture').append(canvas);
    keepDrawn(byId('course-picture'), draw);
  }
  shown = { request, said };
  draw();
}
