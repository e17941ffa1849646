/** What a change moved, in words. */
import { byId, h } from '../shared/dom.js';
import { messagesFor } from '../throughline/index.js';
import { kpisOf, nodesOf } from './board.js';

const SHOWN = 8;

const words = messagesFor('en');
const word = (status) => words.text(`status-in.${status}`);
const percent = (score) => (score === undefined ? undefined : `${Math.round(score * 100)} %`);

function titles(plan) {
  return new Map([...nodesOf(plan), ...kpisOf(plan)].map((subject) => [subject.id, subject.title]));
}

/** "on track → off track, score 93 % → 41 %": the status first, the score where it moved on the page's scale. */
function moved({ before, after }) {
  const said =
    before.status === after.status ? [word(after.status)] : [`${word(before.status)} → ${word(after.status)}`];
  const [from, to] = [percent(before.score), percent(after.score)];
  if (from !== to) said.push(`score ${from ?? 'none'} → ${to ?? 'none'}`);
  return said.join(', ');
}

/** Turned statuses first, then the widest steps of the score. */
function weight({ before, after }) {
  return (before.status === after.status ? 0 : 10) + Math.abs((after.score ?? 0) - (before.score ?? 0));
}

/** A list of what moved, or a sentence that nothing did. */
export function changeList(plan, change) {
  const names = titles(plan);
  const all = [...change.kpis, ...change.nodes].sort((a, b) => weight(b) - weight(a));
  if (all.length === 0)
    return h('p', {}, 'Nothing moved: no score depends on it, or it is what the board already knew.');
  const items = all
    .slice(0, SHOWN)
    .map((item) => h('li', {}, h('strong', {}, names.get(item.id) ?? item.id), `: ${moved(item)}`));
  if (all.length > SHOWN) items.push(h('li', {}, `and ${all.length - SHOWN} more, by less`));
  return h('ul', {}, items);
}

/** Says below the board what the reader's own change came to. */
export function tell(plan, change) {
  byId('told').textContent = sentence(plan, change);
}

/** How many statuses turned, and how the mission stands. */
function sentence(plan, change) {
  const turned = [...change.kpis, ...change.nodes].filter(({ before, after }) => before.status !== after.status).length;
  const mission = change.nodes.find((node) => node.id === plan.mission.id);
  const top = mission
    ? ` The mission went from ${percent(mission.before.score) ?? 'no score'} to ${percent(mission.after.score) ?? 'no score'}.`
    : '';
  if (change.kpis.length + change.nodes.length === 0) return '';
  return `${turned === 0 ? 'No status' : turned === 1 ? 'One status' : `${turned} statuses`} turned.${top}`;
}
