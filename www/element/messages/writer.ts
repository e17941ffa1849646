/** Numbers, dates, durations, units and lists in one locale, by Intl. */
import type { Writer } from './format.js';

/** A map, since units come from plans: an object would know `constructor` as well. */
const DURATIONS = new Map([
  ['s', 'second'],
  ['min', 'minute'],
  ['h', 'hour'],
  ['d', 'day'],
]);
const DATES: Readonly<Record<string, Intl.DateTimeFormatOptions>> = {
  '': { dateStyle: 'medium' },
  short: { day: 'numeric', month: 'short' },
  month: { month: 'long', year: 'numeric' },
};

export interface Figure {
  readonly number: string;
  readonly unit: string;
}

export class LocaleWriter implements Writer {
  readonly locale: string;
  readonly #numbers = new Map<string, Intl.NumberFormat>();
  readonly #dates = new Map<string, Intl.DateTimeFormat>();
  readonly #plurals: Intl.PluralRules;
  readonly #lists: Intl.ListFormat;

  constructor(locale: string) {
    this.locale = locale;
    this.#plurals = new Intl.PluralRules(locale);
    this.#lists = new Intl.ListFormat(locale);
  }

  /** `percent` takes a share of one; `signed` prints a plus; otherwise as many digits as a reader needs. */
  number(value: number, detail: string): string {
    return written(this.#format(options(value, detail)), value);
  }

  /** A calendar date (`YYYY-MM-DD`), the same day wherever the reader sits. Anything else is given back as it is. */
  date(value: string, detail: string): string {
    const day = /^\d{4}-\d{2}-\d{2}/.exec(value)?.[0];
    const at = Date.parse(`${day}T00:00:00Z`);
    if (Number.isNaN(at)) return value;
    let format = this.#dates.get(detail);
    if (format === undefined) {
      format = new Intl.DateTimeFormat(this.locale, { ...(DATES[detail] ?? DATES['']), timeZone: 'UTC' });
      this.#dates.set(detail, format);
    }
    return format.format(at);
  }

  list(values: readonly string[]): string {
    return this.#lists.format(values);
  }

  plural(value: number): string {
    return this.#plurals.select(value);
  }

  /** A value with its unit, whole; `sign` prints a plus as well. */
  value(value: number, unit: string | undefined, sign = false): string {
    const format = this.#format(inUnit(value, unit, sign));
    if (unit === '%') return written(format, value / 100);
    const number = written(format, value);
    return unit === undefined || DURATIONS.has(unit) ? number : `${number}\u00a0${unit}`;
  }

  /** A value and its unit apart, so that the unit may be set smaller. */
  figure(value: number, unit: string | undefined): Figure {
    const parts = this.#format(inUnit(value, unit, false)).formatToParts(unit === '%' ? value / 100 : value);
    const isUnit = (type: string) => type === 'unit' || type === 'percentSign';
    const text = (wanted: boolean) =>
      parts
        .filter((part) => isUnit(part.type) === wanted)
        .map(typeset)
        .join('')
        .trim();
    const mark = text(true);
    return { number: text(false), unit: mark === '' ? (unit ?? '') : mark };
  }

  /** A share of one as a percentage, whole. */
  share(value: number): string {
    return this.number(value, 'percent');
  }

  #format(wanted: Intl.NumberFormatOptions): Intl.NumberFormat {
    const key = JSON.stringify(wanted);
    let format = this.#numbers.get(key);
    if (format === undefined) {
      format = new Intl.NumberFormat(this.locale, wanted);
      this.#numbers.set(key, format);
    }
    return format;
  }
}

/** A number as Intl writes it, with a real minus where the locale's data have the hyphen of a keyboard. */
function written(format: Intl.NumberFormat, value: number): string {
  return value < 0 ? format.formatToParts(value).map(typeset).join('') : format.format(value);
}

function typeset({ type, value }: Intl.NumberFormatPart): string {
  return type === 'minusSign' ? value.replace('-', '\u2212') : value;
}

/** Large numbers whole, middling ones to a tenth, small ones to a hundredth: rounding is for display alone. */
function digits(value: number): number {
  const size = Math.abs(value);
  return size >= 1000 ? 0 : size >= 10 ? 1 : 2;
}

function options(value: number, detail: string): Intl.NumberFormatOptions {
  if (detail === 'percent') return { style: 'percent', maximumFractionDigits: 0 };
  if (detail === 'percent1') return { style: 'percent', maximumFractionDigits: 1 };
  const plain = { maximumFractionDigits: digits(value) };
  return detail === 'signed' ? { ...plain, signDisplay: 'exceptZero' } : plain;
}

function inUnit(value: number, unit: string | undefined, sign: boolean): Intl.NumberFormatOptions {
  const plain: Intl.NumberFormatOptions = {
    maximumFractionDigits: digits(value),
    ...(sign ? { signDisplay: 'exceptZero' } : {}),
  };
  if (unit === '%') return { style: 'percent', ...plain };
  const duration = DURATIONS.get(unit ?? '');
  return duration === undefined ? plain : { style: 'unit', unit: duration, unitDisplay: 'short', ...plain };
}
