/** Where a KPI is going (N18): what is expected by its date, the chance to meet the target, and what must happen for it. */
import type { Board } from '../board.js';
import type { Child, Description } from '../dom.js';
import type { Arguments } from '../messages/format.js';
import type { KpiView } from '../model.js';
import type { Forecast, ForecastTarget, Reason } from '../types.js';
import { asked } from './asked.js';
import type { Context } from './context.js';
import { block, h, sentence } from './parts.js';
import { trended } from './trend.js';

export function foreseen(context: Context, board: Board, kpi: KpiView, host?: HTMLElement): Description {
  const { words } = context;
  const found = asked(context, board, `forecast ${kpi.id}`, () => board.forecast(kpi.id));
  const coming = h('p', { class: 'note' }, words.text('closer.coming'));
  return block(
    words.text('forecast.title'),
    'foreseen',
    found !== undefined && host !== undefined && trended(context, board, kpi, host),
    found === undefined ? coming : told(context, kpi, found),
  );
}

/** What is missing is said as such: no forecast is no bad one. */
function told(context: Context, kpi: KpiView, found: Forecast): Child {
  if (found.missing !== undefined) return why(context, found.missing);
  const { target } = found;
  return [
    ahead(context, kpi, found),
    target.missing !== undefined
      ? why(context, target.missing)
      : [chance(context, target), needed(context, kpi, target)],
    h('p', { class: 'note' }, context.words.text('forecast.about')),
  ];
}

function say({ words }: Context, code: string, args: Arguments): Description {
  return h('p', {}, sentence(words, { code, args }));
}

function why({ words }: Context, { code, params }: Reason): Description {
  return h('p', {}, sentence(words, { code: `because.${code}`, args: { ...params } }));
}

/** What is expected by the target date; without one by the last period that is told. */
function ahead(context: Context, { plan }: KpiView, { method, level, points, target }: Forecast): Child {
  const point = target.point ?? points.at(-1);
  if (point === undefined) return false;
  const value = (of: number) => context.words.write.value(of, plan.unit);
  const { at, mean, low, high } = point;
  const args = { at, level, method: method ?? '', mean: value(mean), low: value(low), high: value(high) };
  return say(context, 'forecast.ahead', args);
}

function chance(context: Context, { chance: found, chanceMissing }: ForecastTarget): Child {
  if (found === undefined) return chanceMissing !== undefined && why(context, chanceMissing);
  const near = found > 0.99 ? 'over' : found < 0.01 ? 'under' : 'at';
  return say(context, 'forecast.chance', { chance: found, near });
}

/** What must happen each period, beside the best that was ever seen. */
function needed(context: Context, { plan }: KpiView, { needed: found, value: target }: ForecastTarget): Child {
  if (found === undefined || target === undefined) return false;
  const { write } = context.words;
  const { rate, best, over, seen } = found;
  if (rate === 0) return say(context, 'forecast.stay', { target: write.value(target, plan.unit) });
  const change = (by: number) => write.value(by, plan.unit, true);
  const args = { target: write.value(target, plan.unit), rate: change(rate), best: change(best), over, seen };
  return say(context, 'forecast.needed', args);
}
