/** The form of the seven steps: a card a step, with answers that others gave to begin with. */
import { h } from '../shared/dom.js';
import { programmeSteps } from '../throughline/start.js';
import { addGoal, goalsField } from './goals.js';

const STANDINGS = [
  ['', 'Not answered'],
  ['not-begun', 'Not begun'],
  ['under-way', 'Under way'],
  ['in-use', 'In use'],
  ['reviewed', 'In use, and looked at again'],
];
const REVIEWS = [
  ['', 'Not settled'],
  ['month', 'Every month'],
  ['quarter', 'Every quarter'],
  ['year', 'Every year'],
];
/** Steps of one list: a piece of work or a need a line. */
const LISTS = {
  needs: '/needs/needs',
  hiring: '/hiring/work',
  training: '/training/work',
  recognition: '/recognition/work',
};
const TEXTS = { mission: '/vision/mission', vision: '/vision/vision', companyMission: '/vision/companyMission' };

/** Which field of which step an issue of the answers is about. */
export const pathOf = (field) => TEXTS[field] ?? LISTS[field];

const hintId = (field) => `hint-${field}`;

function field(question, control, ...more) {
  const id = `field-${question.field}`;
  control.id = id;
  control.setAttribute('aria-describedby', hintId(question.field));
  return h(
    'div',
    { class: 'ask' },
    h('label', { for: id }, question.text),
    h('p', { class: 'hint', id: hintId(question.field) }, question.hint),
    control,
    ...more,
  );
}

/** Buttons that put an answer in; they are there to begin with, and stay out of the way of the keyboard's order. */
function suggestions({ suggestions: texts, text }, take) {
  if (texts.length === 0) return '';
  return h(
    'div',
    { class: 'chips', role: 'group', 'aria-label': `Suggestions: ${text}` },
    texts.map((said) => h('button', { type: 'button', class: 'chip', click: () => take(said) }, said)),
  );
}

function changed(control) {
  control.dispatchEvent(new Event('input', { bubbles: true }));
}

function line(question) {
  const control = h('input', {
    type: 'text',
    name: question.field,
    maxlength: 200,
    'data-path': pathOf(question.field),
  });
  const take = (said) => {
    control.value = said;
    changed(control);
  };
  return field(question, control, suggestions(question, take));
}

function lines(question) {
  const control = h('textarea', { name: question.field, rows: 3, 'data-path': pathOf(question.field) });
  const take = (said) => {
    const known = control.value.split('\n').map((text) => text.trim());
    if (known.includes(said)) return;
    control.value = [...known.filter(Boolean), said].join('\n');
    changed(control);
  };
  return field(question, control, suggestions(question, take));
}

function select(question, options) {
  const control = h(
    'select',
    { name: question.field },
    options.map(([value, text]) => h('option', { value }, text)),
  );
  return field(question, control);
}

function due(question) {
  const control = h('input', { type: 'date', name: 'due', 'data-path': '/due' });
  return field(question, control);
}

/** What each step asks, as fields. */
function asked({ id, questions }, by) {
  switch (id) {
    case 'vision':
      return questions.map(line);
    case 'goals':
      return [
        goalsField(
          by,
          suggestions(by.goals, (title) => addGoal({ title })),
        ),
        due(by.due),
      ];
    case 'accountability':
      return [line(by.owner), select(by.reviews, REVIEWS)];
    default:
      return questions.map(lines);
  }
}

function standing(id) {
  const name = `standing-${id}`;
  return h(
    'div',
    { class: 'stand' },
    h('label', { for: name }, 'Where do you stand on this?'),
    h(
      'select',
      { id: name, name, 'data-path': `/${id}/standing` },
      STANDINGS.map(([value, text]) => h('option', { value }, text)),
    ),
  );
}

export function showSteps(list) {
  const steps = programmeSteps();
  const by = Object.fromEntries(
    steps.flatMap(({ questions }) => questions.map((question) => [question.field, question])),
  );
  list.replaceChildren(
    ...steps.map((step) =>
      h(
        'li',
        { class: 'card step', id: `step-${step.id}` },
        h('h2', {}, step.title),
        h('p', { class: 'hint' }, step.why),
        ...asked(step, by),
        standing(step.id),
      ),
    ),
  );
}
