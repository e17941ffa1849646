/** A field as a reader fills it in: its label, its control, and what is wrong with it in words. */
import type { Child, Description } from '../../dom.js';
import type { Catalog } from '../../messages/catalog.js';
import { h } from '../parts.js';
import { type Field, type Pick, picked } from './fields.js';

/** What is known of a field beside its description. */
export interface Filled {
  readonly typed: string;
  readonly fault: string | undefined;
  /** What is on its way is not changed under it. */
  readonly disabled: boolean;
}

export function labelled(words: Catalog, field: Field, filled: Filled): Description {
  const { name, picks } = field;
  const { fault } = filled;
  const [id, wrong] = [`write-${name}`, `wrong-${name}`];
  const shared = {
    'aria-invalid': fault !== undefined && 'true',
    'aria-describedby': fault !== undefined && wrong,
    disabled: filled.disabled,
  };
  const label = words.text(`write.field-${field.label ?? name}`, { unit: field.unit ?? '', named: !!field.unit });
  const said = fault !== undefined && h('span', { id: wrong, class: 'wrong' }, words.text(`write.wrong-${fault}`));
  if (picks !== undefined) return several(name, label, picks, { ...filled, shared, said });
  const more = { ...shared, id, name, 'aria-required': field.required === true && 'true' };
  return h(
    'p',
    { class: 'field', key: name },
    h('label', { for: id }, label),
    control(words, field, more, filled.typed),
    said,
  );
}

type Shared = Readonly<Record<string, string | boolean>>;

function control(words: Catalog, field: Field, shared: Shared, typed: string): Description {
  if (field.choices !== undefined) {
    const option = (value: string) =>
      h(
        'option',
        { value, selected: value === typed },
        words.text(value === '' ? 'write.choose' : `write.${field.name}-${value}`),
      );
    return h('select', shared, ['', ...field.choices].map(option));
  }
  if (field.long) return h('textarea', { ...shared, rows: 3 }, typed);
  const kind = field.type === 'date' ? { type: 'date' } : { type: 'text', inputmode: field.number && 'decimal' };
  return h('input', { ...shared, ...kind, value: typed, autocomplete: 'off' });
}

/** Boxes to tick, each with somebody's own words: text, never markup. */
function several(
  name: string,
  label: string,
  picks: readonly Pick[],
  { typed, shared, said }: Filled & { shared: Shared; said: Child },
): Description {
  const chosen = new Set(picked(typed));
  const { disabled = false, ...described } = shared;
  const box = ({ id, text, note }: Pick) =>
    h(
      'li',
      { key: id },
      h(
        'label',
        {},
        h('input', { type: 'checkbox', name, value: id, checked: chosen.has(id), disabled, ...described }),
        h('span', {}, h('bdi', {}, text), h('span', { class: 'note' }, note)),
      ),
    );
  return h('fieldset', { class: 'field picks', key: name }, h('legend', {}, label), h('ul', {}, picks.map(box)), said);
}
