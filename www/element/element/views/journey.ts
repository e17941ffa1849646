/** The journey: its stages in order, each with its touchpoints, what is felt and what hurts there, and what measures it. */
import type { Child, Description } from '../../dom.js';
import type {
  CustomerJourney,
  NeedStanding,
  Needs,
  PainSummary,
  StageSummary,
  TouchpointSummary,
} from '../../types.js';
import type { Context } from '../context.js';
import { h } from '../parts.js';
import { links, say, standing } from './kit.js';

/** More than these are no place to begin. */
const MOST = 3;

export function stages(context: Context, way: CustomerJourney, { needs }: Needs): Child[] {
  const { words } = context;
  const spots = new Map(way.stages.flatMap(({ touchpoints }) => touchpoints.map((one) => [one.touchpoint.id, one])));
  const first = way.first
    .flatMap((id) => spots.get(id) ?? [])
    .filter(({ touchpoint }) => touchpoint.unmet > 0 || touchpoint.openPains > 0)
    .map(({ touchpoint }) => touchpoint.title);
  return [
    first.length > 0 && say(context, 'view.look-first', { touchpoints: first.slice(0, MOST) }, 'sum'),
    h(
      'ol',
      { class: 'stages', 'aria-label': words.text('view.journey') },
      way.stages.map((one) => stage(context, one, needs)),
    ),
  ];
}

function stage(
  context: Context,
  { stage: spot, touchpoints }: StageSummary,
  needs: readonly NeedStanding[],
): Description {
  return h(
    'li',
    { key: spot.id, class: 'stage' },
    h('p', { class: 'stage-title' }, h('bdi', {}, spot.title)),
    felt(context, needs, spot.id),
    touchpoints.length === 0
      ? say(context, 'view.no-touchpoints', {}, 'note')
      : h(
          'ul',
          { class: 'touchpoints' },
          touchpoints.map((one) => touchpoint(context, one, needs)),
        ),
  );
}

function touchpoint(context: Context, one: TouchpointSummary, needs: readonly NeedStanding[]): Description {
  const { words } = context;
  const { id, title, kpis } = one.touchpoint;
  return h(
    'li',
    { key: id, class: one.momentOfTruth ? 'touchpoint moment' : 'touchpoint' },
    one.momentOfTruth && h('p', { class: 'kind' }, words.text('view.moment')),
    h('p', { class: 'item-title' }, h('bdi', {}, title)),
    one.channel !== undefined && h('p', { class: 'note' }, h('bdi', {}, one.channel)),
    felt(context, needs, id),
    one.pains.length > 0 &&
      h(
        'ul',
        { class: 'pains', 'aria-label': words.text('view.pains') },
        one.pains.map((pain) => hurts(context, pain)),
      ),
    kpis.length > 0
      ? h(
          'ul',
          { class: 'measured', 'aria-label': words.text('panel.kpis') },
          kpis.map((kpi) => h('li', {}, standing(context, kpi))),
        )
      : h('p', { class: 'note' }, words.text(one.momentOfTruth ? 'view.moment-unmeasured' : 'view.unmeasured')),
  );
}

/** The needs that are felt at this very place. */
function felt({ words, model }: Context, needs: readonly NeedStanding[], spot: string): Child {
  const here = needs.filter(({ at }) => at === spot);
  if (here.length === 0) return false;
  const title = (id: string) => model.plan.needs?.find((need) => need.id === id)?.title ?? id;
  return h(
    'ul',
    { class: 'felt', 'aria-label': words.text('view.felt') },
    here.map(({ id, verdict }) =>
      h('li', {}, h('bdi', {}, title(id)), h('p', { class: 'note' }, words.text(`need.${verdict}`))),
    ),
  );
}

function hurts(context: Context, { title, servedBy, addressed }: PainSummary): Description {
  const { words } = context;
  return h(
    'li',
    {},
    h('bdi', {}, title),
    addressed
      ? h('p', { class: 'note' }, words.text('view.eased-by'), ' ', links(context, servedBy))
      : h('p', {}, h('strong', {}, words.text('view.open-pain'))),
  );
}
