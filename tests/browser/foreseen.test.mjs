// Where a KPI is going, in its details: asked for by one press, with interval, chance and what must happen (N18).
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { faults } from './support/axe.mjs';
import { text } from './support/board.mjs';
import { shot, useBrowser } from './support/browser.mjs';
import { askedWhere } from './support/foreseen.mjs';

const open = useBrowser();
const RULES = { runOnly: ['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa', 'best-practice'] };
const OF_PAGES = ['region', 'landmark-one-main', 'page-has-heading-one'];
/** The series of docs/forecast.md. */
const VALUES = [71.2, 72, 71.5, 73.1, 74, 73.6, 75.2, 75.9, 77.1, 76.4];

function plan({ values = VALUES, ...more } = {}) {
  const at = (month) => new Date(Date.UTC(2026, month + 1, 0)).toISOString().slice(0, 10);
  const csat = {
    id: 'csat',
    title: 'Satisfied',
    unit: '%',
    direction: 'up',
    target: 80,
    due: '2027-01-31',
    values: values.map((value, month) => ({ at: at(month + 10 - values.length), value })),
    ...more,
  };
  return { version: 1, title: 'Example', period: 'month', mission: { id: 'mission', title: 'Help', kpis: [csat] } };
}

const TOLD = ['strategy-board .foreseen > p:not(.note), strategy-board .foreseen > p ~ p'];

const opened = (t, given, how = {}) => askedWhere(open, t, { plan: given, told: TOLD, ...how });

test('what is expected, the chance, and what must happen beside the best that was seen', async (t) => {
  const { page, kept } = await opened(t, plan());
  const said = await text(page, '.foreseen');
  assert.match(
    said,
    /By Jan 31, 2027 about 7\d\.\d% is expected, with 95% confidence from \d+\.?\d*% to \d+\.?\d*%: its values carried on along a trend that fades\./,
  );
  // From 76.4 to 80 in three months is 1.2 a month; the best three months so far brought 1.17.
  assert.match(
    said,
    /For 80% it must change by \+1\.2% each period\. That was never seen: the best so far was \+1\.17% a period, over 3 periods\./,
  );
  const chance = await page.evaluate(
    () => document.querySelector('strategy-board').board.forecast('csat').target.chance,
  );
  assert.ok(said.includes(`The chance to meet the target by then is ${Math.round(chance * 100)}%.`), said);
  assert.match(said, /it knows of no programme that has just begun\./);
  assert.deepEqual(await faults(page, RULES, OF_PAGES), []);
  assert.deepEqual(kept.errors, []);
  await shot(page, 'foreseen');
});

test('where it cannot be told, it says why, and says no chance', async (t) => {
  const { page } = await opened(t, plan({ values: [70, 71, 72] }));
  assert.match(await text(page, '.foreseen'), /4 values are needed at least for a forecast; there are 3\.$/);
  const { page: few } = await opened(t, plan({ values: VALUES.slice(0, 6) }));
  const said = await text(few, '.foreseen');
  assert.match(said, /along a straight line\.From 6 values no chance can be told; it takes 8\./);
  assert.doesNotMatch(said, /The chance to meet/);
  const { page: undated } = await opened(t, plan({ due: undefined }));
  assert.match(await text(undated, '.foreseen'), /is expected.*The plan does not say until when\./);
});
