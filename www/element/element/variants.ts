/** The definitions of a KPI side by side: what each gives on the same data, and whether the status hangs on which is meant. */
import type { Board } from '../board.js';
import type { Description } from '../dom.js';
import type { Catalog } from '../messages/catalog.js';
import type { VariantValue } from '../types.js';
import { asked } from './asked.js';
import type { Context } from './context.js';
import { block, h, mark, sentence, told } from './parts.js';

export function variants(context: Context, board: Board, id: string): Description | false {
  const found = asked(context, board, `variants ${id}`, () => board.variants(id));
  if (found === undefined || found.variants.length < 2) return false;
  const { words } = context;
  const { dependsOnDefinition: depends } = found;
  return block(
    words.text('variants.title'),
    'variants',
    depends !== undefined &&
      h('p', {}, sentence(words, { code: depends ? 'variants.depends' : 'variants.holds', args: {} })),
    table(words, found.variants),
  );
}

function table(words: Catalog, list: readonly VariantValue[]): Description {
  const heads = ['definition', 'value', 'n', 'status'];
  return h(
    'div',
    { class: 'scroll', tabindex: 0, role: 'region', 'aria-label': words.text('variants.table') },
    h(
      'table',
      { class: 'inputs' },
      h('caption', { class: 'unseen' }, words.text('variants.table')),
      h(
        'thead',
        {},
        h(
          'tr',
          {},
          heads.map((name) => h('th', { scope: 'col' }, words.text(`variants.${name}`))),
        ),
      ),
      h(
        'tbody',
        {},
        list.map((each, at) => row(words, list, each, at)),
      ),
    ),
  );
}

function row(words: Catalog, list: readonly VariantValue[], each: VariantValue, at: number): Description {
  const { value, unit, n, status, current, comparable, interval } = each;
  const name = nameOf(words, list, each);
  const shown = value === undefined ? words.text('value.none') : words.write.value(value, unit);
  const range =
    interval === undefined
      ? undefined
      : words.text('variants.interval', {
          low: words.write.value(interval.low, unit),
          high: words.write.value(interval.high, unit),
        });
  const judged = comparable ? (status ?? 'no-data') : undefined;
  return h(
    'tr',
    { key: `${at}`, ...(current ? { 'aria-current': 'true' } : {}) },
    h(
      'th',
      { scope: 'row' },
      judged === undefined ? h('span', {}) : mark(judged),
      h('bdi', {}, current ? words.text('variants.current', { name }) : name),
    ),
    h('td', range === undefined ? {} : { title: range }, h('bdi', {}, shown)),
    h('td', {}, n === undefined ? words.text('value.none') : words.write.number(n, '')),
    h('td', {}, words.text(judged === undefined ? 'variants.other-quantity' : `status.${judged}`)),
  );
}

/** The variant, and what else tells the definitions of this list apart. */
function nameOf(words: Catalog, list: readonly VariantValue[], each: VariantValue): string {
  const differ = (of: (one: VariantValue) => string | undefined) => list.some((one) => of(one) !== of(each));
  const parts = [told().variantName(each.variant, words)];
  if (each.denominator !== undefined && differ((one) => one.denominator))
    parts.push(words.text(`variants.${each.denominator}`));
  if (differ((one) => one.hours)) parts.push(words.text(`variants.${each.hours ?? 'calendar'}`));
  if (differ((one) => one.resolved)) parts.push(words.text(`variants.${each.resolved ?? 'last'}`));
  return parts.join(', ');
}
