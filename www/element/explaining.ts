/** From the codes of an explanation, a finding or a cause to sentences whose parameters a reader can read. */
import type { Catalog } from './messages/catalog.js';
import type { Arguments } from './messages/format.js';
import type { Model } from './model.js';
import type { Cause, Explanation, Finding, Params, Reason } from './types.js';

/** A message's code and what fills it: a page can set parts of it apart, a program can print it. */
export interface Sentence {
  readonly code: string;
  readonly args: Arguments;
}

/** Parameters that are in the KPI's own unit. */
const IN_UNIT = ['value', 'baseline', 'target', 'low', 'high', 'low0', 'high0'];
/** Parameters that are ids: a reader is told titles and names. */
const IDS = ['parent', 'top', 'kpi', 'guard', 'owner', 'other', 'only', 'from', 'to'];

/** What an explanation says, step by step; how it stands and why is said elsewhere. */
export function explained(explanation: Explanation, words: Catalog): Sentence[] {
  // Nothing is said of a roll-up where nothing goes into it.
  const rolled = explanation.kind === 'kpi' || explanation.formula !== 'none';
  const said: Sentence[] = rolled ? [{ code: `definition.${explanation.definition}`, args: {} }] : [];
  if (explanation.variant !== undefined) {
    said.push({ code: 'explain.variant', args: { variant: variantName(explanation.variant, words) } });
  }
  const idle = (step: Reason) => step.code === 'status' || (step.code === 'contributors' && !rolled);
  const steps = explanation.steps.filter((step) => !idle(step));
  return [
    ...said,
    ...steps.map((step) => ({ code: `explain.${step.code}`, args: stepArgs(step, explanation, words) })),
  ];
}

export function because(given: Reason): Sentence {
  return { code: `because.${given.code}`, args: given.params };
}

/** A finding as a sentence; its subject is the KPI where it is about one. */
export function found(finding: Finding, model: Model): Sentence {
  return {
    code: `finding.${finding.id}`,
    args: { title: titleOf(model, finding.node), ...titlesIn(model, finding.params) },
  };
}

export function remedy(finding: Finding, model: Model): Sentence {
  const owned = finding.params.owner !== undefined;
  const args = { title: titleOf(model, finding.node), owned, ...titlesIn(model, finding.params) };
  return { code: `remedy.${finding.remedy}`, args };
}

export function cause(given: Cause, model: Model): Sentence {
  return { code: `cause.${given.code}`, args: { title: titleOf(model, given.node), ...titlesIn(model, given.params) } };
}

export function titleOf(model: Model, id: string): string {
  return model.nodes.get(id)?.title ?? model.kpis.get(id)?.title ?? id;
}

/** The parameters of a code, ids as titles and names. */
export function titlesIn(model: Model, params: Params): Arguments {
  const name = (key: string, value: Params[string]) => {
    if (!IDS.includes(key) || typeof value !== 'string') return value;
    return key === 'owner' ? model.ownerName(value) : titleOf(model, value);
  };
  return Object.fromEntries(Object.entries(params).map(([key, value]) => [key, name(key, value)]));
}

function stepArgs(step: Reason, explanation: Explanation, words: Catalog): Arguments {
  const { code, params } = step;
  const plain: Arguments = explanation.kind === 'kpi' ? inUnit(params, explanation.unit, words) : params;
  switch (code) {
    case 'rows':
      return { ...plain, name: params.name ?? params.source, partial: params.share !== undefined };
    case 'counted':
      return { ...plain, n: params.n ?? 0, opened: Number(params.open ?? 0) > 0 };
    case 'window':
      return { ...plain, how: params.periods === undefined ? 'all' : params.periods === 1 ? 'one' : 'several' };
    case 'interval':
      return { ...plain, leveled: params.level !== undefined, method: words.text(`method.${params.method}`) };
    case 'execution':
      return { ...plain, scored: params.score !== undefined };
    case 'note':
      return { note: words.text(`note.${params.note}`, params) };
    case 'missing':
      return { why: words.text(`because.${params.reason}`, params) };
    default:
      return plain;
  }
}

function inUnit(params: Params, unit: string | undefined, words: Catalog): Arguments {
  const entries = Object.entries(params).map(([key, value]) => {
    const measured = typeof value === 'number' && IN_UNIT.includes(key);
    return [key, measured ? words.write.value(value, unit) : value];
  });
  return Object.fromEntries(entries);
}

export function variantName(variant: string, words: Catalog): string {
  const code = `variant.${variant}`;
  return words.text(words.has(code) ? code : 'variant.other', { variant });
}
