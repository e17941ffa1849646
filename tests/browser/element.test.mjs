// The element as a reader meets it: outline, table and picture of one plan, by mouse, keyboard and screen reader.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { faults } from './support/axe.mjs';
import { boardPage, painted, plan, text } from './support/board.mjs';
import { shot, useBrowser } from './support/browser.mjs';

const open = useBrowser();
/** A page made for one component has no landmarks of its own. */
const OF_PAGES = ['region', 'landmark-one-main', 'page-has-heading-one'];
const RULES = { runOnly: ['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa', 'best-practice'] };
const found = (page) => faults(page, RULES, OF_PAGES);

for (const view of ['map', 'scorecard', 'line', 'overview']) {
  for (const theme of ['light', 'dark']) {
    test(`axe finds nothing in the ${view}, ${theme}, chosen or not`, async (t) => {
      const { page, kept } = await open(t, {
        files: boardPage(`view="${view}" theme="${theme}" focus="route"`),
        policy: 'none',
      });
      await painted(page);
      assert.deepEqual(await found(page), []);
      await page.evaluate(() => {
        document.querySelector('strategy-board').selected = 'quick';
        for (const more of document.querySelector('strategy-board').shadowRoot.querySelectorAll('details'))
          more.open = true;
      });
      await page.locator('strategy-board .panel').waitFor();
      assert.deepEqual(await found(page), []);
      assert.deepEqual(kept.errors, []);
      await shot(page, `element-${view}-${theme}`);
    });
  }
}

test('outline and table say what the picture shows', async (t) => {
  const { page } = await open(t, { files: boardPage('view="overview"') });
  await painted(page);
  const titles = await page.locator('strategy-board .outline .title').allTextContents();
  assert.deepEqual(titles, ['Help everyone', 'Quick help', 'Sort at the door', 'Route by topic', 'Robot pilot']);
  const cards = await page.locator('strategy-board .card').evaluateAll((all) => all.map((card) => card.dataset.id));
  assert.deepEqual(cards.sort(), ['mission', 'pilot', 'quick', 'route', 'sort']);
  const reply = await page.locator('strategy-board tr[data-id=reply] > *').allTextContents();
  assert.deepEqual(reply.slice(0, 4), ['First reply', '6 hr', '2 hr', 'Off track']);
});

test('a card that is chosen tells why, in sentences, and says its line aloud', async (t) => {
  const { page } = await open(t, { files: boardPage() });
  await painted(page);
  await page.locator('strategy-board .card[data-id=route]').click();
  // The details come after the first picture.
  await page.locator('strategy-board .panel').waitFor();
  assert.equal(
    await text(page, '.panel .line'),
    'Route by topic leads through Sort at the door and Quick help to Help everyone.',
  );
  assert.equal(
    await text(page, '[aria-live]'),
    'Route by topic leads through Sort at the door and Quick help to Help everyone.',
  );
  await page.evaluate(() => {
    document.querySelector('strategy-board').selected = 'reply';
  });
  await page.locator('strategy-board .panel h3', { hasText: 'First reply' }).waitFor();
  const why = await text(page, '.why');
  // 10 h to 2 h, now 6 h: half of the way.
  assert.match(why, /From 10 hr to a target of 2 hr, it has come 50% of the way\./);
  assert.doesNotMatch(why, /undefined|NaN|explain\./);
});

test('the picture is one Tab stop; arrows walk by where cards lie; Enter chooses; Escape lets go', async (t) => {
  const { page } = await open(t, { files: boardPage() });
  await painted(page);
  const focused = () =>
    page.evaluate(() => document.querySelector('strategy-board').shadowRoot.activeElement?.dataset.id);
  await page.keyboard.press('Tab');
  assert.equal(await focused(), 'mission');
  await page.keyboard.press('ArrowDown');
  assert.equal(await focused(), 'quick');
  await page.keyboard.press('ArrowDown');
  assert.equal(await focused(), 'sort');
  await page.keyboard.press('ArrowUp');
  assert.equal(await focused(), 'quick');
  await page.keyboard.press('Enter');
  assert.equal(await page.evaluate(() => document.querySelector('strategy-board').selected), 'quick');
  await page.keyboard.press('Escape');
  assert.equal(await page.evaluate(() => document.querySelector('strategy-board').selected), undefined);
  await page.keyboard.press('Tab');
  const tag = await page.evaluate(() => document.querySelector('strategy-board').shadowRoot.activeElement?.tagName);
  assert.notEqual(await focused(), 'mission');
  assert.ok(tag !== undefined && !(await focused()), 'the next Tab leaves the cards');
});

test('the outline walks as a tree does', async (t) => {
  const { page } = await open(t, { files: boardPage(), context: { viewport: { width: 320, height: 700 } } });
  await painted(page);
  const focused = () =>
    page.evaluate(() => document.querySelector('strategy-board').shadowRoot.activeElement?.dataset.id);
  await page.keyboard.press('Tab');
  assert.equal(await focused(), 'mission');
  for (const [key, where] of [
    ['ArrowDown', 'quick'],
    ['End', 'route'],
    ['Home', 'mission'],
    ['q', 'quick'],
    ['ArrowRight', 'sort'],
    ['ArrowLeft', 'sort'],
  ]) {
    await page.keyboard.press(key);
    assert.equal(await focused(), where, key);
  }
  assert.equal(
    await page.locator('strategy-board [data-id=sort][aria-expanded]').getAttribute('aria-expanded'),
    'false',
  );
  await page.keyboard.press('ArrowLeft');
  assert.equal(await focused(), 'quick');
  await page.keyboard.press('Enter');
  assert.equal(await page.evaluate(() => document.querySelector('strategy-board').selected), 'quick');
});

test('a target to press is at least 24 by 24', async (t) => {
  const { page } = await open(t, { files: boardPage('view="overview" focus="route"') });
  await painted(page);
  const small = await page.locator('strategy-board').evaluate((host) =>
    [...host.shadowRoot.querySelectorAll('button, summary')]
      .map((one) => [one.className || one.tagName, one.getBoundingClientRect()])
      .filter(([, { width, height }]) => width > 0 && (width < 24 || height < 24))
      .map(([name, { width, height }]) => `${name} ${width}×${height}`),
  );
  assert.deepEqual(small, []);
});

test('the details say all that the plan says', async (t) => {
  const files = boardPage();
  const full = plan();
  const [goal] = full.goals;
  const [action] = full.actions;
  full.owners.push({ id: 'ben', name: 'Ben Okoro', outside: true });
  full.mission.tension = 'Fast or thorough';
  Object.assign(goal, { audience: 'customer', description: 'Nobody waits' });
  goal.owners.push({ owner: 'ben', accountable: false, commitment: 'agreed' });
  goal.serves[0].note = 'asked for most';
  Object.assign(goal.kpis[0], {
    description: 'From the first letter to ours',
    benchmark: { value: 4.5, source: 'Trade survey', date: '2026-03-01' },
    owner: 'ana',
  });
  Object.assign(action, { kind: 'technology', shouldMove: ['reply'] });
  full.drives = [{ from: 'route', to: 'reply', effect: 'lowers', lag: 2, note: 'less to read' }];
  files['/plan.json'] = JSON.stringify(full);
  const { page } = await open(t, { files, context: { viewport: { width: 1280, height: 1400 } } });
  await painted(page);
  const panel = async (id, title) => {
    await page.evaluate((chosen) => {
      document.querySelector('strategy-board').selected = chosen;
    }, id);
    await page.locator('strategy-board .panel h3', { hasText: title }).waitFor();
    const facts = await page
      .locator('strategy-board .facts dl > div')
      .evaluateAll((all) => all.map((one) => [...one.children].map((part) => part.textContent).join(': ')));
    return [await text(page, '.panel .kind'), await text(page, '.facts > p'), facts];
  };
  const [kind, about, facts] = await panel('quick', 'Quick help');
  assert.deepEqual([kind, about], ['Customer goal', 'Nobody waits']);
  assert.ok(facts.includes('Takes part: Ben Okoro (outside the team); has agreed'), facts);
  assert.ok(facts.includes('Serves: Help everyone · asked for most'), facts);
  assert.equal(await text(page, '.outline .kind-goal .kind'), 'Customer goal');
  const [, definition, compared] = await panel('reply', 'First reply');
  assert.equal(definition, 'From the first letter to ours');
  assert.deepEqual(compared, [
    'Owner: Ana Ruiz',
    'Benchmark: 4.5 hr (Trade survey, Mar 1, 2026), as a comparison: 1.5 hr worse here',
    'Lowered by: Route by topic · after 2 periods · less to read',
  ]);
  await shot(page, 'panel-kpi');
  const [, , moves] = await panel('route', 'Route by topic');
  assert.ok(moves.includes('Kind: Technology'), moves);
  assert.ok(moves.includes('Should move: First reply6 hrOff track'), moves);
  assert.ok(moves.includes('Lowers: First reply · after 2 periods · less to read'), moves);
  await shot(page, 'panel-action');
  await page.locator('strategy-board .facts .link', { hasText: 'First reply' }).first().click();
  await page.locator('strategy-board .panel h3', { hasText: 'First reply' }).waitFor();
  const [, , stated] = await panel('mission', 'Help everyone');
  assert.ok(stated.includes('Tension: Fast or thorough'), stated);
});

test('a day of another year says its year', async (t) => {
  const files = boardPage('view="scorecard"');
  const { page } = await open(t, { files });
  await painted(page);
  const day = page.locator('strategy-board tr[data-id=reply] .col-freshness');
  for (const [on, said] of [
    ['2026-11-20', /^Oct 31$/],
    ['2027-11-20', /^Oct 31, 2026, 385 days old$/],
  ]) {
    await page.evaluate((asOf) => document.querySelector('strategy-board').setAttribute('as-of', asOf), on);
    await day.filter({ hasText: said }).waitFor({ state: 'attached' });
  }
});

test('states say what they are and what to do', async (t) => {
  const files = boardPage();
  files['/index.html'] = files['/index.html'].replace('plan="/plan.json"', '');
  files['/broken.json'] = JSON.stringify({
    version: 1,
    title: 'x',
    mission: { id: 'm', title: 'M' },
    goals: [{ id: 'm', title: 'Again' }],
  });
  const { page } = await open(t, { files });
  await page.locator('strategy-board .notice.empty').waitFor();
  const failedWith = async (plan) => {
    const error = page.evaluate(
      () =>
        new Promise((done) =>
          document.addEventListener('board-error', (event) => done(event.detail.code), { once: true }),
        ),
    );
    await page.evaluate((url) => document.querySelector('strategy-board').setAttribute('plan', url), plan);
    const code = await error;
    await page.locator('strategy-board .notice.error').waitFor();
    return code;
  };
  assert.equal(await failedWith('/missing.json'), 'source-failed');
  assert.match(await text(page, '.notice'), /missing\.json answers with status 404/);
  assert.equal(await failedWith('/broken.json'), 'plan-invalid');
  assert.match(await text(page, '.notice'), /\/goals\/0\/id/);
  await page.evaluate(() => document.querySelector('strategy-board').setAttribute('plan', '/plan.json'));
  await painted(page);
});

test('a KPI read from rows shows its definitions side by side', async (t) => {
  const { page } = await open(t, {
    files: boardPage('data="/rows.csv" mapping="/mapping.json" view="scorecard"'),
    policy: 'none',
  });
  await painted(page);
  await page.evaluate(() => {
    document.querySelector('strategy-board').selected = 'resolution';
  });
  await page.locator('strategy-board .variants table').waitFor();
  const { own, rows, values } = await page.evaluate(() => {
    const { board, shadowRoot } = document.querySelector('strategy-board');
    const list = [...shadowRoot.querySelectorAll('.variants tbody tr')];
    const found = board.variants('resolution').variants;
    return {
      own: list.filter((row) => row.getAttribute('aria-current') === 'true').map((row) => row.textContent),
      rows: list.length,
      values: found.length,
    };
  });
  assert.equal(rows, values);
  assert.equal(own.length, 1);
  assert.match(own[0], /^mean.*this KPI's/);
  assert.deepEqual(await found(page), []);
});
