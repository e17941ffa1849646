// What a caller may hand in by mistake or by malice, and texts, numbers and days from the ends of what can be.

/** A generator of numbers from 0 to 1 that is the same on every machine (mulberry32). */
export function seeded(seed) {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

class Told {
  constructor() {
    this.title = 'From a class';
  }
}

class Hidden {
  #title = 'Behind a getter';
  get title() {
    return this.#title;
  }
}

const boo = () => {
  throw new Error('boo');
};
const looped = {};
looped.self = looped;
const holed = [{ title: 'One' }];
holed[2] = { title: 'Three' };
const vast = [];
vast.length = 4_000_000_000;

/** Made anew each time, so that nothing leaks from one round into the next. */
export const HOSTILE = [
  () => null,
  () => undefined,
  () => Number.NaN,
  () => Number.POSITIVE_INFINITY,
  () => 10n,
  () => true,
  () => Symbol('s'),
  () => [Symbol('s')],
  () => () => 'called',
  () => new Map([['title', 'In a map']]),
  () => new Set(['In a set']),
  () => new Date(0),
  () => /x/,
  () => new Uint8Array(2),
  () => Object('boxed'),
  () => holed,
  () => vast,
  () => [null],
  () => [[]],
  () => looped,
  () => new Told(),
  () => new Hidden(),
  () => Object.create(null),
  () => ({ toString: 1, valueOf: 2 }),
  () => ({ toString: boo }),
  () => ({ toJSON: () => 'said by toJSON' }),
  () => ({ toJSON: boo }),
  () => Object.defineProperty({}, 'title', { enumerable: true, get: boo }),
  () => new Proxy({}, { get: boo }),
  () => new Proxy({}, { ownKeys: boo, getPrototypeOf: boo }),
  () => new Proxy([], { get: boo }),
  () =>
    Object.defineProperty({}, 'title', {
      enumerable: true,
      get() {
        throw Object.create(null);
      },
    }),
  () => Proxy.revocable({}, {}).proxy,
  () => {
    const { proxy, revoke } = Proxy.revocable({}, {});
    revoke();
    return proxy;
  },
  () => JSON.parse('{"__proto__": {"polluted": true}}'),
];

export const TEXTS = [
  'Plain',
  'plain',
  'Plain 2',
  'plain-2',
  'mission',
  'vision',
  'company',
  'csat',
  ' padded ',
  '',
  ' ',
  '\u0085',
  '\ufeff',
  '\u00a0\u3000',
  '\u200b',
  '\0',
  'a\0b',
  '\u0001\u001f\u007f',
  'line\nbreak\ttab',
  '\ud800',
  'half \udc00 a pair',
  '🙂',
  '👩‍👩‍👧',
  '\u202eright to left\u202c',
  'مرحبا',
  'ａｂｃ',
  'e\u0301',
  'é',
  'ﬁ',
  'İ',
  'ß',
  '__proto__',
  'constructor',
  'toString',
  '~0/~1',
  '"quoted" \\',
  '<b>&amp;',
  '-',
  '--',
  '1e5',
  'null',
  'x'.repeat(5_000),
  'word '.repeat(2_000),
  '-'.repeat(20_000),
];

export const NUMBERS = [
  0,
  -0,
  1,
  5,
  100,
  -100,
  100.000001,
  4.999999999999999,
  5e-324,
  1e-300,
  2.5e-10,
  1e15,
  2 ** 53,
  1e300,
  1.7976931348623157e308,
  -1e-9,
  -1.7976931348623157e308,
  '5',
];

export const DAYS = [
  '0000-01-01',
  '0000-01-02',
  '0000-02-29',
  '0001-01-01',
  '0099-12-31',
  '1900-02-28',
  '1900-02-29',
  '1970-01-01',
  '2000-02-29',
  '2024-02-29',
  '2026-11-20',
  '2026-11-21',
  '2026-02-30',
  '2026-13-01',
  '2026-00-10',
  '2026-11-20T00:00:00Z',
  ' 2026-11-20',
  '２０２６-11-20',
  '9999-12-30',
  '9999-12-31',
  '10000-01-01',
  '-0001-01-01',
];
