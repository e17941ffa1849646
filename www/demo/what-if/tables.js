/** Tables of what is and what is supposed: the two are never in one column. */
import { byId, h } from '../shared/dom.js';
import { messagesFor } from '../throughline/index.js';

const words = messagesFor('en');
const { write } = words;
const NONE = '–';

const percent = (share) => (share === undefined ? NONE : write.number(share, 'percent1'));
const seconds = (value) => (value === undefined ? NONE : `${write.number(value)} s`);

const head = (text, supposed) => h('th', { scope: 'col', class: supposed ? 'supposed' : undefined }, text);
const cell = (text, supposed) => h('td', { class: supposed ? 'number supposed' : 'number' }, text);
const table = (id, heads, rows) =>
  byId(id).replaceChildren(
    h('thead', {}, h('tr', {}, heads)),
    h(
      'tbody',
      {},
      rows.map((row) => h('tr', {}, row)),
    ),
  );

const QUEUE = [
  ['Answered in time', ({ outlook }) => percent(outlook?.serviceLevel)],
  ['Mean wait', ({ outlook }) => seconds(outlook?.wait)],
  ['Agents busy', ({ outlook }) => percent(outlook?.occupancy)],
  ['Callers who hang up', ({ outlook }) => percent(outlook?.abandoned)],
  ['Agents at the phones', ({ duty }) => write.number(duty)],
];

/** What the model says of today's staffing and of the one supposed. */
export function showQueue(today, supposed) {
  const heads = [head('The queue, by the model'), head('Staffed as today'), head('Supposed', true)];
  table(
    'queue',
    heads,
    QUEUE.map(([name, of]) => [h('th', { scope: 'row' }, name), cell(of(today)), cell(of(supposed), true)]),
  );
}

/** A status with the score it stands for. */
function standing({ status, score, value }, unit) {
  const known = value === undefined ? percent(score) : write.value(value, unit);
  return `${known}, ${words.text(`status-in.${status}`)}`;
}

const named = (row) =>
  h('th', { scope: 'row' }, row.title, ' ', h('span', { class: 'said' }, words.text(`kind.${row.kind}`)));

/** Everything that would move, the mission first: nodes by their scores, KPIs by their values. */
export function showScores({ mission, nodes, kpis }, units) {
  const rows = [mission, ...nodes.filter(({ id }) => id !== mission.id), ...kpis];
  table(
    'scores',
    [head('Score or value'), head('As it is'), head('Supposed', true)],
    rows.map((row) => [
      named(row),
      cell(standing(row.before, units.get(row.id))),
      cell(standing(row.after, units.get(row.id)), true),
    ]),
  );
}

/** Several scenarios beside what is. */
export function showCompared({ scenarios, rows }, units) {
  const heads = [head('Score or value'), head('As it is'), ...scenarios.map(({ name }) => head(name, true))];
  table(
    'compared',
    heads,
    rows.map((row) => [
      named(row),
      cell(standing(row.actual, units.get(row.id))),
      ...row.supposed.map((stand) => cell(standing(stand, units.get(row.id)), true)),
    ]),
  );
}

export function showNone(...ids) {
  for (const id of ids) byId(id).replaceChildren();
}
