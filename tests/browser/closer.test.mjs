// The closer look: what no picture waits for comes when a reader asks, says what to do, and how to say that it is meant.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { faults } from './support/axe.mjs';
import { boardPage, painted, text } from './support/board.mjs';
import { useBrowser } from './support/browser.mjs';

const open = useBrowser();
const RULES = { runOnly: ['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa', 'best-practice'] };
const OF_PAGES = ['region', 'landmark-one-main', 'page-has-heading-one'];

test('a closer look at the plan is one press away, and loads what it needs by itself', async (t) => {
  const { page, kept } = await open(t, { files: boardPage('view="overview"'), policy: 'none' });
  await painted(page);
  const before = await page.locator('strategy-board .findings li').count();
  await page.locator('strategy-board .closer button').click();
  const closer = page.locator('strategy-board section.closer');
  await closer.waitFor();
  const said = await closer.innerText();
  assert.match(said, /A closer look finds \d+ more/);
  assert.match(said, /The plan names no mission of the company above Help everyone/);
  assert.match(said, /Name the company’s mission, and where the two pull apart\./);
  assert.doesNotMatch(said, /undefined|NaN|finding\.|remedy\.|closer\./);
  // What the picture has told is not told twice.
  assert.equal(await page.locator('strategy-board .findings:not(.closer) li').count(), before);
  const rule = closer.locator('li', { hasText: 'The plan names no mission' });
  await rule.locator('summary').click();
  assert.deepEqual(JSON.parse(await rule.locator('code').innerText()), {
    finding: 'no-company-mission',
    node: 'mission',
    reason: '…',
  });
  assert.deepEqual(await faults(page, RULES, OF_PAGES), []);
  assert.deepEqual(kept.errors, []);
});

test('what the plan switches off is listed with its reason, not counted', async (t) => {
  const { page } = await open(t, { files: boardPage('view="overview"') });
  await painted(page);
  await page.evaluate(() => {
    const element = document.querySelector('strategy-board');
    const off = [{ finding: 'no-company-mission', reason: 'There is none above us.' }];
    element.plan = { ...element.plan, settings: { ...element.plan.settings, off } };
  });
  await page.locator('strategy-board .closer button').click();
  const closed = page.locator('strategy-board section.closer details.more');
  await closed.locator('summary').click();
  assert.match(await closed.innerText(), /Switched off: There is none above us\./);
  assert.equal(await page.locator('strategy-board section.closer > ul', { hasText: 'names no mission' }).count(), 0);
});

test('a goal is checked by the five of SMART, each with its reason', async (t) => {
  const { page } = await open(t, { files: boardPage() });
  await painted(page);
  await page.locator('strategy-board .card[data-id=quick]').click();
  await page.locator('strategy-board .panel .closer button', { hasText: 'Look closer' }).click();
  await page.locator('strategy-board .panel .smart').waitFor();
  const names = await page.locator('strategy-board .panel .smart dt').allTextContents();
  assert.deepEqual(names, ['Specific', 'Measurable', 'Achievable', 'Relevant', 'Time-bound']);
  const said = await text(page, '.panel .smart');
  assert.match(said, /It makes 100% of the mission\./);
  assert.doesNotMatch(said, /undefined|NaN|smart/);
});
