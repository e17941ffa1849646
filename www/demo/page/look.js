/** Theme, direction, view: three rows of choices that set attributes. */

import { element } from './board.js';
import { byId } from './dom.js';

function onChoice(id, use) {
  byId(id).addEventListener('change', (event) => use(event.target.value));
}

/** Every board on the page, whichever stands there now. */
function boards() {
  return document.querySelectorAll('strategy-board');
}

export function startLooks() {
  onChoice('theme', (theme) => {
    document.documentElement.dataset.theme = theme;
    for (const one of boards()) one.setAttribute('theme', theme);
  });
  onChoice('direction', (direction) => {
    document.documentElement.dir = direction;
  });
  onChoice('view', (view) => element().setAttribute('view', view));
}
