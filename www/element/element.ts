// Registers the tag.
import { init, version } from './index.js';

class StrategyBoard extends HTMLElement {
  async connectedCallback(): Promise<void> {
    await init();
    const table = document.createElement('table');
    table.createCaption().textContent = `Throughline ${version()}`;
    this.replaceChildren(table);
    this.dispatchEvent(new CustomEvent('board-painted', { bubbles: true, composed: true }));
  }
}

if (!customElements.get('strategy-board')) customElements.define('strategy-board', StrategyBoard);
