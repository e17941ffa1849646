/** Objectives and key results by cycle, with their grades: what is not known makes nothing green. */
import type { Child, Description } from '../../dom.js';
import type { CycleGrade, GradedKeyResult, GradedObjective, Status } from '../../types.js';
import type { Context } from '../context.js';
import { h, mark } from '../parts.js';
import { link, say, worth } from './kit.js';

export function cycles(context: Context, list: readonly CycleGrade[]): Child {
  if (list.length === 0) return [say(context, 'view.no-cycles'), say(context, 'view.no-cycles-next', {}, 'note')];
  return list.map((one) => cycle(context, one));
}

function cycle(
  context: Context,
  { id, title, start, end, state, elapsed, grade, band, coverage, objectives }: CycleGrade,
): Description {
  return h(
    'div',
    { class: 'cycle', key: id },
    h('p', { class: 'item-title' }, h('bdi', {}, title), ' ', graded(context, grade, band)),
    say(context, 'view.cycle', { start, end, state, elapsed, coverage }, 'note'),
    objectives.length === 0
      ? say(context, 'view.no-objectives', {}, 'note')
      : h(
          'ul',
          { class: 'items' },
          objectives.map((one) => objective(context, one)),
        ),
  );
}

function objective(context: Context, one: GradedObjective): Description {
  const { words } = context;
  const { id, grade, band, coverage, bounds, keyResults, aligned, checkIn } = one;
  const known = { coverage, low: bounds.low, high: bounds.high };
  return h(
    'li',
    { key: id, 'data-id': id },
    h(
      'div',
      { class: 'item-head' },
      h('p', { class: 'item-title' }, link(context, id), ' ', graded(context, grade, band)),
      coverage < 1 && say(context, 'view.objective-known', known, 'note'),
      checkIn.confidence !== undefined &&
        say(context, 'view.objective-confidence', { confidence: checkIn.confidence }, 'note'),
      checkIn.state === 'overdue' && h('p', {}, h('strong', {}, words.text('view.check-in-overdue'))),
      !aligned && h('p', { class: 'note' }, words.text('view.not-aligned')),
    ),
    keyResults.length === 0
      ? say(context, 'view.no-key-results', {}, 'note')
      : h(
          'ul',
          { class: 'measured' },
          keyResults.map((result) => keyResult(context, result)),
        ),
  );
}

function keyResult(context: Context, { id, value, grade, band, confidence }: GradedKeyResult): Description {
  const { words } = context;
  const sure = confidence === undefined ? '' : words.text('view.objective-confidence', { confidence });
  return h(
    'li',
    { key: id, class: 'key-result' },
    link(context, id),
    h('span', { class: 'note' }, worth(context, id, value)),
    graded(context, grade, band),
    sure !== '' && h('span', { class: 'note' }, sure),
  );
}

const SHAPES: Readonly<Record<string, Status>> = { green: 'on-track', amber: 'at-risk', red: 'off-track' };

/** The grade as a number, and its band as a shape and a word; a grade of which too little is known has no band. */
function graded({ words }: Context, grade: number | undefined, band: string | undefined): Description {
  if (grade === undefined) return h('span', { class: 'note' }, words.text('view.no-grade'));
  const shape = SHAPES[band ?? ''] ?? 'cannot-tell';
  return h(
    'span',
    { class: `status is-${shape}` },
    mark(shape),
    h('span', {}, words.text('view.grade', { grade: words.write.number(grade, ''), band: band ?? 'none' })),
  );
}
