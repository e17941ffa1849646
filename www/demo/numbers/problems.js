/** "What looks well and may do harm": metrics beside those that guard them, and cases that pile up just within a limit. */
import { byId, h } from '../shared/dom.js';
import { FAMILIES } from '../shared/families.js';
import { messagesFor } from '../throughline/index.js';
import { capital, counted, plain } from './words.js';

const words = messagesFor('en');
const UNGUARDED = 'problem-metric-without-guard';

/** The same KPIs, each that does harm when it is chased alone beside the first of the file that tells of it. */
export function guarded(board, kpis) {
  const lacking = board.problems().filter(({ id }) => id === UNGUARDED);
  const guards = new Map(lacking.map(({ params }) => [params.kpi, params.candidates[0]]));
  return kpis.map((kpi) => {
    const guard = kpi.guard ?? guards.get(kpi.id);
    return guard === undefined ? kpi : { ...kpi, guard };
  });
}

/** Who watches whom, and what was found. */
export function showProblems(board, kpis) {
  const title = (id) => kpis.find((kpi) => kpi.id === id)?.title ?? id;
  const found = board.problems().filter(({ off }) => off === undefined);
  const of = (rule) => found.filter(({ id }) => id === rule);
  const apart = new Set(of('guard-diverges').map(({ params }) => params.kpi));
  const together = kpis.filter(({ id, guard }) => guard !== undefined && !apart.has(id));
  const lines = [
    ...[...of('guard-diverges'), ...of('bunching')].map((finding) => line(finding, title)),
    ...together.map(({ id, guard }) =>
      h('li', {}, `${title(id)} beside ${title(guard)}: the one has not become better while the other became worse.`),
    ),
    ...of(UNGUARDED).map(unguarded),
  ];
  byId('problems-words').textContent = verdict(found);
  byId('problems-list').replaceChildren(...lines);
}

function verdict(found) {
  const harm = found.filter(({ severity }) => severity === 'warning').length;
  if (harm === 0) return 'Nothing of it shows in these rows.';
  return harm === 1
    ? 'One number looks better than things are.'
    : `${counted(harm)} numbers look better than things are.`;
}

/** A finding in the words of the board, and what to do about it. */
function line({ id, params, remedy }, title) {
  const told = { ...params, kpi: title(params.kpi), guard: title(params.guard) };
  const limit = id === 'bunching' ? ` (limit ${plain.format(params.limit / 3600)}\u202fh)` : '';
  const said = `${words.text(`finding.${id}`, told)}${limit}.`;
  return h('li', { class: 'harm' }, h('strong', {}, said), ` ${words.text(`remedy.${remedy}`, told)}`);
}

/** Of a metric that nothing in the file guards: what would. */
function unguarded({ params }) {
  const [own, ...others] = [params.family, ...params.families].map((id) => FAMILIES[id]?.title ?? id);
  const list = new Intl.ListFormat('en', { type: 'disjunction' }).format(others.map((one) => one.toLowerCase()));
  return h(
    'li',
    {},
    capital(`${own} does harm when it is chased alone, and nothing in this file guards it: ${list} would.`),
  );
}
