// What my line says of each stop, and which numbers to ask for: as views, and as letters to copy.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { faults } from './support/axe.mjs';
import { boardPage, painted, plan, text } from './support/board.mjs';
import { shot, useBrowser } from './support/browser.mjs';

const open = useBrowser();
const ready = (page) => page.waitForFunction(() => document.querySelector('strategy-board').board !== undefined);
const all = (page, selector) =>
  page
    .locator(`strategy-board ${selector}`)
    .evaluateAll((found) => found.map((one) => one.textContent.replace(/\s+/g, ' ').trim()));

/** A page as others have it, with a heading of its own. */
function inMain(files) {
  const put = (from, to) => files['/index.html'].replace(from, to);
  files['/index.html'] = put('<strategy-board', '<main><h1>Service</h1><strategy-board');
  files['/index.html'] = put('</strategy-board>', '</strategy-board></main>');
  return files;
}

/** The reply is of last year and the resolution was never told: each is a half of the goal, and the goal is the mission. */
async function chased(t, attributes = '', more = {}) {
  const files = inMain(boardPage(`view="chase" ${attributes}`));
  files['/index.html'] = files['/index.html'].replace('as-of="2026-11-20"', 'as-of="2027-11-20"');
  const here = plan();
  here.strategies[0].owners = [];
  files['/plan.json'] = JSON.stringify(here);
  const opened = await open(t, { files, ...more });
  await ready(opened.page);
  await opened.page.locator('strategy-board .to-ask').waitFor();
  return opened;
}

test('what is missing or stale is listed by what knowing it is worth, with the owner to ask', async (t) => {
  const { page, kept } = await chased(t);
  assert.deepEqual(await all(page, '.to-ask thead th'), ['Number', 'Status', 'Ask', 'Narrows it by']);
  assert.deepEqual(await all(page, '.to-ask tbody tr'), [
    'First replyof Quick helpStale, 385 days oldAna Ruiz50%',
    'Time to resolutionof Sort at the doorNo datanobody is named50%',
  ]);
  assert.match(await text(page, '.chased > p'), /between 0% and 100%: 0% of it is known/);
  await page.locator('strategy-board .to-ask .link', { hasText: 'First reply' }).click();
  await page.locator('strategy-board .panel h3', { hasText: 'First reply' }).waitFor();
  assert.deepEqual(await faults(page), []);
  assert.deepEqual(kept.errors, []);
});

test('where everything is known there is nobody to ask', async (t) => {
  const files = boardPage('view="chase"');
  const here = plan();
  here.strategies[0].kpis = [];
  files['/plan.json'] = JSON.stringify(here);
  const { page } = await open(t, { files });
  await page.locator('strategy-board .chased').waitFor();
  assert.match(await text(page, '.chased'), /nobody to ask/);
});

test('a letter to each owner is copied as plain text, and nothing leaves the page', async (t) => {
  const context = { permissions: ['clipboard-read', 'clipboard-write'] };
  const { page, site, kept } = await chased(t, '', { context });
  assert.deepEqual(await all(page, '.letter summary'), ['The whole list, 2 numbers', 'To Ana Ruiz, 1 number']);
  const before = site.requests.length;
  const letter = page.locator('strategy-board .letter', { hasText: 'To Ana Ruiz' });
  await letter.locator('summary').click();
  await letter.getByRole('button', { name: 'Copy' }).click();
  await letter.getByText('Copied.').waitFor();
  assert.equal(
    await page.evaluate(() => navigator.clipboard.readText()),
    [
      'Hello Ana Ruiz,',
      '',
      'as of Nov 20, 2027 “A small plan” lacks a number that you look after. Without it the score of “Help everyone” can only be told as 0% to 100%. Could you send:',
      '',
      '- First reply (Quick help): last 6 hr on Oct 31, 2026, 385 days old; it narrows the score by 50%.',
      '',
      'Thank you.',
      '',
    ].join('\n'),
  );
  const whole = page.locator('strategy-board .letter', { hasText: 'The whole list' });
  await whole.locator('summary').click();
  const value = await whole.locator('textarea').inputValue();
  assert.match(value, /^A small plan: what is missing or too old, as of Nov 20, 2027\./);
  assert.match(
    value,
    /\n1\. First reply .*Ask: Ana Ruiz\.\n2\. Time to resolution \(Sort at the door\): no value yet; .*Ask: nobody is named\.\n$/,
  );
  assert.equal(site.requests.length, before);
  assert.deepEqual(kept.errors, []);
});

test('where the page may not copy, the text is chosen for the reader', async (t) => {
  const { page } = await chased(t, '', {
    init: () => Object.defineProperty(navigator, 'clipboard', { value: undefined }),
  });
  const letter = page.locator('strategy-board .letter', { hasText: 'The whole list' });
  await letter.locator('summary').click();
  await letter.getByRole('button', { name: 'Copy' }).click();
  await letter.getByText('press Ctrl or ⌘ and C').waitFor();
  const [chosen, length] = await letter
    .locator('textarea')
    .evaluate((one) => [one.selectionEnd - one.selectionStart, one.value.length]);
  assert.equal(chosen, length);
});

/** An action that serves two strategies of one goal: its part of the goal comes by both ways. */
function shared() {
  const here = plan();
  const [action] = here.actions;
  action.kpis = [
    {
      id: 'routed',
      title: 'Cases routed',
      unit: '%',
      baseline: 0,
      target: 100,
      values: [{ at: '2026-11-15', value: 90 }],
    },
  ];
  here.strategies.push({ id: 'teach', title: 'Teach the desk', serves: [{ to: 'quick', weight: 2 }] });
  action.serves = [{ to: 'sort', weight: 3 }, { to: 'teach' }];
  return here;
}

test('my line says of each stop its number, its target and my part of it, over all ways', async (t) => {
  const files = inMain(boardPage('view="line" focus="route"'));
  files['/plan.json'] = JSON.stringify(shared());
  const { page, kept } = await open(t, { files, context: { viewport: { width: 320, height: 900 } } });
  await painted(page);
  await page.locator('strategy-board .aims').first().waitFor();
  assert.deepEqual(await all(page, '.stop .title'), [
    'Route by topic',
    'Teach the desk',
    'Quick help',
    'Help everyone',
  ]);
  // σ is a half for each of two parents. Of "Sort at the door": 3 × ½ beside a KPI of weight 1, 3/5 of it; all of "Teach the
  // desk". Of the goal with a KPI (1), "Sort" (1) and "Teach" (2): 3/5 × 1/4 + 1 × 2/4 = 65 %; and the goal is the mission.
  assert.deepEqual(await all(page, '.stop .share'), [
    'My part in it: 100%',
    'My part in it: 65%',
    'My part in it: 65%',
  ]);
  assert.deepEqual(await all(page, '.aims'), [
    'Cases routed90%, target 100%On trackDue Dec 31, 2026',
    'First reply6 hr, target 2 hrOff trackDue Dec 31, 2026',
  ]);
  const contribution = await page.evaluate(
    () =>
      document
        .querySelector('strategy-board')
        .board.scores()
        .nodes.find(({ id }) => id === 'route').contribution,
  );
  assert.ok(Math.abs(contribution - 0.65) < 1e-12, `${contribution}`);
  assert.ok((await page.evaluate(() => document.documentElement.scrollWidth)) <= 320);
  assert.deepEqual(await faults(page), []);
  assert.deepEqual(kept.errors, []);
});

for (const [width, colorScheme] of [
  [320, 'dark'],
  [800, 'light'],
  [1600, 'dark'],
]) {
  test(`the chase list at ${width}, ${colorScheme}: clean by axe, nothing cut`, async (t) => {
    const { page } = await chased(t, '', { context: { viewport: { width, height: 900 }, colorScheme } });
    assert.deepEqual(await faults(page), []);
    const over = await page
      .locator('strategy-board .scroll')
      .evaluateAll((found) => found.map((one) => one.scrollWidth - one.clientWidth));
    assert.deepEqual(over, [0]);
    await shot(page, `chase-${width}`);
  });
}

test('a benchmark is compared, says when it is old, and is no target', async (t) => {
  const fact = async (benchmark, asOf = '2026-11-20') => {
    const files = boardPage();
    files['/index.html'] = files['/index.html'].replace('2026-11-20', asOf);
    const here = plan();
    here.goals[0].kpis[0].benchmark = benchmark;
    files['/plan.json'] = JSON.stringify(here);
    const { page } = await open(t, { files });
    await ready(page);
    const before = await page.evaluate(() => {
      const element = document.querySelector('strategy-board');
      element.selected = 'reply';
      return element.board.scores().kpis.find(({ id }) => id === 'reply').status;
    });
    assert.equal(before, asOf > '2027' ? 'stale' : 'off-track');
    await page.locator('strategy-board .facts dl').waitFor();
    const facts = await all(page, '.facts dl > div');
    return facts.find((one) => one.startsWith('Benchmark'));
  };
  const survey = { value: 4.5, source: 'Trade survey', date: '2026-03-01', unit: 'h' };
  assert.equal(await fact(survey), 'Benchmark4.5 hr (Trade survey, Mar 1, 2026), as a comparison: 1.5 hr worse here');
  assert.equal(
    await fact({ ...survey, value: 8, date: '2024-11-20' }),
    'Benchmark8 hr (Trade survey, Nov 20, 2024), as a comparison: 2 hr better here. It is 2 years old: look for a newer one',
  );
  assert.equal(
    await fact({ ...survey, date: '2024-11-21' }),
    'Benchmark4.5 hr (Trade survey, Nov 21, 2024), as a comparison: 1.5 hr worse here',
  );
  assert.equal(await fact(survey, '2027-11-20'), 'Benchmark4.5 hr (Trade survey, Mar 1, 2026), as a comparison');
});
