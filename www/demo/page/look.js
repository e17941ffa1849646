/** Theme, direction, view: three rows of choices that set attributes. */
import { byId } from '../shared/dom.js';
import { startTheme } from '../shared/theme.js';
import { element } from './board.js';

function onChoice(id, use) {
  byId(id).addEventListener('change', (event) => use(event.target.value));
}

export function startLooks() {
  startTheme();
  onChoice('direction', (direction) => {
    document.documentElement.dir = direction;
  });
  onChoice('view', (view) => element().setAttribute('view', view));
}
