// How a KPI went, in its details: a picture to walk along by keyboard or pointer, the same in a sentence and as a table (C2, N14, N18).
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { faults } from './support/axe.mjs';
import { text } from './support/board.mjs';
import { shot, useBrowser } from './support/browser.mjs';
import { askedWhere } from './support/foreseen.mjs';

const open = useBrowser();
const RULES = { runOnly: ['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa', 'best-practice'] };
const OF_PAGES = ['region', 'landmark-one-main', 'page-has-heading-one'];
/** Eight months as they were, then eight on another level: the second run of eight is a signal. */
const VALUES = [71.2, 72, 71.5, 70.6, 71.9, 72.3, 71.1, 71.6, 76.2, 77.1, 76.4, 76.9, 77.4, 76.1, 77.8, 77.2];

const day = (month) => new Date(Date.UTC(2026, month + 1, 0)).toISOString().slice(0, 10);

function plan({ values = VALUES, ...more } = {}) {
  const csat = {
    id: 'csat',
    title: 'Satisfied',
    unit: '%',
    direction: 'up',
    target: 80,
    due: '2027-01-31',
    interval: 'month',
    values: values.flatMap((value, month) =>
      value === undefined ? [] : [{ at: day(month + 10 - values.length), value }],
    ),
    ...more,
  };
  const mission = { id: 'mission', title: 'Help', kpis: [csat] };
  const coaching = {
    id: 'coaching',
    title: 'Coaching for everybody',
    kind: 'training',
    serves: [{ to: 'mission' }],
    start: '2026-01-05',
    due: '2026-03-20',
    progress: 1,
    shouldMove: ['csat'],
  };
  return { version: 1, title: 'Example', period: 'month', mission, actions: [coaching] };
}

const TOLD = ['strategy-board .foreseen > :is(.trend, p:not(.note))', 'strategy-board .foreseen > p:not(.note)'];

const opened = (t, given, how = {}) => askedWhere(open, t, { plan: given, told: TOLD, ...how });

/** Waits until the canvas has its size, and says it. */
const drawnSize = (page) =>
  page.waitForFunction(() => {
    const { shadowRoot } = document.querySelector('strategy-board');
    const canvas = shadowRoot.querySelector('.trend canvas');
    return canvas && canvas.width !== 300 && canvas.width > 200 && [canvas.width, canvas.height];
  });

const FORMS = [
  [320, 'light'],
  [800, 'light'],
  [1600, 'light'],
  [320, 'dark'],
  [800, 'dark'],
  [1600, 'dark'],
];

test('at every width, by day and by night, the picture is whole and nobody meets a barrier', async (t) => {
  for (const [width, colorScheme] of FORMS) {
    const { page, kept } = await opened(t, plan(), { context: { colorScheme, viewport: { width, height: 2400 } } });
    await drawnSize(page);
    const trend = page.locator('strategy-board .trend');
    assert.deepEqual(await faults(page, RULES, OF_PAGES), [], `${width} ${colorScheme}`);
    assert.deepEqual(kept.errors, []);
    const [outer, inner] = await Promise.all([
      page.locator('strategy-board .panel').boundingBox(),
      page.locator('strategy-board .trend canvas').boundingBox(),
    ]);
    assert.ok(inner.x >= outer.x && inner.x + inner.width <= outer.x + outer.width + 0.5);
    await trend.scrollIntoViewIfNeeded();
    await shot(page.locator('strategy-board .foreseen'), `trend-panel-${width}-${colorScheme}`);
  }
});

test('arrows go from value to value, and each is told as it is reached', async (t) => {
  const { page } = await opened(t, plan());
  await drawnSize(page);
  const along = page.locator('strategy-board .along');
  assert.equal(await page.locator('strategy-board .foreseen [tabindex="0"]').count(), 2, 'the picture, and the table');
  assert.equal(await along.getAttribute('aria-valuemax'), '16');
  await along.focus();
  const told = async (key) => {
    await page.keyboard.press(key);
    await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
    return along.getAttribute('aria-valuetext');
  };
  assert.match(await told('ArrowLeft'), /^Oct 31, 2026: 77\.2%/);
  assert.match(await told('ArrowLeft'), /^Sep 30, 2026: 77\.8%/);
  assert.equal(await told('Home'), 'Jul 31, 2025: 71.2%, a signal');
  assert.equal(await told('ArrowLeft'), 'Jul 31, 2025: 71.2%, a signal', 'there is nothing before the first');
  assert.equal(await told('ArrowRight'), 'Aug 31, 2025: 72%');
  assert.equal(await text(page, '.readout'), 'Aug 31, 2025: 72%');
  await shot(page.locator('strategy-board .foreseen'), 'trend-panel-walked');
  assert.equal(await page.evaluate(() => document.querySelector('strategy-board').selected), 'csat', 'it stays open');
  // The pointer finds the value under it.
  const box = await along.boundingBox();
  await page.mouse.move(box.x + box.width * 0.25, box.y + 60);
  await page.waitForFunction(
    () =>
      document.querySelector('strategy-board').shadowRoot.querySelector('.readout').textContent !== 'Aug 31, 2025: 72%',
  );
  assert.match(await text(page, '.readout'), /^(Aug|Sep|Oct|Nov) \d+, 2025: 7\d/);
});

test('the sentence and the table say what the picture shows', async (t) => {
  const { page } = await opened(t, plan({ values: VALUES.map((value, at) => (at === 4 ? undefined : value)) }));
  const said = await text(page, '.trend > p:not(.readout)');
  assert.match(said, /^From 71\.2% on Jul 31, 2025 to 77\.2% on Oct 31, 2026, between 70\.6% and 77\.8%\./);
  assert.match(said, /Signals, more than chance: \d+\./);
  const rows = await page.evaluate(() => {
    const { shadowRoot } = document.querySelector('strategy-board');
    return [...shadowRoot.querySelectorAll('.trend tbody tr')].map((row) => row.innerText || row.textContent);
  });
  assert.match(rows[0], /Oct 31, 2026\s*77\.2%/);
  assert.ok(rows.length >= 15);
  assert.match(await text(page, '.programmes'), /Coaching for everybody/);
});

test('one value and none have words of their own', async (t) => {
  const { page: one } = await opened(t, plan({ values: [70] }));
  assert.match(
    await text(one, '.trend > p:not(.readout)'),
    /^One value, 70% on Oct 31, 2026; a line begins with the second\./,
  );
  await drawnSize(one);
  await shot(one.locator('strategy-board .foreseen'), 'trend-panel-one');
  const { page: none } = await opened(t, plan({ values: [] }));
  assert.match(await text(none, '.foreseen'), /There is no value to draw yet\./);
});

test('what is stale is hatched, and what stands in Arabic goes from right to left', async (t) => {
  const { page } = await opened(t, plan(), { context: { locale: 'en-US' } });
  await page.evaluate(() => document.querySelector('strategy-board').setAttribute('as-of', '2027-03-31'));
  await page.waitForTimeout(500);
  await drawnSize(page);
  await shot(page.locator('strategy-board .foreseen'), 'trend-panel-stale');
});
