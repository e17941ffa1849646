/** "The same rows, by every definition": all variants of a KPI side by side, and whether its status hangs on one. */
import { byId, h } from '../shared/dom.js';
import { fillValues } from './table.js';
import { capital, statusWord, valued, variantWords } from './words.js';

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
  fillValues('definitions-table', ['Definition', ['Status by it']], variants, kpi, (one) => ({
    name: one.current ? [definitionOf(one), h('span', { class: 'said' }, ' (chosen)')] : definitionOf(one),
    said: one.status === undefined ? '' : statusWord(one.status),
    comparable: one.comparable,
    current: one.current,
  }));
  byId('definitions-words').textContent = sentence({ least, greatest, dependsOnDefinition }, kpi);
  return variants.map((one) => ({ id: one.variant, words: definitionOf(one), unit: one.unit, current: one.current }));
}

function sentence({ least, greatest, dependsOnDefinition }, kpi) {
  const said = [];
  if (least !== undefined && greatest !== undefined)
    said.push(
      `The same rows give ${valued(least, kpi.unit)} to ${valued(greatest, kpi.unit)}, by the definition alone.`,
    );
  if (kpi.target === undefined)
    return [...said, 'Give a target, and the table says whether its status hangs on the definition.'].join(' ');
  if (dependsOnDefinition === true) said.push('Whether the target is met hangs on the definition: settle it first.');
  if (dependsOnDefinition === false) said.push('The status is the same by each of them.');
  return said.join(' ');
}
