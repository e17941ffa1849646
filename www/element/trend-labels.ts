/** What stands at the ticks of a trend: Rust chooses which times and values, the reader's Intl writes them. */
import type { TrendTicks } from './types.js';

/** How labels are written. */
export interface TrendWriting {
  /** A BCP 47 tag; the browser's language where absent. */
  locale?: string;
  /** As `Intl.NumberFormat` takes them, such as `{ style: 'percent' }`. */
  numbers?: Intl.NumberFormatOptions;
  /** Writes labels otherwise. */
  write?: {
    /** A value, with the digits behind the point that tell it from the next. */
    value?(value: number, digits: number): string;
    /** A time, as a day since 1970-01-01 by the clock on the wall, and what begins there: a line, and one below it. */
    time?(day: number, unit: string): readonly [string, string?];
  };
}

const DAY = 86_400_000;
const made = new Map<string, Intl.NumberFormat | Intl.DateTimeFormat>();

/** Making a format takes longer than drawing a picture. */
function kept<Format extends Intl.NumberFormat | Intl.DateTimeFormat>(key: string, make: () => Format): Format {
  const found = (made.get(key) as Format | undefined) ?? make();
  if (made.size > 60) made.clear();
  made.set(key, found);
  return found;
}

/** The labels of a trend, in the order of its ticks. */
export function labelsOf(ticks: TrendTicks, writing: TrendWriting): { times: string[][]; values: string[] } {
  return { times: times(ticks, writing), values: values(ticks, writing) };
}

const CLOCK: Intl.DateTimeFormatOptions = { hour: 'numeric', minute: '2-digit' };
const OF_MONTH: Intl.DateTimeFormatOptions = { day: 'numeric', month: 'short' };
const OF_YEAR: Intl.DateTimeFormatOptions = { month: 'short' };
const YEAR: Intl.DateTimeFormatOptions = { year: 'numeric' };

/** What is written at a tick, and what it is a part of: written where that begins. */
const LINES: Record<string, [Intl.DateTimeFormatOptions, Intl.DateTimeFormatOptions?]> = {
  second: [{ ...CLOCK, second: '2-digit' }, OF_MONTH],
  minute: [CLOCK, OF_MONTH],
  hour: [CLOCK, OF_MONTH],
  day: [OF_MONTH, YEAR],
  week: [OF_MONTH, YEAR],
  month: [OF_YEAR, YEAR],
  quarter: [OF_YEAR, YEAR],
  year: [YEAR],
};

function times({ times: days, unit }: TrendTicks, { locale, write }: TrendWriting): string[][] {
  if (write?.time) return days.map((day) => [...(write.time?.(day, unit) ?? [])].map((line) => line ?? ''));
  const [line, whole] = LINES[unit] ?? [OF_MONTH, YEAR];
  const form = (options: Intl.DateTimeFormatOptions, day: number) => {
    const make = () => new Intl.DateTimeFormat(locale, { ...options, timeZone: 'UTC' });
    return kept(`${locale} ${JSON.stringify(options)}`, make).format(Math.round(day * DAY));
  };
  let before = '';
  return days.map((day) => {
    const of = whole === undefined ? '' : form(whole, day);
    const lines = [form(line, day), of === before ? '' : of];
    before = of;
    return lines;
  });
}

function values({ values: all, digits }: TrendTicks, { locale, numbers, write }: TrendWriting): string[] {
  if (write?.value) return all.map((value) => write.value?.(value, digits) ?? '');
  const options = { ...written(all, digits, numbers), ...numbers };
  const make = () => new Intl.NumberFormat(locale, options);
  const format = kept(`${locale} ${JSON.stringify(options)}`, make);
  return all.map((value) => format.format(value));
}

/** As many digits as tell one tick from the next; large numbers short where that is enough. */
function written(all: number[], digits: number, numbers?: Intl.NumberFormatOptions): Intl.NumberFormatOptions {
  const places = Math.min(20, Math.max(0, numbers?.style === 'percent' ? digits - 2 : digits));
  const largest = Math.max(...all.map(Math.abs));
  const told = Math.ceil(Math.log10(largest / ((all[1] ?? 1) - (all[0] ?? 0))) - 1e-9) + 1;
  if (largest >= 1e5 && told <= 4) return { notation: 'compact', maximumSignificantDigits: Math.max(told, 1) };
  return { minimumFractionDigits: places, maximumFractionDigits: places };
}
