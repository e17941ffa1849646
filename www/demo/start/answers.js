/** Between the form and the answers that the package takes. */
import { byId } from '../shared/dom.js';
import { addGoal } from './goals.js';

const form = () => byId('programme');
const saidIn = (name) => form().elements.namedItem(name)?.value.trim() ?? '';
const lines = (name) =>
  saidIn(name)
    .split('\n')
    .map((text) => text.trim())
    .filter(Boolean);

/** Leaves out what is empty. */
const there = (fields) =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined && value !== ''));
const some = (list) => (list.length === 0 ? undefined : list);
const titled = (list) => some(list.map((title) => ({ title })));

const of = (row, name) => row.querySelector(`[name="goal-${name}"]`);
const numberOf = (input) => (input.disabled || input.value.trim() === '' ? undefined : input.valueAsNumber);

const rows = () => [...document.querySelectorAll('.goal')].filter((row) => of(row, 'title').value.trim() !== '');

function goalOf(row) {
  const text = (name) => of(row, name).value.trim();
  return there({
    title: text('title'),
    audience: row.dataset.audience,
    how: text('how'),
    measure: text('measure'),
    now: numberOf(of(row, 'now')),
    target: numberOf(of(row, 'target')),
  });
}

function promises() {
  return rows().flatMap((row) => {
    const standard = of(row, 'standard');
    if (standard.disabled || standard.value.trim() === '') return [];
    return [{ goal: of(row, 'title').value.trim(), standard: standard.value.trim() }];
  });
}

const step = (id, fields) => there({ ...fields, standing: saidIn(`standing-${id}`) });

/** What the form says. */
export function answersOf() {
  const owner = saidIn('owner');
  const steps = {
    vision: step('vision', {
      mission: saidIn('mission'),
      vision: saidIn('vision'),
      companyMission: saidIn('companyMission'),
    }),
    needs: step('needs', { needs: titled(lines('needs')) }),
    hiring: step('hiring', { work: titled(lines('hiring')) }),
    goals: step('goals', { goals: some(rows().map(goalOf)) }),
    training: step('training', { work: titled(lines('training')) }),
    accountability: step('accountability', {
      owners: owner === '' ? undefined : [{ name: owner }],
      standards: some(promises()),
      reviews: saidIn('reviews'),
    }),
    recognition: step('recognition', { work: titled(lines('recognition')) }),
  };
  const said = Object.entries(steps).filter(([, fields]) => Object.keys(fields).length > 0);
  return { version: 1, ...there({ due: saidIn('due') }), ...Object.fromEntries(said) };
}

/** Marks the fields that issues are about, and says which of them have no field of their own. */
export function marked(issues) {
  for (const control of form().querySelectorAll('[aria-invalid]')) control.removeAttribute('aria-invalid');
  for (const { path } of issues) fieldOf(path)?.setAttribute('aria-invalid', 'true');
}

function fieldOf(path) {
  const [, at, name] = /^\/goals\/goals\/(\d+)\/(\w+)/.exec(path) ?? [];
  if (at !== undefined) return rows()[Number(at)]?.querySelector(`[name="goal-${name}"]`);
  const own = [...form().querySelectorAll('[data-path]')];
  return own.find(({ dataset }) => path === dataset.path || path.startsWith(`${dataset.path}/`));
}

/** Puts answers that were saved back into the form. */
export function fill(answers) {
  const set = (name, value = '') => {
    const control = form().elements.namedItem(name);
    if (control !== null) control.value = value;
  };
  const { vision = {}, needs, goals, accountability = {} } = answers;
  for (const name of ['mission', 'vision', 'companyMission']) set(name, vision[name]);
  set('needs', (needs?.needs ?? []).map(({ title }) => title).join('\n'));
  for (const name of ['hiring', 'training', 'recognition']) {
    set(name, (answers[name]?.work ?? []).map(({ title }) => title).join('\n'));
  }
  set('due', answers.due);
  set('owner', accountability.owners?.[0]?.name);
  set('reviews', accountability.reviews);
  for (const id of ['vision', 'needs', 'hiring', 'goals', 'training', 'accountability', 'recognition']) {
    set(`standing-${id}`, answers[id]?.standing);
  }
  byId('goals').replaceChildren();
  for (const goal of goals?.goals ?? []) {
    const { standard } = accountability.standards?.find((promise) => promise.goal === goal.title) ?? {};
    addGoal({ ...goal, ...(standard === undefined ? {} : { standard }) }, false);
  }
}
