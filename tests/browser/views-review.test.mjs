// The review as a view: when it is due, what changed since, loops of feedback, check-ins, objectives (P5, P8, P15).
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { faults } from './support/axe.mjs';
import { text } from './support/board.mjs';
import { shot, useBrowser } from './support/browser.mjs';
import { all, journal, service, servicePage } from './support/service.mjs';

const open = useBrowser();

/** A page whose journal has an address; with `given` of another content, or none. */
async function opened(
  t,
  { plan, given = JSON.stringify(journal()), attributes = 'journal="/journal.json"', ...how } = {},
) {
  const files = servicePage('review', attributes, plan);
  if (given !== null) files['/journal.json'] = given;
  const made = await open(t, { files, ...how });
  await made.page.locator('strategy-board .review :is(.part, .notice)').first().waitFor();
  return { ...made, files };
}

test('it says when the next review is due and what changed since the last one', async (t) => {
  const { page, kept } = await opened(t);
  // Reviewed in October, monthly: the next is in time until the last day of November.
  assert.match(
    await text(page, '.dates'),
    /^The next reviewThe next review is due by Nov 30, 2026\.The last one was on Oct 10, 2026\.$/,
  );
  const since = await text(page, '.since');
  assert.match(since, /The review of Oct 10, 2026, by ana\.On the way\. <b>Really<\/b>/);
  assert.match(since, /2 decisionsWe call back within a day\.ana, Nov 4, 2026It answers: “Nobody calls back”/);
  assert.match(since, /10 things stand otherwise.*and 4 more.*WaitTarget metnowTarget not met0%/);
  assert.match(since, /One finding is goneStaffed ?no data/);
  assert.deepEqual(kept.errors, []);
});

test('loops: how many are closed by the rule, and what waits, in the words of those who said it', async (t) => {
  const { page } = await opened(t);
  // c1 was heard on the 2nd and told on the 6th; c2 is decided; c3 waits.
  assert.match(
    await text(page, '.loops .sum'),
    /^3 voices were heard; 33% of them were told what came of it, half of these within 4 days\. 1 waits for a decision, 1 to be told\.$/,
  );
  const waiting = await all(page, '.loops .items > li');
  assert.match(
    waiting[0],
    /^The menu is endlessA customer, Nov 3, 2026, by phoneAnswers at onceDecided, and nobody was told\. It has waited 17 days\.Decided: “A shorter menu\.”$/,
  );
  assert.match(
    waiting[1],
    /^Too many calls on MondaysSomeone who works here, Nov 5, 2026WaitNothing is decided\. It has waited 15 days\.$/,
  );
  assert.deepEqual(await all(page, '.loops-table tbody tr'), [
    'Help everyone11 for a decision, 0 to be told0%',
    'Answers at once20 for a decision, 1 to be told50%',
  ]);
});

test('check-ins that are overdue come first; objectives have grades, and confidence stands beside them', async (t) => {
  const { page } = await opened(t);
  assert.equal(await text(page, '.check-ins .sum'), '1 of 2 check-ins are overdue.');
  assert.deepEqual(await all(page, '.check-ins-table tbody tr'), [
    'Offer to call backNov 3, 202640% sureOverdue, 5 days late',
    'Answers at onceNov 4, 202670% surenone is due',
  ]);
  const cycle = await text(page, '.cycle');
  // (3 × 0.5 + 1 × 1) ÷ 4 of docs/okr.md.
  assert.match(
    cycle,
    /^Third quarter 0\.63 amberJul 1, 2026 to Sep 30, 2026: over; these are the grades of its last day\. 100% of it is known\./,
  );
  assert.match(cycle, /Answers at once 0\.63 amber70% sure to reach itReplies/);
  assert.match(cycle, /Replies50%?0\.5 amberClosed120%?1 green/);
});

test('without a journal nothing is said that only one tells; one that the host sets is shown at once', async (t) => {
  const { page } = await opened(t, { attributes: '' });
  assert.match(
    await text(page, '.review .notice'),
    /^No journal was given.*Name its address in the journal attribute, or set the journal property\.$/,
  );
  assert.equal(await page.locator('strategy-board .check-ins').count(), 0);
  assert.equal(await page.locator('strategy-board .cycle').count(), 1);
  await page.evaluate(
    (given) => Object.assign(document.querySelector('strategy-board'), { journal: given }),
    journal(),
  );
  await page.locator('strategy-board .loops-table').waitFor();
  assert.equal(await page.evaluate(() => document.querySelector('strategy-board').journal.entries.length > 4), true);
});

test('a journal that is none says every fault with its place; one that is not there can be asked for again', async (t) => {
  const broken = journal();
  broken.entries[0].time = 'yesterday';
  delete broken.entries[1].about;
  const { page } = await opened(t, { given: JSON.stringify(broken) });
  const said = await text(page, '.review .notice');
  assert.match(said, /\/0?\/?entries\/0\/time|entries\/0\/time/);
  assert.match(said, /entries\/1/);
  const { page: late, files } = await opened(t, { given: null });
  await late.locator('strategy-board .review .notice', { hasText: 'could not be loaded' }).waitFor();
  files['/journal.json'] = JSON.stringify(journal());
  await late.locator('strategy-board .review .notice button', { hasText: 'Try again' }).click();
  await late.locator('strategy-board .loops-table').waitFor();
});

test('a plan and a journal with nothing in them say what to do next, in each part', async (t) => {
  const plan = { version: 1, title: 'Bare', mission: { id: 'mission', title: 'Help everyone' } };
  const { page } = await opened(t, { plan, given: '{"version":1,"entries":[]}' });
  const parts = await all(page, '.review .part');
  assert.equal(parts.length, 5);
  for (const one of parts) assert.match(one, /\.[A-Z][^.]+(\.|:)/, one);
  assert.match(parts[0], /does not say how often it is reviewed\.Write it into the plan/);
});

for (const [width, colorScheme] of [
  [320, 'light'],
  [800, 'dark'],
  [1600, 'light'],
]) {
  test(`at ${width}, ${colorScheme}: clean by axe, nothing cut`, async (t) => {
    const { page } = await opened(t, { context: { viewport: { width, height: 900 }, colorScheme } });
    assert.deepEqual(await faults(page), []);
    assert.ok((await page.evaluate(() => document.documentElement.scrollWidth)) <= width);
    const over = await page
      .locator('strategy-board .viewed .scroll')
      .evaluateAll((found) => found.map((one) => one.scrollWidth - one.clientWidth));
    assert.deepEqual(over, [0, 0]);
    await shot(page, `review-${width}`);
  });
}

test('by keyboard: every name is a stop, and leads to its details', async (t) => {
  const { page } = await opened(t, { plan: service() });
  const first = page.locator('strategy-board .check-ins-table .link').first();
  await first.focus();
  await page.keyboard.press('Enter');
  await page.locator('strategy-board .panel h3', { hasText: 'Offer to call back' }).waitFor();
});
