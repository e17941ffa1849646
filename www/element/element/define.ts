/** Registers the tag, once: a page may load the package twice, and another bundle may have been first. */
import { StrategyBoardElement } from './board-element.js';

/** A suffixed tag of one's own gets a class of its own, since a class can be registered only once. */
export function define(tag = 'strategy-board'): void {
  if (typeof customElements === 'undefined' || customElements.get(tag) !== undefined) return;
  customElements.define(tag, tag === 'strategy-board' ? StrategyBoardElement : class extends StrategyBoardElement {});
}
