// Segments as a heat map and the alignment matrix as views (C2): one Tab stop, arrow keys, the same as a table, nothing hidden.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { faults } from './support/axe.mjs';
import { text } from './support/board.mjs';
import { html, shot, useBrowser } from './support/browser.mjs';

const open = useBrowser();

const kpi = (id, title, more) => ({ id, title, unit: '%', baseline: 40, target: 80, ...more });
const PLAN = {
  version: 1,
  title: 'A service',
  period: 'month',
  mission: { id: 'mission', title: 'Help everyone' },
  goals: [
    {
      id: 'content',
      title: 'Content customers',
      serves: [{ to: 'mission' }],
      kpis: [
        kpi('csat', 'Customer satisfaction', { measure: { source: 'survey', measure: 'csat', variant: 'top-box' } }),
      ],
    },
    { id: 'quick', title: 'Answers at once', serves: [{ to: 'mission' }] },
  ],
  strategies: [
    {
      id: 'self',
      title: 'Self-service first',
      serves: [{ to: 'quick', weight: 3 }, { to: 'content' }],
      kpis: [kpi('solved', 'Solved alone', { values: [{ at: '2026-10-31', value: 60 }] })],
    },
    {
      id: 'coach',
      title: 'Coaching every week',
      serves: [{ to: 'quick' }],
      kpis: [kpi('coached', 'Coached', { values: [{ at: '2026-10-31', value: 70 }] })],
    },
    { id: 'tools', title: 'One desk for all channels', serves: [{ to: 'quick' }], kpis: [kpi('desk', 'On the desk')] },
  ],
};
const MAPPING = {
  version: 1,
  source: 'survey',
  period: 'month',
  dimension: 'Channel',
  columns: { answered: 'Day' },
  measures: [{ id: 'csat', kpi: 'csat', column: 'Score' }],
};
/** Of ten answers as many are content as the channel's number says, a month more or less one. */
const CONTENT = { Chat: 8, 'E-mail': 5, Phone: 7, 'Self-service portal': 3 };
const ROWS = Object.entries(CONTENT).flatMap(([Channel, content]) =>
  ['05', '06', '07', '08', '09', '10'].flatMap((month, late) =>
    Array.from({ length: Channel === 'Phone' && month === '07' ? 2 : 40 }, (_, at) => ({
      Day: `2026-${month}-15`,
      Score: at % 10 < content + (late % 2) ? 5 : 2,
      Channel,
    })),
  ),
);

const START = (plan, rows) => `
import { Board } from '/package/index.js';
import '/package/element.js';
const board = await Board.open(${JSON.stringify(plan)}, { asOf: '2026-11-20' });
if (${rows}) await board.ingest(${JSON.stringify(rows ? ROWS : [])}, ${JSON.stringify(MAPPING)});
document.querySelector('strategy-board').board = board;`;

const files = (view, { plan = PLAN, rows = true, attributes = '' } = {}) => ({
  '/index.html': html({
    scripts: ['/start.js'],
    body: `<strategy-board view="${view}" ${attributes}></strategy-board>`,
  }),
  '/start.js': START(plan, rows),
});

async function opened(t, view, how = {}, context = {}) {
  const made = await open(t, { files: files(view, how), context });
  await made.page.locator('strategy-board .viewed :is(.charted, .notice)').first().waitFor();
  return made;
}

const cells = (page) =>
  page
    .locator('strategy-board .charted button')
    .evaluateAll((all) => all.map((one) => [one.getAttribute('aria-label'), one.tabIndex]));

test('segments: a cell says its value, interval and cases; a table says the same', async (t) => {
  const { page, kept } = await opened(t, 'segments', {}, { viewport: { width: 900, height: 900 } });
  const found = await cells(page);
  // Four channels in six months, one Tab stop.
  assert.equal(found.length, 24);
  assert.equal(found.filter(([, tab]) => tab === 0).length, 1);
  // 40 answers of October: 9 of 10 are content.
  const chat = found.find(([name]) => /^Chat, Oct/.test(name))[0];
  assert.match(chat, /: 90%, between \d+(\.\d+)?% and \d+(\.\d+)?% \(40 cases\)$/);
  await page.locator('strategy-board .segments summary').click();
  const table = await text(page, '.segments-table');
  assert.ok(table.includes(chat.slice(chat.indexOf(': ') + 2)), table);
  assert.deepEqual(await faults(page, {}, ['region', 'page-has-heading-one', 'landmark-one-main']), []);
  assert.deepEqual(kept.errors, []);
});

test('segments: arrow keys go by where cells lie, Enter chooses, the choice is said', async (t) => {
  const { page, kept } = await opened(t, 'segments', {}, { viewport: { width: 900, height: 900 } });
  const active = () =>
    page.evaluate(() => document.querySelector('strategy-board').shadowRoot.activeElement?.getAttribute('aria-label'));
  await page.locator('strategy-board .charted button[tabindex="0"]').focus();
  const first = await active();
  assert.match(first, /^Chat, May/);
  await page.keyboard.press('ArrowRight');
  assert.match(await active(), /^Chat, Jun/);
  await page.keyboard.press('ArrowDown');
  assert.match(await active(), /^E-mail, Jun/);
  await page.keyboard.press('Enter');
  await page.locator('strategy-board .charted button[aria-pressed=true]').waitFor();
  assert.match(await text(page, '.segments [role=status]'), /^E-mail · Jun/);
  assert.match(await active(), /^E-mail, Jun/);
  assert.deepEqual(kept.errors, []);
});

test('the alignment matrix: three quarters of three are what the weights say; what is unknown says so', async (t) => {
  const { page, kept } = await opened(t, 'alignment', {}, { viewport: { width: 900, height: 900 } });
  const names = (await cells(page)).map(([name]) => name);
  // Weights of 3 × ½ and 1; the third has no score, and counts for nothing until it has.
  assert.ok(names.includes('Self-service first: 60% of Answers at once'), names.join('\n'));
  assert.ok(names.includes('Coaching every week: 40% of Answers at once'), names.join('\n'));
  assert.ok(names.includes('One desk for all channels: not known yet for Answers at once'), names.join('\n'));
  await page.locator('strategy-board .charted button').first().click();
  await page.locator('strategy-board .panel').first().waitFor();
  assert.deepEqual(await faults(page, {}, ['region', 'page-has-heading-one', 'landmark-one-main']), []);
  assert.deepEqual(kept.errors, []);
});

test('without a dimension, or without anything that serves a goal, each says what to do', async (t) => {
  const bare = { version: 1, title: 'Bare', mission: { id: 'm', title: 'Help' } };
  for (const view of ['segments', 'alignment']) {
    const { page, kept } = await opened(t, view, { plan: bare, rows: false });
    assert.match(await text(page, '.viewed .notice'), /\.$/);
    assert.deepEqual(kept.errors, []);
  }
});

test('at any width, light and dark, nothing leaves the page', async (t) => {
  for (const view of ['segments', 'alignment']) {
    for (const colorScheme of ['light', 'dark']) {
      for (const width of [320, 800, 1600]) {
        const { page, kept } = await opened(t, view, {}, { colorScheme, viewport: { width, height: 900 } });
        const room = await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth);
        assert.ok(room, `${view} ${width}`);
        const inside = await page.locator('strategy-board .charted').evaluate((box) => {
          const outer = box.getBoundingClientRect();
          return [...box.querySelectorAll('button')].every(
            (one) => one.getBoundingClientRect().right <= outer.right + 1,
          );
        });
        assert.ok(inside, `${view} ${width}`);
        await shot(page, `view-${view}-${width}-${colorScheme}`);
        assert.deepEqual(kept.errors, []);
        await page.close();
      }
    }
  }
});
