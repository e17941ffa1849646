/** The board in sentences: each is a message's code with what fills it, so that a page can set parts apart and a program can print it. */

import { type Sentence, titleOf } from './explaining.js';
import { type Catalog, messagesFor } from './messages/catalog.js';
import { type KpiView, Model, type NodeView, rank } from './model.js';
import { told } from './taught.js';
import type { Alignment, Explanation, Finding, Plan, Scores } from './types.js';

/** A subject's title and what there is to say of it. */
export interface Described {
  readonly subject: string;
  readonly title: string;
  readonly sentences: readonly string[];
}

export interface Describable {
  plan(): Plan;
  scores(): Scores;
  alignment(): Alignment;
  findings(): Finding[];
  explain(id: string): Explanation;
}

export function describe(board: Describable, subject: string, locale: string): Described {
  const words = messagesFor(locale);
  const model = new Model(board.plan(), {
    scores: board.scores(),
    alignment: board.alignment(),
    findings: board.findings(),
  });
  const found =
    subject === 'overview'
      ? { title: board.plan().title ?? model.mission.title, said: overview(model, words) }
      : { title: titleOf(model, subject), said: about(model, board.explain(subject), words) };
  return { subject, title: found.title, sentences: found.said.map(({ code, args }) => words.text(code, args)) };
}

export function overview(model: Model, words: Catalog): Sentence[] {
  const said = [headline(model, words)];
  const index = model.computed?.alignment.index;
  if (index !== undefined) said.push({ code: 'overview.index', args: { index } });
  const findings = (model.computed?.findings ?? []).filter((finding) => finding.off === undefined).length;
  said.push({ code: 'overview.findings', args: { findings } });
  return said;
}

/** What a reader with ten seconds must know: how many goals stand well, and what holds the worst one back. */
export function headline(model: Model, words: Catalog): Sentence {
  const goals = model.goals;
  if (model.computed === undefined) return { code: 'overview.unscored', args: { goals: goals.length } };
  if (goals.length === 0) return { code: 'overview.no-goals', args: {} };
  const good = goals.filter((goal) => ['on-track', 'done', 'met'].includes(goal.score?.status ?? '')).length;
  const counts = { good, goals: goals.length };
  if (goals.every((goal) => goal.score?.status === 'no-data')) return silent(goals);
  if (good === goals.length) return { code: 'overview.all-good', args: counts };
  const worst = [...goals].sort(byNeed)[0] as NodeView;
  const brake = holdingBack(model, worst);
  const status = words.text(`status-in.${worst.score?.status}`);
  if (brake === undefined) return { code: 'overview.worst', args: { ...counts, goal: worst.title, status } };
  const age = brake.score?.freshness === 'stale' ? (brake.score.age ?? 0) : 0;
  const kpiStatus = words.text(`status-in.${brake.score?.status}`);
  return {
    code: 'overview.held-back',
    args: { ...counts, goal: worst.title, kpi: brake.title, status: kpiStatus, age },
  };
}

/** Nothing is known of any goal: what is there but too old is another thing than nothing. */
function silent(goals: readonly NodeView[]): Sentence {
  const stale = goals.filter((goal) => goal.score?.because.code === 'all-stale').length;
  const args = { goals: goals.length, stale, none: goals.length - stale };
  return { code: stale > 0 ? 'overview.all-stale' : 'overview.no-data', args };
}

function byNeed(a: NodeView, b: NodeView): number {
  return rank(a.score?.status) - rank(b.score?.status) || (a.score?.score ?? 1) - (b.score?.score ?? 1);
}

/** Statuses that come of what is not known rather than of what is known to be bad. */
const UNKNOWN = new Set<string | undefined>(['cannot-tell', 'stale', 'no-data']);

/**
 * The KPI below a node that costs it most: where the node stands badly, the one that takes most from the score; where it
 * cannot be told, the silent one that weighs most.
 */
export function holdingBack(model: Model, node: NodeView): KpiView | undefined {
  const parts = partsOf(node);
  const silent = UNKNOWN.has(node.score?.status);
  const cost = (kpi: KpiView) => {
    const known = kpi.score?.score !== undefined && kpi.score.freshness !== 'stale';
    const part = parts.get(kpi.node) ?? 0;
    if (silent && !known) return 1 + part;
    return known ? part * (1 - (kpi.score?.score ?? 1)) : 0;
  };
  const kpis = model.below(node.id).flatMap((below) => below.kpis);
  const worst = kpis.sort((a, b) => cost(b) - cost(a))[0];
  return worst !== undefined && cost(worst) > 0 ? worst : undefined;
}

/** How much of a node each one below it makes, over all ways. */
function partsOf(node: NodeView): Map<string, number> {
  const parts = new Map([[node.id, 1]]);
  const walk = (from: NodeView, part: number) => {
    for (const child of from.children) {
      const link = child.score?.parents.find((parent) => parent.id === from.id);
      const share = part * (link?.effective ?? 0);
      parts.set(child.id, (parts.get(child.id) ?? 0) + share);
      walk(child, share);
    }
  };
  walk(node, 1);
  return parts;
}

/** Everything there is to say of one subject, from how it stands to how that came about. */
function about(model: Model, explanation: Explanation, words: Catalog): Sentence[] {
  const { subject, title, status } = explanation;
  const standing: Sentence = { code: 'explain.status', args: { title, status: words.text(`status.${status}`) } };
  const line = model.nodes.has(subject) ? [throughLine(model, subject)] : [];
  const { because, explained, gives } = told();
  return [standing, because(explanation.because), ...line, ...explained(explanation, words), ...gives(explanation)];
}

/** The road from a node to the mission, as it is read out. */
export function throughLine(model: Model, id: string): Sentence {
  const way = model.line(id);
  const first = way[0] as NodeView;
  const last = way.at(-1) as NodeView;
  if (first === model.mission)
    return { code: 'line.mission', args: { title: first.title, strongest: strongest(model) } };
  if (last !== model.mission)
    return { code: 'line.broken', args: { title: first.title, last: last.title, same: first === last } };
  const between = way.slice(1, -1).map((node) => node.title);
  const code = between.length === 0 ? 'line.direct' : 'line.through';
  return { code, args: { title: first.title, between, mission: last.title } };
}

function strongest(model: Model): string[] {
  const shares = [...(model.computed?.alignment.contribution ?? [])].sort((a, b) => b.value - a.value);
  return shares
    .map(({ node }) => model.nodes.get(node))
    .filter((node) => node?.kind === 'goal')
    .slice(0, 3)
    .map((node) => node?.title ?? '');
}
