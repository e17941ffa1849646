/** From the codes of a finding or a cause to sentences whose parameters a reader can read. */
import type { Arguments } from './messages/format.js';
import type { Model } from './model.js';
import type { Finding, Params } from './types.js';

/** A message's code and what fills it: a page can set parts of it apart, a program can print it. */
export interface Sentence {
  readonly code: string;
  readonly args: Arguments;
}

/** Parameters that are ids: a reader is told titles and names. */
const IDS = ['parent', 'top', 'kpi', 'guard', 'owner', 'other', 'only', 'from', 'to'];

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
