/** The demo page: everything below the board is done with the package's public API. */
import { byId, h } from '../shared/dom.js';
import { board, element, whenReady } from './board.js';
import { startFeed } from './feed.js';
import { startFiles } from './file.js';
import { startLooks } from './look.js';
import { startValues } from './value.js';

function startLine() {
  const list = byId('line-subject');
  const line = byId('line');
  list.addEventListener('change', () => line.setAttribute('focus', list.value));
  whenReady((one) => {
    // One board behind both pictures: what changes above changes here.
    line.board = one;
    const chosen = list.value || line.getAttribute('focus');
    list.replaceChildren(
      ...(board().plan().actions ?? []).map((action) => h('option', { value: action.id }, action.title)),
    );
    list.value = chosen;
  });
}

function startCopy() {
  const button = byId('copy');
  button.addEventListener('click', async () => {
    try {
      await navigator.clipboard.writeText(byId('embed-code').textContent);
      button.textContent = 'Copied';
    } catch {
      getSelection().selectAllChildren(byId('embed-code'));
      button.textContent = 'Selected: press Ctrl+C';
    }
  });
}

customElements.whenDefined(element().localName).then(() => {
  startLooks();
  startFeed();
  startValues();
  startFiles();
  startLine();
  startCopy();
});
