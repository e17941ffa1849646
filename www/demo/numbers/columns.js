/** "What its columns say": every role of a mapping with the column that plays it, as choices that change the mapping. */
import { choice, h } from '../shared/dom.js';
import { FAMILIES } from '../shared/families.js';
import { answered, withAnswers, withTimes } from './measures.js';
import { fillTable } from './table.js';

const TIMES = {
  created: 'Created',
  firstReply: 'First reply',
  resolved: 'Resolved',
  due: 'Promised by',
  answered: 'Answered on',
};
const EVENTS = { case: 'Case of the event', time: 'Time of the event' };
const ANSWERS = { rating: 'Rating (satisfaction)', recommend: 'Would recommend, 0 to 10' };
const PARTS = {
  column: 'answers',
  numerator: 'count of the part',
  complement: 'count of what went wrong',
  denominator: 'count of all',
  customer: 'customer',
  topic: 'topic',
  began: 'when a customer came',
  ended: 'when a customer left',
  date: 'date',
};

/** A field of a part of the mapping; without it where no column was chosen. */
function put(part, key, column) {
  const { [key]: _before, ...rest } = part ?? {};
  return column === '' ? rest : { ...rest, [key]: column };
}

/** The roles of a mapping in the order a reader asks for them: words, the column now, and the mapping with another. */
function roles(mapping) {
  const answers = Object.entries(ANSWERS).map(([role, words]) => ({
    words,
    column: answered(mapping, role)?.column ?? '',
    with: (column) => withAnswers(mapping, role, column),
  }));
  return [...(mapping.events ? ofLog(mapping) : ofCases(mapping)), ...answers, ...ofMeasures(mapping)];
}

function ofLog(mapping) {
  return Object.entries(EVENTS).map(([key, words]) => ({
    words,
    column: mapping.events[key] ?? '',
    needed: true,
    with: (column) => ({ ...mapping, events: put(mapping.events, key, column) }),
  }));
}

function ofCases(mapping) {
  const id = {
    words: 'Number of the case',
    column: mapping.id ?? '',
    with: (column) => put(mapping, 'id', column),
  };
  const times = Object.entries(TIMES).map(([key, words]) => ({
    words,
    column: mapping.columns?.[key] ?? '',
    with: (column) => withTimes({ ...mapping, columns: put(mapping.columns, key, column) }),
  }));
  return [id, ...times];
}

/** Columns of counts and of other answers: those a measure cannot be without. */
function ofMeasures(mapping) {
  return mapping.measures.flatMap((measure, index) => {
    const title = FAMILIES[measure.kpi]?.title ?? measure.id;
    const line = (words, column, changed) => ({
      words: `${title}: ${words}`,
      column,
      needed: true,
      with: (other) => ({ ...mapping, measures: mapping.measures.with(index, changed(other)) }),
    });
    // Answers have a line of their own, and what a promise is a share of is a word that is no column.
    const own = (key) => key === 'column' && Object.keys(ANSWERS).some((role) => answered(mapping, role) === measure);
    const word = (key) => key === 'denominator' && measure.kpi === 'sla-compliance';
    const plain = Object.keys(PARTS)
      .filter((key) => typeof measure[key] === 'string' && !own(key) && !word(key))
      .map((key) => line(PARTS[key], measure[key], (column) => ({ ...measure, [key]: column })));
    const counts = Object.entries(measure.counts ?? {}).flatMap(([name, rule]) =>
      ['column', 'sum']
        .filter((key) => rule[key] !== undefined)
        .map((key) =>
          line(name, rule[key], (column) => ({
            ...measure,
            counts: { ...measure.counts, [name]: { ...rule, [key]: column } },
          })),
        ),
    );
    return [...plain, ...counts];
  });
}

/** The columns that rows are split by. */
export function dimensionsOf(mapping) {
  const many = mapping.dimensions?.map((one) => (typeof one === 'string' ? one : one.column));
  return many ?? (mapping.dimension === undefined ? [] : [mapping.dimension]);
}

const percent = new Intl.NumberFormat('en', { style: 'percent' });

/** Fills the table; `use(mapping)` is called with a changed mapping whenever a choice is made. */
export function showColumns(id, { mapping, guessed = [], header }, use) {
  const options = [['', '(none)'], ...header.map((name) => [name, name])];
  const sure = new Map(guessed.map((role) => [role.column, role]));
  const row = ({ words, column, needed, with: changed }) => {
    const list = choice(words, words, needed && column !== '' ? options.slice(1) : options, column).querySelector(
      'select',
    );
    list.setAttribute('aria-label', words);
    list.addEventListener('change', () => use(changed(list.value), words));
    const { confidence, why } = sure.get(column) ?? {};
    return h(
      'tr',
      {},
      h('th', { scope: 'row' }, words),
      h('td', {}, list),
      h('td', { class: 'sure number' }, confidence === undefined ? '' : percent.format(confidence)),
      h('td', { class: 'said' }, why ?? ''),
    );
  };
  fillTable(id, [['Read as'], ['Column'], ['How sure', 'number'], ['Why']], roles(mapping).map(row));
}
