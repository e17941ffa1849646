/** The top of the board: what stands how, in one sentence; the day; and the switch for live updates. */

import { headline } from '../describe.js';
import { type Child, type Description, h } from '../dom.js';
import { type Context, sentence } from './context.js';

/** How the polled sources stand; `undefined` where nothing is polled. */
export interface Live {
  paused: boolean;
  age: number;
  failed: boolean;
}

export function header(context: Context, live: Live | undefined, toggle: () => void): Description {
  const { model, words } = context;
  const asOf = model.computed?.scores.asOf;
  return h(
    'header',
    { class: 'top', key: 'top' },
    h('p', { class: 'plan' }, h('bdi', {}, model.plan.title ?? model.mission.title)),
    h('h2', { class: 'headline' }, sentence(words, headline(model, words), ['goal', 'kpi'])),
    h(
      'p',
      { class: 'meta' },
      asOf !== undefined && h('span', {}, words.text('header.as-of', { at: asOf })),
      live !== undefined && liveness(context, live, toggle),
    ),
  );
}

function liveness({ words }: Context, live: Live, toggle: () => void): Child[] {
  const code = live.failed ? 'live.failed' : live.paused ? 'live.paused' : 'live.on';
  return [
    h('span', { class: live.failed ? 'live failed' : 'live' }, words.text(code, { minutes: live.age })),
    h(
      'button',
      { type: 'button', class: 'quiet', 'aria-pressed': String(live.paused), onclick: toggle },
      words.text(live.paused ? 'live.resume' : 'live.pause'),
    ),
  ];
}
