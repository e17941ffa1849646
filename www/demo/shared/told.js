/** What both pages tell in the same words. */
import { messagesFor } from '../throughline/index.js';
import { h } from './dom.js';

const ISSUES_SHOWN = 8;
const KINDS_SHOWN = 4;

const words = messagesFor('en');
const count = new Intl.NumberFormat('en');

/** An error, with the first of its issues. */
export function errorWords({ message, code = '', issues = [] }) {
  // The message names the first issue as well, which the list does.
  const short = issues.length > 0 && words.has(`error.${code}`) ? words.text(`error.${code}`) : message;
  const said = issues.slice(0, ISSUES_SHOWN).map((issue) => h('li', {}, issue.message));
  return [h('p', {}, short), said.length === 0 ? '' : h('ul', {}, said)];
}

/** Why a row was refused, in words. */
export const reasonOf = ({ code, params }) => words.text(`row.${code}`, { ...params });

/** What was read but may not mean what it seems; nothing where there is nothing of it. */
export function warningWords({ warnings }) {
  const said = warnings.map(({ code, params }) => h('li', {}, words.text(`issue.${code}`, { ...params })));
  return said.length === 0 ? [] : [h('ul', { class: 'warnings' }, said)];
}

/** Why rows were refused, the most frequent reason first, each with the first row it was found in. */
export function refusedWords({ issues, refused }) {
  const kinds = new Map();
  for (const issue of issues) {
    const kind = `${issue.code} ${issue.column ?? ''}`;
    const known = kinds.get(kind);
    if (known === undefined) kinds.set(kind, { issue, times: 1 });
    else known.times += 1;
  }
  const sorted = [...kinds.values()].sort((one, other) => other.times - one.times);
  const line = ({ issue, times }) => {
    const where = issue.column === undefined ? '' : `, column ${issue.column}`;
    return h('li', {}, `Row ${count.format(issue.row)}${where}: ${reasonOf(issue)}${more(times)}.`);
  };
  const left = sorted.slice(KINDS_SHOWN).reduce((sum, { times }) => sum + times, refused - issues.length);
  const rest = left > 0 ? [h('li', {}, `And ${count.format(left)} more.`)] : [];
  return sorted.length === 0 ? [] : [h('ul', {}, sorted.slice(0, KINDS_SHOWN).map(line), rest)];
}

const more = (times) => (times === 1 ? '' : `, and ${count.format(times - 1)} more like it`);
