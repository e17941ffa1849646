// The demo's page of numbers as its reader meets it: a file, its columns, its KPIs, another definition, a board that follows.
import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { demoOut } from '../../scripts/lib/paths.mjs';
import { faults } from './support/axe.mjs';
import { shot } from './support/browser.mjs';
import { overhang, useDemo } from './support/demo.mjs';

const sample = path.join(demoOut, 'data', 'made-up-tickets.csv');
const open = useDemo('/numbers.html', { ready: '#definitions-table tbody tr' });

/** Rows of a table as texts. */
const table = (page, id) =>
  page
    .locator(`#${id} tbody tr`)
    .evaluateAll((rows) => rows.map((row) => [...row.cells].map((cell) => cell.textContent.trim())));

/** Medians of the made-up rows by channel, by hand: hours from creation to resolution, of cases resolved in October. */
function mediansByHand() {
  const [header, ...lines] = fs.readFileSync(sample, 'utf8').trim().split('\n');
  const column = (name) => header.split(',').indexOf(name);
  const [channel, created, resolved] = ['Channel', 'Created', 'Resolved'].map(column);
  const all = new Map();
  for (const cells of lines.map((line) => line.split(','))) {
    if (!cells[resolved]?.startsWith('2026-10')) continue;
    const hours =
      (Date.parse(`${cells[resolved].replace(' ', 'T')}Z`) - Date.parse(`${cells[created].replace(' ', 'T')}Z`)) / 36e5;
    for (const name of ['All', cells[channel]]) all.set(name, [...(all.get(name) ?? []), hours]);
  }
  const median = (values) => {
    const sorted = values.sort((a, b) => a - b);
    const half = (sorted.length - 1) / 2;
    return (sorted[Math.floor(half)] + sorted[Math.ceil(half)]) / 2;
  };
  return new Map([...all].map(([name, values]) => [name, { median: median(values), n: values.length }]));
}

test('the made-up rows: recognised, counted by channel, with the medians that a hand finds', async (t) => {
  const { page, kept } = await open(t);
  assert.match(await page.locator('#mapping-words').innerText(), /sure/);
  assert.match(await page.locator('#read').innerText(), /6,730 of 6,733 rows are used \(99\.9%\)/);
  await page.selectOption('#kpi', { label: 'Time to resolution' });
  await page.selectOption('#by', { label: 'Channel' });
  const byHand = mediansByHand();
  const rows = await table(page, 'figures-table');
  assert.equal(rows.length, byHand.size);
  for (const [name, value, , , n] of rows) {
    const { median, n: cases } = byHand.get(name);
    assert.equal(Number.parseFloat(value), Math.round(median * 10) / 10, name);
    assert.equal(Number(n.replaceAll(',', '')), cases, name);
  }
  assert.deepEqual(kept.errors, []);
});

test('another definition: the value changes, the board follows, and the table says whether the status hangs on it', async (t) => {
  const { page, kept } = await open(t);
  await page.selectOption('#kpi', { label: 'Time to resolution' });
  const value = () =>
    page.evaluate(() => {
      const { kpis } = document.getElementById('board').board.scores();
      return kpis.find((kpi) => kpi.id === document.getElementById('kpi').value).value;
    });
  const before = await value();
  await page.selectOption('#variant', 'mean');
  const after = await value();
  assert.notEqual(before, after);
  const rows = await table(page, 'definitions-table');
  const chosen = rows.filter(([name]) => name.includes('(chosen)'));
  assert.equal(chosen.length, 1);
  assert.match(chosen[0][0], /^Mean/);
  assert.match(await page.locator('#definitions-words').innerText(), /by the definition alone/);
  assert.deepEqual(kept.errors, []);
});

test('a file of the reader: the columns may be changed, bad rows are told and saved', async (t) => {
  const { page, kept } = await open(t);
  const rows = ['Ticket,Channel,Opened,Solved'];
  for (let day = 1; day <= 28; day += 1) {
    const two = String(day).padStart(2, '0');
    rows.push(`T-${day},${day % 2 ? 'Phone' : 'Mail'},2026-09-${two} 08:00,2026-09-${two} ${10 + (day % 5)}:00`);
  }
  rows.push('T-99,Phone,2026-09-03 08:00,not a time');
  await page.setInputFiles('#file', { name: 'mine.csv', mimeType: 'text/csv', buffer: Buffer.from(rows.join('\n')) });
  await page.getByText('28 of 29 rows are used').waitFor();
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Save the refused rows as CSV' }).click(),
  ]);
  const refused = fs.readFileSync(await download.path(), 'utf8');
  // With the mark that tells spreadsheets that it is UTF-8.
  assert.match(refused, /^\uFEFFrow,line,column,code,reason,raw\r\n30,30,"Solved","not-a-date"/);
  assert.match(refused, /T-99,Phone/);
  assert.deepEqual(kept.errors, []);
});

/** A day of 2026 and an hour of it, as help desks write them. */
const stamp = (milliseconds) => new Date(milliseconds).toISOString().slice(0, 16).replace('T', ' ');

function give(page, name, rows) {
  return page.setInputFiles('#file', { name, mimeType: 'text/csv', buffer: Buffer.from(rows.join('\n')) });
}

test('a number that gets better while the one that guards it gets worse is told', async (t) => {
  const { page, kept } = await open(t);
  // From January to October cases are resolved two hours sooner each month, and one customer of twenty more is not satisfied.
  const rows = ['Ticket,Created,Resolved,Satisfaction'];
  for (let month = 0; month < 10; month += 1) {
    for (let each = 0; each < 20; each += 1) {
      const created = Date.UTC(2026, month, 2 + (each % 20), 8);
      rows.push(
        `T-${month}-${each},${stamp(created)},${stamp(created + (48 - 2 * month) * 36e5)},${each < 19 - month ? 5 : 2}`,
      );
    }
  }
  await give(page, 'apart.csv', rows);
  await page.getByText('200 of 200 rows are used').waitFor();
  const found = page.locator('#problems-list li.harm');
  assert.match(
    await found.first().innerText(),
    /^Time to resolution has become better while Satisfied has become worse, over \d+ periods since .*2026/,
  );
  assert.match(await page.locator('#problems-words').innerText(), /looks better than things are/);
  assert.deepEqual(kept.errors, []);
});

test('cases that pile up just within a limit are told once the limit is given', async (t) => {
  const { page, kept } = await open(t);
  // Three hundred cases from 1 to 60 hours alike, and eighty more that end in the last half hour of a day.
  const rows = ['Ticket,Created,Resolved'];
  for (let each = 0; each < 380; each += 1) {
    const created = Date.UTC(2026, 8, 1 + (each % 25), 8, each % 60);
    const hours = each < 300 ? 1 + (59 * each) / 300 : 23.5 + (each - 300) / 170;
    rows.push(`T-${each},${stamp(created)},${stamp(created + hours * 36e5)}`);
  }
  await give(page, 'piled.csv', rows);
  await page.getByText('380 of 380 rows are used').waitFor();
  const words = page.locator('#problems-words');
  assert.match(await words.innerText(), /Nothing of it shows/);
  assert.match(await page.locator('#problems-list').innerText(), /nothing in this file guards it/);
  await page.locator('#settings summary').click();
  const limit = page.getByLabel('To be resolved within (h)');
  await limit.fill('24');
  await limit.blur();
  await page.getByRole('button', { name: 'Read it by this' }).click();
  const piled = page.locator('#problems-list li.harm');
  await piled.waitFor();
  assert.match(
    await piled.innerText(),
    /^Time to resolution: \d+ cases end just within the limit where about .*\(limit 24.h\)/,
  );
  assert.deepEqual(kept.errors, []);
});

test('at 800 every column is in sight; at 320 a table shows that it goes on, and keys move it', async (t) => {
  const regions = (page) =>
    page.evaluate(() =>
      [...document.querySelectorAll('.scroll')].map((one) => ({
        name: one.getAttribute('aria-label'),
        hidden: one.scrollWidth - one.clientWidth,
        stop: one.tabIndex === 0,
        edge: getComputedStyle(one).boxShadow !== 'none',
      })),
    );
  const { page: tablet } = await open(t, { width: 800 });
  for (const { name, hidden } of await regions(tablet)) assert.equal(hidden, 0, name);
  const { page } = await open(t, { width: 320 });
  const values = page.getByRole('region', { name: 'Values by segment' });
  await page.locator('.scroll[data-more=end] #figures-table').waitFor();
  for (const { name, hidden, stop, edge } of await regions(page)) {
    assert.ok(name, 'a region has a name');
    assert.deepEqual([stop, edge], [hidden > 1, hidden > 1], name);
  }
  const shadow = () => values.evaluate((one) => getComputedStyle(one).boxShadow);
  const before = await shadow();
  await values.focus();
  await page.keyboard.press('ArrowRight');
  await page.waitForFunction(() => document.querySelector('#figures-table').parentElement.scrollLeft > 10);
  await page.locator('.scroll[data-more="start end"] #figures-table').waitFor();
  assert.notEqual(await shadow(), before);
  await page.emulateMedia({ forcedColors: 'active' });
  assert.equal(await values.evaluate((one) => getComputedStyle(one).outlineStyle), 'dashed');
});

test('clean by axe and no wider than the window, at 320, 800 and 1600, light and dark', async (t) => {
  for (const [width, colorScheme] of [
    [320, 'light'],
    [800, 'dark'],
    [1600, 'light'],
  ]) {
    const { page } = await open(t, { width, colorScheme });
    assert.equal(await overhang(page), 0, `${width}`);
    assert.deepEqual(await faults(page), [], `${width} ${colorScheme}`);
    await shot(page, `numbers-${width}`);
  }
});
