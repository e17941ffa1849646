/** The numbers as views show them: a node's score, a KPI's value, its change and its age. */
import { type Description, h } from '../dom.js';
import type { Catalog } from '../messages/catalog.js';
import type { Figure } from '../messages/writer.js';
import type { KpiView, NodeView } from '../model.js';
import type { Context } from './context.js';
import { mark } from './marks.js';

/** Number and unit, the unit smaller: one run, whichever way the page runs. */
export function figure({ number, unit }: Figure, name = 'figure'): Description {
  return h(
    'bdi',
    { class: name },
    h('span', { class: 'number' }, number),
    unit !== '' && h('span', { class: 'unit' }, unit),
  );
}

/** What kind a node is; a goal that says for whom is named by that. */
export function kindWord(words: Catalog, node: NodeView): string {
  const audience = node.kind === 'goal' ? node.plan.audience : undefined;
  return words.text(audience === undefined ? `kind.${node.kind}` : `kind.goal-${audience}`);
}

/** A goal's number is its score; an action's is how far it has come. */
export function nodeNumber(words: Catalog, node: NodeView): Figure | undefined {
  const value = actionProgress(node) ?? node.score?.score;
  return value === undefined ? undefined : words.write.figure(Math.round(value * 100), '%');
}

/** How far an action without KPIs has come, as last reported; where nothing is computed, as the plan says. */
export function actionProgress(node: NodeView): number | undefined {
  if (node.kind !== 'action' || node.kpis.length > 0) return undefined;
  return node.score === undefined ? node.plan.progress : node.score.progress;
}

export function nodeFigure({ words }: Context, node: NodeView): Description | false {
  const number = nodeNumber(words, node);
  return number !== undefined && figure(number);
}

/** What stands under a node's number: how little of it is known, or how little is done. */
export function nodeNote(words: Catalog, node: NodeView): string {
  const score = node.score;
  if (score === undefined || node.kind === 'action') return '';
  if (score.coverage < 1) return words.text('card.known', { coverage: score.coverage });
  const done = score.execution?.score;
  return done === undefined ? '' : words.text('card.execution', { share: done });
}

export function kpiValue(words: Catalog, kpi: KpiView): string {
  const value = kpi.score === undefined ? latestTyped(kpi) : kpi.score.value;
  return value === undefined ? words.text('value.none') : words.write.value(value, kpi.plan.unit);
}

export function kpiTarget(words: Catalog, kpi: KpiView): string {
  const target = kpi.plan.target;
  return target === undefined ? words.text('value.no-target') : words.write.value(target, kpi.plan.unit);
}

/** The change since the value before, with its sign. */
export function kpiChange(words: Catalog, kpi: KpiView): string {
  const change = kpi.score?.change;
  return change === undefined ? '' : words.write.value(change.delta, kpi.plan.unit, true);
}

/** How old a value is, where that matters: a stale one says so. */
export function freshness(words: Catalog, kpi: KpiView): string {
  const score = kpi.score;
  if (score?.at === undefined) return words.text('freshness.none');
  // A day without its year is read as one of this year.
  const near = kpi.asOf?.slice(0, 4) === score.at.slice(0, 4);
  return words.text(`freshness.${score.freshness}`, { at: score.at, age: score.age ?? 0, near });
}

/** KPIs with their status and value, each a way to its details. */
export function kpiList(context: Context, kpis: readonly KpiView[]): Description {
  const { words } = context;
  return h(
    'ul',
    { class: 'kpis' },
    kpis.map((kpi) =>
      h(
        'li',
        { key: kpi.id },
        kpi.score === undefined ? h('span', { class: 'mark' }) : mark(kpi.score.status),
        h('button', { type: 'button', class: 'link', onclick: () => context.select(kpi.id) }, h('bdi', {}, kpi.title)),
        h('bdi', { class: 'kpi-value' }, kpiValue(words, kpi)),
        h('span', { class: 'unseen' }, kpi.score === undefined ? '' : words.text(`status.${kpi.score.status}`)),
      ),
    ),
  );
}

/** The last value typed into the plan: what there is to show where nothing can be computed. */
function latestTyped(kpi: KpiView): number | undefined {
  const last = [...(kpi.plan.values ?? [])].sort((a, b) => a.at.localeCompare(b.at)).at(-1);
  if (last === undefined) return undefined;
  if ('value' in last) return last.value;
  return last.denominator === 0 ? undefined : (100 * last.numerator) / last.denominator;
}
