/** "How they are counted": what rows are split by, in which periods, by which clock. Each choice changes the mapping. */
import { choice, h } from '../shared/dom.js';
import { dimensionsOf } from './columns.js';
import { limits } from './limits.js';
import { asLog } from './measures.js';

const PERIODS = ['day', 'week', 'month', 'quarter', 'year'].map((name) => [name, `by ${name}`]);
const WEEKS = ['monday', 'sunday', 'saturday'].map((day) => [day, day.charAt(0).toUpperCase() + day.slice(1)]);
const month = new Intl.DateTimeFormat('en', { month: 'long', timeZone: 'UTC' });
const MONTHS = Array.from({ length: 12 }, (_, at) => [String(at + 1), month.format(Date.UTC(2026, at))]);
const MOST_SEGMENTS = 50;
/** Of more dimensions than these the pairs would be more than anybody looks at. */
const CROSSED = 4;
const PATTERNS = {
  '%Y': '2026',
  '%y': '26',
  '%m': '10',
  '%d': '31',
  '%b': 'Oct',
  '%H': '14',
  '%I': '02',
  '%M': '05',
  '%S': '09',
  '%p': 'PM',
  '%z': '+00:00',
  '%f': '0',
};

/** Columns of few words, which rows can be split by. */
export function splittable({ header, rows }, mapping) {
  const measured = mapping.measures.map(({ column }) => column);
  const own = [
    mapping.id,
    mapping.events?.case,
    mapping.events?.time,
    ...Object.values(mapping.columns ?? {}),
    ...measured,
  ];
  const few = (name) => {
    const at = header.indexOf(name);
    const values = new Set(rows.map((row) => row[at] ?? '').filter(Boolean));
    return values.size > 1 && values.size <= Math.min(MOST_SEGMENTS, rows.length / 2);
  };
  return header.filter(
    (name) => name !== '' && (dimensionsOf(mapping).includes(name) || (!own.includes(name) && few(name))),
  );
}

export const peopleOf = (mapping) => mapping.dimensions?.find(({ person }) => person)?.column ?? '';

/** The same mapping, split by these columns and by all pairs of them. */
export function splitBy(mapping, columns, people) {
  const { dimension: _one, dimensions: _many, cross: _cross, ...rest } = mapping;
  const names = [...columns.filter((name) => name !== people), ...(people === '' ? [] : [people])];
  if (names.length === 0) return rest;
  if (names.length === 1 && people === '') return { ...rest, dimension: names[0] };
  const crossed = names.slice(0, CROSSED);
  const cross = crossed.flatMap((one, at) => crossed.slice(at + 1).map((other) => [one, other]));
  const dimensions = names.map((name) => (name === people ? { column: name, person: true } : name));
  return { ...rest, dimensions, ...(cross.length === 0 ? {} : { cross }) };
}

function split(mapping, candidates, use) {
  const chosen = dimensionsOf(mapping);
  const people = peopleOf(mapping);
  const boxes = candidates
    .filter((name) => name !== people)
    .map((name) => {
      const box = h('input', { type: 'checkbox', name: 'split', checked: chosen.includes(name) });
      box.addEventListener('change', () => {
        const others = chosen.filter((one) => one !== name);
        use(splitBy(mapping, box.checked ? [...others, name] : others, people), `split ${name}`);
      });
      return h('label', { 'data-key': `split ${name}` }, box, h('span', {}, name));
    });
  const of = choice(
    'People, where a column names them',
    'people',
    [['', '(none)'], ...candidates.map((name) => [name, name])],
    people,
  );
  of.querySelector('select').addEventListener('change', ({ target }) =>
    use(
      splitBy(
        mapping,
        chosen.filter((name) => name !== people),
        target.value,
      ),
      'people',
    ),
  );
  const none =
    boxes.length === 0 ? [h('span', { class: 'hint' }, 'No column has few enough different values.')] : boxes;
  return [h('fieldset', { class: 'split' }, h('legend', {}, 'Split by, each and any two together'), none), of];
}

/** A field whose change gives another mapping. */
function field(words, name, input, use, changed) {
  input.setAttribute('name', name);
  input.addEventListener('change', () => {
    if (input.checkValidity()) use(changed(input.value), name);
    else input.reportValidity();
  });
  return h('label', { class: 'field' }, h('span', {}, words), input);
}

const listed = (options, chosen) => choice('', '', options, chosen).querySelector('select');

const example = (pattern) =>
  pattern === 'iso' ? '2026-10-31 14:05' : pattern.replaceAll(/%[A-Za-z]/g, (part) => PATTERNS[part] ?? part);

const datesIn = (mapping) =>
  Object.keys(mapping.columns ?? {}).length > 0 ||
  mapping.events !== undefined ||
  mapping.measures.some(({ date }) => date);

function calendarWith(mapping, key, value) {
  const calendar = { ...mapping.calendar, [key]: value };
  if (calendar.fiscalYearStart === 1) delete calendar.fiscalYearStart;
  if (calendar.weekStart === 'monday') delete calendar.weekStart;
  const { calendar: _before, ...rest } = mapping;
  return Object.keys(calendar).length === 0 ? rest : { ...rest, calendar };
}

/** Fills the place of the settings; `use(mapping, key)` is called with a changed mapping whenever a choice is made. */
export function showSettings(place, { mapping, candidates, dates }, use) {
  const fields = [
    field('Periods', 'period', listed(PERIODS, mapping.period ?? 'month'), use, (period) => ({ ...mapping, period })),
    field('A year begins in', 'year', listed(MONTHS, String(mapping.calendar?.fiscalYearStart ?? 1)), use, (value) =>
      calendarWith(mapping, 'fiscalYearStart', Number(value)),
    ),
    field('A week begins on', 'week', listed(WEEKS, mapping.calendar?.weekStart ?? 'monday'), use, (value) =>
      calendarWith(mapping, 'weekStart', value),
    ),
    field(
      'Time zone of its times',
      'zone',
      h('input', { type: 'text', list: 'zones', value: mapping.zone ?? 'UTC', required: true }),
      use,
      (zone) => ({ ...mapping, zone }),
    ),
    field(
      'Least group shown',
      'minimum',
      h('input', { type: 'number', min: '5', max: '1000', step: '1', value: String(mapping.minimum ?? 5) }),
      use,
      (value) => ({ ...mapping, minimum: Number(value) }),
    ),
    field(
      'A number is written',
      'decimal',
      listed(
        [
          ['.', '1.5'],
          [',', '1,5'],
        ],
        mapping.decimal ?? '.',
      ),
      use,
      (decimal) => ({
        ...mapping,
        decimal,
      }),
    ),
  ];
  const known = [...new Set([mapping.dates ?? 'iso', ...dates, 'iso', '%d.%m.%Y %H:%M', '%d.%m.%Y'])];
  const format = listed(
    known.map((one) => [one, example(one)]),
    mapping.dates ?? 'iso',
  );
  const when = datesIn(mapping)
    ? field('A time is written', 'dates', format, use, (value) => ({ ...mapping, dates: value }))
    : field(
        'The day that all rows are true at',
        'at',
        h('input', { type: 'date', value: mapping.at, required: true }),
        use,
        (at) => ({ ...mapping, at }),
      );
  const rating = mapping.measures.find(({ kpi, words }) => kpi === 'csat' && words === undefined);
  if (rating !== undefined)
    fields.push(
      field(
        'The best rating',
        'scale',
        h('input', { type: 'number', min: '2', max: '100', step: '1', value: String(rating.scale ?? 5) }),
        use,
        (value) => ({
          ...mapping,
          measures: mapping.measures.map((one) => (one === rating ? { ...one, scale: Number(value) } : one)),
        }),
      ),
    );
  const backlog = mapping.measures.find(({ kpi }) => kpi === 'backlog');
  if (backlog !== undefined)
    fields.push(
      field(
        'Open before the first row',
        'opening',
        h('input', { type: 'number', min: '0', step: '1', value: String(backlog.opening ?? 0) }),
        use,
        (value) => ({
          ...mapping,
          measures: mapping.measures.map((one) => (one === backlog ? { ...one, opening: Number(value) } : one)),
        }),
      ),
    );
  for (const { name, words, hours, changed } of limits(mapping))
    fields.push(field(words, name, h('input', { type: 'number', min: '0', step: 'any', value: hours }), use, changed));
  const log = h('input', { type: 'checkbox', name: 'log', checked: mapping.events !== undefined });
  log.addEventListener('change', () => use(asLog(mapping, log.checked), 'log'));
  place.replaceChildren(
    ...split(mapping, candidates, use),
    when,
    h('label', { class: 'check' }, log, h('span', {}, 'Several rows make a case (a log of events)')),
    h(
      'details',
      {},
      h('summary', {}, 'Periods, zone, limits, scale, small groups'),
      h('div', { class: 'choices' }, fields),
    ),
  );
}
