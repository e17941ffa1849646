// The demo's page of a start from nothing: a newcomer's plan, what is wrong in it, saved and opened again; the check (P9, P10).
import assert from 'node:assert/strict';
import fs from 'node:fs';
import { test } from 'node:test';
import { faults } from './support/axe.mjs';
import { shot } from './support/browser.mjs';
import { overhang, useDemo } from './support/demo.mjs';

const open = useDemo('/start.html', { ready: '#step-recognition' });
const asOf = '2026-11-20';

const board = (page, ask) => page.evaluate(`(${ask})(document.querySelector('#board').board)`);
const ready = (page) => page.waitForFunction(() => document.querySelector('#told').textContent !== '');
const told = (page) => page.locator('#told').innerText();

/**
 * The seconds that a practised user takes, by the keystroke-level model (Card, Moran and Newell 1980, Communications of the
 * ACM 23:396–410): a key of an unpractised typist, pointing, a click, hands from keys to mouse and back, thinking.
 */
const KEY = 0.5;
const POINT = 1.1;
const CLICK = 0.2;
const HANDS = 0.4;
const THINK = 1.35;

class Newcomer {
  seconds = 0;

  constructor(page) {
    this.page = page;
  }

  async click(target, position) {
    this.seconds += THINK + HANDS + POINT + CLICK;
    await target.click({ position });
  }

  async type(text) {
    this.seconds += THINK + HANDS + KEY * text.length;
    await this.page.keyboard.type(text);
  }

  async tab() {
    this.seconds += KEY;
    await this.page.keyboard.press('Tab');
  }
}

/** What the page offers, taken by hand: all seven steps, two goals with numbers. */
async function firstPlan(page) {
  const hand = new Newcomer(page);
  const chip = (step, at = 0) => hand.click(page.locator(`#step-${step} .chip`).nth(at));
  await chip('vision');
  for (const step of ['needs', 'hiring']) await chip(step);
  for (const [at, now, target] of [
    [1, '70', '85'],
    [4, '5', '20'],
  ]) {
    await chip('goals', at);
    await hand.type(now);
    await hand.tab();
    await hand.type(target);
  }
  await hand.click(page.locator('[name=due]'), { x: 14, y: 18 });
  await hand.type('06302027');
  await chip('training');
  await hand.click(page.locator('[name=owner]'));
  await hand.type('Ana Beck');
  await chip('recognition');
  return hand.seconds;
}

test('from nothing to a map of all seven steps, in under two minutes by the keystroke-level model', async (t) => {
  const { page, kept } = await open(t);
  assert.equal(await page.locator('#board').isVisible(), false);
  const seconds = await firstPlan(page);
  assert.ok(seconds < 120, `${seconds.toFixed(0)} s`);
  console.log(`# a first plan: ${seconds.toFixed(0)} s by the keystroke-level model`);
  await page.locator('#board').getByText('Questions are solved at the first contact').first().waitFor();
  const plan = await board(page, (b) => b.plan());
  assert.deepEqual([plan.goals.length, plan.strategies.length, plan.actions.length, plan.needs.length], [2, 3, 3, 1]);
  assert.deepEqual(
    plan.goals.map(({ due, kpis: [{ baseline, target }] }) => [due, baseline, target]),
    [
      ['2027-06-30', 70, 85],
      ['2027-06-30', 5, 20],
    ],
  );
  const statuses = await board(page, (b) => b.scores().nodes.map(({ status }) => status));
  assert.ok(
    statuses.every((status) => ['not-started', 'no-data'].includes(status)),
    'nothing is good or bad on its first day',
  );
  assert.equal(await page.locator('#standing [data-shown=missing]').count(), 0);
  assert.deepEqual(kept.errors, []);
  assert.deepEqual(await kept.violations(), []);
});

test('by keyboard alone: the first suggestion, a goal of one’s own, and taking it away', async (t) => {
  const { page, kept } = await open(t);
  await ready(page);
  await page.locator('#field-mission').focus();
  await page.keyboard.press('Tab');
  assert.equal(await page.evaluate(() => document.activeElement.className), 'chip');
  await page.keyboard.press('Enter');
  assert.notEqual(await page.locator('#field-mission').inputValue(), '');
  await page.getByRole('button', { name: 'Add a goal of your own' }).press('Enter');
  assert.equal(await page.evaluate(() => document.activeElement.name), 'goal-title');
  await page.keyboard.type('Letters that people understand');
  assert.equal(await page.getByLabel('Where should it be?').isDisabled(), true, 'of nothing there is no number');
  assert.deepEqual(await board(page, (b) => b.plan().goals.map(({ title, kpis }) => [title, kpis ?? null])), [
    ['Letters that people understand', null],
  ]);
  await page.getByRole('button', { name: 'Take goal 1 away' }).press('Enter');
  assert.deepEqual(await board(page, (b) => b.plan().goals), []);
  assert.equal(await page.evaluate(() => document.activeElement.className), 'chip', 'focus stays in the step');
  assert.deepEqual(kept.errors, []);
});

test('what cannot be is said at its field, and the map stays as it was', async (t) => {
  const { page } = await open(t);
  await ready(page);
  await page.locator('#field-mission').fill('<img src=x onerror=alert(1)> help');
  await page.locator('#step-goals .chip').nth(1).click();
  await page.keyboard.type('70');
  await page.keyboard.press('Tab');
  await page.keyboard.type('65');
  assert.match(await told(page), /direction/i);
  assert.equal(await page.locator('[name=goal-target]').getAttribute('aria-invalid'), 'true');
  const plan = await board(page, (b) => b.plan());
  // Its last good state: "6" had been typed, which lies the wrong way too.
  assert.deepEqual([plan.goals[0].kpis[0].baseline, plan.goals[0].kpis[0].target], [70, undefined]);
  assert.equal(plan.mission.title, '<img src=x onerror=alert(1)> help');
  await page.locator('[name=goal-target]').fill('85');
  assert.equal(await page.locator('[aria-invalid]').count(), 0);
  assert.equal(await board(page, (b) => b.plan().goals[0].kpis[0].target), 85);
  assert.equal(await page.locator('img[src=x]').count(), 0);
});

async function saved(page, name) {
  const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name }).click()]);
  return fs.readFileSync(await download.path(), 'utf8');
}

test('the plan is a file that a board opens; answers come back as they were; a wrong file loses nothing', async (t) => {
  const { page } = await open(t);
  await ready(page);
  await firstPlan(page);
  await page.locator('[name=standing-hiring]').selectOption('in-use');
  await page.locator('.goal').first().getByLabel('What do you promise customers?').fill('Solved at once');
  await page.locator('#area-customer-centricity .scale label').nth(1).click();
  await page.locator('#proposed button').first().click();
  const plan = JSON.parse(await saved(page, 'Save the plan'));
  const status = await page.evaluate(
    async ([text, day]) => {
      const { Board } = await import('./throughline/index.js');
      const opened = await Board.open(text, { asOf: day });
      return opened.findings().length >= 0 && opened.plan().goals[0].kpis[0].standard;
    },
    [JSON.stringify(plan), asOf],
  );
  assert.equal(status, 'Solved at once');
  const answers = await saved(page, 'Save the answers');
  await page.getByRole('button', { name: 'Start over' }).click();
  assert.deepEqual([await page.locator('.goal').count(), await page.locator('#field-mission').inputValue()], [0, '']);
  assert.equal(await page.locator('#check input:checked').count(), 0);
  const give = (name, text) =>
    page.locator('#answers-file').setInputFiles({ name, mimeType: 'application/json', buffer: Buffer.from(text) });
  await give('answers.json', answers);
  await page.waitForFunction(() => document.querySelectorAll('.goal').length === 2);
  assert.deepEqual(JSON.parse(await saved(page, 'Save the plan')), plan);
  assert.equal(await saved(page, 'Save the answers'), answers);
  for (const text of ['{', '{"version": 3}', '{"version":1,"programme":{"version":1,"goals":7}}', 'null', '[]']) {
    await give('wrong.json', text);
    await page.getByText('wrong.json cannot be opened').waitFor();
    assert.equal(await saved(page, 'Save the answers'), answers, text);
  }
});

test('the check: what is not answered is not known; a proposal goes into the plan and out of it', async (t) => {
  const { page, kept } = await open(t);
  await ready(page);
  await page.locator('#field-mission').fill('Help');
  assert.match(await page.locator('#known').innerText(), /^0 of 10 areas are known; too few/);
  const first = page.locator('#area-customer-centricity');
  await first.getByRole('radio', { name: '1: Not at all' }).first().press('Space');
  const row = page.locator('#areas tbody tr').first();
  assert.match(await row.innerText(), /1 of 5\s+Initial, of 1 of 3 statements/);
  assert.match(await page.locator('#known').innerText(), /^1 of 10/);
  // By the gap of three that each of its helpers closes, the least effort is first: that of the library's order.
  const [proposed] = await page.locator('#proposed h3').allInnerTexts();
  assert.equal(proposed, 'Give every stage of the journey an owner');
  const button = page.locator('#proposed button').first();
  await button.press('Enter');
  assert.equal(await button.getAttribute('aria-pressed'), 'true');
  assert.equal(await button.evaluate((it) => it === document.activeElement), true);
  assert.deepEqual(await board(page, (b) => b.plan().strategies.map(({ title }) => title)), [proposed]);
  assert.equal(await board(page, (b) => b.plan().strategies[0].kpis[0].target ?? null), null);
  await button.press('Enter');
  assert.deepEqual(await board(page, (b) => b.plan().strategies), []);
  await first.getByRole('radio', { name: '?: Not known' }).first().press('Space');
  assert.match(await row.innerText(), /not known\s+said not to be known/);
  await page.locator('#group label').nth(1).click();
  assert.equal(await page.locator('#areas tbody tr').count(), 7);
  assert.deepEqual(kept.errors, []);
  assert.deepEqual(await kept.violations(), []);
});

for (const width of [320, 800, 1600]) {
  test(`at ${width} px nothing hangs out, in light and dark, and axe finds nothing`, async (t) => {
    for (const colorScheme of ['light', 'dark']) {
      const { page } = await open(t, { width, colorScheme });
      await ready(page);
      await firstPlan(page);
      await page.evaluate(() => {
        for (const area of document.querySelectorAll('.area')) area.open = true;
      });
      for (const at of [0, 20, 40, 80, 120]) await page.locator('.scale label').nth(at).click();
      assert.ok((await overhang(page)) <= 0);
      // An item of the outline holds its children, whose words are their own names and not its.
      assert.deepEqual(await faults(page, {}, ['label-content-name-mismatch']), []);
      await shot(page, `start-${width}-${colorScheme}`);
    }
  });
}
