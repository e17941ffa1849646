/** "Change a number": a value or a progress report is recorded, and what moved is told. */
import { byId, h } from '../shared/dom.js';
import { AS_OF, board, kpisOf, MONTH_END, whenReady } from './board.js';
import { changeList, tell } from './told.js';

const FIRST = 'repeat';

/** What can be changed: KPIs that are typed (the others come from rows), and the progress of actions. */
function subjects(plan) {
  const kpis = kpisOf(plan).filter((kpi) => kpi.measure === undefined);
  const actions = (plan.actions ?? []).filter((action) => action.kind !== undefined);
  return { kpis, actions };
}

/** The road of the slider: a little beyond baseline and target, in steps a hand can find. */
function road({ baseline, target }) {
  const room = Math.abs(target - baseline) * 0.4;
  const low = Math.max(0, Math.min(baseline, target) - room);
  const high = Math.max(baseline, target) + room;
  const step = high - low > 20 ? 0.5 : 0.1;
  return { low: Math.floor(low), high: Math.ceil(high), step };
}

function known(id) {
  return board()
    ?.scores()
    .kpis.find((kpi) => kpi.id === id);
}

function describeKpi(kpi) {
  const { low, high, step } = road(kpi);
  const stands = () => {
    const now = known(kpi.id);
    return now?.value === undefined ? 'No value yet' : `Now ${round(now.value)} (${now.at})`;
  };
  return {
    low,
    high,
    step,
    unit: kpi.unit ?? '',
    value: known(kpi.id)?.value ?? kpi.baseline,
    label: 'Value on 31 October 2026',
    hint: () => `${stands()}; from ${kpi.baseline} to a target of ${kpi.target}.`,
    record: (value) => ({ kpi: kpi.id, at: MONTH_END, value }),
  };
}

function describeAction(action) {
  const reported =
    action.progress === undefined ? 'Nobody has reported on it' : `Reported ${Math.round(action.progress * 100)} %`;
  return {
    low: 0,
    high: 100,
    step: 5,
    unit: '%',
    value: (action.progress ?? 0) * 100,
    label: 'Progress on 20 November 2026',
    hint: () => `${reported}; it runs from ${action.start} to ${action.due}.`,
    record: (value) => ({ action: action.id, at: AS_OF, progress: value / 100 }),
  };
}

const round = (value) => Math.round(value * 10) / 10;

export function startValues() {
  const [form, list, range, number] = ['value-form', 'value-subject', 'value-range', 'value-number'].map(byId);
  const outcome = byId('value-outcome');
  let current;

  function show() {
    const plan = board().plan();
    const { kpis, actions } = subjects(plan);
    const kpi = kpis.find((one) => one.id === list.value);
    current = kpi ? describeKpi(kpi) : describeAction(actions.find((one) => one.id === list.value));
    range.min = current.low;
    range.max = current.high;
    range.step = current.step;
    range.value = current.value;
    number.value = round(current.value);
    byId('value-unit').textContent = current.unit;
    byId('value-label').textContent = current.label;
    byId('value-hint').textContent = current.hint();
  }

  function record(value) {
    try {
      const change = board().record(current.record(value));
      outcome.replaceChildren(changeList(board().plan(), change));
      tell(board().plan(), change);
      byId('value-hint').textContent = current.hint();
    } catch (error) {
      outcome.replaceChildren(h('p', {}, error.message));
    }
  }

  /** While the hand is on the slider, one record a frame at most. */
  let waiting = false;
  range.addEventListener('input', () => {
    number.value = round(range.valueAsNumber);
    if (waiting) return;
    waiting = true;
    requestAnimationFrame(() => {
      waiting = false;
      record(range.valueAsNumber);
    });
  });
  number.addEventListener('input', () => {
    if (!Number.isNaN(number.valueAsNumber)) range.value = number.value;
  });
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    record(number.valueAsNumber);
  });
  list.addEventListener('change', () => {
    outcome.replaceChildren();
    show();
  });

  whenReady(() => {
    const { kpis, actions } = subjects(board().plan());
    const options = (subjectsOf) => subjectsOf.map((one) => h('option', { value: one.id }, one.title));
    const before = list.value || FIRST;
    list.replaceChildren(
      h('optgroup', { label: 'KPIs that are typed in' }, options(kpis)),
      h('optgroup', { label: 'Progress of actions' }, options(actions)),
    );
    list.value = before;
    outcome.replaceChildren();
    show();
  });
}
