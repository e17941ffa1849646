/** From the scores of KPIs to bullets: every word is handed in. */
import type { Bullet, BulletsRequest, KpiScore } from '../types.js';

/** What bullets say, and how. */
export interface BulletsWords {
  /** A value in the reader's language, with its unit. */
  value: (value: number, kpi: KpiScore) => string;
  /** What is written where a value is unknown. */
  unknown?: string;
  /** What a KPI is called; the plan's own title where left out. */
  title?: (kpi: KpiScore) => string;
  /** A second line. */
  note?: (kpi: KpiScore) => string;
  /** Both ends of a KPI's scale, where those of its own numbers do not do. */
  scale?: (kpi: KpiScore) => readonly [low: number, high: number] | undefined;
  /** What others reach. */
  benchmark?: (kpi: KpiScore) => number | undefined;
  /** The words of the legend. */
  legend?: Record<string, string>;
}

/**
 * Bullets of KPIs as `board.scores().kpis` has them. A scale goes from the lowest to the highest number that is known of a KPI,
 * with a tenth of room at both ends, and of shares from 0 to 100 %. A KPI of which no number is known is left out.
 *
 * @example
 * ```js
 * const number = new Intl.NumberFormat('en');
 * drawBullets(canvas, { width: 640, ...bulletsOf(board.scores().kpis, { value: (value) => number.format(value) }) });
 * ```
 */
export function bulletsOf(kpis: readonly KpiScore[], words: BulletsWords): Pick<BulletsRequest, 'bullets' | 'words'> {
  return { bullets: kpis.flatMap((kpi) => bullet(kpi, words)), words: { ...words.legend } };
}

function bullet(kpi: KpiScore, words: BulletsWords): Bullet[] {
  const { id, title, value, target, baseline, interval, status } = kpi;
  const benchmark = words.benchmark?.(kpi);
  const known = [value, target, baseline, benchmark, interval?.low, interval?.high].filter((one) => one !== undefined);
  const scale = words.scale?.(kpi) ?? around(known, kpi.unit);
  if (scale === undefined) return [];
  const [low, high] = scale;
  const note = words.note?.(kpi) ?? '';
  const text = value === undefined ? words.unknown : words.value(value, kpi);
  return [
    {
      id,
      label: words.title?.(kpi) ?? title,
      ...(note === '' ? {} : { note }),
      ...(text === undefined ? {} : { text }),
      scale: { low, high, lowText: words.value(low, kpi), highText: words.value(high, kpi) },
      ...(value === undefined ? {} : { value, status }),
      ...(target === undefined ? {} : { target }),
      ...(baseline === undefined ? {} : { baseline }),
      ...(benchmark === undefined ? {} : { benchmark }),
      ...(interval === undefined || value === undefined ? {} : { low: interval.low, high: interval.high }),
    },
  ];
}

function around(known: readonly number[], unit: string | undefined): readonly [number, number] | undefined {
  if (known.length === 0) return undefined;
  const [low, high] = [Math.min(...known), Math.max(...known)];
  if (unit === '%' && low >= 0 && high <= 100) return [0, 100];
  const room = (high - low) / 10 || Math.abs(high) / 10 || 1;
  // What counts from nothing has no room below it.
  return [low >= 0 ? Math.max(0, low - room) : low - room, high + room];
}
