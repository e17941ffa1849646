/** How a KPI went, as a trend is asked for: its values, what they are read against, and what is expected (C2, N14, N18). */
import type { Board } from '../board.js';
import type { KpiView, Model } from '../model.js';
import type {
  Granularity,
  Programme,
  Signals,
  TrendAim,
  TrendNote,
  TrendPhase,
  TrendRequest,
  TrendSignal,
  TrendValue,
} from '../types.js';
import { titleOf } from './parts.js';

/** A point with its day as it is written. */
export type Stop = TrendValue & { at: string };

export interface Course {
  stops: readonly Stop[];
  /** The days of its signals. */
  signals: ReadonlySet<string>;
  /** The programmes drawn, in the order of their numbers. */
  programmes: readonly string[];
  layers: Omit<TrendRequest, 'width'>;
}

/** Days after which a period was left out, where the plan says how often a value is due. */
const GAPS: Readonly<Record<Granularity, number>> = { day: 1.6, week: 11, month: 50, quarter: 140, year: 560 };
/** The most that a request takes. */
const [STOPS, PHASES, NOTES] = [20_000, 50, 9];

export function courseOf(model: Model, board: Board, kpi: KpiView): Course {
  const stops = stopsOf(board, kpi.id);
  const found = board.signals(kpi.id);
  const days = daysOf(stops, found);
  const signals = signalsOf(kpi, found, days);
  const programmes = programmesOf(board, kpi.id, stops.at(-1)?.at);
  const layers = {
    points: stops,
    ...target(kpi, stops[0]?.at),
    limits: limitsOf(found, days).slice(-PHASES),
    signals,
    notes: programmes.map((one) => noteOf(model, one)),
    forecast: board
      .forecast(kpi.id)
      .points.map(({ at, mean, low, high }) => ({ at, mean, intervals: [{ low, high }] })),
    ...stale(kpi, stops),
    ...(kpi.plan.interval !== undefined && { gap: GAPS[kpi.plan.interval] }),
  };
  const marked = new Set(signals.map(({ at }) => String(at)));
  return { stops, signals: marked, programmes: programmes.map(({ id }) => id), layers };
}

function stopsOf(board: Board, kpi: string): Stop[] {
  const { at, value, low, high } = board.series(kpi);
  const number = (of: number | undefined) => of !== undefined && Number.isFinite(of);
  const stops = at.map((day, place): Stop => {
    if (!number(value[place])) return { at: day };
    const ranged = number(low[place]) && number(high[place]);
    return { at: day, value: value[place] as number, ...(ranged && { low: low[place], high: high[place] }) } as Stop;
  });
  return stops.slice(-STOPS);
}

/** The days of the points of a control chart, which are told by their periods: both lists have the same values in order. */
function daysOf(stops: readonly Stop[], { points }: Signals): (string | undefined)[] {
  let next = 0;
  return points.map(({ value }) => {
    const place = value === undefined ? -1 : stops.findIndex((stop, at) => at >= next && stop.value === value);
    if (place < 0) return undefined;
    next = place + 1;
    return stops[place]?.at;
  });
}

/** Stretches with the same limits; within a phase each holds until the next. */
function limitsOf({ points, phases }: Signals, days: readonly (string | undefined)[]): TrendPhase[] {
  const limits: TrendPhase[] = [];
  for (const { from, to } of phases) {
    let open: TrendPhase | undefined;
    for (let at = from; at < to; at += 1) {
      const [day, { low: lower, centre, high: upper } = {}] = [days[at], points[at]];
      if (day === undefined || centre === undefined) continue;
      if (open !== undefined) open.to = day;
      if (open?.centre === centre && open.lower === lower && open.upper === upper) continue;
      open = {
        from: day,
        to: day,
        centre,
        ...(lower !== undefined && { lower }),
        ...(upper !== undefined && { upper }),
      };
      limits.push(open);
    }
  }
  return limits;
}

/** A signal is for the better where it lies on the side of the centre that the KPI is to go to. */
function signalsOf(kpi: KpiView, { signals, points }: Signals, days: readonly (string | undefined)[]): TrendSignal[] {
  const direction = kpi.score?.direction ?? kpi.plan.direction;
  const all = new Map<string, TrendSignal>();
  for (const { at, rule } of signals) {
    const [day, { value = 0, centre } = {}] = [days[at], points[at]];
    if (day === undefined) continue;
    const sided = rule !== 'range' && centre !== undefined && (direction === 'up' || direction === 'down');
    all.set(day, sided ? { at: day, better: value > centre === (direction === 'up') } : { at: day });
  }
  return [...all.values()];
}

/** The course that the plan expects where it says one, else the target throughout. */
function target({ plan }: KpiView, first: string | undefined): { target?: TrendAim[]; targetShape?: 'steps' | 'line' } {
  const { baseline, target: aim, start, due, expected } = plan;
  if (aim === undefined || first === undefined) return {};
  if (expected === undefined || baseline === undefined || start === undefined || due === undefined || start >= due)
    return { target: [{ at: first, value: aim }] };
  const between = expected.course === 'even' ? [] : expected.points.filter(({ date }) => date > start && date < due);
  const way = [{ date: start, progress: 0 }, ...between, { date: due, progress: 1 }];
  return {
    target: way.map(({ date, progress }) => ({ at: date, value: baseline + (aim - baseline) * progress })),
    targetShape: expected.course === 'steps' ? 'steps' : 'line',
  };
}

/** What was done to move it and has begun while it was measured. */
function programmesOf(board: Board, kpi: string, last: string | undefined): Programme[] {
  const begun = ({ start }: Programme) => start !== undefined && last !== undefined && start <= last;
  const { programmes } = board.programmes();
  return programmes.filter((one) => begun(one) && one.kpis.some((each) => each.kpi === kpi)).slice(-NOTES);
}

function noteOf(model: Model, { id, start = '', end, due }: Programme): TrendNote {
  const to = end ?? due;
  return { id, label: titleOf(model, id), from: start, ...(to !== undefined && to >= start && { to }) };
}

function stale({ score, asOf }: KpiView, stops: readonly Stop[]): { stale?: { from: string; to: string } } {
  const from = stops.findLast(({ value }) => value !== undefined)?.at;
  if (score?.freshness !== 'stale' || from === undefined || asOf === undefined || asOf <= from) return {};
  return { stale: { from, to: asOf } };
}
