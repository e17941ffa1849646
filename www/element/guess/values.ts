/** What the values of a column are: times and how they are written, numbers, points of a scale, few words. */

/** Beside nothing at all, what exports write where there is nothing. */
const ABSENT = new Set(['NA', 'N/A', 'n/a', '-', '--', 'NULL', 'null', 'None', 'none', 'nan', 'NaN', '?']);

export interface Values {
  readonly all: readonly string[];
  /** Those that say something, blanks around them taken off. */
  readonly known: readonly string[];
  /** What stood for nothing. */
  readonly absent: readonly string[];
  readonly distinct: ReadonlySet<string>;
}

export function valuesOf(column: readonly string[]): Values {
  const all = column.map((value) => value.trim());
  const known = all.filter((value) => value !== '' && !ABSENT.has(value));
  const absent = [...new Set(all.filter((value) => ABSENT.has(value)))];
  return { all, known, absent, distinct: new Set(known) };
}

export function share(values: Values, fits: (value: string) => boolean): number {
  if (values.known.length === 0) return 0;
  return values.known.filter(fits).length / values.known.length;
}

const DAY = /^(?:\d{4}[-/.]\d{1,2}[-/.]\d{1,2}|\d{1,2}[-/. ](?:\d{1,2}|[A-Za-z]{3,9})[-/. ]\d{2,4})(?:[T ,]|$)/;

export function isTime(value: string): boolean {
  return DAY.test(value);
}

export function isNumber(value: string): boolean {
  return /^[-+]?\d+(?:[.,]\d+)?$/.test(value);
}

export function isCount(value: string): boolean {
  return /^\d+(?:[.,]\d+)?$/.test(value);
}

/** A length of time: seconds, `m:ss` or `h:mm:ss`. */
export function isLength(value: string): boolean {
  return /^\d+(?:[.,]\d+)?$|^\d+:\d{2}(?::\d{2})?$/.test(value);
}

/** An amount of money, as a plain number of any sign. */
export function isMoney(value: string): boolean {
  return /^-?\d+(?:[.,]\d+)?$/.test(value);
}

/** Whole numbers from one number to another. */
export function within(low: number, high: number): (value: string) => boolean {
  return (value) => /^\d+$/.test(value) && Number(value) >= low && Number(value) <= high;
}

export interface DateFormats {
  /** `iso`, or strptime patterns; the likeliest first. */
  readonly formats: readonly string[];
  /** Whether day and month could be the other way round. */
  readonly open: boolean;
  /** Whether every time names its own offset from UTC. */
  readonly zoned: boolean;
}

/** How times are written; a `locale` of a country that puts the month first settles what the values leave open. */
export function dateFormats(values: readonly string[], locale = 'en'): DateFormats {
  const times = values.filter(isTime);
  const zoned = times.length > 0 && times.every((value) => /(?:Z|[+-]\d{2}:?\d{2})$/i.test(value));
  const odd = times.find((value) => !/^\d{4}-\d{2}-\d{2}/.test(value));
  if (odd === undefined) return { formats: ['iso'], open: false, zoned };
  const rest = clockOf(odd);
  const mark = /[-/. ]/.exec(odd)?.[0] ?? '/';
  if (/^\d{4}/.test(odd)) return { formats: [`%Y${mark}%m${mark}%d${rest}`, 'iso'], open: false, zoned };
  const month = /[A-Za-z]{3,9}/.exec(odd.slice(0, 12));
  const year = /^\S*?(\d{4})(?:\D|$)/.test(odd) || /[ ,-]\d{4}(?:\D|$)/.test(odd) ? '%Y' : '%y';
  if (month !== null) return { formats: [`%d${mark}%b${mark}${year}${rest}`, 'iso'], open: false, zoned };
  const dayFirst = `%d${mark}%m${mark}${year}${rest}`;
  const monthFirst = `%m${mark}%d${mark}${year}${rest}`;
  const parts = times.map((value) => value.split(/[-/. ]/).map(Number));
  const [beyondFirst, beyondSecond] = [0, 1].map((at) => parts.some((part) => (part[at] ?? 0) > 12));
  const american = mark === '/' && (/[ap]m$/i.test(odd) || /-US$/i.test(locale));
  const first = beyondSecond || (!beyondFirst && american) ? monthFirst : dayFirst;
  const other = first === monthFirst ? dayFirst : monthFirst;
  return { formats: [first, other, 'iso'], open: !beyondFirst && !beyondSecond, zoned };
}

function clockOf(value: string): string {
  const clock = /([T ,]+)(\d{1,2}):\d{2}(:\d{2})?(\.\d+)?( ?[AaPp][Mm])?( ?(?:Z|[+-]\d{2}:?\d{2}))?$/.exec(value);
  if (clock === null) return '';
  const [, gap = ' ', , seconds, parts, half, offset] = clock;
  const hour = half === undefined ? '%H' : '%I';
  const between = gap.includes('T') ? 'T' : gap.includes(',') ? ', ' : ' ';
  const fraction = parts === undefined ? '' : '.%f';
  return `${between}${hour}:%M${seconds === undefined ? '' : ':%S'}${fraction}${half === undefined ? '' : ' %p'}${offset === undefined ? '' : ' %z'}`;
}

/** Whether a value, in a column of this name, says that somebody was lost. */
export function saysLost(column: string, value: string): boolean {
  const leaving = /churn|attrition|cancel|left|lost/i.test(column);
  const yes = /^(yes|y|true|1|churned|cancelled|canceled|lost|left)\.?$/i.test(value);
  const no = /^(no|n|false|0|kept|renewed|active)\.?$/i.test(value);
  return leaving ? yes : no;
}

/** Yes and no, however they are said. */
export function isVerdict(value: string): boolean {
  return saysLost('churn', value) || saysLost('kept', value);
}
