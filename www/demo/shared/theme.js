/** The choice of a theme, for the page and every board on it, whichever stands there now. */
import { byId } from './dom.js';

export function startTheme() {
  byId('theme').addEventListener('change', ({ target: { value: theme } }) => {
    document.documentElement.dataset.theme = theme;
    for (const board of document.querySelectorAll('strategy-board')) board.setAttribute('theme', theme);
  });
}
