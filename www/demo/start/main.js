/** The page of a start from nothing: seven steps make a plan, a maturity check proposes strategies for it. */
import { byId, h } from '../shared/dom.js';
import { save } from '../shared/files.js';
import { startTheme } from '../shared/theme.js';
import { errorWords } from '../shared/told.js';
import { Board, init } from '../throughline/index.js';
import { maturity, programmePlan, withStrategies } from '../throughline/start.js';
import { answersOf, fill, marked } from './answers.js';
import { checkAnswers, countAnswers, fillCheck, showCheck } from './check.js';
import { showAreas, showProposals } from './found.js';
import { startRadar } from './radar.js';
import { showStanding } from './standing.js';
import { showSteps } from './steps.js';

/** The strategies taken from the library. */
const taken = new Set();
let board;
let plan;

const told = (...said) => byId('told').replaceChildren(...said);

/** The plan that the answers make, with what was taken from the library. */
function made(answers) {
  const { plan: own, open } = programmePlan(answers);
  if (own === undefined) return { open };
  const [first] = own.owners;
  const due = answers.due === undefined ? {} : { due: answers.due };
  const options = { ...due, ...(first === undefined ? {} : { owner: first.id }) };
  return { plan: withStrategies(own, [...taken], options), open };
}

function showPlan(next) {
  plan = next;
  byId('save-plan').disabled = plan === undefined;
  byId('nothing').hidden = plan !== undefined;
  byId('board').hidden = plan === undefined;
  if (plan === undefined) return;
  if (board === undefined) {
    board = Board.openSync(plan);
    byId('board').board = board;
  } else board.setPlan(plan);
}

/** What the form says now; where it cannot be, the plan stays as it last was, and the fields say what is wrong. */
function follow() {
  const answers = answersOf();
  try {
    const { plan: next, open } = made(answers);
    marked([]);
    showPlan(next);
    showStanding(plan, answers);
    told(h('p', {}, openWords(open)));
  } catch (error) {
    marked(error.issues ?? []);
    told(...errorWords(error));
  }
}

function openWords(open) {
  if (open.length === 0) return 'Every question is answered.';
  return open.length === 1
    ? `One question is open: ${open[0].text}`
    : `${open.length} questions are open; the next: ${open[0].text}`;
}

function assess() {
  const found = maturity(checkAnswers());
  countAnswers(found);
  showAreas(found);
  showProposals(found, taken, take);
}

function take(id) {
  if (taken.has(id)) taken.delete(id);
  else taken.add(id);
  follow();
  assess();
  document.querySelector(`[data-candidate="${id}"]`)?.focus();
  if (plan === undefined) told(h('p', {}, 'It is kept until there is a plan: write the mission in the first step.'));
}

function again() {
  byId('programme').reset();
  byId('check').reset();
  byId('goals').replaceChildren();
  taken.clear();
  follow();
  assess();
  byId('programme').elements.namedItem('mission').focus();
}

const json = (value) => `${JSON.stringify(value, undefined, 2)}\n`;

/** Answers of both forms and what was taken, as one file. */
const kept = () => ({ version: 1, programme: answersOf(), maturity: checkAnswers(), taken: [...taken] });

async function open({ target }) {
  const [file] = target.files;
  target.value = '';
  if (file === undefined) return;
  try {
    const given = JSON.parse(await file.text());
    // Whatever is wrong is said before anything of the form is lost.
    const programme = given.programme ?? given;
    const { plan: own } = programmePlan(programme);
    maturity(given.maturity ?? { version: 1, answers: {} });
    withStrategies(own ?? { version: 1, title: '', mission: { id: 'mission', title: '' } }, given.taken ?? []);
    fill(programme);
    fillCheck(given.maturity ?? {});
    taken.clear();
    for (const id of given.taken ?? []) taken.add(id);
    follow();
    assess();
  } catch (error) {
    told(h('p', {}, `${file.name} cannot be opened. What you wrote is as it was.`), ...errorWords(error));
  }
}

async function start() {
  showSteps(byId('steps'));
  showCheck();
  assess();
  showStanding(undefined);
  await init();
  startRadar();
  byId('programme').addEventListener('input', follow);
  byId('programme').addEventListener('submit', (event) => event.preventDefault());
  byId('check').addEventListener('change', assess);
  byId('group').addEventListener('change', assess);
  byId('again').addEventListener('click', again);
  byId('answers-file').addEventListener('change', open);
  byId('save-plan').addEventListener('click', () => save(json(plan), 'plan.json', 'application/json'));
  byId('save-answers').addEventListener('click', () => save(json(kept()), 'answers.json', 'application/json'));
  // What was written while the page was on its way.
  follow();
}

startTheme();
start().catch((error) => told(...errorWords(error)));
