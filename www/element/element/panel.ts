/** The details of what is chosen: what the number is, why it stands there, from what, how sure, and what to do. */

import type { Board } from '../board.js';
import type { Description } from '../dom.js';
import type { Sentence } from '../explaining.js';
import type { KpiView, NodeView } from '../model.js';
import type { Explanation, Input } from '../types.js';
import { adopt } from './adopt.js';
import { asking, isAsking } from './ask.js';
import { asked } from './asked.js';
import { closer } from './closer.js';
import type { Context } from './context.js';
import { deeper } from './deeper.js';
import { kpiFacts, nodeFacts } from './facts.js';
import {
  block,
  figure,
  findingLine,
  freshness,
  h,
  kindWord,
  kpiChange,
  kpiList,
  kpiTarget,
  kpiValue,
  mark,
  nodeNumber,
  sentence,
  statusWord,
  throughLine,
  told,
} from './parts.js';
import { spoken } from './spoken.js';
import { variants } from './variants.js';
import { writing } from './whole.js';

export function panel(
  context: Context,
  explanation: Explanation | undefined,
  board?: Board,
  host?: HTMLElement,
): Description | false {
  if (host !== undefined) adopt(host, () => context.fold('', false));
  const id = context.selected;
  if (id === undefined) return false;
  const node = context.model.nodes.get(id);
  const kpi = context.model.kpis.get(id);
  const subject = node ?? kpi;
  if (subject === undefined) return false;
  const { words } = context;
  const kind = node === undefined ? words.text('kind.kpi') : kindWord(words, node);
  return h(
    'section',
    { class: 'panel', part: 'panel', key: 'panel', 'aria-labelledby': 'chosen' },
    h(
      'div',
      { class: 'panel-head' },
      h('p', { class: 'kind' }, kind),
      h(
        'button',
        {
          type: 'button',
          class: 'close',
          'aria-label': words.text('panel.close'),
          onclick: () => context.select(undefined),
        },
        h('span', { 'aria-hidden': 'true' }, '×'),
      ),
      h('h3', { id: 'chosen', tabindex: -1 }, h('bdi', {}, subject.title)),
    ),
    node === undefined ? kpiHead(context, kpi as KpiView, explanation) : nodeHead(context, node),
    subject.score !== undefined && say(context, [told().because(subject.score.because)]),
    node !== undefined &&
      h('p', { class: 'line' }, sentence(words, throughLine(context.model, node.id), ['title', 'mission'])),
    node !== undefined &&
      node.kpis.length > 0 &&
      block(words.text('panel.kpis'), 'own-kpis', kpiList(context, node.kpis)),
    explanation !== undefined && spoken(context, 'why') && why(context, explanation),
    board !== undefined && subject.score !== undefined && asking(context, board, id, kpi, host),
    explanation !== undefined &&
      board !== undefined &&
      kpi?.plan.measure !== undefined &&
      spoken(context, 'why') &&
      variants(context, board, id),
    explanation !== undefined && board !== undefined && kpi !== undefined && deeper(context, kpi, board),
    node === undefined ? kpiFacts(context, kpi as KpiView) : nodeFacts(context, node),
    problems(context, id, board),
    board !== undefined && closer(context, board, id),
    host !== undefined &&
      board !== undefined &&
      writing(context, board, host, { id, kind: node?.kind ?? 'kpi', unit: kpi?.plan.unit }),
  );
}

function nodeHead(context: Context, node: NodeView): Description {
  const number = nodeNumber(context.words, node);
  const { score } = node;
  return h(
    'div',
    { class: 'standing' },
    number !== undefined && figure(number, 'figure big'),
    score !== undefined && statusWord(context.words, score.status),
    score?.score !== undefined && node.kind !== 'action' && bounds(context, score.low, score.high, score.score),
  );
}

/** The score as a tick on the span that it could have: little coverage is a long span. */
function bounds({ words }: Context, low: number, high: number, score: number): Description {
  return h(
    'div',
    {
      class: 'bounds',
      role: 'img',
      'aria-label': words.text('explain.bounds', { low, high }),
      '--low': low,
      '--high': high,
      '--score': score,
    },
    h('span', { class: 'span' }),
    h('span', { class: 'tick' }),
  );
}

function kpiHead(context: Context, kpi: KpiView, explanation: Explanation | undefined): Description {
  const { words } = context;
  const rows = explanation?.steps.find(({ code, params }) => code === 'rows' && params.share !== undefined);
  const value = kpi.score?.value;
  const change = kpiChange(words, kpi);
  return h(
    'div',
    { class: kpi.score?.freshness === 'stale' ? 'standing faint' : 'standing' },
    value === undefined
      ? h('bdi', { class: 'figure big' }, kpiValue(words, kpi))
      : figure(words.write.figure(value, kpi.plan.unit), 'figure big'),
    kpi.score !== undefined && statusWord(words, kpi.score.status),
    h(
      'p',
      { class: 'note' },
      h('span', {}, sentence(words, { code: 'panel.target', args: { target: kpiTarget(words, kpi) } })),
      change !== '' &&
        h(
          'span',
          {},
          sentence(words, { code: 'panel.change', args: { change, since: kpi.score?.change?.since ?? '' } }),
        ),
      h('span', {}, freshness(words, kpi)),
      // A number that some rows are missing from never stands without saying so.
      rows !== undefined && h('span', { class: 'rows' }, sentence(words, { code: 'panel.rows', args: rows.params })),
    ),
  );
}

/** How the number came about: its definition, its steps, its inputs. */
function why(context: Context, explanation: Explanation): Description {
  return block(
    context.words.text('panel.why'),
    'why',
    say(context, told().explained(explanation, context.words)),
    explanation.inputs.length > 0 && !isAsking(context) && inputs(context, explanation.inputs),
  );
}

/** Sentences as a short list; a code that has no words is left out rather than shown raw. */
function say({ words }: Context, said: readonly Sentence[]): Description | false {
  const known = said.filter(({ code }) => words.has(code));
  return (
    known.length > 0 &&
    h(
      'div',
      { class: 'said' },
      known.map((one) => h('p', {}, sentence(words, one))),
    )
  );
}

function inputs(context: Context, list: readonly Input[]): Description {
  const { words } = context;
  const heads = ['input', 'effective', 'score', 'contribution'];
  return h(
    'div',
    { class: 'scroll', tabindex: 0, role: 'region', 'aria-label': words.text('inputs.title') },
    h(
      'table',
      { class: 'inputs' },
      h('caption', {}, words.text('inputs.title')),
      h(
        'thead',
        {},
        h(
          'tr',
          {},
          heads.map((name) => h('th', { scope: 'col' }, words.text(`inputs.${name}`))),
        ),
      ),
      h(
        'tbody',
        {},
        list.map((input) => inputRow(context, input)),
      ),
    ),
  );
}

function inputRow(context: Context, input: Input): Description {
  const { words } = context;
  const share = (value: number | undefined) =>
    value === undefined ? words.text('value.none') : words.write.share(value);
  return h(
    'tr',
    { key: input.id },
    h(
      'th',
      { scope: 'row' },
      mark(input.status),
      h('span', { class: 'unseen' }, words.text(`status.${input.status}`)),
      h(
        'button',
        { type: 'button', class: 'link', onclick: () => context.select(input.id) },
        h('bdi', {}, input.title),
      ),
    ),
    h('td', {}, share(input.effective)),
    h('td', {}, share(input.score)),
    h('td', {}, share(input.contribution)),
  );
}

/** The findings about it, and those of metrics that may do harm, which nobody has looked for before. */
function problems(context: Context, id: string, board: Board | undefined): Description | false {
  const harmful = board === undefined ? [] : (asked(context, board, 'problems', () => board.problems()) ?? []);
  const here = harmful.filter(({ params, off }) => params.kpi === id && off === undefined);
  const told = here.length === 0 || spoken(context, 'findings') ? here : [];
  const found = [...context.model.findingsOf(id), ...told];
  return (
    found.length > 0 &&
    block(
      context.words.text('panel.findings'),
      'findings',
      h(
        'ul',
        {},
        found.map((finding, at) => h('li', { key: `${finding.id} ${at}` }, findingLine(context, finding, false))),
      ),
    )
  );
}
