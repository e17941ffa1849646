// Messy files on the page of numbers: each gives a right result or says what is wrong with it, and none is half read.
import assert from 'node:assert/strict';
import fs from 'node:fs';
import { test } from 'node:test';
import { at } from '../../scripts/lib/paths.mjs';
import { useDemo } from './support/demo.mjs';

const open = useDemo('/numbers.html', { ready: '#definitions-table tbody tr' });
const two = (number) => String(number).padStart(2, '0');
const of = (count, line) => Array.from({ length: count }, (_, at) => line(at));

/** Four hundred cases as a German spreadsheet writes them: n hours each, n from 2.25 to 9.25. */
const GERMAN = [
  'Fallnummer;Kanal;Erstellt am;Gelöst am;Bewertung',
  ...of(400, (at) => {
    const day = `${two(1 + (at % 28))}.${at < 200 ? '09' : '10'}.2026`;
    const channel = ['Telefon', 'E-Mail', 'Büro'][at % 3];
    return `F-${at};${channel};${day} 08:15;${day} ${two(10 + (at % 8))}:30;${1 + (at % 5)}`;
  }),
].join('\r\n');
const CASES = 'Created,Resolved,Rating\n';
const good = (count) => of(count, (at) => `2026-10-${two(1 + (at % 28))},2026-10-${two(1 + (at % 28))},4\n`).join('');

const give = (page, name, content) =>
  page.setInputFiles('#file', { name, mimeType: 'text/csv', buffer: Buffer.from(content) });
const words = async (page, id) => (await page.locator(`#${id}`).innerText()).replaceAll(/\s+/g, ' ');
const segments = (page) =>
  page
    .locator('#figures-table tbody tr')
    .evaluateAll((rows) => rows.map(({ cells }) => [cells[0].textContent, cells[4]?.textContent]));

const ENCODED = {
  'UTF-8': [GERMAN, ''],
  'UTF-8 with a mark': [`\ufeff${GERMAN}`, ''],
  'Windows-1252': [Buffer.from(GERMAN, 'latin1'), ', read as Windows-1252 (Latin-1), since its bytes are no UTF-8'],
  'UTF-16, little end first': [Buffer.from(`\ufeff${GERMAN}`, 'utf16le'), ', read as UTF-16'],
  'UTF-16, big end first': [Buffer.from(`\ufeff${GERMAN}`, 'utf16le').swap16(), ', read as UTF-16'],
  'UTF-16 without a mark': [Buffer.from(GERMAN, 'utf16le'), ', read as UTF-16'],
};

test('a German export in any encoding: its dates, its letters, every row', async (t) => {
  const { page, kept } = await open(t);
  for (const [encoding, [content, said]] of Object.entries(ENCODED)) {
    await give(page, `${encoding}.csv`, content);
    await page.getByText(`${encoding}.csv${said}.`).waitFor();
    assert.match(await words(page, 'read'), /400 of 400 rows are used \(100%\)/, encoding);
    const shown = await segments(page);
    assert.deepEqual(
      shown,
      [
        ['All', '200'],
        ['Büro', '67'],
        ['E-Mail', '66'],
        ['Telefon', '67'],
      ],
      encoding,
    );
  }
  assert.deepEqual(kept.errors, []);
});

test('letters that are no UTF-8 far behind the beginning: the file is read once more, as what it is', async (t) => {
  const { page } = await open(t);
  const rows = of(4000, (at) => `T-${at},2026-10-01 08:00,2026-10-02 08:00,${at < 3990 ? 'Phone' : 'Bür\u00f6'}`);
  await give(page, 'late.csv', Buffer.from(['Ticket,Created,Resolved,Channel', ...rows].join('\n'), 'latin1'));
  await page.getByText('late.csv, read as Windows-1252').waitFor();
  assert.match(await words(page, 'read'), /4,000 of 4,000 rows are used/);
  assert.deepEqual((await segments(page)).slice(1), [
    ['Bürö', '10'],
    ['Phone', '3,990'],
  ]);
});

const REFUSED = {
  'empty.csv': ['', /The file is empty/],
  'picture.png': [fs.readFileSync(at('docs', 'picture.png')), /no delimited text/],
  'book.xlsx': [Buffer.from('PK\x03\x04\x14\x00\x06\x00'), /an Excel workbook, not CSV/],
  'export.csv': ['<!doctype html><title>Sign in</title>', /a web page, not CSV/],
  'rows.json': ['[{ "Created": "2026-10-01" }]', /JSON, not CSV/],
  'words.csv': [
    `Comment\n${of(40, (at) => `a word ${at}`).join('\n')}`,
    /No column of words\.csv is known by its name/,
  ],
};

test('what is no table says what it is instead, and whose numbers still stand there', async (t) => {
  const { page, kept } = await open(t);
  const before = await segments(page);
  for (const [name, [content, said]] of Object.entries(REFUSED)) {
    await give(page, name, content);
    await page.locator('#told p').first().waitFor();
    const told = await words(page, 'told');
    assert.match(told, said, name);
    assert.match(told, /numbers below are those of made-up-tickets\.csv, as before/, name);
    assert.match(await words(page, 'read'), /^made-up-tickets\.csv/, name);
    assert.deepEqual(await segments(page), before, name);
  }
  assert.deepEqual(kept.errors, []);
});

test('what is missing of a file is told beside its numbers: a quote left open, a cut, rows of another length', async (t) => {
  const { page } = await open(t);
  await give(page, 'quote.csv', `${CASES}${good(30)}2026-10-03,2026-10-04,"5\n${good(20)}`);
  await page.getByText('30 of 31 rows are used').waitFor();
  assert.match(
    await words(page, 'read'),
    /Row 32: a quote begins in it and is never closed, so that everything behind/,
  );
  await give(page, 'cut.csv', `${CASES}${good(30)}2026-10-03,2026-1`);
  await page.locator('#read').getByText('cut.csv').waitFor();
  assert.match(await words(page, 'read'), /30 of 31 rows are used.*ends in the middle of/);
  await give(page, 'long.csv', `${CASES}2026-10-01,2026-10-02\n2026-10-01,2026-10-02,5,6\n${good(30)}`);
  await page.locator('#read').getByText('long.csv').waitFor();
  assert.match(await words(page, 'read'), /30 of 32 rows.*Row 2: 2 fields where the header has 3.*Row 3: 4 fields/);
  await give(page, 'header.csv', CASES);
  await page.getByText('It has a header and no rows: there is nothing to count.').waitFor();
});

test('one column of ratings: of the day of the file, which can be changed', async (t) => {
  const { page, kept } = await open(t);
  await give(page, 'ratings.csv', `Rating\n${of(50, (at) => 1 + (at % 5)).join('\n')}`);
  await page.getByText('50 of 50 rows are used').waitFor();
  assert.deepEqual(await segments(page), [['All', '50']]);
  const day = page.getByLabel('The day that all rows are true at');
  assert.match(await day.inputValue(), /^20\d\d-\d\d-\d\d$/);
  await day.fill('2026-03-31');
  await page.getByRole('button', { name: 'Read it by this' }).click();
  await page.getByText('The last complete period, 2026-03').waitFor();
  assert.deepEqual(kept.errors, []);
});

test('columns that nobody knows by name are given their roles by hand', async (t) => {
  const { page, kept } = await open(t);
  const rows = of(
    60,
    (at) => `${2000 + at},${at % 2 ? 'a' : 'b'},2026-10-0${1 + (at % 9)} 08:00,2026-10-1${at % 9} 08:00`,
  );
  await give(page, 'unknown.csv', ['Un,Deux,Trois,Quatre', ...rows].join('\n'));
  await page.getByText('No column of unknown.csv is known by its name.').waitFor();
  await page.getByLabel('Created', { exact: true }).selectOption('Trois');
  await page.getByLabel('Resolved', { exact: true }).selectOption('Quatre');
  assert.equal(await page.evaluate(() => document.activeElement.getAttribute('aria-label')), 'Resolved');
  await page.getByRole('checkbox', { name: 'Deux' }).check();
  await page.getByRole('button', { name: 'Read it by this' }).click();
  await page.getByText('60 of 60 rows are used').waitFor();
  assert.deepEqual(await segments(page), [
    ['All', '60'],
    ['a', '30'],
    ['b', '30'],
  ]);
  assert.deepEqual(kept.errors, []);
});

test('twenty megabytes: told how far it has come, given up by its button, and the numbers before it stay', async (t) => {
  const { page, kept } = await open(t);
  const line = (at) =>
    `T-${at},Phone,2026-10-${two(1 + (at % 28))} 08:00,2026-10-${two(1 + (at % 28))} 12:00,${'x'.repeat(60)}\n`;
  const folder = fs.mkdtempSync(at('tests', 'output', 'large-'));
  t.after(() => fs.rmSync(folder, { recursive: true }));
  const file = `${folder}/large.csv`;
  fs.writeFileSync(file, `Ticket,Channel,Created,Resolved,Note\n${of(190_000, line).join('')}`);
  assert.ok(fs.statSync(file).size > 20e6);
  const before = await segments(page);
  // As soon as it tells how far it has come: a test that clicks from outside may be too late.
  await page.evaluate(() => {
    const told = document.getElementById('progress-words');
    const observer = new MutationObserver(() => {
      observer.disconnect();
      globalThis.progress = told.textContent;
      document.getElementById('cancel').click();
    });
    observer.observe(told, { childList: true });
  });
  await page.setInputFiles('#file', file);
  await page.getByText('The numbers below are those of made-up-tickets.csv, as before.').waitFor();
  assert.match(await page.evaluate(() => globalThis.progress), /^[\d,]+ rows read$/);
  assert.ok(await page.locator('#reading').isHidden());
  assert.deepEqual(await segments(page), before);
  await page.setInputFiles('#file', file);
  await page.getByText('190,000 of 190,000 rows are used').waitFor({ timeout: 60_000 });
  assert.deepEqual(kept.errors, []);
});

test('by keyboard alone: another split is chosen, the file read by it, and the focus is never lost', async (t) => {
  const { page, kept } = await open(t, { width: 320 });
  const focused = () =>
    page.evaluate(() => document.activeElement.closest('label')?.textContent ?? document.activeElement.textContent);
  const tabTo = async (name) => {
    for (let steps = 0; steps < 60; steps += 1) {
      if ((await focused()).trim() === name) return;
      await page.keyboard.press('Tab');
    }
    assert.fail(`${name} is not reached`);
  };
  await page.locator('#file').focus();
  await tabTo('Topic');
  // It is proposed: taken out and put in again, it stays where the reader is.
  for (const checked of [false, true]) {
    await page.keyboard.press('Space');
    assert.equal((await focused()).trim(), 'Topic');
    assert.equal(await page.evaluate(() => document.activeElement.checked), checked);
  }
  await tabTo('Read it by this');
  await page.keyboard.press('Enter');
  await page.locator('#by option', { hasText: 'Channel and Topic' }).waitFor({ state: 'attached' });
  await page.locator('#by').focus();
  await page.selectOption('#by', { label: 'Channel and Topic' });
  assert.ok((await segments(page)).some(([name]) => name === 'Phone · No heat'));
  assert.deepEqual(kept.errors, []);
});

test('people, fiscal quarters and weeks from Sunday, in a zone of their own', async (t) => {
  const { page, kept } = await open(t);
  const rows = of(720, (at) => {
    const month = two(1 + (at % 9));
    const [day, hour] = [two(1 + (at % 27)), two(8 + (at % 5))];
    return `T-${at},Agent ${at % 3},2026-${month}-${day} ${hour}:00,2026-${month}-${day} ${two(12 + (at % 7))}:00,${1 + (at % 5)}`;
  });
  await give(page, 'desk.csv', ['Ticket,Agent,Created,Resolved,Rating', ...rows].join('\n'));
  await page.getByText('720 of 720 rows are used').waitFor();
  await page.getByLabel('People, where a column names them').selectOption('Agent');
  await page.getByText('Periods, zone, limits, scale, small groups').click();
  await page.getByRole('combobox', { name: 'Periods' }).selectOption('quarter');
  await page.getByLabel('A year begins in').selectOption({ label: 'April' });
  await page.getByLabel('Time zone of its times').fill('Europe/Vienna');
  await page.getByRole('button', { name: 'Read it by this' }).click();
  await page.getByText('The last complete period, FY2026/27-Q2').waitFor();
  await page.selectOption('#kpi', { label: 'Satisfied' });
  assert.deepEqual(
    (await segments(page)).map(([name, n]) => [name, n]),
    [
      ['All', '240'],
      ['Agent 0', '80'],
      ['Agent 1', '80'],
      ['Agent 2', '80'],
    ],
  );
  await page.getByRole('combobox', { name: 'Periods' }).selectOption('week');
  await page.getByLabel('A week begins on').selectOption('sunday');
  await page.getByLabel('Time zone of its times').fill('Mars/Olympus');
  await page.getByRole('button', { name: 'Read it by this' }).click();
  await page.getByText('"Mars/Olympus" is no time zone').waitFor();
  await page.getByLabel('Time zone of its times').fill('Europe/Vienna');
  await page.getByRole('button', { name: 'Read it by this' }).click();
  await page.getByText('The last complete period, 2026-W39/2026-09-27').waitFor();
  assert.deepEqual(kept.errors, []);
});

test('a receipt that is dropped is held against the numbers, and the snapshot that is saved names nobody', async (t) => {
  const { page, kept } = await open(t);
  const saved = async (name) => {
    const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name }).click()]);
    return fs.readFileSync(await download.path(), 'utf8');
  };
  const receipt = await saved('Save a receipt');
  await give(page, 'receipt.json', receipt);
  await page.getByText('All of it is confirmed.').waitFor();
  await page.selectOption('#variant', 'mean');
  await give(page, 'receipt.json', receipt);
  await page.getByText(/\d lines are not confirmed\./).waitFor();
  assert.match(
    await words(page, 'confirmation'),
    /✗ The definition of kpi-resolution: .*mean.* where the receipt says .*median/,
  );
  await give(page, 'receipt.json', receipt.replace('"version": 1', '"version": 7'));
  await page.getByText('The receipt cannot be read as it is.').waitFor();
  const snapshot = JSON.parse(await saved('Save a snapshot'));
  assert.deepEqual(Object.keys(snapshot), ['version', 'sources']);
  assert.doesNotMatch(JSON.stringify(snapshot), /MU-1/);
  assert.deepEqual(kept.errors, []);
});

test('of two files that are given at once the later one stands', async (t) => {
  const { page, kept } = await open(t);
  // The earlier one is turned into UTF-8 before it is looked into, which takes its time.
  await give(page, 'earlier.csv', Buffer.from(`\ufeffCreated,Resolved\n${good(60_000)}`, 'utf16le'));
  await give(page, 'later.csv', `${CASES}${good(40)}`);
  await page.getByText('40 of 40 rows are used').waitFor();
  await page.waitForTimeout(1500);
  assert.match(await words(page, 'read'), /^later\.csv/);
  assert.deepEqual(kept.errors, []);
});
