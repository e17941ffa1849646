// Every code that Rust can emit has words, every message is well formed, and none says a parameter that it is not given.
import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { pathToFileURL } from 'node:url';
import { at, dist, element } from '../../scripts/lib/paths.mjs';

const { messagesFor, setMessages } = await import(pathToFileURL(path.join(dist, 'index.js')).href);
const file = (name) => JSON.parse(fs.readFileSync(path.join(element, 'messages', name), 'utf8'));
const views = file('en-views.json');
const english = { ...file('en.json'), ...file('en-rest.json'), ...views, ...file('../start/en.json') };
await import(pathToFileURL(path.join(dist, 'start.js')).href);

const rust = fs
  .readdirSync(at('src'), { recursive: true })
  .filter((name) => name.endsWith('.rs'))
  .map((name) => [name, fs.readFileSync(at('src', name), 'utf8').replace(/#\[cfg\(test\)\][\s\S]*/, '')]);

/** The codes that a pattern finds, in the files whose path matches, in the part of each that matches. */
function codes(pattern, files = /./, part = /.*/s) {
  const texts = rust.filter(([name]) => files.test(name)).map(([, text]) => part.exec(text)?.[0] ?? '');
  const found = texts.flatMap((text) => [...text.matchAll(pattern)]);
  return new Set(found.flatMap((match) => match.slice(1).filter(Boolean)));
}

const areas = {
  error: codes(/Error::new\(\s*"([a-z0-9-]+)"/g),
  issue: codes(/(?:Issue::new|\.report)\(\s*"([a-z0-9-]+)"/g),
  because: new Set([
    ...codes(/Self::\w+(?: \{[^}]*\})? => "([a-z-]+)"/g, /^score\/status\.rs$/, /impl Because \{.*/s),
    ...codes(/Missing::new\(\s*"([a-z0-9-]+)"/g),
  ]),
  explain: codes(/steps\s*\.add\(\s*"([a-z-]+)"/g, /^board\//),
  cause: codes(
    /"((?:no|several|starts|ends|everything|one|less|more|effort)-[a-z-]+)"/g,
    /^alignment\/(metrics\/\w+|contribution)\.rs$/,
  ),
  remedy: new Set([
    ...codes(/(?:rule|told)\(\s*FindingId::\w+,\s*[\w:]+,\s*"([a-z-]+)"/g, /^alignment\/rules\//),
    ...codes(/\| `[a-z-]+` \| (?:error|warning|note) \| [^|]* \| `([a-z-]+)`(?:, `([a-z-]+)`)? \|/g, /^alignment\//),
  ]),
  finding: codes(/= "([a-z-]+)"/g, /^plan\/settings\.rs$/, /\bFindingId \{.*?\n {4}\}/s),
  'plan-change': codes(
    // Parameters are single words; so are these codes.
    /"((?:[a-z]+-)+[a-z]+|added|removed|retitled|moved)"/g,
    /^board\/said\/changes\//,
  ),
  'smart-why': codes(/(?:holds|fails)\(\s*"[a-z-]+",\s*"([a-z-]+)"/g, /^alignment\/smart\.rs$/),
  row: codes(/\/\/\/ \| `([a-z0-9-]+)`(?:, `([a-z0-9-]+)`)? \|/g, /^data\/report\.rs$/),
};
/** A status is a word of its own; the last step of an explanation is said above it. */
const elsewhere = (area, code) =>
  (area === 'because' && `status-in.${code}` in english) || (area === 'explain' && code === 'status');

for (const [area, found] of Object.entries(areas)) {
  test(`${area}: each of the ${found.size} codes has its English`, () => {
    assert.ok(found.size >= 5, `the pattern finds ${found.size}`);
    const said = (code) => `${area}.${code}` in english || elsewhere(area, code);
    assert.deepEqual(
      [...found].filter((code) => !said(code)),
      [],
    );
  });
}

test('definitions, variants and methods have words', () => {
  const families = codes(/"([a-z-]+)"/g, /^data\/mapping\.rs$/);
  for (const name of [
    'resolution-time',
    'first-reply-time',
    'sla-compliance',
    'csat',
    'nps',
    'favourability',
    'retention',
    'counts',
  ]) {
    assert.ok(families.has(name), `${name} is a family in Rust`);
    assert.ok(`definition.${name}` in english, name);
  }
  for (const method of ['wilson', 'adjusted-wald', 'wald', 't', 'order-statistic', 'typed'])
    assert.ok(`method.${method}` in english, method);
});

test('every message parses, and fills in whole', () => {
  // They come with the views, which teach them.
  setMessages('en', views);
  const words = messagesFor('en');
  const filled = new Proxy(
    {},
    { get: (_target, name) => (name === 'strongest' || name === 'between' ? ['x', 'y'] : 1), has: () => true },
  );
  for (const code of Object.keys(english)) {
    const args = Object.fromEntries([...english[code].matchAll(/\{(\w+)/g)].map(([, name]) => [name, filled[name]]));
    const said = words.text(code, args);
    assert.ok(said.length > 0 || /^[^{]*\{/.test(english[code]), code);
    assert.doesNotMatch(said, /undefined|\[object|NaN|[{}]/, code);
  }
});

test('the language: plurals, choices, quoting, numbers, dates, lists', () => {
  setMessages('en-x-test', {
    plural: '{n, plural, =0 {none} one {# row} other {# rows}}',
    select: '{s, select, a {A} other {B {n, number}}}',
    quoted: "it''s '{n}' o'clock",
    numbers: '{share, number, percent} {n, number}',
    date: '{day, date}',
    list: '{all}',
    nested: '{n, plural, one {{s, select, a {one a} other {one}}} other {# {s}}}',
  });
  const words = messagesFor('en-x-test');
  const say = (code, args) => words.text(code, args);
  assert.deepEqual(
    [0, 1, 1200].map((n) => say('plural', { n })),
    ['none', '1 row', '1,200 rows'],
  );
  assert.deepEqual([say('select', { s: 'a' }), say('select', { s: 'z', n: 1.256 })], ['A', 'B 1.26']);
  assert.equal(say('quoted', { n: 5 }), "it's {n} o'clock");
  assert.equal(say('numbers', { share: 0.346, n: 12.345 }), '35% 12.3');
  assert.equal(say('numbers', { share: -0.346, n: -2 }), '\u221235% \u22122', 'a real minus, as typeset text has');
  assert.match(say('date', { day: '2026-10-31' }), /31/);
  assert.equal(say('list', { all: ['a', 'b', 'c'] }), 'a, b, and c');
  assert.equal(say('nested', { n: 1, s: 'a' }), 'one a');
  assert.equal(say('nested', { n: 3, s: 'b' }), '3 b');
  assert.equal(say('no-such-code'), 'no-such-code');
});

test('every rule has a name, for the review to say what is gone', () => {
  const rules = [...fs.readFileSync(at('docs', 'findings.md'), 'utf8').matchAll(/^\| \[`([a-z-]+)`\]/gm)].map(
    ([, id]) => id,
  );
  assert.equal(rules.length, 68);
  const named = Object.keys(views).flatMap((code) => /^rule\.(.+)$/.exec(code)?.[1] ?? []);
  assert.deepEqual(named.sort(), rules.sort());
});
