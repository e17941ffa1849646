// How it looks where readers differ: narrow, right to left, forced colours, host colours; and nothing touched outside.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { boardPage, painted, text } from './support/board.mjs';
import { shot, useBrowser } from './support/browser.mjs';

const open = useBrowser();

/** WCAG's contrast of two colours as `rgb(…)`. */
function contrast(one, other) {
  const luminance = (colour) => {
    const [red, green, blue] = colour.match(/[\d.]+/g).map((part) => {
      const share = Number(part) / 255;
      return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  };
  const [dark, light] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (light + 0.05) / (dark + 0.05);
}

for (const view of ['map', 'scorecard', 'line', 'chase', 'overview', 'programmes', 'needs', 'people', 'review']) {
  test(`the ${view} fits 320 px without scrolling aside`, async (t) => {
    const context = { viewport: { width: 320, height: 800 } };
    const { page } = await open(t, { files: boardPage(`view="${view}" focus="route"`), context });
    await painted(page);
    assert.ok((await page.evaluate(() => document.documentElement.scrollWidth)) <= 320);
    assert.equal(await page.locator('strategy-board canvas').count(), 0, 'the outline stands in for the picture');
    await shot(page, `narrow-${view}`);
  });
}

test('the table fits 320 px inside a page with margins: nothing is cut, nothing scrolls aside', async (t) => {
  const files = boardPage('view="scorecard"', { head: '<link rel="stylesheet" href="/host.css">' });
  files['/host.css'] = 'body { margin: 8px; }';
  const { page } = await open(t, { files, context: { viewport: { width: 320, height: 1200 } } });
  await painted(page);
  const wide = await page
    .locator('strategy-board .scroll')
    .evaluateAll((all) =>
      all.map((one) => [
        one.scrollWidth - one.clientWidth,
        [...one.querySelectorAll('td, th')].some(
          (cell) => cell.scrollWidth > cell.clientWidth || cell.getBoundingClientRect().right > innerWidth - 8,
        ),
      ]),
    );
  assert.ok(wide.length > 0);
  for (const [over, cut] of wide) assert.deepEqual([over, cut], [0, false]);
  assert.equal(await text(page, 'tr[data-id=reply] .col-value'), '6 hrOff track');
  assert.match(await text(page, 'tr[data-id=reply] .col-kpi'), /^First replyTarget 2 hrOct 31/);
  await shot(page, 'narrow-scorecard-margins');
});

test('right to left in English, a number and its unit keep their order', async (t) => {
  const files = boardPage('view="overview" locale="en"');
  files['/index.html'] = files['/index.html'].replace('<html lang="en"', '<html lang="en" dir="rtl"');
  const { page } = await open(t, { files });
  await painted(page);
  const order = await page.locator('strategy-board .outline .figure').evaluateAll((all) =>
    all.map((one) => {
      const [number, unit] = [...one.children].map((part) => part.getBoundingClientRect());
      return unit.left >= number.right;
    }),
  );
  assert.ok(order.length > 1 && order.every(Boolean), `the unit stands right of its number: ${order}`);
  await shot(page, 'rtl-english');
});

test('right to left, the board is mirrored', async (t) => {
  const files = boardPage();
  files['/index.html'] = files['/index.html'].replace('<html lang="en"', '<html lang="ar" dir="rtl"');
  const { page } = await open(t, { files });
  await painted(page);
  const [main, side] = await page
    .locator('strategy-board .main, strategy-board .side')
    .evaluateAll((both) => both.map((one) => one.getBoundingClientRect().left));
  assert.ok(main > side, 'the map stands at the right, where reading starts');
  await shot(page, 'rtl');
});

test('forced colours reach the picture and keep every word', async (t) => {
  const { page } = await open(t, { files: boardPage('view="overview"'), context: { forcedColors: 'active' } });
  await painted(page);
  assert.match(await text(page, 'tr[data-id=reply] .col-status'), /Off track/);
  const canvas = await page.evaluate(() => {
    const probe = document.createElement('i');
    document.body.append(probe);
    probe.style.backgroundColor = 'Canvas';
    const wanted = getComputedStyle(probe).backgroundColor;
    probe.remove();
    const picture = document.querySelector('strategy-board').shadowRoot.querySelector('canvas');
    const pixel = picture.getContext('2d').getImageData(2, 2, 1, 1).data;
    return [wanted, `rgb(${pixel[0]}, ${pixel[1]}, ${pixel[2]})`];
  });
  assert.equal(canvas[1], canvas[0]);
  await shot(page, 'forced-colours');
});

test('a host that overrides one colour keeps readable words on it', async (t) => {
  const files = boardPage('view="overview"', { head: '<link rel="stylesheet" href="/host.css">' });
  // Paper of a dark host, and a light palette that was never meant for it.
  files['/host.css'] = 'strategy-board { --strategy-board-paper: #101820; --strategy-board-raised: #1a2430; }';
  const { page } = await open(t, { files });
  await painted(page);
  const colours = await page.evaluate(() => {
    const root = document.querySelector('strategy-board').shadowRoot;
    const of = (selector, what) => getComputedStyle(root.querySelector(selector))[what];
    return [of('.board', 'backgroundColor'), of('.headline', 'color'), of('.note', 'color'), of('.status', 'color')];
  });
  for (const colour of colours.slice(1)) assert.ok(contrast(colours[0], colour) >= 4.5, `${colour} on ${colours[0]}`);
});

test('a theme that the host changes later is followed without a word', async (t) => {
  const files = boardPage('', { head: '<link rel="stylesheet" href="/host.css">' });
  files['/host.css'] = '.dark strategy-board { --strategy-board-paper: rgb(1, 2, 3); }';
  const { page } = await open(t, { files });
  await painted(page);
  await page.waitForTimeout(300);
  await page.evaluate(() => document.body.classList.add('dark'));
  await page.waitForFunction(() => {
    const picture = document.querySelector('strategy-board').shadowRoot.querySelector('canvas');
    return picture.getContext('2d').getImageData(2, 2, 1, 1).data[0] === 1;
  });
});

test('nothing outside the element is touched', async (t) => {
  const files = boardPage('view="overview"', { scripts: ['/before.js', '/package/element.js'] });
  files['/before.js'] = `
    globalThis.names = Object.getOwnPropertyNames(globalThis);
    globalThis.touched = [];
    new MutationObserver((records) => {
      for (const { target, type } of records) if (!target.closest?.('strategy-board')) globalThis.touched.push(type + ' ' + target.nodeName);
    }).observe(document, { subtree: true, childList: true, attributes: true, characterData: true });`;
  const { page } = await open(t, { files });
  await painted(page);
  await page.locator('strategy-board .card').first().click();
  await page.waitForTimeout(300);
  const outside = await page.evaluate(() => ({
    touched: globalThis.touched,
    names: Object.getOwnPropertyNames(globalThis).filter((name) => !globalThis.names.includes(name)),
    sheets: document.styleSheets.length + document.adoptedStyleSheets.length,
    own: document.querySelector('strategy-board').getAttributeNames(),
  }));
  assert.deepEqual(outside, { touched: [], names: ['names', 'touched'], sheets: 0, own: ['plan', 'as-of', 'view'] });
});

test('numbers and dates are written as the reader writes them', async (t) => {
  const { page } = await open(t, { files: boardPage('view="overview" locale="de"') });
  await painted(page);
  assert.match(await text(page, '.meta'), /20\.11\.2026/);
  assert.equal(await text(page, 'tr[data-id=reply] .col-value'), '6 Std.');
});
