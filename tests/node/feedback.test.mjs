// What people write: sentiment and themes, in Node, on the built package.
import assert from 'node:assert/strict';
import path from 'node:path';
import { test } from 'node:test';
import { pathToFileURL } from 'node:url';
import { dist } from '../../scripts/lib/paths.mjs';

const load = (name) => import(pathToFileURL(path.join(dist, name)).href);
const { analyseFeedback } = await load('feedback.js');
const { setMessages } = await load('index.js');

const EN = { language: 'en' };
const codes = ({ limits }) => limits.map(({ code }) => code);
const times = (n, text) => Array.from({ length: n }, () => text);
/** The score of one text: a single one is not told, five alike are their mean. */
const scoreOf = async (text) => (await analyseFeedback(times(5, text), EN)).sentiment.mean;

test('scores are those of the published method', async () => {
  // The examples of VADER's own documentation.
  const published = {
    'VADER is smart, handsome, and funny.': 0.8316,
    'VADER is smart, handsome, and funny!': 0.8439,
    'VADER is very smart, handsome, and funny.': 0.8545,
    'VADER is VERY SMART, handsome, and FUNNY.': 0.9227,
    'VADER is VERY SMART, handsome, and FUNNY!!!': 0.9342,
    'VADER is not smart, handsome, nor funny.': -0.7424,
    'The book was good.': 0.4404,
    'The book was only kind of good.': 0.3832,
    'The plot was good, but the characters are uncompelling and the dialog is not great.': -0.7042,
    'Today SUX!': -0.5461,
    'Not bad at all': 0.431,
  };
  for (const [text, compound] of Object.entries(published)) {
    assert.ok(Math.abs((await scoreOf(text)) - compound) < 5e-5, text);
  }
});

test('words are read as by the latest release of its authors', async () => {
  // By vaderSentiment 3.3.2 in Python.
  const expected = [
    ['Not good.', -0.3412],
    ['NOT happy with the service', -0.4585],
    ['The agent was helpful, BUT the wait was terrible!!!', -0.6281],
    ["I don't like the new portal", -0.2755],
    ['I don’t like the new portal', -0.2755],
    ["It isn't that great...", -0.5096],
    ['The least helpful agent I have met', -0.3252],
    ['At least the agent was friendly', 0.4939],
    ['(great) service :)', 0.7964],
    ['Quick, friendly and competent - thank you so much!', 0.807],
    ['worst. service. ever.', -0.6249],
    ['The answer was kind of useful', 0.3832],
    ['Still waiting for an answer', 0],
    ['hasOwnProperty constructor good', 0.4404],
    // What words alone cannot tell: both are wrong.
    ['I was promised a refund and got nothing', 0.3612],
    ['My problem was solved', -0.1531],
  ];
  for (const [text, compound] of expected) {
    assert.ok(Math.abs((await scoreOf(text)) - compound) < 5e-5, text);
  }
});

const COMMENTS = [
  ...times(6, 'I hate the long waiting time on the phone').map((text, at) => ({
    text: `${text}${'!'.repeat(at % 3)}`,
    on: 'Phone',
  })),
  ...times(6, 'Very friendly agent, thank you').map((text) => ({ text, on: 'Phone' })),
  ...times(7, 'We love the friendly agents here').map((text) => ({ text, on: 'Mail' })),
  ...times(7, 'The waiting times are fine').map((text) => ({ text, on: 'Mail' })),
  { text: 'bad', on: 'Chat' },
  { text: '', on: 'Chat' },
  { text: undefined, on: 'Mail' },
];
const BY = { text: 'text', by: 'on', language: 'en' };

test('shares with intervals, by group, and what was left out', async () => {
  const found = await analyseFeedback(COMMENTS, BY);
  assert.deepEqual([found.method, found.lexicon, found.n, found.empty], ['vader', 'vader-sentiment 1.1.3', 27, 2]);
  const { negative, neutral, positive } = found.sentiment;
  assert.deepEqual([negative.count, neutral.count, positive.count], [7, 0, 20]);
  assert.ok(negative.low < negative.share && negative.share < negative.high);
  // Wilson, checked against the published values of another: 7 of 27.
  assert.deepEqual([negative.low.toFixed(4), negative.high.toFixed(4)], ['0.1317', '0.4468']);
  // The one text on chat would be had by difference, so that the smaller of the others goes with it.
  assert.deepEqual(
    found.groups.map(({ by, value, n, sentiment }) => [by, value, n, sentiment.n]),
    [['on', 'Mail', 14, 14]],
  );
  assert.deepEqual(found.limits[0], {
    code: 'small-groups',
    params: { count: 2, by: 'on', minimum: 5 },
    text: '2 groups of on with fewer than 5 texts, or that would give one away, are left out.',
  });
});

test('themes: phrases before their words, singular and plural as one, by group with lift', async () => {
  const rows = COMMENTS.filter(({ on }) => on !== 'Chat');
  const found = await analyseFeedback(rows, BY);
  const told = found.themes.map(({ words, n }) => `${words} ${n}`);
  assert.deepEqual(told.slice(0, 2).sort(), ['friendly agents 13', 'waiting times 13']);
  const waiting = found.themes.find(({ words }) => words.startsWith('waiting'));
  assert.deepEqual(
    waiting.groups.map(({ value, n, lift, differs }) => [value, n, lift.toFixed(2), differs]),
    [
      ['Mail', 7, '1.00', false],
      ['Phone', 6, '1.00', false],
    ],
  );
  const alone = found.themes.filter(({ words }) => ['waiting', 'time', 'friendly', 'agents'].includes(words));
  assert.deepEqual(alone, [], 'hardly said but in the phrase');
  assert.ok(found.themes.some(({ words, sentiment }) => words.includes('phone') && sentiment < 0));
});

test('nothing private comes out: no text, address, number, name, rare word', async () => {
  const texts = [
    'Then Anna called me on +43 664 1234567',
    'so Anna wrote to anna.smith@example.com twice',
    'I asked Anna about order 4711-A and she knew',
    'see https://example.com/ticket?id=99 said Anna',
    'It was Anna who fixed the zeppelin router',
    'The router is slow, thanks Anna',
    'The router is slow',
    'A slow router',
    'My router is slow @service_team',
    'router slow',
  ];
  const found = await analyseFeedback(texts, EN);
  const all = JSON.stringify({ ...found, limits: [] });
  for (const hidden of ['anna', 'smith', 'example', '4711', '664', 'zeppelin', 'ticket', 'service_team']) {
    assert.ok(!all.toLowerCase().includes(hidden), hidden);
  }
  assert.deepEqual(found.themes.map(({ words }) => words).sort(), ['router', 'slow']);
  assert.ok(codes(found).includes('names-left-out'));
  const without = await analyseFeedback(texts, { ...EN, exclude: ['Routers'] });
  assert.deepEqual(
    without.themes.map(({ words }) => words),
    ['slow'],
  );
});

test('what it cannot do is said: another language, few texts, words that no lexicon knows', async () => {
  const german = times(6, 'Die Wartezeit am Telefon ist leider viel zu lang');
  const other = await analyseFeedback(german, { language: 'de' });
  assert.deepEqual([other.method, other.lexicon, other.sentiment, other.themes], ['none', undefined, undefined, []]);
  assert.deepEqual(codes(other), ['no-lexicon', 'no-stop-words']);
  assert.match(other.limits[0].text, /no lexicon for this language \(de\)/);
  // With stop words there are themes in any language.
  const stopWords = ['die', 'am', 'ist', 'leider', 'viel', 'zu'];
  const own = await analyseFeedback(
    german.map((text) => text.toLowerCase()),
    { language: 'de', stopWords },
  );
  assert.deepEqual(own.themes.map(({ words }) => words).sort(), ['lang', 'wartezeit am telefon']);
  // Said to be English, and is not.
  const wrong = await analyseFeedback(german, EN);
  assert.ok(codes(wrong).includes('other-language'));
  // “Die” is a word of the English lexicon: what is scored in the wrong language is scored wrongly.
  assert.ok(wrong.sentiment.mean < -0.5);
  const unknown = await analyseFeedback(times(6, 'Router rebooted itself'), EN);
  assert.deepEqual([unknown.sentiment.withoutWords, codes(unknown).includes('without-words')], [6, true]);
  const few = await analyseFeedback(times(4, 'good'), EN);
  assert.deepEqual([few.n, few.sentiment, few.groups, few.themes, codes(few)], [4, undefined, [], [], ['too-few']]);
  setMessages('de', { 'feedback.too-few': 'Nur {n} Texte.' });
  const said = await analyseFeedback(times(4, 'good'), { ...EN, locale: 'de-AT' });
  assert.equal(said.limits[0].text, 'Nur 4 Texte.');
});

test('a row that is none, and a cell that is no text, have no text', async () => {
  const rows = [null, undefined, { text: null }, { text: 7 }, {}, ...times(5, 'good').map((text) => ({ text, on: 3 }))];
  const found = await analyseFeedback(rows, { text: 'text', by: 'on', language: 'en' });
  assert.deepEqual([found.n, found.empty, found.groups.map(({ value }) => value)], [5, 5, ['3']]);
});

test('options that cannot be are refused', async () => {
  const refused = (rows, options) => assert.rejects(analyseFeedback(rows, options), { code: 'options-invalid' });
  await refused(['a'], { language: 'english language' });
  await refused(['a'], {});
  await refused(['a'], { ...EN, minimum: 4 });
  await refused([{ text: 'a' }], EN);
  await refused([{ text: 'a' }], { ...EN, text: 'txet' });
  await refused([{ text: 'a' }], { ...EN, text: 'text', by: 'channel' });
  await refused('good', EN);
});

test('it ends when it is told to, before and amid the work', async () => {
  await assert.rejects(analyseFeedback(['a'], { ...EN, signal: AbortSignal.abort() }), { name: 'AbortError' });
  const stop = new AbortController();
  const many = Array.from(
    { length: 20_000 },
    (_, at) => `The waiting time was bad on day ${at} and nobody answered me`,
  );
  const work = analyseFeedback(many, { ...EN, signal: stop.signal });
  setTimeout(() => stop.abort(new Error('no longer wanted')), 20);
  await assert.rejects(work, /no longer wanted/);
});

test('every pass over the texts is sliced', async (t) => {
  const n = 40;
  const rows = Array.from({ length: n }, (_, at) => ({
    text: `the waiting time was too long on day ${at}`,
    on: at % 2,
  }));
  // A clock by which each item takes longer than a slice: the page gets its turn after each.
  let now = 0;
  t.mock.method(performance, 'now', () => {
    now += 10;
    return now;
  });
  const turns = t.mock.method(globalThis, 'setTimeout').mock;
  const found = await analyseFeedback(rows, { text: 'text', by: 'on', language: 'en' });
  assert.ok(found.themes.length > 0);
  // Reading, scoring, groups, words, the language, themes of one, two and three words, and the mood of all.
  assert.ok(turns.callCount() >= 9 * n, `${turns.callCount()} turns`);
});

test('a long text is scored in pieces', async () => {
  const long = `${'The service is good. '.repeat(400)}`;
  const mean = await scoreOf(long);
  assert.ok(mean > 0.4 && mean <= 1, `${mean}`);
  assert.equal(await scoreOf('x'.repeat(20_000)), 0);
});

test('no text is slow to read, however it is made', async () => {
  const awkward = [
    'x'.repeat(300_000),
    '!'.repeat(300_000),
    'a@'.repeat(150_000),
    `${' -'.repeat(150_000)}`,
    "n't".repeat(90_000),
  ];
  const began = performance.now();
  const found = await analyseFeedback([...awkward, '\n'.repeat(9)], EN);
  assert.ok(performance.now() - began < 5000);
  assert.deepEqual([found.n, found.empty, codes(found).includes('long-texts')], [5, 1, true]);
});
