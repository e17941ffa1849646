/** What stands beside the map while nothing is chosen: the alignment index with its causes, what changed, the findings. */
import { type Child, type Description, h } from '../dom.js';
import { cause, found, remedy, titleOf } from '../explaining.js';
import type { Cause, Finding, Metric, Move } from '../types.js';
import { block, type Context, sentence } from './context.js';
import { mark, statusWord } from './marks.js';

const CAUSES_SHOWN = 3;

export function alignment(context: Context): Description | false {
  const { words, model } = context;
  const found = model.computed?.alignment;
  if (found === undefined) return false;
  const metrics = found.metrics.filter((metric) => metric.id in found.weights);
  return block(
    words.text('alignment.title'),
    'alignment',
    h(
      'p',
      { class: 'index' },
      h(
        'span',
        { class: 'figure big' },
        h(
          'span',
          { class: 'number' },
          found.index === undefined ? words.text('value.none') : words.write.share(found.index),
        ),
      ),
      h('span', { class: 'about' }, words.text('alignment.about')),
    ),
    h(
      'ul',
      { class: 'metrics' },
      metrics.map((metric) => metricItem(context, metric, found.weights[metric.id] ?? 0)),
    ),
    found.used.length < Object.keys(found.weights).length &&
      h('p', { class: 'note' }, words.text('alignment.renormalised', { used: found.used.length })),
  );
}

function metricItem(context: Context, metric: Metric, weight: number): Description {
  const { words } = context;
  const share = metric.value;
  return h(
    'li',
    { key: metric.id },
    h(
      'details',
      {},
      h(
        'summary',
        {},
        h('span', { class: 'metric-name' }, words.text(`metric.${metric.id}`)),
        h('span', { class: 'metric-value' }, share === undefined ? words.text('value.none') : words.write.share(share)),
        h('span', { class: 'bar', 'aria-hidden': 'true' }, h('span', { class: 'fill', '--share': share ?? 0 })),
      ),
      h(
        'p',
        { class: 'note' },
        words.text(`metric-about.${metric.id}`, {
          numerator: metric.numerator,
          denominator: metric.denominator,
          weight,
        }),
      ),
      metric.causes.length > 0 &&
        h(
          'ul',
          { class: 'causes' },
          metric.causes.slice(0, CAUSES_SHOWN).map((cause) => h('li', {}, causeLine(context, cause))),
          metric.causes.length > CAUSES_SHOWN &&
            h('li', {}, words.text('alignment.more', { more: metric.causes.length - CAUSES_SHOWN })),
        ),
    ),
  );
}

function causeLine(context: Context, given: Cause): Child[] {
  return sentence(context.words, cause(given, context.model), ['title']);
}

export function findings(context: Context): Description | false {
  const { words, model } = context;
  if (model.computed === undefined) return false;
  const all = model.computed.findings.filter((finding) => finding.off === undefined);
  return block(
    words.text('findings.title', { findings: all.length }),
    'findings',
    all.length === 0
      ? h('p', { class: 'note' }, words.text('findings.none'))
      : h(
          'ul',
          {},
          all.map((finding, at) =>
            h('li', { key: `${finding.id} ${finding.node} ${at}` }, findingLine(context, finding, true)),
          ),
        ),
  );
}

/** A finding as a sentence, and what to do about it. */
export function findingLine(context: Context, finding: Finding, named: boolean): Child[] {
  const { words, model } = context;
  const said = sentence(words, found(finding, model));
  const about = typeof finding.params.kpi === 'string' ? finding.params.kpi : finding.node;
  return [
    h('span', { class: `severity ${finding.severity}` }, words.text(`severity.${finding.severity}`)),
    named
      ? h('button', { type: 'button', class: 'link', onclick: () => context.select(about) }, said)
      : h('span', {}, said),
    h('span', { class: 'remedy' }, sentence(words, remedy(finding, model))),
  ];
}

/** What the last live change moved, so that a reader sees why the picture is another. */
export function changes(context: Context): Description | false {
  const { words, change } = context;
  if (change === undefined) return false;
  const moved = [...change.kpis, ...change.nodes].filter(
    (one) => one.after !== undefined && one.before?.status !== one.after.status,
  );
  if (moved.length === 0) return false;
  return block(
    words.text('changes.title'),
    'changes',
    h(
      'ul',
      {},
      moved.slice(0, 6).map((one) => h('li', { key: one.id }, movedLine(context, one))),
    ),
  );
}

function movedLine(context: Context, { id, before, after }: Move): Child[] {
  const { words, model } = context;
  const title = titleOf(model, id);
  return [
    h('button', { type: 'button', class: 'link', onclick: () => context.select(id) }, h('bdi', {}, title)),
    h(
      'span',
      { class: 'moved' },
      before !== undefined && [
        mark(before.status),
        h(
          'span',
          { class: 'unseen' },
          words.text('changes.from', { status: words.text(`status-in.${before.status}`) }),
        ),
        h('span', { 'aria-hidden': 'true', class: 'arrow' }),
      ],
      after !== undefined && statusWord(words, after.status),
    ),
  ];
}
