/** One KPI by itself, from counts, values or rows: no board, no plan. */

import * as glue from './core/throughline.js';
import { reading } from './error.js';
import { toJson } from './given.js';
import { filled, mappingJson } from './intake.js';
import { call } from './loader.js';
import { messagesFor } from './messages/catalog.js';
import { type SyncRows, toBytes } from './rows.js';
import type {
  Calculated,
  CalculatedFromRows,
  CalculatedKpi,
  CalculatedRows,
  Calculation,
  Mapping,
  RowsQuestion,
} from './types.js';

/** Rows, what their columns mean, and which KPI of them is asked for. */
export interface RowsCalculation extends RowsQuestion {
  /** CSV as text or bytes, or one object a row. */
  rows: SyncRows;
  /** As a board takes it; its measures have the families, hours, words and rules. */
  mapping: Mapping;
}

/**
 * Calculates one KPI by a named definition: its value with n, interval, variant, the definition in words and its source.
 * Numbers that cannot be (a part above its whole, a rating off its scale, a share of nothing) are refused with every
 * issue and its place; there is never a NaN.
 *
 * What a model expects of customers (BG/NBD, Gamma–Gamma, sBG) with its parameters and their errors is {@link lifetime}.
 *
 * @param request - Which KPI, by which variant, from which counts, values or rows.
 * @param locale - The language of the words.
 * @throws {ThroughlineError} `calculation-invalid`, with `issues`; of rows also what `Board.ingest` throws.
 *
 * @example Counts in
 * ```js
 * const nps = calculate({ family: 'nps', counts: { promoters: 45, passives: 40, detractors: 15 } });
 * nps.value; // 30
 * nps.interval; // { low: 15.3, high: 42.9, level: 0.95, method: 'adjusted-wald' }
 * nps.text.definition; // 'Net promoter score: …'
 * ```
 *
 * @example Rows in, by the mapping that a board takes: here times in business hours
 * ```js
 * const found = calculate({
 *   rows: [{ Opened: '2026-10-30 17:00', Closed: '2026-11-02 09:30' }],
 *   mapping: {
 *     version: 1,
 *     source: 'tickets',
 *     zone: 'Europe/Rome',
 *     hours: { mon: ['09:00-17:00'], fri: ['09:00-17:00'], holidays: ['2026-11-01'] },
 *     columns: { created: 'Opened', resolved: 'Closed' },
 *     measures: [{ id: 'time', kpi: 'resolution-time', hours: 'business' }],
 *   },
 *   variant: 'median',
 *   unit: 'h',
 * });
 * found.value; // 0.5
 * found.report.refused; // 0: rows that could not be read are counted, with their reasons
 * ```
 *
 * @example Values in
 * ```js
 * const time = calculate({ family: 'resolution-time', variant: 'p90', unit: 'min', values: [2, 3, 5, 7, 8, 12] });
 * ```
 */
export function calculate(request: RowsCalculation, locale?: string): CalculatedFromRows;
export function calculate(request: Calculation, locale?: string): Calculated;
export function calculate(request: Calculation | RowsCalculation, locale = 'en'): Calculated {
  const given = reading('json-syntax', () => (isOfRows(request) ? { ...request } : undefined));
  if (given === undefined) {
    const json = toJson(request);
    return inWords(
      call(() => glue.calculate(json) as CalculatedKpi),
      locale,
    );
  }
  const { rows, mapping, ...question } = given;
  const bytes = toBytes(rows, { code: 'calculation-invalid', at: '/rows' });
  const [json, reader] = [toJson(question), filled(mappingJson(mapping), bytes)];
  const { kpi, report, cohorts } = call(() => glue.calculate(json, reader) as CalculatedRows);
  return { ...inWords(kpi, locale), report, cohorts } as CalculatedFromRows;
}

function isOfRows(request: Calculation | RowsCalculation): request is RowsCalculation {
  return (request as Partial<RowsCalculation> | null)?.rows !== undefined;
}

function inWords(found: CalculatedKpi, locale: string): Calculated {
  const words = messagesFor(locale);
  const text = {
    definition: words.text(`definition.${found.definition}`),
    source: words.text(`citation.${found.source}`),
    notes: found.notes.map(({ code, params }) => words.text(`note.${code}`, params)),
  };
  return { ...found, text };
}
