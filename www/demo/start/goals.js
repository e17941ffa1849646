/** The goals of the form: rows that can be added and taken away. */
import { byId, h } from '../shared/dom.js';
import { goalSuggestions, measureChoices } from '../throughline/start.js';

const measures = measureChoices().filter(({ family }) => family !== undefined);
let words;
let number = 0;

const changed = () => byId('goals').dispatchEvent(new Event('input', { bubbles: true }));

/** The list and what adds to it. */
export function goalsField(by, chips) {
  words = by;
  return h(
    'div',
    { class: 'ask' },
    h('p', { class: 'label' }, by.goals.text),
    h('p', { class: 'hint' }, by.goals.hint),
    h('div', { id: 'goals' }),
    chips,
    h('button', { type: 'button', click: () => addGoal({}) }, 'Add a goal of your own'),
  );
}

/** A row; a suggested title brings the measure it is told by. */
export function addGoal({ title = '', ...given }, focus = true) {
  if (title !== '' && titles().includes(title)) return;
  const known = goalSuggestions().find((goal) => goal.title === title) ?? {};
  const goal = { ...known, ...given, title };
  number += 1;
  const row = rowOf(goal, number);
  byId('goals').append(row);
  unitOf(row);
  changed();
  if (focus) row.querySelector(title === '' ? '[name="goal-title"]' : '[name="goal-now"]').focus();
}

const titles = () => [...document.querySelectorAll('[name="goal-title"]')].map(({ value }) => value.trim());

function labelled(id, text, control, more = '') {
  control.id = id;
  return h('div', { class: 'field' }, h('label', { for: id }, text), h('div', { class: 'with' }, control, more));
}

function rowOf(goal, at) {
  const id = (name) => `goal-${at}-${name}`;
  const text = (name, value) => h('input', { type: 'text', name, maxlength: 200, value });
  const amount = (name, value) => h('input', { type: 'number', name, step: 'any', value });
  const measure = h(
    'select',
    { name: 'goal-measure', change: () => unitOf(row) },
    h('option', { value: '' }, 'Not decided'),
    measures.map((choice) => h('option', { value: choice.id }, choice.title)),
  );
  measure.value = goal.measure ?? '';
  const drop = () => {
    row.remove();
    changed();
    byId('step-goals').querySelector('.chip').focus();
  };
  const unit = () => h('span', { class: 'unit' });
  const row = h(
    'fieldset',
    { class: 'goal', 'data-audience': goal.audience ?? 'customer' },
    h('legend', {}, `Goal ${at}`),
    labelled(id('title'), 'What is reached', text('goal-title', goal.title)),
    labelled(id('how'), words.how.text, text('goal-how', goal.how ?? '')),
    labelled(id('measure'), words.measure.text, measure),
    h(
      'div',
      { class: 'ends' },
      labelled(id('now'), words.now.text, amount('goal-now', goal.now), unit()),
      labelled(id('target'), words.target.text, amount('goal-target', goal.target), unit()),
    ),
    labelled(id('standard'), words.standard.text, text('goal-standard', goal.standard ?? '')),
    h('button', { type: 'button', class: 'link', click: drop }, `Take goal ${at} away`),
  );
  return row;
}

/** What the numbers of a row are in, and whether there is anything to ask a number of. */
function unitOf(row) {
  const chosen = measures.find(({ id }) => id === row.querySelector('[name="goal-measure"]').value);
  for (const unit of row.querySelectorAll('.unit')) unit.textContent = chosen?.unit ?? '';
  for (const name of ['goal-now', 'goal-target', 'goal-standard']) {
    row.querySelector(`[name="${name}"]`).disabled = chosen === undefined;
  }
}
