/** What the plan says of a node or KPI beside its numbers: people, dates, comparisons, and links with their remarks. */
import type { Child, Description } from '../dom.js';
import type { Catalog } from '../messages/catalog.js';
import type { Arguments } from '../messages/format.js';
import type { KpiView, NodeView } from '../model.js';
import type { Kpi } from '../types.js';
import type { Context } from './context.js';
import { block, h, kpiList, sentence } from './parts.js';

type Fact = readonly [name: string, value: Child | readonly Child[]];

export function nodeFacts(context: Context, node: NodeView): Description {
  return about(context, node.plan.description, [
    ...owners(context, node),
    ...dates(context, node),
    ...work(context, node),
    ...links(context, node),
    ...measured(context, node),
  ]);
}

export function kpiFacts(context: Context, kpi: KpiView): Description | false {
  const { model, words } = context;
  const { benchmark, owner, description } = kpi.plan;
  const facts: Fact[] = [];
  if (owner !== undefined) facts.push([words.text('fact.owner'), h('bdi', {}, model.ownerName(owner))]);
  if (benchmark !== undefined) {
    const args = compared(words, kpi, benchmark);
    facts.push([words.text('fact.benchmark'), sentence(words, { code: 'fact.benchmark-is', args })]);
  }
  facts.push(...drives(context, kpi.id));
  return (facts.length > 0 || description !== undefined) && about(context, description, facts);
}

/** From so many years on a figure of others says how old it is. */
const OLD = 2;

/** What others reach beside what is reached here. A value that is too old compares nothing. */
function compared(words: Catalog, kpi: KpiView, { value, source, date }: NonNullable<Kpi['benchmark']>): Arguments {
  const { unit, direction, baseline, target } = kpi.plan;
  const own = kpi.score?.freshness === 'stale' ? undefined : kpi.score?.value;
  const gap = own === undefined ? undefined : own - value;
  const up =
    direction ?? (baseline === undefined || target === undefined ? undefined : target > baseline ? 'up' : 'down');
  const [more, less] = up === undefined ? ['above', 'below'] : up === 'up' ? ['better', 'worse'] : ['worse', 'better'];
  const stands = gap === undefined ? 'unknown' : gap === 0 ? 'same' : gap > 0 ? more : less;
  return {
    value: words.write.value(value, unit),
    source,
    date,
    gap: words.write.value(Math.abs(gap ?? 0), unit),
    stands: stands ?? 'unknown',
    years: yearsOld(date, kpi.asOf ?? date),
  };
}

/** Whole years between two days, where they are enough to be told; else none. */
function yearsOld(from: string, to: string): number {
  const years = Number(to.slice(0, 4)) - Number(from.slice(0, 4)) - (to.slice(5) < from.slice(5) ? 1 : 0);
  return years >= OLD ? years : 0;
}

function about({ words }: Context, description: string | undefined, facts: readonly Fact[]): Description {
  return block(
    words.text('panel.facts'),
    'facts',
    description !== undefined && h('p', {}, h('bdi', {}, description)),
    facts.length > 0 &&
      h(
        'dl',
        {},
        facts.map(([name, value]) => h('div', {}, h('dt', {}, name), h('dd', {}, value))),
      ),
  );
}

function owners({ words }: Context, node: NodeView): Fact[] {
  return node.owners.map((owner) => [
    words.text(owner.accountable ? 'fact.owner' : 'fact.helper'),
    words.text('fact.owner-is', {
      name: owner.name,
      team: owner.team ?? '',
      placed: owner.team !== undefined,
      outside: owner.outside,
      commitment: owner.commitment ?? 'none',
    }),
  ]);
}

function dates({ words }: Context, { plan }: NodeView): Fact[] {
  if (plan.start === undefined && plan.due === undefined) return [];
  const has = `${plan.start !== undefined}-${plan.due !== undefined}`;
  return [
    [words.text('fact.dates'), words.text('fact.dates-are', { start: plan.start ?? '', due: plan.due ?? '', has })],
  ];
}

/** An action's kind, its effort, and the KPIs that it is done for; the mission's tension. */
function work(context: Context, { plan }: NodeView): Fact[] {
  const { model, words } = context;
  const facts: Fact[] = [];
  if (plan.kind !== undefined) facts.push([words.text('fact.kind'), words.text(`action-kind.${plan.kind}`)]);
  if (plan.effort !== undefined) facts.push([words.text('fact.effort'), words.write.number(plan.effort, '')]);
  const moved = (plan.shouldMove ?? []).flatMap((id) => model.kpis.get(id) ?? []);
  if (moved.length > 0) facts.push([words.text('fact.should-move'), kpiList(context, moved)]);
  if (plan.tension !== undefined) facts.push([words.text('fact.tension'), h('bdi', {}, plan.tension)]);
  return facts;
}

/** What is served is told above, as the line to the mission; here stand the remarks, and what drives what. */
function links(context: Context, { id, plan }: NodeView): Fact[] {
  const noted = (plan.serves ?? []).filter(({ note }) => note !== undefined);
  return [
    ...noted.map(({ to, note }): Fact => [context.words.text('fact.serves'), linked(context, to, note)]),
    ...drives(context, id),
  ];
}

function drives(context: Context, id: string): Fact[] {
  const { model, words } = context;
  return (model.plan.drives ?? []).flatMap(({ from, to, effect = 'raises', lag = 0, note }): Fact[] => {
    if (from !== id && to !== id) return [];
    const name = from === id ? effect : `${effect === 'raises' ? 'raised' : 'lowered'}-by`;
    const later = lag > 0 ? words.text('fact.lag', { lag }) : undefined;
    return [[words.text(`fact.${name}`), linked(context, from === id ? to : from, later, note)]];
  });
}

/** A way to a node or KPI, and what is remarked on the link. */
function linked({ model, select }: Context, id: string, ...remarks: (string | undefined)[]): Child[] {
  const title = (model.nodes.get(id) ?? model.kpis.get(id))?.title ?? id;
  const said = remarks.filter((remark) => remark !== undefined);
  return [
    h('button', { type: 'button', class: 'link', onclick: () => select(id) }, h('bdi', {}, title)),
    ...said.flatMap((remark) => [' · ', h('bdi', {}, remark)]),
  ];
}

function measured({ model, words }: Context, node: NodeView): Fact[] {
  const { score } = node;
  const facts: Fact[] = [];
  if (score?.contribution !== undefined && node !== model.mission)
    facts.push([words.text('fact.contribution'), words.write.number(score.contribution, 'percent1')]);
  if (score?.execution?.score !== undefined) {
    const { score: share, actions } = score.execution;
    facts.push([words.text('fact.execution'), words.text('fact.execution-is', { share, actions })]);
  }
  return facts;
}
