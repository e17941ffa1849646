/** One KPI by itself, from counts or values: no board, no plan. */

import * as glue from './core/throughline.js';
import { toJson } from './given.js';
import { call } from './loader.js';
import { messagesFor } from './messages/catalog.js';
import type { Calculated, CalculatedKpi, Calculation } from './types.js';

/**
 * Calculates one KPI by a named definition: its value with n, interval, variant, the definition in words and its source.
 * Numbers that cannot be (a part above its whole, a rating off its scale, a share of nothing) are refused with every
 * issue and its place; there is never a NaN.
 *
 * @param request - Which KPI, by which variant, from which counts or values.
 * @param locale - The language of the words.
 * @throws {ThroughlineError} `calculation-invalid`, with `issues`.
 *
 * @example Counts in
 * ```js
 * const nps = calculate({ family: 'nps', counts: { promoters: 45, passives: 40, detractors: 15 } });
 * nps.value; // 30
 * nps.interval; // { low: 15.3, high: 42.9, level: 0.95, method: 'adjusted-wald' }
 * nps.text.definition; // 'Net promoter score: …'
 * ```
 *
 * @example Values in
 * ```js
 * const time = calculate({ family: 'resolution-time', variant: 'p90', unit: 'min', values: [2, 3, 5, 7, 8, 12] });
 * ```
 */
export function calculate(request: Calculation, locale = 'en'): Calculated {
  const json = toJson(request);
  const found = call(() => glue.calculate(json) as CalculatedKpi);
  const words = messagesFor(locale);
  const text = {
    definition: words.text(`definition.${found.definition}`),
    source: words.text(`citation.${found.source}`),
    notes: found.notes.map(({ code, params }) => words.text(`note.${code}`, params)),
  };
  return { ...found, text };
}
