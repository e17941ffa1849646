/** "What its columns say": every role of a mapping with the column that plays it, as choices that change the mapping. */
import { choice, h } from '../shared/dom.js';
import { fillTable } from './table.js';

const WORDS = {
  id: 'Number of the case',
  'columns.created': 'Created',
  'columns.firstReply': 'First reply',
  'columns.resolved': 'Resolved',
  'columns.firstResolved': 'First resolved',
  'columns.due': 'Promised by',
  'columns.answered': 'Answered on',
  'events.case': 'Case of the event',
  'events.time': 'Time of the event',
};

/** Roles that a table may play besides those that its mapping has already. */
const OFFERED = {
  events: ['events.case', 'events.time'],
  rows: ['id', 'columns.created', 'columns.firstReply', 'columns.resolved', 'columns.due', 'columns.answered'],
};

const at = (mapping, path) => path.split('.').reduce((part, key) => part?.[key], mapping);

/** The same mapping with another column at a place; nothing there where none was chosen. */
function withColumn(mapping, path, column) {
  const copy = structuredClone(mapping);
  const keys = path.split('.');
  const last = keys.pop();
  let part = copy;
  for (const key of keys) {
    part[key] ??= {};
    part = part[key];
  }
  if (column === '') delete part[last];
  else part[last] = column;
  return copy;
}

/** The places of a mapping that name a column, in the order a reader asks for them. */
function places(mapping) {
  const roles = mapping.events ? OFFERED.events : OFFERED.rows;
  const times = roles.map((path) => ({ path, words: WORDS[path] }));
  const measures = (mapping.measures ?? []).flatMap((measure, index) => {
    const own = ['column', 'numerator', 'complement', 'denominator', 'customer', 'topic', 'began', 'ended', 'date']
      .filter((key) => typeof measure[key] === 'string' && !(key === 'denominator' && measure.kpi === 'sla-compliance'))
      .map((key) => [key, `${measure.id}: ${key}`]);
    const counted = Object.entries(measure.counts ?? {}).flatMap(([name, rule]) =>
      ['column', 'sum'].filter((key) => rule[key]).map((key) => [`counts.${name}.${key}`, `${measure.id}: ${name}`]),
    );
    return [...own, ...counted].map(([key, words]) => ({ path: `measures.${index}.${key}`, words, needed: true }));
  });
  return [...times, ...measures];
}

/** The columns that rows are split by. */
export function dimensionsOf(mapping) {
  const many = mapping.dimensions?.map((one) => (typeof one === 'string' ? one : one.column));
  return many ?? (mapping.dimension === undefined ? [] : [mapping.dimension]);
}

const percent = new Intl.NumberFormat('en', { style: 'percent' });

/** Fills the table; `use(mapping)` is called with a changed mapping whenever a choice is made. */
export function showColumns(id, { mapping, roles = [], header }, use) {
  const options = [['', '(none)'], ...header.map((name) => [name, name])];
  const sure = new Map(roles.map((role) => [role.column, role]));
  const row = ({ path, words, needed }) => {
    const column = at(mapping, path) ?? '';
    const list = choice(words, path, needed ? options.slice(1) : options, column).querySelector('select');
    list.setAttribute('aria-label', words);
    list.addEventListener('change', () => use(withColumn(mapping, path, list.value)));
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
  fillTable(id, [['Read as'], ['Column'], ['How sure', 'number'], ['Why']], places(mapping).map(row));
}
