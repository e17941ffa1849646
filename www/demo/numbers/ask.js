/** What a file may be: a look into its beginning, a mapping to begin with, and the form that it is changed by. */
import { byId, h } from '../shared/dom.js';
import { firstRowsOf, guessMapping } from '../throughline/guess.js';
import { snapshotOf } from '../throughline/index.js';
import { dimensionsOf, showColumns } from './columns.js';
import { peopleOf, showSettings, splitBy, splittable } from './settings.js';
import { shared } from './words.js';

/** Enough of a file to guess by. */
const GLANCE = 256 * 1024;

/** The first rows of a file, and a mapping of them; throws what the package says where it is no table at all. */
export async function lookInto(file) {
  const glance = await file.slice(0, GLANCE).text();
  snapshotOf(glance, { version: 1, source: 'rows', measures: [] });
  const first = firstRowsOf(glance, file.size > GLANCE);
  const guess = await guessMapping(file, { locale: navigator.language });
  return { first, guess, mapping: mappingOf(guess, first, file) };
}

/** The mapping to begin with: as guessed, else one that measures nothing yet. */
function mappingOf({ mapping }, { delimiter }, file) {
  if (mapping === undefined) return { version: 1, source: 'rows', name: file.name, delimiter, measures: [] };
  const dated =
    mapping.events !== undefined || mapping.columns !== undefined || mapping.measures.some(({ date }) => date);
  // The day of the file is the best that is known where no column says one; it stands there to be changed.
  const at = dated ? {} : { at: new Date(file.lastModified).toISOString().slice(0, 10) };
  // By each of its columns and by any two of them.
  const split = splitBy(mapping, dimensionsOf(mapping), peopleOf(mapping));
  return { ...split, name: file.name, ...at };
}

function confidenceWords({ vendor, table, verified, confidence, mapping }) {
  if (mapping === undefined) return 'Not recognised by itself. Say which columns are which, then read it.';
  const what = vendor === undefined ? `a table of ${table ?? 'rows'}` : `${vendor}, ${table}`;
  const proof = vendor === undefined || verified ? '' : ', unverified: made from the vendor’s documentation';
  return `Read as ${what}${proof}; ${shared(confidence)} sure. Change what is wrong, then read it again.`;
}

/** Shows what a file is read as; each choice changes `asked.mapping`. */
export function showMapping(asked) {
  const { guess, mapping, first } = asked;
  byId('mapping-words').textContent = confidenceWords(guess);
  const header = [...new Set(first.header.filter((name) => name !== ''))];
  const open = byId('settings').querySelector('details')?.open ?? false;
  const use = (changed, key) => {
    asked.mapping = changed;
    showMapping(asked);
    // What was just changed keeps the focus, though it is another element now.
    byId('mapping')
      .querySelector(`[data-key="${CSS.escape(key)}"] input, [name="${CSS.escape(key)}"]`)
      ?.focus();
  };
  showColumns('mapping-table', { mapping, guessed: guess.roles, header }, use);
  showSettings(byId('settings'), { mapping, candidates: splittable(first, mapping), dates: guess.dates }, use);
  const details = byId('settings').querySelector('details');
  details.open = open;
  const questions = guess.questions.map((question) => h('li', {}, question.text));
  byId('mapping-questions').replaceChildren(questions.length === 0 ? '' : h('ul', { class: 'hint' }, questions));
}
