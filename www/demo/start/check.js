/** The form of the maturity check: every area with its statements, from 1 to 5 or not known. */
import { byId, h } from '../shared/dom.js';
import { messagesFor } from '../throughline/index.js';
import { maturityAreas } from '../throughline/start.js';

const words = messagesFor('en');
const ANSWERS = ['1', '2', '3', '4', '5', 'not-known'];
const short = (answer) => (answer === 'not-known' ? '?' : answer);
const GROUPS = ['challenge', 'practice'];

function statement({ id, text }) {
  const options = ANSWERS.map((answer) => {
    const said = words.text(`start.answer.${answer}`);
    const input = h('input', { type: 'radio', name: id, value: answer, 'aria-label': `${short(answer)}: ${said}` });
    return h('label', { title: said }, input, h('span', { 'aria-hidden': 'true' }, short(answer)));
  });
  return h('fieldset', { class: 'statement' }, h('legend', {}, text), h('div', { class: 'scale' }, options));
}

function area({ id, title, statements }) {
  return h(
    'details',
    { class: 'area', id: `area-${id}` },
    h('summary', {}, title, ' ', h('span', { class: 'count' })),
    statements.map(statement),
  );
}

export function showCheck() {
  const areas = maturityAreas();
  byId('check').replaceChildren(
    ...GROUPS.map((group) =>
      h(
        'section',
        { class: 'card', 'aria-labelledby': `areas-${group}` },
        h('h3', { id: `areas-${group}` }, words.text(`start.group.${group}`)),
        areas.filter((one) => one.group === group).map(area),
      ),
    ),
  );
  byId('area-customer-centricity').open = true;
}

/** What is answered, as the package takes it. */
export function checkAnswers() {
  const answers = {};
  for (const { name, value } of byId('check').querySelectorAll('input:checked')) {
    answers[name] = value === 'not-known' ? value : Number(value);
  }
  return { version: 1, answers };
}

export function fillCheck({ answers = {} }) {
  byId('check').reset();
  for (const input of byId('check').querySelectorAll('input'))
    input.checked = String(answers[input.name] ?? '') === input.value;
}

/** How many statements of each area are answered. */
export function countAnswers({ areas }) {
  for (const { id, answered, notKnown, of } of areas) {
    byId(`area-${id}`).querySelector('.count').textContent = `${answered + notKnown} of ${of}`;
  }
}
