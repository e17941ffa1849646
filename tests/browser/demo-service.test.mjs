// The demo's page of the service: six views of one plan, and a loop that its reader closes (P5, P6, P11, P12, P13, P15).
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { faults } from './support/axe.mjs';
import { shot } from './support/browser.mjs';
import { overhang, useDemo } from './support/demo.mjs';

const open = useDemo('/service.html');
const VIEWS = ['review', 'needs', 'programmes', 'people', 'segments', 'alignment'];

async function opened(t, view, how) {
  const made = await open(t, how);
  const { page } = made;
  await page.locator('strategy-board .viewed .part').first().waitFor();
  if (view !== 'review') {
    await page.locator('#view label', { has: page.locator(`input[value=${view}]`) }).click();
  }
  await page.locator(`strategy-board .viewed.${view} :is(.part, .charted)`).first().waitFor();
  return made;
}

const text = (page, selector) =>
  page.evaluate(
    (inside) =>
      document.querySelector('strategy-board').shadowRoot.querySelector(inside).textContent.replace(/\s+/g, ' '),
    selector,
  );

for (const view of VIEWS) {
  for (const [width, colorScheme] of [
    [320, 'light'],
    [800, 'dark'],
    [1600, 'light'],
  ]) {
    test(`${view} at ${width}, ${colorScheme}: nothing refused, clean by axe, nothing cut`, async (t) => {
      const { page, kept } = await opened(t, view, { width, colorScheme });
      assert.deepEqual(await faults(page), []);
      assert.equal(await overhang(page), 0);
      assert.deepEqual(kept.errors, []);
      assert.deepEqual(await kept.violations(), []);
      await shot(page, `service-${view}-${width}`);
    });
  }
}

test('each view has something to show', async (t) => {
  const { page } = await opened(t, 'review');
  assert.match(await text(page, '.dates'), /The next review is due by Nov 30, 2026\..*was eased from 35 to 30/);
  assert.match(await text(page, '.since-changes'), /Customers who answered, 12 months: target eased from 35% to 30%/);
  assert.match(await text(page, '.check-ins'), /1 of 4 check-ins are overdue\./);
  assert.match(await text(page, '.cycles'), /Second half of 2026.*Third quarter of 2026/);
  const { page: programmes } = await opened(t, 'programmes');
  assert.match(await text(programmes, '.told'), /It moved as hoped afterwards\./);
  const { page: needs } = await opened(t, 'needs');
  assert.match(await text(needs, '.journey'), /Moment of truth.*No action does anything about it\./);
  const { page: people } = await opened(t, 'people');
  assert.match(await text(people, '.standards'), /The standard is missed\./);
  assert.match(await text(people, '.refreshers'), /Course: mending what went wrong/);
  await people.locator('strategy-board .choices select').first().selectOption('settled');
  await people.locator('strategy-board .named-table').waitFor();
  // Yew has two or three cases a month: it is neither named nor told.
  assert.doesNotMatch(await text(people, '.recognition .named'), /Yew/);
});

test('a reader closes a loop: it is kept in the page, counted, and sent nowhere', async (t) => {
  const { page, site } = await opened(t, 'review');
  assert.match(await text(page, '.loops .sum'), /7 voices were heard; 43% of them were told/);
  await page
    .locator('strategy-board .loops .items .link', { hasText: 'Work people want to keep doing' })
    .first()
    .click();
  await page.locator('strategy-board .write').getByRole('button', { name: 'Told back', exact: true }).click();
  await page.locator('strategy-board .picks label', { hasText: 'We hear of new tariffs' }).click();
  await page.locator('strategy-board .write form button[type=submit]').click();
  await page.locator('#told', { hasText: 'Kept in this page until you leave it: 1 written.' }).waitFor();
  await page.waitForFunction(() =>
    /57% of them were told/.test(document.querySelector('strategy-board').shadowRoot.textContent),
  );
  assert.deepEqual(
    site.requests.filter(({ method }) => method !== 'GET'),
    [],
  );
});
