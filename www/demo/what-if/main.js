/** The page of what if: a staffing that is supposed, what it would come to, and scenarios kept side by side. */
import { byId, h } from '../shared/dom.js';
import { save } from '../shared/files.js';
import { watchScrolls } from '../shared/scrolls.js';
import { startTheme } from '../shared/theme.js';
import { errorWords } from '../shared/told.js';
import { Board, init, staffing } from '../throughline/index.js';
import { showFields, staffingAsked } from './fields.js';
import { showPictures } from './pictures.js';
import { SETS, TODAY, withPhones } from './plan.js';
import { showCompared, showNone, showQueue, showScores } from './tables.js';

const AS_OF = '2026-11-20';
const form = byId('staffing');
const keep = byId('keep');
const kept = [];
let board;
let units;

const told = (...said) => byId('told').replaceChildren(...said);

const changeTo = (asked) => ({ staffing: asked, sets: SETS });

function wrong(input) {
  showNone('queue', 'scores');
  const name = input.closest('label').querySelector('span').textContent;
  told(h('p', {}, `${name}: a number from ${input.min} to ${input.max}, please.`));
}

const points = new Intl.NumberFormat('en', { maximumFractionDigits: 1, signDisplay: 'exceptZero' });

function moveOf({ before, after }) {
  if (before.score === undefined || after.score === undefined) return 'Supposed: the mission has no score to move.';
  return `Supposed: the mission’s score would move by ${points.format(100 * (after.score - before.score))} points.`;
}

/** What the fields say, beside what is; the board is asked and stays as it is. */
function suppose() {
  const { asked, wrong: input } = staffingAsked(form);
  keep.querySelector('button').disabled = asked === undefined;
  if (asked === undefined) return wrong(input);
  try {
    const supposed = staffing(asked);
    showQueue(staffing(TODAY), supposed);
    if (supposed.outlook === undefined) {
      showNone('scores');
      keep.querySelector('button').disabled = true;
      return told(
        h(
          'p',
          {},
          'As much comes in as these agents can do: the queue would grow without end, and there is no number.',
        ),
      );
    }
    const outlook = board.scenario('What the fields say', [changeTo(asked)]);
    showScores(outlook, units);
    told(h('p', {}, moveOf(outlook.mission)));
  } catch (error) {
    showNone('scores');
    told(...errorWords(error));
  }
}

function showKept() {
  byId('export').hidden = kept.length === 0;
  byId('kept').replaceChildren(
    ...kept.map((scenario) => {
      const drop = () => {
        kept.splice(kept.indexOf(scenario), 1);
        showKept();
        keep.elements.namedItem('name').focus();
      };
      return h('li', {}, scenario.name, ' ', h('button', { type: 'button', click: drop }, `Let ${scenario.name} go`));
    }),
  );
  if (kept.length === 0) showNone('compared');
  else showCompared(board.compareScenarios(kept), units);
}

function keepThis(event) {
  event.preventDefault();
  const { asked } = staffingAsked(form);
  const name = keep.elements.namedItem('name');
  if (asked === undefined || name.value.trim() === '') return;
  const same = kept.findIndex((scenario) => scenario.name === name.value.trim());
  const scenario = { version: 1, name: name.value.trim(), changes: [changeTo(asked)] };
  // Another of the same name takes its place.
  kept.splice(same < 0 ? kept.length : same, same < 0 ? 0 : 1, scenario);
  name.value = '';
  showKept();
}

async function start() {
  const [plan, snapshot] = await Promise.all(
    ['./plan.json', './data/snapshot.json'].map(async (url) => (await fetch(url)).json()),
  );
  const whole = withPhones(plan);
  await init();
  board = await Board.open(whole, { asOf: AS_OF });
  board.load(snapshot, { replace: true });
  const nodes = [...whole.goals, ...whole.strategies, ...whole.actions];
  units = new Map(nodes.flatMap(({ kpis = [] }) => kpis.map(({ id, unit }) => [id, unit])));
  byId('board').board = board;
  byId('board').setAttribute('focus', 'winter-hires');
  form.addEventListener('input', suppose);
  // The fields go back after their form has said so.
  form.addEventListener('reset', () => setTimeout(suppose));
  form.addEventListener('submit', (event) => event.preventDefault());
  keep.addEventListener('submit', keepThis);
  byId('export').addEventListener('click', () =>
    save(JSON.stringify(kept, undefined, 2), 'scenarios.json', 'application/json'),
  );
  suppose();
  showPictures(board);
}

startTheme();
watchScrolls();
showFields();
start().catch((error) => told(...errorWords(error)));
