/** The months the made-up rows cover, and how their times are written. Everything is UTC. */

/** The first month with rows. */
export const FIRST_MONTH = '2025-10';

/** The moment the export was made: nothing after it is known. It is also the demo page's `as-of` day. */
export const EXPORTED = Date.UTC(2026, 10, 20, 18, 0);

export const MINUTE = 60_000;
export const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;

/** Every month from the first to that of the export: `{label, start, days, index}`; `index` counts from 0. */
export function months() {
  const [year, month] = FIRST_MONTH.split('-').map(Number);
  const list = [];
  for (let index = 0; ; index += 1) {
    const start = Date.UTC(year, month - 1 + index, 1);
    if (start > EXPORTED) return list;
    const next = Date.UTC(year, month + index, 1);
    list.push({ index, start, days: (next - start) / DAY, label: new Date(start).toISOString().slice(0, 7) });
  }
}

/** `2026-10-05 14:23`, or nothing where the moment is not known yet. */
export function minute(moment) {
  return moment === undefined || moment > EXPORTED ? '' : new Date(moment).toISOString().slice(0, 16).replace('T', ' ');
}

/** `2026-10-05`. */
export function day(moment) {
  return new Date(moment).toISOString().slice(0, 10);
}

/** A moment in a month, more often on weekdays and in working hours. */
export function busyMoment(chance, month) {
  for (;;) {
    const moment = month.start + chance.whole(0, month.days * 24 * 60 - 1) * MINUTE;
    const date = new Date(moment);
    const weekend = date.getUTCDay() % 6 === 0;
    const working = date.getUTCHours() >= 7 && date.getUTCHours() < 19;
    if (chance.yes((weekend ? 0.3 : 1) * (working ? 1 : 0.12))) return moment;
  }
}
