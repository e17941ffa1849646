/** Needs and the journey (P13): how much each need matters, how well it is met, and where on the way through the service it hurts. */
import type { Board } from '../../board.js';
import type { Child, Description } from '../../dom.js';
import type { NeedLevel, NeedStanding, Needs } from '../../types.js';
import { asked } from '../asked.js';
import type { Context } from '../context.js';
import { h } from '../parts.js';
import { stages } from './journey.js';
import { empty, links, page, part, say, table } from './kit.js';
import { letter, matrix } from './matrix.js';
import { scale } from './scale.js';

export function needs(context: Context, board: Board): Description | undefined {
  const found = asked(context, board, 'needs', () => board.needs());
  const way = asked(context, board, 'journey', () => board.journey());
  if (found === undefined || way === undefined) return undefined;
  if (found.needs.length === 0 && way.stages.length === 0) return page(context, 'needs', empty(context, 'needs'));
  return page(
    context,
    'needs',
    say(context, 'view.needs-about', {}, 'lead'),
    found.needs.length > 0 && part(context, 'gaps', gaps(context, found)),
    found.lines !== undefined && part(context, 'matrix', matrix(context, found, found.lines)),
    way.stages.length > 0 && part(context, 'journey', stages(context, way, found)),
  );
}

const HEADS = ['place', 'need', 'levels', 'gap'];
/** Where there is room for one column, all of it stands under the need. */
const NARROW = ['need'];

function gaps(context: Context, found: Needs): Child[] {
  const { words, narrow, model } = context;
  const named = new Map(model.plan.needs?.map((need) => [need.id, need]));
  const heads = (narrow ? NARROW : HEADS).map((name) => words.text(`view.head-${name}`));
  return [
    h(
      'p',
      { class: 'note legend', 'aria-hidden': 'true' },
      ['matters', 'met'].map((name) => h('span', {}, h('span', { class: name }), words.text(`view.${name}`))),
    ),
    table(
      'gaps-table',
      words.text('view.gaps'),
      heads,
      found.needs.map((one, at) => row(context, one, named.get(one.id)?.title ?? one.id, letter(at))),
    ),
  ];
}

function row(context: Context, one: NeedStanding, title: string, sign: string): Description {
  const { narrow, words } = context;
  const levels = [scale(one), h('p', { class: 'note' }, ...ratings(context, one))];
  const place = words.text('view.place', { place: ranked(context, one) });
  return h(
    'tr',
    { key: one.id, 'data-id': one.id },
    !narrow && h('td', { class: 'number' }, ranked(context, one)),
    h(
      'th',
      { scope: 'row' },
      h('p', { class: 'need-title' }, h('span', { class: 'sign', 'aria-hidden': 'true' }, sign), h('bdi', {}, title)),
      narrow && [levels, gap(context, one), one.first !== undefined && h('p', { class: 'note' }, place)],
      ...served(context, one),
    ),
    !narrow && [h('td', { class: 'levels' }, levels), h('td', {}, ...gap(context, one))],
  );
}

/** The places that it may have: one number only where the gaps can be told apart. */
function ranked({ words }: Context, { first, last }: NeedStanding): string {
  if (first === undefined || last === undefined) return words.text('value.dash');
  return words.text('view.places', { first, last, one: first === last });
}

function ratings({ words }: Context, { importance, satisfaction }: NeedStanding): Child[] {
  const level = (of: NeedStanding['importance'], name: string) =>
    words.text(`view.${name}-at`, { told: of !== undefined, level: of?.level.value ?? 0, n: of?.n ?? 0 });
  return [level(importance, 'importance'), ' · ', level(satisfaction, 'satisfaction')];
}

function served(context: Context, one: NeedStanding): Child[] {
  const { words } = context;
  return [
    one.quadrant !== undefined && h('p', { class: 'note' }, quadrantOf(context, one)),
    one.servedBy.length === 0
      ? h('p', {}, h('strong', {}, words.text('view.unserved')))
      : h('p', { class: 'note' }, words.text('view.served-by'), ' ', links(context, one.servedBy)),
  ];
}

function quadrantOf({ words }: Context, { quadrant, sure }: NeedStanding): string {
  return words.text('view.quadrant', { quadrant: words.text(`need.quadrant.${quadrant}`), sure });
}

/** The gap with its interval, what that means, and how it went since it was first rated. */
function gap({ words }: Context, { gap: found, verdict, change, course }: NeedStanding): Child[] {
  const points = (level: NeedLevel) => words.text('view.points', { ...ends(level), value: level.value });
  const [first] = course;
  return [
    found !== undefined && h('p', { class: 'number' }, points(found)),
    h('p', { class: verdict === 'unmet' ? 'verdict unmet' : 'verdict' }, words.text(`need.${verdict}`)),
    found?.unsure !== undefined && h('p', { class: 'note' }, words.text(`need.because.${found.unsure}`)),
    change !== undefined &&
      first !== undefined &&
      h('p', { class: 'note' }, words.text('view.gap-change', { change: points(change), since: first.at })),
  ];
}

function ends({ low, high }: NeedLevel) {
  return { low: low ?? 0, high: high ?? 0, sure: low !== undefined && high !== undefined };
}
