/** What is taken where a caller leaves it out. */
import { Faults } from './faults.js';

/**
 * The day that was asked for; today where none was.
 *
 * @throws {ThroughlineError} `options-invalid`.
 */
export function dayOf(asOf: string | undefined): string {
  const faults = new Faults();
  faults.day(asOf, '/asOf');
  faults.end('options-invalid');
  return asOf ?? today();
}

/** Today on the reader's own calendar, as YYYY-MM-DD. */
function today(): string {
  const now = new Date();
  const two = (number: number) => String(number).padStart(2, '0');
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}

/** The day before another; the first that can be written has none before it. */
export function dayBefore(day: string): string {
  if (day === '0000-01-01') return day;
  const time = new Date(`${day}T00:00:00Z`);
  time.setUTCDate(time.getUTCDate() - 1);
  return time.toISOString().slice(0, 10);
}
