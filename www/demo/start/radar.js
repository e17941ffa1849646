/** The radar of what was answered; the table beneath it says the same. */
import { byId, h } from '../shared/dom.js';
import { keepDrawn, paletteOf } from '../shared/palette.js';
import { drawRadar } from '../throughline/index.js';

const canvas = h('canvas', { role: 'img' });
const list = h('ol', { class: 'numbered' });
let shown;
let ready = false;

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
    palette: paletteOf(box),
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
  keepDrawn(box, draw);
}
