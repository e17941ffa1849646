/** What these views are put together from: a page, its parts, ways to what they name, and states without anything to show. */
import type { Child, Description } from '../../dom.js';
import type { Arguments } from '../../messages/format.js';
import type { Context } from '../context.js';
import { h, mark, sentence, titleOf } from '../parts.js';

/** A view: its title, what it is about, and what stands in it. */
export function page(context: Context, name: string, ...children: readonly Child[]): Description {
  return h(
    'section',
    { class: `viewed ${name}`, part: 'view', key: name, 'aria-labelledby': 'viewed-title' },
    h('h3', { id: 'viewed-title' }, context.words.text(`view.${name}`)),
    ...children,
  );
}

/** A piece of a view under a heading of its own. */
export function part(context: Context, name: string, ...children: readonly Child[]): Description {
  return h('div', { class: `part ${name}`, key: name }, h('h4', {}, context.words.text(`view.${name}`)), ...children);
}

/** A sentence of the catalog with what is filled in set apart. */
export function say(context: Context, code: string, args: Arguments = {}, name?: string): Description {
  return h('p', name === undefined ? {} : { class: name }, sentence(context.words, { code, args }));
}

/** Nothing to show: a sentence, and what to do next. */
export function empty(context: Context, name: string, args: Arguments = {}): Description {
  return h(
    'div',
    { class: 'notice', key: 'empty' },
    say(context, `view.${name}-empty`, args, 'headline'),
    say(context, `view.${name}-next`, args, 'next'),
  );
}

export function asking({ words }: Context): Description {
  return h('p', { class: 'note', role: 'status' }, words.text('closer.coming'));
}

/** A node or KPI by its title: the way to its details. What the plan no longer has is named by its id. */
export function link(context: Context, id: string, after = ''): Description {
  const { model, select } = context;
  const title = h('bdi', {}, titleOf(model, id));
  if (!model.nodes.has(id) && !model.kpis.has(id)) return h('span', {}, title, after);
  return h('button', { type: 'button', class: 'link', onclick: () => select(id) }, title, after);
}

/** The same with its status before it, as a shape and, for who does not see that, as a word. */
export function standing(context: Context, id: string): Child[] {
  const status = (context.model.nodes.get(id) ?? context.model.kpis.get(id))?.score?.status;
  if (status === undefined) return [link(context, id)];
  return [mark(status), h('span', { class: 'unseen' }, context.words.text(`status.${status}`)), link(context, id)];
}

/** Several of them in a row; a comma stays with what it follows. */
export function links(context: Context, ids: readonly string[]): Child[] {
  return ids.map((id, at) => (at < ids.length - 1 ? [link(context, id, ','), ' '] : link(context, id)));
}

/** A table in a region that scrolls by itself where the page is narrow. */
export function table(name: string, label: string, heads: readonly Child[], rows: readonly Description[]): Description {
  return h(
    'div',
    { class: 'scroll', tabindex: 0, role: 'region', 'aria-label': label },
    h(
      'table',
      { class: name },
      h('caption', { class: 'unseen' }, label),
      h(
        'thead',
        {},
        h(
          'tr',
          {},
          heads.map((head) => h('th', { scope: 'col' }, head)),
        ),
      ),
      h('tbody', {}, rows),
    ),
  );
}

/** A value of a KPI in its unit. */
export function worth({ words, model }: Context, kpi: string, value: number | undefined): string {
  if (value === undefined) return words.text('value.none');
  return words.write.value(value, model.kpis.get(kpi)?.plan.unit);
}

/** The difference of two values as one of dates; a month by its name, which a reader knows better than its number. */
export function period({ words }: Context, id: string): string {
  return /^\d{4}-\d{2}$/.test(id) ? words.write.date(`${id}-01`, 'month') : id;
}
