/** The page of numbers: a file, what its columns say, its KPIs with their uncertainty, and a board that follows. */
import { byId, h } from '../shared/dom.js';
import { onFile, save, saveCsv } from '../shared/files.js';
import { startTheme } from '../shared/theme.js';
import { errorWords } from '../shared/told.js';
import { guessMapping } from '../throughline/guess.js';
import { Board, init, refusedCsv } from '../throughline/index.js';
import { dimensionsOf, showColumns } from './columns.js';
import { showCourse } from './course.js';
import { showDefinitions } from './definitions.js';
import { showFigures, showReport } from './figures.js';
import { kpiOf, planOf } from './kpis.js';
import { counted, shared } from './words.js';

const SAMPLE = './data/made-up-tickets.csv';
const AS_OF = '2026-11-20';

/** What stands on the page now: the file, its mapping, the board and its KPIs. */
const state = { file: undefined, mapping: undefined, guess: undefined, board: undefined, kpis: [], made: false };
let reading;

const told = (...words) => byId('told').replaceChildren(...words);

const failed = (error) => told(...errorWords(error));

/** Reads the file by its mapping into a board of its own; the old board stays until the new one has its numbers. */
async function read() {
  reading?.abort();
  const mine = new AbortController();
  reading = mine;
  const { file, mapping, made } = state;
  const kpis = mapping.measures.map((measure) => kpiOf(mapping, measure, made));
  byId('reading').hidden = false;
  told();
  let board;
  try {
    board = await Board.open(planOf(mapping, kpis), made ? { asOf: AS_OF } : {});
    const report = await board.ingest(file, mapping, { replace: true, onProgress: progressed, signal: mine.signal });
    const filled = board;
    board = undefined;
    takeOver(filled, kpis, report);
  } catch (error) {
    board?.free();
    if (reading === mine) failed(error);
  } finally {
    if (reading === mine) byId('reading').hidden = true;
  }
}

function progressed({ read: bytes, total, rows }) {
  const bar = byId('progress');
  if (total === undefined) bar.removeAttribute('value');
  else bar.value = bytes / total;
  byId('progress-words').textContent = `${counted(rows)} rows read`;
}

function takeOver(board, kpis, report) {
  const old = state.board;
  Object.assign(state, { board, kpis });
  byId('board').board = board;
  old?.free();
  showReport(report, () => saveCsv(refusedCsv(report), `refused-${report.source}.csv`));
  choose();
}

/** The lists of choices, as the board has them now. */
function choose() {
  const fill = (id, options, chosen) => {
    const list = byId(id);
    list.replaceChildren(...options.map(([value, words]) => h('option', { value }, words)));
    list.value = options.some(([value]) => value === chosen) ? chosen : options[0][0];
  };
  const chosen = (id) => (byId(id).options.length === 0 ? undefined : byId(id).value);
  fill(
    'kpi',
    state.kpis.map((kpi) => [kpi.id, kpi.title]),
    chosen('kpi'),
  );
  const dimensions = dimensionsOf(state.mapping).map((name) => [name, name]);
  const pairs = (state.mapping.cross ?? []).map((pair) => [pair.join('\u0000'), pair.join(' and ')]);
  fill('by', [...dimensions, ...pairs, ['', '(not split)']], chosen('by'));
  show();
}

const chosenKpi = () => state.kpis.find((kpi) => kpi.id === byId('kpi').value) ?? state.kpis[0];

function show() {
  const kpi = chosenKpi();
  if (kpi === undefined) return;
  const by = byId('by').value.split('\u0000').filter(Boolean);
  showFigures(state.board, kpi, by);
  showCourse(state.board, kpi);
  const variants = showDefinitions(state.board, kpi);
  const list = byId('variant');
  const own = variants.filter((one, at) => variants.findIndex((other) => other.id === one.id) === at);
  list.replaceChildren(...own.map(({ id, words }) => h('option', { value: id }, words)));
  list.value = kpi.measure.variant;
  byId('target').value = kpi.target ?? '';
  byId('target-unit').textContent = kpi.unit ? `(${kpi.unit})` : '';
}

/** Another definition or another target: the plan changes, the rows stay, the board follows. */
function change(with_) {
  const kpi = chosenKpi();
  const changed = { ...kpi, ...with_ };
  for (const name of ['target', 'baseline']) if (changed[name] === undefined) delete changed[name];
  const kpis = state.kpis.map((one) => (one.id === kpi.id ? changed : one));
  try {
    state.board.setPlan(planOf(state.mapping, kpis));
    state.kpis = kpis;
    told();
  } catch (error) {
    failed(error);
  }
  show();
}

/** What a file may be, and its columns to confirm. */
async function take(file, made = false) {
  try {
    const guess = await guessMapping(file, { locale: navigator.language });
    if (guess.mapping === undefined) {
      told(h('p', {}, `Nothing in ${file.name} could be recognised as a date, a rating or a count to measure.`));
      return;
    }
    Object.assign(state, { file, guess, made, mapping: { ...guess.mapping, name: file.name } });
    showMapping();
    await read();
  } catch (error) {
    failed(error);
  }
}

function showMapping() {
  const { guess, mapping } = state;
  const vendor = guess.vendor === undefined ? `a table of ${guess.table ?? 'rows'}` : `${guess.vendor}, ${guess.table}`;
  const proof =
    guess.vendor === undefined || guess.verified ? '' : ', unverified: made from the vendor’s documentation';
  byId('mapping-words').textContent =
    `Read as ${vendor}${proof}; ${shared(guess.confidence)} sure. Change what is wrong, then read it again.`;
  const header = [...new Set([...guess.roles.map(({ column }) => column), ...guess.unused])];
  showColumns('mapping-table', { mapping, roles: guess.roles, header }, (changed) => {
    state.mapping = changed;
    showMapping();
  });
  const questions = guess.questions.map((question) => h('li', {}, question.text));
  byId('mapping-questions').replaceChildren(questions.length === 0 ? '' : h('ul', { class: 'hint' }, questions));
}

function startFile() {
  onFile(take);
  byId('cancel').addEventListener('click', () => reading?.abort());
  byId('mapping').addEventListener('submit', (event) => {
    event.preventDefault();
    read();
  });
}

function startChoices() {
  byId('choices').addEventListener('submit', (event) => event.preventDefault());
  byId('kpi').addEventListener('change', show);
  byId('by').addEventListener('change', show);
  byId('variant').addEventListener('change', (event) => {
    const kpi = chosenKpi();
    const { unit } = state.board.variants(kpi.id).variants.find((one) => one.variant === event.target.value) ?? {};
    // What stood for another quantity (a mean rating against a share) is no target for this one.
    const same = unit === kpi.unit;
    change({
      measure: { ...kpi.measure, variant: event.target.value },
      unit: unit ?? kpi.unit,
      ...(same ? {} : { target: undefined, baseline: undefined }),
    });
  });
  byId('target').addEventListener('change', (event) => {
    const target = event.target.valueAsNumber;
    change({ target: Number.isNaN(target) ? undefined : target });
  });
  byId('receipt').addEventListener('click', () =>
    save(`${JSON.stringify(state.board.receipt(), null, 2)}\n`, 'receipt.json', 'application/json'),
  );
}

// What scrolls must be reached by keyboard too.
for (const one of document.querySelectorAll('.scroll')) one.tabIndex = 0;
startFile();
startChoices();
startTheme();
await init();
const response = await fetch(SAMPLE);
await take(new File([await response.blob()], 'made-up-tickets.csv', { type: 'text/csv' }), true);
