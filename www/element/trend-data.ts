/** Columns of points kept beside the wasm instance, so that a picture of a million need not hand them over again. */
import { pictureOn } from './picture-on.js';

/** Times or values: numbers as they are, or a typed array. */
export type TrendColumn = ArrayLike<number | null | undefined>;

/** Points that are kept for pictures: made by `trendData`, given to `drawTrend` as `data`. */
export interface TrendData {
  /** How many points there are, absent ones among them. */
  readonly length: number;
  /** What a number of time counts. */
  readonly time: 'days' | 'milliseconds';
  /**
   * Adds points behind those there are: all of them or, where one cannot be, none.
   *
   * @throws {ThroughlineError} `trend-invalid`, with `issues`.
   */
  append(x: TrendColumn, y: TrendColumn): void;
  /** Gives the memory back; a picture of it is refused from then on. Calling it again is free. */
  free(): void;
}

/** By `Asked` in `src/wasm/edge/picture.rs`. */
const [SERIES, TIMES, VALUES, AWAY] = [5, 6, 7, 8] as const;

/** A number is never given twice, even to another instance. */
let count = 0;

const forgotten = new FinalizationRegistry<number>(put);

function put(number: number): void {
  try {
    pictureOn(undefined, bytes(Float64Array.of(number)), AWAY);
  } catch {
    // The instance is gone, and the points with it.
  }
}

const bytes = (numbers: Float64Array) => new Uint8Array(numbers.buffer, numbers.byteOffset, numbers.byteLength);

/** What is no number is told, not taken for one; nothing at all is a value that is absent. */
function column(given: TrendColumn): Float64Array {
  if (given instanceof Float64Array) return given;
  const list = typeof given?.length === 'number' ? given : [Number.POSITIVE_INFINITY];
  return Float64Array.from(list, (each: unknown) => {
    if (typeof each === 'number') return each;
    return each === null || each === undefined ? Number.NaN : Number.POSITIVE_INFINITY;
  });
}

class Columns implements TrendData {
  readonly #number = ++count;
  readonly time: 'days' | 'milliseconds';
  #length = 0;

  constructor(time: 'days' | 'milliseconds') {
    this.time = time;
    forgotten.register(this, this.#number, this);
  }

  get length(): number {
    return this.#length;
  }

  append(x: TrendColumn, y: TrendColumn): void {
    const [times, values] = [column(x), column(y)];
    const perDay = this.time === 'days' ? 1 : 86_400_000;
    pictureOn(undefined, bytes(Float64Array.of(this.#number, perDay)), SERIES);
    pictureOn(undefined, bytes(times), TIMES);
    pictureOn(undefined, bytes(values), VALUES);
    this.#length += times.length;
  }

  free(): void {
    forgotten.unregister(this);
    this.#length = 0;
    put(this.#number);
  }

  /** The number that a request names it by. */
  static numberOf(data: TrendData): number {
    return data instanceof Columns ? data.#number : 0;
  }
}

export const numberOf = Columns.numberOf;

/**
 * Keeps points for `drawTrend`: up to millions, of which a picture draws in each column of pixels the first, the lowest, the
 * highest and the last. Times are in order and finite; a value that is `NaN` (`null` in a plain list) is absent, which is a
 * gap in the line and never zero. `init()` must have been called.
 *
 * @throws {ThroughlineError} `trend-invalid`, with `issues`: `time-backwards`, `not-a-number`, `out-of-range`, `counts-differ`.
 *
 * @example
 * ```js
 * const waits = trendData(times, seconds, { time: 'milliseconds' });
 * drawTrend(canvas, { width: 800, data: waits, window: { from: Date.now() - 3_600_000, to: Date.now() } });
 * waits.append([Date.now()], [42]);
 * waits.free();
 * ```
 */
export function trendData(
  x: TrendColumn,
  y: TrendColumn,
  { time = 'days' }: { time?: 'days' | 'milliseconds' } = {},
): TrendData {
  const data = new Columns(time);
  try {
    data.append(x, y);
  } catch (refused) {
    data.free();
    throw refused;
  }
  return data;
}
