/** What a KPI did after a programme: said in words, with the numbers they rest on, and drawn as a span and a tick. */
import type { Child, Description } from '../../dom.js';
import type { ProgrammeKpi, ProgrammeSignal } from '../../types.js';
import type { Context } from '../context.js';
import { h } from '../parts.js';
import { link, links, period, say, worth } from './kit.js';

export function movement(context: Context, found: ProgrammeKpi): Description {
  const { outcome } = found;
  return h(
    'li',
    { key: found.kpi, class: 'move', 'data-outcome': outcome },
    h('p', { class: 'move-of' }, link(context, found.kpi)),
    h('p', { class: 'outcome' }, context.words.text(`programme.${outcome}`), ' ', why(context, found)),
    outcome !== 'too-early' && evidence(context, found),
  );
}

/** Why it is too early, or cannot be told. */
export function why({ words }: Context, { reason, more }: ProgrammeKpi): string {
  return reason === undefined ? '' : words.text(`programme.because.${reason}`, { more: more ?? 0 });
}

/** The limits before, the mean after, and what else may have moved it. */
function evidence(context: Context, found: ProgrammeKpi): Child[] {
  const { before, after, signals, confounders, guard } = found;
  return [
    picture(found),
    before.n > 0 && say(context, 'view.before', beforeArgs(context, found), 'note'),
    after.n > 0 && say(context, 'view.after', afterArgs(context, found), 'note'),
    signals.length > 0 && h('p', { class: 'note' }, signalled(context, signals)),
    before.centre !== undefined && !before.steady && say(context, 'view.unsteady', {}, 'note'),
    confounders.length > 0 &&
      h('p', { class: 'note' }, context.words.text('view.confounders'), ' ', links(context, confounders)),
    guard !== undefined &&
      h(
        'p',
        { class: 'note' },
        context.words.text('view.guard'),
        ' ',
        link(context, guard.kpi),
        ': ',
        context.words.text(`programme.${guard.outcome}`),
      ),
  ];
}

function beforeArgs(context: Context, { kpi, before }: ProgrammeKpi) {
  const { n, centre, low, high } = before;
  const told = centre !== undefined && low !== undefined && high !== undefined;
  const [mean, from, to] = [centre, low, high].map((value) => worth(context, kpi, value));
  return { n, told, mean: mean ?? '', low: from ?? '', high: to ?? '' };
}

function afterArgs(context: Context, { kpi, after }: ProgrammeKpi) {
  const { n, mean, from = '' } = after;
  return { n, mean: worth(context, kpi, mean), from: period(context, from) };
}

/** The periods that stand out, together where they do so by the same rule. */
function signalled(context: Context, signals: readonly ProgrammeSignal[]): string {
  const { words } = context;
  const kinds = new Map(signals.map((one) => [`${one.side} ${one.rule}`, one]));
  const said = [...kinds.values()].map(({ side, rule }) => {
    const alike = signals.filter((one) => one.side === side && one.rule === rule);
    return words.text('view.signal', { periods: alike.map((one) => period(context, one.period)), rule, side });
  });
  return words.text('view.signals', { signals: said.join('; '), count: signals.length });
}

/** The limits before as a span, their centre as a line, the mean after as a tick. The words above it say the same. */
function picture({ before, after }: ProgrammeKpi): Description | false {
  const { centre, low, high } = before;
  if (centre === undefined || low === undefined || high === undefined || after.mean === undefined) return false;
  const [from, to] = [Math.min(low, after.mean), Math.max(high, after.mean)];
  const place = (value: number) => (to > from ? 0.05 + (0.9 * (value - from)) / (to - from) : 0.5);
  return h(
    'div',
    { class: 'spread', 'aria-hidden': 'true' },
    h('span', { class: 'span', '--from': place(low), '--to': place(high) }),
    h('span', { class: 'centre', '--at': place(centre) }),
    h('span', { class: 'tick', '--at': place(after.mean) }),
  );
}
