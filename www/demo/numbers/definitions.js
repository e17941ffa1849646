/** "The same rows, by every definition": all variants of a KPI side by side, and whether its status hangs on one. */
import { byId, h } from '../page/dom.js';
import { bar, scaleOf } from './bars.js';
import { because, capital, counted, ranged, statusWord, valued, variantWords } from './words.js';

const FACETS = {
  denominator: { due: 'of what was due', created: 'of what was created', resolved: 'of what was resolved' },
  hours: { business: 'business hours' },
  resolved: { first: 'to the first resolution' },
};

/** The definition in words: the variant, and what else sets it apart. */
function definitionOf(one) {
  const facets = Object.entries(FACETS).flatMap(([name, words]) => words[one[name]] ?? []);
  return capital([variantWords(one.variant), ...facets].join(', '));
}

/** Fills the table; gives the definitions, for the list of choices. */
export function showDefinitions(board, kpi) {
  const found = board.variants(kpi.id);
  const { variants, least, greatest, dependsOnDefinition } = found;
  const comparable = variants.filter((one) => one.comparable);
  const scale = scaleOf(comparable, kpi.target);
  const row = (one) =>
    h(
      'tr',
      { class: one.current ? 'current' : false },
      h('th', { scope: 'row' }, definitionOf(one), one.current ? h('span', { class: 'said' }, ' (chosen)') : ''),
      one.value === undefined
        ? h('td', { colspan: '4', class: 'said' }, one.missing ? because(one.missing) : '')
        : [
            h('td', { class: 'number value' }, valued(one.value, one.unit)),
            h(
              'td',
              {},
              one.comparable ? bar(one, kpi.target, scale) : h('span', { class: 'said' }, 'another quantity'),
            ),
            h('td', { class: 'number said' }, ranged(one.interval)),
            h('td', { class: 'number n' }, one.n === undefined ? '' : counted(one.n)),
          ],
      h('td', {}, one.status === undefined ? '' : statusWord(one.status)),
    );
  const head = [
    ['Definition'],
    ['Value', 'number'],
    ['With 95 % confidence'],
    ['from … to', 'number'],
    ['n', 'number'],
    ['Status by it'],
  ];
  byId('definitions-table').replaceChildren(
    h(
      'thead',
      {},
      h(
        'tr',
        {},
        head.map(([name, kind]) => h('th', { scope: 'col', class: kind ?? false }, name)),
      ),
    ),
    h('tbody', {}, variants.map(row)),
  );
  byId('definitions-words').textContent = sentence({ least, greatest, dependsOnDefinition }, kpi);
  return variants.map((one) => ({ id: one.variant, words: definitionOf(one), unit: one.unit, current: one.current }));
}

function sentence({ least, greatest, dependsOnDefinition }, kpi) {
  const said = [];
  if (least !== undefined && greatest !== undefined)
    said.push(
      `The same rows give ${valued(least, kpi.unit)} to ${valued(greatest, kpi.unit)}, by the definition alone.`,
    );
  if (dependsOnDefinition === true) said.push('Whether the target is met hangs on the definition: settle it first.');
  if (dependsOnDefinition === false) said.push('The status is the same by each of them.');
  return said.join(' ');
}
