/** The page of numbers: a file, what its columns say, its KPIs with their uncertainty, and a board that follows. */
import { byId, h } from '../shared/dom.js';
import { encodingOf, inUtf8 } from '../shared/encoding.js';
import { onFile, save, saveCsv } from '../shared/files.js';
import { watchScrolls } from '../shared/scrolls.js';
import { startTheme } from '../shared/theme.js';
import { errorWords } from '../shared/told.js';
import { Board, init, refusedCsv } from '../throughline/index.js';
import { lookInto, showMapping } from './ask.js';
import { dimensionsOf } from './columns.js';
import { showCourse } from './course.js';
import { showDefinitions } from './definitions.js';
import { showFigures } from './figures.js';
import { kpiOf, planOf } from './kpis.js';
import { guarded, showProblems } from './problems.js';
import { receiptIn, showConfirmation } from './receipt.js';
import { showReport } from './report.js';
import { counted } from './words.js';

const SAMPLE = './data/made-up-tickets.csv';
const AS_OF = '2026-11-20';

/** What is asked about now: a file, what it is written in, what its columns say, what was found out of it. */
let asked;
/** What stands on the page: the numbers of a file that was read. */
const state = { name: undefined, mapping: undefined, board: undefined, kpis: [] };
let reading;
/** Grows with each file that is given: of two that come at once the later one stands. */
let given = 0;

const told = (...words) => byId('told').replaceChildren(...words);

/** What is wrong with a file, and which numbers stand here in spite of it. */
function failed(error) {
  const still = state.name === undefined ? '' : h('p', {}, `The numbers below are those of ${state.name}, as before.`);
  told(...errorWords(error), still);
}

/** Reads the file by its mapping into a board of its own; the old board stays until the new one has its numbers. */
async function read() {
  reading?.abort();
  const mine = new AbortController();
  reading = mine;
  const { file, encoding, mapping, made } = asked;
  if (mapping.measures.length === 0) {
    const message = 'Nothing can be measured yet. Say which columns hold two times, a rating or a recommendation.';
    return failed({ message });
  }
  const kpis = mapping.measures.map((measure) => kpiOf(mapping, measure, made));
  byId('reading').hidden = false;
  told();
  let board;
  try {
    board = await Board.open(planOf(mapping, kpis), made ? { asOf: AS_OF } : {});
    const report = await board.ingest(file, mapping, { replace: true, onProgress: progressed, signal: mine.signal });
    // What the beginning did not show: letters further on that are no UTF-8.
    if (encoding === 'utf-8' && report.issues.some(({ code }) => code === 'not-utf-8')) {
      board.free();
      board = undefined;
      return take(file, { made, encoding: 'windows-1252' });
    }
    const watched = guarded(board, kpis);
    board.setPlan(planOf(mapping, watched));
    const filled = board;
    board = undefined;
    takeOver(filled, { kpis: watched, mapping, report, name: file.name, encoding });
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

function takeOver(board, { kpis, mapping, report, name, encoding }) {
  const old = state.board;
  Object.assign(state, { board, kpis, mapping, name });
  byId('board').board = board;
  old?.free();
  showReport(report, { name, encoding }, () => saveCsv(refusedCsv(report), `refused-${report.source}.csv`));
  byId('confirmation').replaceChildren();
  showProblems(board, kpis);
  choose();
}

/** The lists of choices, as the board has them now. */
function choose() {
  const fill = (id, options, chosen) => {
    const list = byId(id);
    list.replaceChildren(...options.map(([value, words]) => h('option', { value }, words)));
    list.value = options.some(([value]) => value === chosen) ? chosen : options[0][0];
  };
  // Where there was nothing to choose between, nothing was chosen.
  const chosen = (id) => (byId(id).options.length < 2 ? undefined : byId(id).value);
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
    showProblems(state.board, kpis);
    told();
  } catch (error) {
    failed(error);
  }
  show();
}

/** What a file may be, and its columns to confirm. A receipt is held against the numbers that stand here. */
async function take(one, { made = false, encoding } = {}) {
  given += 1;
  const mine = given;
  reading?.abort();
  told();
  try {
    const receipt = await receiptIn(one);
    if (receipt !== undefined) return showConfirmation(state.board, receipt, state.name);
    const written = encoding ?? (await encodingOf(one));
    const file = await inUtf8(one, written);
    const found = { file, encoding: written, made, ...(await lookInto(file)) };
    if (mine !== given) return;
    asked = found;
    showMapping(asked);
    if (asked.guess.mapping === undefined) byHand(file.name);
    else await read();
  } catch (error) {
    if (mine === given) failed(error);
  }
}

function byHand(name) {
  const still = state.name === undefined ? '' : ` The numbers below are those of ${state.name}, as before.`;
  told(
    h(
      'p',
      {},
      `No column of ${name} is known by its name. Say what its columns are, then read it: two times, a rating or a recommendation can be measured.${still}`,
    ),
  );
}

function startFile() {
  onFile((file) => take(file));
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
  byId('snapshot').addEventListener('click', () =>
    save(`${JSON.stringify(state.board.snapshot())}\n`, 'snapshot.json', 'application/json'),
  );
}

byId('zones').replaceChildren(...Intl.supportedValuesOf('timeZone').map((value) => h('option', { value })));
watchScrolls();
startFile();
startChoices();
startTheme();
await init();
const response = await fetch(SAMPLE);
await take(new File([await response.blob()], 'made-up-tickets.csv', { type: 'text/csv' }), { made: true });
