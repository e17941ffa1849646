// What a score is made of and what would move it: asked for by one press, told beside the truth, never in its place.
import assert from 'node:assert/strict';
import fs from 'node:fs';
import { test } from 'node:test';
import { at, demoOut } from '../../scripts/lib/paths.mjs';
import { faults } from './support/axe.mjs';
import { boardPage, painted, plan } from './support/board.mjs';
import { shot, useBrowser } from './support/browser.mjs';

const open = useBrowser();
const RULES = { runOnly: ['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa', 'best-practice'] };
const OF_PAGES = ['region', 'landmark-one-main', 'page-has-heading-one'];

/** Two KPIs of weights 3 and 1 with scores 1 and 0.5 make 0.875 (docs/whatif.md), beside one that nobody knows. */
function weighted() {
  const kpi = (id, weight, ...values) => ({
    id,
    title: `The ${id}`,
    weight,
    baseline: 0,
    target: 1,
    values: values.map((value, month) => ({ at: `2026-${String(month + 9).padStart(2, '0')}-15`, value })),
  });
  const mission = {
    id: 'mission',
    title: 'Help',
    kpis: [kpi('first', 3, 1, 1, 1), kpi('second', 1, 0.5, 0.5, 0.5), kpi('silent', 4)],
  };
  return { version: 1, title: 'Example', mission };
}

const files = (more = '') => ({ ...boardPage(`${more} selected="mission"`), '/plan.json': JSON.stringify(weighted()) });

async function chosen(page, id) {
  page.setDefaultTimeout(6000);
  await painted(page);
  await page.waitForFunction(() => document.querySelector('strategy-board').board !== undefined);
  await page.evaluate((wanted) => {
    document.querySelector('strategy-board').selected = wanted;
  }, id);
}

const ask = (page) => page.locator('strategy-board .panel p.closer button').first().click();
const asking = (page) => page.locator('strategy-board .panel section.asking');
const scores = (page) => page.evaluate(() => JSON.stringify(document.querySelector('strategy-board').board.scores()));

test('the waterfall: bars begin where those before them end, and what is unknown says what it could add', async (t) => {
  const { page, kept, site } = await open(t, { files: files() });
  await chosen(page, 'mission');
  assert.equal(site.requests.filter(({ path: place }) => place?.endsWith('/asking.js')).length, 0);
  await ask(page);
  await asking(page).locator('table').first().waitFor();
  const rows = await asking(page)
    .locator('tbody tr')
    .evaluateAll((found) =>
      found.map((row) => {
        const table = row.getBoundingClientRect();
        const bar = row.querySelector('.step')?.getBoundingClientRect();
        const cells = [...row.cells].slice(1).map((cell) => cell.textContent);
        return [cells, bar && [(bar.left - table.left) / table.width, bar.width / table.width]];
      }),
    );
  const near = (found, expected) => {
    for (const [place, one] of found.entries())
      assert.ok(Math.abs(one - expected[place]) < 0.01, `${found} is not ${expected}`);
  };
  assert.deepEqual(
    rows.map(([cells]) => cells),
    [['75%', '100%', '75%'], ['25%', '50%', '12.5%'], ['unknown: could add up to 50%']],
  );
  near(rows[0][1], [0, 0.75]);
  near(rows[1][1], [0.75, 0.125]);
  assert.equal(rows[2][1], undefined);
  assert.match(await asking(page).innerText(), /What the score of 87\.5% is made of/);
  assert.match(await asking(page).locator('tfoot').innerText(), /Score\s+87\.5%/);
  assert.deepEqual(await faults(page, RULES, OF_PAGES), []);
  assert.deepEqual(kept.errors, []);
  assert.deepEqual(await kept.violations(), []);
});

test('from right to left the bars run the other way', async (t) => {
  const { page } = await open(t, { files: files('dir="rtl"') });
  await chosen(page, 'mission');
  await ask(page);
  const bar = asking(page).locator('tbody tr').first().locator('.step');
  await bar.waitFor();
  const ends = await bar.evaluate((one) => [
    one.getBoundingClientRect().right,
    one.closest('tr').getBoundingClientRect().right,
  ]);
  assert.ok(Math.abs(ends[0] - ends[1]) < 1, String(ends));
});

test('what if: mission and KPI before and after, marked as supposed; the board stays, and one press goes back', async (t) => {
  const { page, kept } = await open(t, { files: files() });
  await chosen(page, 'second');
  const truth = await scores(page);
  await ask(page);
  await asking(page).locator('input').fill('1');
  await asking(page).locator('form button').click();
  const supposed = asking(page).locator('.supposed');
  await supposed.locator('.shifts').waitFor();
  const lines = await supposed.locator('.shifts li').allInnerTexts();
  assert.match(lines[0].replace(/\s+/g, ' '), /^Help As it is: .*87\.5%.* What if: .*100%/);
  assert.match(lines[1].replace(/\s+/g, ' '), /^The second As it is: .*0\.5 · 50%.* What if: .*1 · 100%/);
  assert.match(await supposed.innerText(), /What if: not the truth/);
  assert.match(await supposed.innerText(), /Nothing of this is saved/);
  assert.equal(await supposed.evaluate((one) => getComputedStyle(one).outlineStyle), 'dashed');
  assert.equal(await scores(page), truth);
  assert.deepEqual(await faults(page, RULES, OF_PAGES), []);
  await supposed.locator('button.quiet').click();
  await supposed.waitFor({ state: 'detached' });
  assert.equal(await scores(page), truth);
  assert.deepEqual(kept.errors, []);
  assert.deepEqual(await kept.violations(), []);
});

test('what was supposed of one KPI is gone when another has been chosen', async (t) => {
  const { page } = await open(t, { files: files() });
  await chosen(page, 'second');
  await ask(page);
  await asking(page).locator('input').fill('1');
  await asking(page).locator('form button').click();
  await asking(page).locator('.shifts').waitFor();
  await chosen(page, 'first');
  await page.locator('strategy-board .panel h3', { hasText: 'The first' }).waitFor();
  await chosen(page, 'second');
  await page.locator('strategy-board .panel h3', { hasText: 'The second' }).waitFor();
  assert.equal(await asking(page).locator('.supposed').count(), 0);
});

test('what cannot be supposed is refused in a sentence', async (t) => {
  const small = plan();
  const { page, kept } = await open(t, { files: { ...boardPage(), '/plan.json': JSON.stringify(small) } });
  await chosen(page, 'reply');
  await ask(page);
  await asking(page).locator('input').fill('1e300');
  await asking(page).locator('form button').click();
  const said = asking(page).locator('.supposed');
  await said.waitFor();
  await page.waitForFunction(
    () => !document.querySelector('strategy-board').shadowRoot.querySelector('.supposed')?.textContent.includes('…'),
  );
  assert.match(await said.innerText(), /\w+\./);
  assert.doesNotMatch(await said.innerText(), /undefined|NaN|issue\.|error\./);
  assert.deepEqual(kept.errors, []);
});

for (const [width, colorScheme] of [
  [320, 'light'],
  [320, 'dark'],
  [800, 'light'],
  [1600, 'dark'],
]) {
  test(`at ${width} pixels, ${colorScheme}, nothing sticks out`, async (t) => {
    const { page } = await open(t, {
      files: {
        ...boardPage('view="overview" data="/snapshot.json"'),
        '/plan.json': fs.readFileSync(at('www', 'demo', 'plan.json'), 'utf8'),
        '/snapshot.json': fs.readFileSync(`${demoOut}/data/snapshot.json`, 'utf8'),
      },
      context: { viewport: { width, height: 900 }, colorScheme },
    });
    await chosen(page, 'mission');
    await ask(page);
    await asking(page).locator('table').first().waitFor();
    await shot(asking(page), `waterfall-${width}-${colorScheme}`);
    const over = () => page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
    assert.ok((await over()) <= 0);
    await chosen(page, 'repeat');
    await asking(page).locator('input').fill('12');
    await asking(page).locator('form button').click();
    await asking(page).locator('.shifts').waitFor();
    await shot(asking(page), `what-if-${width}-${colorScheme}`);
    assert.ok((await over()) <= 0);
    assert.deepEqual(await faults(page, RULES, OF_PAGES), []);
  });
}

for (const width of [320, 800, 1600]) {
  for (const colorScheme of ['light', 'dark']) {
    test(`what could move the mission is drawn on the demo's page at ${width}, ${colorScheme}, and said in tables`, async (t) => {
      const { page, kept } = await open(t, {
        folder: demoOut,
        path: '/what-if.html',
        context: { colorScheme, viewport: { width, height: 900 } },
      });
      await page.locator('#tornado-table tbody tr').first().waitFor({ state: 'attached' });
      for (const id of ['tornado', 'waterfall']) {
        const rows = await page.locator(`#${id}-table tbody tr`).count();
        assert.ok(rows > 2, `${id}: ${rows}`);
        const box = await page.locator(`#${id} canvas`).boundingBox();
        assert.ok(box.width <= width && box.height > 60, JSON.stringify(box));
        await shot(page.locator(`#${id}`), `demo-${id}-${width}-${colorScheme}`);
      }
      assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth));
      assert.deepEqual(kept.errors, []);
    });
  }
}
