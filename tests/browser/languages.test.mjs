// The board in the languages that are shipped: loaded by the page's language, before anything is shown, and laid out in each (C5).
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { LANGUAGES, translated } from '../../scripts/lib/languages.mjs';
import { demoOut } from '../../scripts/lib/paths.mjs';
import { boardPage, painted, text } from './support/board.mjs';
import { shot, useBrowser } from './support/browser.mjs';
import { overhang } from './support/demo.mjs';

const open = useBrowser();
const ready = (page) => page.waitForFunction(() => document.querySelector('strategy-board').board !== undefined);
const asked = ({ requests }) => requests.map(({ path, url }) => path ?? url).filter((one) => /language-/.test(one));

/** Keeps every text that a board ever shows. */
function keepWords() {
  globalThis.said = [];
  const attach = Element.prototype.attachShadow;
  Element.prototype.attachShadow = function (options) {
    const root = attach.call(this, options);
    const look = () => globalThis.said.push(root.textContent);
    new MutationObserver(look).observe(root, { childList: true, subtree: true, characterData: true });
    return root;
  };
}

/** A page in a language, as its author writes it. */
function pageIn(language, attributes = 'view="overview"') {
  const files = boardPage(attributes);
  const direction = language.startsWith('ar') ? ' dir="rtl"' : '';
  files['/index.html'] = files['/index.html'].replace('<html lang="en"', `<html lang="${language}"${direction}`);
  return files;
}

for (const language of LANGUAGES) {
  test(`${language}: the first words that are shown are those of the page's language`, async (t) => {
    const { page, site, kept } = await open(t, { files: pageIn(`${language}-x-page`), init: keepWords });
    await painted(page);
    await ready(page);
    const words = translated(language, '');
    assert.equal(await text(page, '.alignment h3, .side h3'), words['alignment.title']);
    const said = await page.evaluate(() => globalThis.said.join('\n'));
    for (const english of ['Loading', 'On track', 'Off track', 'Alignment', 'All KPIs', 'As of', 'Mission']) {
      if (!JSON.stringify(words).includes(english)) assert.ok(!said.includes(english), `${english} was shown`);
    }
    assert.deepEqual(kept.errors, []);
    assert.equal(asked(site).length, 1, `${asked(site)}`);
  });
}

test('an English page, and one in another language, ask for no words', async (t) => {
  for (const language of ['en', 'en-GB', 'pt', 'fil', '']) {
    const { page, site } = await open(t, { files: pageIn(language) });
    await painted(page);
    await ready(page);
    assert.deepEqual(asked(site), [], language);
    assert.equal(await text(page, '.side h3'), 'Alignment');
  }
});

test('words that cannot come leave the board English, and are asked for once', async (t) => {
  const routes = { '/package/language-de.js': (_request, response) => response.writeHead(404).end() };
  const { page, site, kept } = await open(t, { files: pageIn('de'), routes });
  await painted(page);
  await ready(page);
  assert.equal(await text(page, '.side h3'), 'Alignment');
  assert.equal(asked(site).length, 1);
  // The browser itself says that a file is not there; nothing of ours does.
  assert.deepEqual(
    kept.errors.filter((error) => !/404/.test(error)),
    [],
  );
  assert.deepEqual(kept.warnings, []);
});

test('what the host says stands above what is shipped', async (t) => {
  const files = pageIn('de');
  files['/own.js'] = `
    import { setMessages } from '/package/index.js';
    setMessages('de', { 'alignment.title': 'Zusammenhang' });
  `;
  const head = '<script type="module" src="/own.js"></script></head>';
  files['/index.html'] = files['/index.html'].replace('</head>', head);
  const { page } = await open(t, { files });
  await painted(page);
  assert.equal(await text(page, '.side h3'), 'Zusammenhang');
  assert.match(await text(page, '.meta'), /^Stand 20\.11\.2026/);
});

test('a board that stands changes its language with the page', async (t) => {
  const { page, kept } = await open(t, { files: pageIn('en') });
  await painted(page);
  await page.evaluate(() => {
    document.documentElement.lang = 'de';
  });
  await page.locator('strategy-board .side h3', { hasText: 'Ausrichtung' }).waitFor();
  await page.evaluate(() => {
    document.documentElement.lang = 'en';
  });
  await page.locator('strategy-board .side h3', { hasText: 'Alignment' }).waitFor();
  assert.deepEqual(kept.errors, []);
});

test('from right to left each line begins at the right, whatever its own letters are', async (t) => {
  const { page } = await open(t, { files: pageIn('ar', 'view="overview" style="inline-size: 400px"') });
  await painted(page);
  const edges = await page.locator('strategy-board .top p, strategy-board .top h2').evaluateAll((all) =>
    all.map((one) => {
      const range = document.createRange();
      range.selectNodeContents(one);
      return Math.round(one.getBoundingClientRect().right - range.getBoundingClientRect().right);
    }),
  );
  assert.ok(edges.length >= 2 && edges.every((gap) => gap <= 1), `${edges}`);
});

/** The demo's board in a language, with something chosen. */
async function demoIn(t, language, width, chosen) {
  const { page, kept } = await open(t, { folder: demoOut, context: { viewport: { width, height: 900 } } });
  await page.evaluate((tag) => {
    document.documentElement.lang = tag;
    document.documentElement.dir = tag === 'ar' ? 'rtl' : 'ltr';
  }, language);
  await ready(page);
  const words = translated(language, '');
  await page.locator('strategy-board .side h3', { hasText: words['alignment.title'] }).waitFor();
  await page.evaluate((id) => {
    document.querySelector('strategy-board').selected = id;
  }, chosen);
  await page.locator('strategy-board .panel .why').waitFor();
  return { page, kept };
}

for (const language of ['de', 'ar']) {
  for (const width of [320, 800, 1600]) {
    test(`${language}, ${width} px: words stay whole, nothing hangs over, and the details are in the language`, async (t) => {
      const { page, kept } = await demoIn(t, language, width, 'promise-kept');
      assert.equal(await overhang(page), 0);
      const heights = await page
        .locator('strategy-board .deeper th[scope=row]')
        .evaluateAll((all) => all.map((one) => Math.round(one.getBoundingClientRect().height)));
      assert.ok(heights.length > 2 && heights.every((height) => height < 60), `${heights}`);
      const said = await page.locator('strategy-board .panel .why').textContent();
      const why = translated(language, '-why');
      assert.ok(said.includes(why['definition.sla-compliance']), said);
      assert.doesNotMatch(said, /The value|Read as|counts?\b/);
      assert.deepEqual(kept.errors, []);
      await shot(page, `language-${language}-${width}`);
    });
  }
}
