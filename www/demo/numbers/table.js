/** Tables: their heads, and rows that have a value with its interval, on one scale for the whole table. */
import { byId, h } from '../shared/dom.js';
import { bar, scaleOf } from './bars.js';
import { because, counted, ranged, valued } from './words.js';

const VALUE = [['Value', 'number'], ['With 95 % confidence'], ['from … to', 'number'], ['n', 'number']];

/** Fills a table; a column is its name and its class, where it has one. */
export function fillTable(id, columns, rows) {
  const head = columns.map(([name, kind]) => h('th', { scope: 'col', class: kind ?? false }, name));
  byId(id).replaceChildren(h('thead', {}, h('tr', {}, head)), h('tbody', {}, rows));
}

function valueCells(one, unit, target, scale) {
  if (one.value === undefined)
    return [h('td', { colspan: String(VALUE.length), class: 'said' }, one.missing ? because(one.missing) : '')];
  return [
    h('td', { class: 'number value' }, valued(one.value, unit)),
    h('td', {}, scale === undefined ? h('span', { class: 'said' }, 'another quantity') : bar(one, target, scale)),
    h('td', { class: 'number said' }, ranged(one.interval)),
    h('td', { class: 'number n' }, one.n === undefined ? '' : counted(one.n)),
  ];
}

/**
 * Fills a table of values. `row` gives the name of each and what is said of it behind; `comparable: false` where it does
 * not stand on the scale, `current` where it is the chosen one.
 */
export function fillValues(id, [first, last], values, { unit, target }, row) {
  const rows = values.map((one) => [one, row(one)]);
  const scale = scaleOf(
    rows.filter(([, { comparable = true }]) => comparable).map(([one]) => one),
    target,
  );
  const made = rows.map(([one, { name, said, comparable = true, current = false }]) =>
    h(
      'tr',
      { class: current && 'current' },
      h('th', { scope: 'row' }, name),
      valueCells(one, one.unit ?? unit, target, comparable ? scale : undefined),
      h('td', { class: last[1] ?? false }, said),
    ),
  );
  fillTable(id, [[first], ...VALUE, last], made);
}
