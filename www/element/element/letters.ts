/** The chase list as plain text: the whole of it, and a letter to each who is to be asked. */
import type { Chase } from '../types.js';
import type { Context } from './context.js';

export interface Asking {
  /** The owner's id; nobody's where it is the list of all, or of what nobody owns. */
  readonly to: string | undefined;
  readonly title: string;
  readonly body: string;
}

/** Everything, most worth first. */
export function listed(context: Context, list: readonly Chase[]): Asking {
  const { words, model } = context;
  const head = words.text('letter.all', about(context));
  const owner = (one: Chase) => (one.owner === undefined ? words.text('chase.nobody') : model.ownerName(one.owner));
  const lines = list.map(
    (one, at) => `${at + 1}. ${line(context, one)} ${words.text('letter.owner', { owner: owner(one) })}`,
  );
  return { to: undefined, title: words.text('letter.all-title', { numbers: list.length }), body: page(head, lines) };
}

/** One each, to whom most is owed first; what has no owner is in the list of all alone. */
export function letters(context: Context, list: readonly Chase[]): Asking[] {
  const { words, model } = context;
  const owners = [...new Set(list.flatMap(({ owner }) => owner ?? []))];
  return owners.map((to) => {
    const own = list.filter(({ owner }) => owner === to);
    const name = model.ownerName(to);
    const head = words.text('letter.hello', { name });
    const asks = words.text('letter.asks', { ...about(context), numbers: own.length });
    const lines = own.map((one) => `- ${line(context, one)}`);
    const body = page(`${head}\n\n${asks}`, [...lines, '', words.text('letter.thanks')]);
    return { to, title: words.text('letter.title', { name, numbers: own.length }), body };
  });
}

function about({ model }: Context) {
  const { plan, computed, mission } = model;
  const { low, high } = mission.score ?? { low: 0, high: 1 };
  return { plan: plan.title ?? mission.title, at: computed?.scores.asOf ?? '', mission: mission.title, low, high };
}

/** What is wanted, what it was last, how old that is, and what knowing it is worth. */
function line({ words, model }: Context, { kpi, title, node, age, status, narrows }: Chase): string {
  const found = model.kpis.get(kpi);
  const last = found?.score?.value;
  return words.text('letter.line', {
    title,
    node: model.nodes.get(node)?.title ?? node,
    status,
    last: last === undefined ? '' : words.write.value(last, found?.plan.unit),
    at: found?.score?.at ?? '',
    age: age ?? 0,
    narrows,
    worth: narrows > 0,
  });
}

const page = (head: string, lines: readonly string[]) => `${[head, '', ...lines].join('\n')}\n`;
