/** What both pages tell in the same words. */
import { h } from './dom.js';

const ISSUES_SHOWN = 8;

/** An error, with the first of its issues. */
export function errorWords({ message, issues = [] }) {
  const said = issues.slice(0, ISSUES_SHOWN).map((issue) => h('li', {}, issue.message));
  return [h('p', {}, message), said.length === 0 ? '' : h('ul', {}, said)];
}
