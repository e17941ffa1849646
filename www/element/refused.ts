/** The rows that were refused, as a table that a person can mend and hand in again. */
import { messagesFor } from './messages/catalog.js';
import type { IngestReport } from './types.js';

const COLUMNS = ['row', 'line', 'column', 'code', 'reason', 'raw'];

/**
 * CSV of the refused rows that a report lists (the first thousand faults): where each stands, why it was refused, in
 * code and in words of the locale, and the row as it stands in the file.
 *
 * A spreadsheet takes a cell that begins with `=`, `+`, `-`, `@`, a tab or a line break for something to compute: such
 * a cell gets an apostrophe in front.
 */
export function refusedCsv(report: Pick<IngestReport, 'issues'>, locale = 'en'): string {
  const words = messagesFor(locale);
  const line = ({ row, line, column = '', code, params, raw }: IngestReport['issues'][number]) =>
    [row, line, quoted(column), quoted(code), quoted(words.text(`row.${code}`, params)), quoted(raw)].join(',');
  return [COLUMNS.join(','), ...report.issues.map(line), ''].join('\r\n');
}

function quoted(text: string): string {
  const harmless = /^[=+\-@\t\r\n]/.test(text) ? `'${text}` : text;
  return `"${harmless.replaceAll('"', '""')}"`;
}
