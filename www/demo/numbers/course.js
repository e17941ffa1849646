/** "Period by period": a KPI's values with their intervals, and which of them stand out from its usual course. */
import { byId, h } from '../page/dom.js';
import { bar, scaleOf } from './bars.js';
import { because, counted, ranged, ruleWords, signedly, valued } from './words.js';

const SHOWN = 24;

/** Why points stand out, by the period. */
function signalsOf(board, kpi) {
  const found = board.signals(kpi.id);
  const hits = new Map();
  for (const { at, rule } of found.signals) {
    const { period } = found.points[at];
    hits.set(period, [...(hits.get(period) ?? []), ruleWords(rule)]);
  }
  return { ...found, hits };
}

export function showCourse(board, kpi) {
  const { rows } = board.breakdown({ kpi: kpi.id, by: [], periods: SHOWN });
  const complete = rows.filter((one) => one.complete).reverse();
  const signals = signalsOf(board, kpi);
  const scale = scaleOf(complete, kpi.target);
  const row = (one) =>
    h(
      'tr',
      {},
      h('th', { scope: 'row' }, one.period ?? one.at),
      one.value === undefined
        ? h('td', { colspan: '4', class: 'said' }, one.missing ? because(one.missing) : '')
        : [
            h('td', { class: 'number value' }, valued(one.value, kpi.unit)),
            h('td', {}, bar(one, kpi.target, scale)),
            h('td', { class: 'number said' }, ranged(one.interval)),
            h('td', { class: 'number n' }, one.n === undefined ? '' : counted(one.n)),
          ],
      h('td', { class: 'said' }, (signals.hits.get(one.period) ?? []).join('; ')),
    );
  const head = [
    ['Period'],
    ['Value', 'number'],
    ['With 95 % confidence'],
    ['from … to', 'number'],
    ['n', 'number'],
    ['Stands out'],
  ].map(([name, kind]) => h('th', { scope: 'col', class: kind ?? false }, name));
  byId('course-table').replaceChildren(h('thead', {}, h('tr', {}, head)), h('tbody', {}, complete.map(row)));
  byId('course-words').textContent = sentence(signals, kpi);
}

/** The trend, and whether anything stands out. */
function sentence({ enough, signals, trend }, kpi) {
  const said = [];
  if (!enough) said.push('Too few periods yet to tell a signal from noise.');
  else if (signals.length === 0) said.push('Nothing stands out from the usual ups and downs.');
  else
    said.push(`${signals.length === 1 ? 'One signal stands' : `${signals.length} signals stand`} out from the noise.`);
  if (trend.direction === 'none') said.push('No trend shows.');
  else if (trend.direction !== undefined)
    said.push(`It goes ${trend.direction}, by ${signedly(trend.slope, kpi.unit)} a period.`);
  return said.join(' ');
}
