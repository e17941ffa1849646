// Programmes as a view: what was done and what came afterwards, with the numbers beside the words, and never "proved" (P6).
import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { dist } from '../../scripts/lib/paths.mjs';
import { faults } from './support/axe.mjs';
import { text } from './support/board.mjs';
import { shot, useBrowser } from './support/browser.mjs';
import { all, service, servicePage } from './support/service.mjs';

const open = useBrowser();

async function opened(t, { plan, ...how } = {}) {
  const made = await open(t, { files: servicePage('programmes', '', plan), ...how });
  await made.page.locator('strategy-board .programmes h3').waitFor();
  return made;
}

test('it says what moved afterwards, what it moved from, and that this proves nothing', async (t) => {
  const { page, kept } = await opened(t);
  await page.locator('strategy-board .told').waitFor();
  assert.match(await text(page, '.sum'), /^1 of 3 programmes are done\. Of 3 numbers/);
  assert.match(
    await text(page, '.sum'),
    /1 moved as hoped afterwards and none the other way; for 2 it is too early to ask\.$/,
  );
  assert.deepEqual(await all(page, '.kinds tbody tr'), [
    'Training1 of 1 done121 of 1 as hoped',
    'Process0 of 1 done40 of 2 as hoped',
    'Other0 of 1 done11 says no effort and counts as 10 of 0 as hoped',
  ]);
  const course = await text(page, '.told [data-id=course]');
  assert.match(course, /A course in listening.*done · Jan 1, 2026 to Feb 28, 2026 · effort.12/);
  assert.match(course, /It moved as hoped afterwards\. Whether it did so for this, no number says\./);
  // The limits of docs/programmes.md.
  assert.match(course, /Before: 12 values, 70\.7% in the middle; from 66\.3% to 75% is what chance does to it\./);
  assert.match(course, /Afterwards, from March 2026 on: 3 values, 77% in the mean\./);
  assert.match(
    course,
    /These stand out: March 2026, April 2026, and May 2026 \(better; beyond the limits\); May 2026 \(better; near a limit again\)\./,
  );
  const early = await text(page, '.early [data-id=callback]');
  assert.match(
    early,
    /under way, 50% done.*Should move: Wait, Solved at once.*Too early to ask whether it moved\. It is under way\./,
  );
  assert.match(await text(page, '.early [data-id=poster]'), /It names no KPI that it should move/);
  assert.doesNotMatch(await text(page, '.programmes'), /proved|caused/);
  assert.deepEqual(kept.errors, []);
});

test('nothing of it is loaded before it is asked for, and a title leads to the details', async (t) => {
  const { page, site } = await opened(t);
  const asked = () => site.requests.filter(({ path: place }) => place?.endsWith('/views.js')).length;
  assert.equal(asked(), 1);
  await page.locator('strategy-board .told .link', { hasText: 'A course in listening' }).focus();
  await page.keyboard.press('Enter');
  await page.locator('strategy-board .panel h3', { hasText: 'A course in listening' }).waitFor();
  const { page: other, site: here } = await open(t, { files: servicePage('overview') });
  await other.locator('strategy-board .closer').first().waitFor();
  assert.equal(here.requests.filter(({ path: place }) => place?.endsWith('/views.js')).length, 0);
});

test('a plan without actions says what to do', async (t) => {
  const plan = { ...service(), actions: [], journey: [], needs: [] };
  const { page } = await opened(t, { plan });
  await page.locator('strategy-board .programmes .notice').waitFor();
  assert.match(await text(page, '.programmes .notice'), /no actions yet\.Write actions into the plan/);
});

test('where it cannot be loaded it says so, and the reader may try again', async (t) => {
  let broken = true;
  const script = fs.readFileSync(path.join(dist, 'views.js'));
  const routes = {
    '/package/views.js': (_request, response) => {
      response.writeHead(broken ? 503 : 200, { 'Content-Type': 'text/javascript' });
      response.end(broken ? '' : script);
    },
  };
  const { page } = await open(t, { files: servicePage('programmes'), routes });
  await page.locator('strategy-board .main .note', { hasText: 'could not be loaded' }).waitFor();
  broken = false;
  await page.locator('strategy-board .main .link', { hasText: 'Try again' }).click();
  await page.locator('strategy-board .told').waitFor();
});

for (const [width, colorScheme] of [
  [320, 'light'],
  [800, 'dark'],
  [1600, 'light'],
]) {
  test(`at ${width}, ${colorScheme}: clean by axe, nothing cut`, async (t) => {
    const { page } = await opened(t, { context: { viewport: { width, height: 900 }, colorScheme } });
    await page.locator('strategy-board .told').waitFor();
    assert.deepEqual(await faults(page), []);
    assert.ok((await page.evaluate(() => document.documentElement.scrollWidth)) <= width);
    const over = await page
      .locator('strategy-board .viewed .scroll')
      .evaluateAll((found) => found.map((one) => one.scrollWidth - one.clientWidth));
    assert.deepEqual(over, [0]);
    await shot(page, `programmes-${width}`);
  });
}

test('forced colours keep every word, and the picture', async (t) => {
  const { page } = await opened(t, { context: { forcedColors: 'active' } });
  await page.locator('strategy-board .spread').waitFor();
  const tick = await page
    .locator('strategy-board .spread .tick')
    .evaluate((one) => [
      getComputedStyle(one).backgroundColor,
      getComputedStyle(one.getRootNode().querySelector('.board')).backgroundColor,
    ]);
  assert.notEqual(tick[0], tick[1]);
});
