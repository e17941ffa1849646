/** Service standards: which are kept, and of a missed one since when, what moved that drives it, and what can be done. */
import type { Child, Description } from '../../dom.js';
import type { ServiceStandard, StandardAdvice, StandardDriver, StandardMix } from '../../types.js';
import type { Context } from '../context.js';
import { h, titleOf } from '../parts.js';
import { link, period, say, worth } from './kit.js';

export function standards(context: Context, list: readonly ServiceStandard[]): Child[] {
  if (list.length === 0)
    return [say(context, 'view.no-standards', {}), say(context, 'view.no-standards-next', {}, 'note')];
  // What is missed is what somebody can do something about.
  const order = ['missed', 'cannot-tell', 'stale', 'no-data', 'no-target', 'met'];
  const sorted = [...list].sort((one, other) => order.indexOf(one.state) - order.indexOf(other.state));
  return [
    h(
      'ul',
      { class: 'items' },
      sorted.map((one) => item(context, one)),
    ),
  ];
}

function item(context: Context, one: ServiceStandard): Description {
  const { words, model } = context;
  const { kpi, standard, owner, state, value, target } = one;
  const [is, wanted] = [worth(context, kpi, value), worth(context, kpi, target)];
  return h(
    'li',
    { key: kpi, 'data-id': kpi, 'data-state': state },
    h(
      'div',
      { class: 'item-head' },
      h('p', { class: 'item-title' }, h('bdi', {}, `“${standard}”`)),
      h(
        'p',
        { class: 'note' },
        link(context, kpi),
        owner !== undefined && [' · ', h('bdi', {}, model.ownerName(owner))],
      ),
    ),
    h(
      'div',
      { class: 'judged' },
      h('p', { class: 'verdict' }, words.text(`standard.${state}`)),
      h('p', { class: 'note' }, words.text('view.stands', { is, wanted, told: value !== undefined })),
      one.periods > 0 && h('p', { class: 'note' }, since(context, one)),
      one.drivers.length > 0 && drivers(context, one.drivers),
      one.mixes.map((mix) => mixed(context, kpi, mix)),
      one.advice.length > 0 && advice(context, one.advice),
    ),
  );
}

function since(context: Context, { periods, lastMet }: ServiceStandard): string {
  const met = lastMet === undefined ? '' : period(context, lastMet);
  return context.words.text('view.missed-for', { periods, ever: lastMet !== undefined, met });
}

function drivers(context: Context, list: readonly StandardDriver[]): Description {
  const { words } = context;
  return h(
    'div',
    {},
    h('p', { class: 'note' }, words.text('view.drivers')),
    h(
      'ul',
      { class: 'measured' },
      list.map(({ kpi, outcome }) =>
        h(
          'li',
          {},
          link(context, kpi),
          h('span', { class: outcome === 'moved-against' ? 'against' : 'note' }, words.text(`view.driver-${outcome}`)),
        ),
      ),
    ),
  );
}

/** What the change is made of, by one dimension. */
function mixed(context: Context, kpi: string, { by, rate, mix, worst }: StandardMix): Description {
  const { words, model } = context;
  const unit = model.kpis.get(kpi)?.plan.unit;
  const write = (value: number) => words.write.value(value, unit, true);
  const args = { by, rate: write(rate), mix: write(mix), found: worst !== undefined, worst: worst ?? '' };
  return say(context, 'view.mix', args, 'note');
}

/** What to do, the first thing first. */
function advice(context: Context, list: readonly StandardAdvice[]): Description {
  const { words, model } = context;
  return h(
    'ul',
    { class: 'advice', 'aria-label': words.text('view.advice') },
    list.map(({ code, id, by = '', segment = '' }) =>
      h(
        'li',
        {},
        id !== undefined && (model.nodes.has(id) || model.kpis.has(id))
          ? h(
              'button',
              { type: 'button', class: 'link', onclick: () => context.select(id) },
              words.text(`advice.${code}`, { title: titleOf(model, id) }),
            )
          : words.text(`advice.${code}`, { title: '', by, segment }),
      ),
    ),
  );
}
