/** A closer look at the plan: what the rules find that no picture waits for, and the SMART check of a goal. */
import type { Board } from '../board.js';
import { type Child, type Description, h } from '../dom.js';
import type { Arguments } from '../messages/format.js';
import type { Finding, SmartCheck } from '../types.js';
import { asked } from './asked.js';
import type { Context } from './context.js';
import { block, findingLine, sentence, titlesIn } from './parts.js';
import { spoken } from './spoken.js';

/** No node has such an id, so that this stands among the folded ones without being one. */
const OPENED = '\u0000closer';

/** The button; once it was pressed, what was found: about one node or KPI, or about the whole plan. */
export function closer(context: Context, board: Board, id?: string): Description {
  const { words } = context;
  if (!context.folded.has(OPENED)) {
    const open = { type: 'button', class: 'link', onclick: () => context.fold(OPENED, true) };
    return h('p', { class: 'closer', key: 'closer' }, h('button', open, words.text('closer.open')));
  }
  const found = asked(context, board, 'inspect', () => board.inspect());
  if (found === undefined || !spoken(context, 'findings'))
    return h('p', { class: 'closer note', key: 'closer' }, words.text('closer.coming'));
  const here = found.filter((finding) => id === undefined || isAbout(finding, id));
  const more = here.filter((finding) => finding.off === undefined && !isShown(context, finding, id));
  const off = here.filter((finding) => finding.off !== undefined);
  return block(
    words.text('closer.title', { findings: more.length }),
    'findings closer',
    checks(context, board, id),
    h(
      'ul',
      {},
      more.map((finding, at) => h('li', { key: `${finding.id} ${finding.node} ${at}` }, line(context, finding, id))),
    ),
    off.length > 0 && switchedOff(context, off),
  );
}

function isAbout({ node, params }: Finding, id: string): boolean {
  return node === id || params.kpi === id;
}

/** What stands above already: the findings of the picture, and for what is chosen those of `problems`. */
function isShown({ model }: Context, { id, node, params }: Finding, chosen: string | undefined): boolean {
  const same = (other: Finding) => other.id === id && other.node === node && other.params.kpi === params.kpi;
  return (model.computed?.findings ?? []).some(same) || (chosen !== undefined && HARM.has(id));
}

const HARM = new Set(['guard-diverges', 'problem-metric-without-guard', 'bunching']);

/** A finding with what to do, and how to say in the plan that it is meant to be. */
function line(context: Context, finding: Finding, chosen: string | undefined): Child[] {
  const { words } = context;
  const entry = { finding: finding.id, node: finding.params.kpi ?? finding.node, reason: '…' };
  return [
    ...findingLine(context, finding, chosen === undefined),
    h(
      'details',
      { class: 'meant' },
      h('summary', {}, words.text('closer.meant')),
      h('p', { class: 'note' }, words.text('closer.off', { rule: finding.id })),
      h('code', { dir: 'ltr' }, JSON.stringify(entry)),
    ),
  ];
}

/** What the plan says is meant to be, each with its reason. */
function switchedOff(context: Context, off: readonly Finding[]): Description {
  const { words } = context;
  return h(
    'details',
    { class: 'more' },
    h('summary', {}, words.text('closer.switched-off', { findings: off.length })),
    h(
      'ul',
      {},
      off.map((finding) =>
        h(
          'li',
          {},
          ...findingLine(context, finding, true).slice(0, 2),
          h('span', { class: 'remedy' }, words.text('closer.reason', { reason: finding.off?.reason ?? '' })),
        ),
      ),
    ),
  );
}

/** The five checks of a goal, each with its reason and what to change. */
function checks(context: Context, board: Board, id: string | undefined): Description | false {
  if (id === undefined || context.model.nodes.get(id)?.kind !== 'goal') return false;
  const found = asked(context, board, 'smart', () => board.smart());
  const goal = found?.goals.find(({ node }) => node === id);
  if (goal === undefined) return false;
  return h(
    'dl',
    { class: 'smart', 'aria-label': context.words.text('smart.title') },
    goal.checks.map((check) => h('div', { key: check.id }, ...checkLine(context, check))),
  );
}

function checkLine(context: Context, check: SmartCheck): Child[] {
  const { words, model } = context;
  const args: Arguments = titlesIn(model, check.params);
  const state = check.holds === undefined ? 'untold' : String(check.holds);
  return [
    h('dt', {}, words.text(`smart.${check.id}`)),
    h(
      'dd',
      {},
      h('strong', {}, words.text('smart.state', { state })),
      ' ',
      sentence(words, { code: `smart-why.${check.code}`, args }),
      check.remedy !== undefined && [' ', sentence(words, { code: `remedy.${check.remedy}`, args })],
    ),
  ];
}
