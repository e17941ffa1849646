/** The fields of a staffing: numbers with their units, as people say them. */
import { byId, h } from '../shared/dom.js';
import { TODAY } from './plan.js';

/** Name, words, smallest, largest, how often the request's number the field shows, and whether it may be empty. */
const FIELDS = [
  { name: 'calls', words: 'Calls in the half-hour', min: 1, max: 5000 },
  { name: 'handlingTime', words: 'Handling time, seconds', min: 10, max: 3600 },
  { name: 'agents', words: 'Agents on the roster', min: 1, max: 2000 },
  { name: 'shrinkage', words: 'Away of these (leave, breaks, training), %', min: 0, max: 90, scale: 100 },
  { name: 'patience', words: 'Callers hang up after, seconds; empty: never', min: 1, max: 7200, empty: true },
  { name: 'within', words: 'To be answered within, seconds', min: 0, max: 600 },
];

const shown = ({ name, scale = 1 }) => Math.round(TODAY[name] * scale);

export function showFields() {
  byId('fields').replaceChildren(
    ...FIELDS.map((field) => {
      const { name, words, min, max, empty } = field;
      const input = h('input', { type: 'number', name, min, max, step: 'any', required: !empty, inputmode: 'decimal' });
      // A form that is reset goes back to what its markup says.
      input.setAttribute('value', shown(field));
      return h('label', { class: 'field' }, h('span', {}, words), input);
    }),
  );
}

/** The staffing that the fields say; none where one of them holds no number. */
export function staffingAsked(form) {
  const asked = { period: TODAY.period };
  for (const { name, scale = 1, empty } of FIELDS) {
    const input = form.elements.namedItem(name);
    if (empty && input.value.trim() === '' && !input.validity.badInput) continue;
    if (!input.checkValidity()) return { wrong: input };
    asked[name] = input.valueAsNumber / scale;
  }
  return { asked };
}
