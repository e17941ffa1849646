/** What the maturity check found: how far each area is, and the strategies that would help most. */
import { byId, h } from '../shared/dom.js';
import { messagesFor } from '../throughline/index.js';
import { candidates, proposals } from '../throughline/start.js';
import { showRadar } from './radar.js';

const words = messagesFor('en');
const { write } = words;
const EFFORT = { 1: 'weeks', 2: 'months', 3: 'a year, with others' };
const number = (value) => write.number(value);
const group = () => document.querySelector('[name="group"]:checked').value;

function row({ title, score, levelName, answered, notKnown, of }) {
  const known = score === undefined ? 'not known' : `${number(score)} of 5`;
  const level = score === undefined ? (notKnown > 0 ? 'said not to be known' : 'not answered') : levelName;
  const some = answered > 0 && answered < of ? `, of ${answered} of ${of} statements` : '';
  return h('tr', {}, h('th', { scope: 'row' }, title), h('td', { class: 'number' }, known), h('td', {}, level + some));
}

export function showAreas(found) {
  const areas = found.areas.filter((area) => area.group === group());
  const whole = found.groups.find(({ id }) => id === group());
  const score =
    whole.score === undefined ? 'too few are known for a number of all' : `together ${number(whole.score)} of 5`;
  byId('known').textContent = `${whole.known} of ${whole.of} areas are known; ${score}.`;
  showRadar(areas, `${whole.title}: ${byId('known').textContent}`);
  const heads = ['Area', 'Score', 'Level'].map((head) => h('th', { scope: 'col' }, head));
  byId('areas').replaceChildren(
    h('caption', {}, whole.title),
    h('thead', {}, h('tr', {}, heads)),
    h('tbody', {}, areas.map(row)),
  );
}

function helpsWords({ helps }) {
  const said = helps.map(({ title, score }) => `${title} (${number(score)})`);
  return `Helps ${new Intl.ListFormat('en').format(said)}.`;
}

function proposed(proposal, taken, take) {
  const { candidate, first } = proposal;
  const { id, title, because, caution, trend, effort } = candidate;
  const has = taken.has(id);
  const button = h(
    'button',
    { type: 'button', 'aria-pressed': String(has), click: () => take(id), 'data-candidate': id },
    has ? 'In the plan: take it out' : 'Put it into the plan',
  );
  return h(
    'li',
    {},
    h('h3', {}, title),
    h('p', {}, because),
    h(
      'p',
      { class: 'hint' },
      `${helpsWords(proposal)} Effort: ${EFFORT[effort]}.`,
      trend === undefined ? '' : ` Trend: ${trend.title}.`,
    ),
    caution === undefined ? '' : h('p', { class: 'todo' }, caution),
    first.length === 0
      ? ''
      : h(
          'ul',
          {},
          first.map(({ text }) => h('li', {}, text)),
        ),
    h('div', { class: 'row' }, button),
  );
}

export function showProposals(found, taken, take) {
  const { now, later, unjudged } = proposals(found);
  const all = candidates().length;
  byId('proposed-hint').textContent =
    unjudged.length === all
      ? `Answer a few statements, and those of ${all} strategies that would help most are proposed here.`
      : now.length === 0
        ? 'Nothing of what is known is far from its aim, 4 of 5.'
        : 'The first closes the widest gaps to 4 of 5, the next what that one leaves, and so on.';
  byId('proposed').replaceChildren(...now.map((proposal) => proposed(proposal, taken, take)));
  byId('later-box').hidden = later.length === 0;
  byId('later-title').textContent = `${later.length} that need something else first`;
  byId('later').replaceChildren(...later.map((proposal) => proposed(proposal, taken, take)));
}
