/** The measures that goals and proposed strategies are told by. */
import { messagesFor } from '../throughline.js';
import type { Direction, Kpi, Lead } from '../types.js';
import type { MeasureChoice } from './types.js';

interface Measure {
  readonly unit: string;
  readonly direction: Direction;
  readonly lead: Lead;
  /** Whether it is a family of the KPI catalogue; else it is counted by hand. */
  readonly family: boolean;
}

const of = (unit: string, direction: Direction, lead: Lead, family = true): Measure => ({
  unit,
  direction,
  lead,
  family,
});
const counted = (unit: string, direction: Direction): Measure => of(unit, direction, 'leading', false);

const MEASURES: Readonly<Record<string, Measure>> = {
  csat: of('%', 'up', 'leading'),
  nps: of('points', 'up', 'lagging'),
  // The share of those who say that it was easy, so that up is better, as with the others.
  ces: of('%', 'up', 'leading'),
  fcr: of('%', 'up', 'leading'),
  'first-reply-time': of('h', 'down', 'leading'),
  'resolution-time': of('h', 'down', 'lagging'),
  'sla-compliance': of('%', 'up', 'leading'),
  'service-level': of('%', 'up', 'leading'),
  retention: of('%', 'up', 'lagging'),
  'self-service': of('%', 'up', 'leading'),
  complaints: of('%', 'up', 'leading'),
  recovery: of('points', 'up', 'lagging'),
  'contact-rate': of('%', 'down', 'lagging'),
  containment: of('%', 'up', 'leading'),
  'reopen-rate': of('%', 'down', 'lagging'),
  aht: of('min', 'down', 'leading'),
  abandonment: of('%', 'down', 'leading'),
  backlog: of('cases', 'down', 'leading'),
  enps: of('points', 'up', 'lagging'),
  favourability: of('%', 'up', 'leading'),
  'owned-stages': counted('%', 'up'),
  'shared-history': counted('%', 'up'),
  'fresh-articles': counted('%', 'up'),
  'defined-kpis': counted('%', 'up'),
  coached: counted('%', 'up'),
  certified: counted('%', 'up'),
  experiments: counted('per month', 'up'),
  'lead-time': counted('d', 'down'),
  pilots: counted('per quarter', 'up'),
  'tested-with-customers': counted('%', 'up'),
  'complete-records': counted('%', 'up'),
  'reviewed-conversations': counted('%', 'up'),
  'told-back': counted('%', 'up'),
};

/** What a goal may be measured by, in words of a locale. */
export function measureChoices(locale = 'en'): MeasureChoice[] {
  const words = messagesFor(locale);
  return Object.entries(MEASURES).map(([id, { unit, direction, family }]) => ({
    id,
    title: words.text(`start.measure.${id}`),
    ...(family ? { family: id } : {}),
    unit,
    direction,
  }));
}

export const measureIds = (): string[] => Object.keys(MEASURES);

/** A KPI of a measure: without a baseline and a target, which nobody can know from here. */
export function kpiOf(measure: string, id: string, locale: string): Kpi | undefined {
  const known = Object.hasOwn(MEASURES, measure) ? MEASURES[measure] : undefined;
  if (known === undefined) return undefined;
  const { unit, direction, lead } = known;
  return { id, title: messagesFor(locale).text(`start.measure.${measure}`), unit, direction, interval: 'month', lead };
}
