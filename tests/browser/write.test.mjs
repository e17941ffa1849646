// Writing down: offered where the host names an actor and allows it; saved is what the host has said is saved (P15).
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { faults } from './support/axe.mjs';
import { boardPage, painted, text } from './support/board.mjs';
import { useBrowser } from './support/browser.mjs';

const open = useBrowser();
const RULES = { runOnly: ['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa', 'best-practice'] };
const OF_PAGES = ['region', 'landmark-one-main', 'page-has-heading-one'];
const WRITER = 'actor="ana" writable';
const inside = (page, selector) => page.locator(`strategy-board ${selector}`);

async function chosen(t, attributes, id = 'quick') {
  const { page, kept } = await open(t, { files: boardPage(attributes), policy: 'none' });
  await painted(page);
  // The answer to the next entry: what the page's host does with it.
  await page.evaluate(() => {
    globalThis.heard = [];
    document.addEventListener('board-write', (event) => {
      globalThis.heard.push(event.detail.entry);
      globalThis.answer?.(event);
    });
  });
  await page.evaluate((selected) => Object.assign(document.querySelector('strategy-board'), { selected }), id);
  await inside(page, '.panel').waitFor();
  await page.locator('strategy-board .panel .closer', { hasText: 'Look closer' }).waitFor();
  return { page, kept };
}

const form = async (page, name) => {
  await inside(page, '.write').getByRole('button', { name, exact: true }).click();
  await inside(page, '.write form').waitFor();
};
const told = (page) => text(page, '.write [role=status]');
const heard = (page) => page.evaluate(() => globalThis.heard);
const send = (page) => inside(page, '.write form button[type=submit]').click();

test('nothing is offered without an actor, nor where the host does not allow it', async (t) => {
  for (const attributes of ['', 'actor="ana"', 'writable', 'actor=" " writable']) {
    const { page } = await chosen(t, attributes);
    assert.equal(await inside(page, '.write').count(), 0, attributes);
  }
});

test('actor and writable are properties too, also where they were set before the details came', async (t) => {
  const { page } = await chosen(t, '');
  await page.evaluate(() => Object.assign(document.querySelector('strategy-board'), { actor: 'ben', writable: true }));
  await inside(page, '.write').waitFor();
  const read = () =>
    page.evaluate(() => {
      const { actor, writable } = document.querySelector('strategy-board');
      return [actor, writable, document.querySelector('strategy-board').getAttribute('actor')];
    });
  assert.deepEqual(await read(), ['ben', true, 'ben']);
  await page.evaluate(() => Object.assign(document.querySelector('strategy-board'), { actor: undefined }));
  await inside(page, '.write').waitFor({ state: 'detached' });
  assert.deepEqual(await read(), [undefined, true, null]);
});

test('a check-in by keyboard: not saved until the host says so, then saved, with the form gone', async (t) => {
  const { page, kept } = await chosen(t, WRITER);
  await page.evaluate(() => {
    globalThis.answer = (event) =>
      event.detail.respondWith(
        new Promise((resolve) => {
          globalThis.save = resolve;
        }),
      );
  });
  await inside(page, '.write').getByRole('button', { name: 'Check in', exact: true }).focus();
  await page.keyboard.press('Enter');
  await inside(page, '.write form').waitFor();
  // The first field has the focus.
  await page.waitForFunction(
    () => document.querySelector('strategy-board').shadowRoot.activeElement?.name === 'confidence',
  );
  await page.keyboard.type('62,5');
  await page.keyboard.press('Tab');
  await page.keyboard.type('Two of us are ill. <b>Really</b>');
  assert.deepEqual(await faults(page, RULES, OF_PAGES), []);
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await page.waitForFunction(() => globalThis.heard.length === 1);
  await page.waitForFunction(() =>
    /Not saved yet/.test(document.querySelector('strategy-board').shadowRoot.textContent),
  );
  assert.match(await told(page), /^Not saved yet: waiting/);
  assert.equal(await inside(page, '.write form button[type=submit]').isDisabled(), true);
  const [{ id, time, ...entry }] = await heard(page);
  assert.deepEqual(entry, {
    kind: 'check-in',
    actor: 'ana',
    about: 'quick',
    confidence: 0.625,
    note: 'Two of us are ill. <b>Really</b>',
  });
  assert.match(id, /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
  assert.ok(Math.abs(Date.parse(time) - Date.now()) < 60_000);
  await page.evaluate(() => globalThis.save());
  await inside(page, '.write form').waitFor({ state: 'detached' });
  assert.equal(await told(page), 'Saved.');
  // What was sent is not there again.
  await form(page, 'Check in');
  assert.equal(await inside(page, '[name=confidence]').inputValue(), '');
  assert.deepEqual(kept.errors, []);
});

test('how an entry fared is told of what it is about, and of nothing else', async (t) => {
  const { page } = await chosen(t, WRITER);
  await page.evaluate(() => {
    globalThis.answer = (event) =>
      event.detail.respondWith(
        new Promise((resolve) => {
          globalThis.save = resolve;
        }),
      );
  });
  await form(page, 'Check in');
  await inside(page, '[name=confidence]').fill('50');
  await send(page);
  await page.waitForFunction(() => globalThis.heard.length === 1);
  const choose = (id) =>
    page.evaluate((selected) => Object.assign(document.querySelector('strategy-board'), { selected }), id);
  await choose('reply');
  await page.locator('strategy-board .panel h3', { hasText: 'First reply' }).waitFor();
  await page.evaluate(() => globalThis.save());
  await inside(page, '.write form').waitFor({ state: 'detached' });
  assert.doesNotMatch(await text(page, '.write'), /[Ss]aved/);
  await choose('quick');
  await page.waitForFunction(() => /Saved\./.test(document.querySelector('strategy-board').shadowRoot.textContent));
  assert.equal(await told(page), 'Saved.');
});

test('what is refused says so and keeps what was typed, whichever way the host refuses', async (t) => {
  const { page } = await chosen(t, WRITER);
  const ways = [
    [
      'event.detail.respondWith(Promise.reject(new Error("No <i>right</i> to write")))',
      /refused \(No <i>right<\/i> to write\)/,
    ],
    [
      'event.detail.respondWith(Promise.resolve(false))',
      /^Not saved: it was refused\. What you wrote is still here\.$/,
    ],
    ['event.preventDefault()', /^Not saved: it was refused\./],
    ['event.detail.respondWith(Promise.resolve()); event.preventDefault()', /^Not saved: it was refused\./],
    ['undefined', /^Not saved: nothing on this page takes it\./],
  ];
  await form(page, 'Decision');
  await inside(page, '[name=text]').fill('We call back.');
  for (const [way, expected] of ways) {
    await page.evaluate((body) => {
      globalThis.answer = (event) => globalThis.ways[body](event);
      globalThis.ways ??= {
        'event.detail.respondWith(Promise.reject(new Error("No <i>right</i> to write")))': (event) =>
          event.detail.respondWith(Promise.reject(new Error('No <i>right</i> to write'))),
        'event.detail.respondWith(Promise.resolve(false))': (event) => event.detail.respondWith(Promise.resolve(false)),
        'event.preventDefault()': (event) => event.preventDefault(),
        'event.detail.respondWith(Promise.resolve()); event.preventDefault()': (event) => {
          event.detail.respondWith(Promise.resolve());
          event.preventDefault();
        },
        undefined: () => undefined,
      };
    }, way);
    await send(page);
    await page.waitForFunction(
      (source) =>
        new RegExp(source).test(
          document.querySelector('strategy-board').shadowRoot.querySelector('.write [role=status]').textContent,
        ),
      expected.source,
    );
    assert.match(await told(page), expected);
    assert.doesNotMatch(await told(page), /^Saved/);
    assert.equal(await inside(page, '[name=text]').inputValue(), 'We call back.');
  }
  assert.equal((await heard(page)).length, ways.length);
  // Nor is it lost by a look elsewhere.
  await page.evaluate(() => Object.assign(document.querySelector('strategy-board'), { selected: 'mission' }));
  await inside(page, '.panel h3', { hasText: 'Help' }).first().waitFor();
  await page.evaluate(() => Object.assign(document.querySelector('strategy-board'), { selected: 'quick' }));
  await page.waitForFunction(
    () =>
      document.querySelector('strategy-board').shadowRoot.querySelector('.write [name=text]')?.value ===
      'We call back.',
  );
});

test('what is wrong is said at its field, in words, and the first of them has the focus', async (t) => {
  const { page } = await chosen(t, WRITER);
  await form(page, 'Set by hand');
  await inside(page, '[name=score]').fill('140');
  await inside(page, '[name=until]').fill('2020-01-01');
  await send(page);
  await inside(page, '.wrong').first().waitFor();
  const said = await inside(page, '.wrong').allInnerTexts();
  assert.deepEqual(said, ['Write a number from 0 to 100.', 'Fill this in.', 'Choose today or a later day.']);
  await page.waitForFunction(() => document.querySelector('strategy-board').shadowRoot.activeElement?.name === 'score');
  const described = await inside(page, '[name=score]').evaluate((field) => {
    const by = field.getRootNode().getElementById(field.getAttribute('aria-describedby'));
    return [field.getAttribute('aria-invalid'), by.textContent, field.labels[0].textContent];
  });
  assert.deepEqual(described, ['true', 'Write a number from 0 to 100.', 'Score (%)']);
  assert.deepEqual(await faults(page, RULES, OF_PAGES), []);
  assert.deepEqual(await heard(page), []);
  await inside(page, '[name=score]').fill('');
  await send(page);
  await page.waitForFunction(
    () => document.querySelector('strategy-board').shadowRoot.activeElement?.name === 'status',
  );
  await inside(page, '[name=status]').selectOption('at-risk');
  await inside(page, '[name=reason]').fill('The count was wrong.');
  await inside(page, '[name=until]').fill('2999-12-31');
  await send(page);
  await page.waitForFunction(() => globalThis.heard.length === 1);
  const [{ id: _id, time: _time, ...entry }] = await heard(page);
  assert.deepEqual(entry, {
    kind: 'override',
    actor: 'ana',
    about: 'quick',
    status: 'at-risk',
    reason: 'The count was wrong.',
    until: '2999-12-31',
  });
});

test('feedback has its voice and channel; Escape closes the form and not the panel; what is written fits the format', async (t) => {
  const { page } = await chosen(t, WRITER);
  await form(page, 'Feedback');
  await inside(page, '[name=text]').fill('Nobody calls back');
  await page.keyboard.press('Escape');
  await inside(page, '.write form').waitFor({ state: 'detached' });
  assert.equal(await inside(page, '.panel').count(), 1);
  await form(page, 'Feedback');
  assert.equal(await inside(page, '[name=text]').inputValue(), 'Nobody calls back');
  await inside(page, '[name=from]').selectOption('customer');
  await inside(page, '[name=channel]').fill('phone');
  await send(page);
  await page.waitForFunction(() => globalThis.heard.length === 1);
  const loops = await page.evaluate(async () => {
    const { board } = document.querySelector('strategy-board');
    const { feedbackLoops } = await import('/package/journal.js');
    // What a journal comes to is in the rest of the module.
    await (await import('/package/index.js')).init();
    const asOf = new Date().toISOString().slice(0, 10);
    board.setAsOf(asOf);
    return feedbackLoops(board, { version: 1, entries: globalThis.heard });
  });
  assert.deepEqual([loops.overall.heard, loops.overall.open, loops.waiting[0].about], [1, 1, 'quick']);
});
