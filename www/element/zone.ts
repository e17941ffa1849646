/** A named time zone as the transitions that the core reads: it holds no zone database, the host's Intl does. */
import { ThroughlineError } from './error.js';
import type { Mapping } from './types.js';

export interface ZoneTable {
  offset: number;
  transitions: [number, number][];
}

const FIRST_YEAR = 1990;
const LAST_YEAR = 2050;
const MONTH = 30 * 86_400;

/** A mapping whose zone is a name (`Europe/Rome`) gets the zone's transitions in its place. */
export function withZone(mapping: Mapping): Mapping {
  const zone = (mapping as Mapping | null | undefined)?.zone;
  return typeof zone === 'string' && zone !== 'UTC' ? { ...mapping, zone: zoneTable(zone) } : mapping;
}

const known = new Map<string, ZoneTable>();

export function zoneTable(name: string): ZoneTable {
  let table = known.get(name);
  if (table === undefined) {
    table = compute(offsetOf(name));
    known.set(name, table);
  }
  return table;
}

function compute(offset: (second: number) => number): ZoneTable {
  const start = Date.UTC(FIRST_YEAR, 0) / 1000;
  const end = Date.UTC(LAST_YEAR, 0) / 1000;
  const first = offset(start);
  const transitions: [number, number][] = [];
  let before = first;
  for (let at = start; at < end; at += MONTH) {
    const after = offset(at + MONTH);
    if (after !== before) transitions.push([bisect(offset, at, at + MONTH, before), after]);
    before = after;
  }
  return { offset: first, transitions };
}

/** The first second that no longer has the offset `before`. */
function bisect(offset: (second: number) => number, from: number, to: number, before: number): number {
  let low = from;
  let high = to;
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    if (offset(middle) === before) low = middle;
    else high = middle;
  }
  return high;
}

/** The zone's offset from UTC in seconds at an instant, read off the wall clock that Intl prints. */
function offsetOf(name: string): (second: number) => number {
  let format: Intl.DateTimeFormat;
  try {
    format = new Intl.DateTimeFormat('en-US', {
      timeZone: name,
      hourCycle: 'h23',
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
      hour: '2-digit',
      minute: '2-digit',
      second: '2-digit',
    });
  } catch {
    throw new ThroughlineError('mapping-invalid', {}, [
      { code: 'unknown-zone', path: '/zone', params: { value: name } },
    ]);
  }
  return (second) => {
    const part: Record<string, number> = {};
    for (const { type, value } of format.formatToParts(second * 1000)) part[type] = Number(value);
    const { year = 0, month = 1, day = 1, hour = 0, minute = 0, second: seconds = 0 } = part;
    return Date.UTC(year, month - 1, day, hour, minute, seconds) / 1000 - second;
  };
}
