// The demo's page of what if: a staffing that is supposed, its way up to the mission, scenarios kept, compared and saved.
import assert from 'node:assert/strict';
import fs from 'node:fs';
import { test } from 'node:test';
import { faults } from './support/axe.mjs';
import { shot } from './support/browser.mjs';
import { overhang, useDemo } from './support/demo.mjs';

const open = useDemo('/what-if.html', { ready: '#scores tbody tr' });

/** A row of a table by its first words, as texts. */
const row = (page, id, name) =>
  page
    .locator(`#${id} tbody tr`, { hasText: name })
    .first()
    .evaluate((found) => [...found.cells].slice(1).map((cell) => cell.textContent.trim()));

/** Erlang C by its sum, and the share answered in time: a second way to what the page says (domain section 6). */
function answered(load, agents, within, handling) {
  let [term, sum] = [1, 1];
  for (let busy = 1; busy < agents; busy += 1) {
    term *= load / busy;
    sum += term;
  }
  const last = (term * load) / agents / (1 - load / agents);
  const waits = last / (sum + last);
  return 1 - waits * Math.exp((-(agents - load) * within) / handling);
}

test('other agents move the service level and every score above, beside what is', async (t) => {
  const { page, kept } = await open(t);
  const truth = async () => (await row(page, 'scores', 'Every household helped'))[0];
  const before = await truth();
  const scores = await page.evaluate(() => document.querySelector('#board').board.scores());
  await page.getByLabel('Callers hang up after').fill('');
  await page.getByLabel('Away of these').fill('0');
  await page.getByLabel('Agents on the roster').fill('17');
  const load = (96 / 1800) * 270;
  const expected = `${Math.round(1000 * answered(load, 17, 20, 270)) / 10}%`;
  assert.equal((await row(page, 'queue', 'Answered in time'))[1], expected);
  const [is, supposed] = await row(page, 'scores', 'Calls answered within 20 seconds');
  assert.deepEqual([is, supposed.split(',')[0]], ['73.4%, at risk', expected]);
  const [, mission] = await row(page, 'scores', 'Every household helped');
  assert.notEqual(mission, before);
  assert.equal(await truth(), before, 'what is stays');
  assert.deepEqual(await page.evaluate(() => document.querySelector('#board').board.scores()), scores);
  assert.match(await page.locator('#told').innerText(), /^Supposed: the mission’s score would move by [+-]\d/);
  await page.getByRole('button', { name: 'As it is today' }).click();
  await page.waitForFunction(() => document.querySelector('[name=agents]').value === '23');
  const [today, again] = await row(page, 'queue', 'Answered in time');
  assert.equal(again, today);
  assert.deepEqual(kept.errors, []);
  assert.deepEqual(await kept.violations(), []);
});

test('no number is made up: a queue without end, and a field that holds none', async (t) => {
  const { page, kept } = await open(t);
  await page.getByLabel('Callers hang up after').fill('');
  await page.getByLabel('Agents on the roster').fill('10');
  await page.getByText('the queue would grow without end').waitFor();
  assert.equal((await row(page, 'queue', 'Answered in time'))[1], '–');
  assert.equal(await page.locator('#scores tr').count(), 0);
  assert.ok(await page.getByRole('button', { name: 'Keep this one' }).isDisabled());
  await page.getByLabel('Agents on the roster').fill('');
  await page.getByText('Agents on the roster: a number from 1 to 2000, please.').waitFor();
  await page.getByLabel('Agents on the roster').fill('30');
  await page.locator('#scores tbody tr').first().waitFor();
  assert.deepEqual(kept.errors, []);
});

test('scenarios are kept by keyboard, compared, saved as JSON that the board takes, and let go', async (t) => {
  const { page, kept } = await open(t);
  const keep = async (agents, name) => {
    await page.getByLabel('Agents on the roster').fill(agents);
    await page.locator('#keep input').fill(name);
    await page.keyboard.press('Enter');
  };
  await keep('26', 'Three more');
  await keep('24', '<b>One more</b>');
  const heads = await page.locator('#compared thead th').allInnerTexts();
  assert.deepEqual(heads, ['Score or value', 'As it is', 'Three more', '<b>One more</b>']);
  const [, three, one] = await row(page, 'compared', 'Calls answered within 20 seconds');
  assert.ok(Number.parseFloat(three) > Number.parseFloat(one), `${three}, ${one}`);
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Save them as JSON' }).click(),
  ]);
  const saved = JSON.parse(fs.readFileSync(await download.path(), 'utf8'));
  const values = await page.evaluate(
    (scenarios) =>
      scenarios.map((scenario) => {
        const { kpis } = document.querySelector('#board').board.scenario(scenario);
        return kpis.find(({ id }) => id === 'answered-in-time').after.value;
      }),
    saved,
  );
  assert.deepEqual(
    values.map((value) => `${Math.round(10 * value) / 10}%`),
    [three, one].map((cell) => cell.split(',')[0]),
  );
  await page.getByRole('button', { name: 'Let Three more go' }).press('Enter');
  assert.equal(await page.locator('#compared thead th').count(), 3);
  assert.deepEqual(kept.errors, []);
});

for (const width of [320, 800, 1600]) {
  test(`at ${width} px nothing hangs out, in light and dark, and axe finds nothing`, async (t) => {
    for (const colorScheme of ['light', 'dark']) {
      const { page } = await open(t, { width, colorScheme });
      await page.locator('#keep input').fill('Today');
      await page.keyboard.press('Enter');
      assert.ok((await overhang(page)) <= 0);
      for (const id of ['queue', 'scores']) {
        const hidden = await page.locator(`#${id}`).evaluate((table) => {
          const region = table.closest('.scroll');
          return region.scrollWidth - region.clientWidth;
        });
        assert.ok(hidden <= 1, `what is supposed stands beside what is: ${id} at ${width}`);
      }
      // An item of the outline holds its children, whose words are their own names and not its.
      assert.deepEqual(await faults(page, {}, ['label-content-name-mismatch']), []);
      await shot(page, `what-if-page-${width}-${colorScheme}`);
    }
  });
}
