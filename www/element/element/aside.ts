/** What stands beside the map while nothing is chosen: the alignment index, the findings. */
import { type Child, type Description, h } from '../dom.js';
import { found, remedy } from '../explaining.js';
import type { Finding, Metric } from '../types.js';
import { block, type Context, sentence } from './context.js';

/** What opening a measure shows. */
type Why = typeof import('./causes.js').why;

/** The index and its measures; what a measure counts and what keeps it low comes with the details. */
export function alignment(context: Context, why: Why | undefined): Description | false {
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
      metrics.map((metric) => metricItem(context, metric, found.weights[metric.id] ?? 0, why)),
    ),
    found.used.length < Object.keys(found.weights).length &&
      h('p', { class: 'note' }, words.text('alignment.renormalised', { used: found.used.length })),
  );
}

function metricItem(context: Context, metric: Metric, weight: number, why: Why | undefined): Description {
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
      why?.(context, metric, weight),
    ),
  );
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
