// Closing a loop in the element: a decision answers feedback that waits, and those who gave it are told (P5, P15).
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { faults } from './support/axe.mjs';
import { text } from './support/board.mjs';
import { shot, useBrowser } from './support/browser.mjs';
import { all, journal, servicePage } from './support/service.mjs';

const open = useBrowser();
const RULES = { runOnly: ['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa', 'best-practice'] };
const inside = (page, selector) => page.locator(`strategy-board ${selector}`);

/** A page whose host keeps the journal: what is written is added to it, as a host's server would. */
async function chosen(
  t,
  { attributes = 'journal="/journal.json"', given = JSON.stringify(journal()), view, ...how } = {},
) {
  const files = servicePage(view ?? 'overview', `actor="ana" writable ${attributes}`);
  if (given !== null) files['/journal.json'] = given;
  // What is written now counts on the day it is written.
  files['/index.html'] = files['/index.html'].replace('as-of="2026-11-20" ', '');
  const made = await open(t, { files, policy: 'none', ...how });
  await made.page.waitForFunction(() => document.querySelector('strategy-board')?.board !== undefined);
  await made.page.evaluate(() => {
    const element = document.querySelector('strategy-board');
    globalThis.heard = [];
    element.addEventListener('board-write', ({ detail }) => {
      globalThis.heard.push(detail.entry);
      if (globalThis.refuses) return detail.respondWith(Promise.reject(new Error('no')));
      detail.respondWith(
        fetch('/journal.json')
          .then((answer) => answer.json())
          .then((kept) => {
            element.journal = { ...kept, entries: [...kept.entries, ...globalThis.heard] };
          }),
      );
    });
    element.selected = 'quick';
  });
  await inside(made.page, '.write').waitFor();
  return made;
}

const form = async (page, name) => {
  await inside(page, '.write').getByRole('button', { name, exact: true }).click();
  await inside(page, '.write form').waitFor();
};
const heard = (page) => page.evaluate(() => globalThis.heard);

test('a decision answers what waits for one: by keyboard, with the voices in their own words', async (t) => {
  const { page, kept } = await chosen(t);
  await form(page, 'Decision');
  await inside(page, '.picks').waitFor();
  // Only c3 is without a decision: it is about another part of the plan, and says so.
  assert.deepEqual(await all(page, '.picks li'), [
    'Too many calls on MondaysSomeone who works here, Nov 5, 2026: Wait',
  ]);
  await inside(page, '[name=text]').fill('More of us on Mondays.');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Space');
  assert.equal(await inside(page, '.picks input').isChecked(), true);
  assert.deepEqual(await faults(page, RULES), []);
  await page.keyboard.press('Enter');
  await page.waitForFunction(() => globalThis.heard.length === 1);
  const [{ id: _id, time: _time, ...entry }] = await heard(page);
  assert.deepEqual(entry, {
    kind: 'decision',
    actor: 'ana',
    about: 'quick',
    text: 'More of us on Mondays.',
    answers: ['c3'],
  });
  await page.waitForFunction(() => /Saved\./.test(document.querySelector('strategy-board').shadowRoot.textContent));
  // What is decided waits for no decision any more.
  await form(page, 'Decision');
  await inside(page, '.write .note', { hasText: 'No feedback waits for a decision.' }).first().waitFor();
  assert.equal(await inside(page, '.picks').count(), 0);
  assert.deepEqual(kept.errors, []);
});

test('telling closes the loop: it takes at least one voice, and only what was decided on is offered', async (t) => {
  const { page } = await chosen(t);
  await form(page, 'Told back');
  await inside(page, '.picks').waitFor();
  assert.deepEqual(await all(page, '.picks li'), ['The menu is endlessA customer, Nov 3, 2026: Answers at once']);
  await inside(page, '[name=channel]').fill('mail');
  await inside(page, '.write form button[type=submit]').click();
  await inside(page, '.wrong').waitFor();
  assert.equal(await text(page, '.wrong'), 'Choose at least one.');
  await page.waitForFunction(
    () => document.querySelector('strategy-board').shadowRoot.activeElement?.name === 'answers',
  );
  assert.deepEqual(await faults(page, RULES), []);
  assert.deepEqual(await heard(page), []);
  await inside(page, '.picks input').check();
  await inside(page, '.write form button[type=submit]').click();
  await page.waitForFunction(() => globalThis.heard.length === 1);
  const [{ id: _id, time: _time, ...entry }] = await heard(page);
  assert.deepEqual(entry, { kind: 'told', actor: 'ana', about: 'quick', answers: ['c2'], channel: 'mail' });
});

test('what is refused keeps its ticks, and nothing is called saved', async (t) => {
  const { page } = await chosen(t);
  await page.evaluate(() => {
    globalThis.refuses = true;
  });
  await form(page, 'Told back');
  await inside(page, '.picks input').check();
  await inside(page, '.write form button[type=submit]').click();
  await page.waitForFunction(() =>
    /Not saved: it was refused \(no\)/.test(document.querySelector('strategy-board').shadowRoot.textContent),
  );
  assert.equal(await inside(page, '.picks input').isChecked(), true);
  assert.doesNotMatch(await text(page, '.write'), /\bSaved\./);
});

test('without a journal a decision answers nothing, and telling is not offered', async (t) => {
  const { page } = await chosen(t, { attributes: '' });
  assert.deepEqual(await all(page, '.write .row button'), ['Check in', 'Feedback', 'Decision', 'Set by hand']);
  await form(page, 'Decision');
  assert.equal(await inside(page, '.picks').count(), 0);
});

test('a journal that cannot be had, or that is none, is no reason to lose a decision', async (t) => {
  const { page } = await chosen(t, { given: null });
  await form(page, 'Decision');
  await inside(page, '.write .note', { hasText: 'The journal could not be loaded.' }).first().waitFor();
  const { page: other } = await chosen(t, { given: '{"version":1,"entries":[{"kind":"nonsense"}]}' });
  await form(other, 'Decision');
  await inside(other, '[name=text]').fill('We call back.');
  await inside(other, '.write form button[type=submit]').click();
  await other.waitForFunction(() => globalThis.heard.length === 1);
});

for (const [width, colorScheme] of [
  [320, 'dark'],
  [800, 'light'],
]) {
  test(`the form at ${width}, ${colorScheme}: clean by axe, nothing cut`, async (t) => {
    const { page } = await chosen(t, { context: { viewport: { width, height: 900 }, colorScheme } });
    await form(page, 'Told back');
    await inside(page, '.picks').waitFor();
    assert.deepEqual(await faults(page, RULES), []);
    assert.ok((await page.evaluate(() => document.documentElement.scrollWidth)) <= width);
    await shot(page, `write-told-${width}`);
  });
}
