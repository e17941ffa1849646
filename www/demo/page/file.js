/** "Drop rows of your own": a file is read in the page, its columns are guessed and confirmed, a KPI is fed by it. */
import { byId, choice, h } from '../shared/dom.js';
import { encodingOf, inUtf8 } from '../shared/encoding.js';
import { onFile, saveCsv } from '../shared/files.js';
import { errorWords, reasonOf, warningWords } from '../shared/told.js';
import { firstRows, guessMapping } from '../throughline/guess.js';
import { refusedCsv } from '../throughline/index.js';
import { board, kpisOf, MONTH_END, whenReady } from './board.js';
import { attach, FAMILIES, familiesFor, mappingFor, rolesOf, valuesOf } from './families.js';
import { changeList, tell } from './told.js';

/** Enough of a file to guess by; the package reads the whole of it later, in windows. */
const GLANCE = 256 * 1024;

const ROLE_WORDS = {
  id: 'Number of the case',
  created: 'Created',
  firstReply: 'First reply',
  resolved: 'Resolved',
  due: 'Promised by',
  rating: 'Rating, 1 to 5',
  recommend: 'Recommendation, 0 to 10',
  kept: 'Kept or lost',
  all: 'Count of all',
  part: 'Count of the part',
  segment: 'Split by (optional)',
};
const DATE_WORDS = { iso: 'year-month-day (2026-10-31 14:05)' };
const REFUSED_SHOWN = 8;

/** Reads rows, tells the board, and shows what came of it. */
async function read(rows, mapping, { kpi, variant } = {}) {
  const outcome = byId('file-outcome');
  outcome.replaceChildren(h('p', {}, 'Reading …'));
  const changes = [];
  const stop = board().on('change', (event) => changes.push(event.detail));
  try {
    if (kpi !== undefined) board().setPlan(attach(board().plan(), kpi, variant));
    const report = await board().ingest(rows, mapping, { replace: true });
    const change = merged(changes);
    outcome.replaceChildren(...reportOf(report, mapping), changeList(board().plan(), change));
    tell(board().plan(), change);
  } catch (error) {
    outcome.replaceChildren(...errorWords(error));
  } finally {
    stop();
  }
}

/** Two changes in a row as one: the first "before" with the last "after". */
function merged(changes) {
  const join = (key) => {
    const all = new Map();
    for (const item of changes.flatMap((change) => change[key]))
      all.set(item.id, { ...item, before: all.get(item.id)?.before ?? item.before });
    return [...all.values()];
  };
  return { kpis: join('kpis'), nodes: join('nodes') };
}

const number = new Intl.NumberFormat('en');
const share = new Intl.NumberFormat('en', { style: 'percent', maximumFractionDigits: 2 });

/** The ingest report: how many rows were read, used, refused, and the first refused ones with their reason. */
function reportOf(report, mapping) {
  const used = report.read === 0 ? 0 : report.used / report.read;
  const said = [
    h(
      'p',
      {},
      h('strong', {}, mapping.name),
      ': ',
      `${number.format(report.read)} rows read, ${number.format(report.used)} used`,
      ` (${share.format(used)}), ${number.format(report.refused)} refused.`,
    ),
    ...warningWords(report),
  ];
  if (report.issues.length > 0) {
    const row = (issue) =>
      h('tr', {}, h('td', {}, number.format(issue.row)), h('td', {}, issue.column ?? ''), h('td', {}, reasonOf(issue)));
    said.push(
      h(
        'div',
        { class: 'scroll', tabindex: '0', role: 'region', 'aria-label': 'Refused rows' },
        h(
          'table',
          {},
          h(
            'thead',
            {},
            h(
              'tr',
              {},
              ['Row', 'Column', 'Why it was refused'].map((name) => h('th', { scope: 'col' }, name)),
            ),
          ),
          h('tbody', {}, report.issues.slice(0, REFUSED_SHOWN).map(row)),
        ),
      ),
      h(
        'p',
        {},
        h(
          'button',
          { type: 'button', class: 'link', click: () => saveCsv(refusedCsv(report), `refused-${report.source}.csv`) },
          'Save the refused rows as CSV',
        ),
      ),
    );
  }
  return said;
}

/** The board's own cases need no questions: the page knows their mapping. */
async function ownMapping(header) {
  const response = await fetch('./mapping/tickets.json');
  const mapping = await response.json();
  const wanted = [
    mapping.id,
    ...Object.values(mapping.columns),
    mapping.dimension,
    ...mapping.measures.flatMap((one) => one.column ?? []),
  ];
  return wanted.every((column) => header.includes(column)) ? mapping : undefined;
}

async function take(given) {
  const form = byId('mapping-form');
  form.hidden = true;
  const file = await inUtf8(given, await encodingOf(given));
  const table = firstRows(await file.slice(0, GLANCE).text());
  const own = await ownMapping(table.header);
  if (own !== undefined) return read(file, { ...own, name: file.name });
  const guess = guessMapping([table.header, ...table.rows], { at: MONTH_END, locale: navigator.language });
  ask(form, file, table, guess);
}

/** The form: what to read, which column says what, which KPI it feeds. */
function ask(form, file, table, guess) {
  const fitting = familiesFor(guess);
  const guessed = { ...guess, roles: rolesOf(guess), several: guess.mapping?.events !== undefined };
  const family = choice(
    'Read from it',
    'family',
    FAMILIES.map(({ id, words }) => [id, words]),
    (fitting[0] ?? FAMILIES[0]).id,
  );
  const rest = h('div', { class: 'columns' });
  const several = h('input', { type: 'checkbox', name: 'several', checked: guessed.several });
  form.replaceChildren(
    h('h4', {}, `What the columns of ${file.name} say`),
    ...said(guess),
    family,
    h('label', {}, several, ' Several rows a case (an event log)'),
    rest,
    h('div', { class: 'row' }, h('button', { type: 'submit', class: 'main' }, 'Read it into the board')),
  );
  const refresh = () => rest.replaceChildren(...fields(form, table, guessed));
  family.addEventListener('change', refresh);
  several.addEventListener('change', refresh);
  refresh();
  form.onsubmit = (event) => {
    event.preventDefault();
    submit(form, file);
  };
  form.hidden = false;
  family.querySelector('select').focus();
}

/** Whose export it looks like, how sure that is, and what to confirm. */
function said({ vendor, verified, confidence, mapping, questions }) {
  if (mapping === undefined) return [h('p', {}, 'Nothing was recognised: choose the columns.')];
  const whose = vendor === undefined ? 'No program’s export in particular' : `Looks like an export of ${vendor}`;
  const checked = vendor === undefined ? '' : verified ? ', verified' : ', unverified';
  return [
    h(
      'p',
      { class: 'guessed' },
      `${whose}${checked}; the guess is ${share.format(confidence)} sure. Change what is wrong.`,
    ),
    h(
      'ul',
      { class: 'questions' },
      questions.map(({ text }) => h('li', {}, text)),
    ),
  ];
}

function asked(family, several) {
  if (several) return ['id', 'created', 'segment'];
  return [...family.needs, ...(family.needs.includes('created') ? ['id'] : ['id', 'created']), 'segment'];
}

function fields(form, table, guessed) {
  const family = FAMILIES.find(({ id }) => id === form.elements.family.value);
  const several = form.elements.several.checked;
  const columns = [['', '(none)'], ...table.header.map((name) => [name, name])];
  const words = (role) => {
    if (role !== 'created') return ROLE_WORDS[role];
    if (several) return 'Time of the step';
    return family.needs.includes('created') ? ROLE_WORDS.created : 'Answered or true on';
  };
  const roles = asked(family, several).map((role) => choice(words(role), role, columns, guessed.roles[role] ?? ''));
  const dates = choice(
    'Dates are written',
    'dates',
    guessed.dates.map((format) => [format, DATE_WORDS[format] ?? format]),
  );
  const kpis = kpisOf(board().plan()).filter((kpi) => family.units.includes(kpi.unit));
  const feeds = choice(
    'It feeds',
    'kpi',
    kpis.map((kpi) => [kpi.id, kpi.title]),
  );
  const more = [];
  if (family.id === 'retention') more.push(lostChoice(table, guessed));
  if (family.id === 'counts') more.push(failuresChoice(guessed));
  return [...roles, ...more, dates, feeds];
}

/** The part may count what went right, or what went wrong: its complement is then the share. */
function failuresChoice(guessed) {
  const wrong = /breach|missed|abandon/i.test(guessed.roles.part ?? '');
  const options = [
    ['', 'what went right'],
    ['yes', 'what went wrong'],
  ];
  return choice('The part counts', 'failures', options, wrong ? 'yes' : '');
}

function lostChoice(table, guessed) {
  const column = guessed.roles.kept ?? table.header.at(-1);
  const values = valuesOf(table, column).slice(0, 12);
  const lost = guessed.mapping?.measures.find(({ kpi }) => kpi === 'retention')?.lost ?? [];
  return choice(
    'Lost when it says',
    'lost',
    values.map((value) => [value, value]),
    values.find((value) => lost.includes(value)),
  );
}

function submit(form, file) {
  const given = (name) => form.elements[name]?.value || undefined;
  const family = FAMILIES.find(({ id }) => id === given('family'));
  const columns = Object.fromEntries(Object.keys(ROLE_WORDS).map((role) => [role, given(role)]));
  const several = form.elements.several.checked;
  const mapping = mappingFor(family.id, {
    columns,
    several,
    dates: given('dates'),
    lost: [given('lost')],
    failures: given('failures') === 'yes',
    at: MONTH_END,
    name: file.name,
  });
  read(file, mapping, { kpi: given('kpi'), variant: family.variant });
}

export function startFiles() {
  onFile(take);
  byId('sample').addEventListener('click', async () => {
    const response = await fetch('./data/made-up-tickets-cold-snap.csv');
    take(new File([await response.blob()], 'made-up-tickets-cold-snap.csv', { type: 'text/csv' }));
  });
  whenReady(() => {
    byId('mapping-form').hidden = true;
    byId('file-outcome').replaceChildren();
  });
}
