// The languages that are shipped say all that English says, with the same arguments, in every form that they count in (C5).
import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { pathToFileURL } from 'node:url';
import { english, LANGUAGES, PARTS, translated } from '../../scripts/lib/languages.mjs';
import { at, dist } from '../../scripts/lib/paths.mjs';
import { partsOf } from './support/message-parts.mjs';

const load = (name) => import(pathToFileURL(path.join(dist, name)).href);
const { messagesFor, setMessages } = await load('index.js');

/** What is the same word in both languages, by the code of its message. */
const SAME = JSON.parse(fs.readFileSync(at('tests', 'node', 'support', 'same-words.json'), 'utf8'));

/** Without its arguments, a message that has no letters says nothing in any language. */
const says = (words) => /\p{L}/u.test(words);

/** How a message begins and ends: what is set beside it counts on that. */
const ends = (text) => [/^\s*/.exec(text)[0], /\s*$/.exec(text)[0]];

/** The names of the cases that each choice of a message must have, in an order of their own. */
const selects = ({ choices }) =>
  choices
    .filter(({ kind }) => kind === 'select')
    .map(({ name, cases }) => `${name}: ${[...new Set(cases)].sort().join(' ')}`);

for (const language of LANGUAGES) {
  const forms = new Intl.PluralRules(language).resolvedOptions().pluralCategories;
  for (const part of PARTS) {
    const own = translated(language, part);
    const theirs = english(part);

    test(`${language}${part}: the codes are those of English, in the same order`, () => {
      assert.deepEqual(Object.keys(own), Object.keys(theirs));
      assert.ok(Object.keys(own).length > 100);
    });

    test(`${language}${part}: each message has the arguments of the English one, each written in the same way`, () => {
      for (const [code, text] of Object.entries(own)) {
        const [mine, given] = [partsOf(text), partsOf(theirs[code])];
        assert.deepEqual([...mine.arguments].sort(), [...given.arguments].sort(), code);
        assert.deepEqual([...new Set(selects(mine))].sort(), [...new Set(selects(given))].sort(), code);
        assert.deepEqual(ends(text), ends(theirs[code]), code);
      }
    });

    test(`${language}${part}: whatever is counted has a form for ${forms.join(', ')}`, () => {
      for (const [code, text] of Object.entries(own)) {
        const exact = (cases) => cases.filter((name) => name.startsWith('=')).sort();
        const plurals = partsOf(text).choices.filter(({ kind }) => kind === 'plural');
        for (const { name, cases } of plurals) {
          const missing = forms.filter((form) => !cases.includes(form));
          // Where a number is only asked whether it is none, nothing is counted.
          const counted = cases.some((one) => !one.startsWith('=') && one !== 'other');
          assert.deepEqual(counted ? missing : [], [], `${code}: ${name}`);
          assert.ok(
            cases.every((one) => one.startsWith('=') || forms.includes(one)),
            `${code}: ${name} has a form that the language does not have`,
          );
        }
        const given = partsOf(theirs[code]).choices.filter(({ kind }) => kind === 'plural');
        assert.deepEqual(
          [...new Set(plurals.flatMap(({ cases }) => exact(cases)))].sort(),
          [...new Set(given.flatMap(({ cases }) => exact(cases)))].sort(),
          code,
        );
      }
    });

    test(`${language}${part}: nothing is left in English`, () => {
      const left = Object.keys(own).filter((code) => own[code] === theirs[code] && says(partsOf(own[code]).words));
      assert.deepEqual(
        left.filter((code) => !SAME[language].includes(code)),
        [],
      );
      for (const [code, text] of Object.entries(own)) {
        assert.ok(partsOf(text).words.trim() !== '' || !says(partsOf(theirs[code]).words), `${code} says nothing`);
      }
    });

    test(`${language}${part}: the file that is loaded has them, and each fills in whole`, async () => {
      const { default: words } = await load(`language-${language}${part}.js`);
      assert.deepEqual(words, own);
      setMessages(language, words);
      const catalog = messagesFor(language);
      for (const [code, text] of Object.entries(own)) {
        const names = [...partsOf(text).arguments].map((argument) => argument.split(',')[0]);
        for (const number of [0, 1, 2, 3, 11, 100]) {
          const said = catalog.text(code, Object.fromEntries(names.map((name) => [name, number])));
          assert.doesNotMatch(said, /undefined|\[object|NaN|[{}#]/, `${code}: ${said}`);
        }
      }
    });
  }
}

test('an Arabic message that begins with an argument runs from right to left, whatever that begins with', () => {
  const all = PARTS.flatMap((part) => Object.entries(translated('ar', part)));
  const begins = all.filter(([, text]) => /^\{/.test(text) && /\p{Script=Arabic}/u.test(text));
  assert.deepEqual(begins, [], 'a right-to-left mark (U+200F) stands before it');
  assert.ok(all.some(([, text]) => text.startsWith('\u200f{')));
});

test('what is the same in both languages is listed once, and nothing is listed in vain', () => {
  for (const language of LANGUAGES) {
    const own = Object.assign({}, ...PARTS.map((part) => translated(language, part)));
    const theirs = Object.assign({}, ...PARTS.map(english));
    assert.deepEqual(
      SAME[language].filter((code) => own[code] !== theirs[code]),
      [],
      language,
    );
  }
});
