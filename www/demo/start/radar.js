/** The radar of what was answered; the table beneath it says the same. */
import { byId, h } from '../shared/dom.js';
import { drawRadar } from '../throughline/index.js';

/** How the page names the colours of a picture; what a radar does not use is ink. */
const ROLES = {
  paper: '--raised',
  raised: '--raised',
  ink: '--ink',
  second: '--second',
  rule: '--rule',
  accent: '--accent',
};
const OTHERS = ['onTrack', 'atRisk', 'offTrack', 'cannotTell', 'stale', 'noData'];

const canvas = h('canvas', { role: 'img' });
const list = h('ol', { class: 'numbered' });
let shown;
let ready = false;

/** The colours that the page really shows: a canvas understands no custom properties. */
function palette(probe) {
  const read = (name) => {
    probe.style.setProperty('background-color', `var(${name})`);
    const parts = getComputedStyle(probe)
      .backgroundColor.match(/[\d.]+/g)
      .slice(0, 3);
    return `#${parts.map((part) => Math.round(Number(part)).toString(16).padStart(2, '0')).join('')}`;
  };
  const found = Object.fromEntries(Object.entries(ROLES).map(([role, name]) => [role, read(name)]));
  probe.style.removeProperty('background-color');
  return { ...found, ...Object.fromEntries(OTHERS.map((role) => [role, found.ink])) };
}

function draw() {
  const box = byId('radar');
  if (!ready || shown === undefined || box.clientWidth === 0) return;
  const { fontFamily } = getComputedStyle(box);
  const { numbered } = drawRadar(canvas, {
    width: Math.max(240, box.clientWidth),
    ratio: devicePixelRatio,
    scale: { low: 1, high: 5, step: 1 },
    axes: shown.areas.map(({ id, title, score, low, high }) => ({
      id,
      label: title,
      ...(score === undefined ? {} : { value: score }),
      ...(low === undefined ? {} : { low, high }),
    })),
    font: fontFamily,
    palette: palette(box),
  });
  canvas.setAttribute('aria-label', `${shown.said} The table below says each.`);
  list.replaceChildren(...(numbered ? shown.areas.map(({ title }) => h('li', {}, title)) : []));
}

/** Draws the areas, now and whenever the page's width or colours change. */
export function showRadar(areas, said) {
  shown = { areas, said };
  draw();
}

/** From here on there is a module to draw with. */
export function startRadar() {
  ready = true;
  const box = byId('radar');
  box.append(canvas, list);
  new ResizeObserver(draw).observe(box);
  for (const query of ['(prefers-color-scheme: dark)', '(forced-colors: active)']) {
    matchMedia(query).addEventListener('change', draw);
  }
  // The theme is the page's own, and its colours follow at once.
  byId('theme').addEventListener('change', () => requestAnimationFrame(draw));
}
