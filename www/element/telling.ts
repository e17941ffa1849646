/** An explanation in sentences. It comes with the words for them, and shares no code with the first picture. */
import type { Sentence } from './explaining.js';
import type { Catalog } from './messages/catalog.js';
import type { Arguments } from './messages/format.js';
import type { Explanation, Params, Reason } from './types.js';

/** Parameters that are in the KPI's own unit. */
const IN_UNIT = ['value', 'baseline', 'target', 'low', 'high', 'low0', 'high0'];
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

/** What each thing gives to a node's score, the most first; what is unknown is named, for it gives nothing. */
export function gives({ inputs }: Explanation): Sentence[] {
  const known = inputs.filter(({ contribution }) => contribution !== undefined);
  const silent = inputs.filter(({ score, weight, share }) => score === undefined && weight * share > 0);
  return [
    ...known
      .sort((a, b) => (b.contribution ?? 0) - (a.contribution ?? 0))
      .map(({ title, effective, score, contribution }) => ({
        code: 'explain.gives',
        args: { title, effective, score, contribution },
      })),
    ...silent.map(({ title }) => ({ code: 'explain.gives-nothing', args: { title } })),
  ];
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
